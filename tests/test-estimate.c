/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tangent that the class turns. */

#include "figure-pointer.h"
#include "figure.h"

#include <math.h>

#include "common.h"
#include "hidden.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;

/* The class's own tangent: its handles stand on it, and turned to any place it goes through that. */
static void
test_estimate (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, turned = NULL;
  const ScopeItem *handle, *point;
  ScopeRect rect, own;
  int index;

  scope_figure_init (&figure);
  figure.show |= SCOPE_SHOW_ESTIMATE;
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  figure.estimate = -0.5;
  scene = test_build (fonts, &figure);
  handle = scope_scene_find_item (scene, &scope_role_estimate, 1);
  g_assert_nonnull (handle);
  g_assert_cmpint (scope_scene_hit (scene, handle->points[0].x, handle->points[0].y, &index, &own), ==,
                   SCOPE_ZONE_HANDLE);
  g_assert_cmpint (index, ==, 1);
  g_assert_true (scope_scene_get_zone (scene, SCOPE_ZONE_PANEL, SCOPE_PANEL_LOSS, &rect));
  g_assert_cmpfloat_with_epsilon (
    scope_figure_slope_at (&figure, &rect, handle->points[0].x, handle->points[0].y), -0.5, 1e-9);
  g_assert_null (scope_scene_find_item (scene, &scope_role_tangent, SCOPE_PANEL_LOSS));

  figure.hide = 0;
  figure.estimate = scope_figure_slope_at (&figure, &rect, handle->points[0].x, handle->points[0].y + 60);
  g_assert_cmpfloat (figure.estimate, <, -0.5);
  turned = test_build (fonts, &figure);
  point = scope_scene_find_item (turned, &scope_role_point, SCOPE_PANEL_LOSS);
  g_assert_nonnull (scope_scene_find_item (turned, &scope_role_tangent, SCOPE_PANEL_LOSS));
  /* Above the point itself no slope is meant: a steep one, but a number. */
  g_assert_true (
    isfinite (scope_figure_slope_at (&figure, &rect, point->points[0].x, point->points[0].y - 50)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/estimate/turn", test_estimate);
  return test_run (fonts);
}
