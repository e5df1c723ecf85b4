/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-properties.h"

#include <string.h>

#include "state-fields.h"
#include "state.h"

/* A property is set as by the function for it. */

typedef struct
{
  guint field;
  void (*set_number) (ScopeState *self, double number);
  void (*set_count) (ScopeState *self, guint count);
  void (*set_other) (ScopeState *self, const GValue *value);
} Setter;

static void
set_wiring (ScopeState *self, const GValue *value)
{
  scope_state_set_wiring (self, (ScopeWiring) g_value_get_int (value));
}

static void
set_mean (ScopeState *self, const GValue *value)
{
  scope_state_set_mean (self, g_value_get_boolean (value));
}

static const Setter setters[] = {
  { SCOPE_FIELD_BIAS, scope_state_set_bias, NULL, NULL },
  { SCOPE_FIELD_RATE, scope_state_set_rate, NULL, NULL },
  { SCOPE_FIELD_SHIFT, scope_state_set_shift, NULL, NULL },
  { SCOPE_FIELD_STEP_H, scope_state_set_step_h, NULL, NULL },
  { SCOPE_FIELD_OBSERVED, NULL, scope_state_set_observed, NULL },
  { SCOPE_FIELD_SELECTED, NULL, scope_state_select_row, NULL },
  { SCOPE_FIELD_WIRING, NULL, NULL, set_wiring },
  { SCOPE_FIELD_MEAN, NULL, NULL, set_mean },
};

static void
set_weight (ScopeState *self, guint k, double weight)
{
  double w[SCOPE_N_CLASSES];

  memcpy (w, self->values.parameters.w, sizeof w);
  w[k] = weight;
  if (weight != self->values.parameters.w[k])
    scope_state_set_weights (self, w);
}

static void
set_show (ScopeState *self, guint part, gboolean shown)
{
  unsigned flag = 1u << part;

  scope_state_set_show (self, shown ? self->values.show | flag : self->values.show & ~flag);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);

  if (id >= SCOPE_FIELD_SHOW)
    set_show (self, id - SCOPE_FIELD_SHOW, g_value_get_boolean (value));
  else if (id <= SCOPE_FIELD_LOGIT_3)
    scope_state_set_logit (self, id - SCOPE_FIELD_LOGIT_1, g_value_get_double (value));
  else if (id <= SCOPE_FIELD_WEIGHT_3)
    set_weight (self, id - SCOPE_FIELD_WEIGHT_1, g_value_get_double (value));
  for (guint i = 0; i < G_N_ELEMENTS (setters); i++)
    {
      const Setter *setter = &setters[i];

      if (setter->field == id && setter->set_number != NULL)
        setter->set_number (self, g_value_get_double (value));
      else if (setter->field == id && setter->set_count != NULL)
        setter->set_count (self, g_value_get_uint (value));
      else if (setter->field == id)
        setter->set_other (self, value);
    }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  scope_state_get_field (SCOPE_STATE (object), id, value);
}

void
scope_state_install_properties (GObjectClass *klass)
{
  klass->get_property = get_property;
  klass->set_property = set_property;
  scope_state_install_fields (klass);
}
