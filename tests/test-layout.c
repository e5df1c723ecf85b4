/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever the state and the size, every label is whole, inside, and upon nothing else. */

#include "figure.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "common.h"
#include "labels.h"
#include "panel-kinds.h"
#include "scenes.h"
#include "wiring.h"
#include "roles.h"

static ScopeFonts *fonts;

/* --- 2,000 random states in every theme and text size */

typedef struct
{
  guint states, values, slopes, ends;
} Present;

/* Up to six kept curves; some lie on others. */
static void
fill_ghosts (GRand *random, ScopeFigure *figure, ScopeGhost ghosts[SCOPE_MOST_GHOSTS])
{
  static const char *const names[SCOPE_MOST_GHOSTS]
    = { "before",
        "Setosa, z 1.04, 0.0032, 0.135",
        "قبل أن تتعلم الشبكة شيئًا عن هذه الزهرة الجميلة من البستان ٣",
        "山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢"
        "尾山鸢尾山鸢尾山鸢尾",
        "A name of sixty characters, which is as long as a name gets.",
        "W" };

  figure->n_ghosts = (unsigned) g_rand_int_range (random, 0, SCOPE_MOST_GHOSTS + 1);
  figure->ghosts = ghosts;
  for (unsigned i = 0; i < figure->n_ghosts; i++)
    {
      ghosts[i] = (ScopeGhost) { .parameters = figure->parameters };
      g_strlcpy (ghosts[i].name, names[i], sizeof ghosts[i].name);
      ghosts[i].parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
      for (int k = 0; k < 3 && i % 3 != 2; k++)
        ghosts[i].parameters.a[k] += g_rand_double_range (random, -8, 8);
      if (i == 4)
        scope_wiring_weights (SCOPE_WIRING_CLASS_2, 0, ghosts[i].parameters.w);
    }
}

/* Walks that creep, overshoot and diverge, from the present b₃ on; b₃ is at any of their places. */
#define MOST_PLACES 30
static void
fill_trails (GRand *random, ScopeFigure *figure, double places[2][MOST_PLACES])
{
  ScopeTrail *trails[] = { &figure->trail, &figure->kept_trail };
  double b = figure->parameters.b;

  for (int t = 0; t < 2; t++)
    {
      ScopeParameters at = figure->parameters;
      size_t n = (size_t) g_rand_int_range (random, 1, MOST_PLACES + 1), i;

      at.b = b;
      figure->rate = pow (10, g_rand_double_range (random, -2, 3));
      for (i = 0; i < n && isfinite (at.b); i++)
        {
          ScopeOutcome outcome;

          places[t][i] = at.b;
          g_assert_cmpint (scope_outcome_evaluate (&at, &outcome), ==, SCOPE_STATUS_OK);
          at.b -= figure->rate * outcome.dl_db;
        }
      *trails[t]
        = (ScopeTrail) { places[t], i, (size_t) g_rand_int_range (random, 0, (int) i), figure->rate };
    }
  figure->parameters.b = figure->trail.b[figure->trail.at];
  figure->show |= SCOPE_SHOW_DESCENT;
}

static double random_places[2][MOST_PLACES];

static void
fill_random (GRand *random, ScopeFigure *figure, ScopeGhost ghosts[SCOPE_MOST_GHOSTS])
{
  static const double sizes[][2] = { { 1920, 1080 }, { 1000, 700 }, { 900, 620 }, { 1400, 760 },
                                     { 3840, 2160 }, { 640, 480 },  { 620, 1000 } };
  static const char *const long_name = "Versicolor from the north of the Gaspé peninsula, 1935";
  int kind = g_rand_int_range (random, 0, 6), size = g_rand_int_range (random, 0, 7);

  scope_figure_init (figure);
  figure->width_px = sizes[size][0];
  figure->height_px = sizes[size][1];
  figure->parameters.observed = (unsigned) g_rand_int_range (random, 0, 3);
  figure->parameters.b = g_rand_double_range (random, -10, 10);
  for (int k = 0; k < 3; k++)
    {
      figure->parameters.a[k] = g_rand_double_range (random, -10, 10);
      if (kind == 1)
        figure->parameters.w[k] = g_rand_double_range (random, -3, 3);
      else if (kind == 2)
        figure->parameters.w[k] = 1;
      else if (kind == 3)
        figure->parameters.a[k] = g_rand_double_range (random, -700, 700);
      else if (kind == 4)
        figure->parameters.a[k]
          = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -200, 1000));
    }
  if (kind == 5)
    g_strlcpy (figure->classes.name[1], long_name, sizeof figure->classes.name[1]);
  if (kind == 4)
    figure->parameters.b = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -50, 1000));
  if (g_rand_boolean (random))
    figure->show |= SCOPE_SHOW_PROBABILITIES;
  if (g_rand_boolean (random))
    figure->show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES;
  if (g_rand_boolean (random))
    figure->show |= SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS;
  if (g_rand_boolean (random))
    {
      figure->show |= SCOPE_SHOW_SHIFT;
      figure->parameters.shift
        = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -10, 21));
    }
  figure->show |= SCOPE_SHOW_HOOD;
  if (g_rand_int_range (random, 0, 4) == 0)
    figure->show &= ~(unsigned) SCOPE_SHOW_LINKS;
  figure->step_h = pow (10, g_rand_double_range (random, -12, 0));
  figure->hide = g_rand_int_range (random, 0, 4) == 0 ? (unsigned) g_rand_int_range (random, 0, 64) : 0;
  if (g_rand_boolean (random))
    {
      figure->show |= SCOPE_SHOW_ESTIMATE;
      figure->estimate = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -3, 12));
    }
  if (g_rand_boolean (random))
    fill_ghosts (random, figure, ghosts);
  figure->decimal = g_rand_boolean (random) ? ',' : '.';
  figure->settled = g_rand_boolean (random);
  if (g_rand_boolean (random))
    fill_trails (random, figure, random_places);
  scope_view_init (&figure->view, &figure->parameters, NULL);
  if (g_rand_boolean (random))
    scope_view_fit (&figure->view, &figure->parameters, NULL);
}

/* The tangent goes through the point with the gradient's slope. */
static void
check_tangent (const ScopeFigure *figure, const ScopeScene *scene)
{
  const ScopeItem *tangent = scope_scene_find_item (scene, &scope_role_tangent, SCOPE_PANEL_LOSS);
  const ScopeItem *point = scope_scene_find_item (scene, &scope_role_point, SCOPE_PANEL_LOSS);
  const ScopeItem *panel = scope_scene_find_item (scene, &scope_role_panel, SCOPE_PANEL_LOSS);
  const ScopeView *view = &figure->view;
  ScopeOutcome outcome;
  double run, rise, expected;

  g_assert_nonnull (point);
  /* While a slope is asked for, the real tangent would tell it. */
  if ((figure->show & SCOPE_SHOW_ESTIMATE)
      && (scope_hidden_places (figure->hide, &figure->parameters) & SCOPE_PLACE_GRADIENT))
    {
      g_assert_null (tangent);
      return;
    }
  g_assert_nonnull (tangent);
  run = tangent->points[1].x - tangent->points[0].x;
  rise = tangent->points[1].y - tangent->points[0].y;
  g_assert_cmpfloat_with_epsilon ((tangent->points[0].x + tangent->points[1].x) / 2, point->points[0].x,
                                  0.01);
  g_assert_cmpfloat_with_epsilon ((tangent->points[0].y + tangent->points[1].y) / 2, point->points[0].y,
                                  0.01);

  scope_outcome_evaluate (&figure->parameters, &outcome);
  expected = -outcome.dl_db * ((view->axis_hi - view->axis_lo) / (panel->points[1].x - panel->points[0].x))
             / ((view->loss_hi - view->loss_lo) / (panel->points[1].y - panel->points[0].y));
  expected = CLAMP (expected, -1e6, 1e6);
  g_assert_cmpfloat_with_epsilon (rise / run, expected, 1e-9 + 1e-6 * fabs (expected));
}

static void
count_present (const ScopeScene *scene, Present *present)
{
  present->states++;
  present->values += scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_LOSS) != NULL
                     && scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_GRADIENT) != NULL;
  /* Where a slope is predicted, the class's own stands in its place. */
  present->slopes += scope_scene_find_item (scene, &scope_role_slope_label, -1) != NULL
                     || (scope_scene_find_item (scene, &scope_role_tangent, SCOPE_PANEL_LOSS) == NULL
                         && scope_scene_find_item (scene, &scope_role_estimate_label, -1) != NULL);
  for (int i = 0; i < 9; i++)
    if (scope_scene_find_item (scene, &scope_role_curve, i) != NULL
        && scope_scene_find_item (scene, &scope_role_curve_label, i) == NULL)
      return;
  present->ends++;
}

static void
check_state (const ScopeFigure *figure, Present *present)
{
  g_autoptr (ScopeScene) scene = test_build (fonts, figure);

  test_check_inside (scene);
  check_tangent (figure, scene);
  test_check_labels (scene);
  count_present (scene, present);
}

static void
test_random (void)
{
  const char *from_outside = g_getenv ("SCOPE_STATES");
  guint n = from_outside != NULL ? (guint) g_ascii_strtoull (from_outside, NULL, 10) : 2000;
  Present present = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
      ScopeFigure figure;

      fill_random (random, &figure, ghosts);
      for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
        for (int scale = 1; scale <= 2; scale++)
          {
            figure.theme = (ScopeTheme) theme;
            figure.text_scale = scale;
            /* The layout does not know the theme: the colours are seen in two states of ten. */
            if (theme == 0 || i % 5 == 0)
              check_state (&figure, &present);
          }
    }
  g_test_message ("%u scenes: values in %u, slope in %u, ends in %u", present.states, present.values,
                  present.slopes, present.ends);
  g_assert_cmpuint (present.values * 100, >=, present.states * 99);
  g_assert_cmpuint (present.slopes * 100, >=, present.states * 99);
  g_assert_cmpuint (present.ends * 100, >=, present.states * 99);
}

/* Any size that the command line allows is drawn without harm. */
static void
test_any_size (void)
{
  static const double sizes[][2]
    = { { 1, 1 }, { 3, 2000 }, { 2000, 3 }, { 40, 30 }, { 200, 150 }, { 32767, 10 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      scope_figure_init (&figure);
      figure.width_px = sizes[i][0];
      figure.height_px = sizes[i][1];
      scene = test_build (fonts, &figure);
      g_assert_cmpuint (scope_scene_get_n_items (scene), >, 5);
    }
}

/* The panels that are shown have all of the height; a linked plot is none of them. */
static void
test_shares (void)
{
  for (guint n = 0; n < SCOPE_N_PANELS; n++)
    {
      double all = 0;

      for (guint panel = 0; panel < SCOPE_N_PANELS; panel++)
        {
          all += scope_panel_kinds[panel].share[n];
          g_assert_true ((scope_panel_kinds[panel].share[n] > 0) == (panel <= n));
        }
      g_assert_cmpfloat_with_epsilon (all, 1, 1e-15);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/layout/random", test_random);
  g_test_add_func ("/layout/any-size", test_any_size);
  g_test_add_func ("/layout/shares", test_shares);
  return test_run (fonts);
}
