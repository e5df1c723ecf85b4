/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen.h"

gboolean
scope_screen_find (GtkWidget *window, GdkRectangle *area)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor;

  if (surface == NULL)
    return FALSE;
  monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL)
    return FALSE;
  gdk_monitor_get_geometry (monitor, area);
  return TRUE;
}
