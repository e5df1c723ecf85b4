/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rows-reader.h"

/* One record as a row. */
ScopeRowResult scope_row_fill (ScopeRowReader *reader, const ScopeRecord *record, ScopeRow *row,
                               GError **error);
