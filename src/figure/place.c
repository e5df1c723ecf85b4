/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <math.h>

/* Labels that find their own place in a panel, beside what they name. */

#define LEAST_VALUE_SIZE 0.6
#define LEADER_FROM 2.6 /* em: labels further away get a leader */

static void
draw_leader (ScopeDrawing *drawing, const ScopeRect *box, const ScopePoint *at)
{
  double x = CLAMP (at->x, box->x, box->x + box->width);
  double y = CLAMP (at->y, box->y, box->y + box->height);
  double distance = hypot (x - at->x, y - at->y);
  double clear = SCOPE_POINT_RADIUS * 1.5 * drawing->unit;

  if (distance < LEADER_FROM * drawing->em
      || scope_labels_crosses (&drawing->labels, &(ScopePoint) { x, y }, at, box))
    return;
  scope_draw_segment (drawing, SCOPE_ROLE_LEADER, 0, SCOPE_INK_AXIS,
                      0.9 * drawing->unit, SCOPE_DASH_SOLID, -1, x, y,
                      at->x + (x - at->x) * clear / distance,
                      at->y + (y - at->y) * clear / distance);
}

gboolean
scope_place_label (ScopeDrawing *drawing, ScopeRole role, const ScopePanelArea *panel, ScopeInk ink,
                   ScopeLine *line, const ScopePoint *at, double distance, ScopeSide side,
                   gboolean near_only)
{
  double pad = 0.2 * drawing->em;
  const ScopeRect frame = { panel->rect.x + pad, panel->rect.y + pad, panel->rect.width - 2 * pad,
                            panel->rect.height - 2 * pad };
  ScopeRect box = { 0 };
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  box.width = scope_drawing_slot_width (drawing, line);
  box.height = size.ascent_px + size.descent_px;
  if (!scope_labels_place (&drawing->labels, &frame, at, distance, side, near_only, &box))
    {
      scope_line_unref (line);
      return FALSE;
    }
  draw_leader (drawing, &box, at);
  scope_draw_line (drawing, role, (int) panel->kind, ink, line, box.x, box.y + size.ascent_px);
  return TRUE;
}

void
scope_place_value (ScopeDrawing *drawing, ScopeRole role, const ScopePanelArea *panel, ScopeInk ink,
                   const char *format, ScopePlace hidden_with, double value, double size,
                   const ScopePoint *at, double distance, ScopeSide side)
{
  g_autofree char *number = scope_drawing_number_at (drawing, hidden_with, value);
  g_autoptr (GString) markup = g_string_new (format);

  g_string_replace (markup, "%s", number, 1);
  for (double em = drawing->em * size; em > LEAST_VALUE_SIZE * drawing->em; em *= 0.8)
    if (scope_place_label (drawing, role, panel, ink,
                           scope_line_new_markup (drawing->fonts, em, SCOPE_FACE_TEXT, markup->str),
                           at, distance, side, FALSE))
      return;
}
