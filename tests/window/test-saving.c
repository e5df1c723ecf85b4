/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before something is saved, and what the answers do. A window that is closed meanwhile: what
 * was begun is finished before the program ends, what was asked is not done, and the program ends. */

#include <glib/gstdio.h>
#include <string.h>

#include "file.h"
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

static const char *fails;

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
  if (fails != NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, fails);
  return fails == NULL ? g_bytes_new (taken, strlen (taken)) : NULL;
}

/* --- What becomes of it */

/* A place where no other file can take that one's, and something that is lost on the way. */
static gboolean only_in_place;
static const char *loses;

gboolean __real_scope_file_write_full (const char *to, GBytes *bytes, ScopeFileFlags flags, char **notice,
                                       GError **error);
gboolean __wrap_scope_file_write_full (const char *to, GBytes *bytes, ScopeFileFlags flags, char **notice,
                                       GError **error);
gboolean
__wrap_scope_file_write_full (const char *to, GBytes *bytes, ScopeFileFlags flags, char **notice,
                              GError **error)
{
  gboolean written;

  if (only_in_place && (flags & SCOPE_FILE_IN_PLACE) == 0)
    {
      g_set_error (error, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE, "It is somebody’s mount point.");
      return FALSE;
    }
  written = __real_scope_file_write_full (to, bytes, flags, notice, error);
  if (loses != NULL)
    *notice = g_strdup (loses);
  return written;
}

/* What is told: how often, and what is said of it then. */
static guint n_told;
static char *said; /* Owned */
static int n_busy;

static void
done (GtkWindow *from, const char *saved, guint format, const char *notice)
{
  /* Whoever has closed it is not told. */
  g_assert_true (gtk_widget_get_realized (GTK_WIDGET (from)));
  g_assert_cmpuint (format, ==, 0);
  g_assert_cmpstr (saved, ==, path);
  g_assert_cmpint (n_busy, ==, 0);
  n_told++;
  g_free (said);
  said = scope_save_say (saved, notice);
}

static void
busy (GtkWindow *from, gboolean begins)
{
  n_busy += begins ? 1 : -1;
}

static gboolean
is_told (gpointer data)
{
  return n_told > 0;
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

static AdwMessageDialog *
find_question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (one) && gtk_widget_get_mapped (one))
        return ADW_MESSAGE_DIALOG (one);
    }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL;
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

static gboolean
has_none (gpointer chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  return file == NULL;
}

/* The name is typed without its ending, so that GTK's dialog has not asked about it. */
static void
save_as (const char *name, int response)
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
                           .busy = busy,
                           .done = done };
  gpointer chooser;

  n_told = 0;
  window = g_object_ref (new_window (application));
  scope_save_ask (GTK_WINDOW (window), &what);
  chooser = g_object_get_data (G_OBJECT (window), "scope-file-chooser");
  g_assert_nonnull (chooser);
  gtk_file_chooser_set_current_name (chooser, name);
  wait_until (name[0] != '\0' ? has_name : has_none, chooser);
  gtk_native_dialog_hide (chooser);
  g_signal_emit_by_name (chooser, "response", response);
  /* Nothing else is asked for while this is written. */
  if (n_busy > 0)
    {
      scope_save_ask (GTK_WINDOW (window), &what);
      g_assert_true (g_object_get_data (G_OBJECT (window), "scope-file-chooser") == chooser);
      g_assert_false (gtk_native_dialog_get_visible (chooser));
    }
}

static void
save (void)
{
  save_as ("words", GTK_RESPONSE_ACCEPT);
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
  n_busy = 0;
  application = scope_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), deeds);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_clear_object (&application);
  g_file_get_contents (path, &text, NULL, NULL);
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

/* --- Answers */

typedef struct
{
  const char *name;    /* that is typed */
  int response;        /* of the file chooser */
  const char *content; /* of what is there before; NULL for nothing */
  gboolean only_in_place;
  const char *fails; /* why nothing can be made */
  const char *loses;
  const char *heading, *answer; /* of what is asked then; NULL for nothing */
  const char *after;            /* what is there in the end */
  const char *said;             /* NULL where nobody is told */
} Case;

static const Case cases[] = {
  { "words", GTK_RESPONSE_ACCEPT, NULL, FALSE, NULL, NULL, NULL, NULL, "whole", "Saved “words.txt”" },
  { "words.txt", GTK_RESPONSE_ACCEPT, NULL, FALSE, NULL, "A note is lost.", NULL, NULL, "whole",
    "Saved “words.txt”\nA note is lost." },
  { "words", GTK_RESPONSE_CANCEL, "precious", FALSE, NULL, NULL, NULL, NULL, "precious", NULL },
  { "words", GTK_RESPONSE_ACCEPT, "precious", FALSE, NULL, NULL, "Replace “words.txt”?", "replace", "whole",
    "Saved “words.txt”" },
  { "words", GTK_RESPONSE_ACCEPT, "precious", FALSE, NULL, NULL, "Replace “words.txt”?", "cancel", "precious",
    NULL },
  { "words", GTK_RESPONSE_ACCEPT, NULL, TRUE, NULL, NULL, "Write Over “words.txt”?", "over", "whole",
    "Saved “words.txt”" },
  { "words", GTK_RESPONSE_ACCEPT, NULL, TRUE, NULL, NULL, "Write Over “words.txt”?", "cancel", NULL, NULL },
  { "words", GTK_RESPONSE_ACCEPT, "precious", FALSE, "There is no room.", NULL, "Not saved", "close",
    "precious", NULL },
  { "", GTK_RESPONSE_ACCEPT, "precious", FALSE, NULL, NULL, "Not saved", "close", "precious", NULL },
};
static const Case *present;

static void
answer_cb (void)
{
  g_autofree char *heading = NULL;
  AdwMessageDialog *question;

  g_free (typed);
  typed = g_build_filename (home, present->name, NULL);
  open_gate_cb (NULL);
  save_as (present->name, present->response);
  if (present->heading != NULL)
    {
      wait_until (is_asked, NULL);
      question = find_question ();
      g_object_get (question, "heading", &heading, NULL);
      g_assert_cmpstr (heading, ==, present->heading);
      g_assert_cmpuint (n_told, ==, 0);
      /* As its button does it. */
      adw_message_dialog_response (question, present->answer);
      gtk_window_destroy (GTK_WINDOW (question));
      wait_until (is_not_asked, NULL);
    }
  if (present->said != NULL)
    wait_until (is_told, NULL);
  close_window ();
}

static void
test_answers (void)
{
  g_autofree char *before = g_strdup (typed);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      present = &cases[i];
      only_in_place = present->only_in_place;
      loses = present->loses;
      fails = present->fails;
      g_remove (path);
      if (present->content != NULL)
        g_assert_true (g_file_set_contents (path, present->content, -1, NULL));
      g_clear_pointer (&said, g_free);
      run (answer_cb, present->after);
      g_assert_cmpuint (n_told, ==, present->said != NULL);
      g_assert_cmpstr (said, ==, present->said);
      g_assert_cmpint (n_busy, ==, 0);
    }
  fails = loses = NULL;
  only_in_place = FALSE;
  g_free (typed);
  typed = g_steal_pointer (&before);
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
  g_test_add_func ("/saving/answers", test_answers);
  status = run_tests (NULL, home);
  g_free (typed);
  g_free (path);
  return status;
}
