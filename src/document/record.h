/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* RFC 4180 records from a stream, in constant memory; what is pasted may be separated by tabs or
 * semicolons, too. */
typedef struct _ScopeRecordReader ScopeRecordReader;

typedef struct
{
  const char *text; /* Borrowed until the next record; not terminated */
  gsize length;
} ScopeField;

typedef struct
{
  guint64 line;      /* where the record starts, from 1 */
  guint64 next_line; /* where the next one would */
  const ScopeField *fields;
  guint n_fields;
  guint wrong_field; /* of a broken record: where the first fault is */
  gboolean blank;    /* an empty line; of pasted text one whose fields are all empty, too */
  gboolean line_end; /* it ended with a line end, not with the file */
} ScopeRecord;

typedef enum
{
  SCOPE_RECORD_READ,
  SCOPE_RECORD_END,
  SCOPE_RECORD_ERROR, /* the record is broken; the next one may be read */
  SCOPE_RECORD_FATAL, /* the stream is, or reading was cancelled; every further call says so too */
} ScopeRecordResult;

/* cancellable may be NULL. */
ScopeRecordReader *scope_record_reader_new (GInputStream *stream, GCancellable *cancellable);
/* For text as spreadsheets put it on the clipboard. The first line decides what separates fields:
 * tabs where it holds one outside of quotes, else semicolons where it holds one, else commas.
 * Blanks (no-break spaces, too) around fields and their quotes are no part of them. */
ScopeRecordReader *scope_record_reader_new_pasted (GInputStream *stream, GCancellable *cancellable);
void scope_record_reader_free (ScopeRecordReader *reader);

/* On an error what_is_wrong is set, and record->line says where; of a broken record the fields are
 * set, too. */
ScopeRecordResult scope_record_reader_next (ScopeRecordReader *reader, ScopeRecord *record,
                                            char **what_is_wrong);

/* '\t', ';' or ','. Valid after the first record was asked for. */
char scope_record_reader_separator (const ScopeRecordReader *reader);

gboolean scope_record_reader_is_cancelled (const ScopeRecordReader *reader);

/* How many bytes the stream has given so far. */
guint64 scope_record_reader_n_bytes (const ScopeRecordReader *reader);
