/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-axis.h"

#include <math.h>

#include "state-change.h"
#include "state-known.h"
#include "state-view.h"
#include "state.h"

/* Around a walk, as a part of its width. */
#define WALK_MARGIN 0.25
#define LEAST_WALK_MARGIN 0.5

/* Who zooms wants to see more of what is there: the vertical ranges fit anew. Who pans does not. */
void
scope_state_set_view (ScopeState *self, const ScopeView *view)
{
  double before = self->view.axis_hi - self->view.axis_lo, now = view->axis_hi - view->axis_lo;

  self->view = *view;
  self->known.fits = FALSE;
  if (fabs (now - before) > 1e-6 * before)
    scope_state_init_view (self, &self->values, view->axis_lo, view->axis_hi);
  else
    scope_state_adapt_view (self, &self->values);
  scope_state_emit_changed (self);
}

static void
widen_to_walk (const ScopeWalk *walk, double *lo, double *hi)
{
  for (guint i = 0; i < walk->n; i++)
    {
      *lo = fmin (*lo, walk->track->b[i]);
      *hi = fmax (*hi, walk->track->b[i]);
    }
}

gboolean
scope_state_view_walks (ScopeState *self)
{
  double lo = self->values.parameters.b, hi = lo, margin;
  ScopeMinimum minimum;

  if (self->values.walk.n == 0 && self->values.kept_walk.n == 0)
    return FALSE;
  widen_to_walk (&self->values.walk, &lo, &hi);
  widen_to_walk (&self->values.kept_walk, &lo, &hi);
  if (scope_state_find_minimum (self, &minimum) && minimum.kind == SCOPE_MINIMUM_FINITE)
    {
      lo = fmin (lo, minimum.b);
      hi = fmax (hi, minimum.b);
    }
  margin = fmax (WALK_MARGIN * (hi - lo), fmax (LEAST_WALK_MARGIN, 1e-3 * fmax (fabs (lo), fabs (hi))));
  scope_state_init_view (self, &self->values, lo - margin, hi + margin);
  scope_state_emit_changed (self);
  return TRUE;
}

void
scope_state_reset_view (ScopeState *self)
{
  scope_state_fit_view (self, &self->values);
  scope_state_emit_changed (self);
}
