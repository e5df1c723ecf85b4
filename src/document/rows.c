/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows.h"

#include <string.h>

#include "decimal.h"
#include "escape.h"
#include "record.h"

/* The columns that are read; the first four are required. */
enum
{
  Z1,
  Z2,
  Z3,
  OBSERVED,
  BIAS,
  W1,
  W2,
  W3,
  N_COLUMNS
};
static const char *const columns[N_COLUMNS]
  = { "z1", "z2", "z3", "observed", "bias", "w1", "w2", "w3" };
#define N_REQUIRED 4
#define ABSENT G_MAXUINT

struct _ScopeRowReader
{
  ScopeRecordReader *records;         /* Owned */
  char *name;                         /* Owned */
  char *class_names[SCOPE_N_CLASSES]; /* Owned */
  gboolean is_batch;
  gboolean header_read, ended, has_scenario_columns;
  guint column[N_COLUMNS]; /* the field of each column that is read, or ABSENT */
  guint n_fields;
  guint64 n_records; /* behind the header */
  guint64 next_line; /* where a missing first row would be */
  ScopeRecord held;  /* read already, behind blank lines */
  gboolean is_held;
  GError *held_error; /* Owned; or what is wrong with that */
};

static ScopeRowReader *
new_reader (GInputStream *stream, const char *name, const char *const class_names[SCOPE_N_CLASSES],
            gboolean is_batch, GCancellable *cancellable)
{
  ScopeRowReader *reader = g_new0 (ScopeRowReader, 1);

  reader->records = scope_record_reader_new (stream, cancellable);
  reader->name = scope_escape (name, strlen (name));
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    reader->class_names[k] = g_strdup (class_names[k]);
  for (guint c = 0; c < N_COLUMNS; c++)
    reader->column[c] = ABSENT;
  reader->is_batch = is_batch;
  reader->next_line = 1;
  return reader;
}

ScopeRowReader *
scope_row_reader_new (GInputStream *stream, const char *name,
                      const char *const class_names[SCOPE_N_CLASSES])
{
  return new_reader (stream, name, class_names, FALSE, NULL);
}

ScopeRowReader *
scope_row_reader_new_batch (GInputStream *stream, const char *name,
                            const char *const class_names[SCOPE_N_CLASSES],
                            GCancellable *cancellable)
{
  return new_reader (stream, name, class_names, TRUE, cancellable);
}

void
scope_row_reader_free (ScopeRowReader *reader)
{
  if (reader == NULL)
    return;
  scope_record_reader_free (reader->records);
  g_clear_error (&reader->held_error);
  g_free (reader->name);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    g_free (reader->class_names[k]);
  g_free (reader);
}

static ScopeRowResult
refuse (const ScopeRowReader *reader, guint64 line, GError **error, const char *format, ...)
  G_GNUC_PRINTF (4, 5);

static ScopeRowResult
refuse (const ScopeRowReader *reader, guint64 line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%" G_GUINT64_FORMAT ": %s",
               reader->name, line, message);
  return SCOPE_ROW_ERROR;
}

/* "column z2" where it is known, else "column 5". */
static char *
name_column (const ScopeRowReader *reader, guint field)
{
  for (guint c = 0; c < N_COLUMNS; c++)
    if (reader->column[c] == field)
      return g_strdup_printf ("column %s", columns[c]);
  return g_strdup_printf ("column %u", field + 1);
}

static ScopeRowResult
refuse_record (const ScopeRowReader *reader, const ScopeRecord *record, const char *wrong,
               GError **error)
{
  const ScopeField *field = &record->fields[record->wrong_field];
  g_autofree char *column = name_column (reader, record->wrong_field);
  g_autofree char *shown = scope_escape (field->text, field->length);

  return refuse (reader, record->line, error, "%s: “%s”: %s", column, shown, wrong);
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
      return refuse (reader, record->line, error, "%s", wrong);
    }
}

static gboolean
field_is (const ScopeField *field, const char *text)
{
  return field->length == strlen (text) && memcmp (field->text, text, field->length) == 0;
}

/* What the header says of one field; FALSE where it names a column twice. */
static gboolean
take_column (ScopeRowReader *reader, const ScopeField *field, guint at, guint *c)
{
  for (*c = 0; *c < N_COLUMNS; ++*c)
    {
      if (!field_is (field, columns[*c]))
        continue;
      reader->has_scenario_columns |= *c >= BIAS;
      if (*c >= BIAS && reader->is_batch)
        return TRUE;
      if (reader->column[*c] != ABSENT)
        return FALSE;
      reader->column[*c] = at;
    }
  return TRUE;
}

static ScopeRowResult
find_columns (ScopeRowReader *reader, const ScopeRecord *record, GError **error)
{
  guint c;

  for (guint f = 0; f < record->n_fields; f++)
    if (!take_column (reader, &record->fields[f], f, &c))
      return refuse (reader, record->line, error,
                     "column %u: the header names the column %s twice; once is allowed", f + 1,
                     columns[c]);
  for (c = 0; c < N_REQUIRED; c++)
    if (reader->column[c] == ABSENT)
      return refuse (reader, record->line, error,
                     "the header does not name the column %s; z1, z2, z3 and observed are needed",
                     columns[c]);
  reader->n_fields = record->n_fields;
  return SCOPE_ROW_READ;
}

static ScopeRowResult
read_header (ScopeRowReader *reader, GError **error)
{
  ScopeRecord record;
  ScopeRowResult result = read_record (reader, &record, error);

  reader->header_read = TRUE;
  if (result == SCOPE_ROW_END || (result == SCOPE_ROW_READ && record.blank))
    result = refuse (reader, 1, error,
                     "there is no header; one that names z1, z2, z3 and observed is needed");
  else if (result == SCOPE_ROW_READ)
    {
      reader->next_line = record.line_end ? record.next_line : record.line;
      result = find_columns (reader, &record, error);
    }
  /* Without its header no row can be read. */
  reader->ended |= result != SCOPE_ROW_READ;
  return result;
}

static ScopeRowResult
read_number (const ScopeRowReader *reader, const ScopeRecord *record, guint column, double *value,
             GError **error)
{
  const ScopeField *field = &record->fields[reader->column[column]];
  g_autofree char *shown = NULL;

  if (scope_decimal_parse (field->text, field->length, value))
    return SCOPE_ROW_READ;
  shown = scope_escape (field->text, field->length);
  return refuse (reader, record->line, error,
                 "column %s: “%s” is not a number; digits with at most one point, a sign and an "
                 "exponent are allowed, up to 1.8e308",
                 columns[column], shown);
}

static ScopeRowResult
read_observed (const ScopeRowReader *reader, const ScopeRecord *record, unsigned *observed,
               GError **error)
{
  const ScopeField *field = &record->fields[reader->column[OBSERVED]];
  g_autofree char *shown = NULL;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      const char *name = reader->class_names[k];
      const char number[2] = { (char) ('1' + k), '\0' };

      if (field_is (field, number)
          || (strlen (name) == field->length
              && g_ascii_strncasecmp (field->text, name, field->length) == 0))
        {
          *observed = k;
          return SCOPE_ROW_READ;
        }
    }
  shown = scope_escape (field->text, field->length);
  return refuse (reader, record->line, error,
                 "column observed: “%s” is no class; %s, %s, %s, 1, 2 and 3 are allowed", shown,
                 reader->class_names[0], reader->class_names[1], reader->class_names[2]);
}

static ScopeRowResult
fill_row (const ScopeRowReader *reader, const ScopeRecord *record, ScopeRow *row, GError **error)
{
  double values[N_COLUMNS] = { 0 };

  *row = (ScopeRow) { .line = record->line };
  if (record->n_fields != reader->n_fields)
    return refuse (reader, record->line, error, "%u fields; the header has %u", record->n_fields,
                   reader->n_fields);
  for (guint c = 0; c < N_COLUMNS; c++)
    if (c != OBSERVED && reader->column[c] != ABSENT
        && read_number (reader, record, c, &values[c], error) != SCOPE_ROW_READ)
      return SCOPE_ROW_ERROR;

  memcpy (row->a, &values[Z1], sizeof row->a);
  memcpy (row->w, &values[W1], sizeof row->w);
  row->bias = values[BIAS];
  row->has_bias = reader->column[BIAS] != ABSENT;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    row->has_w[k] = reader->column[W1 + k] != ABSENT;
  return read_observed (reader, record, &row->observed, error);
}

/* Blank lines are allowed at the end alone: the first of them is at fault if more follows, which is
 * held for the next call. */
static ScopeRowResult
skip_blank (ScopeRowReader *reader, guint64 line, GError **error)
{
  g_autoptr (GError) next_error = NULL;
  ScopeRowResult result;

  do
    result = read_record (reader, &reader->held, &next_error);
  while (result == SCOPE_ROW_READ && reader->held.blank);
  if (result == SCOPE_ROW_END)
    return result;
  if (reader->ended)
    {
      g_propagate_error (error, g_steal_pointer (&next_error));
      return result;
    }
  reader->is_held = result == SCOPE_ROW_READ;
  reader->held_error = g_steal_pointer (&next_error);
  return refuse (reader, line, error, "a blank line; they are allowed at the end alone");
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
  if (result == SCOPE_ROW_READ)
    return fill_row (reader, &record, row, error);
  if (result == SCOPE_ROW_END && reader->n_records == 0)
    return refuse (reader, reader->next_line, error, "there is no row; at least one is needed");
  return result;
}

gboolean
scope_row_reader_has_scenario_columns (const ScopeRowReader *reader)
{
  return reader->has_scenario_columns;
}

guint64
scope_row_reader_n_bytes (const ScopeRowReader *reader)
{
  return scope_record_reader_n_bytes (reader->records);
}
