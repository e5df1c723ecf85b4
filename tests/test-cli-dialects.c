/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line over tables as other programs write them. */

#include "cli.h"

/* Every command that takes rows takes them in each dialect, and says which one would have read them. */
static void
test_dialects (void)
{
  static const char *const commands[] = { "evaluate --total", "evaluate", "descend --steps=1",
                                          "export --output=- --format=svg --size=one-column" };
  static const char commas[] = "z1,z2,z3,observed\n1.5,0,1,2\n-2,1,0.25,3\n";
  static const char semicolons[] = "\xef\xbb\xbf\"z1\";\"z2\";\"z3\";\"observed\"\r\n"
                                   "1,5;0;1;2;\r\n-2;1;0,25;3\r\n;;;\r\n";

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *plain = g_strconcat (commands[i], " --input=-", NULL);
      g_autofree char *given = g_strconcat (plain, " --csv-dialect=semicolon", NULL);
      g_autofree char *found = g_strconcat (plain, " --csv-dialect=auto", NULL);
      g_auto (Result) expected = run (plain, commas);
      g_auto (Result) by_name = run (given, semicolons);
      g_auto (Result) by_header = run (found, semicolons);
      g_auto (Result) refused = run (plain, semicolons);

      g_assert_cmpint (expected.status, ==, 0);
      g_assert_cmpstr (by_name.err, ==, expected.err);
      g_assert_cmpstr (by_name.out, ==, expected.out);
      g_assert_cmpstr (by_header.out, ==, expected.out);
      g_assert_cmpint (refused.status, ==, 1);
      g_assert_cmpstr (refused.out, ==, "");
      g_assert_cmpstr (refused.err, ==,
                       "logitscope-cli: -:1: the header is separated by semicolons, "
                       "“\"z1\";\"z2\";\"z3\";\"observed\"”; commas are allowed, and a point in "
                       "numbers\nlogitscope-cli: --csv-dialect=semicolon reads such a file\n");
    }
}

/* Decimal commas in quotes; the one hint comes once. */
static void
test_quoted_commas (void)
{
  static const char rows[] = "z1,z2,z3,observed\n\"1,5\",0,1,2\n-2,1,\"0,25\",3\n";
  g_auto (Result) expected
    = run ("evaluate --total --input=-", "z1,z2,z3,observed\n1.5,0,1,2\n-2,1,0.25,3\n");
  g_auto (Result) read = run ("evaluate --total --input=- --csv-dialect=auto", rows);
  g_auto (Result) refused = run ("descend --input=-", rows);

  g_assert_cmpint (read.status, ==, 0);
  g_assert_cmpstr (read.out, ==, expected.out);
  g_assert_cmpstr (read.err, ==, "");
  g_assert_cmpint (refused.status, ==, 1);
  g_assert_cmpuint (n_lines (refused.err), ==, 3);
  g_assert_nonnull (strstr (refused.err, "-:2: column z1: “1,5” is not a number"));
  g_assert_nonnull (strstr (refused.err, "-:3: column z3: “0,25” is not a number"));
  g_assert_true (g_str_has_suffix (refused.err, "\nlogitscope-cli: --csv-dialect=auto reads such a file\n"));
}

/* No number that may be meant a thousand times as large is read without a word. */
static void
test_thousands (void)
{
  static const char *const commands[] = { "evaluate --total", "evaluate", "descend --steps=1",
                                          "export --output=- --format=svg --size=one-column" };
  static const char commas[] = "z1,z2,z3,observed\n\"1,234\",0,1,2\n";
  static const char semicolons[] = "z1;z2;z3;observed\n1,234;0;1;2\n";

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *plain = g_strconcat (commands[i], " --input=-", NULL);
      g_autofree char *found = g_strconcat (plain, " --csv-dialect=auto", NULL);
      g_autofree char *given = g_strconcat (plain, " --csv-dialect=semicolon", NULL);
      g_auto (Result) expected = run (plain, "z1,z2,z3,observed\n1.234,0,1,2\n");
      g_auto (Result) quoted = run (found, commas);
      g_auto (Result) guessed = run (found, semicolons);
      g_auto (Result) named = run (given, semicolons);
      g_auto (Result) strict = run (plain, commas);

      g_assert_cmpint (quoted.status, ==, 1);
      g_assert_cmpstr (quoted.err, ==,
                       "logitscope-cli: --input=-, line 2: column z1: “1,234” may be 1.234 or 1234, and "
                       "no number of the file shows which; without marks between thousands, or with "
                       "other than three decimals, it would\n");
      g_assert_cmpint (guessed.status, ==, 1);
      g_assert_nonnull (strstr (guessed.err, "--csv-dialect=semicolon reads it as 1.234\n"));
      g_assert_cmpint (named.status, ==, 0);
      g_assert_cmpstr (named.out, ==, expected.out);
      g_assert_true (g_str_has_prefix (
        named.err, "logitscope-cli: note: line 2: column z1: “1,234” is read as 1.234, and no number of "
                   "the file shows that 1234 is not meant\n"));
      g_assert_cmpint (strict.status, ==, 1);
      g_assert_null (strstr (strict.err, "--csv-dialect"));
    }
}

static void
test_dialect_names (void)
{
  g_auto (Result) refused = run ("evaluate --csv-dialect=excel --input=-", "");
  g_auto (Result) idle = run ("evaluate --csv-dialect=auto", NULL);

  g_assert_cmpint (refused.status, ==, 2);
  g_assert_nonnull (strstr (refused.err, "csv-dialect"));
  g_assert_nonnull (strstr (refused.err, "excel"));
  g_assert_nonnull (strstr (refused.err, "allowed: comma, semicolon, tab, auto"));
  g_assert_cmpint (idle.status, ==, 0);
  g_assert_nonnull (strstr (idle.err, "--csv-dialect does nothing here: it needs --input"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-dialects/all", test_dialects);
  g_test_add_func ("/cli-dialects/names", test_dialect_names);
  g_test_add_func ("/cli-dialects/quoted-commas", test_quoted_commas);
  g_test_add_func ("/cli-dialects/thousands", test_thousands);
  return g_test_run ();
}
