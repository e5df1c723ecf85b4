/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"
#include "parts.h"

/* The second column of a presentation, below the bar: its blocks from the top on; linked plots and what is under the
 * hood get what is left. */
void scope_stage_column_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
void scope_draw_stage_column (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
