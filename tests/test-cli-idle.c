/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli.h"

/* What is asked for and has no effect is said: options that do nothing, parts that have no room. */

typedef struct
{
  const char *arguments;
  const char *said; /* NULL: nothing */
} Case;

static const Case cases[] = {
  { "export --format=png --scale=2 --size=300x200", NULL },
  { "export --format=svg --scale=2", "--scale does nothing here" },
  { "export --format=pdf --scale=2", "--scale does nothing here" },
  { "export --format=png --svg-text=text --size=300x200", "--svg-text does nothing here" },
  { "export --format=svg --svg-text=text", NULL },
  { "export --format=pdf --svg-text=text", "--svg-text does nothing here" },
  { "export --format=svg --h=1e-3", "--h does nothing here" },
  { "export --format=svg --h=1e-3 --show=hood", NULL },
  { "export --format=svg --estimate=-0.4", "--estimate does nothing here" },
  { "export --format=svg --estimate=-0.4 --show=estimate", NULL },
  { "export --format=svg --rate=2", NULL },
  { "export --format=svg --rate=2 --hide=downhill", "--rate does nothing here" },
  { "export --format=svg --rate=2 --hide=downhill --descend=2", NULL },
  { "export --format=svg --ghost=2,0,-1", NULL },
  { "export --format=svg --ghost=2,0,-1 --hide=ghosts", "--ghost does nothing here" },
  { "export --format=svg --range=-4,4 --shift=2 --transparent --theme=dark --decimal=,", NULL },
  { "evaluate --range=-4,4", "--range does nothing here" },
  { "evaluate --shift=2", NULL },
  { "evaluate --shift=2 --total", "--shift does nothing here" },
  { "evaluate --logits=1,2,3 --bias=1 --observed=2 --wiring=all --format=json", NULL },
  { "descend --range=-4,4", "--range does nothing here" },
  { "descend --shift=2", "--shift does nothing here" },
  { "descend --rate=1 --steps=2 --tolerance=0 --format=csv", NULL },
  { "descend --total", "--total does nothing here: it needs --input" },
  { "descend --mean", "--mean does nothing here: it needs --input" },
  { "export --format=svg --rate=2 --wiring=all", "--rate does nothing here: no step is shown" },
  { "export --format=svg --rate=2 --hide=gradient", "--rate does nothing here: no step is shown" },
  { "export --format=svg --rate=2 --hide=point", "--rate does nothing here: no step is shown" },
  { "export --format=svg --rate=2 --wiring=all --descend=2", NULL },
  { "export --format=svg --descend=2 --hide=descent", "--descend does nothing here: --hide=descent" },
  { "export --format=svg --hide=descent --descend=2", NULL },
  { "export --format=svg --descend=2 --kept-rate=2 --hide=descent", "--kept-rate does nothing here" },
  /* What has no room is known of the picture alone, in any format. */
  { "export --format=svg --shift=2 --size=one-column", "--shift does nothing here: the picture is the same" },
  { "export --format=pdf --shift 2 --size=one-column", "--shift does nothing here: the picture is the same" },
  { "export --format=png --shift=2 --hide=diagram,links --size=640x480", "--shift does nothing here" },
  { "export --format=svg --shift=2 --input=FLOWERS --size=one-column", "--shift does nothing here" },
  { "export --format=svg --shift=2 --show=shift --size=two-columns",
    "--shift does nothing here: the picture is the same" },
  { "export --format=svg --shift=0 --size=one-column", NULL },
  { "export --format=svg --descend=2 --kept-rate=2 --hide=gradient", "--kept-rate does nothing here: the" },
  { "export --format=svg --h=0.1 --show=hood --hide=gradient,point --size=one-column",
    "--h does nothing here" },
  { "export --format=svg --h=0.1 --show=hood --size=one-column", NULL },
  { "export --format=svg --estimate=-0.4 --show=estimate --hide=point --size=one-column",
    "--estimate does nothing here" },
  { "export --format=svg --text-scale=1.5 --decimal=, --size=one-column", NULL },
  { "evaluate --bias=2 --input=ROWS", "--bias does nothing here: each row has its own" },
  { "evaluate --wiring=2 --input=ROWS", "--wiring does nothing here: each row has its own" },
  { "evaluate --bias=2 --wiring=2 --input=FLOWERS", NULL },
};

/* With names of files for FLOWERS, and for ROWS, which bring a bias and a wiring of their own. */
static char *
new_arguments (const Case *row, const char *rows)
{
  g_autofree char *flowers
    = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "examples", "three-flowers.csv", NULL);
  GString *text = g_string_new (row->arguments);

  g_string_replace (text, "FLOWERS", flowers, 0);
  g_string_replace (text, "ROWS", rows, 0);
  if (g_str_has_prefix (row->arguments, "export"))
    g_string_append (text, " --output=/dev/null");
  return g_string_free (text, FALSE);
}

/* Each says what it has to say, or where that is NULL, nothing with those words. */
static void
check_cases (const Case *rows, guint n, const char *not_said)
{
  g_autofree char *folder = g_dir_make_tmp ("scope-idle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rows.csv", NULL);

  g_assert_true (
    g_file_set_contents (path, "z1,z2,z3,observed,bias,w1,w2,w3\n1,2,3,1,0.5,1,0,0\n", -1, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *arguments = new_arguments (&rows[i], path);
      g_auto (Result) result = run (arguments, NULL);

      tell_answer (arguments, &result);
      g_assert_cmpint (result.status, ==, 0);
      if (rows[i].said != NULL)
        g_assert_nonnull (strstr (result.err, rows[i].said));
      else
        g_assert_null (strstr (result.err, not_said));
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_options (void)
{
  check_cases (cases, G_N_ELEMENTS (cases), "does nothing");
}

/* Of options that say two things one counts, which is said. */
static void
test_contradictions (void)
{
  static const Case contradictions[] = {
    { "evaluate --bias=1 --bias=2", "note: --bias is given more than once: the last one counts" },
    { "descend --rate=1 --steps=1 --rate=2", "note: --rate is given more than once" },
    { "evaluate --bias=1 --bias=2 --shift=1 --shift=2", "note: --shift is given more than once" },
    { "export --format=svg --size=300x200 --size=640x480", "note: --size is given more than once" },
    { "export --format=svg --wiring=all --wiring=observed", "note: --wiring is given more than once" },
    { "export --format=svg --ghost=1,2,3 --ghost=2,1,0", NULL },
    { "export --format=svg --show=steps --show=cases --hide=bar --hide=guess", NULL },
    { "export --format=svg --show=hood --hide=hood", "note: --show and --hide both name hood: the last" },
    { "export --format=svg --hide=loss,bar --show=p,loss", "note: --show and --hide both name loss: the" },
  };

  check_cases (contradictions, G_N_ELEMENTS (contradictions), "counts");
}

/* The six are named, in one line, and with --strict there is no file. */
static void
test_parts (void)
{
  static const char *const formats[] = { "png", "svg", "pdf" };
  const char *asked = "--size=640x480 --show=steps,cases,mistakes,shift,diagram,links";
  g_autofree char *folder = g_dir_make_tmp ("scope-parts-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/a.%s", folder, formats[i]);
      g_autofree char *strict = g_strdup_printf ("export --output=%s %s --strict", path, asked);
      g_autofree char *usual = g_strdup_printf ("export --output=%s %s", path, asked);
      g_auto (Result) refused = run (strict, NULL);
      gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
      g_auto (Result) noted = run (usual, NULL);

      g_assert_cmpint (refused.status, ==, 1);
      g_assert_false (exists);
      g_assert_nonnull (strstr (refused.err, ": diagram, links, steps, mistakes, cases, shift\n"));
      g_assert_cmpint (noted.status, ==, 0);
      g_assert_cmpstr (strchr (noted.err, '\n'), ==, "\n");
      g_assert_nonnull (strstr (noted.err, ": diagram, links, steps, mistakes, cases, shift\n"));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What is in the picture is not named, and what was not asked for by name may yield. */
static void
test_silent (void)
{
  g_auto (Result) roomy = run ("export --output=/dev/null --format=svg --strict "
                               "--show=steps,tangent,point,others,downhill,guess",
                               NULL);
  g_auto (Result) small = run ("export --output=/dev/null --format=svg --strict --size=300x200", NULL);

  g_assert_cmpstr (roomy.err, ==, "");
  g_assert_cmpint (roomy.status, ==, 0);
  g_assert_cmpstr (small.err, ==, "");
  g_assert_cmpint (small.status, ==, 0);
}

/* Parts that have nothing to show, each by its name. */
static void
test_nothing_to_show (void)
{
  g_autofree char *flowers
    = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "examples", "three-flowers.csv", NULL);
  g_autofree char *many = g_strdup_printf (" --input=%s", flowers);
  const struct
  {
    const char *part, *also;
  } parts[] = { { "waterfall", "" }, { "ghosts", "" }, { "others", many } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *arguments = g_strdup_printf ("export --output=/dev/null --format=svg --show=%s%s",
                                                    parts[i].part, parts[i].also);
      g_autofree char *end = g_strdup_printf (": %s\n", parts[i].part);
      g_auto (Result) result = run (arguments, NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_suffix (result.err, end));
    }
}

/* The description does not speak of the shift that is not there, nor of a tangent. */
static void
test_description (void)
{
  g_auto (Result) tangent = run ("export --output=- --format=svg --estimate=-0.4 --show=estimate", NULL);
  g_auto (Result) pointless
    = run ("export --output=- --format=svg --estimate=-0.4 --show=estimate --hide=point", NULL);
  g_auto (Result) small = run ("export --output=- --format=svg --size=640x480 --shift=2 --show=shift", NULL);
  g_auto (Result) large = run ("export --output=- --format=svg --shift=2 --show=shift", NULL);

  g_assert_null (strstr (small.out, "added to all three logits"));
  g_assert_nonnull (strstr (large.out, "added to all three logits"));
  g_assert_nonnull (strstr (tangent.out, "Your slope"));
  g_assert_null (strstr (pointless.out, "Your slope"));
}

/* Millimetres of paper, as an SVG has them. */
static void
test_paper (void)
{
  g_auto (Result) one = run ("export --output=- --format=svg --size=one-column", NULL);
  g_auto (Result) two = run ("export --output=- --format=svg --size=two-columns", NULL);

  g_assert_nonnull (strstr (one.out, " width=\"321\" height=\"257\""));
  g_assert_nonnull (strstr (two.out, " width=\"673\" height=\"481\""));
}

/* The losses of the other two classes are ln(p₂/p₃) apart everywhere, in small pictures, too; their
 * gradients are one. */
static void
test_one_curve (void)
{
  static const char *const looks[]
    = { "--size=one-column", "--size=one-column --logits=1,0,0.02", "--size=1920x1080" };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *arguments
        = g_strdup_printf ("export --output=- --format=svg --svg-text=text %s", looks[i]);
      g_auto (Result) result = run (arguments, NULL);
      const char *first = strstr (result.out, "one curve");

      g_assert_true (first != NULL && strstr (first + 1, "one curve") == NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-idle/options", test_options);
  g_test_add_func ("/cli-idle/contradictions", test_contradictions);
  g_test_add_func ("/cli-idle/parts", test_parts);
  g_test_add_func ("/cli-idle/silent", test_silent);
  g_test_add_func ("/cli-idle/nothing-to-show", test_nothing_to_show);
  g_test_add_func ("/cli-idle/description", test_description);
  g_test_add_func ("/cli-idle/paper", test_paper);
  g_test_add_func ("/cli-idle/one-curve", test_one_curve);
  return g_test_run ();
}
