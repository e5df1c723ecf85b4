/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>

#include "state-descent.h"
#include "state-file.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-store.h"

/* A store over a folder of its own. */
typedef struct
{
  char *folder, *path;
  ScopeStateStore *store;
  char *base; /* what a window starts with */
} Place;

static inline void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  place->folder = g_dir_make_tmp ("scope-store-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "state.ini", NULL);
  place->store = scope_state_store_new (place->folder);
  place->base = scope_state_save (state);
}

static inline void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  scope_state_store_free (place->store);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->base);
}

static inline gboolean
restore (const char *text, gpointer data)
{
  return scope_state_restore (data, text);
}

static inline char *
save_with_bias (double bias)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const ScopeBatchRow rows[2] = { { { 1, 2, 3 }, 0 }, { { 0.1, 20, -100 }, 1 } };

  scope_state_set_rows (state, rows, 2);
  scope_state_set_bias (state, bias);
  scope_state_descend (state, 3, FALSE);
  return scope_state_save (state);
}

static inline void
write_file (const char *path, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static inline guint
count_files (const Place *place, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);
  return n;
}
