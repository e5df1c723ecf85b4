/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* In em; that of the axis, too. */
#define SCOPE_TITLE_SIZE 1.15

/* The title, which leaves its row's end to the values; and those, once all else has its place. */
void scope_title_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_title_draw_values (const ScopeMarks *marks, const ScopePanelArea *panel);
