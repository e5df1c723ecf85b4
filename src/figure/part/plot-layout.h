/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "planner.h"
#include "subject.h"

/* The panels one above the other, over their axis: with the third one, and without. */
void scope_plot_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         ScopeBlock *block);
/* Once the plot has its place: the panels' rectangles, scales and ticks. */
void scope_plot_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
