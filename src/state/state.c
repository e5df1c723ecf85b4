/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state.h"

#include <string.h>

#include "class-names.h"
#include "hood.h"
#include "state-change.h"
#include "state-private.h"
#include "state-view.h"

/* --- Setters */

void
scope_state_set_number (ScopeState *self, const ScopeScenarioField *field, unsigned k, double number)
{
  ScopeValues values = self->values;

  if (number != scope_field_get_number (field, &values.scenario, k)
      && scope_field_set_number (field, &values.scenario, k, number))
    scope_state_change_one (self, &values, 1 + (int) (field->offset + k * sizeof number));
}

void
scope_state_set_whole (ScopeState *self, const ScopeScenarioField *field, unsigned whole)
{
  ScopeValues values = self->values;

  if (scope_field_set_whole (field, &values.scenario, whole))
    scope_state_change (self, &values);
}

void
scope_state_set_scenario (ScopeState *self, const ScopeScenario *scenario)
{
  ScopeValues values = self->values;

  values.scenario = *scenario;
  scope_state_change (self, &values);
}

void
scope_state_set_bias (ScopeState *self, double bias)
{
  scope_state_set_number (self, SCOPE_FIELD (parameters.b), 0, bias);
}

void
scope_state_set_estimate (ScopeState *self, double slope)
{
  scope_state_set_number (self, SCOPE_FIELD (estimate), 0, slope);
}

void
scope_state_set_observed (ScopeState *self, unsigned observed)
{
  scope_state_set_whole (self, SCOPE_FIELD (parameters.observed), observed);
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
scope_state_set_wiring (ScopeState *self, ScopeWiring wiring)
{
  scope_state_set_whole (self, SCOPE_FIELD (wiring), (unsigned) wiring);
}

void
scope_state_set_show (ScopeState *self, unsigned show)
{
  scope_state_set_whole (self, SCOPE_FIELD (show), show);
}

void
scope_state_set_hide (ScopeState *self, unsigned hide)
{
  scope_state_set_whole (self, SCOPE_FIELD (hide), hide);
}

gboolean
scope_state_break_arithmetic (ScopeState *self)
{
  ScopeValues values = self->values;
  ScopeBreak now;
  guint first = scope_hood_find_break (&values.parameters, &now) ? now + 1 : SCOPE_BREAK_OVERFLOW;

  for (guint i = 0; i < SCOPE_N_BREAKS; i++)
    if (scope_hood_breaking_logits (&self->values.parameters, (ScopeBreak) ((first + i) % SCOPE_N_BREAKS),
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
  scope_field_set_text (SCOPE_FIELD (flower), &values.scenario, name);
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
  scope_view_init (&self->view, &start.parameters, NULL);
  scope_state_change_from (self, &before, &start);
}

/* --- Getters */

double
scope_state_get_step_h (ScopeState *self)
{
  return self->values.step_h;
}

const ScopeView *
scope_state_get_view (ScopeState *self)
{
  return &self->view;
}

const ScopeScenario *
scope_state_get_scenario (ScopeState *self)
{
  return &self->values.scenario;
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
    scope_outcome_evaluate (&self->values.parameters, &self->outcome);
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
