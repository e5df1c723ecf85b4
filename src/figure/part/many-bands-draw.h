/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* From SCOPE_MOST_SINGLE_CURVES flowers on. */
void scope_many_bands_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
/* What they are, once all titles are drawn: in fewer words where it has no room. */
void scope_many_bands_draw_legend (const ScopeMarks *marks, const ScopePanelArea *panel);
