/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* The parts of a figure, and what some of them need. */

/* What the block needs as a strip in the first column, as a single line there, and at least in the
 * second column; 0 where it is not shown. */
double scope_hood_strip_height (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                const ScopePlan *plan);
double scope_hood_line_height (const ScopeCanvas *canvas, const ScopeSubject *subject);
double scope_hood_side_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* There, too: of its first rows, which are better than nothing. */
double scope_hood_least_height (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                const ScopePlan *plan);
/* Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeSubject *subject);

/* "Flower 1 alone", wherever the layout has room for it. */
void scope_draw_many_alone (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_waterfall (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* The parts, in the order of painting. */
void scope_draw_question (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_bar (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_formula (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_diagram (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_steps (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_links (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_hood (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_draw_stage (ScopeCanvas *canvas, const ScopeSubject *subject,
                       const ScopePlan *plan); /* formula and sentence of a presentation */
