/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* All three in one step of undo. */
static inline void
test_set_weights (ScopeState *state, const double w[SCOPE_N_CLASSES])
{
  ScopeScenario scenario = *scope_state_get_scenario (state);

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    g_assert_true (scope_field_set_number (SCOPE_FIELD (parameters.w), &scenario, k, w[k]));
  scope_state_set_scenario (state, &scenario);
}
