/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "surfaces.h"

#include <gtk/gtk.h>

#include "vfunc.h"

/* Under this name a display has the tooltip that is seen or waited for; GTK forgets it in this way,
 * too, when the display is closed. */
#define TOOLTIP "gdk-display-current-tooltip"

typedef void (*Unrealize) (GtkWidget *widget);

static Unrealize unrealize_window, unrealize_popover;

static void
unrealize (GtkWidget *widget)
{
  g_autoptr (GdkSurface) surface = g_object_ref (gtk_native_get_surface (GTK_NATIVE (widget)));

  g_object_set_data (G_OBJECT (gtk_widget_get_display (widget)), TOOLTIP, NULL);
  if (GTK_IS_WINDOW (widget))
    unrealize_window (widget);
  else
    unrealize_popover (widget);
  g_signal_handlers_disconnect_by_data (surface, widget);
}

void
scope_surfaces_init (void)
{
  const gsize offset = G_STRUCT_OFFSET (GtkWidgetClass, unrealize);

  if (unrealize_window != NULL)
    return;
  unrealize_window = (Unrealize) scope_vfunc_override (GTK_TYPE_WINDOW, offset, G_CALLBACK (unrealize));
  unrealize_popover = (Unrealize) scope_vfunc_override (GTK_TYPE_POPOVER, offset, G_CALLBACK (unrealize));
}
