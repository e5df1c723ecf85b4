/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session.h"

#include <gio/gunixfdlist.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"

static const char xml[]
  = "<node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='h' direction='out'/></method></interface></node>";

/* What logind answers to who wants it to wait. */
typedef enum
{
  ANSWER_NO,      /* not that */
  ANSWER_NO_FILE, /* a file that does not come with it */
  ANSWER_FILE,
} Answer;

static GDBusConnection *logind; /* Owned; its own */
static Answer answer;
static gboolean sleeps_first; /* the computer is about to, when the file is on its way */
static guint n_asked;
static GArray *pipes; /* Of int: the reading end of each file that was given */

/* What a program is told. */
typedef struct
{
  GtkApplication *application; /* Owned */
  ScopeSession *session;       /* Owned */
  guint n_kept, n_ended;
} Fixture;

static void
end (gpointer data)
{
  ((Fixture *) data)->n_ended++;
}

static void
keep (gpointer data)
{
  ((Fixture *) data)->n_kept++;
}

static const ScopeSessionDeeds deeds = { end, keep };

static void
emit (const char *name, GVariant *parameters)
{
  g_dbus_connection_emit_signal (logind, NULL, LOGIND_PATH, LOGIND ".Manager", name, parameters, NULL);
}

static void
call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation, gpointer data)
{
  g_autoptr (GUnixFDList) files = NULL;
  int ends[2];

  n_asked++;
  if (answer == ANSWER_NO)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, LOGIND ".No", "Not that");
      return;
    }
  if (answer == ANSWER_FILE)
    {
      g_assert_cmpint (pipe (ends), ==, 0);
      g_array_append_val (pipes, ends[0]);
      files = g_unix_fd_list_new_from_array (&ends[1], 1);
    }
  if (sleeps_first)
    emit ("PrepareForSleep", g_variant_new ("(b)", TRUE));
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), files);
}

static void
own_logind (const char *address)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GVariant) owns = NULL;
  GError *error = NULL;

  logind = g_dbus_connection_new_for_address_sync (
    address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (logind, LOGIND_PATH, node->interfaces[0], &table, NULL, NULL, &error);
  g_assert_no_error (error);
  owns = g_dbus_connection_call_sync (
    logind, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
    g_variant_new ("(su)", LOGIND, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  n_asked = 0;
  answer = ANSWER_FILE;
  sleeps_first = FALSE;
  fixture->application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  fixture->session = scope_session_new (fixture->application, &deeds, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  scope_session_free (fixture->session);
  g_object_unref (fixture->application);
}

static void
wait_for_count (const guint *count, guint n)
{
  while (*count < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
pong_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) pong = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  g_assert_nonnull (pong);
  ++*(guint *) data;
}

/* What logind has answered so far comes before its answer to this. */
static void
settle (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);
  guint n = 0;

  g_dbus_connection_call (bus, LOGIND, LOGIND_PATH, "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, pong_cb, &n);
  wait_for_count (&n, 1);
}

/* So often, and it has its answer. */
static void
wait_until_asked (guint n)
{
  wait_for_count (&n_asked, n);
  settle ();
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* The last file that was given is held, or has been let go of: its other end says so. */
static void
wait_until_held (gboolean held)
{
  int fd = g_array_index (pipes, int, pipes->len - 1);
  struct pollfd end_of_pipe = { .fd = fd, .events = POLLIN };
  guint tick = g_timeout_add (5, tick_cb, NULL);

  while ((poll (&end_of_pipe, 1, 0) == 0) != held)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
}

/* --- Sleep */

/* The computer waits until what there is has been kept, each time. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  wait_until_asked (1);
  for (guint i = 1; i <= 2; i++)
    {
      wait_until_held (TRUE);
      /* What is no yes or no is neither. */
      emit ("PrepareForSleep", g_variant_new ("(s)", "true"));
      emit ("PrepareForSleep", g_variant_new ("(b)", TRUE));
      wait_until_held (FALSE);
      g_assert_cmpuint (fixture->n_kept, ==, i);
      emit ("PrepareForSleep", g_variant_new ("(b)", FALSE));
      wait_until_asked (1 + i);
    }
  wait_until_held (TRUE);
  /* Who was told twice that it is awake holds one file. */
  emit ("PrepareForSleep", g_variant_new ("(b)", FALSE));
  wait_until_asked (4);
  g_clear_pointer (&fixture->session, scope_session_free);
  wait_until_held (FALSE);
  fixture->session = scope_session_new (fixture->application, &deeds, fixture);
  g_assert_cmpuint (fixture->n_ended, ==, 0);
}

/* A file that comes after what there is has been kept would make the computer wait for nothing. */
static void
test_late (Fixture *fixture, gconstpointer data)
{
  wait_until_asked (1);
  wait_until_held (TRUE);
  sleeps_first = TRUE;
  emit ("PrepareForSleep", g_variant_new ("(b)", FALSE));
  wait_until_asked (2);
  g_assert_cmpuint (fixture->n_kept, ==, 1);
  wait_until_held (FALSE);
  /* The next time is as ever. */
  sleeps_first = FALSE;
  emit ("PrepareForSleep", g_variant_new ("(b)", FALSE));
  wait_until_asked (3);
  wait_until_held (TRUE);
}

/* Where logind does not wait, what there is is kept all the same. */
static void
test_no_delay (Fixture *fixture, gconstpointer data)
{
  static const Answer answers[] = { ANSWER_NO, ANSWER_NO_FILE };

  wait_until_asked (1);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      answer = answers[i];
      emit ("PrepareForSleep", g_variant_new ("(b)", FALSE));
      wait_until_asked (2 + i);
      emit ("PrepareForSleep", g_variant_new ("(b)", TRUE));
      wait_for_count (&fixture->n_kept, i + 1);
    }
}

/* --- Signals */

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpint (kill (getpid (), numbers[i]), ==, 0);
      wait_for_count (&fixture->n_ended, i + 1);
    }
  g_assert_cmpuint (fixture->n_ended, ==, 3);
}

/* By nohup, for one. */
static void
test_ignored (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->session, scope_session_free);
  signal (SIGHUP, SIG_IGN);
  fixture->session = scope_session_new (fixture->application, &deeds, fixture);
  g_assert_cmpint (kill (getpid (), SIGHUP), ==, 0);
  g_assert_cmpint (kill (getpid (), SIGTERM), ==, 0);
  wait_for_count (&fixture->n_ended, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  signal (SIGHUP, SIG_DFL);
}

/* The program ends by the signal that asked it to, as who sent it expects. */
static void
test_obeys (Fixture *fixture, gconstpointer data)
{
  if (g_test_subprocess ())
    {
      scope_session_obey ();
      g_assert_cmpint (kill (getpid (), SIGTERM), ==, 0);
      wait_for_count (&fixture->n_ended, 1);
      scope_session_obey ();
      g_assert_not_reached ();
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr_unmatched ("*ERROR*");
}

/* --- The session's end */

static void
test_query_end (Fixture *fixture, gconstpointer data)
{
  g_signal_emit_by_name (fixture->application, "query-end");
  g_assert_cmpuint (fixture->n_kept, ==, 1);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (GTestDBus) daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  GDBusConnection *shared;
  int status;

  g_test_init (&argc, &argv, NULL);
  /* Who runs this may ignore it, as nohup does; what is ignored stays so in the program. */
  signal (SIGHUP, SIG_DFL);
  g_test_dbus_up (daemon);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (daemon), TRUE);
  own_logind (g_test_dbus_get_bus_address (daemon));
  /* The program's connection, which is the same for all of them. */
  shared = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);
  g_dbus_connection_set_exit_on_close (shared, FALSE);
  pipes = g_array_new (FALSE, FALSE, sizeof (int));
  add ("/session/sleep", test_sleep);
  add ("/session/late", test_late);
  add ("/session/no-delay", test_no_delay);
  add ("/session/signals", test_signals);
  add ("/session/ignored", test_ignored);
  add ("/session/obeys", test_obeys);
  add ("/session/query-end", test_query_end);
  status = g_test_run ();
  for (guint i = 0; i < pipes->len; i++)
    close (g_array_index (pipes, int, i));
  g_array_unref (pipes);
  g_object_unref (logind);
  g_object_unref (shared);
  g_test_dbus_stop (daemon);
  return status;
}
