/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of tables read from and compare with. */

#pragma once

#include <string.h>

#include "rows.h"
#include "slow-stream.h"

/* Of text, at once or byte by byte. */
static inline GInputStream *
open_stream (const char *text, gsize length, gboolean slowly)
{
  return slowly ? slow_stream_new (text, length)
                : g_memory_input_stream_new_from_data (text, (gssize) length, NULL);
}

/* That it is the row 1.5, −2, 3, Versicolor, and where there is a second one, 4, 5, 6, Virginica; n is which text. */
static inline void
check_two_rows (ScopeRowReader *reader, guint n)
{
  g_autoptr (GError) error = NULL;
  ScopeRow row;

  if (scope_row_reader_next (reader, &row, &error) != SCOPE_ROW_READ)
    g_error ("text %u: %s", n, error->message);
  g_assert_true (row.a[0] == 1.5 && row.a[1] == -2 && row.a[2] == 3 && row.observed == 1);
  if (scope_row_reader_next (reader, &row, &error) == SCOPE_ROW_END)
    return;
  if (error != NULL)
    g_error ("text %u: %s", n, error->message);
  g_assert_true (row.a[0] == 4 && row.a[1] == 5 && row.a[2] == 6 && row.observed == 2);
  g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_END);
}

/* That it is refused at some row with that message, in one line; n is which text. */
static inline void
check_refused (ScopeRowReader *reader, guint n, const char *message)
{
  g_autoptr (GError) error = NULL;
  ScopeRowResult result;
  ScopeRow row;

  do
    result = scope_row_reader_next (reader, &row, &error);
  while (result == SCOPE_ROW_READ);
  g_assert_cmpint (result, ==, SCOPE_ROW_ERROR);
  if (strstr (error->message, message) == NULL)
    g_error ("text %u: “%s” does not say “%s”", n, error->message, message);
  g_assert_null (strchr (error->message, '\n'));
}
