/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text-scale.h"

#include <math.h>

#include "actions.h"

#define STEP 0.25
#define LARGEST 2.0
#define DEFAULT_DPI 96.0
#define SETTINGS "scope-text-scale-settings"
#define PROVIDER "scope-text-scale-provider"

/* --- A window, and those over it */

static void
set_provider (GtkWindow *window, GtkCssProvider *provider)
{
  g_object_set_data_full (G_OBJECT (window), PROVIDER, g_object_ref (provider), g_object_unref);
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (window)),
                                  GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
take_over_cb (GtkWindow *window)
{
  GtkWindow *below = gtk_window_get_transient_for (window);
  GtkCssProvider *provider = below != NULL ? g_object_get_data (G_OBJECT (below), PROVIDER) : NULL;

  if (provider != NULL && g_object_get_data (G_OBJECT (window), PROVIDER) == NULL)
    set_provider (window, provider);
}

static void
windows_cb (GListModel *windows, guint position, guint n_removed, guint n_added, gpointer data)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "notify::transient-for", G_CALLBACK (take_over_cb), NULL);
      take_over_cb (window);
    }
}

void
scope_text_scale_init (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_cb), NULL);
}

/* --- Its size */

static double
get_desktop_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 : DEFAULT_DPI;
}

/* The resolution of text scales every font of the window, headings and menus too. */
static void
apply (GtkWidget *plot)
{
  GSettings *settings = g_object_get_data (G_OBJECT (plot), SETTINGS);
  GtkRoot *window = gtk_widget_get_root (plot);
  double dpi = get_desktop_dpi () * g_settings_get_double (settings, "text-scale");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css
    = g_strdup_printf ("window { -gtk-dpi: %s; }", g_ascii_dtostr (number, sizeof number, dpi));

  /* One that goes has no plot any more. */
  if (window == NULL)
    return;
  gtk_css_provider_load_from_data (g_object_get_data (G_OBJECT (window), PROVIDER), css, -1);
  g_object_set (plot, "text-scale", CLAMP (dpi / DEFAULT_DPI, 1, LARGEST), NULL);
}

static void
text_size_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GSettings *settings = data;
  int way = g_variant_get_int32 (parameter);
  double scale = g_settings_get_double (settings, "text-scale") + way * STEP;

  g_settings_set_double (settings, "text-scale", way == 0 ? 1 : CLAMP (scale, 1, LARGEST));
}

void
scope_text_scale_follow (GtkWindow *window, GtkWidget *plot, GSettings *settings)
{
  static const GActionEntry entries[]
    = { { .name = "text-size", .activate = text_size_cb, .parameter_type = "i" } };
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  set_provider (window, provider);
  g_object_set_data_full (G_OBJECT (plot), SETTINGS, g_object_ref (settings), g_object_unref);
  scope_actions_add (window, entries, G_N_ELEMENTS (entries), settings);
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (apply), plot, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (apply), plot,
                           G_CONNECT_SWAPPED);
  apply (plot);
}
