/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "record.h"

#include <string.h>

#define BUFFER_SIZE 65536
/* A longer record is a mistake, not data; memory stays bounded. */
#define MOST_BYTES (1 << 20)

struct _ScopeRecordReader
{
  GInputStream *stream; /* Owned */
  guchar buffer[BUFFER_SIZE];
  gsize at, filled;
  gboolean started, failed;
  guint64 line;
  GString *text;   /* Owned; the fields of the record, one after the other */
  GArray *starts;  /* Owned; of gsize: where each field starts in text */
  GArray *fields;  /* Owned; of ScopeField */
  char *io_message; /* Owned */
};

ScopeRecordReader *
scope_record_reader_new (GInputStream *stream)
{
  ScopeRecordReader *reader = g_new0 (ScopeRecordReader, 1);

  reader->stream = g_object_ref (stream);
  reader->line = 1;
  reader->text = g_string_new (NULL);
  reader->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader->fields = g_array_new (FALSE, FALSE, sizeof (ScopeField));
  return reader;
}

void
scope_record_reader_free (ScopeRecordReader *reader)
{
  if (reader == NULL)
    return;
  g_object_unref (reader->stream);
  g_string_free (reader->text, TRUE);
  g_array_unref (reader->starts);
  g_array_unref (reader->fields);
  g_free (reader->io_message);
  g_free (reader);
}

static gboolean
fill (ScopeRecordReader *reader)
{
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read (reader->stream, reader->buffer, BUFFER_SIZE, NULL, &error);

  reader->at = 0;
  reader->filled = n > 0 ? (gsize) n : 0;
  if (n < 0)
    {
      reader->failed = TRUE;
      reader->io_message = g_strdup (error->message);
    }
  return n > 0;
}

/* The next byte, or −1 at the end. */
static int
peek (ScopeRecordReader *reader)
{
  if (reader->at == reader->filled && (reader->failed || !fill (reader)))
    return -1;
  return reader->buffer[reader->at];
}

static int
take (ScopeRecordReader *reader)
{
  int byte = peek (reader);

  if (byte >= 0)
    reader->at++;
  return byte;
}

/* A byte-order mark, at the very start alone. */
static void
skip_mark (ScopeRecordReader *reader)
{
  reader->started = TRUE;
  if (peek (reader) == 0xef && reader->filled >= 3 && reader->buffer[1] == 0xbb
      && reader->buffer[2] == 0xbf)
    reader->at = 3;
}

static void
begin_field (ScopeRecordReader *reader)
{
  gsize start = reader->text->len;

  g_array_append_val (reader->starts, start);
}

/* What one record's reading is in the middle of. */
typedef struct
{
  gboolean quoted;        /* inside quotes */
  gboolean closed;        /* behind a closing quote */
  gboolean any;           /* a byte was read */
  gboolean line_end;
  const char *wrong;      /* the first thing that is */
} Progress;

static void
note (Progress *progress, const char *wrong)
{
  if (progress->wrong == NULL)
    progress->wrong = wrong;
}

static void
append (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (reader->text->len >= MOST_BYTES)
    {
      note (progress, "a record longer than 1048576 bytes; shorter ones are allowed");
      return;
    }
  if (byte == '\0')
    note (progress, "a zero byte; text is allowed");
  g_string_append_c (reader->text, (char) byte);
}

static gboolean
field_is_empty (const ScopeRecordReader *reader)
{
  return reader->text->len == g_array_index (reader->starts, gsize, reader->starts->len - 1);
}

static void
take_quoted (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (byte == '\n')
    reader->line++;
  if (byte != '"')
    append (reader, progress, byte);
  else if (peek (reader) == '"')
    append (reader, progress, take (reader));
  else
    {
      progress->quoted = FALSE;
      progress->closed = TRUE;
    }
}

/* TRUE where the record ends here. */
static gboolean
take_plain (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (byte == '\r' && peek (reader) == '\n')
    byte = take (reader);
  if (byte == '\n')
    {
      reader->line++;
      progress->line_end = TRUE;
      return TRUE;
    }
  if (byte == ',')
    {
      begin_field (reader);
      progress->closed = FALSE;
    }
  else if (byte == '\r')
    note (progress, "a carriage return without a line feed; lines end with LF or CRLF");
  else if (progress->closed)
    note (progress, "text behind a closing quote; a comma or the line's end is allowed");
  else if (byte == '"' && field_is_empty (reader))
    progress->quoted = TRUE;
  else if (byte == '"')
    note (progress, "a quote inside a field; quoted fields begin with one and double those inside");
  else
    append (reader, progress, byte);
  return FALSE;
}

static void
set_fields (ScopeRecordReader *reader, ScopeRecord *record)
{
  g_array_set_size (reader->fields, 0);
  for (guint i = 0; i < reader->starts->len; i++)
    {
      gsize start = g_array_index (reader->starts, gsize, i);
      gsize end = i + 1 < reader->starts->len ? g_array_index (reader->starts, gsize, i + 1)
                                              : reader->text->len;

      g_array_append_vals (reader->fields, &(ScopeField) { reader->text->str + start, end - start },
                           1);
    }
  record->fields = (const ScopeField *) (gpointer) reader->fields->data;
  record->n_fields = reader->fields->len;
}

static void
check_text (const ScopeRecordReader *reader, Progress *progress)
{
  if (!g_utf8_validate_len (reader->text->str, reader->text->len, NULL))
    note (progress, "bytes that are no UTF-8; UTF-8 is allowed");
  else if (strstr (reader->text->str, "\xef\xbb\xbf") != NULL)
    note (progress, "a byte-order mark inside the text; one at the very start is allowed");
}

ScopeRecordResult
scope_record_reader_next (ScopeRecordReader *reader, ScopeRecord *record, char **what_is_wrong)
{
  Progress progress = { 0 };
  int byte;

  if (!reader->started)
    skip_mark (reader);
  g_string_truncate (reader->text, 0);
  g_array_set_size (reader->starts, 0);
  begin_field (reader);
  record->line = reader->line;

  while ((byte = take (reader)) >= 0)
    {
      progress.any = TRUE;
      if (progress.quoted)
        take_quoted (reader, &progress, byte);
      else if (take_plain (reader, &progress, byte))
        break;
    }
  if (reader->failed)
    {
      *what_is_wrong = g_strdup (reader->io_message);
      return SCOPE_RECORD_FATAL;
    }
  if (!progress.any)
    return SCOPE_RECORD_END;
  if (progress.quoted)
    note (&progress, "a quote that is never closed");

  check_text (reader, &progress);
  record->line_end = progress.line_end;
  record->blank = reader->starts->len == 1 && reader->text->len == 0 && !progress.closed;
  set_fields (reader, record);
  if (progress.wrong == NULL)
    return SCOPE_RECORD_READ;
  *what_is_wrong = g_strdup (progress.wrong);
  return SCOPE_RECORD_ERROR;
}
