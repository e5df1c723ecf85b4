/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <math.h>

/* Labels that find their own place in a panel, beside what they name. */

#define LEAST_VALUE_SIZE 0.6
/* 8 pt, and the part of an em up to which a label insists on it. */
#define LEGIBLE_PX (8 * 96.0 / 72)
#define MOST_INSISTED 0.85
#define LEAST_STRICT 0.75
#define LEADER_GAP 0.4
#define TITLE_SIZE 1.15
#define TITLE_GAP 1.0
#define LEADER_FROM 2.6 /* em: labels further away get a leader */

/* The line from a label to what it names; FALSE where that is near enough. */
static gboolean
find_leader (const ScopeDrawing *drawing, const ScopeRect *box, const ScopePoint *at,
             ScopePoint ends[2])
{
  double x = CLAMP (at->x, box->x, box->x + box->width);
  double y = CLAMP (at->y, box->y, box->y + box->height);
  double distance = hypot (x - at->x, y - at->y);
  double clear = SCOPE_POINT_RADIUS * 1.5 * drawing->unit, gap = LEADER_GAP * drawing->em;

  if (distance < LEADER_FROM * drawing->em)
    return FALSE;
  /* Not up to the text: a level one would read as a minus sign. */
  ends[0] = (ScopePoint) { x + (at->x - x) * gap / distance, y + (at->y - y) * gap / distance };
  ends[1] = (ScopePoint) { at->x + (x - at->x) * clear / distance,
                           at->y + (y - at->y) * clear / distance };
  return TRUE;
}

static gboolean
leader_is_blocked (const ScopeDrawing *drawing, const ScopeRect *box, const ScopePoint *at)
{
  ScopePoint ends[2];

  return find_leader (drawing, box, at, ends)
         && scope_labels_crosses (&drawing->labels, &ends[0], at, box);
}

static void
draw_leader (ScopeDrawing *drawing, const ScopeRect *box, const ScopePoint *at)
{
  ScopePoint ends[2];

  if (!find_leader (drawing, box, at, ends)
      || scope_labels_crosses (&drawing->labels, &ends[0], at, box))
    return;
  scope_draw_segment (drawing, SCOPE_ROLE_LEADER, 0, SCOPE_INK_AXIS, 0.9 * drawing->unit,
                      SCOPE_DASH_SOLID, -1, ends[0].x, ends[0].y, ends[1].x, ends[1].y);
  /* Later labels keep off it. */
  const ScopePoint rising[2] = { ends[ends[0].x > ends[1].x], ends[ends[0].x <= ends[1].x] };
  scope_labels_add_track (&drawing->labels, rising, 2);
}

/* On the preferred side; on the other where only from there a leader can reach its target; where from
 * none, on the preferred one if orphans are allowed. */
static gboolean
find_box (ScopeDrawing *drawing, const ScopeRect *frame, const ScopePoint *at, double distance,
          ScopeSide side, gboolean near_only, gboolean orphans, ScopeRect *box)
{
  ScopeLabels *labels = &drawing->labels;
  ScopeRect first = *box, second = *box;

  if (!scope_labels_place (labels, frame, at, distance, side, near_only, &first))
    return FALSE;
  *box = first;
  if (!leader_is_blocked (drawing, &first, at))
    return TRUE;
  g_array_set_size (labels->rects, labels->rects->len - 1);
  side = side == SCOPE_SIDE_LEFT ? SCOPE_SIDE_RIGHT : SCOPE_SIDE_LEFT;
  if (scope_labels_place (labels, frame, at, distance, side, near_only, &second))
    {
      if (!leader_is_blocked (drawing, &second, at))
        {
          *box = second;
          return TRUE;
        }
      g_array_set_size (labels->rects, labels->rects->len - 1);
    }
  if (orphans)
    scope_labels_add_rect (labels, &first);
  return orphans;
}

/* Takes over the line. */
static gboolean
place (ScopeDrawing *drawing, ScopeRole role, const ScopePanelArea *panel, ScopeInk ink,
       ScopeLine *line, const ScopePoint *at, double distance, ScopeSide side, gboolean near_only,
       gboolean orphans)
{
  double pad = 0.2 * drawing->em;
  const ScopeRect frame = { panel->rect.x + pad, panel->rect.y + pad, panel->rect.width - 2 * pad,
                            panel->rect.height - 2 * pad };
  ScopeRect box = { 0 };
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  box.width = scope_drawing_slot_width (drawing, line);
  box.height = size.ascent_px + size.descent_px;
  if (!find_box (drawing, &frame, at, distance, side, near_only, orphans, &box))
    {
      scope_line_unref (line);
      return FALSE;
    }
  draw_leader (drawing, &box, at);
  scope_draw_line (drawing, role, (int) panel->kind, ink, line, box.x, box.y + size.ascent_px);
  return TRUE;
}

gboolean
scope_place_label (ScopeDrawing *drawing, ScopeRole role, const ScopePanelArea *panel, ScopeInk ink,
                   ScopeLine *line, const ScopePoint *at, double distance, ScopeSide side,
                   gboolean near_only)
{
  return place (drawing, role, panel, ink, line, at, distance, side, near_only, TRUE);
}

double
scope_place_least (const ScopeDrawing *drawing, double usual)
{
  double asked = drawing->figure->text_scale - 1;

  return fmax (usual, asked * fmin (LEGIBLE_PX / drawing->em, MOST_INSISTED));
}

gboolean
scope_place_value (ScopeDrawing *drawing, ScopeRole role, const ScopePanelArea *panel, ScopeInk ink,
                   const char *format, const char *number, double size, const ScopeAnchors *at,
                   double distance, ScopeSide side)
{
  g_autoptr (GString) markup = g_string_new (format);
  double least = scope_place_least (drawing, LEAST_VALUE_SIZE) / size;

  g_string_replace (markup, "%s", number, 1);
  /* Elsewhere or smaller rather than without a leader, which at last is better than nothing. */
  for (int orphans = 0; orphans < 2; orphans++)
    for (double part = 1; part > (orphans ? least : fmax (least, LEAST_STRICT)); part *= 0.8)
      for (guint i = 0; i < at->n; i++)
        if (place (drawing, role, panel, ink,
                   scope_line_new_markup (drawing->fonts, drawing->em * size * part,
                                          SCOPE_FACE_TEXT, markup->str),
                   &at->point[i], distance, side, FALSE, orphans > 0))
          return TRUE;
  return FALSE;
}

gboolean
scope_place_in_title (ScopeDrawing *drawing, ScopeRole role, ScopePanel kind, ScopeInk ink,
                      const char *format, const char *number)
{
  ScopePanelArea *panel = &drawing->panels[kind];
  double gap = TITLE_GAP * drawing->em, room = panel->title_limit - panel->title_end - gap;
  g_autoptr (GString) markup = g_string_new (format);

  g_string_replace (markup, "%s", number, 1);
  for (double size = TITLE_SIZE; size > scope_place_least (drawing, LEAST_VALUE_SIZE); size *= 0.9)
    {
      ScopeLine *line = scope_line_new_markup (drawing->fonts, drawing->em * size, SCOPE_FACE_TEXT,
                                               markup->str);
      double width = scope_drawing_slot_width (drawing, line);

      if (width <= room)
        {
          panel->title_limit -= width;
          scope_draw_line (drawing, role, (int) kind, ink, line, panel->title_limit,
                           panel->rect.y - 0.6 * drawing->em);
          panel->title_limit -= gap;
          return TRUE;
        }
      scope_line_unref (line);
    }
  return FALSE;
}
