/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "history.h"
#include "many-total.h"
#include "state.h"

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
  guint64 serial; /* of the state that the words are about */
  char *words[SCOPE_N_WORDS]; /* Owned */
  gboolean fits;  /* the axis waits for being fitted to the curves */
} ScopeKnown;

/* What the files state-….c share. */

extern const char *const scope_class_names[SCOPE_N_CLASSES];
/* Of a kept curve, as it is written. */
#define SCOPE_N_KEPT_NUMBERS 8

struct _ScopeState
{
  GObject parent_instance;

  ScopeValues values; /* Owns its rows */
  ScopeView view;
  ScopeMany many;     /* for figures: what values say of many observations */
  ScopeManyTotal *total; /* Owned; their sum and its minimum, found once for all figures of a state */
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS]; /* for figures: their names are those in values */
  ScopeOutcome outcome;
  gboolean outcome_valid;
  ScopeHistory *history; /* Owned */
  gboolean could_undo, could_redo; /* as last notified */

  /* What a lecture set aside, to be there again after it; history NULL outside of one. */
  ScopeHistory *own_history; /* Owned */
  ScopeMoment own;             /* Owns its rows */

  GPtrArray *tracks; /* Owned; of ScopeTrack: all that any values may borrow */

  guint64 serial; /* another one after each change */
  ScopeKnown known;

  guint drag_depth;
  gboolean drag_recorded; /* the drag's one undo step was pushed */
};

/* Everything that changes values ends here: the view follows, each property that differs is
 * notified once, and “changed” is emitted once. No undo step. */
void scope_state_apply (ScopeState *self, const ScopeValues *values);
/* The same as one undo step, and nothing where values are the present ones. */
void scope_state_change (ScopeState *self, const ScopeValues *values);
/* The same where the view has been fitted to values already: view is the one before. */
void scope_state_change_from (ScopeState *self, const ScopeView *view, const ScopeValues *values);
/* Values with exactly the view that they had. No undo step. */
void scope_state_return_to (ScopeState *self, const ScopeMoment *step);
void scope_state_emit_changed (ScopeState *self);
void scope_state_emit_told (ScopeState *self);
/* FALSE where name is blank or no text; cut to 60 characters. */
gboolean scope_kept_set_name (ScopeKept *kept, const char *name);
/* The wiring “observed class” goes with the observed class; over many observations there is none. */
void scope_values_rewire (ScopeValues *values);
/* What the figure and the view make of values that have rows. */
ScopeMany scope_values_get_many (const ScopeValues *values);

/* state-view.c: the view after a change. */
void scope_state_follow (ScopeState *self, const ScopeValues *before);
/* An axis, and the vertical ranges that fit the curves of values. */
void scope_state_init_view (ScopeState *self, const ScopeValues *values, double lo, double hi);
/* Widens or narrows the vertical ranges where the curves of values left them. */
void scope_state_adapt_view (ScopeState *self, const ScopeValues *values);
/* Shows where the curves of values bend. */
void scope_state_fit_view (ScopeState *self, const ScopeValues *values);

/* state-aside.c: what is known of these values' sum; NULL where it is not. */
const ScopeBatchOutcome *scope_state_known_sum (ScopeState *self);
const ScopeMinimum *scope_state_known_minimum (ScopeState *self);
/* Known, or searched for where that is quick; FALSE where neither. */
gboolean scope_state_find_minimum (ScopeState *self, ScopeMinimum *minimum);
void scope_known_clear (ScopeKnown *known);
/* TRUE where sums over the rows are not for the thread that takes the keys. */
gboolean scope_values_are_large (const ScopeValues *values);

/* state-rows.c: writes the parameters into the selected row; what was made for that, NULL for
 * nothing: the caller's reference. */
ScopeRowBlock *scope_values_write_row (ScopeValues *values);
/* What a figure is told of many observations. */
void scope_state_fill_many (ScopeState *self, ScopeFigure *figure);
/* Makes row i the selected one: its values are the parameters from then on. */
void scope_values_select_row (ScopeValues *values, guint i);

/* state-descent.c: ends a walk that does not lead to these values. */
void scope_values_follow_walk (ScopeValues *values, const ScopeValues *before);
/* The steps of the walks, as if each had been taken at a rate so many times as large. */
void scope_state_rescale_walks (ScopeState *self, ScopeValues *values, double factor);
/* A new track with the first n places of another, NULL for none; the state's own. */
ScopeTrack *scope_state_new_track (ScopeState *self, const ScopeTrack *from, guint n);
void scope_track_append (ScopeTrack *track, double b, double rate);
void scope_track_free (ScopeTrack *track);
void scope_walk_fill_trail (const ScopeWalk *walk, double rate, ScopeTrail *trail);

/* state-properties.c */
void scope_state_install_properties (GObjectClass *klass);
void scope_state_notify_difference (ScopeState *self, const ScopeValues *before);
void scope_state_notify_history (ScopeState *self);
