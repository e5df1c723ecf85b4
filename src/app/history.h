/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "row-block.h"
#include "wiring.h"

/* A curve that was kept. */
typedef struct
{
  char name[244]; /* 60 characters of UTF-8 */
  ScopeParameters parameters;
} ScopeKept;

/* The places of a descent and the rate of the step that led to each, from step 0 on. Values borrow a
 * track and say how much of it is theirs: it only grows, and lives as long as the state. */
#define SCOPE_MOST_PLACES 4096
typedef struct
{
  double *b, *rate; /* Owned */
  guint n, room;
} ScopeTrack;

typedef struct
{
  ScopeTrack *track; /* Borrowed; NULL for none */
  guint n, at;       /* places of it; the one that b₃ is at */
} ScopeWalk;

/* What undo brings back, with the view that went with it. Plain values borrow their rows; who keeps values
 * keeps a reference beside them: the state, and the history for each of its steps. */
typedef struct
{
  ScopeParameters parameters; /* of many observations: those of the selected one */
  ScopeRowBlock *rows;        /* NULL: one flower */
  guint selected;             /* < rows->n; 0 without rows */
  gboolean mean;              /* of the rows; else their total */
  ScopeWiring wiring; /* tells “observed class” from the class that it happens to be */
  unsigned show; /* ScopeShow flags */
  unsigned hide; /* ScopeQuantity flags */
  double estimate;    /* slope of the class's own tangent */
  double rate;
  double step_h; /* h of the finite difference, 0 < h ≤ 1 */
  char flower[64];    /* name of the chosen flower, "" for none */
  ScopeKept ghosts[SCOPE_MOST_GHOSTS];
  unsigned n_ghosts;
  ScopeWalk walk, kept_walk; /* a descent on b₃, and another one to compare with */
} ScopeValues;

/* Names its flower, by as many whole characters as there is room for. */
void scope_values_name_flower (ScopeValues *values, const char *name);

gboolean scope_values_equal (const ScopeValues *one, const ScopeValues *other);

/* What a step of undo leads to: how values were, and how they were looked at. */
typedef struct
{
  ScopeValues values;
  ScopeView view;
} ScopeMoment;

/* Undo and redo as two stacks of moments, bounded. */
typedef struct _ScopeHistory ScopeHistory;

ScopeHistory *scope_history_new (void);
void scope_history_free (ScopeHistory *history);

/* Keeps what was before a change and forgets what was undone. A change of the same kind within a
 * second of the last one belongs to it, unless kind is 0. now_us: a monotonic time. */
void scope_history_push (ScopeHistory *history, const ScopeMoment *before, int kind, gint64 now_us);
/* Ends a run of changes of one kind: the next one is a step of its own. */
void scope_history_break (ScopeHistory *history);
/* Exchanges the present moment, and the reference that goes with its values, with the newest step; FALSE
 * where there is none. */
gboolean scope_history_undo (ScopeHistory *history, ScopeMoment *present);
gboolean scope_history_redo (ScopeHistory *history, ScopeMoment *present);
gboolean scope_history_can_undo (const ScopeHistory *history);
gboolean scope_history_can_redo (const ScopeHistory *history);
