/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "canvas.h"

#include <math.h>

#include "number.h"

/* Type that can be read, and the part of an em that it is at most: a picture of a few hundred pixels has none. */
#define LEAST_TYPE_PX 9.0
#define MOST_OF_TYPE 0.9
/* 8 pt, and the part of an em up to which larger text is insisted on. */
#define LEGIBLE_PX (8 * 96.0 / 72)
#define MOST_INSISTED 0.85
/* Before a hall the em follows from how far away one sits. */
#define HALL_TYPE 0.8

void
scope_canvas_add (ScopeCanvas *canvas, const ScopeItem *item)
{
  ScopeItem copy = *item;

  copy.part = canvas->part;
  if (copy.opacity <= 0)
    copy.opacity = 1;
  scope_scene_add (canvas->scene, &copy);
}

void
scope_canvas_draw_rect (ScopeCanvas *canvas, const ScopeRole *role, int index, const ScopeRect *rect,
                        ScopeInk fill, ScopeInk stroke, double width_px, double radius_px)
{
  const ScopePoint corners[2] = { { rect->x, rect->y }, { rect->x + rect->width, rect->y + rect->height } };

  scope_canvas_add (canvas, &(ScopeItem) { .role = role,
                                           .index = index,
                                           .shape = SCOPE_SHAPE_RECT,
                                           .stroke = stroke,
                                           .fill = fill,
                                           .width_px = width_px,
                                           .clip = -1,
                                           .radius_px = radius_px,
                                           .points = corners,
                                           .n_points = 2 });
}

void
scope_canvas_draw_polyline (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                            double width_px, ScopeDash dash, int clip, const ScopePoint *points, size_t n)
{
  scope_canvas_add (canvas, &(ScopeItem) { .role = role,
                                           .index = index,
                                           .shape = SCOPE_SHAPE_POLYLINE,
                                           .stroke = ink,
                                           .width_px = width_px,
                                           .dash = dash,
                                           .clip = clip,
                                           .points = points,
                                           .n_points = n });
}

void
scope_canvas_draw_segment (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                           double width_px, ScopeDash dash, int clip, double x1, double y1, double x2,
                           double y2)
{
  const ScopePoint ends[2] = { { x1, y1 }, { x2, y2 } };

  scope_canvas_draw_polyline (canvas, role, index, ink, width_px, dash, clip, ends, 2);
}

void
scope_canvas_draw_circle (ScopeCanvas *canvas, const ScopeRole *role, int index, double x, double y,
                          double radius_px, ScopeInk fill, ScopeInk stroke, double width_px)
{
  const ScopePoint centre = { x, y };

  scope_canvas_add (canvas, &(ScopeItem) { .role = role,
                                           .index = index,
                                           .shape = SCOPE_SHAPE_CIRCLE,
                                           .stroke = stroke,
                                           .fill = fill,
                                           .width_px = width_px,
                                           .clip = -1,
                                           .radius_px = radius_px,
                                           .points = &centre,
                                           .n_points = 1 });
}

void
scope_canvas_draw_polygon (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk fill,
                           const ScopePoint *points, size_t n)
{
  scope_canvas_add (canvas, &(ScopeItem) { .role = role,
                                           .index = index,
                                           .shape = SCOPE_SHAPE_POLYGON,
                                           .fill = fill,
                                           .clip = -1,
                                           .points = points,
                                           .n_points = n });
}

void
scope_canvas_draw_line (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink, ScopeLine *line,
                        double x, double baseline)
{
  const ScopePoint start = { x, baseline };

  scope_canvas_add (canvas, &(ScopeItem) { .role = role,
                                           .index = index,
                                           .shape = SCOPE_SHAPE_LINE,
                                           .fill = ink,
                                           .clip = -1,
                                           .points = &start,
                                           .n_points = 1,
                                           .line = line });
}

void
scope_canvas_draw_line_centred (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeInk ink,
                                ScopeLine *line, double x, double baseline)
{
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_canvas_draw_line (canvas, role, index, ink, line, x - size.width_px / 2, baseline);
}

void
scope_canvas_draw_mark (ScopeCanvas *canvas, unsigned k, ScopeInk ink, double x, double y, double size_px)
{
  double half = size_px / 2;
  const ScopePoint triangle[3]
    = { { x, y - half }, { x + half * 1.08, y + half * 0.8 }, { x - half * 1.08, y + half * 0.8 } };

  if (k == 0)
    scope_canvas_draw_circle (canvas, &scope_role_mark, (int) k, x, y, half * 0.95, ink, SCOPE_INK_NONE, 0);
  else if (k == 1)
    scope_canvas_draw_polygon (canvas, &scope_role_mark, (int) k, ink, triangle, 3);
  else
    scope_canvas_draw_rect (canvas, &scope_role_mark, (int) k,
                            &(ScopeRect) { x - half * 0.85, y - half * 0.85, half * 1.7, half * 1.7 }, ink,
                            SCOPE_INK_NONE, 0, 0);
}

double
scope_canvas_least_px (const ScopeCanvas *canvas)
{
  double asked = canvas->text_scale - 1;

  if (canvas->in_hall)
    return HALL_TYPE * canvas->em;
  return fmax (fmin (LEAST_TYPE_PX, MOST_OF_TYPE * canvas->em),
               asked * fmin (LEGIBLE_PX, MOST_INSISTED * canvas->em));
}

double
scope_canvas_least (const ScopeCanvas *canvas, double usual)
{
  return fmax (usual, scope_canvas_least_px (canvas) / canvas->em);
}

char *
scope_canvas_tick (const ScopeCanvas *canvas, const ScopeTicks *ticks, size_t index)
{
  double value = scope_scale_tick_value (ticks, index);
  double largest = fmax (fabs (ticks->first), fabs (scope_scale_tick_value (ticks, ticks->count - 1)));
  double digits = 1 + ceil (log10 (fmax (largest, ticks->step) / ticks->step));

  if (largest < 1e5 && ticks->decimals <= 4)
    return scope_number_format_fixed (value, ticks->decimals, canvas->decimal);
  return scope_number_format (value, (unsigned) CLAMP (digits, 1, SCOPE_MOST_DIGITS), canvas->decimal);
}

void
scope_canvas_ticks (double lo, double hi, size_t most, ScopeTicks *ticks)
{
  size_t last = most + 4;

  /* One digit alone tells no scale. */
  do
    scope_scale_ticks (lo, hi, most, ticks);
  while (ticks->count < 2 && most++ < last);
}

double
scope_canvas_slot_width (const ScopeCanvas *canvas, const ScopeLine *line)
{
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  /* Digits and signs come and go while dragging: steps of an em keep the slot. */
  return canvas->settled ? size.width_px : ceil (size.width_px / canvas->em) * canvas->em;
}

double
scope_canvas_text_width (const ScopeCanvas *canvas, double size_px, ScopeFace face, const char *text)
{
  g_autoptr (ScopeLine) line = scope_line_new_text (canvas->fonts, size_px, face, text);
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  return size.width_px;
}

void
scope_canvas_draw_sentence (ScopeCanvas *canvas, const ScopeRole *role, int index, ScopeLine *line,
                            double left, double width, double baseline)
{
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_canvas_draw_line (canvas, role, index, SCOPE_INK_TEXT, line,
                          scope_line_reads_left (line) ? left + width - size.width_px : left, baseline);
}
