/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* Grid and digits of a panel; what the pointer finds there; the common axis below all of them. */
void scope_panel_draw_ground (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_panel_add_zone (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_panel_draw_axis (const ScopeMarks *marks, const ScopePanelArea *panel);
/* Kept curves below, then the other cases, the observed one on top; and their names. */
void scope_panel_draw_curves (const ScopeMarks *marks, const ScopePanelArea *panel);
