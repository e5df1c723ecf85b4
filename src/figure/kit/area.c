/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "area.h"

#include <math.h>

/* Places of data in a panel. What is far outside of it is only kept outside: coordinates that are
 * small in every renderer, whatever the picture's size is. The bound grows with the panel, which a
 * fixed number of pixels would cut through where a picture is large. cairo takes 2²³ px. */
#define FAR_SIDES 8.0
/* Farther than any line has to be known. */
#define FARTHEST_PX 1e100
#define TANGENT_HALF 0.17 /* of the panel's diagonal */
#define STEEPEST 1e6

static double
near (double px, double from, double side)
{
  return CLAMP (px, from - FAR_SIDES * side, from + (1 + FAR_SIDES) * side);
}

static ScopePoint
place (const ScopePanelArea *panel, double x, double y)
{
  return (ScopePoint) { scope_scale_to_px (&panel->x, CLAMP (x, -G_MAXDOUBLE, G_MAXDOUBLE)),
                        scope_scale_to_px (&panel->y, CLAMP (y, -G_MAXDOUBLE, G_MAXDOUBLE)) };
}

static ScopePoint
near_point (const ScopePanelArea *panel, ScopePoint px)
{
  const ScopeRect *rect = &panel->rect;

  return (ScopePoint) { near (px.x, rect->x, rect->width), near (px.y, rect->y, rect->height) };
}

ScopePoint
scope_area_place (const ScopePanelArea *panel, double x, double y)
{
  return near_point (panel, place (panel, x, y));
}

/* Moves the end along its line until it is near. */
static void
cut (const ScopePanelArea *panel, ScopePoint *end, const ScopePoint *from)
{
  ScopePoint kept = near_point (panel, *end);
  double dx = end->x / 2 - from->x / 2, dy = end->y / 2 - from->y / 2;
  double of_x = dx != 0 ? (kept.x / 2 - from->x / 2) / dx : 1;
  double of_y = dy != 0 ? (kept.y / 2 - from->y / 2) / dy : 1;
  double part = fmin (of_x, of_y);

  if (part >= 0 && part < 1)
    *end = (ScopePoint) { from->x + 2 * part * dx, from->y + 2 * part * dy };
  *end = near_point (panel, *end);
}

void
scope_area_cut (const ScopePanelArea *panel, ScopePoint ends[2])
{
  ScopePoint whole[2];

  for (int i = 0; i < 2; i++)
    whole[i] = ends[i] = (ScopePoint) { CLAMP (ends[i].x, -FARTHEST_PX, FARTHEST_PX),
                                        CLAMP (ends[i].y, -FARTHEST_PX, FARTHEST_PX) };
  cut (panel, &ends[0], &whole[1]);
  cut (panel, &ends[1], &whole[0]);
}

double
scope_area_snap (double px)
{
  return floor (px) + 0.5;
}

double
scope_area_slope_px (const ScopePanelArea *panel, double slope)
{
  double per_y = panel->rect.height / (panel->y.hi / 2 - panel->y.lo / 2);
  double per_x = panel->rect.width / (panel->x.hi / 2 - panel->x.lo / 2);

  return CLAMP (-slope / per_x * per_y, -STEEPEST, STEEPEST);
}

double
scope_area_slope (const ScopePanelArea *panel, double slope_px)
{
  double per_y = (panel->y.hi / 2 - panel->y.lo / 2) / panel->rect.height;
  double per_x = (panel->x.hi / 2 - panel->x.lo / 2) / panel->rect.width;

  return CLAMP (-slope_px, -STEEPEST, STEEPEST) * per_y / per_x;
}

double
scope_area_tangent_px (const ScopePanelArea *panel, double slope_px)
{
  return TANGENT_HALF * hypot (panel->rect.width, panel->rect.height) / sqrt (1 + slope_px * slope_px);
}
