/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "canvas.h"
#include "planner.h"
#include "subject.h"

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

/* What has a place of its own in a picture. */
typedef enum
{
#define BLOCK(flag, name) SCOPE_BLOCK_##flag,
#include "block-list.h"
  SCOPE_N_BLOCKS,
} ScopeBlockId;

/* Where a block is. */
typedef struct
{
  ScopeRect rect; /* a height of 0 where it has yielded or is not asked for */
  guint form;     /* as it measures itself: 0 is the fullest */
  gboolean aside; /* it is in the second column */
} ScopeSpot;

/* Where the parts of one figure are. */
typedef struct
{
  unsigned yielded; /* ScopeShow flags of rows of steps that have no room */
  ScopeSpot at[SCOPE_N_BLOCKS];
  ScopeRect axis_ticks, axis_title;
  ScopeRect caption;    /* of a presentation's step */
  ScopeRect main, side; /* the columns; side has a width of 0 where there is but one */
  ScopeColumns columns;
  gboolean stacked; /* before a hall, and where the columns find no room: the formula breaks at "=", nodes are
                          * symbols alone */
  gboolean stacked_long; /* then: and before its result */
  gboolean tall;         /* the parts of a remark have a row each: before a hall, and where it is narrow */
  double label_x, label_width; /* the column right of the panels */
  ScopePanelArea panels[SCOPE_N_PANELS];
  guint n_panels;
} ScopePlan;
