/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-fields.h"

#include "hidden.h"

#define MOST_PROPERTIES 96

static ScopeStateField fields[MOST_PROPERTIES];
static GParamSpec *props[MOST_PROPERTIES];
static guint n_props;

/* --- Their values */

static guint
count_rows (const ScopeValues *values)
{
  return values->rows != NULL ? values->rows->n : 0;
}

static gboolean
field_differs (const ScopeStateField *of, const ScopeScenario *one, const ScopeScenario *other)
{
  const ScopeScenarioField *field = of->field;

  if (field->kind == SCOPE_FIELD_NUMBERS)
    return scope_field_get_number (field, one, of->k) != scope_field_get_number (field, other, of->k);
  if (field->kind == SCOPE_FIELD_PARTS)
    return ((scope_field_get_whole (field, one) ^ scope_field_get_whole (field, other)) >> of->k & 1) != 0;
  return !scope_field_equal (field, one, other);
}

static gboolean
differs (guint property, const ScopeValues *one, const ScopeValues *other)
{
  switch (property)
    {
    case SCOPE_STATE_SELECTED:
      return one->selected != other->selected;
    case SCOPE_STATE_MEAN:
      return one->mean != other->mean;
    case SCOPE_STATE_N_GHOSTS:
      return one->n_ghosts != other->n_ghosts;
    case SCOPE_STATE_N_ROWS:
      return count_rows (one) != count_rows (other);
    case SCOPE_STATE_CAN_UNDO:
    case SCOPE_STATE_CAN_REDO:
      return FALSE;
    default:
      return field_differs (&fields[property], &one->scenario, &other->scenario);
    }
}

ScopeStateField
scope_state_field_of (guint property)
{
  return fields[property];
}

static GStrv
new_names (const ScopeClasses *classes)
{
  GStrv names = g_new0 (char *, SCOPE_N_CLASSES + 1);

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    names[k] = g_strdup (classes->name[k]);
  return names;
}

static void
get_field (const ScopeStateField *of, const ScopeScenario *scenario, GValue *value)
{
  const ScopeScenarioField *field = of->field;

  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      g_value_set_double (value, scope_field_get_number (field, scenario, of->k));
      break;
    case SCOPE_FIELD_WIRING:
      g_value_set_int (value, (int) scope_field_get_whole (field, scenario));
      break;
    case SCOPE_FIELD_PARTS:
      g_value_set_boolean (value, (scope_field_get_whole (field, scenario) >> of->k & 1) != 0);
      break;
    case SCOPE_FIELD_TEXT:
      g_value_set_string (value, *scope_field_get_text (field, scenario) != '\0'
                                   ? scope_field_get_text (field, scenario)
                                   : NULL);
      break;
    case SCOPE_FIELD_CLASSES:
      g_value_take_boxed (value, new_names (scope_field_get_names (field, scenario)));
      break;
    case SCOPE_FIELD_CLASS:
    case SCOPE_FIELD_QUANTITIES:
    default:
      g_value_set_uint (value, scope_field_get_whole (field, scenario));
    }
}

void
scope_state_get_field (const ScopeState *self, guint property, GValue *value)
{
  const ScopeValues *values = &self->values;

  switch (property)
    {
    case SCOPE_STATE_SELECTED:
      g_value_set_uint (value, values->selected);
      break;
    case SCOPE_STATE_MEAN:
      g_value_set_boolean (value, values->mean);
      break;
    case SCOPE_STATE_N_GHOSTS:
      g_value_set_uint (value, values->n_ghosts);
      break;
    case SCOPE_STATE_N_ROWS:
      g_value_set_uint (value, count_rows (values));
      break;
    case SCOPE_STATE_CAN_UNDO:
      g_value_set_boolean (value, scope_history_can_undo (self->history));
      break;
    case SCOPE_STATE_CAN_REDO:
      g_value_set_boolean (value, scope_history_can_redo (self->history));
      break;
    default:
      get_field (&fields[property], &values->scenario, value);
    }
}

/* --- Who is told */

void
scope_state_notify_difference (ScopeState *self, const ScopeValues *before)
{
  for (guint i = 1; i < n_props; i++)
    if (differs (i, &self->values, before))
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

void
scope_state_notify_history (ScopeState *self)
{
  gboolean can_undo = scope_history_can_undo (self->history);
  gboolean can_redo = scope_history_can_redo (self->history);

  if (can_undo != self->could_undo)
    g_object_notify_by_pspec (G_OBJECT (self), props[SCOPE_STATE_CAN_UNDO]);
  if (can_redo != self->could_redo)
    g_object_notify_by_pspec (G_OBJECT (self), props[SCOPE_STATE_CAN_REDO]);
  self->could_undo = can_undo;
  self->could_redo = can_redo;
}

/* --- The class */

#define WRITABLE (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *
new_spec (const char *name, ScopeFieldKind kind)
{
  switch (kind)
    {
    case SCOPE_FIELD_NUMBERS:
      return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, WRITABLE);
    case SCOPE_FIELD_WIRING:
      return g_param_spec_int (name, NULL, NULL, 0, SCOPE_WIRING_CUSTOM, 0, WRITABLE);
    case SCOPE_FIELD_PARTS:
      return g_param_spec_boolean (name, NULL, NULL, FALSE, WRITABLE);
    case SCOPE_FIELD_CLASSES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE);
    case SCOPE_FIELD_TEXT:
      return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE);
    case SCOPE_FIELD_CLASS:
      return g_param_spec_uint (name, NULL, NULL, 0, SCOPE_N_CLASSES - 1, 0, WRITABLE);
    case SCOPE_FIELD_QUANTITIES:
    default:
      return g_param_spec_uint (name, NULL, NULL, 0, SCOPE_QUANTITY_ALL, 0, WRITABLE);
    }
}

/* A property for each value of a field. */
static void
add_field (const ScopeScenarioField *field)
{
  gboolean is_parts = field->kind == SCOPE_FIELD_PARTS;
  guint n = is_parts ? SCOPE_N_PARTS : field->kind == SCOPE_FIELD_NUMBERS ? scope_field_count (field) : 1;

  for (guint k = 0; k < n; k++)
    {
      g_autofree char *name = is_parts ? g_strconcat (field->property, "-", scope_part_name (k), NULL)
                              : n > 1  ? g_strdup_printf ("%s-%u", field->property, k + 1)
                                       : g_strdup (field->property);

      g_assert (n_props < MOST_PROPERTIES);
      fields[n_props] = (ScopeStateField) { field, k };
      props[n_props++] = new_spec (name, field->kind);
    }
}

void
scope_state_install_fields (GObjectClass *klass)
{
  const ScopeScenarioField *field;

  props[SCOPE_STATE_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, 0, WRITABLE);
  props[SCOPE_STATE_MEAN] = g_param_spec_boolean ("mean", NULL, NULL, FALSE, WRITABLE);
  props[SCOPE_STATE_N_GHOSTS]
    = g_param_spec_uint ("n-ghosts", NULL, NULL, 0, SCOPE_MOST_GHOSTS, 0, G_PARAM_READABLE);
  props[SCOPE_STATE_N_ROWS] = g_param_spec_uint ("n-rows", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE);
  props[SCOPE_STATE_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE);
  props[SCOPE_STATE_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE);
  n_props = SCOPE_STATE_FIRST_FIELD;
  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (field->property != NULL)
      add_field (field);
  g_object_class_install_properties (klass, n_props, props);
}
