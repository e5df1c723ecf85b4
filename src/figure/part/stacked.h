/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "pen.h"
#include "planner.h"

/* Paths' products with plus signs between them: "−0.8491 + 0.3962". */
void scope_stacked_write_terms (ScopePen *pen, const ScopeRole *role);

/* All of it where plan->stacked. */
void scope_stacked_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            ScopeBlock *block);
/* Whether numbers and result in one row would be too small to read. */
gboolean scope_stacked_is_long (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_stacked_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeSpot *spot);
