/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rows-reader.h"

/* What the header is; sets where the columns are. */
ScopeRowResult scope_row_find_columns (ScopeRowReader *reader, const ScopeRecord *record, GError **error);
/* Where the text is separated by something else than the dialect. */
ScopeRowResult scope_row_refuse_separator (const ScopeRowReader *reader, const ScopeRecord *record,
                                           GError **error);
/* Of pasted text: TRUE where the first line names any column that is needed. */
gboolean scope_row_is_header (const ScopeRowReader *reader, const ScopeRecord *record);
