/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-private.h"

gboolean
scope_state_in_lecture (ScopeState *self)
{
  return self->own_history != NULL;
}

void
scope_state_begin_lecture (ScopeState *self)
{
  if (scope_state_in_lecture (self))
    return;
  self->own_history = self->history;
  self->own_values = self->values;
  scope_row_block_ref (self->own_values.rows);
  self->own_view = self->view;
  self->history = scope_history_new ();
  scope_state_notify_history (self);
}

void
scope_state_show_step (ScopeState *self, const ScopeValues *values)
{
  g_return_if_fail (scope_state_in_lecture (self));

  scope_history_free (self->history);
  self->history = scope_history_new ();
  scope_view_init (&self->view, &values->parameters);
  scope_state_apply (self, values);
}

void
scope_state_end_lecture (ScopeState *self)
{
  if (!scope_state_in_lecture (self))
    return;
  scope_history_free (self->history);
  self->history = g_steal_pointer (&self->own_history);
  self->view = self->own_view;
  scope_state_apply (self, &self->own_values);
  g_clear_pointer (&self->own_values.rows, scope_row_block_unref);
}
