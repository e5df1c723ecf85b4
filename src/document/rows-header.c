/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-header.h"

#include <string.h>

#include "escape.h"

/* --- What the header says, and what is wrong with it */

/* A refusal shows so many of the names that are there. */
#define MOST_NAMES 12

static gboolean
field_names (const ScopeRowReader *reader, const ScopeField *field, const char *column)
{
  return scope_record_reader_is_loose (reader->records) ? scope_rows_field_is_any_case (field, column)
                                                        : scope_rows_field_is (field, column);
}

gboolean
scope_row_is_header (const ScopeRowReader *reader, const ScopeRecord *record)
{
  for (guint f = 0; f < record->n_fields; f++)
    for (guint c = 0; c < N_REQUIRED; c++)
      if (field_names (reader, &record->fields[f], scope_row_columns[c]))
        return TRUE;
  return FALSE;
}

ScopeRowResult
scope_row_refuse_separator (const ScopeRowReader *reader, const ScopeRecord *record, GError **error)
{
  const char guess[] = { scope_record_reader_guess (reader->records), '\0' };
  const char *name = scope_dialect_separator_name (guess[0]);
  const char *allowed = scope_dialect_separator_name (scope_record_reader_separator (reader->records));
  const char *line;
  gsize length;
  g_autofree char *shown = NULL;

  scope_record_reader_get_first_line (reader->records, &line, &length);
  shown = scope_escape (line, length);
  if (reader->dialect == SCOPE_DIALECT_AUTO)
    allowed = "commas, semicolons and tabs";
  return scope_row_refuse (reader, record->line, error,
                           "the header is separated by %s, “%s”; %s are allowed%s",
                           name != NULL ? name : "another character", shown, allowed,
                           reader->dialect == SCOPE_DIALECT_COMMA ? ", and a point in numbers" : "");
}

/* What the header says of one field; FALSE where it names a column twice. */
static gboolean
take_column (ScopeRowReader *reader, const ScopeField *field, guint at, guint *c)
{
  for (*c = 0; *c < N_COLUMNS; ++*c)
    {
      if (!field_names (reader, field, scope_row_columns[*c]))
        continue;
      reader->has_scenario_columns |= *c >= BIAS;
      if (*c >= BIAS && reader->is_batch)
        return TRUE;
      if (reader->column[*c] != ABSENT)
        return FALSE;
      reader->column[*c] = at;
      reader->n_needed = MAX (reader->n_needed, at + 1);
    }
  return TRUE;
}

/* TRUE where only capitals, blanks or marks make the difference. */
static gboolean
nearly_names (const ScopeField *field, const char *column)
{
  for (gsize i = 0; i < field->length; i++)
    {
      if (!g_ascii_isalnum (field->text[i]))
        continue;
      if (g_ascii_tolower (field->text[i]) != *column)
        return FALSE;
      column++;
    }
  return *column == '\0';
}

/* The names that are there: “z1”, “z2” and so on. */
static char *
list_names (const ScopeRecord *record)
{
  GString *list = g_string_new (NULL);

  for (guint f = 0; f < MIN (record->n_fields, MOST_NAMES); f++)
    {
      g_autofree char *shown = scope_escape (record->fields[f].text, record->fields[f].length);

      g_string_append_printf (list, "%s“%s”", f > 0 ? ", " : "", shown);
    }
  if (record->n_fields > MOST_NAMES)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}

static ScopeRowResult
refuse_missing (const ScopeRowReader *reader, const ScopeRecord *record, const char *column, GError **error)
{
  g_autofree char *list = NULL;

  for (guint f = 0; f < record->n_fields; f++)
    if (nearly_names (&record->fields[f], column))
      {
        g_autofree char *shown = scope_escape (record->fields[f].text, record->fields[f].length);

        return scope_row_refuse (
          reader, record->line, error,
          "column %u: the header does not name the column %s but “%s”; z1, z2, z3 and observed "
          "are needed, %s",
          f + 1, column, shown,
          scope_record_reader_is_loose (reader->records) ? "without other marks"
                                                         : "in small letters and without blanks");
      }
  list = list_names (record);
  return scope_row_refuse (
    reader, record->line, error,
    "the header does not name the column %s; it names %s; z1, z2, z3 and observed are needed", column, list);
}

ScopeRowResult
scope_row_find_columns (ScopeRowReader *reader, const ScopeRecord *record, GError **error)
{
  guint c;

  for (guint f = 0; f < record->n_fields; f++)
    if (!take_column (reader, &record->fields[f], f, &c))
      return scope_row_refuse (reader, record->line, error,
                               "column %u: the header names the column %s twice; once is allowed", f + 1,
                               scope_row_columns[c]);
  for (c = 0; c < N_REQUIRED; c++)
    if (reader->column[c] == ABSENT)
      return refuse_missing (reader, record, scope_row_columns[c], error);
  reader->n_fields = record->n_fields;
  return SCOPE_ROW_READ;
}
