/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* The one way in which values change. */

/* Everything that changes values ends here: the view follows, each property that differs is
 * notified once, and “changed” is emitted once. No undo step. */
void scope_state_apply (ScopeState *self, const ScopeValues *values);
/* The same as one undo step, and nothing where values are the present ones. */
void scope_state_change (ScopeState *self, const ScopeValues *values);
/* The same as a step with those of its run before it: changes of one number have the same; 0 for none. */
void scope_state_change_one (ScopeState *self, const ScopeValues *values, int run);
/* The same where the view has been fitted to values already: view is the one before. */
void scope_state_change_from (ScopeState *self, const ScopeView *view, const ScopeValues *values);
/* Values with exactly the view that they had. No undo step. */
void scope_state_return_to (ScopeState *self, const ScopeMoment *step);
void scope_state_emit_changed (ScopeState *self);
/* A new track with the first n places of another, NULL for none; the state's own. */
ScopeTrack *scope_state_new_track (ScopeState *self, const ScopeTrack *from, guint n);
