/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* The one way in which values change. */

/* What is changed, so that a run of key presses on it becomes one undo step. */
typedef enum
{
  SCOPE_CHANGE_ANY,
  SCOPE_CHANGE_LOGIT_1,
  SCOPE_CHANGE_BIAS = SCOPE_CHANGE_LOGIT_1 + SCOPE_N_CLASSES,
  SCOPE_CHANGE_WEIGHTS,
  SCOPE_CHANGE_RATE,
  SCOPE_CHANGE_ESTIMATE,
  SCOPE_CHANGE_SHIFT,
  SCOPE_CHANGE_STEP_H,
} ScopeChange;

/* Everything that changes values ends here: the view follows, each property that differs is
 * notified once, and “changed” is emitted once. No undo step. */
void scope_state_apply (ScopeState *self, const ScopeValues *values);
/* The same as one undo step, and nothing where values are the present ones. */
void scope_state_change (ScopeState *self, const ScopeValues *values);
/* The same as a step with those of its kind before it. */
void scope_state_change_one (ScopeState *self, const ScopeValues *values, ScopeChange kind);
/* The same where the view has been fitted to values already: view is the one before. */
void scope_state_change_from (ScopeState *self, const ScopeView *view, const ScopeValues *values);
/* Values with exactly the view that they had. No undo step. */
void scope_state_return_to (ScopeState *self, const ScopeMoment *step);
void scope_state_emit_changed (ScopeState *self);
/* A new track with the first n places of another, NULL for none; the state's own. */
ScopeTrack *scope_state_new_track (ScopeState *self, const ScopeTrack *from, guint n);
