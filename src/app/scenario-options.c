/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scenario-options.h"

#include <glib/gi18n.h>
#include <string.h>

#include "escape.h"
#include "field.h"

void
scope_scenario_options_add (GApplication *application)
{
  const ScopeScenarioField *field;

  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (field->option != NULL)
      g_application_add_main_option (application, field->option, 0, 0, G_OPTION_ARG_STRING, field->help,
                                     field->value);
}

/* FALSE where it is not allowed. */
static gboolean
take (const ScopeScenarioField *field, const char *value, ScopeScenario *scenario, GStrvBuilder *taken)
{
  g_autofree char *allowed = scope_field_read (field, scenario, value);
  g_autofree char *shown = scope_escape (value, strlen (value));

  g_strv_builder_add_many (taken, field->option, value, NULL);
  if (allowed != NULL)
    /* Translators: an option, its value, and what it may be. */
    g_printerr (_ ("logitscope: --%s=%s is not allowed; allowed: %s\n"), field->option, shown, allowed);
  return allowed == NULL;
}

GStrv
scope_scenario_options_take (GVariantDict *options)
{
  g_autoptr (GStrvBuilder) taken = g_strv_builder_new ();
  const ScopeScenarioField *field;
  const char *value;
  ScopeScenario scenario;

  scope_field_start (&scenario);
  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    if (field->option != NULL && g_variant_dict_lookup (options, field->option, "&s", &value)
        && !take (field, value, &scenario, taken))
      return NULL;
  return g_strv_builder_end (taken);
}

void
scope_scenario_options_apply (const char *const *taken, ScopeScenario *scenario)
{
  const ScopeScenarioField *field;

  for (guint i = 0; taken[i] != NULL && taken[i + 1] != NULL; i += 2)
    for (guint k = 0; (field = scope_field_get (k)) != NULL; k++)
      if (g_strcmp0 (field->option, taken[i]) == 0)
        g_free (scope_field_read (field, scenario, taken[i + 1]));
}
