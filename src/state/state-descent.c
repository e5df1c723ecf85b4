/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-descent.h"

#include <math.h>

#include "state-change.h"
#include "state-known.h"
#include "state-view.h"
#include "state.h"

/* Gradient descent on b₃: a walk whose places are kept. */

/* So many of the last steps are kept in sight: all of a short cycle. */
#define IN_SIGHT 6
#define SIGHT_MARGIN 0.1

/* The same places, each reached at another rate. */
static void
rescale_walk (ScopeState *self, ScopeWalk *walk, double factor)
{
  ScopeTrack *track;

  if (walk->n == 0)
    return;
  track = scope_state_new_track (self, NULL, 0);
  for (guint i = 0; i < walk->n; i++)
    scope_track_append (track, walk->track->b[i], walk->track->rate[i] * factor);
  walk->track = track;
}

void
scope_state_rescale_walks (ScopeState *self, ScopeValues *values, double factor)
{
  rescale_walk (self, &values->walk, factor);
  rescale_walk (self, &values->kept_walk, factor);
}

/* --- Walking. The numbers of a state are finite, which is all that the model asks for. */

ScopeBatch
scope_state_get_batch (ScopeState *self, ScopeBatchRow *row)
{
  return scope_values_get_batch (&self->values, row);
}

const ScopeWalk *
scope_state_get_walk (ScopeState *self)
{
  return &self->values.walk;
}

const ScopeWalk *
scope_state_get_kept_walk (ScopeState *self)
{
  return &self->values.kept_walk;
}

double
scope_state_get_rate (ScopeState *self)
{
  return self->values.rate;
}

static void
begin_walk (ScopeState *self, ScopeValues *values)
{
  if (values->walk.n > 0)
    return;
  values->walk.track = scope_state_new_track (self, NULL, 0);
  scope_track_append (values->walk.track, values->parameters.b, values->rate);
  values->walk.n = 1;
  values->walk.at = 0;
  values->show |= SCOPE_SHOW_DESCENT;
}

/* What other values borrow stays as it is: where the track goes on otherwise, a new one begins. */
static void
add_place (ScopeState *self, ScopeValues *values, double b)
{
  ScopeWalk *walk = &values->walk;
  guint n = walk->at + 1;
  gboolean goes_on = walk->track->n > n && walk->track->b[n] == b && walk->track->rate[n] == values->rate;

  if (!goes_on && walk->track->n != n)
    walk->track = scope_state_new_track (self, walk->track, n);
  if (!goes_on)
    scope_track_append (walk->track, b, values->rate);
  walk->at = n;
  walk->n = n + 1;
  values->parameters.b = b;
}

static gboolean
take_step (ScopeState *self, ScopeValues *values, const ScopeBatch *batch)
{
  ScopeBatchOutcome at;
  double b = values->parameters.b, next;

  if (values->walk.at + 1 >= SCOPE_MOST_PLACES)
    return FALSE;
  scope_batch_evaluate (batch, b, &at);
  next = b - values->rate * at.dl_db;
  if (!isfinite (next) || next == b)
    return FALSE;
  add_place (self, values, next);
  return TRUE;
}

/* Steps that leave the axis widen it, so that the valley and the places of a cycle stay in sight; it
 * never moves to and fro with them. */
static void
keep_in_sight (ScopeState *self, const ScopeValues *values)
{
  const ScopeWalk *walk = &values->walk;
  double lo = self->view.axis_lo, hi = self->view.axis_hi, margin;

  for (guint i = walk->at > IN_SIGHT ? walk->at - IN_SIGHT : 0; i <= walk->at; i++)
    {
      lo = fmin (lo, walk->track->b[i]);
      hi = fmax (hi, walk->track->b[i]);
    }
  margin = SIGHT_MARGIN * (hi - lo);
  if ((lo >= self->view.axis_lo && hi <= self->view.axis_hi) || !isfinite (hi + margin - (lo - margin)))
    return;
  if (lo < self->view.axis_lo)
    lo -= margin;
  if (hi > self->view.axis_hi)
    hi += margin;
  scope_state_init_view (self, values, lo, hi);
}

guint
scope_state_descend (ScopeState *self, guint n, gboolean joined)
{
  const ScopeView before = self->view;
  ScopeValues values = self->values;
  ScopeBatchRow row;
  ScopeBatch batch;
  guint taken = 0;

  batch = scope_values_get_batch (&self->values, &row);
  begin_walk (self, &values);
  while (taken < n && take_step (self, &values, &batch))
    taken++;
  if (taken > 0)
    keep_in_sight (self, &values);
  if (joined && taken > 0)
    scope_state_apply (self, &values);
  else if (taken > 0)
    scope_state_change_from (self, &before, &values);
  else if (!(self->values.show & SCOPE_SHOW_DESCENT))
    {
      /* No step, but why there is none is said. */
      values = self->values;
      values.show |= SCOPE_SHOW_DESCENT;
      scope_state_change (self, &values);
    }
  return taken;
}

gboolean
scope_state_descend_back (ScopeState *self)
{
  ScopeValues values = self->values;
  ScopeWalk *walk = &values.walk;

  if (walk->n == 0 || walk->at == 0)
    return FALSE;
  walk->n = walk->at--;
  values.parameters.b = walk->track->b[walk->at];
  scope_state_change (self, &values);
  return TRUE;
}

void
scope_state_descend_to (ScopeState *self, guint place)
{
  ScopeValues values = self->values;

  g_return_if_fail (place < values.walk.n);
  values.walk.at = place;
  values.parameters.b = values.walk.track->b[place];
  scope_state_change (self, &values);
}

/* One step like any other, at the rate that leads to b: a convex curve's gradient points away from its
 * minimum, so that the rate is positive. Where there is no gradient left, the present rate stands. */
static void
step_to (ScopeState *self, ScopeValues *values, const ScopeBatch *batch, double b)
{
  ScopeBatchOutcome at;
  double rate, present = values->rate;

  scope_batch_evaluate (batch, values->parameters.b, &at);
  rate = (values->parameters.b - b) / at.dl_db;
  if (rate > 0 && isfinite (rate))
    values->rate = rate;
  add_place (self, values, b);
  values->rate = present;
}

gboolean
scope_state_descend_to_minimum (ScopeState *self, ScopeMinimumKind *kind)
{
  ScopeValues values = self->values;
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeMinimum minimum;

  batch = scope_values_get_batch (&self->values, &row);
  if (!scope_state_find_minimum (self, &minimum))
    return FALSE;
  *kind = minimum.kind;
  if (minimum.kind != SCOPE_MINIMUM_FINITE)
    return FALSE;
  if (minimum.b != values.parameters.b && values.walk.at + 1 < SCOPE_MOST_PLACES)
    {
      begin_walk (self, &values);
      step_to (self, &values, &batch, minimum.b);
      scope_state_change (self, &values);
    }
  return TRUE;
}

gboolean
scope_state_keep_walk (ScopeState *self)
{
  ScopeValues values = self->values;

  if (values.walk.n == 0)
    return FALSE;
  values.kept_walk = values.walk;
  values.walk = (ScopeWalk) { 0 };
  values.parameters.b = values.kept_walk.track->b[0];
  scope_state_change (self, &values);
  return TRUE;
}

void
scope_state_clear_walks (ScopeState *self)
{
  ScopeValues values = self->values;

  values.walk = values.kept_walk = (ScopeWalk) { 0 };
  scope_state_change (self, &values);
}
