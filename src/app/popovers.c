/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "popovers.h"

#include "vfunc.h"
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
  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), place.x, place.y, &left, &top))
    return FALSE;
  place = (GdkRectangle) { (int) left, (int) top, MAX (place.width, 1), MAX (place.height, 1) };
  /* What is scrolled out of the window may lie beside it, on the screen or not. */
  if (!gdk_rectangle_intersect (&place,
                                &(GdkRectangle) { 0, 0, gtk_widget_get_width (GTK_WIDGET (native)),
                                                  gtk_widget_get_height (GTK_WIDGET (native)) },
                                &place))
    return FALSE;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  place.x += x + (int) surface_x;
  place.y += y + (int) surface_y;
  return is_on_monitor (gdk_surface_get_display (surface), &place);
}

gboolean
scope_popovers_is_on_screen (GtkWidget *widget)
{
  return is_part_on_screen (widget, NULL);
}

/* --- Every popover. GTK makes most of them itself, and has no property for this: what it does to
 * show one is done here, and then left to it. */

typedef void (*Show) (GtkWidget *popover);

static Show gtk_show;

static gboolean
has_place (GtkWidget *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);
  GdkRectangle part;
  gboolean has_part = gtk_popover_get_pointing_to (GTK_POPOVER (popover), &part);

  return parent != NULL && is_part_on_screen (parent, has_part ? &part : NULL);
}

/* FALSE where there is nothing to scroll, or it would be of no use. */
static gboolean
scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  double x, y, before;

  if (viewport == NULL || !gtk_widget_get_mapped (widget)
      || !gtk_widget_translate_coordinates (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0,
                                            &x, &y))
    return FALSE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (widget));
  return gtk_adjustment_get_value (adjustment) != before;
}

/* Once more, after what was scrolled has got its new place. */
static gboolean
show_again_cb (GtkWidget *parent, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != parent)
    return G_SOURCE_REMOVE;
  if (has_place (popover))
    gtk_widget_show (popover);
  else
    g_signal_emit_by_name (popover, "closed");
  return G_SOURCE_REMOVE;
}

static gboolean
show_later_cb (GtkWidget *parent, GdkFrameClock *clock, gpointer data)
{
  gtk_widget_add_tick_callback (parent, show_again_cb, g_object_ref (data), g_object_unref);
  return G_SOURCE_REMOVE;
}

/* An arrow has a strip of room for itself, which is black where nothing composes the screen. */
static void
show_now (GtkWidget *popover)
{
  if (!gdk_display_is_composited (gtk_widget_get_display (popover)))
    gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_show (popover);
}

static void
show (GtkWidget *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);

  if (has_place (popover))
    show_now (popover);
  else if (parent != NULL && scroll_to (parent))
    gtk_widget_add_tick_callback (parent, show_later_cb, g_object_ref (popover), g_object_unref);
  else
    /* Whoever opened it takes note, so that a button does not stay pressed. */
    g_signal_emit_by_name (popover, "closed");
}

/* --- Every tooltip, whose widget may have gone with the sidebar while it was waited for */

typedef gboolean (*QueryTooltip) (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

static QueryTooltip gtk_query_tooltip;

/* What would be explained is open already, and the explanation would lie over its first entry. */
static gboolean
is_open (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return TRUE;
  return FALSE;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  return is_part_on_screen (widget, NULL) && !is_open (widget)
         && gtk_query_tooltip (widget, x, y, keyboard, tooltip);
}

void
scope_popovers_init (void)
{
  if (gtk_show != NULL)
    return;
  gtk_show = (Show) scope_vfunc_override (GTK_TYPE_POPOVER, G_STRUCT_OFFSET (GtkWidgetClass, show),
                                          G_CALLBACK (show));
  gtk_query_tooltip = (QueryTooltip) scope_vfunc_override (
    GTK_TYPE_WIDGET, G_STRUCT_OFFSET (GtkWidgetClass, query_tooltip), G_CALLBACK (query_tooltip));
}

/* --- A popover in a sidebar that is on its way */

#define FRAMES_TO_SETTLE 4

static void
close_inside (GtkWidget *widget)
{
  if (GTK_IS_POPOVER (widget))
    gtk_popover_popdown (GTK_POPOVER (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_inside (child);
}

static void
moves_cb (AdwFlap *flap)
{
  close_inside (adw_flap_get_flap (flap));
}

void
scope_popovers_close_with_flap (AdwFlap *flap)
{
  g_signal_connect (flap, "notify::reveal-flap", G_CALLBACK (moves_cb), NULL);
  g_signal_connect (flap, "notify::folded", G_CALLBACK (moves_cb), NULL);
}

typedef struct
{
  AdwFlap *flap; /* Owned */
  guint frames;  /* since it has come in */
} Wait;

static void
free_wait (gpointer data)
{
  Wait *wait = data;

  g_object_unref (wait->flap);
  g_free (wait);
}

/* Where it has come in, its parts get their places a frame later. */
static gboolean
wait_cb (GtkWidget *button, GdkFrameClock *clock, gpointer data)
{
  Wait *wait = data;

  if (!adw_flap_get_reveal_flap (wait->flap))
    return G_SOURCE_REMOVE;
  if (adw_flap_get_reveal_progress (wait->flap) < 1 || ++wait->frames < FRAMES_TO_SETTLE)
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
    {
      Wait *wait = g_new (Wait, 1);

      *wait = (Wait) { g_object_ref (flap), 0 };
      gtk_widget_add_tick_callback (GTK_WIDGET (button), wait_cb, wait, free_wait);
    }
}
