/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage-style.h"

#include <math.h>

/* Of the screen's height. */
#define TYPE 0.025
/* In px: the desktop's usual type. */
#define USUAL_TYPE 14.7
#define KEY "scope-stage-style"

static double
find_screen_height (GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor;
  GdkRectangle area;

  if (surface == NULL)
    return 0;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL)
    return 0;
  gdk_monitor_get_geometry (monitor, &area);
  return area.height;
}

/* Where it was given. */
typedef struct
{
  GdkDisplay *display;      /* Owned */
  GtkCssProvider *provider; /* Owned */
} Style;

static void
remove_style (gpointer data)
{
  Style *style = data;

  gtk_style_context_remove_provider_for_display (style->display, GTK_STYLE_PROVIDER (style->provider));
  g_object_unref (style->display);
  g_object_unref (style->provider);
  g_free (style);
}

void
scope_stage_style_begin (GtkWidget *window, double text_scale)
{
  double usual = USUAL_TYPE * text_scale;
  g_autofree char *css
    = g_strdup_printf ("window.presenting .sidebar, window.presenting .said { font-size: %dpx; }",
                       (int) lround (fmax (usual, TYPE * find_screen_height (window))));
  Style *style = g_new0 (Style, 1);

  scope_stage_style_end (window);
  style->display = g_object_ref (gtk_widget_get_display (window));
  style->provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (style->provider, css, -1);
  gtk_style_context_add_provider_for_display (style->display, GTK_STYLE_PROVIDER (style->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set_data_full (G_OBJECT (window), KEY, style, remove_style);
}

void
scope_stage_style_end (GtkWidget *window)
{
  g_object_set_data (G_OBJECT (window), KEY, NULL);
}
