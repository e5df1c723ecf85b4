/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-private.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_LOGIT_1,
  PROP_LOGIT_2,
  PROP_LOGIT_3,
  PROP_BIAS,
  PROP_WEIGHT_1,
  PROP_WEIGHT_2,
  PROP_WEIGHT_3,
  PROP_RATE,
  PROP_SHIFT,
  PROP_STEP_H,
  PROP_OBSERVED,
  PROP_WIRING,
  PROP_SHOW, /* the first of SCOPE_N_PARTS: show-question, show-bar, … */
  PROP_SHOW_LAST = PROP_SHOW + SCOPE_N_PARTS - 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_FLOWER,
  PROP_N_GHOSTS,
  PROP_N_ROWS,
  PROP_SELECTED,
  PROP_MEAN,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static guint
count_rows (const ScopeValues *values)
{
  return values->rows != NULL ? values->rows->n : 0;
}

static void
notify_rows (ScopeState *self, const ScopeValues *before)
{
  if (count_rows (&self->values) != count_rows (before))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ROWS]);
  if (self->values.selected != before->selected)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
  if (self->values.mean != before->mean)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MEAN]);
}

void
scope_state_notify_difference (ScopeState *self, const ScopeValues *before)
{
  const ScopeParameters *now = &self->values.parameters, *then = &before->parameters;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      if (now->a[k] != then->a[k])
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOGIT_1 + k]);
      if (now->w[k] != then->w[k])
        g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WEIGHT_1 + k]);
    }
  if (now->b != then->b)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BIAS]);
  if (now->shift != then->shift)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHIFT]);
  if (self->values.n_ghosts != before->n_ghosts)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_GHOSTS]);
  if (now->observed != then->observed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OBSERVED]);
  if (self->values.wiring != before->wiring)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIRING]);
  if (self->values.rate != before->rate)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RATE]);
  if (self->values.step_h != before->step_h)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STEP_H]);
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    if ((self->values.show ^ before->show) & 1u << i)
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW + i]);
  if (strcmp (self->values.flower, before->flower) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FLOWER]);
  notify_rows (self, before);
}

void
scope_state_notify_history (ScopeState *self)
{
  gboolean can_undo = scope_history_can_undo (self->history);
  gboolean can_redo = scope_history_can_redo (self->history);

  if (can_undo != self->could_undo)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  if (can_redo != self->could_redo)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  self->could_undo = can_undo;
  self->could_redo = can_redo;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);
  const ScopeValues *values = &self->values;

  if (id >= PROP_LOGIT_1 && id <= PROP_LOGIT_3)
    g_value_set_double (value, values->parameters.a[id - PROP_LOGIT_1]);
  else if (id >= PROP_WEIGHT_1 && id <= PROP_WEIGHT_3)
    g_value_set_double (value, values->parameters.w[id - PROP_WEIGHT_1]);
  else if (id >= PROP_SHOW && id <= PROP_SHOW_LAST)
    g_value_set_boolean (value, (values->show & 1u << (id - PROP_SHOW)) != 0);
  else if (id == PROP_BIAS)
    g_value_set_double (value, values->parameters.b);
  else if (id == PROP_RATE)
    g_value_set_double (value, values->rate);
  else if (id == PROP_SHIFT)
    g_value_set_double (value, values->parameters.shift);
  else if (id == PROP_N_GHOSTS)
    g_value_set_uint (value, values->n_ghosts);
  else if (id == PROP_N_ROWS)
    g_value_set_uint (value, count_rows (values));
  else if (id == PROP_SELECTED)
    g_value_set_uint (value, values->selected);
  else if (id == PROP_MEAN)
    g_value_set_boolean (value, values->mean);
  else if (id == PROP_STEP_H)
    g_value_set_double (value, values->step_h);
  else if (id == PROP_OBSERVED)
    g_value_set_uint (value, values->parameters.observed);
  else if (id == PROP_WIRING)
    g_value_set_int (value, (int) values->wiring);
  else if (id == PROP_CAN_UNDO)
    g_value_set_boolean (value, scope_history_can_undo (self->history));
  else if (id == PROP_CAN_REDO)
    g_value_set_boolean (value, scope_history_can_redo (self->history));
  else if (id == PROP_FLOWER)
    g_value_set_string (value, scope_state_get_flower (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);
  double w[SCOPE_N_CLASSES];

  if (id >= PROP_LOGIT_1 && id <= PROP_LOGIT_3)
    scope_state_set_logit (self, id - PROP_LOGIT_1, g_value_get_double (value));
  else if (id >= PROP_WEIGHT_1 && id <= PROP_WEIGHT_3)
    {
      memcpy (w, self->values.parameters.w, sizeof w);
      w[id - PROP_WEIGHT_1] = g_value_get_double (value);
      if (w[id - PROP_WEIGHT_1] != self->values.parameters.w[id - PROP_WEIGHT_1])
        scope_state_set_weights (self, w);
    }
  else if (id >= PROP_SHOW && id <= PROP_SHOW_LAST)
    {
      unsigned flag = 1u << (id - PROP_SHOW);

      scope_state_set_show (self, g_value_get_boolean (value) ? self->values.show | flag
                                                              : self->values.show & ~flag);
    }
  else if (id == PROP_BIAS)
    scope_state_set_bias (self, g_value_get_double (value));
  else if (id == PROP_RATE)
    scope_state_set_rate (self, g_value_get_double (value));
  else if (id == PROP_SHIFT)
    scope_state_set_shift (self, g_value_get_double (value));
  else if (id == PROP_STEP_H)
    scope_state_set_step_h (self, g_value_get_double (value));
  else if (id == PROP_SELECTED)
    scope_state_select_row (self, g_value_get_uint (value));
  else if (id == PROP_MEAN)
    scope_state_set_mean (self, g_value_get_boolean (value));
  else if (id == PROP_OBSERVED)
    scope_state_set_observed (self, g_value_get_uint (value));
  else if (id == PROP_WIRING)
    scope_state_set_wiring (self, (ScopeWiring) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
install_doubles (void)
{
  static const char *const names[] = { "logit-1",  "logit-2",  "logit-3",  "bias",
                                       "weight-1", "weight-2", "weight-3", "rate",     "shift",
                                       "step-h" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    props[PROP_LOGIT_1 + i]
      = g_param_spec_double (names[i], NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_booleans (void)
{
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scope_part_name (i), NULL);

      props[PROP_SHOW + i]
        = g_param_spec_boolean (name, NULL, NULL, FALSE,
                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
    }
}

void
scope_state_install_properties (GObjectClass *klass)
{
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  klass->get_property = get_property;
  klass->set_property = set_property;
  install_doubles ();
  install_booleans ();
  props[PROP_OBSERVED] = g_param_spec_uint ("observed", NULL, NULL, 0, 2, 0, writable);
  props[PROP_WIRING]
    = g_param_spec_int ("wiring", NULL, NULL, 0, SCOPE_WIRING_CUSTOM, 0, writable);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  props[PROP_FLOWER] = g_param_spec_string ("flower", NULL, NULL, NULL, readable);
  props[PROP_N_GHOSTS]
    = g_param_spec_uint ("n-ghosts", NULL, NULL, 0, SCOPE_MOST_GHOSTS, 0, readable);
  props[PROP_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, readable);
  props[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, writable);
  props[PROP_MEAN] = g_param_spec_boolean ("mean", NULL, NULL, FALSE, writable);
  g_object_class_install_properties (klass, N_PROPS, props);
}
