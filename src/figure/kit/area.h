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
double scope_area_slope_px (const ScopePanelArea *panel, double slope);
/* The other way round: never steeper than the steepest that is drawn. */
double scope_area_slope (const ScopePanelArea *panel, double slope_px);
/* Where data are in a panel, in pixels; what is far outside of it is kept outside, no farther than
 * every renderer can go. Finite or not. */
ScopePoint scope_area_place (const ScopePanelArea *panel, double x, double y);
/* A straight line in pixels, of which the parts far outside are cut off: what is left keeps its slope. */
void scope_area_cut (const ScopePanelArea *panel, ScopePoint ends[2]);
/* Half of the horizontal extent of a tangent with that slope. */
double scope_area_tangent_px (const ScopePanelArea *panel, double slope_px);
/* Lines of one pixel are sharp where they lie between pixels. */
double scope_area_snap (double px);
