/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a file of rows in each dialect and as pasted text: an answer for each, the same in one piece and
 * byte by byte, and messages that may be shown. As a number, too: what the grammar says, and the C
 * library's value. */

#include <math.h>
#include <string.h>

#include "../slow-stream.h"
#include "decimal.h"
#include "fuzz.h"
#include "observations.h"
#include "rows.h"

/* What input is called, by whether it is pasted. */
static const char *const names[] = { "f.csv", "pasted text" };

/* What a dialect is called by. */
static const char *
name_of (ScopeDialect dialect)
{
  return names[dialect == SCOPE_DIALECT_PASTED];
}

/* A message is one line of text that cannot act on a terminal. */
static void
check_message (const char *message, ScopeDialect dialect)
{
  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_true (g_str_has_prefix (message, name_of (dialect)));
  g_assert_cmpint (message[strlen (name_of (dialect))], ==, ':');
  g_assert_cmpuint (strlen (message), <, 4000);
  for (const char *at = message; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
      g_assert_cmpint (g_unichar_type (g_utf8_get_char (at)), !=, G_UNICODE_FORMAT);
    }
}

static void
check_row (const ScopeRow *row)
{
  g_assert_cmpuint (row->observed, <, SCOPE_N_CLASSES);
  g_assert_true (isfinite (row->bias));
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    g_assert_true (isfinite (row->a[k]) && isfinite (row->w[k]));
}

static GInputStream *
open_stream (const char *data, gsize size, gboolean slowly)
{
  return slowly ? slow_stream_new (data, size)
                : g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
}

static ScopeRowReader *
open_rows (const char *data, gsize size, gboolean slowly, ScopeDialect dialect)
{
  g_autoptr (GInputStream) stream = open_stream (data, size, slowly);
  ScopeRowReader *reader = scope_row_reader_new (stream, name_of (dialect), &scope_classes_iris);

  scope_row_reader_set_dialect (reader, dialect);
  return reader;
}

static void
compare_ways (const char *data, gsize size, ScopeDialect dialect)
{
  g_autoptr (ScopeRowReader) one = open_rows (data, size, FALSE, dialect);
  g_autoptr (ScopeRowReader) other = open_rows (data, size, TRUE, dialect);
  guint64 line = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) other_error = NULL;
      ScopeRow row = { 0 }, other_row = { 0 };
      ScopeRowResult result = scope_row_reader_next (one, &row, &error);

      g_assert_cmpint (result, ==, scope_row_reader_next (other, &other_row, &other_error));
      g_assert_true ((result == SCOPE_ROW_ERROR) == (error != NULL));
      if (result == SCOPE_ROW_END)
        break;
      if (result == SCOPE_ROW_ERROR)
        {
          check_message (error->message, dialect);
          g_assert_cmpstr (error->message, ==, other_error->message);
          continue;
        }
      check_row (&row);
      g_assert_cmpmem (&row, sizeof row, &other_row, sizeof other_row);
      g_assert_cmpuint (row.line, >, line);
      line = row.line;
    }
}

/* All or nothing, and no more than are allowed. */
static void
check_load (const char *data, gsize size, ScopeDialect dialect)
{
  g_autoptr (GInputStream) stream = open_stream (data, size, FALSE);
  g_autoptr (ScopeRowReader) reader
    = scope_row_reader_new_batch (stream, name_of (dialect), &scope_classes_iris, NULL);
  g_autoptr (ScopeObservations) loaded = NULL;

  scope_row_reader_set_dialect (reader, dialect);
  scope_row_reader_set_most_rows (reader, 3);
  loaded = scope_observations_load (reader, NULL, NULL);

  g_assert_true ((loaded->rows == NULL) == (loaded->n_errors > 0));
  g_assert_true (loaded->rows == NULL || (loaded->rows->len > 0 && loaded->rows->len <= 3));
  g_assert_cmpuint (loaded->errors->len, ==, MIN (loaded->n_errors, 20));
  for (guint i = 0; i < loaded->errors->len; i++)
    check_message (g_ptr_array_index (loaded->errors, i), dialect);
}

static void
check_number (const char *data, gsize size, char mark)
{
  static GRegex *grammar;
  g_autofree char *copy = NULL;
  double value = 0, expected = 0;
  gboolean good;

  if (size > 300)
    return;
  if (grammar == NULL)
    grammar = g_regex_new ("^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z",
                           G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
  /* Point and comma change places: the grammar is the point's. */
  copy = g_strndup (data, size);
  for (gsize i = 0; mark == ',' && i < size; i++)
    copy[i] = data[i] == ',' ? '.' : data[i] == '.' ? ',' : data[i];
  good = g_regex_match_full (grammar, copy, (gssize) size, 0, 0, NULL, NULL);
  if (good)
    {
      expected = g_ascii_strtod (copy, NULL);
      good = isfinite (expected);
    }
  g_assert_cmpint (scope_decimal_parse_marked (data, size, mark, &value), ==, good);
  if (good)
    g_assert_true (value == expected && signbit (value) == signbit (expected));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  /* A memory stream wants memory, even for nothing. */
  const char *text = size > 0 ? (const char *) data : "";

  for (ScopeDialect dialect = 0; dialect <= SCOPE_DIALECT_PASTED; dialect++)
    {
      compare_ways (text, size, dialect);
      check_load (text, size, dialect);
    }
  check_number (text, size, '.');
  check_number (text, size, ',');
  return 0;
}
