/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* What the block under the hood marks in the panels: through both points and a tangent's half beyond them, as a
 * track that labels avoid; and where the gradient's sigmoid is at its middle. */
void scope_hood_secant_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_hood_secant_draw_half_point (const ScopeMarks *marks, const ScopePanelArea *panel);
