/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scale.h"
#include "scene.h"

/* A panel of any kind: where its data are. */
typedef struct
{
  ScopePanel kind;
  ScopeRect rect;
  ScopeScale x, y;
  ScopeTicks x_ticks, y_ticks;
  double least_x; /* how far to the left its tick labels may reach */
  int clip;       /* the panel's rectangle */
} ScopePanelArea;

/* A slope in data's units on screen, y down; never infinite. */
double scope_panel_slope_px (const ScopePanelArea *panel, double slope);
/* The other way round: never steeper than the steepest that is drawn. */
double scope_panel_slope (const ScopePanelArea *panel, double slope_px);
/* Where data are in a panel, in pixels; what is far outside of it is kept outside, no farther than
 * every renderer can go. Finite or not. */
ScopePoint scope_panel_place (const ScopePanelArea *panel, double x, double y);
/* A straight line in pixels, of which the parts far outside are cut off: what is left keeps its slope. */
void scope_panel_cut (const ScopePanelArea *panel, ScopePoint ends[2]);
/* Half of the horizontal extent of a tangent with that slope. */
double scope_panel_tangent_px (const ScopePanelArea *panel, double slope_px);
gboolean scope_rect_holds (const ScopeRect *rect, const ScopePoint *point);
gboolean scope_rect_holds_rect (const ScopeRect *rect, const ScopeRect *other); /* all of it */
/* Lines of one pixel are sharp where they lie between pixels. */
double scope_snap (double px);
/* The same rectangle without a margin of that width. */
ScopeRect scope_rect_inset (const ScopeRect *rect, double by);
