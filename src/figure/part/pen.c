/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "pen.h"

#include <math.h>

#include "canvas.h"
#include "markup.h"

/* All in the size of the text. The axis of mathematics is the middle of a minus sign. */
#define AXIS_HEIGHT 0.27
#define BAR_WIDTH 0.055
#define BAR_OVERHANG 0.12
#define ABOVE 0.32
#define BELOW 0.98
#define STRIKE_RISE 0.42
#define STRIKE_WIDTH 0.07

double
scope_pen_fit (ScopePen *pen, ScopeWriteRow write_row, double room)
{
  ScopePen dry = *pen;
  double length;

  dry.x = 0;
  dry.dry = TRUE;
  write_row (&dry);
  length = dry.x;
  if (length > room)
    pen->size_px *= 0.99 * room / length;
  return length;
}

static ScopeLine *
new_line (const ScopePen *pen, const char *markup)
{
  return scope_markup_new_line (pen->canvas->fonts, pen->size_px, SCOPE_FACE_MATH, markup);
}

static void
draw_centred (const ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, ScopeLine *line, double x,
              double baseline)
{
  if (pen->dry)
    scope_line_unref (line);
  else
    scope_canvas_draw_line_centred (pen->canvas, role, index, ink, line, x, baseline);
}

void
scope_pen_text (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *markup)
{
  ScopeLine *line = new_line (pen, markup);
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  draw_centred (pen, role, index, ink, line, pen->x + size.width_px / 2,
                pen->axis + AXIS_HEIGHT * pen->size_px);
  pen->x += size.width_px;
}

void
scope_pen_fraction (ScopePen *pen, const ScopeRole *role, int index, ScopeInk ink, const char *above,
                    const char *below)
{
  ScopeLine *numerator = new_line (pen, above), *denominator = new_line (pen, below);
  double em = pen->size_px, width, middle;
  ScopeLineSize one, other;

  scope_line_get_size (numerator, &one);
  scope_line_get_size (denominator, &other);
  width = fmax (one.width_px, other.width_px) + 2 * BAR_OVERHANG * em;
  middle = pen->x + width / 2;
  draw_centred (pen, role, index, ink, numerator, middle, pen->axis - ABOVE * em);
  draw_centred (pen, role, index, ink, denominator, middle, pen->axis + BELOW * em);
  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, role, index, ink, BAR_WIDTH * em, SCOPE_DASH_SOLID, -1, pen->x,
                               pen->axis, pen->x + width, pen->axis);
  pen->x += width;
}

void
scope_pen_space (ScopePen *pen, double em)
{
  pen->x += em * pen->size_px;
}

void
scope_pen_strike (ScopePen *pen, double from_x)
{
  double rise = STRIKE_RISE * pen->size_px;

  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, &scope_role_strike, 0, SCOPE_INK_TEXT,
                               STRIKE_WIDTH * pen->size_px, SCOPE_DASH_SOLID, -1, from_x, pen->axis + rise,
                               pen->x, pen->axis - rise);
}

void
scope_pen_draw_row (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                    ScopeWriteRow write_row, double size, const ScopeRect *rect)
{
  ScopePen pen = { canvas, subject, plan, 0, rect->y + rect->height / 2, size * canvas->em, FALSE, 0 };

  scope_pen_fit (&pen, write_row, rect->width);
  pen.x = rect->x;
  write_row (&pen);
}
