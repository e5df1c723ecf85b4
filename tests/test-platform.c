/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "platform.h"

/* The variable that this GTK knows is set, the other one never: GTK complains of what it does not
 * know. */
static void
check_variables (const char *renderer, const char *set, const char *disables)
{
  gboolean newer = gtk_get_minor_version () >= 16;
  const char *ours = newer ? "GDK_DISABLE" : "GDK_DEBUG";

  g_unsetenv ("GDK_DISABLE");
  g_unsetenv ("GDK_DEBUG");
  g_unsetenv ("GSK_RENDERER");
  if (renderer != NULL)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
  if (set != NULL)
    g_setenv (ours, set, TRUE);
  scope_platform_prefer_quick_start ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, renderer != NULL ? renderer : "cairo");
  g_assert_cmpstr (g_getenv (ours), ==, disables);
  g_assert_null (g_getenv (newer ? "GDK_DEBUG" : "GDK_DISABLE"));
}

static void
test_quick_start (void)
{
  const char *default_value = gtk_get_minor_version () >= 16 ? "gl,vulkan" : "gl-disable";

  check_variables (NULL, NULL, default_value);
  check_variables ("cairo", NULL, default_value);
}

static void
test_users_choice (void)
{
  check_variables (NULL, "misc", "misc");
  check_variables (NULL, "", "");
  check_variables ("gl", NULL, NULL);
  check_variables ("gl", "misc", "misc");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/platform/quick-start", test_quick_start);
  g_test_add_func ("/platform/users-choice", test_users_choice);
  return g_test_run ();
}
