/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A window that is closed while something of it is saved: what was begun is finished before the
 * program ends, what was asked is not done, and the program ends. */

#include <glib/gstdio.h>
#include <string.h>

#include "in-process.h"
#include "save.h"

/* So long a program that does not wait has to end too early. */
#define GRACE_MS 300

static ScopeApplication *application;
static ScopeWindow *window; /* Owned reference */
static char *home, *typed, *path;

/* What the thread has begun, and whether it may go on. */
static GMutex mutex;
static GCond changed;
static gboolean has_begun, is_open;

/* --- What is saved: a word, once the gate is open */

static gpointer
take (GtkWindow *from)
{
  return g_strdup ("whole");
}

static GBytes *
render (gpointer taken, guint format, GError **error)
{
  g_mutex_lock (&mutex);
  has_begun = TRUE;
  while (!is_open)
    g_cond_wait (&changed, &mutex);
  g_mutex_unlock (&mutex);
  return g_bytes_new (taken, strlen (taken));
}

/* Nobody is there to be told. */
static void
done (GtkWindow *from, const char *saved, guint format, const char *notice)
{
  g_assert_not_reached ();
}

static gboolean
open_gate_cb (gpointer data)
{
  g_mutex_lock (&mutex);
  is_open = TRUE;
  g_cond_signal (&changed);
  g_mutex_unlock (&mutex);
  return G_SOURCE_REMOVE;
}

static gboolean
is_rendering (gpointer data)
{
  gboolean result;

  g_mutex_lock (&mutex);
  result = has_begun;
  g_mutex_unlock (&mutex);
  return result;
}

/* --- A window, and what is over it */

static gboolean
is_closed (gpointer data)
{
  return !gtk_widget_get_realized (GTK_WIDGET (window));
}

static gboolean
is_asked (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (one) && gtk_widget_get_mapped (one))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_not_asked (gpointer data)
{
  return !is_asked (data);
}

static gboolean
has_name (gpointer chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *found = file != NULL ? g_file_get_path (file) : NULL;

  return g_strcmp0 (found, typed) == 0;
}

/* The name is typed without its ending, so that GTK's dialog has not asked about it. */
static void
save (void)
{
  static const char *const endings[] = { "txt", NULL };
  const ScopeSave what = { .title = "Save",
                           .failed = "Not saved",
                           .name = "words",
                           .folder = home,
                           .endings = endings,
                           .take = take,
                           .free_taken = g_free,
                           .render = render,
                           .done = done };
  gpointer chooser;

  window = g_object_ref (new_window (application));
  scope_save_ask (GTK_WINDOW (window), &what);
  chooser = g_object_get_data (G_OBJECT (window), "scope-file-chooser");
  gtk_file_chooser_set_current_name (chooser, "words");
  wait_until (has_name, chooser);
  gtk_native_dialog_hide (chooser);
  g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
}

static void
close_window (void)
{
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_closed, NULL);
  g_clear_object (&window);
}

/* Instead of what opens a window otherwise. */
static void
activate_cb (GApplication *running, void (*deeds) (void))
{
  g_signal_stop_emission_by_name (running, "activate");
  deeds ();
}

/* Runs the program, in which something is done to its window, until it ends by itself. */
static void
run (void (*deeds) (void), const char *content)
{
  g_autofree char *text = NULL;

  has_begun = is_open = FALSE;
  application = scope_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), deeds);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_clear_object (&application);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, content);
}

/* --- Tests */

static void
close_in_the_middle (void)
{
  save ();
  wait_until (is_rendering, NULL);
  close_window ();
  g_timeout_add (GRACE_MS, open_gate_cb, NULL);
}

static void
test_in_the_middle (void)
{
  g_remove (path);
  run (close_in_the_middle, "whole");
}

static void
close_when_asked (void)
{
  open_gate_cb (NULL);
  save ();
  wait_until (is_asked, NULL);
  close_window ();
  wait_until (is_not_asked, NULL);
}

static void
test_when_asked (void)
{
  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  run (close_when_asked, "precious");
}

/* The question comes when the window has gone: it is not asked, and nothing is replaced. */
static void
test_asked_too_late (void)
{
  g_assert_true (g_file_set_contents (path, "precious", -1, NULL));
  run (close_in_the_middle, "precious");
}

int
main (int argc, char **argv)
{
  int status;

  home = set_up_home ();
  typed = g_build_filename (home, "words", NULL);
  path = g_build_filename (home, "words.txt", NULL);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saving/in-the-middle", test_in_the_middle);
  g_test_add_func ("/saving/when-asked", test_when_asked);
  g_test_add_func ("/saving/asked-too-late", test_asked_too_late);
  status = run_tests (NULL, home);
  g_free (typed);
  g_free (path);
  return status;
}
