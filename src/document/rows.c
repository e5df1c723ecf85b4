/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows.h"

#include <string.h>

#include "escape.h"
#include "rows-fill.h"
#include "rows-header.h"
#include "rows-reader.h"

/* Takes records. */
static ScopeRowReader *
new_reader (ScopeRecordReader *records, const char *name, const ScopeClasses *classes)
{
  ScopeRowReader *reader = g_new0 (ScopeRowReader, 1);

  reader->records = records;
  reader->name = scope_escape (name, strlen (name));
  reader->classes = *classes;
  for (guint c = 0; c < N_COLUMNS; c++)
    reader->column[c] = ABSENT;
  reader->most_rows = G_MAXUINT64;
  reader->has_header = TRUE;
  reader->next_line = 1;
  return reader;
}

ScopeRowReader *
scope_row_reader_new (GInputStream *stream, const char *name, const ScopeClasses *classes)
{
  return new_reader (scope_record_reader_new (stream, scope_row_columns, NULL), name, classes);
}

ScopeRowReader *
scope_row_reader_new_batch (GInputStream *stream, const char *name, const ScopeClasses *classes,
                            GCancellable *cancellable)
{
  ScopeRowReader *reader
    = new_reader (scope_record_reader_new (stream, scope_row_columns, cancellable), name, classes);

  reader->is_batch = TRUE;
  return reader;
}

ScopeRowReader *
scope_row_reader_new_pasted (GInputStream *stream, const char *name, const ScopeClasses *classes,
                             GCancellable *cancellable)
{
  ScopeRowReader *reader = scope_row_reader_new_batch (stream, name, classes, cancellable);

  scope_row_reader_set_dialect (reader, SCOPE_DIALECT_PASTED);
  return reader;
}

void
scope_row_reader_set_dialect (ScopeRowReader *reader, ScopeDialect dialect)
{
  reader->dialect = dialect;
  scope_record_reader_set_dialect (reader->records, dialect);
}

void
scope_row_reader_set_most_rows (ScopeRowReader *reader, guint64 most_rows)
{
  reader->most_rows = most_rows;
}

void
scope_row_reader_free (ScopeRowReader *reader)
{
  if (reader == NULL)
    return;
  scope_record_reader_free (reader->records);
  g_clear_error (&reader->held_error);
  g_free (reader->name);
  g_free (reader);
}

/* "column z2" where it is known, else "column 5". */
static char *
name_column (const ScopeRowReader *reader, guint field)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    if (reader->column[c] == field)
      return g_strdup_printf ("column %s", scope_row_columns[c]);
  return g_strdup_printf ("column %u", field + 1);
}

static ScopeRowResult
refuse_record (const ScopeRowReader *reader, const ScopeRecord *record, const char *wrong, GError **error)
{
  const ScopeField *field = &record->fields[record->wrong_field];
  g_autofree char *column = name_column (reader, record->wrong_field);
  g_autofree char *shown = scope_escape (field->text, field->length);

  return scope_row_refuse (reader, record->line, error, "%s: “%s”: %s", column, shown, wrong);
}

static ScopeRowResult
read_record (ScopeRowReader *reader, ScopeRecord *record, GError **error)
{
  g_autofree char *wrong = NULL;

  switch (scope_record_reader_next (reader->records, record, &wrong))
    {
    case SCOPE_RECORD_READ:
      return SCOPE_ROW_READ;
    case SCOPE_RECORD_END:
      reader->ended = TRUE;
      return SCOPE_ROW_END;
    case SCOPE_RECORD_ERROR:
      return refuse_record (reader, record, wrong, error);
    case SCOPE_RECORD_FATAL:
    default:
      reader->ended = TRUE;
      return scope_row_refuse (reader, record->line, error, "%s", wrong);
    }
}

/* The first line is a row already, held for the next call. */
static void
do_without_header (ScopeRowReader *reader, const ScopeRecord *record)
{
  reader->has_header = FALSE;
  for (guint c = 0; c < N_REQUIRED; c++)
    reader->column[c] = c;
  reader->n_fields = reader->n_needed = N_REQUIRED;
  reader->held = *record;
  reader->is_held = TRUE;
  reader->n_records = 1;
}

static ScopeRowResult
take_header (ScopeRowReader *reader, const ScopeRecord *record, GError **error)
{
  if (reader->dialect == SCOPE_DIALECT_PASTED && !scope_row_is_header (reader, record))
    {
      do_without_header (reader, record);
      return SCOPE_ROW_READ;
    }
  reader->next_line = record->line_end ? record->next_line : record->line;
  return scope_row_find_columns (reader, record, error);
}

static ScopeRowResult
read_header (ScopeRowReader *reader, GError **error)
{
  ScopeRecord record;
  ScopeRowResult result = read_record (reader, &record, error);

  reader->header_read = TRUE;
  if (!reader->ended
      && scope_record_reader_guess (reader->records) != scope_record_reader_separator (reader->records))
    {
      g_clear_error (error);
      result = scope_row_refuse_separator (reader, &record, error);
    }
  else if (result == SCOPE_ROW_END || (result == SCOPE_ROW_READ && record.blank))
    result = scope_row_refuse (reader, 1, error,
                               reader->dialect == SCOPE_DIALECT_PASTED
                                 ? "the first line is blank; rows, or a header that names z1, z2, z3 and "
                                   "observed, are needed"
                                 : "there is no header; one that names z1, z2, z3 and observed is needed");
  else if (result == SCOPE_ROW_READ)
    result = take_header (reader, &record, error);
  /* Without its header no row can be read. */
  reader->ended |= result != SCOPE_ROW_READ;
  return result;
}

/* So many bytes of blank lines may stand at the end: a million and some columns of cells, of which a spreadsheet
 * has no more. A device or a pipe may have no end. */
#define MOST_BLANK (32 << 20)

/* Blank lines are allowed at the end alone: the first of them is at fault if more follows, which is
 * held for the next call. */
static ScopeRowResult
skip_blank (ScopeRowReader *reader, guint64 line, GError **error)
{
  guint64 most_bytes = scope_row_reader_n_bytes (reader) + MOST_BLANK;
  g_autoptr (GError) next_error = NULL;
  ScopeRowResult result;

  do
    result = read_record (reader, &reader->held, &next_error);
  while (result == SCOPE_ROW_READ && reader->held.blank && scope_row_reader_n_bytes (reader) <= most_bytes);
  if (result == SCOPE_ROW_READ && reader->held.blank)
    {
      reader->ended = TRUE;
      return scope_row_refuse (reader, line, error,
                               "more than %d bytes of blank lines; fewer are allowed, at the end alone",
                               MOST_BLANK);
    }
  if (result == SCOPE_ROW_END)
    return result;
  if (reader->ended)
    {
      g_propagate_error (error, g_steal_pointer (&next_error));
      return result;
    }
  reader->is_held = result == SCOPE_ROW_READ;
  reader->held_error = g_steal_pointer (&next_error);
  return scope_row_refuse (reader, line, error, "a blank line; they are allowed at the end alone");
}

static ScopeRowResult
read_row_record (ScopeRowReader *reader, ScopeRecord *record, GError **error)
{
  if (reader->held_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->held_error));
      return SCOPE_ROW_ERROR;
    }
  if (reader->is_held)
    {
      *record = reader->held;
      reader->is_held = FALSE;
      return SCOPE_ROW_READ;
    }

  ScopeRowResult result = read_record (reader, record, error);

  if (result == SCOPE_ROW_READ && record->blank)
    result = skip_blank (reader, record->line, error);
  reader->n_records += result != SCOPE_ROW_END;
  return result;
}

ScopeRowResult
scope_row_reader_next (ScopeRowReader *reader, ScopeRow *row, GError **error)
{
  ScopeRecord record;
  ScopeRowResult result;

  if (!reader->header_read)
    {
      result = read_header (reader, error);
      if (result != SCOPE_ROW_READ)
        return result;
    }
  if (reader->ended)
    return SCOPE_ROW_END;

  result = read_row_record (reader, &record, error);
  if (result == SCOPE_ROW_READ && reader->n_records > reader->most_rows)
    {
      reader->ended = TRUE;
      return scope_row_refuse (reader, record.line, error,
                               "one row too many; up to %" G_GUINT64_FORMAT " are allowed here",
                               reader->most_rows);
    }
  if (result == SCOPE_ROW_READ)
    return scope_row_fill (reader, &record, row, error);
  if (result == SCOPE_ROW_END && reader->n_records == 0)
    return scope_row_refuse (reader, reader->next_line, error, "there is no row; at least one is needed");
  return result;
}

gboolean
scope_row_reader_has_scenario_columns (const ScopeRowReader *reader)
{
  return reader->has_scenario_columns;
}

char
scope_row_reader_separator (const ScopeRowReader *reader)
{
  return scope_record_reader_separator (reader->records);
}

char
scope_row_reader_mark (const ScopeRowReader *reader)
{
  return reader->mark;
}

const char *
scope_row_reader_fitting_dialect (const ScopeRowReader *reader)
{
  char guess = scope_record_reader_guess (reader->records);

  if (reader->has_quoted_commas)
    return "auto";
  return guess != scope_record_reader_separator (reader->records) ? scope_dialect_name_for (guess) : NULL;
}

const ScopeRowDoubt *
scope_row_reader_doubt (const ScopeRowReader *reader)
{
  return reader->doubt.line > 0 && !reader->mark_is_certain ? &reader->doubt : NULL;
}

gboolean
scope_row_reader_is_cancelled (const ScopeRowReader *reader)
{
  return scope_record_reader_is_cancelled (reader->records);
}

guint64
scope_row_reader_n_bytes (const ScopeRowReader *reader)
{
  return scope_record_reader_n_bytes (reader->records);
}
