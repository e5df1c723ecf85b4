/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* The steps of the walks, as if each had been taken at a rate so many times as large. */
void scope_state_rescale_walks (ScopeState *self, ScopeValues *values, double factor);

/* Gradient descent on b₃, at the present rate. The walk begins anew where the one before does not lead
 * to the present b₃, and shows itself when it begins. */
/* What is descended on; row is room for the one flower. */
ScopeBatch scope_state_get_batch (ScopeState *self, ScopeBatchRow *row);
double scope_state_get_rate (ScopeState *self);
/* Up to n steps as one undo step, or as part of the one before; how many were taken: fewer where a step
 * changes nothing, leads beyond all numbers, or SCOPE_MOST_PLACES are reached. */
guint scope_state_descend (ScopeState *self, guint n, gboolean joined);
/* To the place before, which is forgotten; FALSE where there is none. */
gboolean scope_state_descend_back (ScopeState *self);
/* To one of the places, and all stay. */
void scope_state_descend_to (ScopeState *self, guint place);
/* To the minimum, in one step at the rate that leads there; FALSE where there is none that is finite, and
 * kind says why. */
gboolean scope_state_descend_to_minimum (ScopeState *self, ScopeMinimumKind *kind);
/* Keeps the walk to compare another one with, and goes back to where it began; FALSE where there is
 * none. */
gboolean scope_state_keep_walk (ScopeState *self);
void scope_state_clear_walks (ScopeState *self);
const ScopeWalk *scope_state_get_walk (ScopeState *self);
const ScopeWalk *scope_state_get_kept_walk (ScopeState *self);
