/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paint.h"

#include <math.h>

static void
set_colour (cairo_t *cr, const ScopeColour *colour, double opacity)
{
  if (opacity < 1)
    cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, opacity);
  else
    cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

/* The path that there is now. */
static void
paint_path (cairo_t *cr, const ScopeItem *item, const ScopeLook *look)
{
  if (look->fill != NULL)
    {
      set_colour (cr, look->fill, item->opacity);
      cairo_fill_preserve (cr);
    }
  if (look->stroke != NULL)
    {
      cairo_set_line_width (cr, item->width_px);
      cairo_set_dash (cr, look->dashes, look->n_dashes, 0);
      set_colour (cr, look->stroke, item->opacity);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_points (gpointer cr, const ScopeItem *item, const ScopeLook *look)
{
  for (size_t i = 0; i < item->n_points; i++)
    cairo_line_to (cr, item->points[i].x, item->points[i].y);
  if (item->shape == SCOPE_SHAPE_POLYGON)
    cairo_close_path (cr);
  paint_path (cr, item, look);
}

static void
add_rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
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
paint_rect (gpointer cr, const ScopeItem *item, const ScopeLook *look)
{
  const ScopePoint *points = item->points;
  double width = points[1].x - points[0].x, height = points[1].y - points[0].y;

  if (item->radius_px > 0)
    add_rounded (cr, points[0].x, points[0].y, width, height, item->radius_px);
  else
    cairo_rectangle (cr, points[0].x, points[0].y, width, height);
  paint_path (cr, item, look);
}

static void
paint_circle (gpointer cr, const ScopeItem *item, const ScopeLook *look)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, item->points[0].x, item->points[0].y, item->radius_px, 0, 2 * G_PI);
  cairo_close_path (cr);
  paint_path (cr, item, look);
}

static void
paint_line (gpointer cr, const ScopeItem *item, const ScopeLook *look)
{
  if (look->fill == NULL)
    return;
  set_colour (cr, look->fill, item->opacity);
  scope_line_show (item->line, cr, item->points[0].x, item->points[0].y);
  cairo_new_path (cr);
}

/* Saves and restores instead of resetting the clip, which belongs to the caller. */
static void
begin_clip (gpointer cr, int clip, const ScopeRect *rect)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
}

static void
end_clip (gpointer cr)
{
  cairo_restore (cr);
}

void
scope_paint_scene (const ScopeScene *scene, cairo_t *cr, ScopeReplay what)
{
  static const ScopePainter painter = { begin_clip,
                                        end_clip,
                                        { [SCOPE_SHAPE_POLYLINE] = paint_points,
                                          [SCOPE_SHAPE_POLYGON] = paint_points,
                                          [SCOPE_SHAPE_RECT] = paint_rect,
                                          [SCOPE_SHAPE_CIRCLE] = paint_circle,
                                          [SCOPE_SHAPE_LINE] = paint_line } };

  cairo_save (cr);
  /* Samples crowd where a curve bends, so that no join is sharp enough to be seen. */
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  scope_replay_scene (scene, what, &painter, cr);
  cairo_restore (cr);
}
