/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line over many rows: sums and descents. */

#include "cli.h"

#include <math.h>

static char *
with_flowers (const char *arguments)
{
  return g_strdup_printf ("%s --input='%s/data/examples/three-flowers.csv'", arguments,
                          g_getenv ("SCOPE_SOURCE_DIR"));
}

static Result
run_flowers (const char *arguments)
{
  g_autofree char *command = with_flowers (arguments);

  return run (command, NULL);
}

/* The number at field `column` of line `line`, both from 0. */
static double
number_at (const char *csv, guint line, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_auto (GStrv) fields = NULL;

  g_assert_cmpuint (line, <, g_strv_length (lines));
  fields = g_strsplit (lines[line], ",", -1);
  g_assert_cmpuint (column, <, g_strv_length (fields));
  return g_ascii_strtod (fields[column], NULL);
}

/* --- Sums */

static void
test_sums (void)
{
  g_auto (Result) total = run_flowers ("evaluate --total --bias=-2");
  g_auto (Result) mean = run_flowers ("evaluate --mean --bias=-2");
  g_auto (Result) text = run_flowers ("evaluate --total --format=text");
  g_auto (Result) json = run_flowers ("evaluate --total --format=json");
  g_auto (Result) one = run ("evaluate --mean", NULL);

  g_assert_cmpint (total.status, ==, 0);
  g_assert_cmpstr (total.err, ==, "");
  g_assert_true (g_str_has_prefix (total.out, "loss,gradient,curvature\n2.665938514453054"));
  g_assert_cmpuint (n_lines (total.out), ==, 2);
  g_assert_cmpfloat_with_epsilon (number_at (total.out, 1, 1), -0.7732010032512964, 1e-15);
  g_assert_cmpfloat_with_epsilon (number_at (mean.out, 1, 0), 2.665938514453054 / 3, 1e-15);
  g_assert_true (g_str_has_prefix (text.out, "loss = 2.66593851445305"));
  g_assert_cmpuint (n_lines (text.out), ==, 3);
  g_assert_true (g_str_has_prefix (json.out, "{\"loss\":2.66593851445305"));
  g_assert_true (g_str_has_prefix (one.out, "loss = 1.8912771689741947\n"));
}

static void
test_wirings (void)
{
  g_auto (Result) all = run_flowers ("evaluate --total --wiring=all");
  g_auto (Result) observed = run_flowers ("evaluate --total --wiring=observed --bias=-2");
  g_auto (Result) walked = run_flowers ("descend --steps=0 --wiring=observed --bias=-2");

  g_assert_cmpfloat (number_at (all.out, 1, 1), ==, 0);
  g_assert_cmpfloat_with_epsilon (number_at (observed.out, 1, 0), 5.8161633017137877, 1e-14);
  g_assert_cmpfloat_with_epsilon (number_at (observed.out, 1, 1), -2.5666726179283228, 1e-14);
  g_assert_cmpfloat_with_epsilon (number_at (walked.out, 1, 2), 5.8161633017137877, 1e-14);
  g_assert_cmpfloat_with_epsilon (number_at (walked.out, 1, 3), -2.5666726179283228, 1e-14);
}

/* A sum has one bias and one wiring: the rows' own are ignored, and that is said. */
static void
test_ignored_columns (void)
{
  static const char rows[] = "z1,z2,z3,observed,bias,w2\n1.0368,.0032,.1352,1,77,5\n"
                             "0,0,1,3,-5,5\n.0898,.8632,.1042,2,none,-9\n";
  static const char *const commands[] = { "evaluate --total", "descend --steps=0 --total" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *command = g_strconcat (commands[i], " --bias=-2 --input=-", NULL);
      g_auto (Result) own = run (command, rows);

      g_assert_cmpint (own.status, ==, 0);
      g_assert_true (g_str_has_prefix (own.err, "logitscope-cli: note: the rows’ own bias"));
      g_assert_cmpuint (n_lines (own.err), ==, 1);
      g_assert_cmpfloat_with_epsilon (number_at (own.out, 1, i == 0 ? 0 : 2), 2.665938514453054, 1e-15);
    }
}

static void
test_bad_rows (void)
{
  static const char rows[] = "z1,z2,z3,observed\n1,2,3,1\n1,x,3,1\n";
  static const char *const commands[]
    = { "evaluate --total --input=-", "evaluate --mean --input=-", "descend --input=-" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Result) bad = run (commands[i], rows);
      g_auto (Result) none = run (commands[i], "z1,z2,z3,observed\n");

      g_assert_cmpint (bad.status, ==, 1);
      g_assert_cmpstr (bad.out, ==, "");
      g_assert_true (g_str_has_prefix (bad.err, "logitscope-cli: -:3: column z2: “x”"));
      g_assert_cmpint (none.status, ==, 1);
      g_assert_cmpstr (none.out, ==, "");
      g_assert_nonnull (strstr (none.err, "-:2: there is no row"));
    }
}

/* Rows say the class by its name, whatever the case of ASCII, or by its number; other names are none. */
static void
test_classes (void)
{
  static const char named[] = "z1,z2,z3,observed\n1,2,3,\"CAT, big\"\n1,2,3,Öl\n1,2,3,חתול\n";
  static const char numbered[] = "z1,z2,z3,observed\n1,2,3,1\n1,2,3,2\n1,2,3,3\n";
  g_auto (Result) one = run ("evaluate --input=- --classes='cat, big;Öl;חתול'", named);
  g_auto (Result) other = run ("evaluate --input=-", numbered);
  g_auto (Result) iris
    = run ("evaluate --input=- --classes=cat,dog,bird", "z1,z2,z3,observed\n1,2,3,Setosa\n");

  g_assert_cmpstr (one.err, ==, "");
  g_assert_cmpstr (one.out, ==, other.out);
  g_assert_cmpuint (n_lines (one.out), ==, 4);
  g_assert_cmpint (iris.status, ==, 1);
  g_assert_nonnull (strstr (iris.err, "“Setosa” is no class; cat, dog, bird, 1, 2 and 3 are allowed\n"));
}

/* Up to twenty errors of rows that must all be good, and how many there are. */
static void
test_many_errors (void)
{
  g_autoptr (GString) rows = g_string_new ("z1,z2,z3,observed\n");
  g_auto (Result) few = { 0 }, many = { 0 };

  for (guint i = 0; i < 20; i++)
    g_string_append (rows, "1,x,3,1\n");
  few = run ("descend --input=-", rows->str);
  g_string_append (rows, "1,2,3,1\n1,2,3,9\n");
  many = run ("descend --input=-", rows->str);
  g_assert_cmpint (many.status, ==, 1);
  g_assert_cmpuint (n_lines (few.err), ==, 20);
  g_assert_cmpuint (n_lines (many.err), ==, 21);
  g_assert_true (g_str_has_suffix (many.err, "logitscope-cli: 21 errors in all\n"));
}

/* Where there is no end of them, that is said, and what is there is. */
static void
test_endless (void)
{
  g_autoptr (GString) rows = g_string_new ("z1,z2,z3,observed\n");
  g_autofree char *mebibyte = g_strnfill (1 << 20, '\n');
  g_auto (Result) errors = { 0 }, blank = { 0 };

  for (guint i = 0; i <= 100000; i++)
    g_string_append (rows, "# no row\n");
  errors = run ("descend --input=-", rows->str);
  g_assert_cmpint (errors.status, ==, 1);
  g_assert_cmpuint (n_lines (errors.err), ==, 21);
  g_assert_true (g_str_has_suffix (errors.err, "more than 100000 errors: what follows them is not read\n"));

  g_string_assign (rows, "z1,z2,z3,observed\n1,2,3,1\n");
  for (guint i = 0; i <= 32; i++)
    g_string_append (rows, mebibyte);
  blank = run ("evaluate --input=-", rows->str);
  g_assert_cmpint (blank.status, ==, 1);
  g_assert_cmpstr (
    blank.err, ==,
    "logitscope-cli: -:3: more than 33554432 bytes of blank lines; fewer are allowed, at the end "
    "alone\n");
}

/* --- Descent */

static void
test_descend (void)
{
  g_auto (Result) total = run_flowers ("descend --steps=3");
  g_auto (Result) mean = run_flowers ("descend --mean --rate=3 --steps=3");
  g_auto (Result) text = run ("descend --steps=1", NULL);
  g_auto (Result) json = run ("descend --steps=1 --format=json", NULL);

  g_assert_cmpint (total.status, ==, 0);
  g_assert_true (g_str_has_prefix (total.out, "step,bias,loss,gradient,step_size\n0,-2,2.66"));
  g_assert_cmpuint (n_lines (total.out), ==, 5);
  g_assert_cmpfloat_with_epsilon (number_at (total.out, 2, 1), -1.226798996749, 1e-12);
  g_assert_cmpfloat_with_epsilon (number_at (total.out, 4, 1), -0.327253, 1e-6);
  g_assert_cmpfloat_with_epsilon (number_at (mean.out, 4, 1), -0.327253, 1e-6);
  g_assert_cmpfloat_with_epsilon (number_at (mean.out, 1, 4), -0.7732010032512964, 1e-15);
  g_assert_true (g_str_has_prefix (text.out, "step = 0\nbias = -2\nloss = 1.8912771689741947\n"));
  g_assert_nonnull (strstr (text.out, "\n\nstep = 1\n"));
  g_assert_true (g_str_has_prefix (json.out, "{\"step\":0,\"bias\":-2,"));
}

/* How many steps until b₃ is within 0.005 of the minimum, read from what is printed. */
static void
test_rates (void)
{
  static const struct
  {
    const char *rate;
    guint steps;
  } rows[] = { { "0.1", 106 }, { "1", 8 }, { "1.7", 3 }, { "3.3", 80 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *command = g_strdup_printf ("descend --steps=200 --rate=%s", rows[i].rate);
      g_auto (Result) result = run_flowers (command);
      guint step = 0;

      while (fabs (number_at (result.out, step + 1, 1) + 0.031652958487831) > 0.005)
        step++;
      g_assert_cmpuint (step, ==, rows[i].steps);
      g_assert_cmpfloat (number_at (result.out, step + 1, 0), ==, step);
    }
}

static void
test_tolerance (void)
{
  g_auto (Result) rough = run_flowers ("descend --steps=1000 --tolerance=0.01");
  g_auto (Result) fine = run_flowers ("descend --steps=1000");
  guint last = n_lines (fine.out) - 1;

  g_assert_cmpuint (n_lines (rough.out), ==, 9);
  g_assert_cmpuint (last, <, 100);
  g_assert_cmpfloat (fabs (number_at (fine.out, last, 3)), <=, 1e-9);
  g_assert_cmpstr (fine.err, ==, "");
}

/* What becomes of it, in words. */
static void
test_notes (void)
{
  static const struct
  {
    const char *arguments;
    gboolean flowers;
    const char *says;
  } rows[] = {
    { "descend", FALSE,
      "no finite minimum: the loss keeps falling towards its bound 0 as b3 goes to "
      "+infinity" },
    { "descend --observed=2", FALSE, "bound 0.76132" },
    { "descend --observed=2", FALSE, "-infinity" },
    { "descend --wiring=all", FALSE, "the loss is the same for every b3" },
    { "descend --rate=4 --steps=100", TRUE, "a cycle of 2\n" },
    { "descend --rate=9 --steps=100", TRUE, "a cycle of 3\n" },
    { "descend --rate=4 --steps=5 --bias=-0.03", TRUE,
      "moving away from the minimum: each step is farther than the one before" },
    { "descend --rate=9 --steps=2", TRUE, "note: 2 of the steps raised the loss, 2 led over" },
    { "descend --bias=-1e300", TRUE, "too small to change b3" },
    { "descend --rate=1e300 --wiring=1e300,0,0 --bias=-1", TRUE, "beyond 1.8e308" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result
        = rows[i].flowers ? run_flowers (rows[i].arguments) : run (rows[i].arguments, NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_prefix (result.err, "logitscope-cli: note: "));
      g_assert_cmpuint (n_lines (result.err), ==, 1);
      if (strstr (result.err, rows[i].says) == NULL)
        g_error ("“%s”: %s does not say “%s”", rows[i].arguments, result.err, rows[i].says);
    }
}

static void
test_iris (void)
{
  g_autofree char *command
    = g_strdup_printf ("descend --rate=0.19 --steps=1000 --input='%s/data/examples/iris-logits.csv'",
                       g_getenv ("SCOPE_SOURCE_DIR"));
  g_auto (Result) result = run (command, NULL);

  g_assert_cmpfloat_with_epsilon (number_at (result.out, n_lines (result.out) - 1, 1), -6.2260, 5e-5);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *arguments;
    const char *says;
  } rows[] = {
    { "evaluate --total --mean", "not allowed together" },
    { "evaluate --total=1", "--total takes no value" },
    { "evaluate --rate=1", "--rate=1 is no option" },
    { "descend --rate=0", "a finite number above 0" },
    { "descend --rate=-1", "a finite number above 0" },
    { "descend --rate=inf", "a finite number above 0" },
    { "descend --tolerance=-1", "from 0 on" },
    { "descend --steps=-1", "a whole number from 0 to 1000000000" },
    { "descend --steps=1.5", "a whole number" },
    { "descend --steps=1000000001", "a whole number" },
    { "descend --output=x", "--output=x is no option" },
    { "descend --input=- --logits=1,2,3", "--logits is not allowed with --input" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = run (rows[i].arguments, NULL);

      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpuint (n_lines (result.err), ==, 1);
      if (strstr (result.err, rows[i].says) == NULL)
        g_error ("“%s”: %s does not say “%s”", rows[i].arguments, result.err, rows[i].says);
    }
}

/* What could not be written is said; the note about the way is not the last word. */
static void
test_full_output (void)
{
  g_autofree char *command = g_strdup_printf (
    "/bin/sh -c '%s descend --steps=100000 --tolerance=0 >/dev/full'", g_getenv ("SCOPE_CLI"));
  g_autofree char *err = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, NULL, &err, &status, NULL));
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_nonnull (strstr (err, "standard output cannot be written"));
}

/* --- Pictures */

static void
test_pictures (void)
{
  g_auto (Result) total
    = run_flowers ("export --output=- --format=svg --svg-text=text --bias=-2 --selected=2");
  g_auto (Result) mean = run_flowers ("export --output=- --format=svg --svg-text=text --mean");
  g_auto (Result) again
    = run ("export --output=- --format=svg --svg-text=text --bias=-2 --selected=2 --input=-",
           "z1,z2,z3,observed,bias\n1.0368,.0032,.1352,1,9\n0,0,1,3,9\n.0898,.8632,.1042,2,9\n");

  g_assert_cmpint (total.status, ==, 0);
  g_assert_cmpstr (total.err, ==, "");
  g_assert_nonnull (strstr (total.out, "2.666"));
  g_assert_nonnull (strstr (total.out, "−0.7732"));
  g_assert_nonnull (strstr (total.out, "flower 2"));
  g_assert_nonnull (strstr (mean.out, "Mean loss of 3 flowers"));
  g_assert_cmpint (again.status, ==, 0);
  g_assert_true (g_str_has_prefix (again.err, "logitscope-cli: note: the rows’ own bias"));
  g_assert_cmpstr (again.out, ==, total.out);
}

static void
test_refused_pictures (void)
{
  static const struct
  {
    const char *options, *rows, *message;
    int status;
  } rows[] = {
    { "--input=- --logits=1,2,3", "", "--logits is not allowed with --input", 2 },
    { "--input=- --observed=1", "", "--observed is not allowed with --input", 2 },
    { "--input=- --wiring=observed", "", "--wiring=observed is not allowed with --input", 2 },
    { "--input=- --ghost=1,2,3", "", "--ghost is not allowed with --input", 2 },
    { "--selected=2", "", "--selected needs --input=FILE", 2 },
    { "--mean", "", "--mean needs --input=FILE", 2 },
    { "--input=- --mean --total", "", "--total and --mean are not allowed together", 2 },
    { "--input=- --selected=0", "", "--selected=0 is not allowed; allowed: the number of a row", 2 },
    { "--input=- --selected=3", "z1,z2,z3,observed\n1,2,3,1\n1,2,3,2\n",
      "--selected=3 is not allowed; allowed: 1 to 2", 2 },
    { "--input=-", "z1,z2,z3,observed\n1,x,3,1\n1,2,y,1\n", "-:3: column z3: “y”", 1 },
    { "--input=-", "z1,z2,z3,observed\n", "-:2: ", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *command = g_strconcat ("export --output=- --format=svg ", rows[i].options, NULL);
      g_auto (Result) refused = run (command, rows[i].rows);

      g_assert_cmpint (refused.status, ==, rows[i].status);
      g_assert_cmpstr (refused.out, ==, "");
      if (strstr (refused.err, rows[i].message) == NULL)
        g_error ("%s: %s", command, refused.err);
    }
}

/* A descent on the sum: what is walked is what descend prints, at the rate that is given. */
static void
test_export_descent (void)
{
  const char *rows = "z1,z2,z3,observed\n1.0368,0.0032,0.1352,1\n0,0,1,3\n0.0898,0.8632,0.1042,2\n";
  const char *common = "export --output=- --format=svg --svg-text=text --bias=-2 --input=- ";
  g_autofree char *total_command = g_strconcat (common, "--descend=2 --rate=1 --kept-rate=5", NULL);
  g_autofree char *mean_command = g_strconcat (common, "--descend=2 --rate=3 --mean", NULL);
  g_autofree char *no_trail = g_strconcat (common, "--kept-rate=2", NULL);
  g_auto (Result) total = run (total_command, rows);
  g_auto (Result) mean = run (mean_command, rows);
  g_auto (Result) alone = run ("export --output=- --format=svg --svg-text=text --descend=2 "
                               "--kept-rate=0.5 --wiring=observed --observed=2",
                               NULL);
  g_auto (Result) refused = run (no_trail, rows);
  g_auto (Result) bad = run ("export --output=x.png --descend=2 --kept-rate=0", NULL);

  g_assert_cmpint (total.status, ==, 0);
  /* descend --steps=3 says −0.6623 of place 2. */
  g_assert_nonnull (strstr (total.out, "−0.6623"));
  g_assert_nonnull (strstr (total.out, ", kept"));
  g_assert_nonnull (strstr (total.out, "kept: 2 steps at η equals 5"));
  g_assert_nonnull (strstr (total.out, "with the gradient of the total"));
  g_assert_nonnull (strstr (mean.out, "−0.6623"));
  g_assert_nonnull (strstr (mean.out, "with the gradient of the mean"));
  g_assert_null (strstr (mean.out, ", kept"));
  g_assert_cmpint (alone.status, ==, 0);
  g_assert_nonnull (strstr (alone.out, "kept: 2 steps at η equals 0.5"));
  g_assert_cmpint (refused.status, ==, 2);
  g_assert_nonnull (strstr (refused.err, "--kept-rate needs --descend=N"));
  g_assert_cmpint (bad.status, ==, 2);
  g_assert_nonnull (strstr (bad.err, "a finite number above 0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-rows/sums", test_sums);
  g_test_add_func ("/cli-rows/wirings", test_wirings);
  g_test_add_func ("/cli-rows/ignored-columns", test_ignored_columns);
  g_test_add_func ("/cli-rows/bad-rows", test_bad_rows);
  g_test_add_func ("/cli-rows/classes", test_classes);
  g_test_add_func ("/cli-rows/many-errors", test_many_errors);
  g_test_add_func ("/cli-rows/endless", test_endless);
  g_test_add_func ("/cli-rows/descend", test_descend);
  g_test_add_func ("/cli-rows/rates", test_rates);
  g_test_add_func ("/cli-rows/tolerance", test_tolerance);
  g_test_add_func ("/cli-rows/notes", test_notes);
  g_test_add_func ("/cli-rows/iris", test_iris);
  g_test_add_func ("/cli-rows/refusals", test_refusals);
  g_test_add_func ("/cli-rows/full-output", test_full_output);
  g_test_add_func ("/cli-rows/pictures", test_pictures);
  g_test_add_func ("/cli-rows/refused-pictures", test_refused_pictures);
  g_test_add_func ("/cli-rows/export-descent", test_export_descent);
  return g_test_run ();
}
