/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

void scope_state_set_view (ScopeState *self, const ScopeView *view); /* no undo step */
void scope_state_reset_view (ScopeState *self);                      /* double-click */

/* Shows all places of both walks, and the minimum where it is finite; FALSE where there is no walk. */
gboolean scope_state_view_walks (ScopeState *self);
