/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-number.h"

#include <math.h>
#include <string.h>

#include "decimal.h"
#include "escape.h"

/* --- One field as a number */

#define MINUS "\xe2\x88\x92"

/* Where numbers may have a decimal comma; between commas they stand in quotes then. */
static gboolean
allows_comma (const ScopeRowReader *reader)
{
  return reader->dialect != SCOPE_DIALECT_COMMA;
}

static gboolean
holds (const ScopeField *field, char c)
{
  return memchr (field->text, c, field->length) != NULL;
}

static gboolean
begins_with_minus (const ScopeField *field)
{
  return field->length > strlen (MINUS) && memcmp (field->text, MINUS, strlen (MINUS)) == 0;
}

/* Some languages' spreadsheets write the minus that mathematics has. */
static gboolean
parse (const ScopeRowReader *reader, const ScopeField *field, char mark, double *value)
{
  gsize minus = allows_comma (reader) && begins_with_minus (field) ? strlen (MINUS) : 0;
  gboolean is_number;

  if (minus > 0 && (field->text[minus] == '-' || field->text[minus] == '+'))
    return FALSE;
  is_number = scope_decimal_parse_marked (field->text + minus, field->length - minus, mark, value);
  if (minus > 0)
    *value = -*value;
  return is_number;
}

/* --- A decimal sign, or one of thousands? */

/* "1,234", with any sign: what separates thousands looks the same. */
static gboolean
may_be_thousands (const ScopeField *field, char mark)
{
  const char *end = field->text + field->length, *at = field->text;
  const char *digits;

  if (begins_with_minus (field))
    at += strlen (MINUS);
  else if (*at == '-' || *at == '+')
    at++;
  digits = at;
  while (at < end && g_ascii_isdigit (*at))
    at++;
  if (at == digits || at > digits + 3 || *digits == '0' || end - at != 4 || *at != mark)
    return FALSE;
  return g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]);
}

static void
begin_doubt (ScopeRowReader *reader, const ScopeRecord *record, guint column, char mark, double value)
{
  const ScopeField *field = &record->fields[reader->column[column]];
  ScopeRowDoubt *doubt = &reader->doubt;

  *doubt = (ScopeRowDoubt) { .line = record->line,
                             .column = scope_row_columns[column],
                             .mark = mark,
                             .decimal = value,
                             .thousands = round (1000 * value) };
  memcpy (doubt->text, field->text, field->length);
}

/* Of a number that has the mark: what it tells of the table's. */
static void
note_mark (ScopeRowReader *reader, const ScopeRecord *record, guint column, char mark, double value)
{
  reader->mark = mark;
  /* Between commas, a point is what separates a fraction, everywhere. */
  if (mark == '.' && scope_record_reader_separator (reader->records) == ',')
    reader->mark_is_certain = TRUE;
  else if (!may_be_thousands (&record->fields[reader->column[column]], mark))
    reader->mark_is_certain = TRUE;
  else if (reader->doubt.line == 0)
    begin_doubt (reader, record, column, mark, value);
}

/* --- What is wrong with it */

/* What a reader of the message would not see in the field, or not think of; "" for nothing. */
static const char *
explain (const ScopeRowReader *reader, const ScopeRecord *record, const ScopeField *field)
{
  double value;

  if (!allows_comma (reader) && scope_decimal_parse_marked (field->text, field->length, ',', &value))
    return " (a decimal comma is none here)";
  if (!allows_comma (reader) && begins_with_minus (field))
    return " (the sign before it is U+2212; “-” is allowed)";
  if (holds (field, '.') && holds (field, ','))
    return " (nothing separates thousands)";
  return !reader->has_header && record->line == 1
           ? " (the first line does not name z1, z2, z3 and observed: it is read as a row)"
           : "";
}

/* TRUE where it stands in a table of commas that has decimal commas in quotes. */
static gboolean
is_quoted_comma (const ScopeRowReader *reader, const ScopeField *field)
{
  double value;

  return !allows_comma (reader) && reader->mark == '\0'
         && scope_decimal_parse_marked (field->text, field->length, ',', &value)
         && !may_be_thousands (field, ',');
}

static ScopeRowResult
refuse_number (ScopeRowReader *reader, const ScopeRecord *record, guint column, gboolean too_large,
               GError **error)
{
  const ScopeField *field = &record->fields[reader->column[column]];
  g_autofree char *shown = scope_escape (field->text, field->length);

  if (too_large)
    return scope_row_refuse (reader, record->line, error,
                             "column %s: “%s” is too large; numbers up to 1.8e308 are allowed",
                             scope_row_columns[column], shown);
  reader->has_quoted_commas |= is_quoted_comma (reader, field);
  return scope_row_refuse (reader, record->line, error,
                           "column %s: “%s” is not a number; digits with at most one point%s, a sign and an "
                           "exponent are allowed, up to 1.8e308%s",
                           scope_row_columns[column], shown, allows_comma (reader) ? " or comma" : "",
                           explain (reader, record, field));
}

static ScopeRowResult
refuse_mark (const ScopeRowReader *reader, const ScopeRecord *record, guint column, char mark, GError **error)
{
  const ScopeField *field = &record->fields[reader->column[column]];
  g_autofree char *shown = scope_escape (field->text, field->length);

  return scope_row_refuse (reader, record->line, error,
                           "column %s: “%s” has a decimal %s where numbers before it have a %s; one of them "
                           "is allowed in one %s",
                           scope_row_columns[column], shown, mark == ',' ? "comma" : "point",
                           mark == ',' ? "point" : "comma",
                           reader->dialect == SCOPE_DIALECT_PASTED ? "paste" : "file");
}

/* --- All of it */

ScopeRowResult
scope_row_read_number (ScopeRowReader *reader, const ScopeRecord *record, guint column, double *value,
                       GError **error)
{
  const ScopeField *field = &record->fields[reader->column[column]];
  char mark = allows_comma (reader) && holds (field, ',') ? ',' : '.';

  *value = 0;
  if (!parse (reader, field, mark, value))
    return refuse_number (reader, record, column, isinf (*value), error);
  if ((reader->mark == mark && reader->mark_is_certain) || !holds (field, mark))
    return SCOPE_ROW_READ;
  if (reader->mark != '\0' && reader->mark != mark)
    return refuse_mark (reader, record, column, mark, error);
  note_mark (reader, record, column, mark, *value);
  return SCOPE_ROW_READ;
}
