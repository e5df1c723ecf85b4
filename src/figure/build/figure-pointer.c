/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-pointer.h"

#include <math.h>

#include "area.h"
#include "batch.h"
#include "links.h"
#include "shown.h"

/* What the pointer is at. */

double
scope_figure_slope_at (const ScopeFigure *figure, const ScopeRect *rect, double x, double y)
{
  const ScopeView *view = &figure->view;
  const ScopePanelArea panel = {
    .rect = *rect,
    .x = { view->axis_lo, view->axis_hi, rect->x, rect->x + rect->width },
    .y = { view->loss_lo, view->loss_hi, rect->y + rect->height, rect->y },
  };
  ScopeBatchOutcome outcome;
  double dx, dy;

  if (!scope_shown_evaluate (figure, &outcome) || !isfinite (outcome.loss))
    return figure->estimate;
  dx = x - scope_scale_to_px (&panel.x, figure->parameters.b);
  dy = y - scope_scale_to_px (&panel.y, outcome.loss);
  /* Straight above the point no slope is meant: the steepest on that side. */
  if (fabs (dx) < 1)
    dx = copysign (1, dx);
  return scope_area_slope (&panel, dy / dx);
}

double
scope_figure_bias_at (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x)
{
  ScopeScale scale = { figure->view.axis_lo, figure->view.axis_hi, rect->x, rect->x + rect->width };
  ScopeOutcome outcome;
  ScopeLinks links;

  if (panel <= SCOPE_PANEL_LINK_LOGIT)
    return scope_scale_to_data (&scale, x);
  if (scope_outcome_evaluate (&figure->parameters, &outcome) != SCOPE_STATUS_OK
      || !scope_links_find (figure, &outcome, &links))
    return figure->parameters.b;

  scope_links_get_x (&links, panel, &scale.lo, &scale.hi);
  return scope_links_bias_at (figure, panel, scope_scale_to_data (&scale, x));
}
