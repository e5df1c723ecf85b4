/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-private.h"

/* The view after a change. */

void scope_state_follow (ScopeState *self, const ScopeValues *before);
/* An axis, and the vertical ranges that fit the curves of values. */
void scope_state_init_view (ScopeState *self, const ScopeValues *values, double lo, double hi);
/* Widens or narrows the vertical ranges where the curves of values left them. */
void scope_state_adapt_view (ScopeState *self, const ScopeValues *values);
/* Shows where the curves of values bend. */
void scope_state_fit_view (ScopeState *self, const ScopeValues *values);
