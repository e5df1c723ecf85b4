/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "standing.h"

#include <math.h>

#include "place.h"

#define EDGE_LEADER 1.8 /* em; a shorter one is not needed */

void
scope_standing_init (ScopeCanvas *canvas)
{
  canvas->standing = g_array_new (FALSE, FALSE, sizeof (ScopeStanding));
}

void
scope_standing_clear (ScopeCanvas *canvas)
{
  for (guint i = 0; i < canvas->standing->len; i++)
    scope_line_unref (g_array_index (canvas->standing, ScopeStanding, i).line);
  g_clear_pointer (&canvas->standing, g_array_unref);
}

void
scope_standing_place (ScopeCanvas *canvas, const ScopeStanding *label)
{
  ScopeStanding standing = *label;

  standing.taken = canvas->labels.rects->len - 1;
  g_array_append_val (canvas->standing, standing);
}

gboolean
scope_standing_place_beside (ScopeCanvas *canvas, const ScopePanelArea *panel, ScopeStanding *label,
                             double distance, ScopeSide side, gboolean near_only)
{
  ScopeLineSize size;

  scope_line_get_size (label->line, &size);
  /* In steps of an em: a longer number moves nothing. */
  label->box
    = (ScopeRect) { 0, 0, ceil (size.width_px / canvas->em) * canvas->em, size.ascent_px + size.descent_px };
  if (!scope_place_box (canvas, panel, &label->at, distance, side, near_only, &label->box))
    {
      g_clear_pointer (&label->line, scope_line_unref);
      return FALSE;
    }
  scope_standing_place (canvas, label);
  return TRUE;
}

const ScopeStanding *
scope_standing_below (const ScopeCanvas *canvas, ScopePanel panel, double x, double y, double gap)
{
  const ScopeStanding *best = NULL;

  for (guint i = 0; i < canvas->standing->len; i++)
    {
      const ScopeStanding *label = &g_array_index (canvas->standing, ScopeStanding, i);
      const ScopeRect *box = &label->box;

      if (label->panel == panel && box->y >= y && x > box->x - gap && x < box->x + box->width + gap
          && (best == NULL || box->y < best->box.y))
        best = label;
    }
  return best;
}

/* Straight down or up from the words' end at the panel's edge, where they stand far from the curve. FALSE
 * where it would cross something. */
static gboolean
draw_edge_leader (ScopeCanvas *canvas, const ScopeRect *box, const ScopePoint *at)
{
  double em = canvas->em, inset = 0.6 * em, gap = 0.2 * em;
  gboolean above = box->y < at->y, left = at->x < box->x;
  double x = left ? box->x + inset : box->x + box->width - inset;
  const ScopePoint ends[2]
    = { { x, above ? box->y + box->height + gap : box->y - gap }, { x, above ? at->y - gap : at->y + gap } };

  if (fabs (ends[1].y - ends[0].y) < EDGE_LEADER * em)
    return TRUE;
  if (scope_labels_crosses (&canvas->labels, &ends[0], &ends[1], box))
    return FALSE;
  scope_canvas_draw_segment (canvas, &scope_role_leader, 0, SCOPE_INK_AXIS, 0.9 * canvas->unit,
                             SCOPE_DASH_SOLID, -1, ends[0].x, ends[0].y, ends[1].x, ends[1].y);
  scope_labels_add_track (&canvas->labels, ends, 2);
  return TRUE;
}

/* Nothing of a point's has come across it. */
static gboolean
is_clear (ScopeCanvas *canvas, const ScopeStanding *label)
{
  ScopeRect *own = &g_array_index (canvas->labels.rects, ScopeRect, label->taken);

  *own = (ScopeRect) { -G_MAXFLOAT, -G_MAXFLOAT, 0, 0 };
  if (!scope_labels_is_free (&canvas->labels, &label->box))
    return FALSE;
  *own = label->box;
  return TRUE;
}

void
scope_standing_draw (ScopeCanvas *canvas)
{
  for (guint i = 0; i < canvas->standing->len; i++)
    {
      const ScopeStanding *label = &g_array_index (canvas->standing, ScopeStanding, i);
      ScopeLineSize size;

      scope_line_get_size (label->line, &size);
      if (is_clear (canvas, label)
          && (label->beside
              || (label->edge ? draw_edge_leader (canvas, &label->box, &label->at)
                              : scope_place_draw_leader (canvas, &label->box, &label->at))))
        scope_canvas_draw_line (canvas, label->role, label->index, label->ink, scope_line_ref (label->line),
                                label->box.x, label->box.y + size.ascent_px);
    }
}
