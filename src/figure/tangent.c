/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <math.h>

/* A point on a curve and the tangent through it, in a panel of any kind. */

#define POINT_STROKE 2.4
#define TANGENT_WIDTH 2.0
#define TANGENT_HALF 0.17 /* of the panel's diagonal */
#define STEEPEST 1e6

gboolean
scope_rect_holds (const ScopeRect *rect, const ScopePoint *point)
{
  return point->x >= rect->x && point->x <= rect->x + rect->width && point->y >= rect->y
         && point->y <= rect->y + rect->height;
}

ScopeRect
scope_rect_inset (const ScopeRect *rect, double by)
{
  return (ScopeRect) { rect->x + by, rect->y + by, rect->width - 2 * by, rect->height - 2 * by };
}

double
scope_panel_slope_px (const ScopePanelArea *panel, double slope)
{
  double per_y = panel->rect.height / (panel->y.hi / 2 - panel->y.lo / 2);
  double per_x = panel->rect.width / (panel->x.hi / 2 - panel->x.lo / 2);

  return CLAMP (-slope / per_x * per_y, -STEEPEST, STEEPEST);
}

double
scope_panel_tangent_px (const ScopePanelArea *panel, double slope_px)
{
  return TANGENT_HALF * hypot (panel->rect.width, panel->rect.height)
         / sqrt (1 + slope_px * slope_px);
}

void
scope_draw_tangent (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at,
                    double slope_px, ScopeInk ink)
{
  double half = scope_panel_tangent_px (panel, slope_px);
  const ScopePoint ends[2] = { { at->x - half, at->y - half * slope_px },
                               { at->x + half, at->y + half * slope_px } };

  scope_draw_polyline (drawing, SCOPE_ROLE_TANGENT, (int) panel->kind, ink,
                       TANGENT_WIDTH * drawing->unit, SCOPE_DASH_SOLID, panel->clip, ends, 2);
  scope_labels_add_track (&drawing->labels, ends, 2);
}

void
scope_draw_point (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopePoint *at,
                  ScopeInk ink)
{
  double radius = SCOPE_POINT_RADIUS * drawing->unit, outer = radius * 1.3;

  scope_draw_circle (drawing, SCOPE_ROLE_POINT, (int) panel->kind, at->x, at->y, radius,
                     SCOPE_INK_PLOT_GROUND, ink, POINT_STROKE * drawing->unit);
  scope_labels_add_rect (&drawing->labels,
                         &(ScopeRect) { at->x - outer, at->y - outer, 2 * outer, 2 * outer });
}
