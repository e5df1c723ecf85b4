/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "field.h"
#include "figure-copy.h"
#include "history.h"
#include "minimum.h"
#include "wiring.h"

G_BEGIN_DECLS

/* The only truth of the window: what the sliders set, how it is looked at and what is shown.
 * Setters compare, store and notify; the outcome is computed once per change, on demand.
 *
 * Properties (all readable, writable and bindable where not said otherwise):
 *   logit-1, logit-2, logit-3, bias, weight-1, weight-2, weight-3, rate,
 *   estimate, step-h   double
 *   shift        double: c, added to all three logits
 *   observed     uint, 0 to 2
 *   wiring       int, a ScopeWiring
 *   show-question, show-bar, …: "show-" and each part's name               boolean
 *   can-undo, can-redo                                                     boolean, read-only
 *   flower       string or NULL, read-only: name of the chosen example flower, until a logit moves
 *   n-ghosts     uint, read-only: how many curves are kept
 *   classes      three strings, read-only: what the classes are called
 *   n-rows       uint, read-only: of many observations; 0 for one flower
 *   selected     uint: the row that logits and observed class belong to
 *   mean         boolean: of the rows; else their total
 * Signals:
 *   changed      something that the picture depends on has changed (emitted once per change)
 *   settled      values rest again after a drag
 *   told         what is found aside of very many rows has been found for the present values */
#define SCOPE_TYPE_STATE (scope_state_get_type ())
G_DECLARE_FINAL_TYPE (ScopeState, scope_state, SCOPE, STATE, GObject)

ScopeState *scope_state_new (void); /* the start-up state */

const ScopeScenario *scope_state_get_scenario (ScopeState *self);
const ScopeParameters *scope_state_get_parameters (ScopeState *self);
const ScopeOutcome *scope_state_get_outcome (ScopeState *self);
const ScopeView *scope_state_get_view (ScopeState *self);
const ScopeClasses *scope_state_get_classes (ScopeState *self);
unsigned scope_state_get_show (ScopeState *self); /* ScopeShow flags */
unsigned scope_state_get_hide (ScopeState *self); /* ScopeQuantity flags */

/* One number of a field, and a field of another kind. What is no value of it changes nothing. */
void scope_state_set_number (ScopeState *self, const ScopeScenarioField *field, unsigned k, double number);
void scope_state_set_whole (ScopeState *self, const ScopeScenarioField *field, unsigned whole);
/* All fields as they are in another scenario, in one step of undo, and one of them. */
void scope_state_set_scenario (ScopeState *self, const ScopeScenario *scenario);
void scope_state_set_field (ScopeState *self, const ScopeScenarioField *field, const ScopeScenario *from);
void scope_state_set_logit (ScopeState *self, unsigned k, double logit);
void scope_state_set_bias (ScopeState *self, double bias);
void scope_state_set_shift (ScopeState *self, double shift);
void scope_state_set_observed (ScopeState *self, unsigned observed);
/* NULL, or a sentence about what is wrong with the name, which changes nothing. */
const char *scope_state_set_class (ScopeState *self, unsigned k, const char *name);
void scope_state_set_classes (ScopeState *self, const ScopeClasses *classes);
void scope_state_set_wiring (ScopeState *self, ScopeWiring wiring);
void scope_state_set_weights (ScopeState *self, const double w[SCOPE_N_CLASSES]);
void scope_state_set_show (ScopeState *self, unsigned show);
void scope_state_set_hide (ScopeState *self, unsigned hide);
/* SCOPE_SHOW_ANSWERS or SCOPE_SHOW_ESTIMATE: asks and hides the gradient, reveals it, takes the
 * part away. */
void scope_state_advance_prediction (ScopeState *self, ScopeShow part);

/* The slope of the tangent that the class turns, anew from 0 each time it is asked for. */
void scope_state_set_estimate (ScopeState *self, double slope);
double scope_state_get_estimate (ScopeState *self);

/* A lecture borrows the state: values, view and undo are set aside, each step sets its own values
 * and the view that opens with them, and all is as it was when it ends. */
void scope_state_begin_lecture (ScopeState *self);
void scope_state_show_step (ScopeState *self, const ScopeValues *values);
void scope_state_end_lecture (ScopeState *self);
gboolean scope_state_in_lecture (ScopeState *self);
void scope_state_set_view (ScopeState *self, const ScopeView *view); /* no undo step */
void scope_state_reset_view (ScopeState *self);                      /* double-click */

ScopeWiring scope_state_get_wiring (ScopeState *self);
const char *scope_state_get_flower (ScopeState *self); /* NULL where none is chosen */
double scope_state_get_step_h (ScopeState *self);
void scope_state_set_step_h (ScopeState *self, double step_h); /* kept in its range */

/* Sets the three logits to numbers for which plain arithmetic breaks in the next of three ways, in
 * one undo step. FALSE where there are no such logits. */
gboolean scope_state_break_arithmetic (ScopeState *self);

/* Chooses a flower: three logits and the observed class in one undo step, and fits the view. */
void scope_state_choose_flower (ScopeState *self, const char *name, const double a[SCOPE_N_CLASSES],
                                unsigned observed);

/* Curves kept to compare with, SCOPE_MOST_GHOSTS at most. Keeping the present one shows them, and
 * names it after what tells it from the others; FALSE where there is no room. A blank name is
 * none, a long one is cut to 60 characters. */
gboolean scope_state_keep_curve (ScopeState *self);
void scope_state_rename_ghost (ScopeState *self, guint i, const char *name);
void scope_state_remove_ghost (ScopeState *self, guint i);
void scope_state_remove_all_ghosts (ScopeState *self);
guint scope_state_get_n_ghosts (ScopeState *self);
const char *scope_state_get_ghost_name (ScopeState *self, guint i);

/* Many observations. The logits and the observed class are those of the selected one: what changes
 * them changes its row. Total or mean follow how many there are, and a mean begins with a learning
 * rate below which no step raises it. No wiring goes with “observed class” then: the first takes its
 * place. Numbers are finite, n ≥ 1. */
void scope_state_set_rows (ScopeState *self, const ScopeBatchRow *rows, guint n);
void scope_state_leave_rows (ScopeState *self);               /* back to one flower, the selected one */
guint scope_state_get_n_rows (ScopeState *self);              /* 0 for one flower */
const ScopeBatchRow *scope_state_get_rows (ScopeState *self); /* valid until the next change */
ScopeRowBlock *scope_state_get_row_block (ScopeState *self);  /* Borrowed; NULL for one flower */
double scope_state_get_row_bound (ScopeState *self);          /* the largest logit's size, of all rows */
gboolean scope_state_get_mean (ScopeState *self);
/* Walks stay, with the rates at which their steps would be the same. */
void scope_state_set_mean (ScopeState *self, gboolean mean);
guint scope_state_get_selected (ScopeState *self);
void scope_state_select_row (ScopeState *self, guint i); /* no undo step */
/* The first of them is selected then. One flower counts as the only row there is. */
void scope_state_insert_rows (ScopeState *self, guint at, const ScopeBatchRow *rows, guint n);
void scope_state_remove_row (ScopeState *self, guint i); /* the last leaves one flower */
void scope_state_move_row (ScopeState *self, guint from, guint to);

/* Gradient descent on b₃, at the present rate. The walk begins anew where the one before does not lead
 * to the present b₃, and shows itself when it begins. */
/* What is descended on; row is room for the one flower. */
ScopeBatch scope_state_get_batch (ScopeState *self, ScopeBatchRow *row);
double scope_state_get_rate (ScopeState *self);
void scope_state_set_rate (ScopeState *self, double rate);
/* Up to n steps as one undo step, or as part of the one before; how many were taken: fewer where a step
 * changes nothing, leads beyond all numbers, or SCOPE_MOST_PLACES are reached. */
guint scope_state_descend (ScopeState *self, guint n, gboolean joined);
/* To the place before, which is forgotten; FALSE where there is none. */
gboolean scope_state_descend_back (ScopeState *self);
/* To one of the places, and all stay. */
void scope_state_descend_to (ScopeState *self, guint place);
/* To the minimum, in one step at the rate that leads there; FALSE where there is none that is finite, and
 * kind says why. */
gboolean scope_state_descend_to_minimum (ScopeState *self, ScopeMinimumKind *kind);
/* Keeps the walk to compare another one with, and goes back to where it began; FALSE where there is
 * none. */
gboolean scope_state_keep_walk (ScopeState *self);
void scope_state_clear_walks (ScopeState *self);
/* Shows all places of both walks, and the minimum where it is finite; FALSE where there is no walk. */
gboolean scope_state_view_walks (ScopeState *self);
const ScopeWalk *scope_state_get_walk (ScopeState *self);
const ScopeWalk *scope_state_get_kept_walk (ScopeState *self);

/* Undo: each set is a step of its own, but all between begin and end are one. Nested pairs count. */
void scope_state_begin_drag (ScopeState *self);
void scope_state_end_drag (ScopeState *self);
gboolean scope_state_is_dragging (ScopeState *self);
void scope_state_undo (ScopeState *self);
void scope_state_redo (ScopeState *self);
void scope_state_reset (ScopeState *self); /* Ctrl+Home: back to the start, one undo step */

/* What is kept from one start to the next, as key-file text. A text that says less leaves the rest
 * as it is; one that is broken changes nothing and returns FALSE. No undo step. */
char *scope_state_save (ScopeState *self);
gboolean scope_state_restore (ScopeState *self, const char *text);

/* Fills what of a figure the state knows; size, theme, text scale and decimal sign are the
 * caller's. Of very many rows sum and minimum are left out where they are not known yet. */
void scope_state_fill_figure (ScopeState *self, ScopeFigure *figure);

/* Sums over more rows than SCOPE_MANY_ROWS take too long for who waits at a key: they are made where the
 * figure is drawn, aside, and the state is told. */
gboolean scope_state_is_large (ScopeState *self);
/* The figure, which is this state's but for what fill_figure() leaves out, for a thread. */
ScopeFigureCopy *scope_state_copy_figure (ScopeState *self, const ScopeFigure *figure);
/* Takes the sum, the minimum and, where the axis was to be fitted, the view that a thread has written into
 * the copy, and the words, each of which may be NULL. Words and view of a state that is no more are left. */
void scope_state_tell (ScopeState *self, const ScopeFigureCopy *copy, const char *const words[SCOPE_N_WORDS]);
/* NULL until they are told for the present values. */
const char *scope_state_get_words (ScopeState *self, ScopeWords which);
/* FALSE where very many rows' minimum is not known yet: “told” says when it is. */
gboolean scope_state_knows_minimum (ScopeState *self);

G_END_DECLS
