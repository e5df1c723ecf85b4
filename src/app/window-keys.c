/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-keys.h"

#include "keys.h"
#include "part-switches.h"

/* They wait for the bubble phase, so that a focused entry keeps its own: an application's accelerators would take
 * "1", Home and Ctrl+C from it. */

typedef struct
{
  ScopeKey key;
  const char *action;
  const char *parameter; /* as GVariant prints it; NULL for none */
} WindowKey;

static const WindowKey window_keys[] = {
  { { GDK_KEY_z, SCOPE_KEY_CONTROL }, "win.undo", NULL },
  { { GDK_KEY_z, SCOPE_SHIFT_YES, TRUE }, "win.redo", NULL },
  { { GDK_KEY_c, SCOPE_KEY_CONTROL }, "win.copy-picture", NULL },
  { { GDK_KEY_o, SCOPE_KEY_CONTROL }, "win.rows-open", NULL },
  { { GDK_KEY_Home, SCOPE_KEY_CONTROL }, "win.reset", NULL },
  { { GDK_KEY_F5, SCOPE_KEY_ANY }, "win.present", NULL },
  /* The application's accelerators, on keyboards that have no such letter, or a digit only with Shift. */
  { { GDK_KEY_e, SCOPE_KEY_CONTROL }, "win.export", NULL },
  { { GDK_KEY_equal, SCOPE_KEY_CONTROL }, "win.text-size", "1" },
  { { GDK_KEY_minus, SCOPE_KEY_CONTROL }, "win.text-size", "-1" },
  { { GDK_KEY_0, SCOPE_KEY_CONTROL }, "win.text-size", "0" },
  { .key = { 0 } },
};

/* Beside those of parts, which come and go in a lecture, too. */
static const WindowKey letter_keys[] = {
  { { GDK_KEY_1, SCOPE_KEY_PLAIN }, "win.observe", "0" },
  { { GDK_KEY_2, SCOPE_KEY_PLAIN }, "win.observe", "1" },
  { { GDK_KEY_3, SCOPE_KEY_PLAIN }, "win.observe", "2" },
  { { GDK_KEY_h, SCOPE_KEY_PLAIN }, "win.hide-all", NULL },
  { { GDK_KEY_q, SCOPE_KEY_PLAIN }, "win.ask", NULL },
  { { GDK_KEY_e, SCOPE_KEY_PLAIN }, "win.estimate", NULL },
  { { GDK_KEY_k, SCOPE_KEY_PLAIN }, "win.keep-curve", NULL },
  { { GDK_KEY_g, SCOPE_KEY_PLAIN }, "win.descent-step", NULL },
  { { GDK_KEY_g, SCOPE_KEY_SHIFT }, "win.descent-back", NULL },
  { .key = { 0 } },
};

static gboolean
key_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType modifiers,
        GSettings *settings)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkDisplay *display = gtk_widget_get_display (window);
  const WindowKey *key;
  GVariant *parameter;
  gboolean letters;

  if (value == GDK_KEY_Escape && gtk_window_is_fullscreen (GTK_WINDOW (window)))
    {
      gtk_window_unfullscreen (GTK_WINDOW (window));
      return GDK_EVENT_STOP;
    }
  key = scope_keys_find (window_keys, sizeof *window_keys, display, value, code, modifiers);
  letters = key == NULL && g_settings_get_boolean (settings, "letter-keys");
  if (letters)
    key = scope_keys_find (letter_keys, sizeof *letter_keys, display, value, code, modifiers);
  if (key == NULL)
    return letters && scope_part_switches_press (window, value, code, modifiers);
  parameter = key->parameter != NULL ? g_variant_new_parsed (key->parameter) : NULL;
  return gtk_widget_activate_action_variant (window, key->action, parameter);
}

void
scope_window_keys_add (GtkWindow *window, GSettings *settings)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), settings, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
