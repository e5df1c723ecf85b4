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
/* All fields as they are in another scenario, in one step of undo. */
void scope_state_set_scenario (ScopeState *self, const ScopeScenario *scenario);
void scope_state_set_bias (ScopeState *self, double bias);
void scope_state_set_observed (ScopeState *self, unsigned observed);
/* NULL, or a sentence about what is wrong with the name, which changes nothing. */
const char *scope_state_set_class (ScopeState *self, unsigned k, const char *name);
void scope_state_set_wiring (ScopeState *self, ScopeWiring wiring);
void scope_state_set_show (ScopeState *self, unsigned show);
void scope_state_set_hide (ScopeState *self, unsigned hide);

/* The slope of the tangent that the class turns, anew from 0 each time it is asked for. */
void scope_state_set_estimate (ScopeState *self, double slope);
double scope_state_get_estimate (ScopeState *self);

ScopeWiring scope_state_get_wiring (ScopeState *self);
const char *scope_state_get_flower (ScopeState *self); /* NULL where none is chosen */
double scope_state_get_step_h (ScopeState *self);

/* Sets the three logits to numbers for which plain arithmetic breaks in the next of three ways, in
 * one undo step. FALSE where there are no such logits. */
gboolean scope_state_break_arithmetic (ScopeState *self);

/* Chooses a flower: three logits and the observed class in one undo step, and fits the view. */
void scope_state_choose_flower (ScopeState *self, const char *name, const double a[SCOPE_N_CLASSES],
                                unsigned observed);

/* Undo: each set is a step of its own, but all between begin and end are one. Nested pairs count. */
void scope_state_begin_drag (ScopeState *self);
void scope_state_end_drag (ScopeState *self);
gboolean scope_state_is_dragging (ScopeState *self);
void scope_state_reset (ScopeState *self); /* Ctrl+Home: back to the start, one undo step */

G_END_DECLS
