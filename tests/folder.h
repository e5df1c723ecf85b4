/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "remove-folder.h"

/* A folder of the test's own, and what lies in it. */

static char *folder; /* Set by main() */

static inline char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Begins main(). */
static inline void
begin_in_folder (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  scope_file_init ();
  folder = g_dir_make_tmp ("scope-test-XXXXXX", NULL);
  g_assert_nonnull (folder);
}

/* Ends it: runs what was added, and takes the folder away; what main() returns. */
static inline int
run_in_folder (void)
{
  int status = g_test_run ();

  remove_folder (folder);
  g_free (folder);
  return status;
}

static inline GBytes *
new_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static inline gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = new_bytes (text);

  return scope_file_write (path, bytes, error);
}

static inline void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* What a write may leave in the folder: nothing of its own. */
static inline guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
empty_folder (void)
{
  remove_inside (folder);
}

static inline mode_t
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

/* Nobody waits for the disk. */
static inline void
put (const char *name, const char *text)
{
  g_assert_true (g_file_set_contents_full (name, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}
