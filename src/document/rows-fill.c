/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-fill.h"

#include <string.h>

#include "escape.h"
#include "rows-number.h"

/* --- One record as a row */

static gboolean
find_class (const ScopeRowReader *reader, const ScopeField *field, unsigned *observed)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      const char number[2] = { (char) ('1' + k), '\0' };

      if (scope_rows_field_is (field, number)
          || scope_rows_field_is_any_case (field, reader->classes.name[k]))
        {
          *observed = k;
          return TRUE;
        }
    }
  return FALSE;
}

static ScopeRowResult
read_observed (const ScopeRowReader *reader, const ScopeRecord *record, unsigned *observed, GError **error)
{
  const ScopeField *field = &record->fields[reader->column[OBSERVED]];
  g_autofree char *shown = NULL;

  if (find_class (reader, field, observed))
    return SCOPE_ROW_READ;
  shown = scope_escape (field->text, field->length);
  return scope_row_refuse (reader, record->line, error,
                           "column observed: “%s” is no class; %s, %s, %s, 1, 2 and 3 are allowed", shown,
                           reader->classes.name[0], reader->classes.name[1], reader->classes.name[2]);
}

/* --- How many fields there are */

/* Spreadsheets fill rows up with empty fields, or leave those out. */
static gboolean
has_its_fields (const ScopeRowReader *reader, const ScopeRecord *record)
{
  if (!scope_record_reader_is_loose (reader->records))
    return record->n_fields == reader->n_fields;
  for (guint f = reader->n_fields; f < record->n_fields; f++)
    if (record->fields[f].length > 0)
      return FALSE;
  return record->n_fields >= reader->n_needed;
}

/* R's write.table() gives its row names no name in the header: all fields are one further on. */
static gboolean
has_row_name (const ScopeRowReader *reader, const ScopeRecord *record)
{
  guint at = reader->column[OBSERVED];
  unsigned observed;

  return record->n_fields == reader->n_fields + 1 && !find_class (reader, &record->fields[at], &observed)
         && find_class (reader, &record->fields[at + 1], &observed);
}

static ScopeRowResult
refuse_fields (const ScopeRowReader *reader, const ScopeRecord *record, GError **error)
{
  const char *fields = record->n_fields == 1 ? "field" : "fields";

  if (reader->has_header)
    return scope_row_refuse (
      reader, record->line, error, "%u %s; the header has %u%s", record->n_fields, fields, reader->n_fields,
      has_row_name (reader, record) ? " (none for the row’s name: R writes no row names with row.names "
                                      "= FALSE)"
                                    : "");
  return scope_row_refuse (reader, record->line, error,
                           "%u %s, separated by %s; without a header, four are needed: z1, z2, z3 and "
                           "observed",
                           record->n_fields, fields,
                           scope_dialect_separator_name (scope_record_reader_separator (reader->records)));
}

ScopeRowResult
scope_row_fill (ScopeRowReader *reader, const ScopeRecord *record, ScopeRow *row, GError **error)
{
  double values[N_COLUMNS] = { 0 };

  *row = (ScopeRow) { .line = record->line };
  if (!has_its_fields (reader, record))
    return refuse_fields (reader, record, error);
  for (guint c = 0; c < N_COLUMNS; c++)
    if (c != OBSERVED && reader->column[c] != ABSENT
        && scope_row_read_number (reader, record, c, &values[c], error) != SCOPE_ROW_READ)
      return SCOPE_ROW_ERROR;

  memcpy (row->a, &values[Z1], sizeof row->a);
  memcpy (row->w, &values[W1], sizeof row->w);
  row->bias = values[BIAS];
  row->has_bias = reader->column[BIAS] != ABSENT;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    row->has_w[k] = reader->column[W1 + k] != ABSENT;
  return read_observed (reader, record, &row->observed, error);
}
