/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paint.h"

#include <math.h>

int
scope_dash_pattern (ScopeDash dash, double width_px, double dashes[4])
{
  switch (dash)
    {
    case SCOPE_DASH_DASHED:
      dashes[0] = 4.5 * width_px;
      dashes[1] = 3 * width_px;
      return 2;
    case SCOPE_DASH_DOTTED:
      /* Square dots: round ones take a screen several times as long. */
      dashes[0] = 1.1 * width_px;
      dashes[1] = 1.7 * width_px;
      return 2;
    case SCOPE_DASH_FINE:
      dashes[0] = 2 * width_px;
      dashes[1] = 3 * width_px;
      return 2;
    case SCOPE_DASH_LONG:
      dashes[0] = 9 * width_px;
      dashes[1] = 3.5 * width_px;
      return 2;
    case SCOPE_DASH_SOLID:
    default:
      return 0;
    }
}

static void
set_ink (cairo_t *cr, const ScopePalette *palette, ScopeInk ink, double opacity)
{
  const ScopeColour *colour = &palette->ink[ink];

  if (opacity < 1)
    cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, opacity);
  else
    cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
rounded_rectangle (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = fmin (radius, fmin (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
add_path (cairo_t *cr, const ScopeItem *item)
{
  const ScopePoint *points = item->points;

  switch (item->shape)
    {
    case SCOPE_SHAPE_POLYLINE:
    case SCOPE_SHAPE_POLYGON:
      for (size_t i = 0; i < item->n_points; i++)
        cairo_line_to (cr, points[i].x, points[i].y);
      if (item->shape == SCOPE_SHAPE_POLYGON)
        cairo_close_path (cr);
      break;
    case SCOPE_SHAPE_RECT:
      if (item->radius_px > 0)
        rounded_rectangle (cr, points[0].x, points[0].y, points[1].x - points[0].x, points[1].y - points[0].y,
                           item->radius_px);
      else
        cairo_rectangle (cr, points[0].x, points[0].y, points[1].x - points[0].x, points[1].y - points[0].y);
      break;
    case SCOPE_SHAPE_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, points[0].x, points[0].y, item->radius_px, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case SCOPE_SHAPE_LINE:
    default:
      break;
    }
}

static void
stroke (cairo_t *cr, const ScopePalette *palette, const ScopeItem *item)
{
  double dashes[4];
  int n = scope_dash_pattern (item->dash, item->width_px, dashes);

  cairo_set_line_width (cr, item->width_px);
  cairo_set_dash (cr, dashes, n, 0);
  set_ink (cr, palette, item->stroke, item->opacity);
  cairo_stroke (cr);
}

static void
paint_item (cairo_t *cr, const ScopePalette *palette, const ScopeItem *item)
{
  if (item->shape == SCOPE_SHAPE_LINE)
    {
      set_ink (cr, palette, item->fill, item->opacity);
      scope_line_show (item->line, cr, item->points[0].x, item->points[0].y);
      cairo_new_path (cr);
      return;
    }

  add_path (cr, item);
  if (item->fill != SCOPE_INK_NONE)
    {
      set_ink (cr, palette, item->fill, item->opacity);
      if (item->stroke != SCOPE_INK_NONE)
        cairo_fill_preserve (cr);
      else
        cairo_fill (cr);
    }
  if (item->stroke != SCOPE_INK_NONE)
    stroke (cr, palette, item);
  cairo_new_path (cr);
}

/* Saves and restores instead of resetting the clip, which belongs to the caller. */
static void
change_clip (const ScopeScene *scene, cairo_t *cr, int from, int to)
{
  const ScopeRect *rect = scope_scene_get_clip (scene, to);

  if (from >= 0)
    cairo_restore (cr);
  if (rect == NULL)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
}

typedef gboolean (*Wanted) (const ScopeItem *item);

static void
paint_wanted (const ScopeScene *scene, cairo_t *cr, Wanted wanted)
{
  const ScopePalette *palette = scope_theme_palette (scope_scene_get_theme (scene));
  int clip = -1;

  cairo_save (cr);
  /* Samples crowd where a curve bends, so that no join is sharp enough to be seen. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (!wanted (item))
        continue;
      if (item->clip != clip)
        {
          change_clip (scene, cr, clip, item->clip);
          clip = item->clip;
        }
      paint_item (cr, palette, item);
    }
  change_clip (scene, cr, clip, -1);
  cairo_restore (cr);
}

static gboolean
is_any (const ScopeItem *item)
{
  return TRUE;
}

static gboolean
is_no_ground (const ScopeItem *item)
{
  return (item->traits & SCOPE_TRAIT_GROUND) == 0;
}

static gboolean
is_still (const ScopeItem *item)
{
  return (item->traits & SCOPE_TRAIT_STILL) != 0;
}

static gboolean
is_moving (const ScopeItem *item)
{
  return (item->traits & SCOPE_TRAIT_STILL) == 0;
}

void
scope_scene_paint (const ScopeScene *scene, cairo_t *cr, gboolean transparent)
{
  paint_wanted (scene, cr, transparent ? is_no_ground : is_any);
}

void
scope_scene_paint_some (const ScopeScene *scene, cairo_t *cr, ScopePaintHalf half)
{
  paint_wanted (scene, cr, half == SCOPE_PAINT_STILL ? is_still : is_moving);
}
