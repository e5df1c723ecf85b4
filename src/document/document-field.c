/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-field.h"

#include "document-values.h"
#include "flags.h"
#include "hidden.h"
#include "part-table.h"

static gboolean
read_field_numbers (const ScopeScenarioField *field, const char *const *values, ScopeScenario *scenario)
{
  const guint n = scope_field_count (field);
  g_autofree double *numbers = g_new (double, n);

  if (g_strv_length ((char **) values) != n)
    return FALSE;
  for (guint k = 0; k < n; k++)
    if (!scope_document_values_number (values[k], &numbers[k]) || numbers[k] < field->least
        || numbers[k] > field->most)
      return FALSE;
  for (guint k = 0; k < n; k++)
    scope_field_set_number (field, scenario, k, numbers[k]);
  return TRUE;
}

/* NULL, or what is allowed. */
static char *
read_field_flags (const ScopeScenarioField *field, const char *const *values, ScopeScenario *scenario)
{
  gboolean is_parts = field->kind == SCOPE_FIELD_PARTS;
  const char *(*name_of) (unsigned) = is_parts ? scope_part_name : scope_hidden_quantity_name;
  unsigned n = is_parts ? SCOPE_N_PARTS : SCOPE_N_QUANTITIES, flags;

  if (!scope_document_values_flags (values, name_of, n, &flags))
    return scope_flags_list (~0u, name_of, n);
  scope_field_set_whole (field, scenario, flags);
  return NULL;
}

static char *
read_field_classes (const ScopeScenarioField *field, const char *const *values, ScopeScenario *scenario)
{
  const char *wrong = NULL;

  if (g_strv_length ((char **) values) != SCOPE_N_CLASSES)
    return g_strdup (field->allowed);
  wrong = scope_field_set_names (field, scenario, values);
  return wrong == NULL ? NULL : g_strdup_printf ("%s (%s)", field->allowed, wrong);
}

/* By name, or three weights. */
static char *
read_field_written (const ScopeScenarioField *field, const char *const *values, ScopeScenario *scenario)
{
  g_autofree char *text = NULL;

  if (field->kind == SCOPE_FIELD_WIRING && g_strv_length ((char **) values) == SCOPE_N_CLASSES
      && read_field_numbers (SCOPE_FIELD (parameters.w), values, scenario))
    return NULL;
  text = g_strjoinv (";", (char **) values);
  return scope_field_read (field, scenario, text);
}

char *
scope_document_field_read (const ScopeScenarioField *field, const char *const *values,
                           ScopeScenario *scenario)
{
  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      return read_field_numbers (field, values, scenario) ? NULL : g_strdup (field->allowed);
    case SCOPE_FIELD_PARTS:
    case SCOPE_FIELD_QUANTITIES:
      return read_field_flags (field, values, scenario);
    case SCOPE_FIELD_CLASSES:
      return read_field_classes (field, values, scenario);
    case SCOPE_FIELD_TEXT:
      scope_field_set_text (field, scenario, values[0] != NULL ? values[0] : "");
      return NULL;
    case SCOPE_FIELD_CLASS:
    case SCOPE_FIELD_WIRING:
    default:
      return read_field_written (field, values, scenario);
    }
}

/* A class by its name, or by its number where the name means something else first. */
static void
add_wired_class (GStrvBuilder *values, const ScopeClasses *classes, unsigned k)
{
  const char *name = classes->name[k];

  if (g_ascii_strcasecmp (name, "all") == 0 || g_ascii_strcasecmp (name, "observed") == 0)
    scope_document_values_add_count (values, k + 1);
  else
    g_strv_builder_add (values, name);
}

static void
add_wiring (GStrvBuilder *values, const ScopeScenario *scenario)
{
  if (scenario->wiring == SCOPE_WIRING_CUSTOM)
    for (guint k = 0; k < SCOPE_N_CLASSES; k++)
      scope_document_values_add_number (values, scenario->parameters.w[k]);
  else if (scenario->wiring == SCOPE_WIRING_ALL)
    g_strv_builder_add (values, "all");
  else if (scenario->wiring == SCOPE_WIRING_OBSERVED)
    g_strv_builder_add (values, "observed");
  else
    add_wired_class (values, &scenario->classes, scenario->wiring);
}

void
scope_document_field_write (const ScopeScenarioField *field, const ScopeScenario *scenario,
                            GStrvBuilder *values)
{
  const char *text;

  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      for (guint k = 0; k < scope_field_count (field); k++)
        scope_document_values_add_number (values, scope_field_get_number (field, scenario, k));
      break;
    case SCOPE_FIELD_PARTS:
      scope_document_values_add_flags (values, scope_field_get_whole (field, scenario), scope_part_name,
                                       SCOPE_N_PARTS);
      break;
    case SCOPE_FIELD_QUANTITIES:
      scope_document_values_add_flags (values, scope_field_get_whole (field, scenario),
                                       scope_hidden_quantity_name, SCOPE_N_QUANTITIES);
      break;
    case SCOPE_FIELD_CLASSES:
      for (guint k = 0; k < SCOPE_N_CLASSES; k++)
        g_strv_builder_add (values, scenario->classes.name[k]);
      break;
    case SCOPE_FIELD_TEXT:
      text = scope_field_get_text (field, scenario);
      if (text[0] != '\0')
        g_strv_builder_add (values, text);
      break;
    case SCOPE_FIELD_WIRING:
      add_wiring (values, scenario);
      break;
    case SCOPE_FIELD_CLASS:
    default:
      g_strv_builder_add (values, scenario->classes.name[scope_field_get_whole (field, scenario)]);
    }
}
