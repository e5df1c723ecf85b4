/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line as a process: what it prints, what it says, how it ends. */

#include "cli.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "comma.h"
#include "number.h"
#include "outcome.h"

static void
test_evaluate (void)
{
  g_auto (Result) result
    = run ("evaluate --logits=1.0368,0.0032,0.1352 --bias -2 --observed=versicolor --wiring=1", NULL);
  g_autofree char *expected = NULL;
  const ScopeParameters in = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 1 };
  char number[SCOPE_NUMBER_EXACT_SIZE];
  ScopeOutcome out;

  scope_outcome_evaluate (&in, &out);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  expected = g_strdup_printf ("\ngradient = %s\n", scope_number_exact (out.dl_db, number));
  g_assert_nonnull (strstr (result.out, expected));
  g_assert_true (g_str_has_prefix (result.out, "z1 = "));
  g_assert_cmpint ((int) g_strv_length (g_strsplit (result.out, "\n", -1)), ==, 17);
}

/* Numbers as people, and the program itself, write them. */
static void
test_notations (void)
{
  g_auto (Result) plain = run ("evaluate --logits=1.5,-2,0.25 --bias=1.25e-7 --shift=2", NULL);
  g_auto (Result) other = run ("evaluate '--logits=1,5;−2;1/4' '--bias=1.25·10⁻⁷' '--shift=√4'", NULL);

  g_assert_cmpint (other.status, ==, 0);
  g_assert_cmpstr (other.out, ==, plain.out);
}

/* Three lines differ: z1, z2 and z3. */
static void
test_shift (void)
{
  g_auto (Result) still = run ("evaluate --logits=1,2,3 --bias=0.5", NULL);
  g_auto (Result) shifted = run ("evaluate --logits=1,2,3 --bias=0.5 --shift=-2.5", NULL);

  g_assert_cmpint (shifted.status, ==, 0);
  g_assert_true (g_str_has_prefix (still.out, "z1 = 1.5\nz2 = 2\nz3 = 3\np1"));
  g_assert_true (g_str_has_prefix (shifted.out, "z1 = -1\nz2 = -0.5\nz3 = 0.5\np1"));
  g_assert_cmpstr (strstr (still.out, "p1"), ==, strstr (shifted.out, "p1"));
}

static void
test_formats (void)
{
  g_auto (Result) csv = run ("evaluate --format=csv --logits=-800,0,0 --bias=0", NULL);
  g_auto (Result) json = run ("evaluate --format=json --logits=-800,0,0 --bias=0", NULL);

  g_assert_true (g_str_has_prefix (csv.out, "z1,z2,z3,p1,p2,p3,loss,dL_dp,dp_dz1,dp_dz2,dp_dz3,dz_db1,"
                                            "dz_db2,dz_db3,gradient,curvature\n-800,0,0,0,0.5,0.5,"));
  g_assert_nonnull (strstr (csv.out, ",-inf,"));
  g_assert_nonnull (strstr (json.out, "\"dL_dp\":null,"));
  g_assert_true (g_str_has_suffix (json.out, "}\n"));
}

static void
test_rows (void)
{
  static const char rows[] = "z1,z2,z3,observed,bias\n1,2,3,1,0\n1,2,3,Virginica,5\n";
  g_auto (Result) csv = run ("evaluate --input=-", rows);
  g_auto (Result) text = run ("evaluate --input=- --format=text", rows);
  g_auto (Result) bad = run ("evaluate --input=-", "z1,z2,z3,observed\n1,2,3,1\n1,x,3,1\n1,2,3,2\n");
  g_auto (Result) none = run ("evaluate --input=/no/such.csv", NULL);
  g_auto (Result) clash = run ("evaluate --input=- --logits=1,2,3", rows);
  g_auto (GStrv) lines = g_strsplit (csv.out, "\n", -1);

  g_assert_cmpint (csv.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[2], "6,2,3,"));
  g_assert_nonnull (strstr (text.out, "\n\nz1 = 6\n"));
  g_assert_cmpint (bad.status, ==, 1);
  g_assert_true (g_str_has_prefix (bad.err, "logitscope-cli: -:3: column z2: “x” is not a number"));
  g_assert_nonnull (strstr (bad.out, "\n-1,2,3,"));
  g_assert_cmpint (none.status, ==, 1);
  g_assert_cmpint (clash.status, ==, 2);
}

/* Each refusal is one line that names the option, the value and what is allowed. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *arguments;
    const char *says;
  } rows[] = {
    { "", "a command is missing" },
    { "draw", "no command" },
    { "evaluate --bias=nan", "--bias=nan is not allowed" },
    { "evaluate --bias=1,5", "--bias=1,5 is not allowed" },
    { "evaluate --bias=1e999", "one finite number" },
    { "evaluate --bias", "--bias needs a value" },
    { "evaluate --shift=1,2", "one finite number" },
    { "evaluate --shift=inf", "--shift=inf is not allowed" },
    { "evaluate --logits=1,2", "three finite numbers" },
    { "evaluate --observed=4", "Setosa, Versicolor, Virginica" },
    { "evaluate --wiring=some", "all, observed" },
    { "evaluate --range=1,1", "the smaller first" },
    { "evaluate --format=xml", "text, csv, json" },
    { "evaluate --output=x.png", "--output=x.png is no option" },
    { "evaluate --bias=1 1", "1 is no option" },
    { "export", "needs --output=FILE" },
    { "export --output=x", "does not tell the format" },
    { "export --output=x.gif", "does not tell the format" },
    { "export --output=x.png --size=0x10", "two whole numbers from 1 to 32767" },
    { "export --output=x.png --size=10", "two whole numbers" },
    { "export --output=x.png --size=40000x10", "two whole numbers" },
    { "export --output=x.png --size=-5x10", "two whole numbers" },
    { "export --output=x.png --size=20000x20000", "268 million" },
    { "export --output=x.png --scale=0", "above 0" },
    { "export --output=x.png --scale=30", "32767 pixels a side" },
    { "export --output=x.png --theme=pink", "light, dark, high-contrast, high-contrast-light, print" },
    { "export --output=x.png --decimal=x", "a comma" },
    { "export --output=x.png --svg-text=yes", "outlines, text" },
    { "export --output=x.png --text-scale=3", "from 1 to 2" },
    { "export --output=x.png --h=0", "from 1e-12 to 1" },
    { "export --output=x.png --h=2", "from 1e-12 to 1" },
    { "export --output=x.png --h=1e-13", "from 1e-12 to 1" },
    { "export --output=x.png --show=all", "question, bar" },
    { "export --output=x.png --ghost=1,2", "three finite numbers" },
    { "export --output=x.png --ghost=1,2,3 --ghost=1,2,3 --ghost=1,2,3 --ghost=1,2,3 --ghost=1,2,3 "
      "--ghost=1,2,3 --ghost=1,2,3",
      "six of them at most" },
    { "evaluate --ghost=1,2,3", "is no option" },
    { "export --output=x.png --transparent=1", "takes no value" },
    { "evaluate '--bias=\x1b[31m'", "\\u{001b}[31m" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = run (rows[i].arguments, NULL);

      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpint (result.status, ==, 2);
      g_assert_true (g_str_has_prefix (result.err, "logitscope-cli: "));
      g_assert_cmpint ((int) g_strv_length (g_strsplit (result.err, "\n", -1)), ==, 2);
      if (strstr (result.err, rows[i].says) == NULL)
        g_error ("“%s”: %s does not say “%s”", rows[i].arguments, result.err, rows[i].says);
    }
  g_assert_false (g_file_test ("x.png", G_FILE_TEST_EXISTS));
}

static char *
digest (const char *path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, size);
}

/* Every format: written, the same bytes again elsewhere with nothing of a home. */
static void
test_export (void)
{
  static const char *const endings[] = { "png", "svg", "pdf" };
  g_autofree char *folder = g_dir_make_tmp ("scope-cli-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/a.%s", folder, endings[i]);
      g_autofree char *plain = g_strdup_printf ("export --output=%s --size=640x400 --theme=dark", path);
      g_autofree char *elsewhere = g_strdup_printf (
        "-c 'cd / && HOME=/nowhere LC_ALL=" TEST_COMMA " exec %s %s'", g_getenv ("SCOPE_CLI"), plain);
      g_autofree char *shell = g_strconcat ("/bin/sh ", elsewhere, NULL);
      g_auto (Result) result = run (plain, NULL);
      g_autofree char *one = digest (path), *two = NULL;
      int status;

      g_assert_cmpint (result.status, ==, 0);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpint (g_unlink (path), ==, 0);
      g_assert_true (g_spawn_command_line_sync (shell, NULL, NULL, &status, NULL));
      two = digest (path);
      g_assert_cmpstr (one, ==, two);
      g_unlink (path);
    }
  g_rmdir (folder);
}

/* The curves of other logits, by name, in the scenario's decimal sign. */
static void
test_ghosts (void)
{
  g_auto (Result) result = run ("export --output=- --format=svg --svg-text=text --observed=3 "
                                "--ghost=2,0,-1 --ghost=-3,0.5,0 --decimal=, --shift=2",
                                NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "Kept curves: z 2; 0; −1, z −3; 0,5; 0"));
  g_assert_nonnull (strstr (result.out, ">z 2; 0; −1<"));
  g_assert_nonnull (strstr (result.out, "class=\"ghost\""));
  g_assert_nonnull (strstr (result.out, "class=\"ghost-mark\""));
}

static void
test_output_errors (void)
{
  g_auto (Result) folder = run ("export --output=/no/such/folder/x.png", NULL);
  g_auto (Result) full = run ("export --output=/dev/full --format=svg", NULL);
  g_auto (Result) device = run ("export --output=/dev/null --format=png", NULL);
  g_auto (Result) standard = run ("export --output=- --format=svg --size=300x200", NULL);

  g_assert_cmpint (folder.status, ==, 1);
  g_assert_nonnull (strstr (folder.err, "/no/such/folder/x.png cannot be written"));
  g_assert_cmpint (full.status, ==, 1);
  g_assert_nonnull (strstr (full.err, "No space left"));
  g_assert_cmpint (device.status, ==, 0);
  g_assert_cmpint (standard.status, ==, 0);
  g_assert_true (g_str_has_suffix (standard.out, "</svg>\n"));
}

static void
test_full_standard_output (void)
{
  g_autofree char *command = g_strdup_printf ("/bin/sh -c '%s evaluate >/dev/full'", g_getenv ("SCOPE_CLI"));
  g_autofree char *err = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, &err, &status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_nonnull (strstr (err, "standard output cannot be written"));
}

static void
test_help (void)
{
  g_auto (Result) help = run ("--help", NULL);
  g_auto (Result) version = run ("--version", NULL);

  g_assert_cmpint (help.status, ==, 0);
  g_assert_nonnull (strstr (help.out, "--wiring=WIRING"));
  g_assert_cmpint (version.status, ==, 0);
  g_assert_true (g_str_has_prefix (version.out, "logitscope-cli 0."));
}

/* Peak memory of a child that evaluates n rows, in KiB. */
static long
memory_of (const char *arguments, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("scope-rows-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);
  g_autofree char *command
    = g_strdup_printf ("%s evaluate %s --input=%s", g_getenv ("SCOPE_CLI"), arguments, path);
  g_auto (GStrv) argv = NULL;
  FILE *file = g_fopen (path, "w");
  struct rusage usage;
  int status;
  pid_t child;

  fputs ("z1,z2,z3,observed\n", file);
  for (guint i = 0; i < n; i++)
    fprintf (file, "%u.5,-1,2,%u\n", i % 10, i % 3 + 1);
  fclose (file);
  g_shell_parse_argv (command, NULL, &argv, NULL);
  child = fork ();
  if (child == 0)
    {
      if (g_freopen ("/dev/null", "w", stdout) != NULL)
        execv (argv[0], argv);
      _exit (127);
    }
  wait4 (child, &status, 0, &usage);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return usage.ru_maxrss;
}

static void
test_constant_memory (void)
{
  static const char *const arguments[] = { "", "--total" };

  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      long few = memory_of (arguments[i], 1000), many = memory_of (arguments[i], 100000);

      g_test_message ("%ld KiB for 1,000 rows, %ld KiB for 100,000", few, many);
      g_assert_cmpint (many, <, few + 4096);
    }
}

static void
test_links_no_gtk (void)
{
  g_autofree char *command = g_strconcat ("ldd ", g_getenv ("SCOPE_CLI"), NULL);
  g_autofree char *out = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, NULL));
  g_assert_nonnull (strstr (out, "libcairo"));
  g_assert_null (strstr (out, "libgtk"));
  g_assert_null (strstr (out, "libadwaita"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/evaluate", test_evaluate);
  g_test_add_func ("/cli/shift", test_shift);
  g_test_add_func ("/cli/formats", test_formats);
  g_test_add_func ("/cli/rows", test_rows);
  g_test_add_func ("/cli/notations", test_notations);
  g_test_add_func ("/cli/refusals", test_refusals);
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/ghosts", test_ghosts);
  g_test_add_func ("/cli/output-errors", test_output_errors);
  g_test_add_func ("/cli/full-standard-output", test_full_standard_output);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/constant-memory", test_constant_memory);
  g_test_add_func ("/cli/links-no-gtk", test_links_no_gtk);
  return g_test_run ();
}
