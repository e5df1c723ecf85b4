/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-undo.h"

#include "state-change.h"
#include "state.h"

static void
travel (ScopeState *self, gboolean (*exchange) (ScopeHistory *, ScopeMoment *))
{
  ScopeMoment step = { self->values, self->view };

  if (self->drag_depth > 0)
    return;
  scope_row_block_ref (step.values.rows);
  if (exchange (self->history, &step))
    scope_state_return_to (self, &step);
  scope_row_block_unref (step.values.rows);
}

void
scope_state_undo (ScopeState *self)
{
  travel (self, scope_history_undo);
}

void
scope_state_redo (ScopeState *self)
{
  travel (self, scope_history_redo);
}
