/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-build.h"
#include "figure-values.h"
#include "many-curves.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "curves.h"
#include "figure.h"
#include "iris.h"
#include "scenes.h"

static ScopeFonts *fonts;

/* Moving b₃ samples nothing; a row, the wiring, the view, total and mean do. */
static void
test_kept (void)
{
  g_autoptr (ScopeManyCurves) curves = scope_many_curves_new ();
  ScopeBatchRow rows[3];
  ScopeMany many = { rows, 3, 0, FALSE };
  double w[] = { 1, 0, 0 };
  ScopeView view;

  memset (rows, 7, sizeof rows);
  for (int i = 0; i < 3; i++)
    {
      memcpy (rows[i].a, test_flower_rows[i].a, sizeof rows[i].a);
      rows[i].observed = test_flower_rows[i].observed;
    }
  scope_view_init (&view, &(ScopeParameters) { .w = { 1, 0, 0 }, .b = -2 }, &many);
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  g_assert_false (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  rows[2].a[1] += 1e-9;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  rows[1].observed = 0;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  many.mean = TRUE;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  w[1] = 0.5;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  view.axis_hi = 11;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
  many.n = 2;
  g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
}

/* A build samples, the next one with another b₃ does not. */
static void
test_kept_by_builds (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeMany many = { test_flower_rows, 3, 0, FALSE };
  ScopeFigure figure;
  const double *bias;
  double first;

  scope_figure_init (&figure);
  test_take_many (&figure, &many);
  scope_scene_free (scope_figure_build (&figure, curves, fonts));
  bias = scope_many_curves_get_bias (scope_curves_get_many (curves));
  /* A mark that a new sampling would overwrite. */
  first = bias[1];
  ((double *) (gpointer) bias)[1] = 12345;
  figure.parameters.b = 1.5;
  scope_scene_free (scope_figure_build (&figure, curves, fonts));
  g_assert_cmpfloat (scope_many_curves_get_bias (scope_curves_get_many (curves))[1], ==, 12345);
  figure.parameters.w[1] = 0.25;
  scope_scene_free (scope_figure_build (&figure, curves, fonts));
  g_assert_cmpfloat (fabs (scope_many_curves_get_bias (scope_curves_get_many (curves))[1] - first), <, 1);
}

/* Between two samples the sum, and each single curve, is a fraction of a pixel from the line. */
static void
check_fit (const ScopeMany *many, const double w[3])
{
  g_autoptr (ScopeManyCurves) curves = scope_many_curves_new ();
  ScopeBatch batch = scope_many_batch (many, w);
  const double *b, *loss, *single;
  ScopeView view;
  double px;
  size_t n;

  scope_view_init (&view, &(ScopeParameters) { .w = { w[0], w[1], w[2] } }, many);
  px = 400 / (view.loss_hi - view.loss_lo);
  scope_many_curves_update (curves, many, w, &view, 1400, 400);
  n = scope_many_curves_get_n (curves);
  b = scope_many_curves_get_bias (curves);
  loss = scope_many_curves_get_sum (curves, SCOPE_MANY_LOSS);
  single = scope_many_curves_get_row (curves, 0, SCOPE_MANY_LOSS);
  g_assert_cmpfloat (b[0], ==, view.axis_lo);
  g_assert_cmpfloat (b[n - 1], ==, view.axis_hi);
  g_assert_cmpuint (n, <=, 1800);
  for (size_t i = 1; i < n; i++)
    {
      ScopeBatch one = { many->rows, 1, { w[0], w[1], w[2] }, FALSE };
      double middle = b[i - 1] / 2 + b[i] / 2;
      ScopeBatchOutcome sum, first;

      g_assert_cmpfloat (b[i], >, b[i - 1]);
      scope_batch_evaluate (&batch, middle, &sum);
      scope_batch_evaluate (&one, middle, &first);
      g_assert_cmpfloat (fabs (sum.loss - (loss[i - 1] + loss[i]) / 2) * px, <, 0.5);
      g_assert_cmpfloat (fabs (first.loss - (single[i - 1] + single[i]) / 2) * px, <, 0.5);
    }
}

static void
test_fit (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 50, 0, 0 }, { 1, -1, 2 }, { 1, 1, 1 }, { 0, 0, 1e5 } };

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    for (int mean = 0; mean < 2; mean++)
      check_fit (&(ScopeMany) { test_flower_rows, 3, 0, mean }, wirings[i]);
}

/* Estimated while a value is dragged, exact once it rests; with few flowers always exact. */
static void
test_settle (void)
{
  g_autoptr (ScopeManyCurves) curves = scope_many_curves_new ();
  ScopeBatchRow rows[TEST_N_IRIS];
  const double w[] = { 1, 0, 0 };

  test_load_iris (rows);
  for (size_t n = 39; n <= TEST_N_IRIS; n += 37)
    for (int mean = 0; mean < 2; mean++)
      {
        const ScopeMany many = { rows, n, 0, mean };
        ScopeBatch batch = scope_many_batch (&many, w);
        const ScopeMinimum *found;
        ScopeMinimum minimum;
        ScopeView view;

        scope_view_fit (&view, &(ScopeParameters) { .w = { 1, 0, 0 } }, &many);
        scope_minimum_find (&batch, &minimum);
        scope_many_curves_update (curves, &many, w, &view, 900, 300);
        found = scope_many_curves_get_minimum (curves);
        g_assert_cmpint (found->kind, ==, minimum.kind);
        if (minimum.kind == SCOPE_MINIMUM_FINITE)
          {
            g_assert_cmpfloat_with_epsilon (found->b, minimum.b, 1e-7 * fabs (minimum.b));
            g_assert_cmpfloat_with_epsilon (found->at.loss, minimum.at.loss, 1e-7);
          }
        scope_many_curves_settle (curves);
        if (minimum.kind != SCOPE_MINIMUM_FINITE)
          continue;
        g_assert_cmpfloat (found->b, ==, minimum.b);
        g_assert_cmpfloat (found->at.loss, ==, minimum.at.loss);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/many-curves/kept", test_kept);
  g_test_add_func ("/many-curves/kept-by-builds", test_kept_by_builds);
  g_test_add_func ("/many-curves/fit", test_fit);
  g_test_add_func ("/many-curves/settle", test_settle);
  return test_run (fonts);
}
