/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* A step of a presentation: what it says, and its second column. */

/* Markup, with the present numbers. The caller frees it. */
char *scope_stage_write_title (const ScopeDrawing *drawing);
char *scope_stage_write_text (const ScopeDrawing *drawing);

/* b₃ − η·∂L/∂b₃ */
double scope_stage_next_bias (const ScopeDrawing *drawing);

/* The linked plots that are shown: bit i as in ScopeStage; outside of a presentation all. */
#define SCOPE_ALL_LINKS 7u
unsigned scope_stage_links (const ScopeFigure *figure);

/* From the top of the second column, below the bar; linked plots and what is under the hood get what is left. */
void scope_draw_stage_column (ScopeDrawing *drawing);
