/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* Many observations. The logits and the observed class are those of the selected one: what changes
 * them changes its row. Total or mean follow how many there are, and a mean begins with a learning
 * rate below which no step raises it. No wiring goes with “observed class” then: the first takes its
 * place. Numbers are finite, n ≥ 1. */
void scope_state_set_rows (ScopeState *self, const ScopeBatchRow *rows, guint n);
void scope_state_leave_rows (ScopeState *self);               /* back to one flower, the selected one */
guint scope_state_get_n_rows (ScopeState *self);              /* 0 for one flower */
const ScopeBatchRow *scope_state_get_rows (ScopeState *self); /* valid until the next change */
ScopeRowBlock *scope_state_get_row_block (ScopeState *self);  /* Borrowed; NULL for one flower */
double scope_state_get_row_bound (ScopeState *self);          /* the largest logit's size, of all rows */
gboolean scope_state_get_mean (ScopeState *self);
/* Walks stay, with the rates at which their steps would be the same. */
void scope_state_set_mean (ScopeState *self, gboolean mean);
guint scope_state_get_selected (ScopeState *self);
void scope_state_select_row (ScopeState *self, guint i); /* no undo step */
/* The first of them is selected then. One flower counts as the only row there is. */
void scope_state_insert_rows (ScopeState *self, guint at, const ScopeBatchRow *rows, guint n);
void scope_state_remove_row (ScopeState *self, guint i); /* the last leaves one flower */
void scope_state_move_row (ScopeState *self, guint from, guint to);
