/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "dialect.h"

/* Records of a table from a stream, in constant memory. A plain line is split where it lies in the buffer, anything
 * else is taken byte by byte; a fuzz target holds the two to the same answer. */
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
  gboolean blank;    /* an empty line; of a loose dialect one whose fields are all empty, too */
  gboolean line_end; /* it ended with a line end, not with the file */
} ScopeRecord;

typedef enum
{
  SCOPE_RECORD_READ,
  SCOPE_RECORD_END,
  SCOPE_RECORD_ERROR, /* the record is broken; the next one may be read */
  SCOPE_RECORD_FATAL, /* the stream is, or reading was cancelled; every further call says so too */
} ScopeRecordResult;

/* names, borrowed, ends with NULL: what a header calls its columns. cancellable may be NULL. The dialect
 * is that of commas. */
ScopeRecordReader *scope_record_reader_new (GInputStream *stream, const char *const *names,
                                            GCancellable *cancellable);
/* Before the first record is asked for. */
void scope_record_reader_set_dialect (ScopeRecordReader *reader, ScopeDialect dialect);
void scope_record_reader_free (ScopeRecordReader *reader);

/* On an error what_is_wrong is set, and record->line says where; of a broken record the fields are
 * set, too. */
ScopeRecordResult scope_record_reader_next (ScopeRecordReader *reader, ScopeRecord *record,
                                            char **what_is_wrong);

/* Valid after the first record was asked for: what separates fields, '\t', ';' or ','; whether the
 * dialect is loose; and what the text itself looks as if it were separated by, which is another character
 * where the dialect is the wrong one. */
char scope_record_reader_separator (const ScopeRecordReader *reader);
gboolean scope_record_reader_is_loose (const ScopeRecordReader *reader);
char scope_record_reader_guess (const ScopeRecordReader *reader);
/* Borrowed; not terminated: the text's first line, or as much of it as a message would show, where the
 * guess is another separator than the dialect's; else nothing. */
void scope_record_reader_get_first_line (const ScopeRecordReader *reader, const char **line, gsize *length);

gboolean scope_record_reader_is_cancelled (const ScopeRecordReader *reader);

/* How many bytes the stream has given so far. */
guint64 scope_record_reader_n_bytes (const ScopeRecordReader *reader);
