/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-private.h"
#include "window-private.h"

#include <math.h>

/* The sidebar beside a presentation, and what is said over it, are read from the last row, too. Their type is the
 * stage's; all else there is in em (style.css). */

/* Of the screen's height. */
#define TYPE 0.025
/* In px: the desktop's usual type. */
#define USUAL_TYPE 14.7

static double
find_screen_height (ScopeWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
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

void
scope_window_enlarge_sliders (ScopeWindow *self)
{
  double usual = USUAL_TYPE * self->plot->text_scale;
  g_autofree char *style
    = g_strdup_printf ("window.presenting .sidebar, window.presenting .said { font-size: %dpx; }",
                       (int) lround (fmax (usual, TYPE * find_screen_height (self))));

  scope_window_stop_enlarging (self);
  self->stage_style = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (self->stage_style, style, -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->stage_style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
scope_window_stop_enlarging (ScopeWindow *self)
{
  if (self->stage_style == NULL)
    return;
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                 GTK_STYLE_PROVIDER (self->stage_style));
  g_clear_object (&self->stage_style);
}
