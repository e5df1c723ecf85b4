/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "classes.h"
#include "dialect.h"
#include "row.h"

/* Streams rows in constant memory. name is what messages call the input ("rows.csv", "-");
 * classes have the names that the observed column may say beside 1, 2, 3. These are
 * rows that are evaluated one by one: bias, w1, w2 and w3 are read where the header names them. */
ScopeRowReader *scope_row_reader_new (GInputStream *stream, const char *name, const ScopeClasses *classes);
/* For a batch over b₃, where every column but z1, z2, z3 and observed is ignored, whatever is in it.
 * cancellable may be NULL. */
ScopeRowReader *scope_row_reader_new_batch (GInputStream *stream, const char *name,
                                            const ScopeClasses *classes, GCancellable *cancellable);
/* The same for pasted text, in the dialect of that. Where the first line names none of z1, z2, z3 and
 * observed it is data already, and these are the four columns. */
ScopeRowReader *scope_row_reader_new_pasted (GInputStream *stream, const char *name,
                                             const ScopeClasses *classes, GCancellable *cancellable);
/* Before the first row is asked for; that of commas until then. */
void scope_row_reader_set_dialect (ScopeRowReader *reader, ScopeDialect dialect);
/* More rows than so many are refused, as soon as there is one more, and nothing is read behind it;
 * any number is allowed until this is called. */
void scope_row_reader_set_most_rows (ScopeRowReader *reader, guint64 most_rows);
void scope_row_reader_free (ScopeRowReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeRowReader, scope_row_reader_free)

/* The next row. After an error of one row the caller may go on reading, to list more errors; the end
 * comes after every error that is the stream's or the header's. */
ScopeRowResult scope_row_reader_next (ScopeRowReader *reader, ScopeRow *row, GError **error);
/* TRUE where the header names bias, w1, w2 or w3, read or ignored. Valid after the first row was
 * asked for. */
gboolean scope_row_reader_has_scenario_columns (const ScopeRowReader *reader);
/* What separates the fields: ',', ';' or '\t'. Valid after the first row was asked for, as is: */
char scope_row_reader_separator (const ScopeRowReader *reader);
/* Before fractions: '.' or ',', and 0 where no number has one. Valid after the last row. */
char scope_row_reader_mark (const ScopeRowReader *reader);
/* The name of the dialect that the text is written in, where that is another one than was set; else
 * NULL. */
const char *scope_row_reader_fitting_dialect (const ScopeRowReader *reader);

/* The first number that may be meant a thousand times as large, borrowed, where no other has that mark in a place
 * that shows what it is; else NULL. Valid after the last row. */
const ScopeRowDoubt *scope_row_reader_doubt (const ScopeRowReader *reader);

/* TRUE once cancellable is cancelled; what was read so far says nothing then. */
gboolean scope_row_reader_is_cancelled (const ScopeRowReader *reader);
/* How many bytes the stream has given so far. */
guint64 scope_row_reader_n_bytes (const ScopeRowReader *reader);
