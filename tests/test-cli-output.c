/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli.h"

#include <sys/wait.h>

/* Where the picture goes, under which name, and what happens to what is there. */

#define SMALL "--size=300x200"

static char *folder;

/* $CLI is the program; in the folder. */
static Result
run_shell (const char *script)
{
  g_autofree char *whole
    = g_strdup_printf ("cd '%s' && CLI='%s' && %s", folder, g_getenv ("SCOPE_CLI"), script);
  const char *argv[] = { "/bin/sh", "-c", whole, NULL };
  Result result = { 0 };
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **) (gpointer) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               &result.out, &result.err, &status, NULL));
  g_assert_true (WIFEXITED (status));
  result.status = WEXITSTATUS (status);
  return result;
}

/* The file's text; it is removed. */
static char *
take (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return text;
}

static void
assert_done (const Result *result)
{
  g_assert_cmpstr (result->err, ==, "");
  g_assert_cmpint (result->status, ==, 0);
}

/* What standard output was redirected to is written where it stands. */
static void
test_standard_output (void)
{
  static const char *const names[] = { "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *script = g_strdup_printf (
        "ln -sf /dev/stdout link && echo old > b && (echo header; $CLI export --output=%s "
        "--format=svg " SMALL "; echo end) > a && $CLI export --output=%s --format=svg " SMALL
        " >> b && rm link",
        names[i], names[i]);
      g_auto (Result) result = run_shell (script);
      g_autofree char *a = take ("a"), *b = take ("b");

      assert_done (&result);
      g_assert_true (g_str_has_prefix (a, "header\n<?xml"));
      g_assert_true (g_str_has_suffix (a, "</svg>\nend\n"));
      g_assert_true (g_str_has_prefix (b, "old\n<?xml"));
      g_assert_true (g_str_has_suffix (b, "</svg>\n"));
    }
}

static void
test_other_descriptors (void)
{
  g_auto (Result) third = run_shell ("$CLI export --output=/dev/fd/3 --format=svg " SMALL " 3> a");
  g_auto (Result) closed = run_shell ("$CLI export --output=/dev/fd/9 --format=svg " SMALL);
  g_auto (Result) reading
    = run_shell ("echo old > b && $CLI export --output=/dev/stdin --format=svg " SMALL " < b");
  g_autofree char *a = take ("a"), *b = take ("b");

  assert_done (&third);
  g_assert_true (g_str_has_suffix (a, "</svg>\n"));
  g_assert_cmpint (closed.status, ==, 1);
  g_assert_nonnull (strstr (closed.err, "/dev/fd/9 cannot be written"));
  g_assert_cmpint (reading.status, ==, 1);
  g_assert_cmpstr (b, ==, "old\n");
}

/* The name tells the format, in capitals, too; --format tells otherwise on purpose, and that is
 * said. */
static void
test_names (void)
{
  g_auto (Result) capitals = run_shell ("$CLI export --output=a.SVG " SMALL);
  g_auto (Result) same = run_shell ("$CLI export --output=b.Svg --format=svg " SMALL);
  g_auto (Result) none = run_shell ("$CLI export --output=three --format=svg " SMALL);
  g_auto (Result) purpose = run_shell ("$CLI export --output=two.png --format=svg " SMALL);
  g_auto (Result) only_ending = run_shell ("$CLI export --output=.png " SMALL);
  g_auto (Result) path_as_format = run_shell ("$CLI export --output=c.png --format=x.png " SMALL);
  g_autofree char *a = take ("a.SVG"), *b = take ("b.Svg"), *three = take ("three");
  g_autofree char *two = take ("two.png");

  assert_done (&capitals);
  assert_done (&same);
  assert_done (&none);
  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, ==, three);
  g_assert_cmpstr (a, ==, two);
  g_assert_cmpint (purpose.status, ==, 0);
  g_assert_cmpstr (purpose.err, ==,
                   "logitscope-cli: note: two.png ends in .png and is written as svg, as --format "
                   "says\n");
  g_assert_cmpint (only_ending.status, ==, 2);
  g_assert_cmpint (path_as_format.status, ==, 2);
  g_assert_nonnull (strstr (path_as_format.err, "png, svg, pdf"));
}

/* Rows are never replaced by their own picture, whatever name they have there. */
static void
test_rows_stay (void)
{
  static const char *const outputs[] = { "rows.csv", "./rows.csv", "link", "other", "/dev/fd/1" };
  static const char rows[] = "z1,z2,z3,observed\n1,0,0,1\n";

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *script
        = g_strdup_printf ("printf '%s' > rows.csv && ln -sf rows.csv link && ln -f rows.csv other && "
                           "$CLI export --input=rows.csv --output=%s --format=svg " SMALL " >> rows.csv",
                           rows, outputs[i]);
      g_auto (Result) result = run_shell (script);
      g_autofree char *link = take ("link"), *other = take ("other"), *kept = take ("rows.csv");

      g_assert_cmpint (result.status, ==, 2);
      g_assert_nonnull (strstr (result.err, "are the same file"));
      g_assert_cmpstr (kept, ==, rows);
    }
}

/* Nothing but the picture changes in its folder. */
static void
test_others_files (void)
{
  g_auto (Result) result
    = run_shell ("echo mine > .logitscope-notes.txt && echo mine > .logitscope-999999-12345678 && "
                 "$CLI export --output=a.svg " SMALL " && $CLI export --output=a.svg " SMALL " && ls -A");
  g_autofree char *notes = take (".logitscope-notes.txt"), *a = take ("a.svg");
  g_autofree char *other = take (".logitscope-999999-12345678");

  assert_done (&result);
  g_assert_cmpstr (notes, ==, "mine\n");
  g_assert_cmpstr (other, ==, "mine\n");
  g_assert_true (g_str_has_suffix (a, "</svg>\n"));
}

/* An own file where no other may be added: said, then written. Root may add one. */
static void
test_in_place (void)
{
  g_auto (Result) result = run_shell ("mkdir f && echo old > f/a.svg && chmod 555 f && "
                                      "$CLI export --output=f/a.svg " SMALL "; s=$?; chmod 755 f; "
                                      "mv f/a.svg . && rmdir f; exit $s");
  g_autofree char *a = take ("a.svg");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (g_str_has_suffix (a, "</svg>\n"));
  if (geteuid () != 0)
    g_assert_cmpstr (result.err, ==,
                     "logitscope-cli: note: f/a.svg can be written in place only, and would be "
                     "damaged if the computer stopped meanwhile: you may not add files to its "
                     "folder; writing it in place\n");
}

static void
test_other_names (void)
{
  g_auto (Result) result = run_shell ("echo old > a.svg && ln a.svg b && $CLI export "
                                      "--output=a.svg " SMALL);
  g_autofree char *a = take ("a.svg"), *b = take ("b");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (b, ==, "old\n");
  g_assert_nonnull (strstr (result.err, "logitscope-cli: note: a.svg: other names of the same file"));
}

/* A name may hold anything; what is said is one line of text. */
static void
test_odd_names (void)
{
  g_auto (Result) odd = run_shell ("$CLI export --output=\"$(printf '/no/\\033[31m\\na.svg')\" " SMALL);
  g_auto (Result) bytes = run_shell ("$CLI export --output=\"$(printf '/no/\\377.svg')\" " SMALL);

  g_assert_cmpint (odd.status, ==, 1);
  g_assert_cmpstr (odd.err, ==,
                   "logitscope-cli: /no/\\u{001b}[31m\\u{000a}a.svg cannot be written: No such file "
                   "or directory\n");
  g_assert_cmpint (bytes.status, ==, 1);
  g_assert_true (g_utf8_validate (bytes.err, -1, NULL));
}

/* A limit of file sizes is an error like any other, for all that writes. */
static void
test_limit (void)
{
  g_auto (Result) whole = run_shell ("ulimit -f 1 && $CLI export --output=a.svg");
  g_auto (Result) printed = run_shell ("ulimit -f 0 && $CLI evaluate > b");
  g_autofree char *b = take ("b");
  g_autofree char *path = g_build_filename (folder, "a.svg", NULL);

  g_assert_cmpint (whole.status, ==, 1);
  g_assert_nonnull (strstr (whole.err, "a.svg cannot be written: File too large"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (printed.status, ==, 1);
  g_assert_nonnull (strstr (printed.err, "standard output cannot be written"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("scope-output-XXXXXX", NULL);
  g_test_add_func ("/cli-output/standard-output", test_standard_output);
  g_test_add_func ("/cli-output/other-descriptors", test_other_descriptors);
  g_test_add_func ("/cli-output/names", test_names);
  g_test_add_func ("/cli-output/rows-stay", test_rows_stay);
  g_test_add_func ("/cli-output/others-files", test_others_files);
  g_test_add_func ("/cli-output/in-place", test_in_place);
  g_test_add_func ("/cli-output/other-names", test_other_names);
  g_test_add_func ("/cli-output/odd-names", test_odd_names);
  g_test_add_func ("/cli-output/limit", test_limit);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
