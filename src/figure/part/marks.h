/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "layer.h"
#include "plan.h"
#include "subject.h"

void scope_marks_init (ScopeMarks *marks, ScopeCanvas *canvas, const ScopeSubject *subject,
                       const ScopePlan *plan);
void scope_marks_clear (ScopeMarks *marks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeMarks, scope_marks_clear)

/* The line at ln 3; the one that joins the points; tangent and slope triangle; the points, whose room is taken
 * before any label's, since they are painted over what comes before them. */
void scope_marks_draw_guess (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_marks_draw_join (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_marks_draw_tangent (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_marks_reserve_point (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_marks_draw_point (const ScopeMarks *marks, const ScopePanelArea *panel);
/* What is heard of the line at ln 3. */
void scope_marks_say_guess (GString *text, const ScopeSubject *subject);
