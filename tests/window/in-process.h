/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For programs that have the window in themselves. */

#pragma once

#include <glib/gstdio.h>

typedef gboolean (*Condition) (gpointer data);

static inline gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the window live until something is so, for patience_s seconds at most. */
static inline void
wait_so_long (Condition is_so, gpointer data, int patience_s)
{
  gint64 end = g_get_monotonic_time () + patience_s * G_USEC_PER_SEC;
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!is_so (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (tick);
}

/* Removes a home, with the state that is kept there. */
static inline void
remove_home (const char *home)
{
  g_autofree char *folder = g_build_filename (home, "logitscope", NULL);
  g_autoptr (GDir) inside = g_dir_open (folder, 0, NULL);
  const char *name;

  while (inside != NULL && (name = g_dir_read_name (inside)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
  g_remove (home);
}
