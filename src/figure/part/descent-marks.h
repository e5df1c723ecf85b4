/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* Room for where a descent has been, and another one, which labels that stand keep off: the ways of its last steps
 * and its bound; its places. Later they themselves, over tangent and join. */
void scope_descent_marks_reserve_lines (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_descent_marks_reserve_places (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_descent_marks_draw_lines (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_descent_marks_draw_places (const ScopeMarks *marks, const ScopePanelArea *panel);
/* What stands there: the rate of the other one, the bound; the numbers of the steps, which stand while η moves. */
void scope_descent_marks_name (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_descent_marks_number_places (const ScopeMarks *marks, const ScopePanelArea *panel);
