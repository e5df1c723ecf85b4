/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a window's size is and whatever it shows: no type is smaller than can be read. */

#include "figure-missing.h"
#include "figure.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "walks.h"
#include "roles.h"

/* GNOME's own captions are not much larger. */
#define LEAST_PX 9.0
/* What stands raised by itself, in its fraction. */
#define EXPONENT 0.74
#define ROUNDING 1e-6
#define N_PLACES 5

static ScopeFonts *fonts;

typedef struct
{
  ScopeFigure figure;
  ScopeBatchRow iris[TEST_N_IRIS];
  ScopeMany many;
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
  double places[N_PLACES];
} Picture;

static void
fill_parameters (GRand *random, ScopeFigure *figure)
{
  figure->parameters.observed = (unsigned) g_rand_int_range (random, 0, SCOPE_N_CLASSES);
  figure->parameters.b = g_rand_double_range (random, -10, 10);
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      figure->parameters.a[k] = g_rand_double_range (random, -10, 10);
      if (g_rand_int_range (random, 0, 3) == 0)
        figure->parameters.w[k] = g_rand_int_range (random, -1, 3);
    }
}

static void
fill_ghosts (Picture *picture)
{
  for (int i = 0; i < SCOPE_MOST_GHOSTS; i++)
    {
      picture->ghosts[i] = (ScopeGhost) { picture->figure.parameters, "a kept curve" };
      picture->ghosts[i].parameters.a[0] += i;
    }
  picture->figure.ghosts = picture->ghosts;
  picture->figure.n_ghosts = SCOPE_MOST_GHOSTS;
}

/* In a plot of a window of 360 × 300 and larger; below two fifths of the start-up state's numbers. */
static void
fill (GRand *random, Picture *picture)
{
  ScopeFigure *figure = &picture->figure;
  int kind = g_rand_int_range (random, 0, 5);

  scope_figure_init (figure);
  figure->width_px = floor (exp (g_rand_double_range (random, log (360), log (3840))));
  figure->height_px = floor (exp (g_rand_double_range (random, log (200), log (2160))));
  figure->text_scale = g_rand_boolean (random) ? 1 : g_rand_double_range (random, 1, 2);
  if (g_rand_boolean (random))
    fill_parameters (random, figure);
  if (g_rand_boolean (random))
    figure->show
      ^= (unsigned) g_rand_int (random) & ((1u << SCOPE_N_PARTS) - 1) & ~(unsigned) SCOPE_SHOW_DESCENT;
  if (g_rand_int_range (random, 0, 4) == 0)
    figure->hide = (unsigned) g_rand_int_range (random, 0, 64);
  figure->settled = g_rand_boolean (random);
  scope_view_init (&figure->view, &figure->parameters, NULL);
  if (kind == 1)
    picture->many = (ScopeMany) { test_flower_rows, 3, (size_t) g_rand_int_range (random, 0, 3), FALSE };
  if (kind == 2)
    picture->many = (ScopeMany) { picture->iris, TEST_N_IRIS, 0, g_rand_boolean (random) };
  if (kind == 1 || kind == 2)
    test_take_many (figure, &picture->many);
  if (kind == 3)
    fill_ghosts (picture);
  if (kind < 3 && g_rand_boolean (random))
    {
      figure->rate = exp (g_rand_double_range (random, -3, 3));
      test_walk (figure, picture->places, N_PLACES - 1);
    }
}

static void
check_type (const ScopeFigure *figure, const ScopeScene *scene, guint seed)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      double least = (item->role == &scope_role_shift ? EXPONENT : 1) * LEAST_PX;

      if (item->line == NULL || scope_line_get_n_runs (item->line) == 0
          || test_type_size (item) >= least - ROUNDING)
        continue;
      g_error ("figure %u, %g × %g, text scale %g: “%s” (%s) has %.2f px", seed, figure->width_px,
               figure->height_px, figure->text_scale, scope_line_get_text (item->line), item->role->name,
               test_type_size (item));
    }
}

static void
test_windows (void)
{
  g_autofree Picture *picture = g_new0 (Picture, 1);
  guint diagrams = 0, asked = 0;

  test_load_iris (picture->iris);
  for (guint seed = 0; seed < 2000; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (ScopeScene) scene = NULL;

      fill (random, picture);
      g_test_message ("figure %u", seed);
      scene = test_build (fonts, &picture->figure);
      test_check_inside (scene);
      test_check_labels (scene);
      check_type (&picture->figure, scene, seed);
      asked += (picture->figure.show & SCOPE_SHOW_DIAGRAM) != 0 && picture->figure.height_px > 700;
      diagrams
        += picture->figure.height_px > 700 && scope_scene_find_item (scene, &scope_role_node, -1) != NULL;
    }
  /* Rather with symbols in its nodes than not at all. */
  g_test_message ("%u diagrams of %u", diagrams, asked);
  g_assert_cmpuint (asked, >, 300);
  g_assert_cmpuint (diagrams * 100, >=, asked * 70);
}

/* How a window comes up, and the narrowest ones: the paths are there, and nothing is missing but for height. */
static void
test_diagram (void)
{
  static const double sizes[][2]
    = { { 360, 640 }, { 360, 720 }, { 414, 800 }, { 480, 720 }, { 600, 900 }, { 980, 690 }, { 1366, 740 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScopeScene) scene = NULL;
      ScopeFigure figure;
      guint digits = 0;

      scope_figure_init (&figure);
      figure.show &= ~(unsigned) SCOPE_SHOW_LINKS;
      figure.width_px = sizes[i][0];
      figure.height_px = sizes[i][1];
      scene = test_build (fonts, &figure);
      check_type (&figure, scene, i);
      g_assert_cmpuint (scope_figure_missing (&figure, scene), ==, 0);
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);

          digits += item->role == &scope_role_edge_label
                    && strstr (scope_line_get_text (item->line), "0.128") != NULL;
        }
      g_assert_cmpuint (digits, ==, 1);
    }
}

/* A number that has no room in readable type loses digits, and says so where it follows an equals sign. */
static void
test_long_numbers (void)
{
  g_autoptr (ScopeScene) scene = NULL;
  ScopeFigure figure;
  gboolean about = FALSE;

  scope_figure_init (&figure);
  figure.show &= ~(unsigned) SCOPE_SHOW_LINKS;
  figure.width_px = 560;
  figure.height_px = 720;
  figure.parameters.b = -9.8765;
  figure.parameters.observed = 1;
  scene = test_build (fonts, &figure);
  check_type (&figure, scene, 0);
  for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, k);

      about
        = about
          || (item->role == &scope_role_node_label && strstr (scope_line_get_text (item->line), "≈") != NULL);
    }
  g_assert_true (about);
}

/* In the narrowest window, too, what a drag's digits need moves nothing below. */
static void
test_still (void)
{
  static const unsigned parts[]
    = { SCOPE_SHOW_STEPS, SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES, SCOPE_SHOW_CASES };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (parts); i++)
    {
      double top = 0;

      for (int step = 0; step <= 100; step++)
        {
          g_autoptr (ScopeScene) scene = NULL;
          ScopeFigure figure;
          ScopeRect panel;

          scope_figure_init (&figure);
          figure.width_px = 360;
          figure.height_px = i % 2 ? 640 : 800;
          figure.show = (figure.show & ~(unsigned) SCOPE_SHOW_LINKS) | parts[i / 2];
          figure.parameters.b = -10 + 0.2 * step;
          figure.settled = FALSE;
          scene = test_build (fonts, &figure);
          scope_scene_get_bounds (scene, scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS),
                                  &panel);
          if (step > 0 && fabs (panel.y - top) > 1)
            g_error ("%g px high, parts %x: the plot jumps from %g to %g at b = %g", figure.height_px,
                     parts[i / 2], top, panel.y, figure.parameters.b);
          top = panel.y;
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/type/windows", test_windows);
  g_test_add_func ("/type/diagram", test_diagram);
  g_test_add_func ("/type/long-numbers", test_long_numbers);
  g_test_add_func ("/type/still", test_still);
  return test_run (fonts);
}
