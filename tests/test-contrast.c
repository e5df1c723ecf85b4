/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written and drawn in a picture is told from what it lies upon, whatever that is: as it is painted, item
 * over item, in each theme. */

#include "figure.h"

#include <locale.h>
#include <math.h>

#include "common.h"
#include "parts.h"
#include "readout.h"
#include "scenes.h"

#define LEAST_OF_TEXT 4.5
#define LEAST_OF_LINES 3.0

static ScopeFonts *fonts;

typedef struct
{
  const char *name;
  const ScopeScene *scene;
  const ScopeScene *below; /* NULL for a picture by itself */
  guint texts, lines;
} Picture;

static ScopeColour
lay_over (const ScopeColour *below, const ScopeColour *above, double opacity)
{
  return (ScopeColour) { below->red + (above->red - below->red) * opacity,
                         below->green + (above->green - below->green) * opacity,
                         below->blue + (above->blue - below->blue) * opacity };
}

/* By how often a line to the left crosses the edge. */
static gboolean
polygon_holds (const ScopeItem *item, const ScopePoint *at)
{
  gboolean inside = FALSE;

  for (size_t i = 0, k = item->n_points - 1; i < item->n_points; k = i++)
    {
      const ScopePoint *one = &item->points[i], *other = &item->points[k];

      if ((one->y > at->y) != (other->y > at->y)
          && at->x > one->x + (other->x - one->x) * (at->y - one->y) / (other->y - one->y))
        inside = !inside;
    }
  return inside;
}

static gboolean
covers (const ScopeScene *scene, const ScopeItem *item, const ScopePoint *at)
{
  ScopeRect bounds;

  scope_scene_get_bounds (scene, item, &bounds);
  return item->line == NULL && item->fill != SCOPE_INK_NONE && at->x > bounds.x
         && at->x < bounds.x + bounds.width && at->y > bounds.y && at->y < bounds.y + bounds.height
         && (item->shape != SCOPE_SHAPE_POLYGON || polygon_holds (item, at));
}

static ScopeColour
paint_below (const ScopeScene *scene, size_t n, ScopeColour ground, const ScopePoint *at)
{
  const ScopePalette *palette = scope_theme_palette (scope_scene_get_theme (scene));

  for (size_t i = 0; i < n; i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (covers (scene, item, at))
        ground = lay_over (&ground, &palette->ink[item->fill], item->opacity);
    }
  return ground;
}

static void
check (const Picture *picture, size_t i, ScopeInk ink, const ScopePoint *at, double least)
{
  const ScopeItem *item = scope_scene_get_item (picture->scene, i);
  const ScopePalette *palette = scope_theme_palette (scope_scene_get_theme (picture->scene));
  ScopeColour ground = palette->ink[SCOPE_INK_GROUND], colour;
  double contrast;

  if (picture->below != NULL)
    ground = paint_below (picture->below, scope_scene_get_n_items (picture->below), ground, at);
  ground = paint_below (picture->scene, i, ground, at);
  colour = lay_over (&ground, &palette->ink[ink], item->opacity);
  contrast = scope_theme_contrast (&colour, &ground);
  /* A line through a dot of its own colour is part of it. */
  if (contrast < least && (item->line != NULL || contrast > 1.01))
    g_error ("%s, %s: %s, ink %u at %g, %g (“%s”) has a contrast of %.2f", picture->name,
             scope_theme_name (scope_scene_get_theme (picture->scene)), item->role->name, ink, at->x, at->y,
             item->line != NULL ? scope_line_get_text (item->line) : "", contrast);
}

/* Where a stroke is seen: in the middle of a line, else just outside of what it goes around. */
static ScopePoint
place_of_stroke (const ScopeScene *scene, const ScopeItem *item)
{
  const ScopePoint *middle = &item->points[item->n_points / 2];
  ScopeRect bounds;

  if (item->shape == SCOPE_SHAPE_POLYLINE)
    return item->n_points == 2 ? (ScopePoint) { (item->points[0].x + item->points[1].x) / 2,
                                                (item->points[0].y + item->points[1].y) / 2 }
                               : *middle;
  scope_scene_get_bounds (scene, item, &bounds);
  return (ScopePoint) { bounds.x - 1, bounds.y + bounds.height / 2 };
}

static gboolean
is_ground (ScopeInk ink)
{
  return ink == SCOPE_INK_NONE || ink == SCOPE_INK_GROUND || ink == SCOPE_INK_PLOT_GROUND
         || ink == SCOPE_INK_BAND || ink == SCOPE_INK_BAND_INNER
         || (ink >= SCOPE_INK_CLASS_1 && ink <= SCOPE_INK_CLASS_3);
}

static void
check_picture (Picture *picture)
{
  for (size_t i = 0; i < scope_scene_get_n_items (picture->scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (picture->scene, i);
      ScopeRect bounds;
      ScopePoint at;

      scope_scene_get_bounds (picture->scene, item, &bounds);
      if (bounds.width <= 0 && bounds.height <= 0)
        continue;
      at = (ScopePoint) { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };
      if (item->line != NULL)
        {
          picture->texts++;
          check (picture, i, item->fill, &at, LEAST_OF_TEXT);
          continue;
        }
      if (!is_ground (item->fill))
        check (picture, i, item->fill, &at, LEAST_OF_LINES);
      /* A grid stays behind. */
      if (item->stroke == SCOPE_INK_NONE || item->stroke == SCOPE_INK_GRID)
        continue;
      picture->lines++;
      at = place_of_stroke (picture->scene, item);
      check (picture, i, item->stroke, &at, LEAST_OF_LINES);
    }
}

static void
test_part (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      TestKept kept = { 0 };
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;
      Picture picture = { .name = test_parts[i].name };

      scope_figure_init (&figure);
      figure.theme = (ScopeTheme) theme;
      test_parts[i].fill (&figure, &kept);
      scene = test_build (fonts, &figure);
      picture.scene = scene;
      check_picture (&picture);
      g_assert_cmpuint (picture.texts, >, 20);
      g_assert_cmpuint (picture.lines, >, 5);
    }
}

static void
test_crosshair (void)
{
  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL, crosshair = NULL;

      scope_figure_init (&figure);
      figure.theme = (ScopeTheme) theme;
      scene = test_build (fonts, &figure);
      crosshair
        = scope_readout_build (scene, fonts, &(ScopeRect) { 70, 700, 1000, 300 }, "*b*_3 = 1", 500, 800);
      check_picture (&(Picture) { .name = "crosshair", .scene = crosshair, .below = scene });
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  test_add_parts ("contrast", test_part);
  g_test_add_func ("/contrast/crosshair", test_crosshair);
  return test_run (fonts);
}
