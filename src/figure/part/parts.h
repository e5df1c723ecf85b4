/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* The parts of a figure, and what some of them need. */

/* Reads figure, hidden, cases and outcome alone. */
char *scope_hood_describe (const ScopeSubject *subject);

/* What the blocks need. */
void scope_question_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                             ScopeBlock *block);
void scope_bar_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                        ScopeBlock *block);
void scope_links_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                          ScopeBlock *block);
void scope_hood_measure_block (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                               ScopeBlock *block);
void scope_many_alone_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                               ScopeBlock *block);

/* The blocks themselves. */
void scope_draw_question (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                          const ScopeSpot *spot);
void scope_draw_bar (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                     const ScopeSpot *spot);
void scope_draw_formula (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeSpot *spot);
void scope_draw_diagram (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         const ScopeSpot *spot);
void scope_draw_steps (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       const ScopeSpot *spot);
void scope_draw_links (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                       const ScopeSpot *spot);
void scope_draw_hood (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                      const ScopeSpot *spot);
void scope_draw_waterfall (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                           const ScopeSpot *spot);
void scope_draw_many_alone (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            const ScopeSpot *spot);
/* What a step of a presentation says, below the picture; nothing elsewhere. */
void scope_draw_stage (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
