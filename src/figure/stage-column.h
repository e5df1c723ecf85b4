/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* From the top of the second column of a presentation, below the bar; linked plots and what is under the hood get
 * what is left. */
void scope_draw_stage_column (ScopeDrawing *drawing);
