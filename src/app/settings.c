/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

#include "location.h"

#define SCHEMA "org.logitscope.Logitscope"

static GSettingsSchema *
look_up (const char *folder)
{
  g_autoptr (GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (
    folder, g_settings_schema_source_get_default (), FALSE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;
}

static GSettingsSchema *
find_schema (void)
{
  g_autofree char *data = scope_location_data ();
  g_autofree char *installed = g_build_filename (data, "..", "glib-2.0", "schemas", NULL);
  const char *const folders[] = { data, installed };
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* The program's own first: an older installation may have left another one. */
  for (guint i = 0; i < G_N_ELEMENTS (folders) && schema == NULL; i++)
    schema = look_up (folders[i]);
  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    g_error ("The settings schema %s is missing. Is the program installed whole?", SCHEMA);
  return g_steal_pointer (&schema);
}

/* A locked key keeps its value there; the window's own is another one for as long as it is open. */
static void
remember_cb (GSettings *settings, const char *key, GSettings *memory)
{
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  g_autoptr (GVariant) before = g_settings_get_value (memory, key);

  if (!g_variant_equal (value, before) && g_settings_is_writable (memory, key))
    g_settings_set_value (memory, key, value);
}

GSettings *
scope_settings_new_over (GSettings *memory)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;
  GSettings *settings;

  g_object_get (memory, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  settings = g_settings_new_full (schema, backend, NULL);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (memory, keys[i]);

      g_settings_set_value (settings, keys[i], value);
    }
  g_signal_connect_data (settings, "changed", G_CALLBACK (remember_cb), g_object_ref (memory),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return settings;
}

GSettings *
scope_settings_new (void)
{
  g_autoptr (GSettingsSchema) schema = find_schema ();
  g_autoptr (GSettings) memory = g_settings_new_full (schema, NULL, NULL);

  return scope_settings_new_over (memory);
}
