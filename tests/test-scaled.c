/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture of twice the size is the same picture twice as large: its lines are twice as wide, its text twice
 * as tall, whether it is projected or printed. */

#include "figure.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "iris.h"
#include "readout.h"
#include "scenes.h"
#include "walks.h"

#define N_PLACES 4
/* Lines of a grid lie on pixels. */
#define NEAR_PX 1.5

static ScopeFonts *fonts;

typedef struct
{
  ScopeBatchRow iris[TEST_N_IRIS];
  ScopeMany many;
  double places[2][N_PLACES];
  ScopeGhost ghost;
  ScopeStage stage;
} Kept;

/* --- Figures with each part in sight somewhere. */

static void
of_one (ScopeFigure *figure, Kept *kept)
{
  figure->show |= SCOPE_SHOW_PROBABILITIES;
}

static void
compared (ScopeFigure *figure, Kept *kept)
{
  kept->ghost = (ScopeGhost){ figure->parameters, "kept" };
  kept->ghost.parameters.a[0] = 3;
  figure->ghosts = &kept->ghost;
  figure->n_ghosts = 1;
  figure->show |= SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES;
}

static void
asked (ScopeFigure *figure, Kept *kept)
{
  figure->show |= SCOPE_SHOW_ESTIMATE | SCOPE_SHOW_ANSWERS;
  figure->show &= ~(unsigned) SCOPE_SHOW_LINKS;
}

static void
shifted (ScopeFigure *figure, Kept *kept)
{
  figure->parameters.shift = 2;
  figure->show |= SCOPE_SHOW_SHIFT | SCOPE_SHOW_CASES;
}

static void
under_the_hood (ScopeFigure *figure, Kept *kept)
{
  figure->show |= SCOPE_SHOW_HOOD;
  figure->show &= ~(unsigned) (SCOPE_SHOW_LINKS | SCOPE_SHOW_FORMULA);
}

static void
walking (ScopeFigure *figure, Kept *kept)
{
  figure->show |= SCOPE_SHOW_DESCENT;
  figure->rate = 2;
  test_walk (figure, kept->places[0], N_PLACES - 1);
}

static void
of_three (ScopeFigure *figure, Kept *kept)
{
  kept->many = (ScopeMany){ test_flower_rows, 3, 0, FALSE };
  test_take_many (figure, &kept->many);
}

static void
walking_of_three (ScopeFigure *figure, Kept *kept)
{
  of_three (figure, kept);
  walking (figure, kept);
}

static void
of_very_many (ScopeFigure *figure, Kept *kept)
{
  test_load_iris (kept->iris);
  kept->many = (ScopeMany){ kept->iris, TEST_N_IRIS, 0, TRUE };
  test_take_many (figure, &kept->many);
}

static void
presented (ScopeFigure *figure, Kept *kept)
{
  kept->stage = (ScopeStage){ .title = "A title", .sentences = { { "A sentence about *b*_3.", 0 } },
                               .step = 2, .n_steps = 20, .links = 7 };
  figure->stage = &kept->stage;
  figure->digits = 3;
}

static void
presented_walk (ScopeFigure *figure, Kept *kept)
{
  presented (figure, kept);
  walking (figure, kept);
}

static const struct
{
  const char *name;
  void (*fill) (ScopeFigure *figure, Kept *kept);
} figures[] = {
  { "one", of_one },
  { "compared", compared },
  { "asked", asked },
  { "shifted", shifted },
  { "hood", under_the_hood },
  { "walking", walking },
  { "three", of_three },
  { "walking-of-three", walking_of_three },
  { "very-many", of_very_many },
  { "presented", presented },
  { "presented-walk", presented_walk },
};

/* --- Twice as large */

static double
text_size (const ScopeItem *item)
{
  double largest = 0;

  for (size_t r = 0; item->line != NULL && r < scope_line_get_n_runs (item->line); r++)
    {
      ScopePlacedRun run;

      scope_line_get_run (item->line, r, &run);
      largest = fmax (largest, run.size_px);
    }
  return largest;
}

static void
check_item (const char *name, const ScopeItem *one, const ScopeItem *twice)
{
  ScopePoint at = one->points[0], there = twice->points[0];
  gboolean same = fabs (there.x - 2 * at.x) <= NEAR_PX && fabs (there.y - 2 * at.y) <= NEAR_PX
                  && fabs (twice->width_px - 2 * one->width_px) < 1e-6
                  && fabs (twice->radius_px - 2 * one->radius_px) < 1e-6
                  && fabs (text_size (twice) - 2 * text_size (one)) < 1e-6;

  if (same && one->role == twice->role && one->shape == twice->shape)
    return;
  g_error ("%s: role %u at %g, %g (“%s”): width %g, radius %g, text %g; at %g, %g: %g, %g, %g", name, one->role,
           at.x, at.y, one->line != NULL ? scope_line_get_text (one->line) : "", one->width_px,
           one->radius_px, text_size (one), there.x, there.y, twice->width_px, twice->radius_px,
           text_size (twice));
}

static void
check_scenes (const char *name, const ScopeScene *one, const ScopeScene *twice)
{
  g_assert_cmpuint (scope_scene_get_n_items (one), ==, scope_scene_get_n_items (twice));
  for (size_t i = 0; i < scope_scene_get_n_items (one); i++)
    check_item (name, scope_scene_get_item (one, i), scope_scene_get_item (twice, i));
}

static void
test_widths (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      Kept kept = { 0 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) one = NULL, twice = NULL;

      scope_figure_init (&figure);
      figure.theme = (ScopeTheme) theme;
      figures[i].fill (&figure, &kept);
      one = test_build (fonts, &figure);
      figure.width_px *= 2;
      figure.height_px *= 2;
      twice = test_build (fonts, &figure);
      check_scenes (figures[i].name, one, twice);
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
  g_assert_cmpfloat (text_size (scope_scene_get_item (over_twice, 4)), >, 30);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *path = g_strconcat ("/scaled/", figures[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_widths);
    }
  g_test_add_func ("/scaled/crosshair", test_crosshair);
  return test_run (fonts);
}
