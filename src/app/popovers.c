/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "popovers.h"

#include "x11.h"

/* --- Where things are */

static gboolean
is_on_monitor (GdkDisplay *display, const GdkRectangle *place)
{
  GListModel *monitors = gdk_display_get_monitors (display);

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle area;

      gdk_monitor_get_geometry (monitor, &area);
      if (gdk_rectangle_intersect (&area, place, NULL))
        return TRUE;
    }
  return FALSE;
}

/* A part of a widget, or the whole of it. */
static gboolean
is_part_on_screen (GtkWidget *widget, const GdkRectangle *part)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  int x = 0, y = 0, width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRectangle place = { 0, 0, width, height };
  double left, top, surface_x, surface_y;

  if (surface == NULL || !gtk_widget_get_mapped (widget))
    return FALSE;
  if (!scope_x11_find_origin (surface, &x, &y))
    return TRUE;
  if (part != NULL)
    place = *part;
  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), place.x, place.y, &left,
                                         &top))
    return FALSE;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  place.x = x + (int) (left + surface_x);
  place.y = y + (int) (top + surface_y);
  place.width = MAX (place.width, 1);
  place.height = MAX (place.height, 1);
  return is_on_monitor (gdk_surface_get_display (surface), &place);
}

gboolean
scope_popovers_is_on_screen (GtkWidget *widget)
{
  return is_part_on_screen (widget, NULL);
}

/* --- Every popover. GTK makes most of them itself, and has no property for this: what it does to
 * show one is done here, and then left to it. */

static void (*gtk_show) (GtkWidget *popover);

static void
show (GtkWidget *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);
  GdkRectangle part;
  gboolean has_part = gtk_popover_get_pointing_to (GTK_POPOVER (popover), &part);

  if (parent != NULL && is_part_on_screen (parent, has_part ? &part : NULL))
    gtk_show (popover);
  else
    /* Whoever opened it takes note, so that a button does not stay pressed. */
    g_signal_emit_by_name (popover, "closed");
}

static void
override (GType type)
{
  g_autofree GType *children = g_type_children (type, NULL);
  GtkWidgetClass *klass = g_type_class_ref (type);

  if (gtk_show == NULL)
    gtk_show = klass->show;
  if (klass->show == gtk_show)
    klass->show = show;
  for (guint i = 0; children[i] != 0; i++)
    override (children[i]);
  g_type_class_unref (klass);
}

void
scope_popovers_init (void)
{
  /* Kept: a class that is unloaded would forget it. */
  static gpointer kept;

  if (kept != NULL)
    return;
  kept = g_type_class_ref (GTK_TYPE_POPOVER);
  override (GTK_TYPE_POPOVER);
}

/* --- A popover in a sidebar that is on its way */

static gboolean
wait_cb (GtkWidget *button, GdkFrameClock *clock, gpointer data)
{
  AdwFlap *flap = data;

  if (!adw_flap_get_reveal_flap (flap))
    return G_SOURCE_REMOVE;
  if (adw_flap_get_reveal_progress (flap) < 1 || !gtk_widget_get_mapped (button))
    return G_SOURCE_CONTINUE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return G_SOURCE_REMOVE;
}

void
scope_popovers_open_in_flap (GtkMenuButton *button, AdwFlap *flap)
{
  adw_flap_set_reveal_flap (flap, TRUE);
  if (adw_flap_get_reveal_progress (flap) == 1 && gtk_widget_get_mapped (GTK_WIDGET (button)))
    gtk_menu_button_popup (button);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (button), wait_cb, g_object_ref (flap),
                                  g_object_unref);
}
