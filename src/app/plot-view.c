/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-view.h"

#include <math.h>

#include "plot-private.h"
#include "state-axis.h"

#define PAN_PER_CLICK 0.06 /* of the axis */
#define ZOOM_PER_CLICK 1.15

void
scope_plot_zoom_by (ScopePlot *self, double factor, double about)
{
  ScopeView view = *scope_state_get_view (self->state);

  scope_view_zoom (&view, factor, about);
  scope_state_set_view (self->state, &view);
}

void
scope_plot_zoom (ScopePlot *self, double clicks, double about)
{
  scope_plot_zoom_by (self, pow (ZOOM_PER_CLICK, clicks), about);
}

void
scope_plot_pan (ScopePlot *self, double clicks)
{
  ScopeView view = *scope_state_get_view (self->state);

  scope_view_pan (&view, clicks * PAN_PER_CLICK * (view.axis_hi - view.axis_lo));
  scope_state_set_view (self->state, &view);
}
