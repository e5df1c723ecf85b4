/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-fields.h"

#include <string.h>

typedef enum
{
  KIND_NUMBER,
  KIND_COUNT,
  KIND_ENUM,
  KIND_BOOLEAN,
  KIND_TEXT, /* NULL where it is empty */
  KIND_ROWS, /* how many there are */
  KIND_CLASSES,
} Kind;

typedef struct
{
  const char *name;
  Kind kind;
  gsize offset; /* in ScopeValues */
  guint most;   /* of counts and enumerations */
  gboolean writable;
} Field;

#define AT(member) offsetof (ScopeValues, member)

static const Field fields[] = {
  [SCOPE_FIELD_LOGIT_1] = { "logit-1", KIND_NUMBER, AT (parameters.a[0]), 0, TRUE },
  [SCOPE_FIELD_LOGIT_2] = { "logit-2", KIND_NUMBER, AT (parameters.a[1]), 0, TRUE },
  [SCOPE_FIELD_LOGIT_3] = { "logit-3", KIND_NUMBER, AT (parameters.a[2]), 0, TRUE },
  [SCOPE_FIELD_WEIGHT_1] = { "weight-1", KIND_NUMBER, AT (parameters.w[0]), 0, TRUE },
  [SCOPE_FIELD_WEIGHT_2] = { "weight-2", KIND_NUMBER, AT (parameters.w[1]), 0, TRUE },
  [SCOPE_FIELD_WEIGHT_3] = { "weight-3", KIND_NUMBER, AT (parameters.w[2]), 0, TRUE },
  [SCOPE_FIELD_BIAS] = { "bias", KIND_NUMBER, AT (parameters.b), 0, TRUE },
  [SCOPE_FIELD_RATE] = { "rate", KIND_NUMBER, AT (rate), 0, TRUE },
  [SCOPE_FIELD_SHIFT] = { "shift", KIND_NUMBER, AT (parameters.shift), 0, TRUE },
  [SCOPE_FIELD_STEP_H] = { "step-h", KIND_NUMBER, AT (step_h), 0, TRUE },
  [SCOPE_FIELD_OBSERVED] = { "observed", KIND_COUNT, AT (parameters.observed), SCOPE_N_CLASSES - 1, TRUE },
  [SCOPE_FIELD_WIRING] = { "wiring", KIND_ENUM, AT (wiring), SCOPE_WIRING_CUSTOM, TRUE },
  [SCOPE_FIELD_SELECTED] = { "selected", KIND_COUNT, AT (selected), G_MAXUINT, TRUE },
  [SCOPE_FIELD_MEAN] = { "mean", KIND_BOOLEAN, AT (mean), 0, TRUE },
  [SCOPE_FIELD_FLOWER] = { "flower", KIND_TEXT, AT (flower), 0, FALSE },
  [SCOPE_FIELD_N_GHOSTS] = { "n-ghosts", KIND_COUNT, AT (n_ghosts), SCOPE_MOST_GHOSTS, FALSE },
  [SCOPE_FIELD_CLASSES] = { "classes", KIND_CLASSES, AT (classes), 0, FALSE },
  [SCOPE_FIELD_N_ROWS] = { "n-rows", KIND_ROWS, AT (rows), 0, FALSE },
};
#define N_FIELDS SCOPE_FIELD_SHOW

static GParamSpec *props[SCOPE_FIELD_CAN_REDO + 1];

/* --- Their values */

static gconstpointer
find (const Field *field, const ScopeValues *values)
{
  return (const char *) values + field->offset;
}

static guint
count_rows (gconstpointer at)
{
  const ScopeRowBlock *rows = *(ScopeRowBlock *const *) at;

  return rows != NULL ? rows->n : 0;
}

static gboolean
differs (const Field *field, const ScopeValues *one, const ScopeValues *other)
{
  gconstpointer at = find (field, one), to = find (field, other);

  switch (field->kind)
    {
    case KIND_NUMBER:
      return *(const double *) at != *(const double *) to;
    case KIND_TEXT:
      return strcmp (at, to) != 0;
    case KIND_ROWS:
      return count_rows (at) != count_rows (to);
    case KIND_CLASSES:
      return !scope_classes_equal (at, to);
    case KIND_COUNT:
    case KIND_ENUM:
    case KIND_BOOLEAN:
    default:
      return *(const int *) at != *(const int *) to;
    }
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
get (const Field *field, const ScopeValues *values, GValue *value)
{
  gconstpointer at = find (field, values);

  switch (field->kind)
    {
    case KIND_NUMBER:
      g_value_set_double (value, *(const double *) at);
      break;
    case KIND_COUNT:
      g_value_set_uint (value, *(const guint *) at);
      break;
    case KIND_ENUM:
      g_value_set_int (value, *(const int *) at);
      break;
    case KIND_BOOLEAN:
      g_value_set_boolean (value, *(const gboolean *) at);
      break;
    case KIND_TEXT:
      g_value_set_string (value, *(const char *) at != '\0' ? at : NULL);
      break;
    case KIND_CLASSES:
      g_value_take_boxed (value, new_names (at));
      break;
    case KIND_ROWS:
    default:
      g_value_set_uint (value, count_rows (at));
    }
}

void
scope_state_get_field (const ScopeState *self, guint field, GValue *value)
{
  if (field < N_FIELDS)
    get (&fields[field], &self->values, value);
  else if (field == SCOPE_FIELD_CAN_UNDO)
    g_value_set_boolean (value, scope_history_can_undo (self->history));
  else if (field == SCOPE_FIELD_CAN_REDO)
    g_value_set_boolean (value, scope_history_can_redo (self->history));
  else
    g_value_set_boolean (value, (self->values.show & 1u << (field - SCOPE_FIELD_SHOW)) != 0);
}

/* --- Who is told */

void
scope_state_notify_difference (ScopeState *self, const ScopeValues *before)
{
  for (guint i = 1; i < N_FIELDS; i++)
    if (differs (&fields[i], &self->values, before))
      g_object_notify_by_pspec (G_OBJECT (self), props[i]);
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    if ((self->values.show ^ before->show) & 1u << i)
      g_object_notify_by_pspec (G_OBJECT (self), props[SCOPE_FIELD_SHOW + i]);
}

void
scope_state_notify_history (ScopeState *self)
{
  gboolean can_undo = scope_history_can_undo (self->history);
  gboolean can_redo = scope_history_can_redo (self->history);

  if (can_undo != self->could_undo)
    g_object_notify_by_pspec (G_OBJECT (self), props[SCOPE_FIELD_CAN_UNDO]);
  if (can_redo != self->could_redo)
    g_object_notify_by_pspec (G_OBJECT (self), props[SCOPE_FIELD_CAN_REDO]);
  self->could_undo = can_undo;
  self->could_redo = can_redo;
}

/* --- The class */

static GParamSpec *
new_spec (const Field *field)
{
  GParamFlags flags = field->writable ? G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY : G_PARAM_READABLE;

  switch (field->kind)
    {
    case KIND_NUMBER:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case KIND_COUNT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, field->most, 0, flags);
    case KIND_ENUM:
      return g_param_spec_int (field->name, NULL, NULL, 0, (int) field->most, 0, flags);
    case KIND_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case KIND_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
    case KIND_CLASSES:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, flags);
    case KIND_ROWS:
    default:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, flags);
    }
}

void
scope_state_install_fields (GObjectClass *klass)
{
  for (guint i = 1; i < N_FIELDS; i++)
    props[i] = new_spec (&fields[i]);
  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scope_parts[i].name, NULL);

      props[SCOPE_FIELD_SHOW + i]
        = g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY);
    }
  props[SCOPE_FIELD_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE);
  props[SCOPE_FIELD_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE);
  g_object_class_install_properties (klass, G_N_ELEMENTS (props), props);
}
