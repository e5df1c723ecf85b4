/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "downhill.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "markup.h"

/* The arrow on the gradient's axis: which way and how far a step of gradient descent goes. */

#define ARROW_WIDTH 3.0
#define ARROW_HEAD 10.0

/* Where the arrow ends: η·|gradient| downhill, no further than the frame. */
static double
arrow_end (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  const ScopeRect *rect = &panel->rect;
  double b = marks->subject->figure->parameters.b;
  double step = marks->subject->figure->rate * marks->subject->sum.dl_db;
  double x = scope_scale_to_px (&panel->x, b - step);

  return CLAMP (x, rect->x, rect->x + rect->width);
}

static gboolean
has_arrow (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  return fabs (arrow_end (marks, panel) - marks->at[panel->kind].x) >= 3 * marks->canvas->unit;
}

static void
draw_arrow (const ScopeMarks *marks, double from, double to, double y)
{
  double unit = marks->canvas->unit, way = to > from ? 1 : -1;
  double head = fmin (ARROW_HEAD * unit, fabs (to - from)), half = 0.5 * head;
  const ScopePoint tip[3] = { { to, y }, { to - way * head, y - half }, { to - way * head, y + half } };

  scope_canvas_draw_segment (marks->canvas, &scope_role_downhill, 0, SCOPE_INK_GRADIENT, ARROW_WIDTH * unit,
                             SCOPE_DASH_SOLID, -1, from, y, to - way * head * 0.8, y);
  scope_canvas_draw_polygon (marks->canvas, &scope_role_downhill, 1, SCOPE_INK_GRADIENT, tip, 3);
}

void
scope_downhill_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  const ScopeRect *rect = &panel->rect;
  double half = ARROW_HEAD / 2 * marks->canvas->unit, y = rect->y + rect->height;
  double from = marks->at[panel->kind].x, to = arrow_end (marks, panel);

  if (!has_arrow (marks, panel))
    return;
  scope_labels_add_rect (&marks->canvas->labels,
                         &(ScopeRect) { fmin (from, to), y - half, fabs (to - from), half });
  draw_arrow (marks, from, to, y);
}

/* Beside the tip, on the axis like it, or not at all: elsewhere it would be about a curve. */
void
scope_downhill_label (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopeRect *rect = &panel->rect;
  gboolean right = subject->sum.dl_db < 0;
  const char *markup = right ? _ ("negative gradient: raise *b*_3") : _ ("positive gradient: lower *b*_3");
  double pad = 0.2 * canvas->em, away = 8 * canvas->unit;
  ScopeLineSize size;
  ScopeRect box;
  ScopeLine *line;

  if (!has_arrow (marks, panel) || rect->width < 34 * canvas->em)
    return;
  line = scope_markup_new_line (canvas->fonts, canvas->em * 0.95, SCOPE_FACE_TEXT, markup);
  scope_line_get_size (line, &size);
  box.width = size.width_px;
  box.height = size.ascent_px + size.descent_px;
  box.x = right ? arrow_end (marks, panel) + away : arrow_end (marks, panel) - away - box.width;
  box.y = rect->y + rect->height - pad - box.height;
  if (box.x < rect->x + pad || box.x + box.width > rect->x + rect->width - pad
      || !scope_labels_is_free (&canvas->labels, &box))
    {
      scope_line_unref (line);
      return;
    }
  scope_labels_add_rect (&canvas->labels, &box);
  scope_canvas_draw_line (canvas, &scope_role_downhill_label, (int) panel->kind, SCOPE_INK_GRADIENT, line,
                          box.x, box.y + size.ascent_px);
}
