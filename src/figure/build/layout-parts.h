/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "subject.h"
#include "plan.h"

/* What layout.c and layout-parts.c share: which parts there is room for, one above the other. */

/* Heights in em. */
#define SCOPE_LAYOUT_PAD 0.9
#define SCOPE_LAYOUT_QUESTION 2.2
#define SCOPE_LAYOUT_BAR 1.9
#define SCOPE_LAYOUT_RESIDUALS 1.7
#define SCOPE_LAYOUT_BAR_GAP 0.8
#define SCOPE_LAYOUT_ALONE 1.5
#define SCOPE_LAYOUT_TITLE 2.0
#define SCOPE_LAYOUT_AXIS_TICKS 1.6
#define SCOPE_LAYOUT_AXIS_TITLE 1.7
#define SCOPE_LAYOUT_PANEL_GAP 0.5
/* Linked plots in a row. */
#define SCOPE_LAYOUT_LINKS 10.2

typedef struct
{
  gboolean question, bar, residuals, probabilities, formula, diagram, steps, links, hood, hood_line;
  /* The chain is called that of one flower of many: everywhere, and over the formula. */
  gboolean alone, alone_chain;
  ScopeWaterfallForm waterfall; /* in the first column */
} ScopeParts;

/* What the second column holds, in pixels; 0: nothing of it. */
typedef struct
{
  double alone, links, hood, waterfall;
  ScopeWaterfallForm form;
} ScopeSideParts;

/* For the present em and columns. */
ScopeParts scope_parts_choose (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
/* What is left to the panels. */
double scope_parts_plot_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                                const ScopeParts *parts);
double scope_parts_hood_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                                const ScopeParts *parts);
double scope_parts_waterfall_height (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                     const ScopeParts *parts);
/* What of it fits into a second column. */
ScopeSideParts scope_parts_fill_side (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                      const ScopePlan *plan, const ScopeParts *parts);
/* How much is shown; a more important part weighs more than all lesser ones together. */
unsigned scope_parts_weigh (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            const ScopeParts *parts);
/* The most that there could be. */
unsigned scope_parts_weigh_all (const ScopeCanvas *canvas, const ScopeSubject *subject,
                                const ScopePlan *plan);
