/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "settings.h"

#include <glib/gstdio.h>
#include <string.h>

#include "file.h"
#include "location.h"

#define SCHEMA "org.logitscope.Logitscope"
/* A hundred thousand flowers. */
#define LARGEST_STATE (16u << 20)

static GSettingsSchema *
look_up (const char *folder)
{
  g_autoptr (GSettingsSchemaSource) source
    = g_settings_schema_source_new_from_directory (folder, g_settings_schema_source_get_default (),
                                                   FALSE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, FALSE) : NULL;
}

GSettings *
scope_settings_new (void)
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
  return g_settings_new_full (schema, NULL, NULL);
}

static char *
state_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "logitscope", "state.ini", NULL);
}

char *
scope_settings_load_state (void)
{
  g_autofree char *path = state_path ();
  g_autoptr (GBytes) bytes = scope_file_read (path, LARGEST_STATE, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
                       : NULL;
}

void
scope_settings_save_state (const char *text)
{
  g_autofree char *path = state_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  /* A place that cannot be written costs the memory of the last session, nothing more. */
  if (g_mkdir_with_parents (folder, 0700) != 0 || !scope_file_write (path, bytes, &error))
    g_debug ("%s was not kept: %s", path, error != NULL ? error->message : "no folder");
}
