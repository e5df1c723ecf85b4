/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"

/* In em. */
typedef struct
{
  double title, row, gap, bottom;
} ScopeWaterfallSpacing;

const ScopeWaterfallSpacing *scope_waterfall_spacing (ScopeWaterfallForm form);
/* Without the rows of flowers. */
double scope_waterfall_fixed_height (const ScopeSubject *subject, ScopeWaterfallForm form);
/* What the block of contributions takes of `room` in that form, 0 where it is not shown or has none. */
double scope_waterfall_height (const ScopeCanvas *canvas, const ScopeSubject *subject,
                               ScopeWaterfallForm form, double room);
