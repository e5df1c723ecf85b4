/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* What the next step promises and gives, as brackets; and in words, once all else has its place. */
void scope_descent_next_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_descent_next_label (const ScopeMarks *marks, const ScopePanelArea *panel);
