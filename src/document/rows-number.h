/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rows-reader.h"

/* A field of that record as a finite number. */
ScopeRowResult scope_row_read_number (ScopeRowReader *reader, const ScopeRecord *record, guint column,
                                      double *value, GError **error);
