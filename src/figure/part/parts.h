/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "descent-places.h"
#include "plan.h"
#include "subject.h"

/* The parts of a figure, and what some of them need. */

/* marks.c: the same of the values behind that panel's title. */
double scope_marks_title_room (const ScopeSubject *subject, ScopePanel kind);

/* hood-secant.c: what the block under the hood marks in the panels. */
void scope_draw_secant (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel);
void scope_draw_half_point (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel);
void scope_label_half_point (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel);
/* descent-marks.c: room for where a descent has been, and another one, and what stands there; those places;
 * the numbers of its steps, which stand while η moves; what its next step promises and gives, and that in words,
 * once all else has its place. */
void scope_stand_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                          const ScopeDescentPoints *points);
void scope_draw_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeDescentPoints *points);
void scope_number_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                           const ScopeDescentPoints *points);
void scope_draw_next_step (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
void scope_label_next_step (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
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
void scope_draw_panels (ScopeCanvas *canvas, const ScopeSubject *subject,
                        const ScopePlan *plan); /* grounds, grids, ticks, titles, curves */
/* The class's own tangent through at. */
void scope_draw_estimate (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel,
                          const ScopePoint *at);
void scope_draw_marks (ScopeCanvas *canvas, const ScopeSubject *subject,
                       const ScopePlan *plan); /* points, tangent, arrow and their labels */
