/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* More of text_scale is larger text in every picture, and 8 pt in a column of a paper. */

#include "figure.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "roles.h"

#define EIGHT_PT (8.0 * 96 / 72)

static ScopeFonts *fonts;

/* The size of what a role's lines are written in, without what is raised or lowered in them; the smallest
 * of all lines, 0 where there is none. */
static double
smallest_text (const ScopeScene *scene, const ScopeRole *role)
{
  double smallest = INFINITY;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      double size = test_type_size (item);

      if (item->line == NULL || (role != NULL && item->role != role))
        continue;
      if (size > 0)
        smallest = fmin (smallest, size);
    }
  return isfinite (smallest) ? smallest : 0;
}

typedef struct
{
  ScopeBatchRow iris[TEST_N_IRIS];
  ScopeMany many;
  double places[4];
} Kinds;

/* 0: one flower; then three, 150, and a walk of three. */
#define N_KINDS 4
static void
make_figure (Kinds *kinds, guint kind, ScopeFigure *figure)
{
  scope_figure_init (figure);
  if (kind == 0)
    return;
  kinds->many
    = (ScopeMany) { kind == 2 ? kinds->iris : test_flower_rows, kind == 2 ? TEST_N_IRIS : 3, 0, FALSE };
  test_take_many (figure, &kinds->many);
  if (kind < 3)
    return;
  for (int i = 0; i < 4; i++)
    kinds->places[i] = -2 + 0.7 * i;
  figure->trail = (ScopeTrail) { kinds->places, 4, 3, 1 };
  figure->parameters.b = kinds->places[3];
  figure->show |= SCOPE_SHOW_DESCENT | SCOPE_SHOW_STEPS;
}

static void
check_monotonic (Kinds *kinds, guint kind, double width, double height)
{
  double first = 0, before = 0, text = 0;

  for (int percent = 100; percent <= 200; percent += 5)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      make_figure (kinds, kind, &figure);
      figure.width_px = width;
      figure.height_px = height;
      figure.text_scale = percent / 100.0;
      scene = test_build (fonts, &figure);
      text = smallest_text (scene, &scope_role_axis_title);
      if (text < before)
        g_error ("%g × %g, kind %u: text of %g px at %d %%, %g before", width, height, kind, text, percent,
                 before);
      /* With one flower, nothing holds it back. */
      g_assert_true (kind > 0 || text > before);
      if (percent == 100)
        first = text;
      before = text;
      if (percent % 25 == 0)
        {
          test_check_inside (scene);
          test_check_labels (scene);
        }
    }
  /* With many, the sum's parts do. */
  g_assert_cmpfloat (text, >=, (kind > 0 ? 1.05 : 1.15) * first);
}

static void
test_monotonic (void)
{
  static const double sizes[][2]
    = { { 321, 257 },  { 321, 400 },   { 673, 481 },  { 240, 200 },  { 360, 300 },
        { 640, 480 },  { 600, 1000 },  { 1000, 700 }, { 1280, 720 }, { 1920, 1080 },
        { 2000, 400 }, { 3840, 2160 }, { 500, 2000 } };
  Kinds kinds;

  test_load_iris (kinds.iris);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * N_KINDS; i++)
    check_monotonic (&kinds, i % N_KINDS, sizes[i / N_KINDS][0], sizes[i / N_KINDS][1]);
}

/* All that is written in one, of many states, is 8 pt and more. */
static void
check_titles (const ScopeScene *scene)
{
  static const char *const names[] = { [SCOPE_PANEL_LOSS] = "Loss", [SCOPE_PANEL_GRADIENT] = "Gradient" };

  for (int i = 0; i < 2; i++)
    {
      const ScopeItem *title = scope_scene_find_item (scene, &scope_role_panel_title, i);

      g_assert_true (g_str_has_prefix (scope_line_get_text (title->line), names[i]));
    }
}

static void
test_column (void)
{
  guint values = 0, n = 200;

  for (guint seed = 0; seed < n; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (ScopeScene) scene = NULL;
      ScopeFigure figure;

      scope_figure_init (&figure);
      figure.width_px = 321;
      figure.height_px = seed % 2 ? 257 : 400;
      figure.text_scale = 2;
      figure.parameters.b = g_rand_double_range (random, -8, 8);
      figure.parameters.observed = seed % 3;
      for (int k = 0; k < 3; k++)
        figure.parameters.a[k] = g_rand_double_range (random, -6, 6);
      scope_view_init (&figure.view, &figure.parameters, NULL);
      scene = test_build (fonts, &figure);
      test_check_inside (scene);
      test_check_labels (scene);
      check_titles (scene);
      g_assert_cmpfloat (smallest_text (scene, NULL), >=, EIGHT_PT);
      values += scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_LOSS) != NULL
                && scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_GRADIENT) != NULL;
    }
  /* The numbers are the last to yield. */
  g_assert_cmpuint (values * 100, >=, n * 90);
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/text-scale/monotonic", test_monotonic);
  g_test_add_func ("/text-scale/column", test_column);
  return test_run (fonts);
}
