/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* What waterfall.c and waterfall-layout.c share; in em. */
typedef struct
{
  double title, row, gap, bottom;
} ScopeWaterfallSpacing;

const ScopeWaterfallSpacing *scope_waterfall_spacing (ScopeWaterfallForm form);
/* Without the rows of flowers. */
double scope_waterfall_fixed_height (const ScopeDrawing *drawing, ScopeWaterfallForm form);
