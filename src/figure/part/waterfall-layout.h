/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"
#include "planner.h"

/* How much room the contributions of many flowers have. */
typedef enum
{
  SCOPE_WATERFALL_COLUMN, /* in the second column, the balance below the sum */
  SCOPE_WATERFALL_TIGHT,  /* the same, closer together */
  SCOPE_WATERFALL_STRIP,  /* in the first column, beside each other */
  SCOPE_WATERFALL_LINE,   /* there, too: the sum alone, in numbers */
} ScopeWaterfallForm;

/* In em. */
typedef struct
{
  double title, row, gap, bottom;
} ScopeWaterfallSpacing;

const ScopeWaterfallSpacing *scope_waterfall_spacing (ScopeWaterfallForm form);
/* Without the rows of flowers. */
double scope_waterfall_fixed_height (const ScopeSubject *subject, ScopeWaterfallForm form);
/* In the second column: with fewer and fewer rows, then the same closer together; and where there is none. */
void scope_waterfall_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                              ScopeBlock *block);
void scope_waterfall_measure_strip (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                    const ScopePlan *plan, ScopeBlock *block);
/* As what it is drawn there. */
ScopeWaterfallForm scope_waterfall_find_form (const ScopeSubject *subject, const ScopeSpot *spot);
