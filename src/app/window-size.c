/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-size.h"

#include "stage-style.h"

/* Not bound: a window that fills the screen, presents or goes away has another size and sidebar for a while. */

static gboolean
is_as_usual (GtkWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window)) && !scope_stage_style_is_on (GTK_WIDGET (window))
         && !gtk_window_is_fullscreen (window);
}

static void
keep_size_cb (GtkWindow *window, GParamSpec *property, GSettings *settings)
{
  gboolean maximized = gtk_window_is_maximized (window);
  int width, height;

  if (!is_as_usual (window))
    return;
  g_settings_set_boolean (settings, "window-maximized", maximized);
  gtk_window_get_default_size (window, &width, &height);
  /* What it goes back to is the size before. */
  if (maximized || width <= 0 || height <= 0)
    return;
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
}

static void
keep_sidebar_cb (AdwFlap *flap, GParamSpec *property, GSettings *settings)
{
  /* One that lies over the plot of a narrow window goes by itself, and comes in a wide one. */
  if (!scope_stage_style_is_on (GTK_WIDGET (flap)) && !adw_flap_get_folded (flap))
    g_settings_set_boolean (settings, "sidebar", adw_flap_get_reveal_flap (flap));
}

void
scope_window_size_keep (GtkWindow *window, AdwFlap *flap, GSettings *settings)
{
  static const char *const sizes[]
    = { "notify::default-width", "notify::default-height", "notify::maximized" };

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  adw_flap_set_reveal_flap (flap, g_settings_get_boolean (settings, "sidebar"));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_signal_connect_object (window, sizes[i], G_CALLBACK (keep_size_cb), settings, 0);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (keep_sidebar_cb), settings, 0);
}
