/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the dialects allow, and what a refusal of one shows. */

#include "row-texts.h"

#define HEADER "z1,z2,z3,observed\n"
#define SEMICOLONS "z1;z2;z3;observed\n"

static ScopeRowReader *
open_text (const char *text, ScopeDialect dialect, gboolean slowly)
{
  g_autoptr (GInputStream) stream = open_stream (text, strlen (text), slowly);
  ScopeRowReader *reader = scope_row_reader_new_batch (stream, "f.csv", &scope_classes_iris, NULL);

  scope_row_reader_set_dialect (reader, dialect);
  return reader;
}

/* Each is the row 1.5, −2, 3, Versicolor, and where there is a second one, 4, 5, 6, Virginica. */
static void
test_read (void)
{
  static const struct
  {
    ScopeDialect dialect;
    const char *text;
  } tables[] = {
    { SCOPE_DIALECT_SEMICOLON, " Z1 ;z2;z3;\"OBSERVED\"\n1,5;-2,0;3;2\n4;5;6;virginica\n" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1.5;\xc2\xa0-2;3;2\n" },
    /* Spare cells at the end, left out or filled up, and rows of them. */
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1,5;-2;3;2;;;\n4;5;6;3\n;;;;;\n\n;\n" },
    { SCOPE_DIALECT_SEMICOLON, "z1;z2;z3;observed;note;;\n1,5;-2;3;2\n4;5;6;3;x\n" },
    { SCOPE_DIALECT_TAB, "note\tz1\tz2\tz3\tobserved\t\n\t1,5\t-2\t3\t2\t\t\t\t\n\t4\t5\t6\t3\n" },
    { SCOPE_DIALECT_PASTED, "1,5\t-2\t3\t2\t\t\n4\t5\t6\t3\t\n\t\t\t\t\t\t\n" },
    { SCOPE_DIALECT_PASTED, "z1,z2,z3,observed\n1.5,-2,3,2,,\n4,5,6,3,,,\n" },
    { SCOPE_DIALECT_PASTED, "z1\tz2\tz3\tobserved\tnote\t\n1.5\t-2\t3\t2\n" },
    /* What Excel declares. */
    { SCOPE_DIALECT_AUTO, "\xef\xbb\xbfsep=;\r\n" SEMICOLONS "1,5;-2;3;2\n" },
    { SCOPE_DIALECT_AUTO, "\"SEP=\t\"\nz1\tz2\tz3\tobserved\n1,5\t-2\t3\t2\n" },
    { SCOPE_DIALECT_COMMA, "sep=,\n" HEADER "1.5,-2,3,2\n" },
    { SCOPE_DIALECT_PASTED, "sep=;\n1,5;-2;3;2\n" },
    /* What is in a name separates nothing, quoted or not. */
    { SCOPE_DIALECT_AUTO, "z1,z2,z3,observed,a;b;c;d;e;f\n1.5,-2,3,2,\n" },
    { SCOPE_DIALECT_AUTO, "z1;z2;z3;observed;a, b, c, d, e, f\n1,5;-2;3;2;\n" },
    { SCOPE_DIALECT_AUTO, "\"a;b;c\",\"z1\",z2,z3,observed\nx,1.5,-2,3,2\n" },
    { SCOPE_DIALECT_COMMA, "z1,z2,z3,observed,time: from|to\n1.5,-2,3,2,\n" },
    /* Between commas, decimal commas stand in quotes: Google's, LibreOffice's and pandas' way. */
    { SCOPE_DIALECT_AUTO, HEADER "\"1,5\",-2,\"3,0\",2\n4,\"5,00\",6,3\n" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,5e0\",\"-2,\",3,Versicolor\n" },
    { SCOPE_DIALECT_PASTED, "\"1,5\",-2,3,2\n" },
    /* The minus of mathematics, which some languages' spreadsheets write. */
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1,5;\xe2\x88\x92"
                                          "2,0;3;2\n" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,5\",\xe2\x88\x92"
                                 "2,3,2\n" },
    /* A line's end is what ends a line. */
    { SCOPE_DIALECT_SEMICOLON, "z1;z2;z3;observed\r\n1,5;-2;3;2\r\n4;5;6;3" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_text (tables[i / 2].text, tables[i / 2].dialect, i % 2);

      check_two_rows (reader, i / 2);
    }
}

/* The message says why, and what stood there. */
static void
test_refused (void)
{
  static const struct
  {
    ScopeDialect dialect;
    const char *text;
    const char *message;
  } tables[] = {
    { SCOPE_DIALECT_COMMA, "z1, z2,z3,observed\n",
      "f.csv:1: column 2: the header does not name the column z2 but “ z2”; z1, z2, z3 and observed "
      "are needed, in small letters and without blanks" },
    { SCOPE_DIALECT_COMMA, "Z1,z2,z3,observed\n", "name the column z1 but “Z1”; z1, z2," },
    { SCOPE_DIALECT_COMMA, "z1,z2,z3,Observed \n", "name the column observed but “Observed ”; z1," },
    { SCOPE_DIALECT_COMMA, "z1,z2\xc2\xa0,z3,observed\n", "name the column z2 but “z2\\u{00a0}”;" },
    { SCOPE_DIALECT_SEMICOLON, "z1;z_2;z3;observed\n",
      "column 2: the header does not name the column z2 but “z_2”; z1, z2, z3 and observed are "
      "needed, without other marks" },
    { SCOPE_DIALECT_COMMA, "z1,z2,z3,species\n",
      "f.csv:1: the header does not name the column observed; it names “z1”, “z2”, “z3”, “species”;" },
    { SCOPE_DIALECT_COMMA, "1,2,3,1\n",
      "f.csv:1: the header does not name the column z1; it names “1”, “2”, “3”, “1”; z1," },
    { SCOPE_DIALECT_COMMA, "a,b,c,d,e,f,g,h,i,j,k,l,m,n\n", "“k”, “l”, …; z1, z2" },
    { SCOPE_DIALECT_COMMA, "\"z1\";\"z2\";\"z3\";\"observed\"\n1,5;2;3;1\n",
      "f.csv:1: the header is separated by semicolons, “\"z1\";\"z2\";\"z3\";\"observed\"”; commas are "
      "allowed, and a point in numbers" },
    { SCOPE_DIALECT_COMMA, "z1\tz2\tz3\tobserved\n1\t2\t3\t1\n",
      "f.csv:1: the header is separated by tabs, “z1\\u{0009}z2\\u{0009}z3\\u{0009}observed”; commas" },
    { SCOPE_DIALECT_SEMICOLON, HEADER "1,2,3,1\n",
      "f.csv:1: the header is separated by commas, “z1,z2,z3,observed”; semicolons are allowed" },
    { SCOPE_DIALECT_AUTO, "z1 z2 z3 observed\n1 2 3 1\n",
      "f.csv:1: the header is separated by blanks, “z1 z2 z3 observed”; commas, semicolons and tabs" },
    { SCOPE_DIALECT_AUTO, "Table 1\n" SEMICOLONS "1;2;3;1\n",
      "f.csv:1: the header does not name the column z1; it names “Table 1”; z1, z2, z3 and" },
    { SCOPE_DIALECT_COMMA, "sep=;\n" SEMICOLONS, "separated by semicolons, “sep=;”; commas" },
    { SCOPE_DIALECT_AUTO, "sep=#\nz1#z2#z3#observed\n", "separated by another character, “sep=#”" },
    { SCOPE_DIALECT_COMMA, HEADER "1,2\xc2\xa0,3,1\n", "column z2: “2\\u{00a0}” is not a number" },
    { SCOPE_DIALECT_COMMA, HEADER "1,2,3, Setosa\n", "column observed: “ Setosa” is no class" },
    { SCOPE_DIALECT_COMMA, HEADER "1,2,3,1,\n", "f.csv:2: 5 fields; the header has 4" },
    { SCOPE_DIALECT_COMMA, HEADER "1,2,3,1\n,,,\n", "f.csv:3: column z1: “” is not a number" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1;2;3;1;x\n", "f.csv:2: 5 fields; the header has 4" },
    { SCOPE_DIALECT_SEMICOLON, "note;z1;z2;z3;observed\n;1;2;3\n", "f.csv:2: 4 fields; the header has 5" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1;2;3;1\n;;;\n1;2;3;1\n", "f.csv:3: a blank line; they" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1;;3;1\n", "f.csv:2: column z2: “” is not a number" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1,5;2.5;3;1\n",
      "column z2: “2.5” has a decimal point where numbers before it have a comma; one of them is "
      "allowed in one file" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1.234,5;2;3;1\n", "column z1: “1.234,5” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,5\",2.5,3,1\n", "column z2: “2.5” has a decimal point where" },
    { SCOPE_DIALECT_AUTO, HEADER "1.5,\"1,234\",3,1\n", "column z2: “1,234” has a decimal comma where" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,234\",1.5,3,1\n", "column z2: “1.5” has a decimal point where" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,234,567\",2,3,1\n", "column z1: “1,234,567” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,234.5\",2,3,1\n",
      "“1,234.5” is not a number; digits with at most one point or comma, a sign and an exponent are "
      "allowed, up to 1.8e308 (nothing separates thousands)" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1 234,5\",2,3,1\n", "“1 234,5” is not a number" },
    { SCOPE_DIALECT_AUTO,
      HEADER "\"1\xe2\x80\xaf"
             "234,5\",2,3,1\n",
      "“1\\u{202f}234,5” is not a" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1'234.5\",2,3,1\n", "“1'234.5” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,5%\",2,3,1\n", "“1,5%” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "\xe2\x88\x92-1,2,3,1\n", "“−-1” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "\xe2\x88\x92,2,3,1\n", "“−” is not a number" },
    { SCOPE_DIALECT_AUTO, HEADER "1,5,2,3,1\n", "f.csv:2: 5 fields; the header has 4" },
    { SCOPE_DIALECT_COMMA, HEADER "\"1,5\",2,3,1\n", "up to 1.8e308 (a decimal comma is none here)" },
    { SCOPE_DIALECT_COMMA,
      HEADER "\xe2\x88\x92"
             "1,2,3,1\n",
      "“−1” is not a number; digits with at most one point, a sign and an exponent are allowed, up to "
      "1.8e308 (the sign before it is U+2212; “-” is allowed)" },
    { SCOPE_DIALECT_COMMA, HEADER "1,\"2\"; 3,3,1\n", "“2”: text behind a closing quote, “; 3”; a comma" },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "1;\"2\" \xc2\xa0x y;3;1\n",
      "“2”: text behind a closing quote, “x y”; a separator" },
    { SCOPE_DIALECT_AUTO, "\xfe\xff\0z", "f.csv:1: the text is UTF-16" },
    { SCOPE_DIALECT_AUTO, "sep=;", "f.csv:1: the header does not name the column z1; it names “sep=”, “”" },
    { SCOPE_DIALECT_AUTO, "sep=;\n", "f.csv:1: there is no header" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_text (tables[i / 2].text, tables[i / 2].dialect, i % 2);

      check_refused (reader, i / 2, tables[i / 2].message);
    }
}

/* Thousands look like three decimals: what says which is another number of the same text, and where there is
 * none, the first one that leaves it open is named. */
static void
test_doubt (void)
{
  static const struct
  {
    ScopeDialect dialect;
    const char *text;
    guint line; /* 0 where there is no doubt */
    const char *column, *number;
    double decimal, thousands;
  } tables[] = {
    { SCOPE_DIALECT_AUTO, HEADER "1,\"1,234\",3,1\n", 2, "z2", "1,234", 1.234, 1234 },
    { SCOPE_DIALECT_AUTO, HEADER "1,2,3,1\n1,2,\"-123,456\",1\n", 3, "z3", "-123,456", -123.456, -123456 },
    { SCOPE_DIALECT_AUTO, HEADER "1,\"1,234\",3,1\n\"0,5\",2,3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_AUTO, HEADER "\"0,123\",\"1,234\",3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,234\",\"1234,567\",3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_AUTO, HEADER "\"1,234\",\"1,234e2\",3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_AUTO, HEADER "1.234,2,3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_COMMA, HEADER "1.234,2,3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_AUTO, HEADER "1,2,3,1\n", 0, NULL, NULL, 0, 0 },
    { SCOPE_DIALECT_SEMICOLON, SEMICOLONS "+1,234;2,345;3;1\n", 2, "z1", "+1,234", 1.234, 1234 },
    { SCOPE_DIALECT_SEMICOLON,
      SEMICOLONS "1;\xe2\x88\x92"
                 "2.345;3;1\n",
      2, "z2", "−2.345", -2.345, -2345 },
    { SCOPE_DIALECT_PASTED, "1,234\t2\t3\t1\n", 1, "z1", "1,234", 1.234, 1234 },
    { SCOPE_DIALECT_PASTED, "12,34\t2,345\t3\t1\n", 0, NULL, NULL, 0, 0 },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_text (tables[i / 2].text, tables[i / 2].dialect, i % 2);
      g_autoptr (GError) error = NULL;
      const ScopeRowDoubt *doubt;
      ScopeRow row;

      while (scope_row_reader_next (reader, &row, &error) == SCOPE_ROW_READ)
        ;
      g_assert_no_error (error);
      doubt = scope_row_reader_doubt (reader);
      g_assert_cmpint (doubt != NULL, ==, tables[i / 2].line > 0);
      if (doubt == NULL)
        continue;
      g_assert_cmpuint (doubt->line, ==, tables[i / 2].line);
      g_assert_cmpstr (doubt->column, ==, tables[i / 2].column);
      g_assert_cmpstr (doubt->text, ==, tables[i / 2].number);
      g_assert_cmpfloat (doubt->decimal, ==, tables[i / 2].decimal);
      g_assert_cmpfloat (doubt->thousands, ==, tables[i / 2].thousands);
    }
}

static void
test_names (void)
{
  static const char *const names[] = { "comma", "semicolon", "tab", "auto", NULL };
  g_autofree char *list = g_strjoinv (", ", (char **) (gpointer) names);
  ScopeDialect dialect;

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == SCOPE_DIALECT_PASTED + 1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_true (scope_dialect_from_name (names[i], &dialect));
      g_assert_cmpint (dialect, ==, i);
    }
  g_assert_false (scope_dialect_from_name ("pasted", &dialect));
  g_assert_false (scope_dialect_from_name ("", &dialect));
  g_assert_cmpstr (scope_dialect_names (), ==, list);
  g_assert_cmpstr (scope_dialect_name_for (';'), ==, "semicolon");
  g_assert_null (scope_dialect_name_for ('|'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows-dialect/read", test_read);
  g_test_add_func ("/rows-dialect/refused", test_refused);
  g_test_add_func ("/rows-dialect/doubt", test_doubt);
  g_test_add_func ("/rows-dialect/names", test_names);
  return g_test_run ();
}
