/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* A lecture borrows the state: values, view and undo are set aside, each step sets its own values
 * and the view that opens with them, and all is as it was when it ends. */
void scope_state_begin_lecture (ScopeState *self);
void scope_state_show_step (ScopeState *self, const ScopeValues *values);
void scope_state_end_lecture (ScopeState *self);
gboolean scope_state_in_lecture (ScopeState *self);
