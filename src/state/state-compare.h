/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* SCOPE_SHOW_ANSWERS or SCOPE_SHOW_ESTIMATE: asks and hides the gradient, reveals it, takes the
 * part away. */
void scope_state_advance_prediction (ScopeState *self, ScopeShow part);

/* Curves kept to compare with, SCOPE_MOST_GHOSTS at most. Keeping the present one shows them, and
 * names it after what tells it from the others; FALSE where there is no room. A blank name is
 * none, a long one is cut to 60 characters. */
gboolean scope_state_keep_curve (ScopeState *self);
void scope_state_rename_ghost (ScopeState *self, guint i, const char *name);
void scope_state_remove_ghost (ScopeState *self, guint i);
void scope_state_remove_all_ghosts (ScopeState *self);
guint scope_state_get_n_ghosts (ScopeState *self);
const char *scope_state_get_ghost_name (ScopeState *self, guint i);
