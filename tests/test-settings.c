/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

/* --- A place that remembers two values and takes none: locked, or on a disk that is read-only. */

typedef GSettingsBackend LockedBackend;
typedef GSettingsBackendClass LockedBackendClass;
GType locked_backend_get_type (void);
G_DEFINE_TYPE (LockedBackend, locked_backend, G_TYPE_SETTINGS_BACKEND)

static guint n_writes;
static double kept_scale = 1.5;
static int kept_hint = 0;

static GVariant *
locked_read (GSettingsBackend *backend, const char *key, const GVariantType *type, gboolean default_value)
{
  if (!default_value && g_str_has_suffix (key, "/text-scale"))
    return g_variant_ref_sink (g_variant_new_double (kept_scale));
  if (!default_value && g_str_has_suffix (key, "/hint"))
    return g_variant_ref_sink (g_variant_new_int32 (kept_hint));
  return NULL;
}

static gboolean
locked_get_writable (GSettingsBackend *backend, const char *key)
{
  return FALSE;
}

static gboolean
locked_write (GSettingsBackend *backend, const char *key, GVariant *value, gpointer tag)
{
  n_writes++;
  return FALSE;
}

static GPermission *
locked_get_permission (GSettingsBackend *backend, const char *path)
{
  return g_simple_permission_new (FALSE);
}

static void
locked_backend_class_init (LockedBackendClass *klass)
{
  klass->read = locked_read;
  klass->get_writable = locked_get_writable;
  klass->write = locked_write;
  klass->get_permission = locked_get_permission;
}

static void
locked_backend_init (LockedBackend *backend)
{
}

/* The program's schema over any place. */
static GSettings *
new_memory (GSettingsBackend *backend)
{
  g_autoptr (GSettings) settings = scope_settings_new ();
  g_autoptr (GSettingsSchema) schema = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_new_full (schema, backend, NULL);
}

/* --- Tests */

static void
count_cb (guint *n)
{
  ++*n;
}

/* What is remembered comes first; then every key does what it is told, though nothing is kept. */
static void
test_locked (void)
{
  g_autoptr (GSettingsBackend) backend = g_object_new (locked_backend_get_type (), NULL);
  g_autoptr (GSettings) memory = new_memory (backend);
  g_autoptr (GSettings) settings = scope_settings_new_over (memory);
  guint changed = 0;

  g_signal_connect_swapped (settings, "changed", G_CALLBACK (count_cb), &changed);
  n_writes = 0;
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 1.5);
  g_assert_true (g_settings_is_writable (settings, "text-scale"));
  g_assert_true (g_settings_set_double (settings, "text-scale", 2));
  g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, 2);
  g_assert_true (g_settings_set_boolean (settings, "sidebar", FALSE));
  g_assert_false (g_settings_get_boolean (settings, "sidebar"));
  g_assert_true (g_settings_set_int (settings, "hint", 9));
  g_assert_cmpint (g_settings_get_int (settings, "hint"), ==, 9);
  g_assert_cmpuint (changed, ==, 3);
  g_assert_cmpfloat (g_settings_get_double (memory, "text-scale"), ==, 1.5);
  g_assert_cmpuint (n_writes, ==, 0);
}

/* Whoever wrote it: what the schema does not allow is never read, but what holds without it. */
static void
test_ranges (void)
{
  static const struct
  {
    double scale, read_scale;
    int hint, read_hint;
  } cases[] = { { 9, 1, 77, 0 }, { -1, 1, -3, 0 }, { 1.25, 1.25, 4, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GSettingsBackend) backend = g_object_new (locked_backend_get_type (), NULL);
      g_autoptr (GSettings) memory = new_memory (backend), settings = NULL;

      kept_scale = cases[i].scale;
      kept_hint = cases[i].hint;
      settings = scope_settings_new_over (memory);
      g_assert_cmpfloat (g_settings_get_double (settings, "text-scale"), ==, cases[i].read_scale);
      g_assert_cmpint (g_settings_get_int (settings, "hint"), ==, cases[i].read_hint);
    }
  kept_scale = 1.5;
  kept_hint = 0;
}

static void
test_remembers (void)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) memory = new_memory (backend);
  g_autoptr (GSettings) settings = scope_settings_new_over (memory);
  g_autoptr (GSettings) next = NULL;
  g_autofree char *folder = NULL;

  g_settings_set_boolean (settings, "window-maximized", TRUE);
  g_settings_set_string (settings, "export-folder", "/a folder");
  g_assert_true (g_settings_get_boolean (memory, "window-maximized"));
  next = scope_settings_new_over (memory);
  g_assert_true (g_settings_get_boolean (next, "window-maximized"));
  folder = g_settings_get_string (next, "export-folder");
  g_assert_cmpstr (folder, ==, "/a folder");
}

/* Two windows that remember at one place: what one does is not done to the other. */
static void
test_two_windows (void)
{
  g_autoptr (GSettingsBackend) backend = g_memory_settings_backend_new ();
  g_autoptr (GSettings) memory = new_memory (backend);
  g_autoptr (GSettings) one = scope_settings_new_over (memory);
  g_autoptr (GSettings) two = scope_settings_new_over (memory);

  g_settings_set_boolean (one, "sidebar", FALSE);
  g_assert_true (g_settings_get_boolean (two, "sidebar"));
  g_settings_set_double (two, "text-scale", 2);
  g_assert_cmpfloat (g_settings_get_double (one, "text-scale"), ==, 1);
  /* Nor undone where both are remembered. */
  g_assert_false (g_settings_get_boolean (memory, "sidebar"));
  g_assert_cmpfloat (g_settings_get_double (memory, "text-scale"), ==, 2);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/locked", test_locked);
  g_test_add_func ("/settings/ranges", test_ranges);
  g_test_add_func ("/settings/remembers", test_remembers);
  g_test_add_func ("/settings/two-windows", test_two_windows);
  return g_test_run ();
}
