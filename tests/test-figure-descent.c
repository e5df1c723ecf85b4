/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-text.h"
#include "describe.h"
#include "figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "iris.h"
#include "scenes.h"
#include "walks.h"
#include "number.h"
#include "roles.h"

static ScopeFonts *fonts;

static void
test_update (void)
{
  double places[4];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *text = NULL, *spoken = NULL, *numbers = NULL;

  scope_figure_init (&figure);
  test_walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  text = test_text_of (scene, &scope_role_update);
  g_assert_nonnull (strstr (text, "−2| − |1| · |(−0.8491)|  =  |−1.151|"));
  g_assert_nonnull (strstr (text, "promised drop 0.7210, given 0.6653|;  |no finite"));
  g_assert_nonnull (strstr (text, "keeps falling towards its bound 0"));
  spoken = scope_describe_figure (&figure);
  g_assert_nonnull (strstr (spoken, "Next step: b₃ = −2 − 1·(−0.8491) = −1.151"));
  numbers = test_text_of (scene, &scope_role_trail_label);
  g_assert_true (g_str_has_prefix (numbers, "0|"));
}

/* A gradient below double's range is no 0 in the step that it belongs to. */
static void
test_small (void)
{
  double places[2];
  ScopeFigure figure;
  g_autoptr (ScopeScene) small = NULL;
  g_autofree char *text = NULL;

  scope_figure_init (&figure);
  figure.rate = 1000;
  figure.parameters = (ScopeParameters) { { 0, 0, 0 }, { 1, 0, 0 }, 847.1, 0 };
  test_walk (&figure, places, 0);
  small = test_build (fonts, &figure);
  text = test_text_of (small, &scope_role_update);
  g_assert_nonnull (strstr (text, "847.1| − |1000| · |(−2.571·10⁻³⁶⁸)|  =  |847.1"));
}

static double
read_number (GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "−", "-", 0);
  return g_ascii_strtod (plain->str, NULL);
}

/* A step that does not come out by what is printed is only about so, in the picture and in words. */
static void
test_about (void)
{
  g_autoptr (GRegex) step
    = g_regex_new ("b₃ = ([^ ]+) − ([0-9.]+)·\\(([^ )]+)\\) (=|≈) ([^ ;]+)", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  guint n = 0, about = 0;

  for (guint i = 0; i < 2000; i++)
    {
      double places[2];
      ScopeFigure figure;
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *spoken = NULL, *sign = NULL, *next = NULL, *low = NULL, *high = NULL;
      double value;

      scope_figure_init (&figure);
      figure.parameters.b = g_rand_double_range (random, -5, 5);
      figure.parameters.observed = i % 3;
      figure.rate = g_rand_double_range (random, 0.01, 30);
      test_walk (&figure, places, 0);
      spoken = scope_describe_figure (&figure);
      if (!g_regex_match (step, spoken, 0, &match) || strstr (spoken, "·10") != NULL)
        continue;
      sign = g_match_info_fetch (match, 4);
      next = g_match_info_fetch (match, 5);
      value = read_number (match, 1) - read_number (match, 2) * read_number (match, 3);
      low = scope_number_format (value * (1 - 1e-12), 4, '.');
      high = scope_number_format (value * (1 + 1e-12), 4, '.');
      if (!g_str_equal (low, high) || fabs (value) < 0.01)
        continue;
      n++;
      about += g_str_equal (sign, "≈");
      /* "1.000" says that it is not quite 1: the number counts, not its zeros. */
      g_assert_cmpint (g_str_equal (sign, "="), ==,
                       fabs (value - read_number (match, 5))
                         <= 0.5 * pow (10, floor (log10 (fabs (value))) - 3));
    }
  g_assert_cmpuint (n, >, 1000);
  g_assert_cmpuint (about, >, 20);
}

/* Promise and verdict stand below each other where the column is narrow. */
static void
test_lines (void)
{
  double places[2];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;

  scope_figure_init (&figure);
  figure.width_px = 1000;
  test_walk (&figure, places, 1);
  scene = test_build (fonts, &figure);
  g_assert_true (test_has_text (scene, "the tangent promises a drop of"));
  g_assert_false (test_has_text (scene, "promised drop"));
  g_assert_true (test_has_text (scene, "no finite minimum: the loss keeps falling towards"));
}

static double
distance_to (const ScopeRect *rect, const ScopePoint *at)
{
  return hypot (at->x - CLAMP (at->x, rect->x, rect->x + rect->width),
                at->y - CLAMP (at->y, rect->y, rect->y + rect->height));
}

/* The place of a step in the panel whose label is at own; a pixel that several steps share has the
 * last one's. */
static double
find_place (const ScopeScene *scene, int step, const ScopeRect *own)
{
  double nearest = INFINITY;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == &scope_role_trail && item->index >= step)
        nearest = fmin (nearest, distance_to (own, &item->points[0]));
    }
  return nearest;
}

/* A number stands close to its place or is left out. */
static void
test_numbers (void)
{
  static const double rates[] = { 0.2, 1, 3, 3.3, 4, 9 };
  static const double sizes[][2] = { { 1920, 1080 }, { 1024, 700 }, { 700, 760 } };
  guint n_first = 0, n_numbers = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rates) * 3; i++)
    {
      ScopeMany many = { test_flower_rows, 3, 0, FALSE };
      double places[41];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.rate = rates[i / 3];
      figure.width_px = sizes[i % 3][0];
      figure.height_px = sizes[i % 3][1];
      test_take_many (&figure, &many);
      test_walk (&figure, places, 5 + i % 2 * 35);
      scene = test_build (fonts, &figure);
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);
          ScopeLineSize size;
          ScopeRect own;

          if (item->role != &scope_role_trail_label)
            continue;
          scope_line_get_size (item->line, &size);
          own = (ScopeRect) { item->points[0].x, item->points[0].y - size.ascent_px, size.width_px,
                              size.ascent_px + size.descent_px };
          n_numbers++;
          n_first += g_str_equal (scope_line_get_text (item->line), "0");
          /* The type is 0.8 em, and a line of it about 1.1 em high. */
          g_assert_cmpfloat (find_place (scene, atoi (scope_line_get_text (item->line)), &own), <,
                             1.2 / 1.05 * own.height);
        }
    }
  g_assert_cmpuint (n_first, >=, 20);
  g_assert_cmpuint (n_numbers, >, n_first + 10);
}

/* One flower says that it has no minimum before anything is walked; which way it falls is its
 * gradient's sign. */
static void
test_no_minimum (void)
{
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, hidden = NULL, finite = NULL;
  g_autofree char *said = NULL, *hides = NULL, *has = NULL;

  scope_figure_init (&figure);
  scene = test_build (fonts, &figure);
  said = test_text_of (scene, &scope_role_minimum_label);
  g_assert_true (g_str_has_prefix (said, "no finite minimum"));
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  hidden = test_build (fonts, &figure);
  hides = test_text_of (hidden, &scope_role_minimum_label);
  g_assert_cmpstr (hides, ==, "");
  figure.hide = 0;
  memcpy (figure.parameters.w, (const double[]) { 0.5, 1, 0 }, sizeof figure.parameters.w);
  finite = test_build (fonts, &figure);
  has = test_text_of (finite, &scope_role_minimum_label);
  g_assert_cmpstr (has, ==, "");
}

static void
test_trail (void)
{
  double places[8];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, kept = NULL;

  scope_figure_init (&figure);
  test_walk (&figure, places, 3);
  scene = test_build (fonts, &figure);
  g_assert_cmpuint (test_count_places (scene, &scope_role_trail), ==, 8);
  g_assert_cmpuint (test_count_places (scene, &scope_role_kept_trail), ==, 0);
  figure.kept_trail = figure.trail;
  /* A trail that does not lead to b₃ is not this descent's. */
  figure.parameters.b = 0;
  kept = test_build (fonts, &figure);
  g_assert_cmpuint (test_count_places (kept, &scope_role_trail), ==, 0);
  g_assert_cmpuint (test_count_places (kept, &scope_role_kept_trail), ==, 8);
}

static void
test_verdicts (void)
{
  static const struct
  {
    double rate, b;
    double w[3];
    size_t n;
    const char *said;
  } rows[] = {
    { 1, -2, { 1, 1, 1 }, 0, "the loss is the same for every b₃" },
    { 10, -3, { 0.5, 1, 0 }, 900, "converged" },
    { 20, -3, { 0.5, 1, 0 }, 200, "a cycle: the same 2 places" },
    { 14, -3, { 0.5, 1, 0 }, 1, "overshoot" },
    { 1, -3, { 0.5, 1, 0 }, 1, "on its way" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double places[1001];
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      memset (figure.parameters.a, 0, sizeof figure.parameters.a);
      memcpy (figure.parameters.w, rows[i].w, sizeof figure.parameters.w);
      figure.parameters.b = rows[i].b;
      figure.rate = rows[i].rate;
      test_walk (&figure, places, rows[i].n);
      said = scope_descent_text_describe (&figure);
      if (strstr (said, rows[i].said) == NULL)
        g_error ("“%s” does not say “%s”", said, rows[i].said);
    }
}

static void
test_ruler (void)
{
  double places[1];
  ScopeFigure figure;
  g_autoptr (ScopeScene) endless = NULL, finite = NULL, steep = NULL, even = NULL;
  g_autofree char *one = NULL, *both = NULL, *none = NULL, *every = NULL;

  scope_figure_init (&figure);
  test_walk (&figure, places, 0);
  endless = test_build (fonts, &figure);
  one = test_text_of (endless, &scope_role_rate);
  g_assert_cmpstr (one, ==, "η|η = 1|every rate is safe: there is no minimum to step over|");
  /* L″ is 1/6 at the minimum b₃ = 0, and nowhere larger. */
  memset (figure.parameters.a, 0, sizeof figure.parameters.a);
  memcpy (figure.parameters.w, (const double[]) { 0.5, 1, 0 }, sizeof figure.parameters.w);
  figure.rate = 14;
  finite = test_build (fonts, &figure);
  both = test_text_of (finite, &scope_role_rate);
  g_assert_cmpstr (both, ==,
                   "η|η = 14|safe from anywhere up to 12|fastest near the minimum 6|"
                   "edge near the minimum 12|marks taken at the minimum|");
  /* 2/max L″ is below the least double, and then beyond the largest. */
  memcpy (figure.parameters.w, (const double[]) { 1e200, 0, 0 }, sizeof figure.parameters.w);
  steep = test_build (fonts, &figure);
  none = test_text_of (steep, &scope_role_rate);
  g_assert_cmpstr (none, ==, "η|η = 14|every rate is safe: there is no minimum to step over|");
  memcpy (figure.parameters.w, (const double[]) { 1e-160, 0, 0 }, sizeof figure.parameters.w);
  even = test_build (fonts, &figure);
  every = test_text_of (even, &scope_role_rate);
  g_assert_cmpstr (every, ==, "η|η = 14|every rate is safe: there is no minimum to step over|");
}

/* The tip at the frame says where a step leads that leaves the picture. */
static void
test_far (void)
{
  double places[1];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *text = NULL;

  scope_figure_init (&figure);
  figure.rate = 100;
  test_walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  g_assert_nonnull (scope_scene_find_item (scene, &scope_role_drop, 2));
  text = test_text_of (scene, &scope_role_drop);
  g_assert_cmpstr (text, ==, "next b3 = 82.91|");
}

/* With the gradient hidden: no step, no promise, no next place, nowhere. */
static void
test_hidden (void)
{
  double places[8];
  ScopeFigure figure;
  ScopeOutcome outcome;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *spoken = NULL, *update = NULL;

  scope_figure_init (&figure);
  figure.rate = 3;
  test_walk (&figure, places, 4);
  figure.trail.at = 1;
  figure.parameters.b = places[1];
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  scene = test_build (fonts, &figure);
  spoken = scope_describe_figure (&figure);
  scope_outcome_evaluate (&figure.parameters, &outcome);

  const double secrets[] = { outcome.dl_db, 3 * outcome.dl_db, 3 * outcome.dl_db * outcome.dl_db, places[2] };
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *digits = scope_number_format (fabs (secrets[i]), 4, '.');

      g_assert_null (strstr (spoken, digits));
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);

          g_assert_true (item->line == NULL || strstr (scope_line_get_text (item->line), digits) == NULL);
        }
    }
  g_assert_null (scope_scene_find_item (scene, &scope_role_drop, -1));
  /* No lone blank below the rule in their place. */
  g_assert_cmpuint (test_count (scene, &scope_role_rate), ==, 0);
  g_assert_cmpuint (test_count (scene, &scope_role_step), ==, 0);
  update = test_text_of (scene, &scope_role_update);
  g_assert_nonnull (strstr (update, "| − |3| · |?|  =  |?|"));
  g_assert_true (g_str_has_suffix (update, "  =  |?|"));
  /* The places after the present one would show the step. */
  g_assert_cmpuint (test_count_places (scene, &scope_role_trail), ==, 4);
}

/* --- A kept trail */

static void
test_kept (void)
{
  double places[5], kept[4];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, hidden = NULL;
  g_autofree char *labels = NULL, *said = NULL;

  scope_figure_init (&figure);
  figure.rate = 3;
  test_walk (&figure, kept, 3);
  figure.kept_trail = figure.trail;
  figure.rate = 1;
  figure.parameters.b = -2;
  test_walk (&figure, places, 4);
  scene = test_build (fonts, &figure);
  labels = test_text_of (scene, &scope_role_kept_label);
  g_assert_nonnull (strstr (labels, "η = 3, kept"));
  g_assert_null (strstr (labels, "|2|"));
  /* On the ruler, a factor of 3 to the right of the present one. */
  g_assert_cmpfloat (scope_scene_find_item (scene, &scope_role_rate, 2)->points[0].x, >,
                     scope_scene_find_item (scene, &scope_role_rate, 1)->points[0].x);
  said = scope_descent_text_describe (&figure);
  g_assert_nonnull (strstr (said, "; kept: 3 steps at η = 3, to b₃ = "));
  /* Two of its places and its rate are a gradient. */
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  hidden = test_build (fonts, &figure);
  g_assert_null (scope_scene_find_item (hidden, &scope_role_kept_label, -1));
  g_assert_null (scope_scene_find_item (hidden, &scope_role_kept_trail, -1));
  g_assert_null (scope_scene_find_item (hidden, &scope_role_rate, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/figure-descent/update", test_update);
  g_test_add_func ("/figure-descent/small", test_small);
  g_test_add_func ("/figure-descent/about", test_about);
  g_test_add_func ("/figure-descent/lines", test_lines);
  g_test_add_func ("/figure-descent/numbers", test_numbers);
  g_test_add_func ("/figure-descent/no-minimum", test_no_minimum);
  g_test_add_func ("/figure-descent/trail", test_trail);
  g_test_add_func ("/figure-descent/verdicts", test_verdicts);
  g_test_add_func ("/figure-descent/ruler", test_ruler);
  g_test_add_func ("/figure-descent/far", test_far);
  g_test_add_func ("/figure-descent/hidden", test_hidden);
  g_test_add_func ("/figure-descent/kept", test_kept);
  return test_run (fonts);
}
