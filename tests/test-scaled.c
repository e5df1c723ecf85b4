/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of twice the size is the same picture twice as large: its lines are twice as wide, its text twice
 * as tall, whether it is projected or printed. */

#include "figure.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "parts.h"
#include "readout.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;

/* --- Twice as large */

static gboolean
is_twice (const ScopeItem *one, const ScopeItem *twice)
{
  return one->role == twice->role && one->shape == twice->shape
         && fabs (twice->width_px - 2 * one->width_px) < 1e-6
         && fabs (twice->radius_px - 2 * one->radius_px) < 1e-6
         && fabs (test_type_size (twice) - 2 * test_type_size (one)) < 1e-6;
}

/* Each item has one like it in the other picture. Where a label stands, and so whether it needs a leader, may hang
 * on a rounding. */
static void
check_scenes (const char *name, const ScopeScene *one, const ScopeScene *twice)
{
  for (size_t i = 0; i < scope_scene_get_n_items (one); i++)
    {
      const ScopeItem *item = scope_scene_get_item (one, i);
      gboolean found = item->role == &scope_role_leader;

      for (size_t k = 0; !found && k < scope_scene_get_n_items (twice); k++)
        found = is_twice (item, scope_scene_get_item (twice, k));
      if (!found)
        g_error ("%s: %s at %g, %g (“%s”), width %g, radius %g, text %g: nothing is twice that", name,
                 item->role->name, item->points[0].x, item->points[0].y,
                 item->line != NULL ? scope_line_get_text (item->line) : "", item->width_px, item->radius_px,
                 test_type_size (item));
    }
}

static void
test_widths (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      TestKept kept = { 0 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) one = NULL, twice = NULL;

      scope_figure_init (&figure);
      figure.theme = (ScopeTheme) theme;
      test_parts[i].fill (&figure, &kept);
      one = test_build (fonts, &figure);
      figure.width_px *= 2;
      figure.height_px *= 2;
      twice = test_build (fonts, &figure);
      check_scenes (test_parts[i].name, one, twice);
    }
}

static ScopeScene *
build_readout (const ScopeFigure *figure, const ScopeScene *scene, double x, double y)
{
  g_autofree char *markup = NULL;
  ScopeRect rect;
  int panel;

  g_assert_cmpint (scope_scene_hit (scene, x, y, &panel, &rect), ==, SCOPE_ZONE_PANEL);
  markup = scope_readout_text (figure, (ScopePanel) panel, &rect, x);
  return scope_readout_build (scene, fonts, &rect, markup, x, y);
}

/* What follows the pointer is no part of the picture. */
static void
test_crosshair (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) one = NULL, twice = NULL, over_one = NULL, over_twice = NULL;

  scope_figure_init (&figure);
  one = test_build (fonts, &figure);
  over_one = build_readout (&figure, one, 500, 800);
  figure.width_px *= 2;
  figure.height_px *= 2;
  twice = test_build (fonts, &figure);
  over_twice = build_readout (&figure, twice, 1000, 1600);
  /* Two lines, a box's ground and edge, and the numbers in it. */
  g_assert_cmpuint (scope_scene_get_n_items (over_one), ==, 5);
  check_scenes ("crosshair", over_one, over_twice);
  g_assert_cmpfloat (test_type_size (scope_scene_get_item (over_twice, 4)), >, 30);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  test_add_parts ("scaled", test_widths);
  g_test_add_func ("/scaled/crosshair", test_crosshair);
  return test_run (fonts);
}
