/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the state cannot be kept, or not be read: what is said, and where. */

#include <string.h>

#include "../remove-folder.h"
#include "in-process.h"

static char *home;
static ScopeApplication *application;

/* --- The place of the state */

/* Whatever is there, a folder or a file. */
static void
clear_place (const char *place)
{
  remove_inside (place);
  g_remove (place);
  g_assert_false (g_file_test (place, G_FILE_TEST_EXISTS));
}

static char *
get_folder (void)
{
  return g_build_filename (home, "state", "logitscope", NULL);
}

/* A file where the folder has to be: nobody can write there, root neither. */
static void
spoil_place (void)
{
  g_autofree char *folder = get_folder (), *parent = g_path_get_dirname (folder);

  clear_place (folder);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "no folder\n", -1, NULL));
}

static void
write_state (const char *text)
{
  g_autofree char *folder = get_folder (), *file = g_build_filename (folder, "state.ini", NULL);

  clear_place (folder);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, text, -1, NULL));
}

/* --- What is said */

static GString *printed;

static void
print_cb (const char *text)
{
  g_string_append (printed, text);
}

static gboolean
has_said (gpointer data)
{
  return *get_said (data) != '\0';
}

#define NOT_KEPT "What you do here is not kept for the next start: "

/* At once, in the window; who closes it when it has got worse, reads it in the terminal. */
static void
test_unwritable (void)
{
  ScopeWindow *self;

  spoil_place ();
  self = new_window (application);
  wait_until (has_said, self);
  g_assert_true (g_str_has_prefix (get_said (self), NOT_KEPT));
  g_assert_cmpuint (strlen (get_said (self)), >, strlen (NOT_KEPT));
  g_assert_cmpstr (printed->str, ==, "");
  scope_state_set_bias (self->state, 3);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
test_at_the_end (void)
{
  g_autofree char *folder = get_folder ();
  ScopeWindow *self;

  clear_place (folder);
  self = new_window (application);
  scope_window_keep (self);
  g_assert_cmpstr (get_said (self), ==, "");
  spoil_place ();
  scope_state_set_bias (self->state, 3);
  gtk_window_close (GTK_WINDOW (self));
  g_assert_true (g_str_has_prefix (printed->str, NOT_KEPT));
  g_assert_true (g_str_has_suffix (printed->str, "\n"));
  g_string_truncate (printed, 0);
}

/* What cannot be read is told with the name that it has got, and why it was not taken. */
static void
test_unreadable (void)
{
  static const char *const cases[][2]
    = { { "nonsense\n", "The last state cannot be read, and lies in “" },
        { "[Scenario]\nversion=99\n",
          "The last state is that of a newer version of this program, and lies in “" } };
  g_autofree char *folder = get_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL, *path = NULL, *text = NULL;
      ScopeWindow *self;

      write_state (cases[i][0]);
      self = new_window (application);
      wait_until (has_said, self);
      g_assert_true (g_str_has_prefix (get_said (self), cases[i][1]));
      name = g_strndup (get_said (self) + strlen (cases[i][1]),
                        strcspn (get_said (self) + strlen (cases[i][1]), "”"));
      path = g_build_filename (folder, name, NULL);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, cases[i][0]);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

int
main (int argc, char **argv)
{
  int status;

  home = set_up_home ();
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  printed = g_string_new (NULL);
  g_set_printerr_handler (print_cb);
  g_test_add_func ("/kept/unwritable", test_unwritable);
  g_test_add_func ("/kept/at-the-end", test_at_the_end);
  g_test_add_func ("/kept/unreadable", test_unreadable);
  status = run_tests (application, home);
  g_string_free (printed, TRUE);
  return status;
}
