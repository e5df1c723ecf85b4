/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "record.h"

#include <string.h>

#include "blank.h"
#include "bytes.h"
#include "escape.h"

/* A longer record is a mistake, not data; memory stays bounded. */
#define MOST_BYTES (1 << 20)
#define MOST_FIELDS (1 << 16)
/* So far the end of a record is looked for, then no further: a device or a pipe may have none. */
#define MOST_LOOKED_AT (4 << 20)
#define TOO_LONG "a record longer than 1048576 bytes; shorter ones are allowed"
/* So many bytes of a text at fault are kept: more than a message shows. */
#define MOST_SHOWN 1024

struct _ScopeRecordReader
{
  ScopeBytes bytes;
  gboolean started, gave_up;
  const char *const *names; /* Borrowed; of columns */
  ScopeDialect dialect;
  gboolean loose; /* blanks are no part of fields */
  char separator, guess;
  GString *first_line; /* Owned; where they differ */
  guint64 line;
  GString *text;      /* Owned; the fields of the record, one after the other */
  GString *behind;    /* Owned; what stood behind the first closing quote that is wrong */
  GArray *starts;     /* Owned; of gsize: where each field starts in text */
  ScopeField *fields; /* Owned; of the record */
  guint n_fields, n_allocated;
};

ScopeRecordReader *
scope_record_reader_new (GInputStream *stream, const char *const *names, GCancellable *cancellable)
{
  ScopeRecordReader *reader = g_new0 (ScopeRecordReader, 1);

  scope_bytes_init (&reader->bytes, stream, cancellable);
  reader->names = names;
  reader->line = 1;
  reader->behind = g_string_new (NULL);
  reader->first_line = g_string_new (NULL);
  reader->text = g_string_new (NULL);
  reader->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return reader;
}

void
scope_record_reader_set_dialect (ScopeRecordReader *reader, ScopeDialect dialect)
{
  reader->dialect = dialect;
}

void
scope_record_reader_free (ScopeRecordReader *reader)
{
  if (reader == NULL)
    return;
  scope_bytes_clear (&reader->bytes);
  g_string_free (reader->text, TRUE);
  g_string_free (reader->behind, TRUE);
  g_string_free (reader->first_line, TRUE);
  g_array_unref (reader->starts);
  g_free (reader->fields);
  g_free (reader);
}

char
scope_record_reader_separator (const ScopeRecordReader *reader)
{
  return reader->separator;
}

gboolean
scope_record_reader_is_loose (const ScopeRecordReader *reader)
{
  return reader->loose;
}

char
scope_record_reader_guess (const ScopeRecordReader *reader)
{
  return reader->guess;
}

void
scope_record_reader_get_first_line (const ScopeRecordReader *reader, const char **line, gsize *length)
{
  *line = reader->first_line->str;
  *length = reader->first_line->len;
}

gboolean
scope_record_reader_is_cancelled (const ScopeRecordReader *reader)
{
  return g_cancellable_is_cancelled (reader->bytes.cancellable);
}

guint64
scope_record_reader_n_bytes (const ScopeRecordReader *reader)
{
  return reader->bytes.n_read;
}

/* What separates fields: what the dialect says, a line "sep=;", and the header. */
static void
begin (ScopeRecordReader *reader)
{
  const char *line;
  gsize length;

  reader->started = TRUE;
  scope_bytes_skip_mark (&reader->bytes);
  length = scope_bytes_peek_line (&reader->bytes, &line);
  reader->guess = scope_dialect_separator_declared (line, length);
  if (reader->guess != '\0' && length > 0 && line[length - 1] == '\n')
    {
      reader->bytes.at += length;
      reader->line++;
    }
  else if (reader->dialect == SCOPE_DIALECT_PASTED)
    reader->guess = scope_dialect_separator_of_pasted (line, length);
  else
    reader->guess = scope_dialect_guess_separator (line, length, scope_dialect_choose (reader->dialect, ','),
                                                   reader->names);
  reader->separator = scope_dialect_choose (reader->dialect, reader->guess);
  reader->loose = reader->dialect == SCOPE_DIALECT_PASTED || reader->separator != ',';
  if (reader->bytes.failed)
    reader->guess = reader->separator;
  if (reader->guess == reader->separator)
    return;
  length = scope_blank_trim_end (line, length);
  g_string_append_len (reader->first_line, line, (gssize) MIN (length, MOST_SHOWN));
}

static void
add_field (ScopeRecordReader *reader, const char *text, gsize length)
{
  if (reader->loose)
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
  ScopeBytes *bytes = &reader->bytes;
  const guchar *start = bytes->buffer + bytes->at, *end = bytes->buffer + bytes->filled;
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
  bytes->at = (gsize) (at + 1 - bytes->buffer);
  reader->line++;
  return TRUE;
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
  gboolean behind; /* the first thing that is wrong is text there, which the reader has */
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
      note (reader, progress, TOO_LONG);
      return;
    }
  if (byte == '\0')
    note (reader, progress, "a zero byte; text is allowed");
  g_string_append_c (reader->text, (char) byte);
}

/* TRUE where a quote may open the field; in loose dialects behind blanks, which are forgotten. */
static gboolean
field_may_open (ScopeRecordReader *reader)
{
  gsize start = g_array_index (reader->starts, gsize, reader->starts->len - 1);
  const char *text = reader->text->str + start;
  gsize length = reader->text->len - start;

  if (reader->loose)
    scope_blank_trim (&text, &length);
  if (length > 0)
    return FALSE;
  g_string_truncate (reader->text, start);
  return TRUE;
}

/* Behind a closing quote nothing may come; in loose dialects blanks may. */
static void
take_closed (ScopeRecordReader *reader, Progress *progress, int byte)
{
  const char bytes[] = { (char) byte, (char) scope_bytes_peek (&reader->bytes) };
  gsize blank = reader->loose ? scope_blank_length (bytes, sizeof bytes) : 0;

  if (blank > 0 && !progress->behind)
    {
      if (blank == 2)
        scope_bytes_take (&reader->bytes);
      return;
    }
  if (progress->wrong == NULL)
    {
      note (reader, progress, "");
      progress->behind = TRUE;
      g_string_truncate (reader->behind, 0);
    }
  if (progress->behind && progress->wrong_field == reader->starts->len - 1
      && reader->behind->len < MOST_SHOWN)
    g_string_append_c (reader->behind, (char) byte);
}

static void
take_quoted (ScopeRecordReader *reader, Progress *progress, int byte)
{
  if (byte == '\n')
    reader->line++;
  if (byte != '"')
    append (reader, progress, byte);
  else if (scope_bytes_peek (&reader->bytes) == '"')
    append (reader, progress, scope_bytes_take (&reader->bytes));
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
  if (byte == '\r' && scope_bytes_peek (&reader->bytes) == '\n')
    byte = scope_bytes_take (&reader->bytes);
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
  else if (byte != '\r' && progress->closed)
    take_closed (reader, progress, byte);
  else if (byte == '"' && field_may_open (reader))
    progress->quoted = TRUE;
  else
    {
      if (byte == '\r')
        note (reader, progress, "a carriage return without a line feed; lines end with LF or CRLF");
      if (byte == '"')
        note (reader, progress,
              "a quote inside a field; quoted fields begin with one and double those inside");
      append (reader, progress, byte);
    }
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
  guint64 start = reader->bytes.n_read;
  int byte;

  g_string_truncate (reader->text, 0);
  g_array_set_size (reader->starts, 0);
  begin_field (reader);
  while ((byte = scope_bytes_take (&reader->bytes)) >= 0)
    {
      progress->any = TRUE;
      if (progress->quoted)
        take_quoted (reader, progress, byte);
      else if (take_unquoted (reader, progress, byte))
        break;
      if (reader->bytes.n_read - start > MOST_LOOKED_AT)
        {
          note (reader, progress, TOO_LONG);
          reader->gave_up = TRUE;
          break;
        }
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
  if (!reader->loose)
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

static char *
describe_behind (const ScopeRecordReader *reader)
{
  g_autofree char *shown = scope_escape (reader->behind->str, reader->behind->len);

  return g_strdup_printf ("text behind a closing quote, “%s”; a %s or the line’s end is allowed", shown,
                          reader->loose ? "separator" : "comma");
}

ScopeRecordResult
scope_record_reader_next (ScopeRecordReader *reader, ScopeRecord *record, char **what_is_wrong)
{
  Progress progress = { 0 };

  if (reader->gave_up)
    return SCOPE_RECORD_END;
  if (!reader->started)
    begin (reader);
  record->line = reader->line;
  if (scope_bytes_have_line (&reader->bytes) && take_plain_line (reader))
    {
      progress.line_end = TRUE;
      set_record (reader, &progress, record);
      return SCOPE_RECORD_READ;
    }

  take_record (reader, &progress);
  if (reader->bytes.failed)
    {
      *what_is_wrong = g_strdup (reader->bytes.message);
      return SCOPE_RECORD_FATAL;
    }
  if (!progress.any)
    return SCOPE_RECORD_END;
  set_record (reader, &progress, record);
  if (progress.wrong == NULL)
    return SCOPE_RECORD_READ;
  *what_is_wrong = progress.behind ? describe_behind (reader) : g_strdup (progress.wrong);
  return SCOPE_RECORD_ERROR;
}
