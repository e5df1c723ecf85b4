/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* What was found aside of the sum over very many rows. */

const ScopeBatchOutcome *
scope_state_known_sum (ScopeState *self); /* of the present values; NULL where it is not known */
const ScopeMinimum *scope_state_known_minimum (ScopeState *self);
/* Known, or searched for where that is quick; FALSE where neither. */
gboolean scope_state_find_minimum (ScopeState *self, ScopeMinimum *minimum);
void scope_state_known_clear (ScopeKnown *known);
void scope_state_known_clear_words (ScopeKnown *known);
