/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state.h"

#include <math.h>
#include <string.h>

#include "class-names.h"
#include "hood.h"
#include "state-change.h"
#include "state-private.h"
#include "state-view.h"

/* --- Setters */

void
scope_state_set_logit (ScopeState *self, unsigned k, double logit)
{
  ScopeValues values = self->values;

  if (!isfinite (logit) || values.parameters.a[k] == logit)
    return;
  values.parameters.a[k] = logit;
  values.flower[0] = '\0';
  scope_state_change_one (self, &values, SCOPE_CHANGE_LOGIT_1 + k);
}

void
scope_state_set_bias (ScopeState *self, double bias)
{
  ScopeValues values = self->values;

  if (!isfinite (bias))
    return;
  values.parameters.b = bias;
  scope_state_change_one (self, &values, SCOPE_CHANGE_BIAS);
}

void
scope_state_set_shift (ScopeState *self, double shift)
{
  ScopeValues values = self->values;

  if (!isfinite (shift))
    return;
  values.parameters.shift = shift;
  scope_state_change_one (self, &values, SCOPE_CHANGE_SHIFT);
}

void
scope_state_set_observed (ScopeState *self, unsigned observed)
{
  ScopeValues values = self->values;

  if (observed >= SCOPE_N_CLASSES)
    return;
  values.parameters.observed = observed;
  scope_values_rewire (&values);
  scope_state_change (self, &values);
}

const char *
scope_state_set_class (ScopeState *self, unsigned k, const char *name)
{
  ScopeValues values = self->values;
  const char *wrong = scope_class_names_set_one (&values.classes, k, name);

  if (wrong == NULL)
    scope_state_change (self, &values);
  return wrong;
}

void
scope_state_set_classes (ScopeState *self, const ScopeClasses *classes)
{
  ScopeValues values = self->values;

  values.classes = *classes;
  scope_state_change (self, &values);
}

void
scope_state_set_wiring (ScopeState *self, ScopeWiring wiring)
{
  ScopeValues values = self->values;

  values.wiring = wiring;
  scope_values_rewire (&values);
  scope_state_change (self, &values);
}

void
scope_state_set_weights (ScopeState *self, const double w[SCOPE_N_CLASSES])
{
  ScopeValues values = self->values;

  if (!isfinite (w[0]) || !isfinite (w[1]) || !isfinite (w[2]))
    return;
  memcpy (values.parameters.w, w, sizeof values.parameters.w);
  values.wiring = SCOPE_WIRING_CUSTOM;
  scope_state_change_one (self, &values, SCOPE_CHANGE_WEIGHTS);
}

void
scope_state_set_show (ScopeState *self, unsigned show)
{
  ScopeValues values = self->values;

  values.show = show;
  scope_state_change (self, &values);
}

void
scope_state_set_estimate (ScopeState *self, double slope)
{
  ScopeValues values = self->values;

  if (!isfinite (slope))
    return;
  values.estimate = slope;
  scope_state_change_one (self, &values, SCOPE_CHANGE_ESTIMATE);
}

void
scope_state_set_hide (ScopeState *self, unsigned hide)
{
  ScopeValues values = self->values;

  values.hide = hide & SCOPE_QUANTITY_ALL;
  scope_state_change (self, &values);
}

void
scope_state_set_rate (ScopeState *self, double rate)
{
  ScopeValues values = self->values;

  if (!isfinite (rate) || rate <= 0)
    return;
  values.rate = rate;
  scope_state_change_one (self, &values, SCOPE_CHANGE_RATE);
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
  scope_state_change_one (self, &values, SCOPE_CHANGE_STEP_H);
}

gboolean
scope_state_break_arithmetic (ScopeState *self)
{
  ScopeValues values = self->values;
  ScopeBreak now;
  guint first = scope_find_break (&values.parameters, &now) ? now + 1 : SCOPE_BREAK_OVERFLOW;

  for (guint i = 0; i < SCOPE_N_BREAKS; i++)
    if (scope_breaking_logits (&self->values.parameters, (ScopeBreak) ((first + i) % SCOPE_N_BREAKS),
                               values.parameters.a))
      {
        values.flower[0] = '\0';
        scope_state_change (self, &values);
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
  g_signal_emit_by_name (self, "settled");
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

  scope_values_init (&start);
  scope_view_init (&self->view, &start.parameters);
  scope_state_change_from (self, &before, &start);
}

/* --- Getters */

const ScopeView *
scope_state_get_view (ScopeState *self)
{
  return &self->view;
}

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

const ScopeClasses *
scope_state_get_classes (ScopeState *self)
{
  return &self->values.classes;
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
