/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture of many flowers has room for, and which of its numbers is the largest. */

#include "figure-missing.h"
#include "figure.h"

#include <math.h>

#include "common.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "roles.h"

static ScopeFonts *fonts;
static ScopeBatchRow iris[TEST_N_IRIS];

static void
take (ScopeFigure *figure, const ScopeMany *many, double width, double height)
{
  scope_figure_init (figure);
  figure->width_px = width;
  figure->height_px = height;
  test_take_many (figure, many);
}

static double
height_of (const ScopeScene *scene, const ScopeItem *item)
{
  ScopeRect rect;

  scope_scene_get_bounds (scene, item, &rect);
  return rect.height;
}

/* --- The sum's gradient is the hero, one flower's stands back. */

static void
check_hero (double width, double height, gboolean mean)
{
  ScopeMany many = { test_flower_rows, 3, 0, mean };
  const ScopeItem *hero, *one;
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  take (&figure, &many, width, height);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "Flower 1 alone"));
  hero = scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_GRADIENT);
  g_assert_nonnull (hero);
  g_assert_cmpint (hero->fill, ==, SCOPE_INK_GRADIENT);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->line != NULL && item != hero)
        g_assert_cmpfloat (height_of (scene, item), <=, height_of (scene, hero));
    }
  one = scope_scene_find_item (scene, &scope_role_result, 0);
  if (one != NULL)
    g_assert_cmpint (one->fill, !=, SCOPE_INK_GRADIENT);
}

static void
test_hero (void)
{
  for (int mean = 0; mean < 2; mean++)
    {
      check_hero (1036, 650, mean);
      check_hero (1170, 900, mean);
      check_hero (1590, 1000, mean);
      check_hero (690, 560, mean);
    }
}

/* One flower by itself needs no caption, and its gradient is the one that is asked for. */
static void
test_single (void)
{
  ScopeMany many = { test_flower_rows, 1, 0, FALSE };
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  take (&figure, &many, 1366, 768);
  scene = test_build (fonts, &figure);
  g_assert_false (test_has_text (scene, "alone"));
  g_assert_true (test_has_text (scene, "about this flower, as"));
  g_assert_cmpint (scope_scene_find_item (scene, &scope_role_result, 0)->fill, ==, SCOPE_INK_GRADIENT);
}

/* Each thin curve of few flowers has its number at its end, in both panels; of seven none has. */
static void
test_numbers (void)
{
  for (size_t n = 2; n <= 7; n++)
    for (int mean = 0; mean < 2; mean++)
      {
        ScopeMany many = { test_flower_rows, MIN (n, 3), 1, mean };
        ScopeFigure figure;
        g_autoptr (ScopeScene) scene = NULL;
        guint named = 0;

        if (n > 3)
          many = (ScopeMany) { iris, n, 1, mean };
        take (&figure, &many, 1170, 900);
        scene = test_build (fonts, &figure);
        for (int i = 0; i < (int) n * 2; i++)
          named += scope_scene_find_item (scene, &scope_role_flower_label, i) != NULL;
        g_assert_cmpuint (named, ==, n > 6 ? 0 : 2 * (many.n - 1));
        test_check_labels (scene);
      }
}

/* --- Titles */

/* Where the panel ends, and what comes first behind it in its row. */
static double
room_of (const ScopeScene *scene, const ScopeItem *title, const ScopeRect *rect)
{
  ScopeRect panel;
  double end;

  scope_scene_get_bounds (scene, scope_scene_find_item (scene, &scope_role_panel, title->index), &panel);
  end = panel.x + panel.width;
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect other;

      if (item == title || item->line == NULL || scope_line_get_n_runs (item->line) == 0)
        continue;
      scope_scene_get_bounds (scene, item, &other);
      if (other.y < rect->y + rect->height && rect->y < other.y + other.height && other.x > rect->x)
        end = fmin (end, other.x);
    }
  return end - rect->x;
}

/* In units of the picture; 0 where there is none. */
static double
type_of (const ScopeScene *scene, const ScopeItem *item)
{
  ScopePlacedRun run;

  if (item == NULL)
    return 0;
  scope_line_get_run (item->line, 0, &run);
  return run.size_px / scope_scene_get_unit (scene);
}

/* A title that takes more than that of its row leaves its values so much of their size. */
#define LEAST_OF_TITLE 0.43
#define LEAST_OF_VALUE 0.75

static void
check_values (const ScopeScene *scene, const ScopeScene *large, const ScopeItem *title, double width)
{
  static const ScopeRole *const roles[]
    = { &scope_role_point_label, &scope_role_slope_label, &scope_role_estimate_label };
  ScopeRect panel;

  scope_scene_get_bounds (scene, scope_scene_find_item (scene, &scope_role_panel, title->index), &panel);
  for (guint i = 0; width > LEAST_OF_TITLE * panel.width && i < G_N_ELEMENTS (roles); i++)
    {
      double size = type_of (scene, scope_scene_find_item (scene, roles[i], title->index));
      double usual = type_of (large, scope_scene_find_item (large, roles[i], title->index));

      if (size < LEAST_OF_VALUE * usual - 1e-6)
        g_error ("“%s” leaves a value (%s) %g of its size, in %g px", scope_line_get_text (title->line),
                 roles[i]->name, size / usual, panel.width);
    }
}

/* Titles as long as there is room for, of whole words: what stands in the row of a large picture, or fewer. */
static void
check_title (const ScopeScene *scene, const ScopeScene *large, const ScopeItem *title, guint n_lengths[2])
{
  static const char *const short_titles[]
    = { "Total loss", "Mean loss", "Loss", "Gradient", "Probabilities", "L", "∂L/∂b3", "p" };
  const char *text = scope_line_get_text (title->line), *whole;
  g_auto (GStrv) parts = NULL;
  ScopeRect rect;
  gboolean is_short;

  scope_scene_get_bounds (scene, title, &rect);
  if (rect.width > room_of (scene, title, &rect) + 0.5)
    g_error ("“%s” takes %g of %g px in %g × %g", text, rect.width, room_of (scene, title, &rect),
             scope_scene_get_width (scene), scope_scene_get_height (scene));
  check_values (scene, large, title, rect.width);
  whole = scope_line_get_text (scope_scene_find_item (large, &scope_role_panel_title, title->index)->line);
  /* The name, and behind it the formula. */
  parts = g_strsplit (whole, "  ", 2);
  is_short = g_str_equal (text, parts[0]);
  for (guint i = 0; i < G_N_ELEMENTS (short_titles); i++)
    is_short = is_short || g_str_equal (text, short_titles[i]);
  if (!is_short && !g_str_equal (text, whole))
    g_error ("“%s” is neither “%s” nor short for it", text, whole);
  n_lengths[is_short && !g_str_equal (text, whole)]++;
}

/* A title has fewer words where its row is short, none of them cut, and none runs into what is behind it. */
static void
test_titles_are_whole (void)
{
  static const double sizes[][2] = { { 321, 257 }, { 673, 481 }, { 360, 300 }, { 640, 480 }, { 1024, 768 } };
  static const size_t counts[] = { 0, 1, 3, 150 };
  guint n_lengths[2] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (counts) * 4; i++)
    {
      ScopeMany many = { iris, counts[i / 4 % 4], 0, i % 2 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL, large = NULL;

      scope_figure_init (&figure);
      if (many.n > 0)
        take (&figure, &many, 0, 0);
      figure.width_px = sizes[i / 16][0];
      figure.height_px = sizes[i / 16][1];
      figure.text_scale = i / 2 % 2 ? 2 : 1;
      figure.show |= i % 3 ? SCOPE_SHOW_ESTIMATE : SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_DESCENT;
      /* Its titles stand in cells, with slopes behind them. */
      figure.show &= ~(unsigned) SCOPE_SHOW_LINKS;
      scene = test_build (fonts, &figure);
      figure.width_px = 2400;
      figure.height_px = 1600;
      figure.text_scale = 1;
      large = test_build (fonts, &figure);
      for (size_t j = 0; j < scope_scene_get_n_items (scene); j++)
        if (scope_scene_get_item (scene, j)->role == &scope_role_panel_title)
          check_title (scene, large, scope_scene_get_item (scene, j), n_lengths);
    }
  g_test_message ("%u whole titles, %u shorter ones", n_lengths[0], n_lengths[1]);
  g_assert_cmpuint (n_lengths[0], >, 45);
  g_assert_cmpuint (n_lengths[1], >, 90);
}

/* --- A wider picture shows no less. */

/* Below that one part may give way to a more important one. */
#define NARROW 860

static guint
count (unsigned bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static void
check_wider (const ScopeMany *many, double height, gboolean walk)
{
  static const double places[] = { -2, -1.5, -1 };
  unsigned before = ~0u;

  for (double width = 700; width <= 1900; width += 20)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      unsigned missing;

      take (&figure, many, width, height);
      if (walk)
        {
          figure.show |= SCOPE_SHOW_DESCENT;
          figure.trail = (ScopeTrail) { places, G_N_ELEMENTS (places), 2, 1 };
          figure.parameters.b = places[2];
        }
      scene = test_build (fonts, &figure);
      missing = scope_figure_missing (&figure, scene);
      if ((missing & ~before) != 0 && (width >= NARROW || count (missing) > count (before)))
        g_error ("%g × %g, %d flowers%s: %x is missing, and was %x before", width, height, (int) many->n,
                 walk ? ", walking" : "", missing, before);
      before = missing;
    }
}

static void
test_wider (void)
{
  for (double height = 500; height <= 1100; height += 60)
    for (int i = 0; i < 4; i++)
      {
        ScopeMany many = { i % 2 ? iris : test_flower_rows, i % 2 ? TEST_N_IRIS : 3, 0, FALSE };

        check_wider (&many, height, i / 2);
      }
}

/* What one walks for stays while parts about one flower yield. */
static void
test_walk (void)
{
  static const double places[] = { -2, -1.5, -1 };
  static const double sizes[][2] = { { 1036, 650 }, { 684, 640 }, { 1170, 900 } };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      ScopeMany many = { i % 2 ? iris : test_flower_rows, i % 2 ? TEST_N_IRIS : 3, 0, FALSE };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      take (&figure, &many, sizes[i / 2][0], sizes[i / 2][1]);
      figure.show |= SCOPE_SHOW_DESCENT;
      figure.trail = (ScopeTrail) { places, G_N_ELEMENTS (places), 2, 1 };
      figure.parameters.b = places[2];
      scene = test_build (fonts, &figure);
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_TOTAL));
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_OBSERVED));
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_update, -1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  test_load_iris (iris);
  g_test_add_func ("/many-layout/hero", test_hero);
  g_test_add_func ("/many-layout/single", test_single);
  g_test_add_func ("/many-layout/numbers", test_numbers);
  g_test_add_func ("/many-layout/titles-are-whole", test_titles_are_whole);
  g_test_add_func ("/many-layout/wider", test_wider);
  g_test_add_func ("/many-layout/walk", test_walk);
  return test_run (fonts);
}
