/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "location.h"

#include <unistd.h>

#include "folder.h"

#define WHERE "--where"

/* This program at another place, where what it needs lies, or nothing does: what it finds. */
static char *
find_from (const char *program, const char *witness)
{
  g_autofree char *place = in_folder (program), *beside = g_path_get_dirname (place);
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL), *bytes = NULL, *found = NULL;
  gsize size;

  g_assert_cmpint (g_mkdir_with_parents (beside, 0700), ==, 0);
  g_assert_true (g_file_get_contents (self, &bytes, &size, NULL));
  g_assert_true (
    g_file_set_contents_full (place, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  if (witness != NULL)
    {
      g_autofree char *file = in_folder (witness), *holder = g_path_get_dirname (file);

      g_assert_cmpint (g_mkdir_with_parents (holder, 0700), ==, 0);
      put (file, "");
    }
  g_assert_true (g_spawn_sync (NULL, (char *[]) { place, (char *) WHERE, NULL }, NULL, G_SPAWN_DEFAULT, NULL,
                               NULL, &found, NULL, NULL, NULL));
  return g_steal_pointer (&found);
}

/* The nearest of those that hold what every picture needs; else where it would be installed. */
static void
test_places (void)
{
  static const struct
  {
    const char *program, *witness, *found;
  } rows[] = {
    { "a/none/program", "a/data/fonts/other.ttf", NULL },
    { "b/src/app/program", "b/data/fonts/NotoSans-Regular.ttf", "b/data" },
    { "b/app/program", NULL, "b/data" },
    { "b/bin/program", "b/share/logitscope/fonts/NotoSans-Regular.ttf", "b/share/logitscope" },
  };
  g_autofree char *installed = find_from (rows[0].program, rows[0].witness);

  g_assert_true (g_str_has_suffix (installed, "/share/logitscope"));
  g_assert_false (g_str_has_prefix (installed, folder));
  for (guint i = 1; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = find_from (rows[i].program, rows[i].witness);
      g_autofree char *expected = in_folder (rows[i].found);

      g_assert_cmpstr (found, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], WHERE))
    {
      g_autofree char *found = scope_location_data ();

      return write (STDOUT_FILENO, found, strlen (found)) == (gssize) strlen (found) ? 0 : 1;
    }
  begin_in_folder (&argc, &argv);
  g_test_add_func ("/location/places", test_places);
  return run_in_folder ();
}
