/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as R, pandas, LibreOffice and Excel write them: tests/written/README.md. */

#include "row-texts.h"

/* What each of them holds. */
static const ScopeRow expected[] = {
  { .a = { 1.0368, 0.0032, 0.1352 }, .observed = 0 },
  { .a = { -0.5, 2, 1e-05 }, .observed = 1 },
  { .a = { 123456.789, 0, -3.25 }, .observed = 2 },
};

static const struct
{
  const char *file;
  char separator;
  const char *message; /* of the dialect that fits; NULL where the rows are read */
} tables[] = {
  { "r-csv.csv", ',', NULL },
  { "r-csv-row-names.csv", ',', NULL },
  { "r-csv-crlf.csv", ',', NULL },
  { "r-csv-unquoted.csv", ',', ":3: column 6: “ b; \"c\"”: a quote inside a field" },
  { "r-csv2.csv", ';', NULL },
  { "r-csv2-row-names.csv", ';', NULL },
  { "r-table.txt", ' ', ":1: the header is separated by blanks, “\"z1\" \"z2\" \"z3\"" },
  { "r-table-tab.txt", '\t', NULL },
  { "r-table-tab-unquoted.txt", '\t', ":3: column 5: “a, b; \"c\"”: a quote inside a field" },
  { "r-table-tab-row-names.txt", '\t', ":2: 6 fields; the header has 5 (none for the row’s name" },
  { "r-table-semicolon-point.csv", ';', NULL },
  { "pandas.csv", ',', NULL },
  { "pandas-index.csv", ',', NULL },
  { "pandas-bom.csv", ',', NULL },
  { "pandas-semicolon-comma.csv", ';', NULL },
  { "pandas-semicolon-point.csv", ';', NULL },
  { "pandas-tab.csv", '\t', NULL },
  { "pandas-quote-all.csv", ',', NULL },
  { "pandas-quote-text.csv", ',', NULL },
  { "python-excel.csv", ',', NULL },
  { "python-excel-tab.csv", '\t', NULL },
  { "office-comma.csv", ',', NULL },
  { "office-comma-quoted.csv", ',', NULL },
  { "office-semicolon-point.csv", ';', NULL },
  { "office-tab.csv", '\t', NULL },
  { "office-bar.csv", '|', ":1: the header is separated by bars, “z1|z2|z3|observed|note”" },
  { "office-german.csv", ';', NULL },
  { "office-german-quoted.csv", ';', NULL },
  { "office-german-tab.csv", '\t', NULL },
  { "office-german-comma.csv", ',', NULL },
  { "excel-utf8.csv", ',', NULL },
  { "excel-sep-comma.csv", ',', NULL },
  { "excel-german-utf8.csv", ';', NULL },
  { "excel-german-sep.csv", ';', NULL },
  { "excel-german-spare.csv", ';', NULL },
  { "excel-german-ansi.csv", ';', ":4: column 5: “Bl\\x{fc}te”: bytes that are no UTF-8" },
  { "excel-unicode.txt", ',', ":1: the text is UTF-16, as Excel saves" },
};

static GBytes *
load (const char *file)
{
  g_autofree char *path = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "tests", "written", file, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static ScopeRowReader *
open_table (GBytes *bytes, const char *file, ScopeDialect dialect, gboolean slowly)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GInputStream) stream = open_stream (text, length, slowly);
  ScopeRowReader *reader = scope_row_reader_new (stream, file, &scope_classes_iris);

  scope_row_reader_set_dialect (reader, dialect);
  return reader;
}

/* Reads up to the end or the first error, and compares what is read until then. */
static void
check (ScopeRowReader *reader, const char *file, const char *message)
{
  g_autoptr (GError) error = NULL;
  ScopeRowResult result;
  ScopeRow row;
  guint n = 0;

  while ((result = scope_row_reader_next (reader, &row, &error)) == SCOPE_ROW_READ)
    {
      g_assert_cmpuint (n, <, G_N_ELEMENTS (expected));
      g_assert_cmpmem (row.a, sizeof row.a, expected[n].a, sizeof expected[n].a);
      g_assert_cmpuint (row.observed, ==, expected[n].observed);
      n++;
    }
  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
      return;
    }
  g_assert_cmpint (result, ==, SCOPE_ROW_ERROR);
  if (!g_str_has_prefix (error->message, file) || !g_str_has_prefix (error->message + strlen (file), message))
    g_error ("“%s” does not say “%s”", error->message, message);
}

/* The header says what it is. */
static void
test_found (void)
{
  for (guint i = 0; i < 2 * G_N_ELEMENTS (tables); i++)
    {
      const char *file = tables[i / 2].file;
      g_autoptr (GBytes) bytes = load (file);
      g_autoptr (ScopeRowReader) reader = open_table (bytes, file, SCOPE_DIALECT_AUTO, i % 2);

      check (reader, file, tables[i / 2].message);
      if (tables[i / 2].message == NULL)
        g_assert_cmpint (scope_row_reader_separator (reader), ==, tables[i / 2].separator);
    }
}

/* Each dialect reads its own, and of another one it says what that is and which dialect reads it. */
static void
test_given (void)
{
  static const struct
  {
    char separator;
    ScopeDialect dialect;
    const char *name;
  } dialects[] = {
    { ',', SCOPE_DIALECT_COMMA, "comma" },
    { ';', SCOPE_DIALECT_SEMICOLON, "semicolon" },
    { '\t', SCOPE_DIALECT_TAB, "tab" },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (tables); i++)
    {
      const char *file = tables[i / 3].file;
      g_autoptr (GBytes) bytes = load (file);
      g_autoptr (ScopeRowReader) reader = open_table (bytes, file, dialects[i % 3].dialect, FALSE);
      g_autoptr (GError) error = NULL;
      ScopeRow row;

      if (g_str_equal (file, "office-german-comma.csv") && dialects[i % 3].separator == ',')
        {
          check (reader, file, ":2: column z1: “1,0368” is not a number");
          g_assert_cmpstr (scope_row_reader_fitting_dialect (reader), ==, "auto");
          continue;
        }
      if (g_str_equal (file, "excel-unicode.txt") || dialects[i % 3].separator == tables[i / 3].separator)
        {
          check (reader, file, tables[i / 3].message);
          g_assert_null (scope_row_reader_fitting_dialect (reader));
          continue;
        }
      g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
      g_assert_nonnull (strstr (error->message, ": the header is separated by "));
      for (guint k = 0; k < G_N_ELEMENTS (dialects); k++)
        if (dialects[k].separator == tables[i / 3].separator)
          g_assert_cmpstr (scope_row_reader_fitting_dialect (reader), ==, dialects[k].name);
      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
    }
}

/* No table lies there that is not read. */
static void
test_all (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "tests", "written", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".csv") || g_str_has_suffix (name, ".txt");
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (tables));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows-written/found", test_found);
  g_test_add_func ("/rows-written/given", test_given);
  g_test_add_func ("/rows-written/all", test_all);
  return g_test_run ();
}
