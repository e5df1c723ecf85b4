/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-properties.h"

#include "state-fields.h"
#include "state-rows.h"
#include "state.h"

/* A property is set as by the function for it. */

static void
set_part (ScopeState *self, unsigned part, gboolean shown)
{
  unsigned flag = 1u << part;

  scope_state_set_show (self, shown ? self->values.show | flag : self->values.show & ~flag);
}

static void
set_field (ScopeState *self, ScopeStateField of, const GValue *value)
{
  if (of.field->kind == SCOPE_FIELD_NUMBERS)
    scope_state_set_number (self, of.field, of.k, g_value_get_double (value));
  else if (of.field->kind == SCOPE_FIELD_PARTS)
    set_part (self, of.k, g_value_get_boolean (value));
  else if (of.field->kind == SCOPE_FIELD_WIRING)
    scope_state_set_whole (self, of.field, (unsigned) g_value_get_int (value));
  else
    scope_state_set_whole (self, of.field, g_value_get_uint (value));
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ScopeState *self = SCOPE_STATE (object);

  if (id >= SCOPE_STATE_FIRST_FIELD)
    set_field (self, scope_state_field_of (id), value);
  else if (id == SCOPE_STATE_SELECTED)
    scope_state_select_row (self, g_value_get_uint (value));
  else if (id == SCOPE_STATE_MEAN)
    scope_state_set_mean (self, g_value_get_boolean (value));
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
