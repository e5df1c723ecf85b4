/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood-write.h"

#include <math.h>

#include "canvas.h"
#include "hood-private.h"
#include "markup.h"

#define LEAST_SIZE 0.62

static ScopeLine *
new_line (const ScopeHood *hood, const char *markup, double size)
{
  return scope_markup_new_line (hood->canvas->fonts, size * hood->em, SCOPE_FACE_TEXT, markup);
}

double
scope_hood_least (const ScopeHood *hood, double usual)
{
  return fmax (usual, scope_canvas_least_px (hood->canvas) / hood->em);
}

double
scope_hood_measure (const ScopeHood *hood, const char *markup, double size)
{
  g_autoptr (ScopeLine) line = new_line (hood, markup, size);
  ScopeLineSize line_size;

  scope_line_get_size (line, &line_size);
  return line_size.width_px;
}

void
scope_hood_write (const ScopeHood *hood, unsigned quantity, ScopeInk ink, const char *markup,
                  ScopeAlign align, double size, double room, double x, double baseline)
{
  double width = scope_hood_measure (hood, markup, size);
  g_autoptr (ScopeLine) whole = NULL;
  ScopeLine *line;
  ScopeLineSize line_size;

  if (width > room)
    size = fmax (size * 0.99 * room / width, scope_hood_least (hood, LEAST_SIZE));
  whole = new_line (hood, markup, size);
  line = scope_line_ellipsize (whole, fmax (room, 0));
  scope_line_get_size (line, &line_size);
  scope_canvas_draw_line (hood->canvas, &scope_role_hood, (int) quantity, ink, line,
                          align == SCOPE_ALIGN_RIGHT ? x - line_size.width_px : x, baseline);
}
