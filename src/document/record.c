/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "record.h"

#include <string.h>

#include "blank.h"

#define BUFFER_SIZE 65536
/* A longer record is a mistake, not data; memory stays bounded. */
#define MOST_BYTES (1 << 20)
#define MOST_FIELDS (1 << 16)

struct _ScopeRecordReader
{
  GInputStream *stream;      /* Owned */
  GCancellable *cancellable; /* Owned, or NULL */
  guchar buffer[BUFFER_SIZE];
  gsize at, filled;
  gboolean started, ended, failed;
  gboolean pasted; /* blanks are no part of fields, and the first line says what separates them */
  char separator;
  guint64 line, n_bytes;
  GString *text;      /* Owned; the fields of the record, one after the other */
  GArray *starts;     /* Owned; of gsize: where each field starts in text */
  ScopeField *fields; /* Owned; of the record */
  guint n_fields, n_allocated;
  char *io_message; /* Owned */
};

ScopeRecordReader *
scope_record_reader_new (GInputStream *stream, GCancellable *cancellable)
{
  ScopeRecordReader *reader = g_new0 (ScopeRecordReader, 1);

  reader->stream = g_object_ref (stream);
  g_set_object (&reader->cancellable, cancellable);
  reader->line = 1;
  reader->separator = ',';
  reader->text = g_string_new (NULL);
  reader->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return reader;
}

ScopeRecordReader *
scope_record_reader_new_pasted (GInputStream *stream, GCancellable *cancellable)
{
  ScopeRecordReader *reader = scope_record_reader_new (stream, cancellable);

  reader->pasted = TRUE;
  return reader;
}

void
scope_record_reader_free (ScopeRecordReader *reader)
{
  if (reader == NULL)
    return;
  g_object_unref (reader->stream);
  g_clear_object (&reader->cancellable);
  g_string_free (reader->text, TRUE);
  g_array_unref (reader->starts);
  g_free (reader->fields);
  g_free (reader->io_message);
  g_free (reader);
}

char
scope_record_reader_separator (const ScopeRecordReader *reader)
{
  return reader->separator;
}

gboolean
scope_record_reader_is_cancelled (const ScopeRecordReader *reader)
{
  return g_cancellable_is_cancelled (reader->cancellable);
}

guint64
scope_record_reader_n_bytes (const ScopeRecordReader *reader)
{
  return reader->n_bytes;
}

/* Moves what is not taken yet to the front of the buffer and reads more behind it. FALSE where
 * nothing comes any more, or there is no room. */
static gboolean
read_more (ScopeRecordReader *reader)
{
  g_autoptr (GError) error = NULL;
  gssize n;

  if (reader->ended || reader->failed)
    return FALSE;
  memmove (reader->buffer, reader->buffer + reader->at, reader->filled - reader->at);
  reader->filled -= reader->at;
  reader->at = 0;
  if (reader->filled == BUFFER_SIZE)
    return FALSE;

  n = g_input_stream_read (reader->stream, reader->buffer + reader->filled,
                           BUFFER_SIZE - reader->filled, reader->cancellable, &error);
  reader->ended = n == 0;
  reader->failed = n < 0;
  if (reader->failed)
    reader->io_message = g_strdup (error->message);
  if (n <= 0)
    return FALSE;
  reader->filled += (gsize) n;
  reader->n_bytes += (gsize) n;
  return TRUE;
}

/* The next byte, or −1 at the end. */
static int
peek (ScopeRecordReader *reader)
{
  if (reader->at == reader->filled && !read_more (reader))
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

/* A byte-order mark, at the very start alone; a pipe may give it byte by byte. */
static void
skip_mark (ScopeRecordReader *reader)
{
  static const guchar mark[] = { 0xef, 0xbb, 0xbf };

  while (reader->filled < sizeof mark && read_more (reader))
    ;
  if (reader->filled >= sizeof mark && memcmp (reader->buffer, mark, sizeof mark) == 0)
    reader->at = sizeof mark;
}

/* What separates the fields of pasted text, by its first line, however it comes in pieces. */
static char
find_separator (ScopeRecordReader *reader)
{
  gboolean quoted = FALSE, semicolon = FALSE;

  while (memchr (reader->buffer + reader->at, '\n', reader->filled - reader->at) == NULL
         && read_more (reader))
    ;
  for (gsize at = reader->at; at < reader->filled && reader->buffer[at] != '\n'; at++)
    {
      quoted ^= reader->buffer[at] == '"';
      if (!quoted && reader->buffer[at] == '\t')
        return '\t';
      semicolon |= !quoted && reader->buffer[at] == ';';
    }
  return semicolon ? ';' : ',';
}

static void
begin (ScopeRecordReader *reader)
{
  reader->started = TRUE;
  skip_mark (reader);
  if (reader->pasted)
    reader->separator = find_separator (reader);
}

static void
add_field (ScopeRecordReader *reader, const char *text, gsize length)
{
  if (reader->pasted)
    scope_blank_trim (&text, &length);
  if (reader->n_fields == reader->n_allocated)
    {
      reader->n_allocated = MAX (2 * reader->n_allocated, 16);
      reader->fields = g_renew (ScopeField, reader->fields, reader->n_allocated);
    }
  reader->fields[reader->n_fields++] = (ScopeField) { text, length };
}

/* --- Plain lines: ASCII without quotes, whole in the buffer; their fields are where they are */

/* The first byte at or behind `at` that is no plain text of a field. */
static const guchar *
skip_plain (const guchar *at, const guchar *end, guchar separator)
{
  while (at < end && *at != separator && *at != '"' && *at >= ' ' && *at < 0x80)
    at++;
  return at;
}

/* FALSE, with nothing taken, where the record needs to be looked at byte by byte. */
static gboolean
take_plain_line (ScopeRecordReader *reader)
{
  const guchar *start = reader->buffer + reader->at, *end = reader->buffer + reader->filled;
  const guchar *at = start;
  const guchar separator = (guchar) reader->separator;

  reader->n_fields = 0;
  for (;;)
    {
      at = skip_plain (at, end, separator);
      if (at == end)
        return FALSE;
      if (*at == separator || *at == '\n' || (*at == '\r' && at + 1 < end && at[1] == '\n'))
        add_field (reader, (const char *) start, (gsize) (at - start));
      else if (*at != '\t')
        return FALSE;
      if (*at == '\r')
        at++;
      if (*at == '\n')
        break;
      at++;
      if (at[-1] == separator)
        start = at;
    }
  reader->at = (gsize) (at + 1 - reader->buffer);
  reader->line++;
  return TRUE;
}

/* TRUE where the buffer holds a line end, if need be after reading more. */
static gboolean
has_line (ScopeRecordReader *reader)
{
  const guchar *start = reader->buffer + reader->at;

  if (memchr (start, '\n', reader->filled - reader->at) != NULL)
    return TRUE;
  return read_more (reader) && memchr (reader->buffer, '\n', reader->filled) != NULL;
}

/* --- Any record, byte by byte */

static void
begin_field (ScopeRecordReader *reader)
{
  gsize start = reader->text->len;

  g_array_append_val (reader->starts, start);
}

/* What one record's reading is in the middle of. */
typedef struct
{
  gboolean quoted; /* inside quotes */
  gboolean closed; /* behind a closing quote */
  gboolean any;    /* a byte was read */
  gboolean line_end;
  const char *wrong; /* the first thing that is */
  guint wrong_field; /* and where */
} Progress;

static void
note (const ScopeRecordReader *reader, Progress *progress, const char *wrong)
{
  if (progress->wrong != NULL)
    return;
  progress->wrong = wrong;
  progress->wrong_field = reader->starts->len - 1;
}

static void
append (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (reader->text->len >= MOST_BYTES)
    {
      note (reader, progress, "a record longer than 1048576 bytes; shorter ones are allowed");
      return;
    }
  if (byte == '\0')
    note (reader, progress, "a zero byte; text is allowed");
  g_string_append_c (reader->text, (char) byte);
}

/* TRUE where a quote may open the field; in pasted text behind blanks, which are forgotten. */
static gboolean
field_may_open (ScopeRecordReader *reader)
{
  gsize start = g_array_index (reader->starts, gsize, reader->starts->len - 1);
  const char *text = reader->text->str + start;
  gsize length = reader->text->len - start;

  if (reader->pasted)
    scope_blank_trim (&text, &length);
  if (length > 0)
    return FALSE;
  g_string_truncate (reader->text, start);
  return TRUE;
}

/* Behind a closing quote nothing may come; in pasted text blanks may. */
static void
take_closed (ScopeRecordReader *reader, Progress *progress, int byte)
{
  const char bytes[] = { (char) byte, (char) peek (reader) };
  gsize blank = reader->pasted ? scope_blank_length (bytes, sizeof bytes) : 0;

  if (blank == 2)
    take (reader);
  if (blank > 0)
    return;
  note (reader, progress,
        reader->pasted ? "text behind a closing quote; a separator or the line’s end is allowed"
                       : "text behind a closing quote; a comma or the line's end is allowed");
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
take_unquoted (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (byte == '\r' && peek (reader) == '\n')
    byte = take (reader);
  if (byte == '\n')
    {
      reader->line++;
      progress->line_end = TRUE;
      return TRUE;
    }
  if (byte == reader->separator)
    {
      if (reader->starts->len < MOST_FIELDS)
        begin_field (reader);
      else
        {
          /* What is quoted reads as it stands in the file. */
          note (reader, progress, "more than 65536 fields; fewer are allowed");
          append (reader, progress, byte);
        }
      progress->closed = FALSE;
    }
  else if (byte == '\r')
    note (reader, progress, "a carriage return without a line feed; lines end with LF or CRLF");
  else if (progress->closed)
    take_closed (reader, progress, byte);
  else if (byte == '"' && field_may_open (reader))
    progress->quoted = TRUE;
  else if (byte == '"')
    note (reader, progress,
          "a quote inside a field; quoted fields begin with one and double those inside");
  else
    append (reader, progress, byte);
  return FALSE;
}

static void
set_fields (ScopeRecordReader *reader)
{
  const gsize *starts = (const gsize *) (gpointer) reader->starts->data;

  reader->n_fields = 0;
  for (guint i = 0; i < reader->starts->len; i++)
    {
      gsize end = i + 1 < reader->starts->len ? starts[i + 1] : reader->text->len;

      add_field (reader, reader->text->str + starts[i], end - starts[i]);
    }
}

/* Field by field: halves of a character on both sides of a comma are no character. */
static void
check_text (const ScopeRecordReader *reader, Progress *progress)
{
  for (guint i = 0; i < reader->n_fields && progress->wrong == NULL; i++)
    {
      const ScopeField *field = &reader->fields[i];

      progress->wrong_field = i;
      if (!g_utf8_validate_len (field->text, field->length, NULL))
        progress->wrong = "bytes that are no UTF-8; UTF-8 is allowed";
      else if (g_strstr_len (field->text, (gssize) field->length, "\xef\xbb\xbf") != NULL)
        progress->wrong = "a byte-order mark inside the text; one at the very start is allowed";
    }
}

static void
take_record (ScopeRecordReader *reader, Progress *progress)
{
  int byte;

  g_string_truncate (reader->text, 0);
  g_array_set_size (reader->starts, 0);
  begin_field (reader);
  while ((byte = take (reader)) >= 0)
    {
      progress->any = TRUE;
      if (progress->quoted)
        take_quoted (reader, progress, byte);
      else if (take_unquoted (reader, progress, byte))
        break;
    }
  if (progress->quoted)
    note (reader, progress, "a quote that is never closed; one at the field’s end is allowed");
  set_fields (reader);
  check_text (reader, progress);
}

/* --- Both */

static gboolean
is_blank (const ScopeRecordReader *reader, const Progress *progress)
{
  if (!reader->pasted)
    return reader->n_fields == 1 && reader->fields[0].length == 0 && !progress->closed;
  for (guint i = 0; i < reader->n_fields; i++)
    if (reader->fields[i].length > 0)
      return FALSE;
  return TRUE;
}

static void
set_record (const ScopeRecordReader *reader, const Progress *progress, ScopeRecord *record)
{
  record->next_line = reader->line;
  record->line_end = progress->line_end;
  record->fields = reader->fields;
  record->n_fields = reader->n_fields;
  record->wrong_field = progress->wrong_field;
  record->blank = is_blank (reader, progress);
}

ScopeRecordResult
scope_record_reader_next (ScopeRecordReader *reader, ScopeRecord *record, char **what_is_wrong)
{
  Progress progress = { 0 };

  if (!reader->started)
    begin (reader);
  record->line = reader->line;
  if (has_line (reader) && take_plain_line (reader))
    {
      progress.line_end = TRUE;
      set_record (reader, &progress, record);
      return SCOPE_RECORD_READ;
    }

  take_record (reader, &progress);
  if (reader->failed)
    {
      *what_is_wrong = g_strdup (reader->io_message);
      return SCOPE_RECORD_FATAL;
    }
  if (!progress.any)
    return SCOPE_RECORD_END;
  set_record (reader, &progress, record);
  if (progress.wrong == NULL)
    return SCOPE_RECORD_READ;
  *what_is_wrong = g_strdup (progress.wrong);
  return SCOPE_RECORD_ERROR;
}
