/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood-secant.h"

#include <math.h>

#include "area.h"
#include "canvas.h"
#include "hood.h"
#include "landmark.h"
#include "markup.h"
#include "standing.h"
#include "subject.h"

/* What the block "Under the hood" marks in the panels: the secant, and the half point. */

#define SECANT_WIDTH 1.8
#define SECOND_RADIUS 4.0

void
scope_hood_secant_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  ScopeParameters there = subject->figure->parameters;
  double h = subject->figure->step_h, slope, slope_px, beyond, radius;
  ScopePoint at, second, ends[2];
  ScopeOutcome outcome;

  if (scope_hood_secant (&there, h, &slope) != SCOPE_STATUS_OK || !isfinite (slope))
    return;
  at.x = scope_scale_to_px (&panel->x, there.b);
  at.y = scope_scale_to_px (&panel->y, subject->outcome->loss);
  there.b += h;
  scope_outcome_evaluate (&there, &outcome);
  second.x = scope_scale_to_px (&panel->x, there.b);
  second.y = scope_scale_to_px (&panel->y, outcome.loss);
  if (!scope_rect_holds (&panel->rect, &at))
    return;

  slope_px = scope_area_slope_px (panel, slope);
  beyond = scope_area_tangent_px (panel, slope_px);
  ends[0] = (ScopePoint) { at.x - beyond, at.y - beyond * slope_px };
  second.x = fmax (second.x, at.x);
  ends[1].x = second.x + beyond;
  ends[1].y = at.y + (ends[1].x - at.x) * slope_px;
  scope_area_cut (panel, ends);
  scope_canvas_draw_polyline (canvas, &scope_role_secant, 0, SCOPE_INK_TEXT, SECANT_WIDTH * canvas->unit,
                              SCOPE_DASH_DASHED, panel->clip, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
  if (!scope_rect_holds (&panel->rect, &second))
    return;
  radius = SECOND_RADIUS * canvas->unit;
  scope_canvas_draw_circle (canvas, &scope_role_secant, 1, second.x, second.y, radius, SCOPE_INK_PLOT_GROUND,
                            SCOPE_INK_TEXT, 0.5 * radius);
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { second.x - 1.3 * radius, second.y - 1.3 * radius,
                                                         2.6 * radius, 2.6 * radius });
}

static gboolean
find_half_point (const ScopeSubject *subject, const ScopePanelArea *panel, ScopePoint *at)
{
  ScopeParameters half = subject->figure->parameters;
  ScopeOutcome outcome;

  if (!scope_landmark_half_point (&half, &half.b)
      || scope_outcome_evaluate (&half, &outcome) != SCOPE_STATUS_OK)
    return FALSE;
  at->x = scope_scale_to_px (&panel->x, half.b);
  at->y = scope_scale_to_px (&panel->y, outcome.dl_db);
  return scope_rect_holds (&panel->rect, at);
}

/* A small cross on the curve, and a fine line down to the axis. */
static void
draw_half_point (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *half)
{
  double arm = 4.5 * canvas->unit, width = 1.2 * canvas->unit;
  ScopePoint at = *half;
  const ScopePoint down[2] = { at, { at.x, panel->rect.y + panel->rect.height } };
  scope_canvas_draw_polyline (canvas, &scope_role_half_point, 0, SCOPE_INK_AXIS, width, SCOPE_DASH_FINE, -1,
                              down, 2);
  scope_labels_add_track (&canvas->labels, down, 2);
  for (int way = -1; way <= 1; way += 2)
    scope_canvas_draw_segment (canvas, &scope_role_half_point, 1, SCOPE_INK_GRADIENT, 1.6 * width,
                               SCOPE_DASH_SOLID, -1, at.x - arm, at.y - way * arm, at.x + arm,
                               at.y + way * arm);
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { at.x - arm, at.y - arm, 2 * arm, 2 * arm });
}

/* Where it is depends on no b₃: its name stands. */
void
scope_hood_secant_draw_half_point (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  ScopeStanding label = { .role = &scope_role_half_point,
                          .index = 2,
                          .panel = panel->kind,
                          .ink = SCOPE_INK_TEXT_DIM,
                          .beside = TRUE };

  if (!find_half_point (marks->subject, panel, &label.at))
    return;
  draw_half_point (canvas, panel, &label.at);
  label.line = scope_markup_new_line (canvas->fonts, canvas->em, SCOPE_FACE_TEXT, "*b*_{half}");
  scope_standing_place_beside (canvas, panel, &label, 7 * canvas->unit, SCOPE_SIDE_RIGHT, TRUE);
}
