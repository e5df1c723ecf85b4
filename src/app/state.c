/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "hood.h"
#include "state-private.h"

G_DEFINE_FINAL_TYPE (ScopeState, scope_state, G_TYPE_OBJECT)

enum { CHANGED, SETTLED, TOLD, N_SIGNALS };
static guint signals[N_SIGNALS];

const char *const scope_class_names[SCOPE_N_CLASSES] = { "Setosa", "Versicolor", "Virginica" };

static void
fill_start (ScopeValues *values)
{
  g_autofree char *flower = NULL;
  ScopeFigure start;

  scope_figure_init (&start);
  memset (values, 0, sizeof *values);
  values->parameters = start.parameters;
  values->wiring = SCOPE_WIRING_CLASS_1;
  values->show = start.show;
  values->hide = start.hide;
  values->estimate = start.estimate;
  values->rate = start.rate;
  values->step_h = start.step_h;
  flower = g_strdup_printf (_ ("Worked example %u: %s"), 1u, scope_class_names[0]);
  scope_values_name_flower (values, flower);
}

/* view is NULL where the present one goes along. */
static void
apply (ScopeState *self, const ScopeValues *values, const ScopeView *view)
{
  g_autoptr (ScopeRowBlock) rows_before = self->values.rows;
  ScopeValues before = self->values;

  g_object_freeze_notify (G_OBJECT (self));
  self->values = *values;
  scope_row_block_ref (values->rows);
  self->outcome_valid = FALSE;
  self->serial++;
  if (view != NULL)
    {
      self->view = *view;
      self->known.fits = FALSE;
    }
  else
    scope_state_follow (self, &before);
  scope_state_notify_difference (self, &before);
  scope_state_notify_history (self);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
scope_state_apply (ScopeState *self, const ScopeValues *values)
{
  apply (self, values, NULL);
}

void
scope_state_return_to (ScopeState *self, const ScopeMoment *step)
{
  apply (self, &step->values, &step->view);
}

/* What is changed, so that a run of key presses on it becomes one undo step. */
enum
{
  KIND_NONE,
  KIND_LOGIT_1,
  KIND_BIAS = KIND_LOGIT_1 + SCOPE_N_CLASSES,
  KIND_WEIGHTS,
  KIND_RATE,
  KIND_ESTIMATE,
  KIND_SHIFT,
  KIND_STEP_H,
};

/* view: the one before, where it has been fitted to what is wanted already. */
static void
change_from (ScopeState *self, const ScopeView *view, const ScopeValues *wanted, int kind)
{
  ScopeValues own = *wanted;
  const ScopeValues *values = &own;
  const ScopeMoment before = { self->values, *view };
  g_autoptr (ScopeRowBlock) written = scope_values_write_row (&own);

  scope_values_follow_walk (&own, &self->values);
  if (scope_values_equal (&self->values, values))
    {
      if (memcmp (&self->view, view, sizeof *view) != 0)
        scope_state_emit_changed (self);
      return;
    }

  if (self->drag_depth == 0)
    scope_history_push (self->history, &before, kind, g_get_monotonic_time ());
  else if (!self->drag_recorded)
    {
      scope_history_push (self->history, &before, 0, g_get_monotonic_time ());
      self->drag_recorded = TRUE;
    }
  scope_state_apply (self, values);
}

static void
change (ScopeState *self, const ScopeValues *wanted, int kind)
{
  const ScopeView view = self->view;

  change_from (self, &view, wanted, kind);
}

void
scope_state_change (ScopeState *self, const ScopeValues *values)
{
  change (self, values, KIND_NONE);
}

void
scope_state_change_from (ScopeState *self, const ScopeView *view, const ScopeValues *values)
{
  change_from (self, view, values, KIND_NONE);
}

/* --- Setters */

void
scope_state_set_logit (ScopeState *self, unsigned k, double logit)
{
  ScopeValues values = self->values;

  if (!isfinite (logit) || values.parameters.a[k] == logit)
    return;
  values.parameters.a[k] = logit;
  values.flower[0] = '\0';
  change (self, &values, KIND_LOGIT_1 + (int) k);
}

void
scope_state_set_bias (ScopeState *self, double bias)
{
  ScopeValues values = self->values;

  if (!isfinite (bias))
    return;
  values.parameters.b = bias;
  change (self, &values, KIND_BIAS);
}

void
scope_state_set_shift (ScopeState *self, double shift)
{
  ScopeValues values = self->values;

  if (!isfinite (shift))
    return;
  values.parameters.shift = shift;
  change (self, &values, KIND_SHIFT);
}

void
scope_values_rewire (ScopeValues *values)
{
  if (values->rows != NULL && values->wiring == SCOPE_WIRING_OBSERVED)
    values->wiring = SCOPE_WIRING_CLASS_1;
  scope_wiring_weights (values->wiring, values->parameters.observed, values->parameters.w);
}

void
scope_state_set_observed (ScopeState *self, unsigned observed)
{
  ScopeValues values = self->values;

  if (observed >= SCOPE_N_CLASSES)
    return;
  values.parameters.observed = observed;
  scope_values_rewire (&values);
  change (self, &values, KIND_NONE);
}

void
scope_state_set_wiring (ScopeState *self, ScopeWiring wiring)
{
  ScopeValues values = self->values;

  values.wiring = wiring;
  scope_values_rewire (&values);
  change (self, &values, KIND_NONE);
}

void
scope_state_set_weights (ScopeState *self, const double w[SCOPE_N_CLASSES])
{
  ScopeValues values = self->values;

  if (!isfinite (w[0]) || !isfinite (w[1]) || !isfinite (w[2]))
    return;
  memcpy (values.parameters.w, w, sizeof values.parameters.w);
  values.wiring = SCOPE_WIRING_CUSTOM;
  change (self, &values, KIND_WEIGHTS);
}

void
scope_state_set_show (ScopeState *self, unsigned show)
{
  ScopeValues values = self->values;

  values.show = show;
  change (self, &values, KIND_NONE);
}

void
scope_state_set_estimate (ScopeState *self, double slope)
{
  ScopeValues values = self->values;

  if (!isfinite (slope))
    return;
  values.estimate = slope;
  change (self, &values, KIND_ESTIMATE);
}

void
scope_state_set_hide (ScopeState *self, unsigned hide)
{
  ScopeValues values = self->values;

  values.hide = hide & SCOPE_QUANTITY_ALL;
  change (self, &values, KIND_NONE);
}

void
scope_state_set_rate (ScopeState *self, double rate)
{
  ScopeValues values = self->values;

  if (!isfinite (rate) || rate <= 0)
    return;
  values.rate = rate;
  change (self, &values, KIND_RATE);
}

double
scope_state_get_step_h (ScopeState *self)
{
  return self->values.step_h;
}

void
scope_state_set_step_h (ScopeState *self, double step_h)
{
  ScopeValues values = self->values;

  if (!isfinite (step_h) || step_h <= 0)
    return;
  values.step_h = CLAMP (step_h, SCOPE_LEAST_STEP_H, SCOPE_MOST_STEP_H);
  change (self, &values, KIND_STEP_H);
}

gboolean
scope_state_break_arithmetic (ScopeState *self)
{
  ScopeValues values = self->values;
  ScopeBreak now;
  guint first = scope_find_break (&values.parameters, &now) ? now + 1 : SCOPE_BREAK_OVERFLOW;

  for (guint i = 0; i < SCOPE_N_BREAKS; i++)
    if (scope_breaking_logits (&self->values.parameters,
                               (ScopeBreak) ((first + i) % SCOPE_N_BREAKS), values.parameters.a))
      {
        values.flower[0] = '\0';
        change (self, &values, KIND_NONE);
        return TRUE;
      }
  return FALSE;
}

void
scope_state_choose_flower (ScopeState *self, const char *name, const double a[SCOPE_N_CLASSES],
                           unsigned observed)
{
  const ScopeView before = self->view;
  ScopeValues values = self->values;

  memcpy (values.parameters.a, a, sizeof values.parameters.a);
  values.parameters.observed = observed;
  values.parameters.shift = 0;
  scope_values_name_flower (&values, name);
  scope_values_rewire (&values);
  /* One of many does not move the picture of all. */
  if (values.rows == NULL)
    scope_state_fit_view (self, &values);
  scope_state_change_from (self, &before, &values);
}

void
scope_state_emit_changed (ScopeState *self)
{
  self->serial++;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
scope_state_emit_told (ScopeState *self)
{
  g_signal_emit (self, signals[TOLD], 0);
}

/* --- Undo */

void
scope_state_begin_drag (ScopeState *self)
{
  if (self->drag_depth++ == 0)
    self->drag_recorded = FALSE;
}

void
scope_state_end_drag (ScopeState *self)
{
  /* It ended before, where the values were another's from then on. */
  if (self->drag_depth == 0 || --self->drag_depth > 0)
    return;
  scope_history_break (self->history);
  self->serial++;
  g_signal_emit (self, signals[SETTLED], 0);
}

gboolean
scope_state_is_dragging (ScopeState *self)
{
  return self->drag_depth > 0;
}

void
scope_state_reset (ScopeState *self)
{
  const ScopeView before = self->view;
  ScopeValues start;

  fill_start (&start);
  scope_view_init (&self->view, &start.parameters);
  scope_state_change_from (self, &before, &start);
}

/* --- Getters */

const ScopeParameters *
scope_state_get_parameters (ScopeState *self)
{
  return &self->values.parameters;
}

const ScopeOutcome *
scope_state_get_outcome (ScopeState *self)
{
  if (!self->outcome_valid)
    scope_evaluate (&self->values.parameters, &self->outcome);
  self->outcome_valid = TRUE;
  return &self->outcome;
}

const char *const *
scope_state_get_class_names (ScopeState *self)
{
  return scope_class_names;
}

unsigned
scope_state_get_hide (ScopeState *self)
{
  return self->values.hide;
}

double
scope_state_get_estimate (ScopeState *self)
{
  return self->values.estimate;
}

unsigned
scope_state_get_show (ScopeState *self)
{
  return self->values.show;
}

ScopeWiring
scope_state_get_wiring (ScopeState *self)
{
  return self->values.wiring;
}

const char *
scope_state_get_flower (ScopeState *self)
{
  return self->values.flower[0] != '\0' ? self->values.flower : NULL;
}

void
scope_state_fill_figure (ScopeState *self, ScopeFigure *figure)
{
  scope_figure_init (figure);
  figure->parameters = self->values.parameters;
  figure->view = self->view;
  figure->show = self->values.show;
  figure->hide = self->values.hide;
  figure->estimate = self->values.estimate;
  figure->rate = self->values.rate;
  figure->step_h = self->values.step_h;
  figure->settled = self->drag_depth == 0;
  for (guint i = 0; i < self->values.n_ghosts; i++)
    self->ghosts[i] = (ScopeGhost) { self->values.ghosts[i].parameters, self->values.ghosts[i].name };
  figure->ghosts = self->ghosts;
  figure->n_ghosts = self->values.n_ghosts;
  scope_walk_fill_trail (&self->values.walk, self->values.rate, &figure->trail);
  scope_walk_fill_trail (&self->values.kept_walk, self->values.rate, &figure->kept_trail);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    figure->class_names[k] = scope_class_names[k];
  if (self->values.rows != NULL)
    scope_state_fill_many (self, figure);
}

/* --- GObject */

static void
scope_state_finalize (GObject *object)
{
  ScopeState *self = SCOPE_STATE (object);

  g_clear_pointer (&self->history, scope_history_free);
  g_clear_pointer (&self->own_history, scope_history_free);
  g_clear_pointer (&self->values.rows, scope_row_block_unref);
  g_clear_pointer (&self->own.values.rows, scope_row_block_unref);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->total, scope_many_total_free);
  scope_known_clear (&self->known);
  G_OBJECT_CLASS (scope_state_parent_class)->finalize (object);
}

static void
scope_state_class_init (ScopeStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scope_state_finalize;
  scope_state_install_properties (G_OBJECT_CLASS (klass));

  signals[CHANGED] = g_signal_new ("changed", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
scope_state_init (ScopeState *self)
{
  self->history = scope_history_new ();
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_track_free);
  self->total = scope_many_total_new ();
  fill_start (&self->values);
  scope_view_init (&self->view, &self->values.parameters);
}

ScopeState *
scope_state_new (void)
{
  return g_object_new (SCOPE_TYPE_STATE, NULL);
}
