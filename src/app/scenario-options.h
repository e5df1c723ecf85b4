/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "scenario.h"

G_BEGIN_DECLS

/* The options of the scenario, which the program without a window has, too: what a field is set to. */

void scope_scenario_options_add (GApplication *application);

/* What was given of them, an option's name and its value in turns; NULL where one is not allowed, which has been said.
 * Names of classes, which others may say, come first. */
GStrv scope_scenario_options_take (GVariantDict *options);

/* Sets what has been taken, here or by another process. */
void scope_scenario_options_apply (const char *const *taken, ScopeScenario *scenario);

G_END_DECLS
