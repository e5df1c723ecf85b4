/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "closing.h"

#include "keys.h"

static gboolean
lies_over (GtkWindow *window, GtkWindow *other)
{
  while (window != NULL && window != other)
    window = gtk_window_get_transient_for (window);
  return window == other;
}

void
scope_closing_close (GtkWindow *window)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (all); i > 0; i--)
    {
      g_autoptr (GtkWindow) over = g_list_model_get_item (all, i - 1);

      if (over != NULL && over != window && lies_over (over, window))
        gtk_window_close (over);
    }
  gtk_window_close (window);
}

/* --- What is done. A dialog that somebody holds when its parent goes would still ask it, so nobody
 * does. */

static gboolean
quit_cb (gpointer asked)
{
  if (g_application_get_default () != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* What GTK has closed meanwhile, since nothing lay over it, is out of sight. */
static gboolean
close_cb (gpointer asked)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (asked);

  if (window != NULL && gtk_widget_get_visible (GTK_WIDGET (window)))
    scope_closing_close (window);
  return G_SOURCE_REMOVE;
}

static void
free_asked (gpointer asked)
{
  g_weak_ref_clear (asked);
  g_free (asked);
}

/* Later: the event is still on its way. */
static void
do_later (GSourceFunc deed, GtkWindow *window)
{
  GWeakRef *asked = g_new (GWeakRef, 1);

  g_weak_ref_init (asked, window);
  g_idle_add_full (G_PRIORITY_HIGH, deed, asked, free_asked);
}

typedef struct
{
  ScopeKey key;
  GSourceFunc deed; /* to the window in which it was pressed */
} ClosingKey;

static const ClosingKey keys[] = {
  { { GDK_KEY_q, SCOPE_KEY_CONTROL }, quit_cb },
  { { GDK_KEY_w, SCOPE_KEY_CONTROL }, close_cb },
  { .key = { 0 } },
};

/* --- What asks for it. Every event is seen before GTK gives it to whoever has grabbed it. */

static GSourceFunc
find_key (GdkDisplay *display, GdkEvent *event)
{
  const ClosingKey *key
    = scope_keys_find (keys, sizeof *keys, display, gdk_key_event_get_keyval (event),
                       gdk_key_event_get_keycode (event), gdk_event_get_modifier_state (event));

  return key != NULL ? key->deed : NULL;
}

/* NULL where nothing is asked for. */
static GSourceFunc
find_deed (GtkWindow *window, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS)
    return find_key (gtk_widget_get_display (GTK_WIDGET (window)), event);
  return type == GDK_DELETE ? close_cb : NULL;
}

static gboolean
event_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkNative *native = gtk_native_get_for_surface (g_value_get_object (&values[0]));
  GtkRoot *root = native != NULL ? gtk_widget_get_root (GTK_WIDGET (native)) : NULL;
  GSourceFunc deed
    = GTK_IS_WINDOW (root) ? find_deed (GTK_WINDOW (root), g_value_peek_pointer (&values[1])) : NULL;

  if (deed != NULL)
    do_later (deed, GTK_WINDOW (root));
  return TRUE;
}

void
scope_closing_init (void)
{
  static gboolean is_done;

  if (is_done)
    return;
  is_done = TRUE;
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE));
  g_signal_add_emission_hook (g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, event_cb, NULL, NULL);
}
