/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenario.h"

void
scope_scenario_init (ScopeScenario *scenario)
{
  *scenario = (ScopeScenario) {
    .parameters = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 },
    .classes = scope_classes_iris,
    .wiring = SCOPE_WIRING_CLASS_1,
    .rate = 1,
    .step_h = 1,
  };
}

void
scope_scenario_rewire (ScopeScenario *scenario)
{
  scope_wiring_weights (scenario->wiring, scenario->parameters.observed, scenario->parameters.w);
}
