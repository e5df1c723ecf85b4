/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "place.h"

#include <math.h>

#include "markup.h"
#include "tangent.h"

/* Labels that find their own place in a panel, beside what they name, and values that have a place of their
 * own behind its title. */

#define LEAST_VALUE_SIZE 0.6
#define LEADER_GAP 0.4
#define TITLE_GAP 1.0
#define BRIEF_ROOM 0.6  /* of the usual, in a row that is too short for all */
#define NUMBER_ROOM 4.0 /* in its own size, without its quantity */
#define TITLE_BASELINE 0.6
#define LEADER_FROM 2.6 /* em: labels further away get a leader */

/* The line from a label to what it names; FALSE where that is near enough. */
static gboolean
find_leader (const ScopeCanvas *canvas, const ScopeRect *box, const ScopePoint *at, ScopePoint ends[2])
{
  double x = CLAMP (at->x, box->x, box->x + box->width);
  double y = CLAMP (at->y, box->y, box->y + box->height);
  double distance = hypot (x - at->x, y - at->y);
  double clear = SCOPE_POINT_RADIUS * 1.5 * canvas->unit, gap = LEADER_GAP * canvas->em;

  if (distance < LEADER_FROM * canvas->em)
    return FALSE;
  /* Not up to the text: a level one would read as a minus sign. */
  ends[0] = (ScopePoint) { x + (at->x - x) * gap / distance, y + (at->y - y) * gap / distance };
  ends[1] = (ScopePoint) { at->x + (x - at->x) * clear / distance, at->y + (y - at->y) * clear / distance };
  return TRUE;
}

static gboolean
leader_is_blocked (const ScopeCanvas *canvas, const ScopeRect *box, const ScopePoint *at)
{
  ScopePoint ends[2];

  return find_leader (canvas, box, at, ends) && scope_labels_crosses (&canvas->labels, &ends[0], at, box);
}

gboolean
scope_place_draw_leader (ScopeCanvas *canvas, const ScopeRect *box, const ScopePoint *at)
{
  ScopePoint ends[2];

  if (!find_leader (canvas, box, at, ends))
    return TRUE;
  if (scope_labels_crosses (&canvas->labels, &ends[0], at, box))
    return FALSE;
  scope_canvas_draw_segment (canvas, &scope_role_leader, 0, SCOPE_INK_AXIS, 0.9 * canvas->unit,
                             SCOPE_DASH_SOLID, -1, ends[0].x, ends[0].y, ends[1].x, ends[1].y);
  /* Later labels keep off it. */
  scope_labels_add_segment (&canvas->labels, &ends[0], &ends[1]);
  return TRUE;
}

/* On the preferred side; on the other where only from there a leader can reach its target. */
gboolean
scope_place_box (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at, double distance,
                 ScopeSide side, gboolean near_only, ScopeRect *box)
{
  const ScopeRect frame = scope_rect_inset (&panel->rect, 0.2 * canvas->em);
  ScopeLabels *labels = &canvas->labels;
  const ScopeRect asked = *box;

  for (int i = 0; i < 2; i++)
    {
      *box = asked;
      if (!scope_labels_place (labels, &frame, at, distance, side, near_only, box))
        return FALSE;
      if (!leader_is_blocked (canvas, box, at))
        return TRUE;
      g_array_set_size (labels->rects, labels->rects->len - 1);
      side = side == SCOPE_SIDE_LEFT ? SCOPE_SIDE_RIGHT : SCOPE_SIDE_LEFT;
    }
  return FALSE;
}

static ScopeLine *
value_line (const ScopeCanvas *canvas, const ScopeTitleValue *value, double part)
{
  g_autoptr (GString) markup = g_string_new (value->format);

  g_string_replace (markup, "%s", value->number, 1);
  return scope_markup_new_line (canvas->fonts, canvas->em * value->size * part, SCOPE_FACE_TEXT, markup->str);
}

/* What it takes of the row, whatever its digits are; more only where it is longer than usual. */
static double
value_slot (const ScopeCanvas *canvas, const ScopeTitleValue *value, double part, const ScopeLine *line)
{
  return fmax (value->room * value->size * part * canvas->em, scope_canvas_slot_width (canvas, line));
}

/* Takes over the line. */
static void
draw_value (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeTitleValue *value, double part,
            ScopeLine *line)
{
  ScopeTitleRow *row = &canvas->titles[panel->kind];
  double from = row->end + TITLE_GAP * canvas->em;
  double slot = value_slot (canvas, value, part, line), x = row->limit - slot;
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  /* Over its point as far as the row goes: there is nothing in its way that it would jump over. */
  if (!isnan (value->over))
    x = CLAMP (value->over - size.width_px / 2, from, fmax (row->limit - size.width_px, from));
  scope_canvas_draw_line (canvas, value->role, (int) panel->kind, value->ink, line, x,
                          panel->rect.y - TITLE_BASELINE * canvas->em);
  row->limit -= slot + TITLE_GAP * canvas->em;
}

/* Of a row that is too short for all, the least important ones have no place. */
static guint
fit_values (const ScopeCanvas *canvas, const ScopeTitleRow *row, const ScopeTitleValue *values, guint n,
            double *part)
{
  double room = row->limit - row->end;
  double least = scope_canvas_least (canvas, LEAST_VALUE_SIZE), legible = scope_canvas_least (canvas, 0);
  double usual = fmin (1, room / (scope_place_title_room (values, n) * canvas->em));

  for (; n > 0; n--)
    for (*part = usual; *part * values[0].size >= least && *part * values[n - 1].size >= legible;
         *part *= 0.95)
      {
        double width = 0;

        for (guint i = 0; i < n; i++)
          {
            g_autoptr (ScopeLine) line = value_line (canvas, &values[i], *part);

            width += value_slot (canvas, &values[i], *part, line) + TITLE_GAP * canvas->em;
          }
        if (width <= room)
          return n;
      }
  return 0;
}

double
scope_place_title_room (const ScopeTitleValue *values, guint n)
{
  double room = 0;

  for (guint i = 0; i < n; i++)
    room += values[i].room * values[i].size + TITLE_GAP;
  return room;
}

static ScopeTitleValue *
make_brief (const ScopeTitleValue *values, guint n)
{
  ScopeTitleValue *brief = g_memdup2 (values, n * sizeof *values);

  for (guint i = 0; i < n; i++)
    {
      brief[i].room *= BRIEF_ROOM;
      if (brief[i].brief == NULL)
        continue;
      brief[i].number = brief[i].brief;
      brief[i].room = 0;
    }
  return brief;
}

guint
scope_place_in_title (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeTitleValue *values,
                      guint n)
{
  const ScopeTitleRow *row = &canvas->titles[panel->kind];
  double part;
  guint fitting = fit_values (canvas, row, values, n, &part);
  g_autofree ScopeTitleValue *brief = NULL;
  ScopeTitleValue alone;

  if (fitting < n)
    {
      brief = make_brief (values, n);
      values = brief;
      fitting = fit_values (canvas, row, values, n, &part);
    }

  /* At last the number alone, under the quantity that the title names. */
  if (fitting == 0 && n > 0)
    {
      alone = values[0];
      alone.format = "!%s!";
      alone.room = NUMBER_ROOM;
      values = &alone;
      fitting = fit_values (canvas, row, values, 1, &part);
    }
  /* The last one stands at the row's end. */
  for (guint i = fitting; i-- > 0;)
    draw_value (canvas, panel, &values[i], part, value_line (canvas, &values[i], part));
  return fitting;
}
