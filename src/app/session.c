/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session.h"

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <signal.h>
#include <unistd.h>

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"

static gboolean term_cb (gpointer data);
static gboolean int_cb (gpointer data);
static gboolean hup_cb (gpointer data);

static const struct
{
  int number;
  GSourceFunc asked;
} ends[] = { { SIGTERM, term_cb }, { SIGINT, int_cb }, { SIGHUP, hup_cb } };

struct _ScopeSession
{
  GtkApplication *application; /* Borrowed */
  ScopeSessionDeeds deeds;
  gpointer data;
  guint sources[G_N_ELEMENTS (ends)]; /* 0 for a signal that is ignored: by nohup, for one */

  /* logind, where there is one. */
  GCancellable *cancellable; /* Owned */
  GDBusConnection *bus;      /* Owned */
  guint subscription;
  gboolean sleeps; /* or is about to: what there is has been kept */
  int delay;       /* a file that is open as long as the computer must not sleep; −1 for none */
};

/* --- Signals */

static int ended_by;

static gboolean
end (ScopeSession *session, int number)
{
  ended_by = number;
  session->deeds.end (session->data);
  g_application_quit (G_APPLICATION (session->application));
  return G_SOURCE_CONTINUE;
}

static gboolean
term_cb (gpointer data)
{
  return end (data, SIGTERM);
}

static gboolean
int_cb (gpointer data)
{
  return end (data, SIGINT);
}

static gboolean
hup_cb (gpointer data)
{
  return end (data, SIGHUP);
}

void
scope_session_obey (void)
{
  if (ended_by == 0)
    return;
  signal (ended_by, SIG_DFL);
  raise (ended_by);
}

/* --- Sleep */

static void
release_delay (ScopeSession *session)
{
  if (session->delay >= 0)
    close (session->delay);
  session->delay = -1;
}

static void
delay_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  ScopeSession *session = data;
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer
    = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (bus), &files, result, &error);
  int handle;

  /* Cancelled, the session is gone. Without logind nobody can be asked to wait. */
  if (answer == NULL || files == NULL)
    return;
  release_delay (session);
  g_variant_get (answer, "(h)", &handle);
  session->delay = g_unix_fd_list_get (files, handle, NULL);
  /* One that comes late: nothing is left to wait for. */
  if (session->sleeps)
    release_delay (session);
}

static void
ask_for_delay (ScopeSession *session)
{
  g_dbus_connection_call_with_unix_fd_list (
    session->bus, LOGIND, LOGIND_PATH, LOGIND_MANAGER, "Inhibit",
    g_variant_new ("(ssss)", "sleep", "Logitscope", "The state is being kept", "delay"),
    G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, session->cancellable, delay_cb,
    session);
}

static void
sleep_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *name,
          GVariant *parameters, gpointer data)
{
  ScopeSession *session = data;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &session->sleeps);
  if (!session->sleeps)
    {
      ask_for_delay (session);
      return;
    }
  session->deeds.keep (session->data);
  release_delay (session);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);
  ScopeSession *session = data;

  if (bus == NULL)
    return;
  session->bus = bus;
  session->subscription
    = g_dbus_connection_signal_subscribe (bus, LOGIND, LOGIND_MANAGER, "PrepareForSleep", LOGIND_PATH, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, session, NULL);
  ask_for_delay (session);
}

/* --- The session's end */

/* The session waits until this returns. */
static void
query_end_cb (ScopeSession *session)
{
  session->deeds.keep (session->data);
}

/* --- Life */

static gboolean
is_ignored (int number)
{
  struct sigaction action;

  return sigaction (number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

ScopeSession *
scope_session_new (GtkApplication *application, const ScopeSessionDeeds *deeds, gpointer data)
{
  ScopeSession *session = g_new0 (ScopeSession, 1);

  session->application = application;
  session->deeds = *deeds;
  session->data = data;
  session->delay = -1;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (!is_ignored (ends[i].number))
      session->sources[i] = g_unix_signal_add (ends[i].number, ends[i].asked, session);
  g_signal_connect_swapped (application, "query-end", G_CALLBACK (query_end_cb), session);
  session->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SYSTEM, session->cancellable, bus_cb, session);
  return session;
}

void
scope_session_free (ScopeSession *session)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_clear_handle_id (&session->sources[i], g_source_remove);
  g_signal_handlers_disconnect_by_data (session->application, session);
  g_cancellable_cancel (session->cancellable);
  g_object_unref (session->cancellable);
  if (session->subscription != 0)
    g_dbus_connection_signal_unsubscribe (session->bus, session->subscription);
  g_clear_object (&session->bus);
  release_delay (session);
  g_free (session);
}
