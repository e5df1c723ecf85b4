/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "descent-steps.h"

/* The steps of a walk as they are asked for: at once, or of very many flowers aside and later. What was
 * found once is kept as long as the flowers are the same. */
typedef struct _ScopeStepFinder ScopeStepFinder;

/* Some of those that were asked for are there: who still wants the others asks again. */
typedef void (*ScopeStepFound) (gpointer data);

ScopeStepFinder *scope_step_finder_new (ScopeStepFound found, gpointer data);
void scope_step_finder_free (ScopeStepFinder *finder);

void scope_step_finder_set_steps (ScopeStepFinder *finder, ScopeSteps *steps);
/* FALSE while it is being found: step has its place and b₃ alone then. */
gboolean scope_step_finder_get (ScopeStepFinder *finder, guint place, ScopeStep *step);
