/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-texts.h"

#include "endless-stream.h"

static ScopeRowReader *
open_rows (const char *text, gsize length, gboolean slowly)
{
  g_autoptr (GInputStream) stream = open_stream (text, length, slowly);

  return scope_row_reader_new (stream, "f.csv", &scope_classes_iris);
}

static void
check_good (gboolean slowly)
{
  static const char text[] = "\xef\xbb\xbfobserved,z3,extra,z1,z2,bias,w2\r\n"
                             "setosa,3,\"a, \"\"b\"\"\nc\",+1,.5,-2e1,0\n"
                             "3,1e-3,,5.,-0,0,1\n\n\r\n";
  g_autoptr (ScopeRowReader) reader = open_rows (text, strlen (text), slowly);
  ScopeRow row;

  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
  g_assert_cmpfloat (row.a[0], ==, 1);
  g_assert_cmpfloat (row.a[1], ==, 0.5);
  g_assert_cmpfloat (row.a[2], ==, 3);
  g_assert_cmpuint (row.observed, ==, 0);
  g_assert_true (row.has_bias && row.has_w[1] && !row.has_w[0]);
  g_assert_cmpfloat (row.bias, ==, -20);
  g_assert_cmpuint (row.line, ==, 2);
  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
  g_assert_cmpuint (row.observed, ==, 2);
  g_assert_cmpuint (row.line, ==, 4);
  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
  g_assert_true (scope_row_reader_has_scenario_columns (reader));
}

static void
test_good (void)
{
  check_good (FALSE);
  check_good (TRUE);
}

#define HEADER "z1,z2,z3,observed\n"

static void
test_bad (void)
{
  static const struct
  {
    const char *text;
    gsize length; /* 0: up to the terminator */
    const char *message;
  } rows[] = {
    { "", 0, "f.csv:1: there is no header" },
    { "\n", 0, "f.csv:1: there is no header" },
    { "z1,z2,z3,observed", 0, "f.csv:1: there is no row" },
    { HEADER, 0, "f.csv:2: there is no row" },
    { HEADER "\n\n", 0, "f.csv:2: there is no row" },
    { "z1,z2,z3\n1,2,3\n", 0, "f.csv:1: the header does not name the column observed" },
    { "z1,z2,z3,observed,z1\n", 0, "f.csv:1: column 5: the header names the column z1 twice" },
    { HEADER "1,2,3\n", 0, "f.csv:2: 3 fields; the header has 4" },
    { HEADER "a,2,3,1,2\n", 0, "f.csv:2: 5 fields; the header has 4" },
    { HEADER "1,2,3,1,5\n", 0, "f.csv:2: 5 fields; the header has 4" },
    { HEADER "1,2,3,4\n", 0, "f.csv:2: column observed: “4” is no class" },
    { HEADER "1,2,3,iris\n", 0, "f.csv:2: column observed: “iris” is no class; Setosa" },
    { HEADER "1,x,3,1\n", 0, "f.csv:2: column z2: “x” is not a number" },
    { HEADER "1,-1e400,3,1\n", 0, "f.csv:2: column z2: “-1e400” is too large; numbers up to 1.8e308" },
    { HEADER "1,\"2,5\",3,1\n", 0, "f.csv:2: column z2: “2,5” is not a number" },
    { HEADER "1, 2,3,1\n", 0, "f.csv:2: column z2: “ 2” is not a number" },
    { HEADER "1,0x2,3,1\n", 0, "column z2" },
    { HEADER "1,nan,3,1\n", 0, "column z2" },
    { HEADER "1,inf,3,1\n", 0, "column z2" },
    { HEADER "1,1e999,3,1\n", 0, "column z2" },
    { HEADER "1,,3,1\n", 0, "column z2: “” is not a number" },
    { HEADER "1,2,3,1\n\n1,2,3,1\n", 0, "f.csv:3: a blank line" },
    { HEADER "1,2,3,\"1\n", 0, "f.csv:2: column observed: “1\\u{000a}”: a quote that is never closed" },
    { HEADER "1,2,3,\"1\"x\n", 0,
      "f.csv:2: column observed: “1”: text behind a closing quote, “x”; a comma or the line’s end is" },
    { HEADER "1,2,3\"1\n", 0, "f.csv:2: column z3: “3\"1”: a quote inside a field" },
    { HEADER "1,2,3,1\r1,2,3,1\n", 0, "f.csv:2: column observed: “1\\u{000d}1”: a carriage return" },
    { HEADER "1,\0,3,1\n", sizeof HEADER "1,\0,3,1\n" - 1, "f.csv:2: column z2: “\\x{00}”: a zero byte" },
    { HEADER "1,\xff,3,1\n", 0, "f.csv:2: column z2: “\\x{ff}”: bytes that are no UTF-8" },
    { HEADER "\xef\xbb\xbf"
             "1,2,3,1\n",
      0, "f.csv:2: column z1: “\\u{feff}1”: a byte-order mark" },
    { HEADER "1,2,\"\n\n\",1\n1,2,3,1\n", 0, "f.csv:2: column z3: “\\u{000a}\\u{000a}”" },
    { HEADER "1,\xe2\x80\xae"
             "2,3,1\n",
      0, "“\\u{202e}2”" },
    /* Halves of a character on both sides of a comma, and of a mark. */
    { "z1,z2,z3,observed,a,b\n1,2,3,1,x\xc3,\xa9\n", 0, "column 5: “x\\x{c3}”: bytes that are no" },
    { "z1,z2,z3,observed,a,b\n1,2,3,1,\xef\xbb,\xbf\n", 0, "column 5: “\\x{ef}\\x{bb}”: bytes" },
    { "\xef\xbb\xbf\xef\xbb\xbfz1,z2,z3,observed\n1,2,3,1\n", 0, "f.csv:1: column 1: “\\u{feff}z1”" },
    /* A header that spans lines: the line behind it is the third. */
    { "z1,z2,z3,observed,\"a\nb\"\n", 0, "f.csv:3: there is no row" },
    { "z1,z2,z3,observed,\"a\nb\"", 0, "f.csv:1: there is no row" },
    { "z1,z2,z3,observed,bias,bias\n", 0, "column 6: the header names the column bias twice" },
    { "z1,z2,z3,observed,bias\n1,2,3,1,x\n", 0, "f.csv:2: column bias: “x” is not a number" },
    { HEADER "1,2\t,3,1\n", 0, "column z2: “2\\u{0009}” is not a number" },
    { HEADER "1,2,3,1\n \n", 0, "f.csv:3: 1 field;" },
    { HEADER "1,2,3,1\n\"\"\n", 0, "f.csv:3: 1 field;" },
    { HEADER "1,\x1b[31m<b>,3,1\n", 0, "“\\u{001b}[31m<b>” is not a number" },
  };

  /* Each in one piece, and byte by byte. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      const char *text = rows[i / 2].text;
      gsize length = rows[i / 2].length ? rows[i / 2].length : strlen (text);
      g_autoptr (ScopeRowReader) reader = open_rows (text, length, i % 2);

      check_refused (reader, i / 2, rows[i / 2].message);
    }
}

/* After a bad row the next ones may be read, to list more errors: what is read of a text, one letter a
 * call, R, E or at the end a point. */
static void
test_goes_on (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { HEADER "x,2,3,1\n1,2,3,2\n1,2,3,9\n1,2,3,3\n", "ERER." },
    { HEADER "1,2,3,1\n\n\n1,2,3,2\n\n1,x,3,2\n", "RERE"
                                                  "E." },
    { HEADER "1,2,3,1\n\n1,\"2\"x,3,2\n1,2,3,1\n", "REER." },
    { HEADER "1,\"2\"x,3,2\n", "E." },
    { HEADER "\n1,2,3,2\n", "ER." },
    { HEADER "1,2,3,\"1\n1,2,3,1\n", "E." },
    { HEADER "1,2,3,1\r2,3,4,1\n1,2,3,1\n", "ER." },
    { HEADER, "E." },
    { "", "E." },
    { "z1,z2,z3\n1,2,3\n", "E." },
    { "z1,\"z2\"x,z3,observed\n1,2,3,1\n", "E." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_rows (rows[i].text, strlen (rows[i].text), FALSE);
      g_autoptr (GString) results = g_string_new (NULL);
      ScopeRowResult result;

      do
        {
          g_autoptr (GError) error = NULL;
          ScopeRow row;

          result = scope_row_reader_next (reader, &row, &error);
          g_assert_true ((result == SCOPE_ROW_ERROR) == (error != NULL));
          g_string_append_c (results, "R.E"[result]);
        }
      while (result != SCOPE_ROW_END);
      g_assert_cmpstr (results->str, ==, rows[i].expected);
    }
}

/* A batch over b₃ ignores bias and weights, whatever is in them, and says that they are there. */
static void
test_batch (void)
{
  static const char *const texts[]
    = { "bias,z1,z2,z3,observed,w1\nx,1,2,3,1,\n", "bias,bias,z1,z2,z3,observed\n1,2,1,2,3,1\n",
        "z1,z2,z3,observed\n1,2,3,1\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GInputStream) stream
        = g_memory_input_stream_new_from_data (texts[i], (gssize) strlen (texts[i]), NULL);
      g_autoptr (ScopeRowReader) reader
        = scope_row_reader_new_batch (stream, "f.csv", &scope_classes_iris, NULL);
      ScopeRow row;

      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
      g_assert_cmpfloat (row.a[1], ==, 2);
      g_assert_false (row.has_bias || row.has_w[0]);
      g_assert_cmpint (scope_row_reader_has_scenario_columns (reader), ==, i < 2);
      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
    }
}

/* --- Pasted text */

static ScopeRowReader *
open_pasted (const char *text, gboolean slowly)
{
  g_autoptr (GInputStream) stream = open_stream (text, strlen (text), slowly);

  return scope_row_reader_new_pasted (stream, "pasted text", &scope_classes_iris, NULL);
}

/* Each is the row 1.5, −2, 3, Versicolor, and where there is a second one, 4, 5, 6, Virginica. */
static void
test_pasted (void)
{
  static const char *const texts[] = {
    "1.5\t-2\t3\tVersicolor",
    "1.5\t-2\t3\tversicolor\r\n4\t5\t6\t3\r\n",
    "1,5\t-2,0\t3\tVERSICOLOR\n4,0\t5\t6e0\tVirginica\n\n \n",
    "1,5;-2;3;2\n4;5;6;3\n",
    "1.5,-2,3,2\n4,5,6,3\n",
    "\xef\xbb\xbf"
    "1.5,-2,3,2\n",
    " 1.5 ,  -2,\xc2\xa0"
    "3\xc2\xa0\xc2\xa0, Versicolor \n\t4\t,5 , 6,3\n",
    "z1\tz2\tz3\tobserved\n1.5\t-2\t3\t2\n",
    "Observed;Z3;flower;Z2;Z1\r\n2;3;a, b;-2;1,5\r\n3;6;;5;4\r\n",
    "\"z1\"\t \"z2\" \tz3\tobserved\t\"a\nb\"\n1.5\t\"-2\"\t3\t \"2\"\xc2\xa0\t\"\"\"\"\n",
    /* What is quoted separates nothing, and a selection may end below or beside the table. */
    "\"z1\",z2,z3,observed,\"a;\tb\"\n1.5,-2,3,2,\n4,5,6,3,\n,,,,\n,, ,,\n",
    "z1\tz2\tz3\tobserved\t\n1.5\t-2\t3\t2\t\n\t\t\t\t\n",
    "z1;z2;z3;observed;bias\n1.5;-2;3;2;x\n",
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_pasted (texts[i / 2], i % 2);

      check_two_rows (reader, i / 2);
    }
}

static void
test_pasted_bad (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } rows[] = {
    { "", "pasted text:1: the first line is blank" },
    { "\n1,2,3,1\n", "pasted text:1: the first line is blank" },
    { " \t\n1\t2\t3\t1\n", "pasted text:1: the first line is blank" },
    { "z1,z2,z3,observed\n", "pasted text:2: there is no row" },
    { "z1\tz2\tz3\n1\t2\t3\n", "pasted text:1: the header does not name the column observed" },
    { "z1\tZ1\tz2\tz3\tobserved\n", "column 2: the header names the column z1 twice" },
    { "a\tb\tc\td\n", "pasted text:1: column z1: “a” is not a number; digits with at most one point or "
                      "comma, a sign and an exponent are allowed, up to 1.8e308 (the first line" },
    { "1\t2\t3\t1\nx\t2\t3\t1\n", "pasted text:2: column z1: “x” is not a number; digits with at most "
                                  "one point or comma, a sign and an exponent are allowed, up to "
                                  "1.8e308" },
    { "1,x,3,1\n", "column z2: “x” is not a number; digits with at most one point or comma, a" },
    { "1 2 3 1\n", "pasted text:1: 1 field, separated by commas; without a header, four are" },
    { "1,5,2,3,1\n", "pasted text:1: 5 fields, separated by commas; without" },
    { "1;2;3\n", "pasted text:1: 3 fields, separated by semicolons; without" },
    { "1\t2\t3\t1\tx\n", "pasted text:1: 5 fields, separated by tabs; without" },
    { "z1;z2;z3;observed\n1;2;3\n", "pasted text:2: 3 fields; the header has 4" },
    { "1\t2\t3\t4\n", "pasted text:1: column observed: “4” is no class; Setosa" },
    /* Thousands must not pass for units. */
    { "1.5\t2\t3\t1\n1\t1,000\t3\t1\n", "pasted text:2: column z2: “1,000” has a decimal comma where "
                                        "numbers before it have a point" },
    { "1,5;2.5;3;1\n", "pasted text:1: column z2: “2.5” has a decimal point where numbers before it "
                       "have a comma" },
    { "1.234,5\t2\t3\t1\n", "column z1: “1.234,5” is not a number" },
    { "1,5,0\t2\t3\t1\n", "column z1: “1,5,0” is not a number" },
    { "1\t2\t3\t1\n\n1\t2\t3\t1\n", "pasted text:2: a blank line" },
    { "1\t2\t3\t1\n\t\t\t\n1\t2\t3\t1\n", "pasted text:2: a blank line" },
    { "1\t\"2\"x\t3\t1\n", "column 2: “2”: text behind a closing quote, “x”; a separator or the" },
    { "1\t2\xff\t3\t1\n", "column 2: “2\\x{ff}”: bytes that are no UTF-8" },
    { "1\t\xc2\t3\t1\n", "column 2: “\\x{c2}”: bytes that are no UTF-8" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScopeRowReader) reader = open_pasted (rows[i / 2].text, i % 2);

      check_refused (reader, i / 2, rows[i / 2].message);
    }
}

/* --- Bounds */

/* One row too many is refused where it is, and nothing is read behind it. */
static void
test_most_rows (void)
{
  static const char *const texts[]
    = { "1,2,3,1\n1,2,3,1\n1,2,3,1\n", "1,2,3,1\n1,2,3,1\n1,2,3,1\n1,2,3,x\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint most = 1; most <= 3; most++)
      {
        g_autoptr (ScopeRowReader) reader = open_pasted (texts[i], FALSE);
        g_autoptr (GError) error = NULL;
        ScopeRow row;

        scope_row_reader_set_most_rows (reader, most);
        for (guint n = 0; n < most; n++)
          g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
        if (most < 3 || i == 1)
          {
            g_autofree char *expected = g_strdup_printf (
              "pasted text:%u: one row too many; up to %u are allowed here", most + 1, most);

            g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
            g_assert_cmpstr (error->message, ==, expected);
          }
        g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
      }
}

static void
test_huge_record (void)
{
  g_autofree char *field = g_strnfill (3 << 20, 'a');
  g_autofree char *text = g_strconcat (HEADER, field, "\n1,2,3,1\n", NULL);
  g_autoptr (ScopeRowReader) reader = open_rows (text, strlen (text), FALSE);
  g_autoptr (GError) error = NULL;
  ScopeRow row;

  g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
  g_assert_nonnull (strstr (error->message, "…”: a record longer than"));
  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
}

/* Blank lines at the end are nobody's rows, but they must come to an end, too. */
static void
test_endless_blank (void)
{
  static const char *const starts[] = { HEADER, HEADER "1,2,3,1\n", "z1;z2;z3;observed\n1;2;3;1\n;;;\n" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GInputStream) stream = endless_stream_new (starts[i], '\n');
      g_autoptr (ScopeRowReader) reader = scope_row_reader_new (stream, "blank", &scope_classes_iris);
      g_autofree char *expected = g_strdup_printf (
        "blank:%d: more than 33554432 bytes of blank lines; fewer are allowed, at the end alone",
        i == 0 ? 2 : 3);
      g_autoptr (GError) error = NULL;
      ScopeRow row;

      scope_row_reader_set_dialect (reader, SCOPE_DIALECT_AUTO);
      if (i > 0)
        g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
      g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
      g_assert_cmpstr (error->message, ==, expected);
      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
    }
}

/* What never ends a record, as /dev/zero, is read so far and no further; then nothing more comes. */
static void
test_endless_record (void)
{
  static const char *const starts[]
    = { "", HEADER "1,2,", HEADER "\"", HEADER "\"1\"", HEADER "1,2,3,1\n\n", "z1;z2;z3;observed\n\"1\"" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    for (guint k = 0; k < 5; k++)
      {
        g_autoptr (GInputStream) stream = endless_stream_new (starts[i], "\0 1\r,"[k]);
        g_autoptr (ScopeRowReader) reader = scope_row_reader_new (stream, "zero", &scope_classes_iris);
        g_autoptr (GError) error = NULL;
        ScopeRowResult result;
        ScopeRow row;

        do
          result = scope_row_reader_next (reader, &row, error == NULL ? &error : NULL);
        while (result != SCOPE_ROW_END);
        g_assert_nonnull (error);
        g_test_message ("%s", error->message);
      }
}

/* Memory is bounded by fields, too. */
static void
test_many_fields (void)
{
  g_autofree char *commas = g_strnfill (200000, ',');
  g_autofree char *text = g_strconcat (HEADER, commas, "\n1,2,3,1\n", NULL);
  g_autoptr (ScopeRowReader) reader = open_rows (text, strlen (text), FALSE);
  g_autoptr (GError) error = NULL;
  ScopeRow row;

  g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
  g_assert_nonnull (strstr (error->message, "f.csv:2: column 65536: “,,,,"));
  g_assert_nonnull (strstr (error->message, "…”: more than 65536 fields"));
  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
}

/* Lines around the size of the reader's buffer, where they are split. */
static void
test_long_lines (void)
{
  for (guint extra = 65480; extra < 65580; extra++)
    {
      g_autofree char *note = g_strnfill (extra, 'a');
      g_autofree char *text = g_strconcat ("z1,z2,z3,observed,note\n1,2,3,1,", note, "\n4,5,6,2,\n", NULL);
      g_autoptr (ScopeRowReader) reader = open_rows (text, strlen (text), FALSE);
      ScopeRow row;

      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_READ);
      g_assert_cmpfloat (row.a[0], ==, 4);
      g_assert_cmpuint (row.line, ==, 3);
      g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
    }
}

/* A stream that breaks is an error once, and then the end. */
static void
test_broken_stream (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (HEADER "1,2", -1, NULL);
  g_autoptr (ScopeRowReader) reader = scope_row_reader_new (stream, "f.csv", &scope_classes_iris);
  g_autoptr (GError) error = NULL;
  ScopeRow row;

  g_input_stream_close (stream, NULL, NULL);
  g_assert_cmpint (scope_row_reader_next (reader, &row, &error), ==, SCOPE_ROW_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "f.csv:1: "));
  g_assert_cmpint (scope_row_reader_next (reader, &row, NULL), ==, SCOPE_ROW_END);
}

/* Random bytes: an answer for every one, and no crash. */
static void
test_fuzz (void)
{
  static const char alphabet[] = "z1,2 3\"\n\r.e-observd\xc3\xa9\xff";
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (int i = 0; i < 20000; i++)
    {
      char text[120];
      int length = g_rand_int_range (random, 0, sizeof text - 20);
      gsize start = i % 2 ? strlen (HEADER) : 0;

      memcpy (text, HEADER, start);
      for (int j = 0; j < length; j++)
        text[start + (gsize) j] = alphabet[g_rand_int_range (random, 0, sizeof alphabet)];

      g_autoptr (ScopeRowReader) reader = open_rows (text, start + (gsize) length, FALSE);
      ScopeRow row;
      guint n = 0;

      for (;;)
        {
          g_autoptr (GError) error = NULL;
          ScopeRowResult result = scope_row_reader_next (reader, &row, &error);

          if (result == SCOPE_ROW_END)
            break;
          g_assert_true ((result == SCOPE_ROW_ERROR) == (error != NULL));
          g_assert_cmpuint (++n, <, 200);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/good", test_good);
  g_test_add_func ("/rows/bad", test_bad);
  g_test_add_func ("/rows/goes-on", test_goes_on);
  g_test_add_func ("/rows/huge-record", test_huge_record);
  g_test_add_func ("/rows/endless-record", test_endless_record);
  g_test_add_func ("/rows/endless-blank", test_endless_blank);
  g_test_add_func ("/rows/batch", test_batch);
  g_test_add_func ("/rows/pasted", test_pasted);
  g_test_add_func ("/rows/pasted-bad", test_pasted_bad);
  g_test_add_func ("/rows/most-rows", test_most_rows);
  g_test_add_func ("/rows/many-fields", test_many_fields);
  g_test_add_func ("/rows/long-lines", test_long_lines);
  g_test_add_func ("/rows/broken-stream", test_broken_stream);
  g_test_add_func ("/rows/fuzz", test_fuzz);
  return g_test_run ();
}
