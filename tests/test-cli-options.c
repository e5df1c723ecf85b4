/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "cli.h"

/* Every option: what it changes, what it takes at its limits, and what it refuses beyond them. */

#define EXPORT "export --output=- --format=svg "

/* Each changes the picture that is drawn without it, or with what stands before it alone. */
static void
test_options_change_the_picture (void)
{
  static const struct
  {
    const char *before, *option;
    const char *said; /* NULL: nothing */
  } rows[] = {
    { "", "--classes=cat,dog,bird" },
    { "--classes=cat,dog,bird", "--observed=Bird" },
    { "--classes=cat,dog,bird", "--wiring=dog" },
    { "", "--logits=2,0,-1" },
    { "", "--bias=0.5" },
    { "--show=shift", "--shift=2" },
    { "", "--observed=virginica" },
    { "", "--observed=3" },
    { "", "--wiring=2" },
    { "", "--wiring=all" },
    { "--observed=2", "--wiring=observed" },
    { "", "--wiring=1,0.5,0" },
    { "", "--range=-3,4" },
    { "", "--size=900x700" },
    { "", "--theme=dark" },
    { "--show=hood", "--h=1e-3" },
    { "", "--transparent" },
    { "", "--svg-text=text" },
    { "", "--decimal=," },
    { "", "--text-scale=2" },
    { "", "--ghost=2,0,-1" },
    { "--decimal=,", "--ghost=2,0,-1" },
    { "", "--show=steps" },
    { "", "--hide=bar,diagram" },
    { "", "--hide=gradient,loss" },
    { "--hide=gradient", "--show=gradient",
      "logitscope-cli: note: --show and --hide both name gradient: the last one counts\n" },
    { "--hide=gradient --show=estimate", "--estimate=-0.5" },
    { "--descend=3", "--rate=3" },
    { "--descend=3", "--kept-rate=0.5" },
    { "--input=data/examples/three-flowers.csv", "--mean" },
    { "--input=data/examples/three-flowers.csv", "--selected=3" },
    { "--input=data/examples/three-flowers.csv", "--range=-3,4" },
    { "--input=data/examples/three-flowers.csv", "--descend=4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *without = g_strconcat (EXPORT, rows[i].before, NULL);
      g_autofree char *with = g_strconcat (without, " ", rows[i].option, NULL);
      g_auto (Result) one = run (without, NULL);
      g_auto (Result) other = run (with, NULL);

      g_test_message ("%s %s", rows[i].before, rows[i].option);
      g_assert_cmpstr (one.err, ==, "");
      g_assert_cmpstr (other.err, ==, rows[i].said != NULL ? rows[i].said : "");
      g_assert_cmpint (one.status + other.status, ==, 0);
      g_assert_cmpstr (one.out, !=, other.out);
      g_assert_true (g_str_has_suffix (other.out, "</svg>\n"));
    }
}

/* What stands for what there is anyway. */
static void
test_defaults (void)
{
  static const char *const same[] = { "--classes=Setosa,Versicolor,Virginica",
                                      "--svg-text=outlines",
                                      "--decimal=.",
                                      "--text-scale=1",
                                      "--shift=0",
                                      "--hide=gradient --show=gradient" };
  g_auto (Result) plain = run (EXPORT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *arguments = g_strconcat (EXPORT, same[i], NULL);
      g_auto (Result) result = run (arguments, NULL);

      g_assert_cmpstr (result.out, ==, plain.out);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *arguments, *says;
  } rows[] = {
    { "--classes=", "cat,dog,bird (There are three classes: three names are needed)\n" },
    { "--classes=cat,dog,Cat", "cat,dog,bird (Two classes have the same name)\n" },
    { "--classes=cat,,bird", "cat,dog,bird (A class needs a name)\n" },
    { "--classes=1,2,3", "cat,dog,bird (A number is no name of a class)\n" },
    { "--classes='a\x1b[2J,dog,bird'", "--classes=a\\u{001b}[2J,dog,bird is not allowed" },
    { "--classes=cat,dog,bird --observed=Setosa",
      "--observed=Setosa is not allowed; allowed: cat, dog, bird, 1, 2, 3\n" },
    { "--wiring=fish --classes=cat,dog,bird",
      "allowed: cat, dog, bird, 1, 2, 3, all, observed, or three finite" },
    { "--shift=", "--shift= is not allowed; allowed: one finite number" },
    { "--range=2,1", "--range=2,1 is not allowed" },
    { "--bias=1e400", "as in -2, up to 1.8e308\n" },
    { "--logits=1,2e400,3", "as in 1.0368,0.0032,0.1352, up to 1.8e308\n" },
    { "--wiring='1,5;1,5e400;0'", "as in 1,0,0, up to 1.8e308\n" },
    { "--ghost=1e400,0,0", "as in 2,0,-1, up to 1.8e308\n" },
    { "--h=1e400", "allowed: a number from 1e-12 to 1, as in 1e-3\n" },
    { "--text-scale=1e400", "allowed: a number from 1 to 2\n" },
    { "--range=1", "--range=1 is not allowed" },
    { "--range=a,b", "two finite numbers, the smaller first" },
    { "--output=", "a file name, or - for standard output" },
    { "--input=", "a file name, or - for standard input" },
    { "--format=gif", "png, svg, pdf" },
    { "--size=x10", "two whole numbers" },
    { "--size=10x", "two whole numbers" },
    { "--size=10x10x", "two whole numbers" },
    { "--size=10,10", "two whole numbers" },
    { "--size=1234567x10", "two whole numbers" },
    { "--scale=-1", "a number above 0 and up to 32767" },
    { "--scale=40000", "a number above 0 and up to 32767" },
    { "--scale=big", "a number above 0 and up to 32767" },
    { "--text-scale=0.9", "a number from 1 to 2" },
    { "--text-scale=large", "a number from 1 to 2" },
    { "--h=small", "a number from 1e-12 to 1" },
    { "--decimal=.,", ". (a point), , (a comma)" },
    { "--hide=loss,loss", "names of parts and of numbers, each once" },
    { "--show=bar,bar", "names of parts and of numbers, each once" },
    { "--show=", "names of parts and of numbers, each once" },
    { "--hide=,", "names of parts and of numbers, each once" },
    { "--hide=bar,", "names of parts and of numbers, each once" },
    { "--estimate=steep", "one finite number, as in -0.5" },
    { "--rate=0", "a finite number above 0" },
    { "--rate=fast", "a finite number above 0" },
    { "--kept-rate=0", "a finite number above 0" },
    { "--kept-rate=x", "a finite number above 0" },
    { "--descend=-1", "a whole number from 0 to 1000" },
    { "--descend=1001", "a whole number from 0 to 1000" },
    { "--selected=0", "the number of a row, from 1 on" },
    { "--selected=1", "--selected needs --input=FILE" },
    { "--mean", "--mean needs --input=FILE" },
    { "--total", "--total needs --input=FILE" },
    { "--total --mean", "--total and --mean are not allowed together" },
    { "--kept-rate=1", "--kept-rate needs --descend=N" },
    { "--input=data/examples/three-flowers.csv --selected=4", "allowed: 1 to 3" },
    { "--input=data/examples/three-flowers.csv --logits=1,2,3", "--logits is not allowed with --input" },
    { "--input=data/examples/three-flowers.csv --observed=1", "--observed is not allowed with --input" },
    { "--input=data/examples/three-flowers.csv --ghost=1,2,3", "--ghost is not allowed with --input" },
    { "--input=data/examples/three-flowers.csv --wiring=observed", "another wiring" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arguments = g_strconcat (EXPORT, rows[i].arguments, NULL);
      g_auto (Result) result = run (arguments, NULL);

      tell_answer (rows[i].arguments, &result);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_nonnull (strstr (result.err, rows[i].says));
      g_assert_true (strchr (result.err, '\n') == result.err + strlen (result.err) - 1);
    }
}

/* Nothing is no value of any option: of all that the program names, whatever is added to them. */
static void
test_empty_values (void)
{
  static const char *const commands[] = { "export", "evaluate", "descend" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *wrong = g_strconcat (commands[i], " --no-option", NULL);
      g_auto (Result) list = run (wrong, NULL);
      g_auto (GStrv) names = g_strsplit (strstr (list.err, "allowed: ") + strlen ("allowed: "), ", ", -1);

      g_assert_cmpuint (g_strv_length (names), >=, 10);
      for (guint k = 0; names[k] != NULL; k++)
        {
          const char *output = i == 0 ? "--output=- --format=svg" : "";
          const char *name = g_strchomp (names[k]);
          g_autofree char *arguments = g_strdup_printf ("%s %s %s=", commands[i], output, name);
          g_autofree char *refused = g_strdup_printf ("%s= is not allowed; allowed: ", name);
          g_autofree char *takes_none = g_strdup_printf ("%s takes no value\n", name);
          g_auto (Result) result = run (arguments, NULL);

          tell_answer (arguments, &result);
          g_assert_cmpint (result.status, ==, 2);
          g_assert_cmpstr (result.out, ==, "");
          g_assert_true (strstr (result.err, refused) != NULL || strstr (result.err, takes_none) != NULL);
        }
    }
}

/* Where any finite number is allowed, and nowhere else, it is said how large one may be. */
static void
test_too_large (void)
{
  static const char *const values[] = { "1e400", "1e400,0", "0,1e400,0" };
  guint n_bounded = 0, n_others = 0;

  for (guint i = 0; i < 3; i++)
    {
      const char *command = ((const char *[]) { "export", "evaluate", "descend" })[i];
      const char *more = i == 0 ? "--output=- --format=svg --descend=1" : "";
      g_autofree char *wrong = g_strconcat (command, " --no-option", NULL);
      g_auto (Result) list = run (wrong, NULL);
      g_auto (GStrv) names
        = g_strsplit (g_strchomp (strstr (list.err, "allowed: ") + strlen ("allowed: ")), ", ", -1);

      for (guint k = 0; names[k] != NULL; k++)
        for (guint v = 0; v < G_N_ELEMENTS (values) && !g_str_has_suffix (names[k], "put"); v++)
          {
            g_autofree char *arguments = g_strdup_printf ("%s %s %s=%s", command, more, names[k], values[v]);
            g_auto (Result) result = run (arguments, NULL);
            gboolean any = strstr (result.err, "finite") != NULL;

            tell_answer (arguments, &result);
            g_assert_cmpint (result.status, ==, 2);
            g_assert_cmpint (strstr (result.err, ", up to 1.8e308\n") != NULL, ==, any);
            *(any ? &n_bounded : &n_others) += 1;
          }
    }
  g_assert_cmpuint (n_bounded, >, 40);
  g_assert_cmpuint (n_others, >, 40);
}

static void
test_refusals_of_descend (void)
{
  static const char *const rows[][2] = {
    { "--tolerance=-1", "a finite number from 0 on" },
    { "--tolerance=x", "a finite number from 0 on" },
    { "--steps=1000000001", "a whole number from 0 to 1000000000" },
    { "--steps=few", "a whole number from 0 to 1000000000" },
    { "--rate=-1", "a finite number above 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *arguments = g_strconcat ("descend ", rows[i][0], NULL);
      g_auto (Result) result = run (arguments, NULL);

      g_assert_cmpint (result.status, ==, 2);
      g_assert_nonnull (strstr (result.err, rows[i][1]));
    }
}

/* A row may bring its own weights: z₁ = 1 + 2·3, z₂ = 2 − 0.5·3, z₃ as it was wired. */
static void
test_weights_of_a_row (void)
{
  g_auto (Result) result
    = run ("evaluate --input=- --bias=3 --wiring=0,0,1", "z1,z2,z3,observed,w1,w2\n1,2,4,1,2,-0.5\n");

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "\n7,0.5,7,"));
}

/* The 150 flowers at η = 1 nearly close a cycle of three: it is said how far it moves. */
static void
test_drift (void)
{
  g_auto (Result) result
    = run ("descend --input=data/examples/iris-logits.csv --bias=-2 --rate=1 --steps=200", NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.err, "in a cycle of 3, which moves by 0.0"));
}

/* Where nothing can be written the status and a complaint say so, whatever was asked for. */
static void
test_full (void)
{
  static const char *const rows[] = { "--help",
                                      "--version",
                                      "evaluate",
                                      "evaluate --input=data/examples/iris-logits.csv",
                                      "descend --input=data/examples/three-flowers.csv",
                                      "export --output=- --format=svg" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *command = g_strdup_printf ("\"$SCOPE_CLI\" %s >/dev/full", rows[i]);
      const char *const argv[] = { "/bin/sh", "-c", command, NULL };
      g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL);
      g_autofree char *said = NULL;

      g_test_message ("%s", rows[i]);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, NULL));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
      g_assert_nonnull (strstr (said, "standard output cannot be written: No space left on device"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (g_chdir (g_getenv ("SCOPE_SOURCE_DIR")), ==, 0);
  g_test_add_func ("/cli-options/change-the-picture", test_options_change_the_picture);
  g_test_add_func ("/cli-options/defaults", test_defaults);
  g_test_add_func ("/cli-options/refusals", test_refusals);
  g_test_add_func ("/cli-options/empty-values", test_empty_values);
  g_test_add_func ("/cli-options/too-large", test_too_large);
  g_test_add_func ("/cli-options/refusals-of-descend", test_refusals_of_descend);
  g_test_add_func ("/cli-options/weights-of-a-row", test_weights_of_a_row);
  g_test_add_func ("/cli-options/drift", test_drift);
  g_test_add_func ("/cli-options/full", test_full);
  return g_test_run ();
}
