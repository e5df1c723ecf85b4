/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "x11.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

gboolean
scope_x11_find_origin (GdkSurface *surface, int *x, int *y)
{
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (surface))
    {
      GdkDisplay *display = gdk_surface_get_display (surface);
      int scale = gdk_surface_get_scale_factor (surface);
      Window child;

      XTranslateCoordinates (gdk_x11_display_get_xdisplay (display), gdk_x11_surface_get_xid (surface),
                             gdk_x11_display_get_xrootwindow (display), 0, 0, x, y, &child);
      *x /= scale;
      *y /= scale;
      return TRUE;
    }
#endif
  return FALSE;
}

void
scope_x11_survive_errors (GdkDisplay *display)
{
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_DISPLAY (display))
    gdk_x11_display_error_trap_push (display);
#endif
}
