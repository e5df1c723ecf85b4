/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "row-block.h"
#include "track.h"

/* What undo brings back, with the view that went with it. Plain values borrow their rows; who keeps values
 * keeps a reference beside them: the state, and the history for each of its steps. */
typedef struct
{
  union
  {
    ScopeScenario scenario; /* as a whole: its members are the values' own */
    struct _ScopeScenario;
  };
  ScopeRowBlock *rows; /* NULL: one flower */
  guint selected;      /* < rows->n; 0 without rows */
  gboolean mean;       /* of the rows; else their total */
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS];
  unsigned n_ghosts;
  ScopeWalk walk, kept_walk; /* a descent on b₃, and another one to compare with */
} ScopeValues;

/* Those of the start: the first worked example. */
void scope_values_init (ScopeValues *values);
gboolean scope_values_equal (const ScopeValues *one, const ScopeValues *other);

/* FALSE where name is blank or no text; cut to SCOPE_LONGEST_NAME characters. */
#define SCOPE_LONGEST_NAME 60
gboolean scope_values_set_kept_name (ScopeGhost *kept, const char *name);
/* The wiring “observed class” goes with the observed class; over many observations there is none. */
void scope_values_rewire (ScopeValues *values);
/* TRUE where sums over the rows are not for the thread that takes the keys. */
gboolean scope_values_are_large (const ScopeValues *values);
/* What the figure and the view make of the rows; none of one flower. */
ScopeMany scope_values_get_many (const ScopeValues *values);
/* What is descended on; row is room for the one flower. */
ScopeBatch scope_values_get_batch (const ScopeValues *values, ScopeBatchRow *row);
/* Writes the parameters into the selected row; what was made for that, NULL for nothing: the caller's reference. */
ScopeRowBlock *scope_values_write_row (ScopeValues *values);
/* Makes row i the selected one: its values are the parameters from then on. */
void scope_values_select_row (ScopeValues *values, guint i);
/* Ends a walk that does not lead to these values. */
void scope_values_follow_walk (ScopeValues *values, const ScopeValues *before);
