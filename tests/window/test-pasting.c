/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another program pastes what this one has copied, again and again. */

#include "in-process.h"

/* So large that X11 has it in parts. */
#define SIZE 400000
/* More than GIO ever does at once, for as long as somebody pastes. */
#define N_BUSY 200
/* Each through a window that has the number of the one before. */
#define PASTE "test $(xclip -selection clipboard -o -t image/png | wc -c) = 400000"

static char *home;
static ScopeApplication *application;

static int is_busy = 1, n_done;

static void
wait_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  while (g_atomic_int_get (&is_busy))
    g_usleep (1000);
  g_task_return_boolean (task, TRUE);
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  n_done++;
}

static gboolean
are_done (gpointer data)
{
  return n_done == N_BUSY + 1;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer is_over)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) is_over = TRUE;
}

static gboolean
is_true (gpointer is_over)
{
  return *(gboolean *) is_over;
}

static void
run_aside (GTaskThreadFunc work)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, waited_cb, NULL);

  g_task_run_in_thread (task, work);
}

/* Threads have so much to do that none is left to close what was pasted through. */
static void
test_busy (void)
{
  GtkWidget *window = GTK_WIDGET (new_window (application));
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (SIZE), SIZE);
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes ("image/png", bytes);
  g_autoptr (GSubprocess) others = NULL;
  gboolean is_over = FALSE;

  g_assert_true (gdk_clipboard_set_content (gtk_widget_get_clipboard (window), content));
  for (guint i = 0; i < N_BUSY; i++)
    run_aside (wait_thread);
  others
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "sh", "-c", PASTE " && " PASTE " && " PASTE, NULL);
  g_assert_nonnull (others);
  g_subprocess_wait_check_async (others, NULL, pasted_cb, &is_over);
  wait_until (is_true, &is_over);
  /* The last in the queue. */
  run_aside (wait_thread);
  g_atomic_int_set (&is_busy, 0);
  wait_until (are_done, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  home = set_up_home ();
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_test_add_func ("/pasting/busy", test_busy);
  return run_tests (application, home);
}
