/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-text.h"
#include "describe.h"
#include "figure-missing.h"
#include "figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "descent-look.h"
#include "iris.h"
#include "scenes.h"
#include "walks.h"
#include "roles.h"

/* A walk downhill on the sum of many flowers, in a figure. */

static ScopeFonts *fonts;

/* A step of the sum, with the sum's marks, and what η multiplies. */
static void
test_many (void)
{
  for (int mean = 0; mean < 2; mean++)
    {
      ScopeMany many = { test_flower_rows, 3, 0, mean };
      double places[4];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *text = NULL, *marks = NULL, *spoken = NULL;

      scope_figure_init (&figure);
      test_take_many (&figure, &many);
      test_walk (&figure, places, 0);
      scene = test_build (fonts, &figure);
      g_assert_cmpuint (scope_figure_missing (&figure, scene) & SCOPE_SHOW_DESCENT, ==, 0);
      text = test_text_of (scene, &scope_role_update);
      marks = test_text_of (scene, &scope_role_rate);
      spoken = scope_describe_figure (&figure);
      g_assert_nonnull (strstr (text, mean ? "(−0.2577)|  =  |−1.742|with the gradient of the mean"
                                           : "(−0.7732)|  =  |−1.227|with the gradient of the "
                                             "total"));
      g_assert_nonnull (strstr (text, "on its way to the minimum"));
      g_assert_cmpstr (marks, ==,
                       mean ? "η|η = 1|safe from anywhere up to 9.002|fastest near the minimum "
                              "5.091|edge near the minimum 10.18|marks of the mean, taken at its "
                              "minimum|"
                            : "η|η = 1|safe from anywhere up to 3.001|fastest near the minimum "
                              "1.697|edge near the minimum 3.394|marks of the total, taken at its "
                              "minimum|");
      g_assert_nonnull (strstr (spoken, mean ? "Next step: b₃ = −2 − 1·(−0.2577) = −1.742 with the "
                                               "gradient of the mean"
                                             : "−1.227 with the gradient of the total; the "
                                               "tangent promises a drop of 0.5978, the curve"));
    }
}

/* Another walk says at which rate it went, beside its places or, where all is full there, in a free corner. */
static void
test_kept_name (void)
{
  static const double rates[] = { 0.5, 2, 5 };
  static const size_t n_steps[] = { 3, 30 };

  for (guint i = 0; i < 4 * G_N_ELEMENTS (rates); i++)
    {
      ScopeMany many = { test_flower_rows, 3, 0, FALSE };
      double kept[31], places[31], start = i % 2 == 0 ? -2 : 3;
      size_t n = n_steps[i / 2 % 2];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      test_take_many (&figure, &many);
      figure.parameters.b = start;
      figure.rate = rates[i / 4];
      test_walk (&figure, kept, n);
      figure.kept_trail = figure.trail;
      figure.parameters.b = start;
      figure.rate = 1;
      test_walk (&figure, places, n);
      scene = test_build (fonts, &figure);
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_kept_trail, -1));
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_kept_label, -1));
    }
}

/* The distance of a place from the thick curve of its panel. */
static double
distance_from (const ScopeItem *curve, const ScopePoint *at)
{
  for (size_t i = 1; i < curve->n_points; i++)
    {
      const ScopePoint *from = &curve->points[i - 1], *to = &curve->points[i];

      if (at->x >= from->x && at->x <= to->x)
        return fabs (from->y + (to->y - from->y) * (at->x - from->x) / (to->x - from->x) - at->y);
    }
  return INFINITY;
}

static void
test_on_curve (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 3, FALSE };
  double places[9];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  guint n = 0;

  test_load_iris (rows);
  scope_figure_init (&figure);
  figure.rate = 0.3;
  test_take_many (&figure, &many);
  test_walk (&figure, places, 8);
  scene = test_build (fonts, &figure);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const ScopeItem *loss = scope_scene_find_item (
        scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS, figure.parameters.observed));
      const ScopeItem *gradient = scope_scene_find_item (
        scene, &scope_role_curve, SCOPE_CURVE_INDEX (SCOPE_PANEL_GRADIENT, figure.parameters.observed));

      if (item->role != &scope_role_trail || item->index < 0)
        continue;
      n++;
      g_assert_cmpfloat (
        fmin (distance_from (loss, &item->points[0]), distance_from (gradient, &item->points[0])), <, 0.01);
    }
  g_assert_cmpuint (n, >=, 8);
}

/* Samples over many rows say what exact sums say of the next step. */
static void
check_ahead (const ScopeDescentLook *look)
{
  ScopeBatchOutcome at;
  double drop;

  if (look->walk.verdict != SCOPE_DESCENT_WALKING)
    return;
  scope_batch_drop (&look->batch, look->walk.last.b, look->next, &drop);
  scope_batch_evaluate (&look->batch, look->next, &at);
  g_assert_cmpint (look->ahead, ==, scope_descent_ahead (&look->walk, drop, at.dl_db));
}

/* What a figure says of a walk is what who walked it would say, whichever places it looks at. */
static void
check_verdict (const ScopeFigure *figure)
{
  const ScopeTrail *trail = &figure->trail;
  ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);
  ScopeDescentLook look;
  ScopeDescent walked;
  ScopeMinimum minimum;

  scope_minimum_limits (&batch, &minimum);
  scope_descent_init (&walked, figure->rate, 1e-9, minimum.kind);
  for (size_t i = 0; i < trail->n; i++)
    {
      ScopeBatchOutcome at;

      scope_batch_evaluate (&batch, trail->b[i], &at);
      scope_descent_take (&walked, trail->b[i], &at);
    }
  g_assert_true (scope_descent_look_always (figure, FALSE, &look));
  g_assert_cmpint (look.walk.verdict, ==, walked.verdict);
  g_assert_cmpuint (look.walk.period, ==, walked.period);
  g_assert_cmpuint (look.walk.last.number, ==, walked.last.number);
  g_assert_cmpfloat (look.walk.last.dl_db, ==, walked.last.dl_db);
  g_assert_cmpint (look.walk.last.crossed, ==, walked.last.crossed);
  g_assert_cmpint (look.walk.last.rose, ==, walked.last.rose);
  g_assert_cmpfloat (look.walk.drift, ==, walked.drift);
  check_ahead (&look);
}

static void
test_many_verdicts (void)
{
  static const double rates[] = { 0.01, 0.5, 1.2, 3.3, 4, 9, 40 };
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, 1500);
  double places[101];
  guint n_cycles = 0, n_away = 0;

  for (guint i = 0; i < 1500; i++)
    {
      rows[i] = test_flower_rows[i % 3];
      rows[i].a[0] += 0.1 * sin (i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rates) * 6; i++)
    {
      static const size_t counts[] = { 3, 150, 1500 };
      size_t n = counts[i % 3];
      ScopeMany many = { rows, n, 0, i % 2 };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.rate = rates[i / 6] * 3 / (many.mean ? 1 : (double) n / 3) / (many.mean ? 1 : 3);
      test_take_many (&figure, &many);
      /* Close to the minimum, so that steps grow before they settle in a cycle. */
      if (i % 3 == 0)
        figure.parameters.b = -0.03;
      test_walk (&figure, places, i % 2 ? 5 : 100);
      check_verdict (&figure);
      said = scope_descent_text_describe_verdict (&figure);
      n_cycles += strstr (said, "a cycle: the same") != NULL;
      n_away += strstr (said, "moving away") != NULL;
    }
  g_assert_cmpuint (n_cycles, >=, 5);
  g_assert_cmpuint (n_away, >=, 1);
}

/* On three flowers η = 4 ends in a 2-cycle, η = 9 in a 3-cycle; one class alone has no minimum. */
static void
test_many_words (void)
{
  static const struct
  {
    double rate;
    size_t from, n, steps;
    const char *said;
  } cases[] = {
    { 4, 0, 3, 100, "a cycle: the same 2 places" },
    { 9, 0, 3, 100, "a cycle: the same 3 places" },
    { 1, 0, 3, 200, "converged" },
    { 9, 0, 3, 1, "overshoot: the last step led over the minimum and raised the loss" },
    { 4, 0, 3, 7, "overshoot" },
    { 4, 0, 3, 0, "; the next step leaps over the minimum" },
    { 9, 0, 3, 0, "; the next step leaps over the minimum and ends higher than it began" },
    { 3, 0, 3, 6, "overshoot: the last step led over the minimum, the next leaps back over it" },
    { 1, 0, 3, 200, "; at the minimum: the step is too small to matter; converged" },
    { 1, 1, 2, 5, "no finite minimum: the loss keeps falling towards its bound" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeMany many = { &test_flower_rows[cases[i].from], cases[i].n, 0, FALSE };
      double places[201];
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.rate = cases[i].rate;
      test_take_many (&figure, &many);
      test_walk (&figure, places, cases[i].steps);
      said = scope_descent_text_describe (&figure);
      if (strstr (said, cases[i].said) == NULL)
        g_error ("“%s” does not say “%s”", said, cases[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/many-descent/sum", test_many);
  g_test_add_func ("/many-descent/kept-name", test_kept_name);
  g_test_add_func ("/many-descent/on-curve", test_on_curve);
  g_test_add_func ("/many-descent/verdicts", test_many_verdicts);
  g_test_add_func ("/many-descent/words", test_many_words);
  return test_run (fonts);
}
