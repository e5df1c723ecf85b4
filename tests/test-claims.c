/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure says at the ends of double's range, and what it does not say while numbers are hidden. */

#include <math.h>

#include "descent-text.h"
#include "describe.h"
#include "factors.h"
#include "figure-spoken.h"
#include "parts.h"
#include "readout.h"
#include "roles.h"
#include "stage-step.h"
#include "stage-words.h"

static ScopeFonts *fonts;

static const ScopeBatchRow one_class[] = { { { 1, 2, 3 }, 0 }, { { 3, -1, 0 }, 0 } };
static const ScopeBatchRow classes[] = { { { 1, 2, 3 }, 0 }, { { 3, -1, 0 }, 1 }, { { 0, 0.5, 1 }, 2 } };

static gboolean
has (const char *said, const char *words)
{
  return strstr (said, words) != NULL;
}

/* All that is said of it, and all that is written, a line each. */
static char *
say (const ScopeFigure *figure)
{
  g_autoptr (ScopeScene) scene = test_build (fonts, figure);
  g_autofree char *description = scope_figure_spoken_picture (figure, scene);
  GString *said = g_string_new (description);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line != NULL)
        g_string_append_printf (said, "\n%s", scope_line_get_text (item->line));
    }
  g_string_replace (said, "b3", "b₃", 0);
  return g_string_free (said, FALSE);
}

/* No loss and no slope of any case is 0, however small: none is printed so, and the observed one is what is
 * printed of it elsewhere. */
static void
test_cases (void)
{
  static const double biases[] = { -1e300, -800, -40, -2, 40, 800, 1e300 };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (biases); i++)
    {
      ScopeFigure figure;
      g_autofree char *said = NULL;
      g_auto (GStrv) lines = NULL;
      guint n = 0;

      scope_figure_init (&figure);
      figure.parameters.b = biases[i / 3];
      figure.parameters.observed = i % 3;
      figure.show |= SCOPE_SHOW_CASES;
      said = say (&figure);
      lines = g_strsplit (said, "\n", -1);
      for (guint k = 1; lines[k] != NULL; k++)
        n += g_str_has_prefix (lines[k], "if ");
      g_test_message ("%s", lines[0]);
      g_assert_false (has (lines[0], "= 0;") || has (lines[0], "= 0. ")
                      || g_str_has_suffix (lines[0], "= 0"));
      g_assert_cmpuint (n, >=, SCOPE_N_CLASSES);
    }
}

/* What stands behind words in what is said, up to an end; "" where they are not there. */
static char *
behind (const char *said, const char *words, const char *end)
{
  const char *at = strstr (said, words);
  g_auto (GStrv) parts = g_strsplit (at != NULL ? at + strlen (words) : "", end, 2);

  return g_strdup (parts[0] != NULL ? parts[0] : "");
}

static void
assert_not_whole (const char *number)
{
  static const char *const whole[] = { "", "0", "1", "−1" };

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (g_str_equal (number, whole[i]))
      g_error ("“%s” is printed of what is neither 0 nor 1", number);
}

/* Nor are they under the hood, at the crosshair, beside a student's slope or in a lecture's words. */
static void
test_exact (void)
{
  static const double biases[] = { -1e300, -800, -745, -40, -2, 40, 745, 746, 800, 1e300 };
  static const ScopeStage stage
    = { .title = "", .sentences = { { "<gradient-own>; <gradient-other>; <next-loss>", 0 } }, .n_steps = 1 };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (biases); i++)
    {
      ScopeFigure figure;
      const ScopeRect rect = { 0, 0, 100, 100 };
      g_autofree char *said = NULL, *exact = NULL, *error = NULL, *read = NULL, *loss = NULL,
                      *gradient = NULL;
      g_autofree char *words = NULL;
      g_auto (GStrv) parts = NULL;

      scope_figure_init (&figure);
      figure.parameters.b = biases[i / 3];
      figure.parameters.observed = i % 3;
      scope_view_init (&figure.view, &figure.parameters, NULL);
      figure.show |= SCOPE_SHOW_HOOD | SCOPE_SHOW_ESTIMATE;
      said = scope_describe_whole (&figure);
      exact = behind (said, ", exact ", ", ");
      error = behind (said, "is off by ", ". ");
      assert_not_whole (exact);
      assert_not_whole (error);
      read = scope_readout_text (&figure, SCOPE_PANEL_LOSS, &rect, 50);
      loss = behind (read, "*L* = ", " ");
      gradient = behind (read, "*∂L*/*∂b*_3 = ", " ");
      assert_not_whole (loss);
      assert_not_whole (gradient);
      figure.stage = &stage;
      words = scope_stage_words_say (&figure);
      parts = g_strsplit (words, "; ", -1);
      g_assert_cmpuint (g_strv_length (parts), ==, 3);
      for (guint k = 0; k < 3; k++)
        assert_not_whole (parts[k]);
    }
}

/* p is never 0 and never 1, nor is p − y: beside a loss that is neither 0 nor ∞ they are not printed so. */
static void
test_never_certain (void)
{
  static const double biases[] = { -1e300, -800, -50, -40, -30, 30, 40, 50, 800, 1e300 };

  for (guint i = 0; i < 6 * G_N_ELEMENTS (biases); i++)
    {
      gboolean comma = i >= 3 * G_N_ELEMENTS (biases);
      ScopeFigure figure;
      ScopeOutcome outcome;
      g_auto (ScopeFactors) factors = { 0 };

      scope_figure_init (&figure);
      figure.parameters.b = biases[i / 3 % G_N_ELEMENTS (biases)];
      figure.parameters.observed = i % 3;
      g_assert_cmpint (scope_outcome_evaluate (&figure.parameters, &outcome), ==, SCOPE_STATUS_OK);
      scope_factors_init (&factors, &outcome, figure.digits, comma ? ',' : '.', TRUE);
      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        {
          const char *const whole[] = { "0", "1", "−1" };

          g_test_message ("%s, %s", factors.p[k], factors.dl_dz[k]);
          for (guint n = 0; n < G_N_ELEMENTS (whole); n++)
            {
              g_assert_cmpstr (factors.p[k], !=, whole[n]);
              g_assert_cmpstr (factors.dl_dz[k], !=, whole[n]);
            }
          g_assert_cmpstr (factors.result, !=, whole[k]);
          g_assert_cmpstr (factors.dl_dp, !=, whole[k]);
          if (outcome.p[k] == 1)
            g_assert_cmpstr (factors.p[k], ==, comma ? "1,000" : "1.000");
        }
    }
}

/* Nor is a gradient ever as large as the weights' differences let it come near, of one flower or of many, nor are as
 * many predicted as there are flowers. */
static void
test_never_at_a_bound (void)
{
  static const struct
  {
    double w[SCOPE_N_CLASSES];
    const char *one, *total, *predicted; /* of the last one, and of all three, where b₃ is large */
  } cases[] = { { { 1, 0, 0 }, "1.000", "2.000", "3.000" },
                { { 2, 0, 0 }, "2.000", "4.000", "3.000" },
                { { 1, -1, 0 }, "1.000", "3.000", NULL },
                { { 0.5, -2, -30 }, "30.50", "33.00", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScopeMany many = { .rows = classes, .n = G_N_ELEMENTS (classes), .selected = 2 };
      ScopeFigure figure;
      ScopeOutcome outcome;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *one = NULL, *total = NULL;

      scope_figure_init (&figure);
      memcpy (figure.parameters.w, cases[i].w, sizeof cases[i].w);
      figure.parameters.b = 400;
      test_take_many (&figure, &many);
      g_assert_cmpint (scope_outcome_evaluate (&figure.parameters, &outcome), ==, SCOPE_STATUS_OK);
      one = scope_factors_format_result (&outcome, 4, '.');
      g_assert_cmpstr (one, ==, cases[i].one);
      total = g_strdup_printf ("slope %s", cases[i].total);
      scene = test_build (fonts, &figure);
      g_assert_true (test_has_text (scene, total));
      if (cases[i].predicted != NULL)
        g_assert_cmpstr (
          scope_line_get_text (
            scope_scene_find_item (scene, &scope_role_waterfall_label, SCOPE_QUANTITY_PROBABILITY)->line),
          ==, cases[i].predicted);
    }
}

/* The right answer is the gradient, also where double has no digits of it any more. */
static void
test_right_answer (void)
{
  static const double biases[] = { -800, -2, 40, 800, 1e300 };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (biases); i++)
    {
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.parameters.b = biases[i / 3];
      figure.parameters.observed = i % 3;
      figure.show |= SCOPE_SHOW_ANSWERS;
      said = say (&figure);
      g_test_message ("%s", said);
      g_assert_true (has (said, "right: "));
      g_assert_false (has (said, " 0; right: "));
    }
}

/* What b₃ does not reach adds exactly nothing. */
static void
test_path_of_nothing (void)
{
  ScopeFigure figure;
  g_autofree char *said = NULL;

  scope_figure_init (&figure);
  figure.parameters.w[1] = -1;
  said = scope_describe_figure (&figure);
  g_assert_true (has (said, " and 0, add up to "));
}

/* Which way the loss falls is the gradient's sign. */
static void
test_hidden_direction (void)
{
  static const char *const telling[]
    = { "raise",       "raising",     " lower",      "pulls",   "as it rises",
        "as b₃ rises", "as it falls", "as b₃ falls", "rises by" };
  static const unsigned hide[] = { SCOPE_QUANTITY_GRADIENT, SCOPE_QUANTITY_PROBABILITY, SCOPE_QUANTITY_ALL };

  for (guint i = 0; i < 4 * 4 * G_N_ELEMENTS (hide); i++)
    {
      ScopeMany many = { .rows = i / 2 % 2 ? classes : one_class, .mean = i % 2 };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      many.n = i / 4 % 2 ? 1 : i / 2 % 2 ? 3 : 2;
      scope_figure_init (&figure);
      figure.parameters.w[0] = i / 8 % 2 ? -1 : 1;
      figure.hide = hide[i / 16];
      figure.show |= SCOPE_SHOW_DESCENT | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_STEPS;
      test_take_many (&figure, &many);
      said = say (&figure);
      g_test_message ("%s", said);
      for (guint k = 0; k < G_N_ELEMENTS (telling); k++)
        if (has (said, telling[k]))
          g_error ("“%s” tells what is hidden: %s", telling[k], said);
    }
}

/* A sum that is too small for double still falls. */
static void
test_underflow (void)
{
  for (guint i = 0; i < 8; i++)
    {
      gboolean down = i & 1;
      ScopeMany many = { .rows = one_class, .n = i & 4 ? 1 : 2, .mean = i & 2 };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.parameters.w[0] = down ? -1 : 1;
      figure.parameters.b = down ? -900 : 900;
      test_take_many (&figure, &many);
      said = scope_describe_figure (&figure);
      g_assert_false (has (said, "slope 0: "));
      g_assert_cmpint (has (said, "raising b₃ lowers the loss"), ==, !down);
      g_assert_cmpint (has (said, "lowering b₃ lowers the loss"), ==, down);
    }
}

/* A step that is too small to matter is not yet at the minimum; a rate of 0 is none. */
static void
test_at_the_minimum (void)
{
  static const double weights[] = { 1e-300, 1e-160, 1e-9, 0.5, 1, 2, 1e9, 1e300 };
  guint n_said = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (weights); i++)
    {
      const ScopeMany many = { .rows = classes, .n = 3 };
      ScopeFigure figure;
      ScopeMinimum minimum;
      ScopeBatch batch;
      double at;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.parameters.w[0] = weights[i / 2];
      batch = scope_many_batch (&many, figure.parameters.w);
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
      figure.parameters.b = at = i % 2 ? minimum.b : -2;
      figure.show |= SCOPE_SHOW_DESCENT;
      figure.trail = (ScopeTrail) { &at, 1, 0, figure.rate };
      test_take_many (&figure, &many);
      said = say (&figure);
      g_test_message ("%g at %g: %s", weights[i / 2], at, said);
      if (i % 2 == 0)
        g_assert_false (has (said, "at the minimum:"));
      n_said += has (said, "at the minimum:");
      g_assert_false (has (said, "near the minimum 0\n") || has (said, "near it 0\n"));
    }
  g_assert_cmpuint (n_said, >=, 3);
}

/* Who hears it hears that a number is hidden: "?" has no sound. */
static void
test_heard (void)
{
  for (unsigned i = 0; i < 2 * SCOPE_N_QUANTITIES; i++)
    {
      const ScopeMany many = { .rows = one_class, .n = 2 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *said = NULL, *verdict = NULL;

      scope_figure_init (&figure);
      figure.hide = 1u << i / 2;
      figure.show |= SCOPE_SHOW_DESCENT | SCOPE_SHOW_CASES;
      figure.show &= ~SCOPE_SHOW_QUESTION;
      if (i % 2)
        test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      said = scope_figure_spoken_picture (&figure, scene);
      verdict = scope_descent_text_describe_verdict (&figure);
      g_test_message ("%s || %s", said, verdict);
      g_assert_false (has (verdict, "?"));
      g_assert_false (has (said, "= ?") || has (said, "gives ?") || has (said, "by ?")
                      || has (said, "bound ?"));
      g_assert_true (has (said, "hidden"));
    }
}

/* One is not many. */
static void
test_one (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      const ScopeMany many = { .rows = one_class, .n = n };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      test_take_many (&figure, &many);
      said = say (&figure);
      g_assert_cmpint (has (said, "many flowers"), ==, n > 1);
      g_assert_cmpint (has (said, "The loss of one flower and its gradient"), ==, n == 1);
    }
}

/* "10^(−4.343·10²⁹⁹)" is one number wherever it is printed: its bracket is no exponent of its own. */
static void
check_brackets (const ScopeScene *scene, guint *n_powers)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const ScopeLine *line = item->line;

      if (line == NULL)
        continue;
      /* ∂p/∂z, which is no less than −1 and no more than 1. */
      if (item->role == &scope_role_edge_label && strstr (scope_line_get_text (line), "·10") != NULL)
        g_assert_nonnull (strstr (scope_line_get_text (line), "10^(−"));
      *n_powers += strstr (scope_line_get_text (line), "10^(") != NULL;
      for (size_t n = 0; n < scope_line_get_n_runs (line); n++)
        {
          ScopePlacedRun run;

          scope_line_get_run (line, n, &run);
          if (run.y_px != 0 && strpbrk (run.text, "()") != NULL)
            g_error ("“%s” is raised in “%s”", run.text, scope_line_get_text (line));
        }
    }
}

static void
test_powers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (test_parts); i++)
    {
      guint n_powers = 0;
      TestKept kept;
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      test_parts[i].fill (&figure, &kept);
      figure.parameters.b = 1e300;
      scene = test_build (fonts, &figure);
      check_brackets (scene, &n_powers);
      g_assert_cmpuint (n_powers, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/claims/cases", test_cases);
  g_test_add_func ("/claims/exact", test_exact);
  g_test_add_func ("/claims/right-answer", test_right_answer);
  g_test_add_func ("/claims/never-certain", test_never_certain);
  g_test_add_func ("/claims/never-at-a-bound", test_never_at_a_bound);
  g_test_add_func ("/claims/path-of-nothing", test_path_of_nothing);
  g_test_add_func ("/claims/hidden-direction", test_hidden_direction);
  g_test_add_func ("/claims/underflow", test_underflow);
  g_test_add_func ("/claims/at-the-minimum", test_at_the_minimum);
  g_test_add_func ("/claims/heard", test_heard);
  g_test_add_func ("/claims/one", test_one);
  g_test_add_func ("/claims/powers", test_powers);
  return test_run (fonts);
}
