/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "descent-places.h"
#include "panel-kinds.h"
#include "sentences.h"
#include "standing.h"
#include "tangent.h"

/* What belongs to the present b₃: points, what joins them, tangent and slope triangle. */

/* Where the slope triangle begins and ends, in halves of the tangent. */
#define TRIANGLE_FAR 0.85
#define TRIANGLE_NEAR 0.4

void
scope_marks_init (ScopeMarks *marks, ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  *marks = (ScopeMarks) { .canvas = canvas, .subject = subject, .plan = plan };
  for (guint i = 0; i < plan->n_panels; i++)
    {
      const ScopePanelArea *panel = &plan->panels[i];

      ScopePoint *at = &marks->at[panel->kind];

      at->x = scope_scale_to_px (&panel->x, subject->figure->parameters.b);
      at->y = scope_scale_to_px (&panel->y, scope_panel_kinds[panel->kind].get_present (subject));
      marks->seen[panel->kind] = scope_rect_holds (&panel->rect, at);
    }
  if (subject->figure->show & SCOPE_SHOW_POINT)
    scope_descent_points_init (&marks->places, subject, plan);
}

void
scope_marks_clear (ScopeMarks *marks)
{
  scope_descent_points_clear (&marks->places);
}

void
scope_marks_draw_guess (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  double y = scope_area_snap (scope_scale_to_px (&panel->y, SCOPE_GUESS_LOSS));
  const ScopePoint ends[2] = { { panel->rect.x, y }, { panel->rect.x + panel->rect.width, y } };

  if (y <= panel->rect.y || y >= panel->rect.y + panel->rect.height)
    return;
  scope_canvas_draw_polyline (canvas, &scope_role_guess, 0, SCOPE_INK_AXIS,
                              scope_scene_get_hair (canvas->scene), SCOPE_DASH_FINE, panel->clip, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
}

static void
draw_join_part (ScopeCanvas *canvas, guint panel, double x, double from, double to)
{
  const ScopePoint ends[2] = { { x, from }, { x, to } };

  if (to <= from)
    return;
  scope_canvas_draw_polyline (canvas, &scope_role_join, (int) panel, SCOPE_INK_AXIS, 1.2 * canvas->unit,
                              SCOPE_DASH_FINE, -1, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
}

/* From the values down through the points to the axis, in the panels alone: titles stand between them. Words
 * that stay where they are let it pass behind them. */
void
scope_marks_draw_join (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeRect *rect = &panel->rect;
  double x = marks->at[panel->kind].x, from = rect->y, gap = 0.3 * canvas->em;
  const ScopeStanding *words;

  if (x < rect->x || x > rect->x + rect->width)
    return;
  while ((words = scope_standing_below (canvas, panel->kind, x, from, gap)) != NULL)
    {
      draw_join_part (canvas, panel->kind, x, from, words->box.y - gap);
      from = words->box.y + words->box.height + gap;
    }
  draw_join_part (canvas, panel->kind, x, from, rect->y + rect->height);
}

/* On the upper half of the tangent, its right angle under it, away from the convex curve; on the
 * other half where the panel ends before. */
static gboolean
find_triangle (const ScopeMarks *marks, const ScopePanelArea *panel, double slope_px, ScopePoint corners[3])
{
  const ScopeRect *rect = &panel->rect;
  const ScopePoint *at = &marks->at[panel->kind];
  double half_px = scope_area_tangent_px (panel, slope_px);
  double up = slope_px >= 0 ? -1 : 1;

  for (int half = 0; half < 2; half++, up = -up)
    {
      double far = TRIANGLE_FAR * half_px * up, near = TRIANGLE_NEAR * half_px * up;
      const ScopePoint high = { at->x + far, at->y + far * slope_px };
      const ScopePoint low = { at->x + near, at->y + near * slope_px };

      corners[0] = high;
      corners[1] = low;
      corners[2] = high.y < low.y ? (ScopePoint) { high.x, low.y } : (ScopePoint) { low.x, high.y };
      if (scope_rect_holds (rect, &corners[0]) && scope_rect_holds (rect, &corners[1])
          && scope_rect_holds (rect, &corners[2]))
        return fabs (far - near) > 6 * marks->canvas->unit && fabs (high.y - low.y) > 6 * marks->canvas->unit;
    }
  return FALSE;
}

/* Its two legs; the tangent is the third side. */
static void
draw_triangle (const ScopeMarks *marks, const ScopePanelArea *panel, double slope_px)
{
  ScopePoint corners[3];

  if (!find_triangle (marks, panel, slope_px, corners))
    return;

  const ScopePoint legs[3] = { corners[0], corners[2], corners[1] };
  scope_canvas_draw_polyline (marks->canvas, &scope_role_slope_triangle, 0, SCOPE_INK_GRADIENT,
                              1.3 * marks->canvas->unit, SCOPE_DASH_FINE, panel->clip, legs, 3);

  /* As rectangles: a leg runs back, a track may not. */
  for (int i = 0; i < 2; i++)
    scope_labels_add_rect (&marks->canvas->labels,
                           &(ScopeRect) { fmin (legs[i].x, legs[i + 1].x), fmin (legs[i].y, legs[i + 1].y),
                                          fabs (legs[i].x - legs[i + 1].x),
                                          fabs (legs[i].y - legs[i + 1].y) });
}

void
scope_marks_draw_tangent (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  double slope_px = scope_area_slope_px (panel, marks->subject->sum.dl_db);

  if (scope_subject_asks_slope (marks->subject))
    return;
  scope_tangent_draw (marks->canvas, panel, &marks->at[panel->kind], slope_px, SCOPE_INK_GRADIENT);
  draw_triangle (marks, panel, slope_px);
}

void
scope_marks_reserve_point (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  const ScopePoint *at = &marks->at[panel->kind];
  double radius = 1.3 * SCOPE_POINT_RADIUS * marks->canvas->unit;

  scope_labels_add_rect (&marks->canvas->labels,
                         &(ScopeRect) { at->x - radius, at->y - radius, 2 * radius, 2 * radius });
}

void
scope_marks_draw_point (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  scope_tangent_draw_point (marks->canvas, panel, &marks->at[panel->kind],
                            scope_panel_kinds[panel->kind].ink);
}

void
scope_marks_say_guess (GString *text, const ScopeSubject *subject)
{
  g_autofree char *guess = scope_subject_number (subject, SCOPE_GUESS_LOSS);
  g_autofree char *sentence = g_strdup_printf (_ ("A pure guess has the loss ln 3, %s"), guess);

  scope_sentences_add (text, sentence);
}
