/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-next.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "descent-look.h"
#include "descent-places.h"
#include "markup.h"

/* What the next step of a descent promises and gives. */

/* In units. */
#define BRACKET_WIDTH 2.2
#define SERIF 4.0
#define BRACKETS_APART 5.0
#define LEAST_DROP 5.0
#define HEAD 9.0

/* In em. */
#define DROP_SIZE 0.95
#define DROP_ROW 1.4
/* So often words try for a place, in such steps. */
#define TRIES 9
#define TRY_STEP 0.2

typedef struct
{
  ScopePoint from;        /* the loss's point */
  double x;               /* of the next b₃ */
  double promised, given; /* where the tangent and the curve lead, y */
} Next;

/* Where words stand: which part of them is left of a point, and over it. */
typedef struct
{
  ScopePoint at;
  double left, over;
} Spot;

static gboolean
find_next (const ScopeSubject *subject, const ScopePanelArea *panel, Next *next)
{
  const ScopeDescentLook *look = subject->descent;
  double loss = look->walk.last.loss;

  if (!look->has_next)
    return FALSE;
  next->from = scope_descent_point (subject, panel, look->walk.last.b);
  next->x = scope_scale_to_px (&panel->x, look->next);
  next->promised = scope_area_place (panel, look->next, loss - look->walk.last.promise).y;
  next->given = scope_descent_point (subject, panel, look->next).y;
  return scope_rect_holds (&panel->rect, &next->from);
}

static gboolean
is_inside (const ScopePanelArea *panel, const Next *next)
{
  double margin = 0.01 * panel->rect.width;

  return next->x >= panel->rect.x + margin && next->x <= panel->rect.x + panel->rect.width - margin;
}

/* From one height to the other, with a serif at each end. */
static void
draw_bracket (ScopeCanvas *canvas, const ScopePanelArea *panel, int index, double x, double from, double to)
{
  double serif = SERIF * canvas->unit, width = BRACKET_WIDTH * canvas->unit;
  ScopeInk ink = index == 0 ? SCOPE_INK_GRADIENT : SCOPE_INK_LOSS;
  ScopeDash dash = index == 0 ? SCOPE_DASH_DASHED : SCOPE_DASH_SOLID;
  double top = fmin (from, to), height = fabs (to - from);

  if (height < LEAST_DROP * canvas->unit)
    return;
  scope_canvas_draw_segment (canvas, &scope_role_drop, index, ink, width, dash, panel->clip, x, from, x, to);
  for (int end = 0; end < 2; end++)
    {
      double y = end == 0 ? from : to;

      scope_canvas_draw_segment (canvas, &scope_role_drop, index, ink, width, SCOPE_DASH_SOLID, panel->clip,
                                 x - serif, y, x + serif, y);
    }
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { x - serif, top, 2 * serif, height });
}

/* A tip at the frame's edge, for a step that leads out of the picture. */
static void
draw_edge (ScopeCanvas *canvas, const ScopePanelArea *panel, const Next *next)
{
  const ScopeRect *rect = &panel->rect;
  double way = next->x > next->from.x ? 1 : -1, head = HEAD * canvas->unit;
  double x = way > 0 ? rect->x + rect->width - 1 : rect->x + 1;
  double y = CLAMP (next->from.y, rect->y + head, rect->y + rect->height - head);
  const ScopePoint tip[3] = { { x, y }, { x - way * head, y - head / 2 }, { x - way * head, y + head / 2 } };

  scope_canvas_draw_polygon (canvas, &scope_role_drop, 2, SCOPE_INK_GRADIENT, tip, 3);
  scope_labels_add_rect (&canvas->labels,
                         &(ScopeRect) { fmin (x, x - way * head), y - head / 2, head, head });
}

void
scope_descent_next_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  double apart = BRACKETS_APART * canvas->unit;
  Next next;

  if (!find_next (subject, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      draw_edge (canvas, panel, &next);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * canvas->unit)
    return;

  double end = next.x + (next.x > next.from.x ? 1 : -1) * (apart + SERIF * canvas->unit);
  const ScopePoint level[2]
    = { { fmin (next.from.x, end), next.from.y }, { fmax (next.from.x, end), next.from.y } };
  scope_canvas_draw_polyline (canvas, &scope_role_drop, -1, SCOPE_INK_AXIS,
                              SCOPE_DESCENT_WAY_WIDTH * canvas->unit, SCOPE_DASH_FINE, panel->clip, level, 2);
  scope_labels_add_track (&canvas->labels, level, 2);
  draw_bracket (canvas, panel, 0, next.x - apart, next.from.y, next.promised);
  draw_bracket (canvas, panel, 1, next.x + apart, next.from.y, next.given);
}

/* --- Its words */

/* So high or so low as there is room for it, close to its place; else left out: its numbers stand below the
 * rule, too. */
static void
write_drop (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, const char *format,
            double value, ScopePlace place, ScopeInk ink, const Spot *spot)
{
  g_autofree char *number = scope_subject_number_at (subject, place, value);
  g_autofree char *escaped = scope_markup_escape (number);
  g_autoptr (GString) markup = g_string_new (format);
  double em = canvas->em, pad = 0.2 * em, gap = SCOPE_DESCENT_LABEL_DISTANCE * canvas->unit, y;
  const ScopeRect *rect = &panel->rect;
  ScopeLineSize size;
  ScopeRect box;
  ScopeLine *line;

  g_string_replace (markup, "%s", escaped, 1);
  line = scope_markup_new_line (canvas->fonts, DROP_SIZE * em, SCOPE_FACE_TEXT, markup->str);
  scope_line_get_size (line, &size);
  box.width = scope_canvas_slot_width (canvas, line);
  box.height = size.ascent_px + size.descent_px;
  box.x = spot->at.x - spot->left * box.width;
  box.x = CLAMP (box.x, rect->x + pad, fmax (rect->x + rect->width - pad - box.width, rect->x + pad));
  y = spot->at.y - spot->over * box.height + (1 - 2 * spot->over) * gap;
  y = CLAMP (y, rect->y + pad, fmax (rect->y + rect->height - pad - box.height, rect->y + pad));
  for (int i = 0; i < TRIES; i++)
    {
      box.y = y + (i + 1) / 2 * (i % 2 ? TRY_STEP : -TRY_STEP) * em;
      if (box.y < rect->y || box.y + box.height > rect->y + rect->height
          || !scope_labels_is_free (&canvas->labels, &box))
        continue;
      scope_labels_add_rect (&canvas->labels, &box);
      scope_canvas_draw_line (canvas, &scope_role_drop, (int) panel->kind, ink, line,
                              box.x + spot->left * (box.width - size.width_px), box.y + size.ascent_px);
      return;
    }
  scope_line_unref (line);
}

/* At the frame, behind the tip. */
static void
label_edge (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, const Next *next)
{
  const ScopeRect *rect = &panel->rect;
  gboolean right = next->x > next->from.x;
  double head = HEAD * canvas->unit, away = head + SCOPE_DESCENT_LABEL_DISTANCE * canvas->unit;
  double y = CLAMP (next->from.y, rect->y + head, rect->y + rect->height - head);
  double x = right ? rect->x + rect->width - away : rect->x + away;

  write_drop (canvas, subject, panel, _ ("next *b*_3 = %s"), subject->descent->next, SCOPE_PLACE_DOWNHILL,
              SCOPE_INK_GRADIENT, &(Spot) { { x, y }, right, 0.5 });
}

/* At the level where both brackets begin, away from the point: over it, where neither tangent nor curve goes. A
 * rise is the valley's other side: it stands towards the point then, and what was promised under the level. */
void
scope_descent_next_label (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopeDescentLook *look = subject->descent;
  double apart = BRACKETS_APART * canvas->unit, clear = 2 * SERIF * canvas->unit, row, way;
  gboolean risen = look->drop < 0, right;
  Next next;

  if (!find_next (subject, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      label_edge (canvas, subject, panel, &next);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * canvas->unit)
    return;
  right = next.x > next.from.x;
  way = right ? clear : -clear;
  row = risen ? 0 : -DROP_ROW * canvas->em;
  if (risen)
    write_drop (canvas, subject, panel, _ ("risen !%s!"), -look->drop, SCOPE_PLACE_LOSS, SCOPE_INK_LOSS,
                &(Spot) { { next.x + apart - way, next.from.y }, right, 1 });
  else
    write_drop (canvas, subject, panel, _ ("given !%s!"), look->drop, SCOPE_PLACE_LOSS, SCOPE_INK_LOSS,
                &(Spot) { { next.x, next.from.y }, !right, 1 });
  write_drop (
    canvas, subject, panel, _ ("promised !%s!"), look->walk.last.promise, SCOPE_PLACE_DOWNHILL,
    SCOPE_INK_GRADIENT,
    &(Spot) { { risen ? next.x - apart + way : next.x, next.from.y + row }, !right, risen ? 0 : 1 });
}
