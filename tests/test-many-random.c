/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Random sums and descents on them in every theme and text size: values are placed, and nothing lies
 * on anything. */

#include "many.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "figure.h"
#include "iris.h"
#include "labels.h"
#include "scenes.h"
#include "roles.h"
#include "shown.h"

static ScopeFonts *fonts;

#define MOST_STEPS 12

/* A descent from the figure's b₃, and another one that was kept. */
static void
walk (GRand *random, ScopeFigure *figure, double *places, ScopeTrail *trail)
{
  double rate = pow (10, g_rand_double_range (random, -1, 1.3));
  double b = figure->parameters.b;
  size_t n = (size_t) g_rand_int_range (random, 1, MOST_STEPS);

  rate /= figure->many->mean ? 1 : (double) figure->many->n;
  for (size_t i = 0; i <= n; i++)
    {
      ScopeBatchOutcome outcome;

      places[i] = figure->parameters.b;
      scope_shown_evaluate (figure, &outcome);
      figure->parameters.b -= i < n ? rate * outcome.dl_db : 0;
    }
  *trail = (ScopeTrail) { places, n + 1, n, rate };
  if (trail == &figure->kept_trail)
    figure->parameters.b = b;
  figure->rate = rate;
  figure->show |= SCOPE_SHOW_DESCENT;
}

static void
fill_rows (GRand *random, ScopeBatchRow *rows, guint n, gboolean one_class)
{
  double spread = g_rand_boolean (random) ? 4 : 12;

  for (guint i = 0; i < n; i++)
    {
      for (int k = 0; k < 3; k++)
        rows[i].a[k] = g_rand_double_range (random, -spread, spread);
      rows[i].observed = one_class ? 1 : (unsigned) g_rand_int_range (random, 0, 3);
    }
}

static void
fill_figure (GRand *random, ScopeFigure *figure)
{
  static const double sizes[][2]
    = { { 1920, 1080 }, { 1024, 700 }, { 1366, 768 }, { 900, 620 }, { 3840, 2160 }, { 620, 1000 } };
  static const char *const names[] = { "Versicolor from the north of the Gaspé peninsula, 1935",
                                       "قبل أن تتعلم الشبكة شيئًا عن هذه الزهرة الجميلة",
                                       "山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾山鸢尾", "W" };
  int size = g_rand_int_range (random, 0, G_N_ELEMENTS (sizes));
  int kind = g_rand_int_range (random, 0, 5);
  char *named;

  scope_figure_init (figure);
  figure->width_px = sizes[size][0];
  figure->height_px = sizes[size][1];
  named = figure->classes.name[g_rand_int_range (random, 0, 3)];
  g_strlcpy (named, names[g_rand_int_range (random, 0, 4)], sizeof figure->classes.name[0]);
  figure->parameters.b = g_rand_double_range (random, -12, 12);
  for (int k = 0; k < 3; k++)
    figure->parameters.w[k] = kind == 3 ? 1 : kind == 4 ? g_rand_double_range (random, -3, 3) : k == kind;
  if (g_rand_int_range (random, 0, 3) == 0)
    figure->show |= SCOPE_SHOW_PROBABILITIES | SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES;
  if (g_rand_int_range (random, 0, 3) == 0)
    figure->show |= SCOPE_SHOW_HOOD | SCOPE_SHOW_CASES | SCOPE_SHOW_ESTIMATE;
  if (g_rand_int_range (random, 0, 3) == 0)
    figure->show &= ~(unsigned) (SCOPE_SHOW_LINKS | SCOPE_SHOW_DIAGRAM);
  if (g_rand_int_range (random, 0, 4) == 0)
    figure->hide = (unsigned) g_rand_int_range (random, 0, 64);
  figure->decimal = g_rand_boolean (random) ? ',' : '.';
  figure->settled = g_rand_boolean (random);
}

typedef struct
{
  guint n, n_values;      /* scenes, and those with both values */
  guint n_open, n_slopes; /* those that hide nothing, and of these those with a slope */
} Counts;

static void
check_state (const ScopeFigure *figure, Counts *counts)
{
  g_autoptr (ScopeScene) scene = test_build (fonts, figure);

  test_check_inside (scene);
  test_check_labels (scene);
  counts->n++;
  counts->n_open += figure->hide == 0;
  counts->n_slopes += figure->hide == 0 && scope_scene_find_item (scene, &scope_role_slope_label, -1) != NULL;
  counts->n_values += scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_LOSS) != NULL
                      && scope_scene_find_item (scene, &scope_role_point_label, SCOPE_PANEL_GRADIENT) != NULL;
}

static void
test_random (void)
{
  static const guint counts[] = { 1, 2, 3, 7, 12, 13, 39, 40, 150 };
  Counts all = { 0 };

  for (guint i = 0; i < 360; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (i);
      double places[MOST_STEPS + 1], kept[MOST_STEPS + 1];
      ScopeBatchRow rows[150];
      ScopeMany many = { rows, counts[i % G_N_ELEMENTS (counts)], 0, g_rand_boolean (random) };
      ScopeFigure figure;

      fill_rows (random, rows, (guint) many.n, i % 5 == 0);
      if (many.n == 150 && i % 2)
        test_load_iris (rows);
      many.selected = (size_t) g_rand_int_range (random, 0, (int) many.n);
      fill_figure (random, &figure);
      figure.many = &many;
      if (i % 4 == 0)
        walk (random, &figure, kept, &figure.kept_trail);
      if (i % 4 == 0 || i % 4 == 1)
        walk (random, &figure, places, &figure.trail);
      test_take_many (&figure, &many);
      for (int scale = 1; scale <= 2; scale++)
        {
          figure.theme = (ScopeTheme) (i % SCOPE_N_THEMES);
          figure.text_scale = scale;
          check_state (&figure, &all);
        }
    }
  g_test_message ("%u scenes: values in %u; %u of them open: slope in %u", all.n, all.n_values, all.n_open,
                  all.n_slopes);
  g_assert_cmpuint (all.n_values * 100, >=, all.n * 99);
  g_assert_cmpuint (all.n_slopes * 100, >=, all.n_open * 99);
}

int
main (int argc, char **argv)
{
  setlocale (LC_CTYPE, "");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/many-random/labels", test_random);
  return test_run (fonts);
}
