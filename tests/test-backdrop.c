/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Painted with kept pixels or without, a scene looks the same. */

#include "backdrop.h"

#include <string.h>

#include "common.h"
#include "curves.h"
#include "figure-build.h"
#include "figure-values.h"
#include "figure.h"
#include "paint.h"

#define WIDTH 900
#define HEIGHT 640

static ScopeFonts *fonts;

static cairo_t *
new_canvas (cairo_surface_t **surface, int pixels_per_unit)
{
  *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * pixels_per_unit, HEIGHT * pixels_per_unit);
  cairo_surface_set_device_scale (*surface, pixels_per_unit, pixels_per_unit);
  return cairo_create (*surface);
}

/* The largest difference of a channel between the two ways of painting one scene. */
static int
difference (ScopeBackdrop *backdrop, const ScopeFigure *figure, ScopeCurves *curves, int pixels_per_unit)
{
  g_autoptr (ScopeScene) scene = scope_figure_build (figure, curves, fonts);
  cairo_surface_t *plain, *kept;
  cairo_t *one = new_canvas (&plain, pixels_per_unit), *other = new_canvas (&kept, pixels_per_unit);
  int most = 0;

  scope_paint_scene (scene, one, SCOPE_REPLAY_ALL);
  scope_backdrop_paint (backdrop, scene, other, pixels_per_unit);
  cairo_destroy (one);
  cairo_destroy (other);
  cairo_surface_flush (plain);
  cairo_surface_flush (kept);
  for (int y = 0; y < HEIGHT * pixels_per_unit; y++)
    {
      const guchar *a = cairo_image_surface_get_data (plain) + y * cairo_image_surface_get_stride (plain);
      const guchar *b = cairo_image_surface_get_data (kept) + y * cairo_image_surface_get_stride (kept);

      for (int x = 0; x < 4 * WIDTH * pixels_per_unit; x++)
        most = x % 4 != 3 ? MAX (most, ABS (a[x] - b[x])) : most;
    }
  cairo_surface_destroy (plain);
  cairo_surface_destroy (kept);
  return most;
}

static void
test_same_pixels (void)
{
  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    for (int pixels_per_unit = 1; pixels_per_unit <= 2; pixels_per_unit++)
      {
        g_autoptr (ScopeBackdrop) backdrop = scope_backdrop_new ();
        g_autoptr (ScopeCurves) curves = scope_curves_new ();
        ScopeGhost ghost = { .name = "kept" };
        ScopeFigure figure;

        scope_figure_init (&figure);
        ghost.parameters = figure.parameters;
        ghost.parameters.a[0] = 0;
        figure.ghosts = &ghost;
        figure.n_ghosts = 1;
        figure.width_px = WIDTH;
        figure.height_px = HEIGHT;
        figure.theme = (ScopeTheme) theme;
        figure.settled = FALSE;
        figure.show |= SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_ESTIMATE | SCOPE_SHOW_HOOD;
        for (int i = 0; i < 12; i++)
          {
            figure.parameters.b = -2 + 0.01 * i;
            /* In the middle a logit moves, and with it what stood still. */
            figure.parameters.a[0] = i < 6 ? 1 : 1.5;
            g_assert_cmpint (difference (backdrop, &figure, curves, pixels_per_unit), ==, 0);
          }
        g_assert_true (scope_backdrop_was_used (backdrop));
      }
}

/* Nothing is kept of what is seen once. */
static void
test_use (void)
{
  g_autoptr (ScopeBackdrop) backdrop = scope_backdrop_new ();
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.width_px = WIDTH;
  figure.height_px = HEIGHT;
  figure.settled = FALSE;
  for (int i = 0; i < 4; i++)
    {
      figure.parameters.a[1] = i;
      difference (backdrop, &figure, curves, 1);
      g_assert_false (scope_backdrop_was_used (backdrop));
    }
  figure.parameters.b += 0.001;
  difference (backdrop, &figure, curves, 1);
  g_assert_true (scope_backdrop_was_used (backdrop));
  figure.theme = SCOPE_THEME_DARK;
  difference (backdrop, &figure, curves, 1);
  g_assert_false (scope_backdrop_was_used (backdrop));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/backdrop/same-pixels", test_same_pixels);
  g_test_add_func ("/backdrop/use", test_use);
  return test_run (fonts);
}
