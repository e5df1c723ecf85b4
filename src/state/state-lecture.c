/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-lecture.h"

#include "state-change.h"
#include "state-fields.h"
#include "state.h"

gboolean
scope_state_in_lecture (ScopeState *self)
{
  return self->own_history != NULL;
}

/* A drag ends with the values that it began with: its step is undone with them, and nobody's else. */
static void
end_drags (ScopeState *self)
{
  while (self->drag_depth > 0)
    scope_state_end_drag (self);
}

void
scope_state_begin_lecture (ScopeState *self)
{
  if (scope_state_in_lecture (self))
    return;
  end_drags (self);
  self->own_history = self->history;
  self->own = (ScopeMoment) { self->values, self->view };
  scope_row_block_ref (self->own.values.rows);
  self->history = scope_history_new ();
  scope_state_notify_history (self);
}

void
scope_state_show_step (ScopeState *self, const ScopeValues *values)
{
  ScopeValues step = *values;

  g_return_if_fail (scope_state_in_lecture (self));

  /* What the classes are called is nothing that a step says. */
  step.classes = self->own.values.classes;
  end_drags (self);
  scope_history_free (self->history);
  self->history = scope_history_new ();
  scope_view_init (&self->view, &step.parameters, NULL);
  scope_state_apply (self, &step);
}

void
scope_state_end_lecture (ScopeState *self)
{
  if (!scope_state_in_lecture (self))
    return;
  end_drags (self);
  scope_history_free (self->history);
  self->history = g_steal_pointer (&self->own_history);
  scope_state_return_to (self, &self->own);
  g_clear_pointer (&self->own.values.rows, scope_row_block_unref);
}
