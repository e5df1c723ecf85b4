/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures in languages with longer words, and with words from right to left. */

#include "figure.h"
#include "stage-step.h"

#include <math.h>
#include <string.h>

#include "abroad.h"
#include "common.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;

static void
fill (GRand *random, guint i, ScopeFigure *figure, ScopeMany *many)
{
  static const double sizes[][2]
    = { { 1920, 1080 }, { 1000, 700 }, { 1400, 760 }, { 3840, 2160 }, { 640, 480 }, { 620, 1000 } };
  static const double places[] = { -2, -1.5, -1 };

  scope_figure_init (figure);
  figure->width_px = sizes[i % 6][0];
  figure->height_px = sizes[i % 6][1];
  figure->parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
  figure->parameters.b = g_rand_double_range (random, -8, 8);
  for (int k = 0; k < 3; k++)
    figure->parameters.a[k] = g_rand_double_range (random, -6, 6);
  figure->show |= (unsigned) g_rand_int_range (random, 0, 1 << 21);
  figure->estimate = -0.4;
  figure->text_scale = i % 4 == 3 ? 1.5 : 1;
  scope_view_init (&figure->view, &figure->parameters, NULL);
  if (i % 3 == 1)
    {
      *many = (ScopeMany) { test_flower_rows, G_N_ELEMENTS (test_flower_rows), 1, FALSE };
      test_take_many (figure, many);
    }
  if (!(figure->show & SCOPE_SHOW_DESCENT))
    return;
  figure->trail = (ScopeTrail) { places, G_N_ELEMENTS (places), 2, 1 };
  figure->parameters.b = places[2];
}

static void
test_pictures (gconstpointer locale)
{
  test_go_abroad (locale);
  for (guint i = 0; i < 240; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      g_autoptr (ScopeScene) scene = NULL;
      ScopeFigure figure;
      ScopeMany many;

      fill (random, i, &figure, &many);
      scene = test_build (fonts, &figure);
      test_check_inside (scene);
      test_check_labels (scene);
    }
}

static gboolean
is_cut (const ScopeItem *item)
{
  return item->line != NULL && strstr (scope_line_get_text (item->line), "…") != NULL;
}

/* What stands beside the picture of the first start has its room in a window of the usual size. */
static void
test_whole (gconstpointer locale)
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1010, 700 } };

  test_go_abroad (locale);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.width_px = sizes[i][0];
      figure.height_px = sizes[i][1];
      scene = test_build (fonts, &figure);
      for (size_t n = 0; n < scope_scene_get_n_items (scene); n++)
        if (is_cut (scope_scene_get_item (scene, n)))
          g_error ("“%s” is cut", scope_line_get_text (scope_scene_get_item (scene, n)->line));
    }
}

/* Axes, curves and points are the same in every language. */
static void
test_mathematics (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (test_abroad); i++)
    {
      ScopeFigure figure;
      const ScopeItem *point, *panel;
      g_autoptr (ScopeScene) scene = NULL;

      test_go_abroad (test_abroad[i]);
      scope_figure_init (&figure);
      scene = test_build (fonts, &figure);
      panel = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS);
      point = scope_scene_find_item (scene, &scope_role_point, SCOPE_PANEL_LOSS);
      /* b₃ is −2 on an axis from −10 to 10. */
      g_assert_cmpfloat_with_epsilon (
        (point->points[0].x - panel->points[0].x) / (panel->points[1].x - panel->points[0].x), 0.4, 0.001);
    }
}

static double
left_of (const ScopeScene *scene, const ScopeRole *role, int index, double *right)
{
  ScopeRect bounds;

  scope_scene_get_bounds (scene, scope_scene_find_item (scene, role, index), &bounds);
  *right = bounds.x + bounds.width;
  return bounds.x;
}

/* What is read to the left begins at the right: a step's title and words, behind it the dots, and the question. */
static void
test_from_the_right (void)
{
  static const char *const titles[] = { "Where we are", "איפה אנחנו" };
  double left[2], right[2], dots[2], words[2], end;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      ScopeStage stage
        = { .title = titles[i], .sentences = { { .text = titles[i] } }, .step = 1, .n_steps = 4 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.stage = &stage;
      scene = test_build (fonts, &figure);
      left[i] = left_of (scene, &scope_role_caption, 0, &right[i]);
      words[i] = left_of (scene, &scope_role_caption, 1, &end);
      dots[i] = left_of (scene, &scope_role_progress, 0, &end);
      /* The first dot is the one next to the title. */
      g_assert_cmpint (left_of (scene, &scope_role_progress, 3, &end) > dots[i], ==, i == 0);
      g_assert_cmpint (dots[i] > left[i], ==, i == 0);
    }
  g_assert_cmpfloat (left[0], <, 100);
  g_assert_cmpfloat (words[0], <, 100);
  g_assert_cmpfloat (right[1], >, 1920 - 100);
  g_assert_cmpfloat (words[1], >, 1920 / 2.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  for (guint i = 0; i < G_N_ELEMENTS (test_abroad); i++)
    {
      g_autofree char *pictures = g_strconcat ("/abroad/pictures/", test_abroad[i], NULL);
      g_autofree char *whole = g_strconcat ("/abroad/whole/", test_abroad[i], NULL);

      g_test_add_data_func (pictures, test_abroad[i], test_pictures);
      g_test_add_data_func (whole, test_abroad[i], test_whole);
    }
  g_test_add_func ("/abroad/mathematics", test_mathematics);
  g_test_add_func ("/abroad/from-the-right", test_from_the_right);
  return test_run (fonts);
}
