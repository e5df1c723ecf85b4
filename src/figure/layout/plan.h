/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "figure.h"

/* Where the derivation's nodes L, p, z and b₃ stand, and the gaps between them, which the formula
 * and the diagram share: each fraction is over its edge. */
typedef struct
{
  double em;        /* size of the text; 0 where there is no room for any of it */
  double node_x[4]; /* left edges */
  double node_width[4];
  double gap_x[SCOPE_N_FACTORS], gap_width[SCOPE_N_FACTORS];
  gboolean short_names; /* p₁ in place of p_Setosa */
  gboolean bare;        /* nodes are symbols alone, p₁ and z₁ */
} ScopeColumns;

/* How much room the contributions of many flowers have. */
typedef enum
{
  SCOPE_WATERFALL_NONE,
  SCOPE_WATERFALL_COLUMN, /* in the second column, the balance below the sum */
  SCOPE_WATERFALL_TIGHT,  /* the same, closer together */
  SCOPE_WATERFALL_STRIP,  /* in the first column, beside each other */
  SCOPE_WATERFALL_LINE,   /* there, too: the sum alone, in numbers */
} ScopeWaterfallForm;

/* Where parts that are about one flower of many are called so. */
typedef enum
{
  SCOPE_ALONE_CHAIN, /* over formula and diagram, and the bar where it is in their column */
  SCOPE_ALONE_SIDE,  /* in the second column */
  SCOPE_ALONE_LINKS, /* over the linked plots in a row */
} ScopeAlone;
#define SCOPE_N_ALONE 3

/* Where the parts of one figure are: a height of 0 where one has yielded or is not asked for. */
typedef struct
{
  unsigned yielded; /* ScopeShow flags of rows of steps that have no room */
  ScopeRect question, bar, residuals, formula, diagram, steps, axis_ticks, axis_title;
  ScopeRect hood, waterfall;
  ScopeWaterfallForm waterfall_form;
  ScopeRect alone[SCOPE_N_ALONE];
  unsigned stage_blocks; /* of a presentation's second column: see stage-column.c */
  double stage_top;
  ScopeRect caption;    /* of a presentation's step */
  ScopeRect links;      /* the linked plots in a row, where there is no second column */
  ScopeRect main, side; /* the columns; side has a width of 0 where there is but one */
  ScopeColumns columns;
  gboolean goes_on;      /* before a hall: the steps stand right below the formula */
  gboolean stacked;      /* the columns find no room: the formula breaks at "=", nodes are symbols alone */
  gboolean stacked_long; /* then: and before its result */
  gboolean tall;         /* the parts of a remark have a row each: before a hall, and where it is narrow */
  double label_x, label_width; /* the column right of the panels */
  ScopePanelArea panels[SCOPE_N_PANELS];
  guint n_panels;
} ScopePlan;
