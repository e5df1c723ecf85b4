/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tangent.h"

/* A point on a curve and the tangent through it, in a panel of any kind. */

#define POINT_STROKE 2.4
#define TANGENT_WIDTH 2.0

void
scope_tangent_draw (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at, double slope_px,
                    ScopeInk ink)
{
  double half = scope_area_tangent_px (panel, slope_px);
  const ScopePoint ends[2]
    = { { at->x - half, at->y - half * slope_px }, { at->x + half, at->y + half * slope_px } };

  scope_canvas_draw_polyline (canvas, &scope_role_tangent, (int) panel->kind, ink,
                              TANGENT_WIDTH * canvas->unit, SCOPE_DASH_SOLID, panel->clip, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
}

void
scope_tangent_draw_point (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at,
                          ScopeInk ink)
{
  double radius = SCOPE_POINT_RADIUS * canvas->unit, outer = radius * 1.3;

  scope_canvas_draw_circle (canvas, &scope_role_point, (int) panel->kind, at->x, at->y, radius,
                            SCOPE_INK_PLOT_GROUND, ink, POINT_STROKE * canvas->unit);
  scope_labels_add_rect (&canvas->labels,
                         &(ScopeRect) { at->x - outer, at->y - outer, 2 * outer, 2 * outer });
}
