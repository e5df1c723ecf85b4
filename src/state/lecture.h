/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history.h"
#include "stage-step.h"

/* The steps of the built-in lecture: the first worked-example flower, revealed thing by thing, and then the same
 * one labelled Virginica; the last step is the end. */

guint scope_lecture_n_steps (void);
/* What step i (0 ≤ i < scope_lecture_n_steps ()) says, translated, and which linked plots and rows it shows. */
void scope_lecture_fill_stage (guint i, ScopeStage *stage);
/* The step's state as written: every value, so that a step looks the same however one came to it. */
void scope_lecture_fill_values (guint i, ScopeValues *values);
