/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What opens above the window, and tooltips: only where they can be seen. */

#include "in-process.h"
#include "popovers.h"
#include "x11.h"

static ScopeApplication *application;

static gboolean
is_revealed (gpointer flap)
{
  return adw_flap_get_reveal_progress (flap) == 1;
}

static gboolean
is_hidden (gpointer flap)
{
  return adw_flap_get_reveal_progress (flap) == 0;
}

static gboolean
has_popover (gpointer button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static gboolean
has_list (gpointer drop_down)
{
  return gtk_widget_get_mapped (find_inside (drop_down, GTK_TYPE_POPOVER));
}

static gboolean
is_in_sight (gpointer widget)
{
  return scope_popovers_is_on_screen (widget);
}

static gboolean
is_out_of_sight (gpointer widget)
{
  return !scope_popovers_is_on_screen (widget);
}

/* The list of flowers waits for the sidebar that it belongs to. */
static void
test_flowers_in_a_hidden_sidebar (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *list;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  wait_until (is_hidden, self->flap);
  act (self, "win.flowers", NULL);
  g_assert_false (has_popover (scope_sidebar_get_flowers (self->sidebar)));
  wait_until (has_popover, scope_sidebar_get_flowers (self->sidebar));
  g_assert_true (is_revealed (self->flap));
  list = find_inside (GTK_WIDGET (gtk_menu_button_get_popover (scope_sidebar_get_flowers (self->sidebar))),
                      GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpuint (scope_state_get_parameters (self->state)->observed, ==, 2);
  g_assert_cmpstr (scope_state_get_flower (self->state), ==, "Worked example 2: Virginica");
  g_assert_false (has_popover (scope_sidebar_get_flowers (self->sidebar)));
  /* It does not stay behind when the sidebar goes. */
  gtk_menu_button_popup (scope_sidebar_get_flowers (self->sidebar));
  wait_until (has_popover, scope_sidebar_get_flowers (self->sidebar));
  adw_flap_set_reveal_flap (self->flap, FALSE);
  g_assert_false (has_popover (scope_sidebar_get_flowers (self->sidebar)));
  wait_until (is_hidden, self->flap);
  /* Hidden again before it has come in, it takes the wish along. */
  act (self, "win.flowers", NULL);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  wait_until (is_hidden, self->flap);
  g_assert_false (has_popover (scope_sidebar_get_flowers (self->sidebar)));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is scrolled out of the window is scrolled to, and opens then. */
static void
test_of_what_is_scrolled_away (void)
{
  ScopeWindow *self = new_window (application);

  /* As low as it can be. */
  gtk_window_set_default_size (GTK_WINDOW (self), 1000, 1);
  wait_until (is_out_of_sight, find_part (self, "wiring"));
  g_signal_emit_by_name (find_part (self, "wiring"), "activate");
  wait_until (has_list, find_part (self, "wiring"));
  g_assert_true (scope_popovers_is_on_screen (find_part (self, "wiring")));
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
has_tooltip (gpointer widget)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean result;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &result);
  return result;
}

static void
test_no_tooltip_out_of_sight (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *const widgets[] = { GTK_WIDGET (scope_sidebar_get_flowers (self->sidebar)),
                                 find_inside (scope_sidebar_get_descent (self->sidebar), GTK_TYPE_BUTTON) };

  wait_until (has_tooltip, widgets[0]);
  gtk_widget_hide (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_assert_nonnull (gtk_widget_get_tooltip_text (widgets[i]));
      g_assert_false (has_tooltip (widgets[i]));
    }
  gtk_window_destroy (GTK_WINDOW (self));
}

/* In a sidebar that is there, the list opens at once; what is open is not explained. */
static void
test_flowers_at_once (void)
{
  ScopeWindow *self = new_window (application);

  wait_until (has_tooltip, scope_sidebar_get_flowers (self->sidebar));
  act (self, "win.flowers", NULL);
  g_assert_true (has_popover (scope_sidebar_get_flowers (self->sidebar)));
  g_assert_false (has_tooltip (scope_sidebar_get_flowers (self->sidebar)));
  gtk_menu_button_popdown (scope_sidebar_get_flowers (self->sidebar));
  wait_until (has_tooltip, scope_sidebar_get_flowers (self->sidebar));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- A window beside the screen */

static enum { WHERE_IT_IS, BESIDE_THE_SCREEN, NOBODY_KNOWS } place;

gboolean __real_scope_x11_find_origin (GdkSurface *surface, int *x, int *y);
gboolean __wrap_scope_x11_find_origin (GdkSurface *surface, int *x, int *y);
gboolean
__wrap_scope_x11_find_origin (GdkSurface *surface, int *x, int *y)
{
  gboolean is_known = __real_scope_x11_find_origin (surface, x, y);

  if (place == BESIDE_THE_SCREEN)
    *x += 100000;
  return is_known && place != NOBODY_KNOWS;
}

/* Moved off the screen, a window opens nothing and explains nothing: GTK would ask no monitor for its size. */
static void
test_none_beside_the_screen (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *header = adw_squeezer_get_visible_child (self->header);
  GtkMenuButton *button = GTK_MENU_BUTTON (find_inside (header, GTK_TYPE_MENU_BUTTON));

  wait_until (has_tooltip, scope_sidebar_get_flowers (self->sidebar));
  place = BESIDE_THE_SCREEN;
  g_assert_false (has_tooltip (GTK_WIDGET (scope_sidebar_get_flowers (self->sidebar))));
  gtk_menu_button_popup (button);
  g_assert_false (has_popover (button));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  /* Where nobody tells a program its place, as on Wayland, it is on a screen. */
  place = NOBODY_KNOWS;
  g_assert_true (has_tooltip (GTK_WIDGET (scope_sidebar_get_flowers (self->sidebar))));
  gtk_menu_button_popup (button);
  g_assert_true (has_popover (button));
  place = WHERE_IT_IS;
  gtk_window_destroy (GTK_WINDOW (self));
}

/* In a window that is on no screen, nothing opens, and the button comes up again. */
static void
test_none_out_of_sight (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *header = adw_squeezer_get_visible_child (self->header);
  GtkMenuButton *button = GTK_MENU_BUTTON (find_inside (header, GTK_TYPE_MENU_BUTTON));

  wait_until (is_in_sight, button);
  gtk_menu_button_popup (button);
  wait_until (has_popover, button);
  gtk_menu_button_popdown (button);
  gtk_widget_hide (GTK_WIDGET (self));
  g_assert_false (scope_popovers_is_on_screen (GTK_WIDGET (button)));
  gtk_menu_button_popup (button);
  g_assert_false (has_popover (button));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (button))));
  gtk_window_present (GTK_WINDOW (self));
  wait_until (is_in_sight, button);
  gtk_menu_button_popup (button);
  wait_until (has_popover, button);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_contents (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "contents");
}

/* On a screen that nothing composes, as that of the tests, all that is not filled is black. */
static void
test_nothing_is_black (void)
{
  ScopeWindow *self = new_window (application);
  GtkWidget *header = adw_squeezer_get_visible_child (self->header), *popover;
  GtkMenuButton *button = GTK_MENU_BUTTON (find_inside (header, GTK_TYPE_MENU_BUTTON));
  graphene_rect_t bounds;

  g_assert_false (gdk_display_is_composited (gtk_widget_get_display (header)));
  wait_until (is_in_sight, button);
  gtk_menu_button_popup (button);
  wait_until (has_popover, button);
  wait_for_frames (GTK_WIDGET (self));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  g_assert_true (gtk_widget_compute_bounds (find_widget (popover, is_contents, NULL), popover, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, 0);
  g_assert_cmpfloat (bounds.origin.y, ==, 0);
  g_assert_cmpfloat (bounds.size.width, ==, gtk_widget_get_width (popover));
  g_assert_cmpfloat (bounds.size.height, ==, gtk_widget_get_height (popover));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- What has gone */

static void
test_nothing_asks_what_has_gone (void)
{
  ScopeWindow *self = new_window (application);
  g_autoptr (GdkSurface) surface = g_object_ref (gtk_native_get_surface (GTK_NATIVE (self)));

  gtk_window_destroy (GTK_WINDOW (self));
  g_assert_cmpuint (g_signal_handler_find (surface, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self), ==, 0);
}

/* Onto the middle of it. */
static void
move_pointer_to (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autofree char *command = NULL;
  double left, top, surface_x, surface_y;
  int x, y;

  g_assert_true (scope_x11_find_origin (gtk_native_get_surface (native), &x, &y));
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native),
                                                   gtk_widget_get_width (widget) / 2,
                                                   gtk_widget_get_height (widget) / 2, &left, &top));
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  command
    = g_strdup_printf ("xdotool mousemove %d %d", x + (int) (left + surface_x), y + (int) (top + surface_y));
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static gboolean
is_tooltip_waited_for (gpointer display)
{
  return g_object_get_data (display, "gdk-display-current-tooltip") != NULL;
}

/* Nor is a popover asked where the pointer is in it; whoever holds it does not keep it there. */
static void
test_tooltip_of_what_has_gone (void)
{
  ScopeWindow *self = new_window (application);
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  g_autoptr (GtkWidget) popover = NULL;
  GtkWidget *header = adw_squeezer_get_visible_child (self->header), *explained;
  GtkMenuButton *button = GTK_MENU_BUTTON (find_inside (header, GTK_TYPE_MENU_BUTTON));

  wait_until (is_in_sight, button);
  gtk_menu_button_popup (button);
  wait_until (has_popover, button);
  popover = g_object_ref (GTK_WIDGET (gtk_menu_button_get_popover (button)));
  explained = find_inside (popover, GTK_TYPE_LABEL);
  gtk_widget_set_tooltip_text (explained, "Explained");
  move_pointer_to (explained);
  wait_until (is_tooltip_waited_for, display);
  gtk_window_destroy (GTK_WINDOW (self));
  g_assert_false (gtk_widget_get_realized (popover));
  g_assert_false (is_tooltip_waited_for (display));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_setenv ("GTK_A11Y", "none", TRUE);
  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_test_add_func ("/popovers/flowers-in-a-hidden-sidebar", test_flowers_in_a_hidden_sidebar);
  g_test_add_func ("/popovers/flowers-at-once", test_flowers_at_once);
  g_test_add_func ("/popovers/of-what-is-scrolled-away", test_of_what_is_scrolled_away);
  g_test_add_func ("/popovers/no-tooltip-out-of-sight", test_no_tooltip_out_of_sight);
  g_test_add_func ("/popovers/none-beside-the-screen", test_none_beside_the_screen);
  g_test_add_func ("/popovers/none-out-of-sight", test_none_out_of_sight);
  g_test_add_func ("/popovers/nothing-is-black", test_nothing_is_black);
  g_test_add_func ("/popovers/nothing-asks-what-has-gone", test_nothing_asks_what_has_gone);
  g_test_add_func ("/popovers/tooltip-of-what-has-gone", test_tooltip_of_what_has_gone);
  return run_tests (application, home);
}
