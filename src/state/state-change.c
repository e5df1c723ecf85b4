/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-change.h"

#include <string.h>

#include "state-fields.h"
#include "state-view.h"

/* view is NULL where the present one goes along. */
static void
apply (ScopeState *self, const ScopeValues *values, const ScopeView *view)
{
  g_autoptr (ScopeRowBlock) rows_before = self->values.rows;
  ScopeValues before = self->values;

  g_object_freeze_notify (G_OBJECT (self));
  self->values = *values;
  scope_row_block_ref (values->rows);
  self->outcome_valid = FALSE;
  self->serial++;
  if (view != NULL)
    {
      self->view = *view;
      self->known.fits = FALSE;
    }
  else
    scope_state_follow (self, &before);
  scope_state_notify_difference (self, &before);
  scope_state_notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit_by_name (self, "changed");
}

void
scope_state_apply (ScopeState *self, const ScopeValues *values)
{
  apply (self, values, NULL);
}

void
scope_state_return_to (ScopeState *self, const ScopeMoment *step)
{
  apply (self, &step->values, &step->view);
}

/* view: the one before, where it has been fitted to what is wanted already. */
static void
change_from (ScopeState *self, const ScopeView *view, const ScopeValues *wanted, int run)
{
  ScopeValues own = *wanted;
  const ScopeValues *values = &own;
  const ScopeMoment before = { self->values, *view };
  g_autoptr (ScopeRowBlock) written = scope_values_write_row (&own);

  scope_values_rewire (&own);
  scope_values_follow_walk (&own, &self->values);
  if (scope_values_equal (&self->values, values))
    {
      if (memcmp (&self->view, view, sizeof *view) != 0)
        scope_state_emit_changed (self);
      return;
    }

  if (self->drag_depth == 0)
    scope_history_push (self->history, &before, run, g_get_monotonic_time ());
  else if (!self->drag_recorded)
    {
      scope_history_push (self->history, &before, 0, g_get_monotonic_time ());
      self->drag_recorded = TRUE;
    }
  scope_state_apply (self, values);
}

void
scope_state_change_one (ScopeState *self, const ScopeValues *wanted, int run)
{
  const ScopeView view = self->view;

  change_from (self, &view, wanted, run);
}

void
scope_state_change (ScopeState *self, const ScopeValues *values)
{
  scope_state_change_one (self, values, 0);
}

void
scope_state_change_from (ScopeState *self, const ScopeView *view, const ScopeValues *values)
{
  change_from (self, view, values, 0);
}

void
scope_state_emit_changed (ScopeState *self)
{
  self->serial++;
  g_signal_emit_by_name (self, "changed");
}

ScopeTrack *
scope_state_new_track (ScopeState *self, const ScopeTrack *from, guint n)
{
  ScopeTrack *track = scope_track_new (from, n);

  g_ptr_array_add (self->tracks, track);
  return track;
}
