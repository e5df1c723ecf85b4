/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "planner.h"
#include "subject.h"

/* The parts of a figure, and what some of them need. */

/* Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeSubject *subject);

/* What the blocks need. */
void scope_many_alone_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                               ScopeBlock *block);

/* The blocks themselves. */
void scope_draw_steps (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       const ScopeSpot *spot);
void scope_draw_waterfall (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                           const ScopeSpot *spot);
void scope_draw_many_alone (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            const ScopeSpot *spot);
/* What a step of a presentation says, below the picture; nothing elsewhere. */
void scope_draw_stage (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
