/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-private.h"

#include <math.h>
#include <string.h>

#include "links.h"

/* Around a walk, as a part of its width. */
#define WALK_MARGIN 0.25
#define LEAST_WALK_MARGIN 0.5

/* What of the curves is seen: of one flower, or of many. */

static ScopeBatch
get_batch (const ScopeValues *values)
{
  ScopeMany many = scope_values_get_many (values);

  return scope_many_batch (&many, values->parameters.w);
}

void
scope_state_adapt_view (ScopeState *self, const ScopeValues *values)
{
  ScopeBatch batch;

  if (values->rows == NULL)
    {
      scope_view_adapt (&self->view, &values->parameters);
      return;
    }
  batch = get_batch (values);
  scope_view_adapt_batch (&self->view, &batch);
}

/* What the vertical ranges depend on. */
static gboolean
is_same_sum (const ScopeValues *one, const ScopeValues *other)
{
  if (one->rows != other->rows
      || memcmp (one->parameters.w, other->parameters.w, sizeof one->parameters.w) != 0)
    return FALSE;
  if (one->rows != NULL)
    return one->mean == other->mean;
  return memcmp (one->parameters.a, other->parameters.a, sizeof one->parameters.a) == 0;
}

/* A change of b₃ inside the axis leaves the view as it is. */
void
scope_state_follow (ScopeState *self, const ScopeValues *before)
{
  if (scope_view_follow (&self->view, self->values.parameters.b)
      || !is_same_sum (&self->values, before))
    scope_state_adapt_view (self, &self->values);
  self->view.links_hi = scope_links_keep (&self->view, &before->parameters, &self->values.parameters);
}

void
scope_state_init_view (ScopeState *self, const ScopeValues *values, double lo, double hi)
{
  ScopeBatch batch;

  self->known.fits = FALSE;
  if (values->rows == NULL)
    {
      scope_view_init_axis (&self->view, &values->parameters, lo, hi);
      return;
    }
  batch = get_batch (values);
  scope_view_init_axis_batch (&self->view, &batch, lo, hi);
}

void
scope_state_fit_view (ScopeState *self, const ScopeValues *values)
{
  ScopeBatch batch;

  if (values->rows == NULL)
    {
      self->known.fits = FALSE;
      scope_view_fit (&self->view, &values->parameters);
      return;
    }
  /* Where the minimum is and where the sum bends is found aside: until then the axis stays. */
  if (scope_values_are_large (values))
    {
      scope_state_init_view (self, values, self->view.axis_lo, self->view.axis_hi);
      self->known.fits = TRUE;
      return;
    }
  self->known.fits = FALSE;
  batch = get_batch (values);
  scope_view_fit_batch (&self->view, &batch, values->parameters.b);
}

const ScopeView *
scope_state_get_view (ScopeState *self)
{
  return &self->view;
}

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
