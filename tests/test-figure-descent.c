/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "descent-look.h"
#include "iris.h"
#include "scenes.h"
#include "number.h"

static ScopeFonts *fonts;

/* All that is written with a role, in order. */
static char *
text_of (const ScopeScene *scene, ScopeRole role)
{
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == role && item->line != NULL)
        g_string_append_printf (text, "%s|", scope_line_get_text (item->line));
    }
  return g_string_free (text, FALSE);
}

/* Those with an index of their own: places, not what joins them. */
static guint
count_places (const ScopeScene *scene, ScopeRole role)
{
  guint n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    n += scope_scene_get_item (scene, i)->role == role && scope_scene_get_item (scene, i)->index >= 0;
  return n;
}

/* Walks n steps from the figure's b₃, and stays at the last place. */
static void
walk (ScopeFigure *figure, double *places, size_t n)
{
  for (size_t i = 0; i <= n; i++)
    {
      ScopeBatchOutcome outcome;

      places[i] = figure->parameters.b;
      scope_figure_evaluate (figure, &outcome);
      if (i < n)
        figure->parameters.b -= figure->rate * outcome.dl_db;
    }
  figure->trail = (ScopeTrail) { places, n + 1, n, figure->rate };
  figure->show |= SCOPE_SHOW_DESCENT;
}

static void
test_update (void)
{
  double places[4];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *text = NULL, *spoken = NULL, *numbers = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  text = text_of (scene, SCOPE_ROLE_UPDATE);
  g_assert_nonnull (strstr (text, "−2| − |1| · |(−0.8491)|  =  |−1.151|"));
  g_assert_nonnull (strstr (text, "promised drop 0.7210, given 0.6653|;  |no finite"));
  g_assert_nonnull (strstr (text, "keeps falling towards its bound 0"));
  spoken = scope_figure_describe (&figure);
  g_assert_nonnull (strstr (spoken, "Next step: b₃ = −2 − 1·(−0.8491) = −1.151"));
  numbers = text_of (scene, SCOPE_ROLE_TRAIL_LABEL);
  g_assert_true (g_str_has_prefix (numbers, "0|"));
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
  walk (&figure, places, 1);
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

      if (item->role == SCOPE_ROLE_TRAIL && item->index >= step)
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
      walk (&figure, places, 5 + i % 2 * 35);
      scene = test_build (fonts, &figure);
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);
          ScopeLineSize size;
          ScopeRect own;

          if (item->role != SCOPE_ROLE_TRAIL_LABEL)
            continue;
          scope_line_get_size (item->line, &size);
          own = (ScopeRect) { item->points[0].x, item->points[0].y - size.ascent_px,
                              size.width_px, size.ascent_px + size.descent_px };
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
  said = text_of (scene, SCOPE_ROLE_MINIMUM_LABEL);
  g_assert_true (g_str_has_prefix (said, "no finite minimum"));
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  hidden = test_build (fonts, &figure);
  hides = text_of (hidden, SCOPE_ROLE_MINIMUM_LABEL);
  g_assert_cmpstr (hides, ==, "");
  figure.hide = 0;
  memcpy (figure.parameters.w, (const double[]) { 0.5, 1, 0 }, sizeof figure.parameters.w);
  finite = test_build (fonts, &figure);
  has = text_of (finite, SCOPE_ROLE_MINIMUM_LABEL);
  g_assert_cmpstr (has, ==, "");
}

static void
test_trail (void)
{
  double places[8];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL, kept = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 3);
  scene = test_build (fonts, &figure);
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_TRAIL), ==, 8);
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_KEPT_TRAIL), ==, 0);
  figure.kept_trail = figure.trail;
  /* A trail that does not lead to b₃ is not this descent's. */
  figure.parameters.b = 0;
  kept = test_build (fonts, &figure);
  g_assert_cmpuint (count_places (kept, SCOPE_ROLE_TRAIL), ==, 0);
  g_assert_cmpuint (count_places (kept, SCOPE_ROLE_KEPT_TRAIL), ==, 8);
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
      walk (&figure, places, rows[i].n);
      said = scope_figure_describe_descent (&figure);
      if (strstr (said, rows[i].said) == NULL)
        g_error ("“%s” does not say “%s”", said, rows[i].said);
    }
}

static void
test_ruler (void)
{
  double places[1];
  ScopeFigure figure;
  g_autoptr (ScopeScene) endless = NULL, finite = NULL;
  g_autofree char *one = NULL, *both = NULL;

  scope_figure_init (&figure);
  walk (&figure, places, 0);
  endless = test_build (fonts, &figure);
  one = text_of (endless, SCOPE_ROLE_RATE);
  g_assert_cmpstr (one, ==, "η|η = 1|safe from anywhere up to 8|no minimum to take marks at|");
  /* L″ is 1/6 at the minimum b₃ = 0, and nowhere larger. */
  memset (figure.parameters.a, 0, sizeof figure.parameters.a);
  memcpy (figure.parameters.w, (const double[]) { 0.5, 1, 0 }, sizeof figure.parameters.w);
  figure.rate = 14;
  finite = test_build (fonts, &figure);
  both = text_of (finite, SCOPE_ROLE_RATE);
  g_assert_cmpstr (both, ==,
                   "η|η = 14|safe from anywhere up to 12|fastest near the minimum 6|"
                   "edge near the minimum 12|marks taken at the minimum|");
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
  walk (&figure, places, 0);
  scene = test_build (fonts, &figure);
  g_assert_nonnull (test_find (scene, SCOPE_ROLE_DROP, 2));
  text = text_of (scene, SCOPE_ROLE_DROP);
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
  walk (&figure, places, 4);
  figure.trail.at = 1;
  figure.parameters.b = places[1];
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  scene = test_build (fonts, &figure);
  spoken = scope_figure_describe (&figure);
  scope_evaluate (&figure.parameters, &outcome);

  const double secrets[] = { outcome.dl_db, 3 * outcome.dl_db, 3 * outcome.dl_db * outcome.dl_db,
                             places[2] };
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *digits = scope_number_format (fabs (secrets[i]), 4, '.');

      g_assert_null (strstr (spoken, digits));
      for (size_t k = 0; k < scope_scene_get_n_items (scene); k++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, k);

          g_assert_true (item->line == NULL
                         || strstr (scope_line_get_text (item->line), digits) == NULL);
        }
    }
  g_assert_null (test_find (scene, SCOPE_ROLE_DROP, -1));
  /* No lone blank below the rule in their place. */
  g_assert_cmpuint (test_count (scene, SCOPE_ROLE_RATE), ==, 0);
  g_assert_cmpuint (test_count (scene, SCOPE_ROLE_STEP), ==, 0);
  update = text_of (scene, SCOPE_ROLE_UPDATE);
  g_assert_nonnull (strstr (update, "| − |3| · |?|  =  |?|"));
  g_assert_true (g_str_has_suffix (update, "  =  |?|"));
  /* The places after the present one would show the step. */
  g_assert_cmpuint (count_places (scene, SCOPE_ROLE_TRAIL), ==, 4);
}

/* --- Many flowers */

/* A step of the sum, with the sum's marks, and what η multiplies. */
static void
test_many (void)
{
  for (int mean = 0; mean < 2; mean++)
    {
      ScopeMany many = { test_flower_rows, 3, 0, mean };
      double places[4];
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      g_autofree char *text = NULL, *marks = NULL, *spoken = NULL;

      scope_figure_init (&figure);
      test_take_many (&figure, &many);
      walk (&figure, places, 0);
      scene = test_build (fonts, &figure);
      g_assert_cmpuint (scope_figure_missing (&figure, scene) & SCOPE_SHOW_DESCENT, ==, 0);
      text = text_of (scene, SCOPE_ROLE_UPDATE);
      marks = text_of (scene, SCOPE_ROLE_RATE);
      spoken = scope_figure_describe (&figure);
      g_assert_nonnull (strstr (text, mean ? "(−0.2577)|  =  |−1.742|with the gradient of the mean"
                                           : "(−0.7732)|  =  |−1.227|with the gradient of the "
                                             "total"));
      g_assert_nonnull (strstr (text, "on its way to the minimum"));
      g_assert_cmpstr (marks, ==,
                       mean ? "η|η = 1|safe from anywhere up to 9.002|fastest near the minimum "
                              "5.091|edge near the minimum 10.18|marks of the mean, taken at its "
                              "minimum|"
                            : "η|η = 1|safe from anywhere up to 3.001|fastest near the minimum "
                              "1.697|edge near the minimum 3.394|marks of the total, taken at its "
                              "minimum|");
      g_assert_nonnull (strstr (spoken, mean ? "Next step: b₃ = −2 − 1·(−0.2577) = −1.742 with the "
                                               "gradient of the mean"
                                             : "−1.227 with the gradient of the total; the "
                                               "tangent promises a drop of 0.5978, the curve"));
    }
}

/* The distance of a place from the thick curve of its panel. */
static double
distance_from (const ScopeItem *curve, const ScopePoint *at)
{
  for (size_t i = 1; i < curve->n_points; i++)
    {
      const ScopePoint *from = &curve->points[i - 1], *to = &curve->points[i];

      if (at->x >= from->x && at->x <= to->x)
        return fabs (from->y + (to->y - from->y) * (at->x - from->x) / (to->x - from->x) - at->y);
    }
  return INFINITY;
}

static void
test_on_curve (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 3, FALSE };
  double places[9];
  ScopeFigure figure;
  g_autoptr (ScopeScene) scene = NULL;
  guint n = 0;

  test_load_iris (rows);
  scope_figure_init (&figure);
  figure.rate = 0.3;
  test_take_many (&figure, &many);
  walk (&figure, places, 8);
  scene = test_build (fonts, &figure);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const ScopeItem *loss = test_find (scene, SCOPE_ROLE_CURVE,
                                         SCOPE_CURVE_INDEX (SCOPE_PANEL_LOSS,
                                                            figure.parameters.observed));
      const ScopeItem *gradient = test_find (scene, SCOPE_ROLE_CURVE,
                                             SCOPE_CURVE_INDEX (SCOPE_PANEL_GRADIENT,
                                                                figure.parameters.observed));

      if (item->role != SCOPE_ROLE_TRAIL || item->index < 0)
        continue;
      n++;
      g_assert_cmpfloat (fmin (distance_from (loss, &item->points[0]),
                               distance_from (gradient, &item->points[0])), <, 0.01);
    }
  g_assert_cmpuint (n, >=, 8);
}

/* Samples over many rows say what exact sums say of the next step. */
static void
check_ahead (const ScopeDescentLook *look)
{
  ScopeBatchOutcome at;
  double drop;

  if (look->walk.verdict != SCOPE_DESCENT_WALKING)
    return;
  scope_batch_drop (&look->batch, look->walk.last.b, look->next, &drop);
  scope_batch_evaluate (&look->batch, look->next, &at);
  g_assert_cmpint (look->ahead, ==, scope_descent_ahead (&look->walk, drop, at.dl_db));
}

/* What a figure says of a walk is what who walked it would say, whichever places it looks at. */
static void
check_verdict (const ScopeFigure *figure)
{
  const ScopeTrail *trail = &figure->trail;
  ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);
  ScopeDescentLook look;
  ScopeDescent walked;
  ScopeMinimum minimum;

  scope_minimum_limits (&batch, &minimum);
  scope_descent_init (&walked, figure->rate, 1e-9, minimum.kind);
  for (size_t i = 0; i < trail->n; i++)
    {
      ScopeBatchOutcome at;

      scope_batch_evaluate (&batch, trail->b[i], &at);
      scope_descent_take (&walked, trail->b[i], &at);
    }
  g_assert_true (scope_descent_look_always (figure, FALSE, &look));
  g_assert_cmpint (look.walk.verdict, ==, walked.verdict);
  g_assert_cmpuint (look.walk.period, ==, walked.period);
  g_assert_cmpuint (look.walk.last.number, ==, walked.last.number);
  g_assert_cmpfloat (look.walk.last.dl_db, ==, walked.last.dl_db);
  g_assert_cmpint (look.walk.last.crossed, ==, walked.last.crossed);
  g_assert_cmpint (look.walk.last.rose, ==, walked.last.rose);
  g_assert_cmpfloat (look.walk.drift, ==, walked.drift);
  check_ahead (&look);
}

static void
test_many_verdicts (void)
{
  static const double rates[] = { 0.01, 0.5, 1.2, 3.3, 4, 9, 40 };
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, 1500);
  double places[101];
  guint n_cycles = 0, n_away = 0;

  for (guint i = 0; i < 1500; i++)
    {
      rows[i] = test_flower_rows[i % 3];
      rows[i].a[0] += 0.1 * sin (i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rates) * 6; i++)
    {
      static const size_t counts[] = { 3, 150, 1500 };
      size_t n = counts[i % 3];
      ScopeMany many = { rows, n, 0, i % 2 };
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.rate = rates[i / 6] * 3 / (many.mean ? 1 : (double) n / 3) / (many.mean ? 1 : 3);
      test_take_many (&figure, &many);
      /* Close to the minimum, so that steps grow before they settle in a cycle. */
      if (i % 3 == 0)
        figure.parameters.b = -0.03;
      walk (&figure, places, i % 2 ? 5 : 100);
      check_verdict (&figure);
      said = scope_figure_describe_verdict (&figure);
      n_cycles += strstr (said, "a cycle: the same") != NULL;
      n_away += strstr (said, "moving away") != NULL;
    }
  g_assert_cmpuint (n_cycles, >=, 5);
  g_assert_cmpuint (n_away, >=, 1);
}

/* On three flowers η = 4 ends in a 2-cycle, η = 9 in a 3-cycle; one class alone has no minimum. */
static void
test_many_words (void)
{
  static const struct
  {
    double rate;
    size_t from, n, steps;
    const char *said;
  } cases[] = {
    { 4, 0, 3, 100, "a cycle: the same 2 places" },
    { 9, 0, 3, 100, "a cycle: the same 3 places" },
    { 1, 0, 3, 200, "converged" },
    { 9, 0, 3, 1, "overshoot: the last step led over the minimum and raised the loss" },
    { 4, 0, 3, 7, "overshoot" },
    { 4, 0, 3, 0, "; the next step leaps over the minimum" },
    { 9, 0, 3, 0, "; the next step leaps over the minimum and ends higher than it began" },
    { 3, 0, 3, 6, "overshoot: the last step led over the minimum, the next leaps back over it" },
    { 1, 0, 3, 200, "; at the minimum: the step is too small to matter; converged" },
    { 1, 1, 2, 5, "no finite minimum: the loss keeps falling towards its bound" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeMany many = { &test_flower_rows[cases[i].from], cases[i].n, 0, FALSE };
      double places[201];
      ScopeFigure figure;
      g_autofree char *said = NULL;

      scope_figure_init (&figure);
      figure.rate = cases[i].rate;
      test_take_many (&figure, &many);
      walk (&figure, places, cases[i].steps);
      said = scope_figure_describe_descent (&figure);
      if (strstr (said, cases[i].said) == NULL)
        g_error ("“%s” does not say “%s”", said, cases[i].said);
    }
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
  walk (&figure, kept, 3);
  figure.kept_trail = figure.trail;
  figure.rate = 1;
  figure.parameters.b = -2;
  walk (&figure, places, 4);
  scene = test_build (fonts, &figure);
  labels = text_of (scene, SCOPE_ROLE_KEPT_LABEL);
  g_assert_nonnull (strstr (labels, "η = 3, kept"));
  g_assert_null (strstr (labels, "|2|"));
  /* On the ruler, a factor of 3 to the right of the present one. */
  g_assert_cmpfloat (test_find (scene, SCOPE_ROLE_RATE, 2)->points[0].x, >,
                     test_find (scene, SCOPE_ROLE_RATE, 1)->points[0].x);
  said = scope_figure_describe_descent (&figure);
  g_assert_nonnull (strstr (said, "; kept: 3 steps at η = 3, to b₃ = "));
  /* Two of its places and its rate are a gradient. */
  figure.hide = SCOPE_QUANTITY_GRADIENT;
  hidden = test_build (fonts, &figure);
  g_assert_null (test_find (hidden, SCOPE_ROLE_KEPT_LABEL, -1));
  g_assert_null (test_find (hidden, SCOPE_ROLE_KEPT_TRAIL, -1));
  g_assert_null (test_find (hidden, SCOPE_ROLE_RATE, 2));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/figure-descent/update", test_update);
  g_test_add_func ("/figure-descent/lines", test_lines);
  g_test_add_func ("/figure-descent/numbers", test_numbers);
  g_test_add_func ("/figure-descent/no-minimum", test_no_minimum);
  g_test_add_func ("/figure-descent/trail", test_trail);
  g_test_add_func ("/figure-descent/verdicts", test_verdicts);
  g_test_add_func ("/figure-descent/ruler", test_ruler);
  g_test_add_func ("/figure-descent/far", test_far);
  g_test_add_func ("/figure-descent/hidden", test_hidden);
  g_test_add_func ("/figure-descent/many", test_many);
  g_test_add_func ("/figure-descent/on-curve", test_on_curve);
  g_test_add_func ("/figure-descent/many-verdicts", test_many_verdicts);
  g_test_add_func ("/figure-descent/many-words", test_many_words);
  g_test_add_func ("/figure-descent/kept", test_kept);
  status = g_test_run ();
  scope_fonts_free (fonts);
  return status;
}
