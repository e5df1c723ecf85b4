/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "curves.h"

#include <math.h>

#include "scale.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_kept (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeParameters in = start;
  ScopeView view;

  scope_view_init (&view, &in);
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
  in.b = 3;
  in.observed = 2;
  g_assert_false (scope_curves_update (curves, &in, &view, 1400, 400));
  in.a[1] = 2;
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
  view.axis_hi = 11;
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
}

/* Between two samples the true curve is nowhere further than a fraction of a pixel away. */
static void
check_fit (const ScopeParameters *in, double width, double height, size_t most)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeScale y;
  ScopeView view;
  const double *b;
  size_t n;

  scope_view_init (&view, in);
  y = (ScopeScale) { view.loss_lo, view.loss_hi, height, 0 };
  scope_curves_update (curves, in, &view, width, height);
  n = scope_curves_get_n (curves);
  b = scope_curves_get_bias (curves);
  g_assert_cmpfloat (b[0], ==, view.axis_lo);
  g_assert_cmpfloat (b[n - 1], ==, view.axis_hi);
  g_assert_cmpuint (n, <=, most);
  for (size_t i = 1; i < n; i++)
    {
      ScopeParameters at = *in;
      ScopeOutcome cases[SCOPE_N_CLASSES];

      g_assert_cmpfloat (b[i], >, b[i - 1]);
      at.b = b[i - 1] / 2 + b[i] / 2;
      scope_evaluate_cases (&at, cases);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        {
          const double *loss = scope_curves_get_loss (curves, k);
          double chord = scope_scale_to_px (&y, loss[i - 1] / 2 + loss[i] / 2);

          g_assert_cmpfloat (fabs (scope_scale_to_px (&y, cases[k].loss) - chord), <, 0.5);
        }
    }
}

static void
test_fit (void)
{
  static const ScopeParameters rows[] = {
    { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 0 }, { { 0, 0, 0 }, { 50, 0, 0 }, 0, 0 },
    { { 0, 1, 5 }, { 1, -1, 2 }, 0, 1 },                { { 0, 0, 0 }, { 1, 1, 1 }, 0, 0 },
    { { 700, 0, -700 }, { 0, 0, 1 }, 0, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_fit (&rows[i], 1400, 400, i == 0 ? 250 : 900);
}

/* A step steeper than a pixel is still found: it lies at a bend. */
static void
test_steep (void)
{
  const ScopeParameters in = { { 0, 3, 0 }, { 1e6, 0, 0 }, 0, 0 };
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  const double *gradient;
  ScopeView view;
  size_t n;

  scope_view_init (&view, &in);
  scope_curves_update (curves, &in, &view, 1400, 400);
  n = scope_curves_get_n (curves);
  gradient = scope_curves_get_gradient (curves, 0);
  g_assert_cmpfloat (gradient[0], ==, -1e6);
  g_assert_cmpfloat_with_epsilon (gradient[n - 1], 0, 1e-300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curves/kept", test_kept);
  g_test_add_func ("/curves/fit", test_fit);
  g_test_add_func ("/curves/steep", test_steep);
  return g_test_run ();
}
