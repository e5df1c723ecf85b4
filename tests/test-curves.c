/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "curves.h"

#include <math.h>

#include "common.h"
#include "figure-build.h"
#include "figure-values.h"
#include "figure.h"
#include "scale.h"
#include "roles.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_kept (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeParameters in = start;
  ScopeView view;

  scope_view_init (&view, &in, NULL);
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
  in.b = 3;
  in.observed = 2;
  g_assert_false (scope_curves_update (curves, &in, &view, 1400, 400));
  in.a[1] = 2;
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
  view.axis_hi = 11;
  g_assert_true (scope_curves_update (curves, &in, &view, 1400, 400));
}

static void
find_panel (const ScopeScene *scene, double *width, double *height)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role != &scope_role_panel || item->index != SCOPE_PANEL_LOSS)
        continue;
      *width = item->points[1].x - item->points[0].x;
      *height = item->points[1].y - item->points[0].y;
    }
}

/* Building a figure samples the kept curves, too, and moving b₃ none of them again. */
static void
test_kept_with_ghosts (void)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeScene) scene = NULL;
  ScopeGhost ghosts[2];
  ScopeFigure figure;
  double width = 0, height = 0;

  scope_figure_init (&figure);
  for (int i = 0; i < 2; i++)
    {
      ghosts[i] = (ScopeGhost) { figure.parameters, "kept" };
      ghosts[i].parameters.a[1] = 3 + i;
    }
  figure.ghosts = ghosts;
  figure.n_ghosts = 2;
  scene = scope_figure_build (&figure, curves, fonts);
  find_panel (scene, &width, &height);
  figure.parameters.b = ghosts[1].parameters.b = 3;
  g_assert_false (scope_curves_update (curves, &figure.parameters, &figure.view, width, height));
  for (unsigned i = 0; i < 2; i++)
    {
      ScopeCurves *ghost = scope_curves_get_ghost (curves, i);

      g_assert_cmpuint (scope_curves_get_n (ghost), >, 20);
      g_assert_false (scope_curves_update (ghost, &ghosts[i].parameters, &figure.view, width, height));
    }
  ghosts[1].parameters.a[0] = 3;
  g_assert_true (scope_curves_update (scope_curves_get_ghost (curves, 1), &ghosts[1].parameters, &figure.view,
                                      width, height));
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

  scope_view_init (&view, in, NULL);
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
      scope_outcome_evaluate_cases (&at, cases);
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
    { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 0 },
    { { 0, 0, 0 }, { 50, 0, 0 }, 0, 0 },
    { { 0, 1, 5 }, { 1, -1, 2 }, 0, 1 },
    { { 0, 0, 0 }, { 1, 1, 1 }, 0, 0 },
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

  scope_view_init (&view, &in, NULL);
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
  g_test_add_func ("/curves/kept-with-ghosts", test_kept_with_ghosts);
  g_test_add_func ("/curves/fit", test_fit);
  g_test_add_func ("/curves/steep", test_steep);
  return g_test_run ();
}
