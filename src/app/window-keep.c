/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>

#include "escape.h"

/* --- The state */

#define SETTLE_MS 2000
#define LATEST_MS 5000

static char *
describe (const ScopeSetAside *aside, const GError *error)
{
  g_autofree char *name = aside->aside != NULL ? scope_escape_basename (aside->aside) : NULL;

  if (name != NULL && aside->found == SCOPE_FOUND_NEWER)
    /* Translators: the name of a file. */
    return g_strdup_printf (
      _ ("The last state is that of a newer version of this program, and lies in “%s” now"), name);
  if (name != NULL)
    /* Translators: the name of a file. */
    return g_strdup_printf (_ ("The last state cannot be read, and lies in “%s” now"), name);
  if (error != NULL)
    /* Translators: what the system says about it. */
    return g_strdup_printf (_ ("What you do here is not kept for the next start: %s"), error->message);
  return g_strdup (_ ("The last state cannot be read"));
}

/* Who has no window any more reads it in the terminal. */
static void
tell (const ScopeSetAside *aside, const GError *error, gpointer data)
{
  ScopeWindow *self = data;
  g_autofree char *text = describe (aside, error);

  if (self->ending)
    g_printerr ("%s\n", text);
  else
    scope_notice_say (GTK_WIDGET (self), text);
}

void
scope_window_init_state (ScopeWindow *self)
{
  g_autofree char *folder = scope_state_store_folder ();

  self->keeper
    = scope_state_keeper_new (self->state, scope_state_store_new (folder), SETTLE_MS, LATEST_MS, tell, self);
}

void
scope_window_keep (ScopeWindow *self)
{
  scope_state_keeper_flush (self->keeper);
  g_settings_sync ();
}

/* An entry takes what is typed when it loses the focus. */
static void
end (ScopeWindow *self)
{
  self->ending = TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
scope_window_finish (ScopeWindow *self)
{
  end (self);
  scope_window_keep (self);
}

static void
kept_cb (gpointer window)
{
  gtk_window_destroy (window);
}

gboolean
scope_window_leave (ScopeWindow *self)
{
  end (self);
  g_settings_sync ();
  if (!scope_state_is_large (self->state))
    {
      scope_state_keeper_flush (self->keeper);
      return FALSE;
    }
  if (!scope_state_keeper_finish (self->keeper, kept_cb, self))
    return FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return TRUE;
}

/* --- The window */

/* How the window is: its size, whether it is maximized and shows the sidebar. Kept as soon as it changes,
 * since nobody knows how the program will end. Not bound: a window that fills the screen, presents or goes
 * away has another size and sidebar for a while. */

static gboolean
is_as_usual (ScopeWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return gtk_widget_get_mapped (widget) && !self->presenting && !gtk_window_is_fullscreen (GTK_WINDOW (self));
}

static void
keep_size_cb (ScopeWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  if (!is_as_usual (self))
    return;
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  /* What it goes back to is the size before. */
  if (maximized || width <= 0 || height <= 0)
    return;
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static void
keep_sidebar_cb (ScopeWindow *self)
{
  /* One that lies over the plot of a narrow window goes by itself, and comes in a wide one. */
  if (!self->presenting && !adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "sidebar", adw_flap_get_reveal_flap (self->flap));
}

void
scope_window_init_keep (ScopeWindow *self)
{
  static const char *const sizes[]
    = { "notify::default-width", "notify::default-height", "notify::maximized" };
  GtkWindow *window = GTK_WINDOW (self);

  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "sidebar"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_signal_connect (self, sizes[i], G_CALLBACK (keep_size_cb), NULL);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (keep_sidebar_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Not while the window is made: at the end of that GTK takes it back. */
void
scope_window_maximize_again (ScopeWindow *self)
{
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}
