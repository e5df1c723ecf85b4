/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "figure-copy.h"
#include "history.h"
#include "many-total.h"
#include "minimum.h"

/* What was found aside of the sum over very many rows: of which rows, wiring and b₃. */
typedef struct
{
  ScopeRowBlock *rows; /* Owned reference; NULL where nothing is known */
  guint selected;
  gboolean mean;
  double w[SCOPE_N_CLASSES], b;
  ScopeBatchOutcome sum;
  ScopeMinimum minimum;
  gboolean has_sum, has_minimum;
  guint64 serial;             /* of the state that the words are about */
  char *words[SCOPE_N_WORDS]; /* Owned */
  gboolean fits;              /* the axis waits for being fitted to the curves */
} ScopeKnown;

/* What the files state-….c are about. */
typedef struct _ScopeState ScopeState;

struct _ScopeState
{
  GObject parent_instance;

  ScopeValues values; /* Owns its rows */
  ScopeView view;
  ScopeMany many;        /* for figures: what values say of many observations */
  ScopeManyTotal *total; /* Owned; their sum and its minimum, found once for all figures of a state */
  ScopeOutcome outcome;
  gboolean outcome_valid;
  ScopeHistory *history;           /* Owned */
  gboolean could_undo, could_redo; /* as last notified */

  /* What a lecture set aside, to be there again after it; history NULL outside of one. */
  ScopeHistory *own_history; /* Owned */
  ScopeMoment own;           /* Owns its rows */

  GPtrArray *tracks; /* Owned; of ScopeTrack: all that any values may borrow */

  guint64 serial; /* another one after each change */
  ScopeKnown known;

  guint drag_depth;
  gboolean drag_recorded; /* the drag's one undo step was pushed */
};
