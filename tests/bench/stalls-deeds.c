/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stalls-deeds.h"

#include <adwaita.h>
#include <math.h>

#include "export-dialog.h"

#include "../weights.h"
#include "../window/in-process.h"
#include "state-axis.h"
#include "state-rows.h"
#include "window.h"

static GtkWidget *window;
static ScopeState *state;
static GtkWidget *plot;
static GtkWindow *dialog;

/* --- Finding one's way in the window */

static gboolean
is_speed (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget)
         && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == 3
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Steps in a second") == 0;
}

static gboolean
is_table_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget)
         && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "Table") == 0;
}

static gboolean
is_row_scroll (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SCROLLED_WINDOW (widget)
         && gtk_widget_has_css_class (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget)),
                                      "flowers");
}

static gpointer
controller_of (GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (plot);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  return NULL;
}

static void
activate (const char *action)
{
  gtk_widget_activate_action (window, action, NULL);
}

/* --- What is done */

static char *
new_text (guint n)
{
  GString *text = g_string_new ("z1,z2,z3,observed\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%.3f,%.3f,%.3f,%u\n", 7 * fmod (i * 0.618034, 1) - 3,
                            5 * fmod (i * 0.414214, 1) - 2, 6 * fmod (i * 0.732051, 1) - 4, 1 + i * 7 % 3);
  return g_string_free (text, FALSE);
}

void
stalls_put_on_clipboard (guint n)
{
  g_autofree char *text = new_text (n);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), text);
}

static void
move_pointer (void)
{
  gpointer motion = controller_of (GTK_TYPE_EVENT_CONTROLLER_MOTION);

  /* The crosshair comes once it has moved. */
  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (motion, "motion", gtk_widget_get_width (plot) * (0.3 + 0.02 * i),
                           gtk_widget_get_height (plot) * 0.5);
}

static void
turn_wheel (void)
{
  gboolean stopped;

  g_signal_emit_by_name (controller_of (GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 0.0, 1.0, &stopped);
}

static void
zoom (void)
{
  ScopeView view = *scope_state_get_view (state);

  scope_view_zoom (&view, 1.15, 0);
  scope_state_set_view (state, &view);
}

static void
move_bias (void)
{
  scope_state_set_bias (state, scope_state_get_parameters (state)->b + 0.125);
}

static gboolean
drag_cb (gpointer data)
{
  guint *left = data;

  scope_state_set_bias (state, scope_state_get_parameters (state)->b + 0.0625);
  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  scope_state_end_drag (state);
  return G_SOURCE_REMOVE;
}

static void
drag_bias (void)
{
  static guint left;

  left = 30;
  scope_state_begin_drag (state);
  g_timeout_add (16, drag_cb, &left);
}

static void
type_logit (void)
{
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1,
                          scope_state_get_parameters (state)->a[1] + 0.25);
}

static gboolean
drag_logit_cb (gpointer data)
{
  guint *left = data;

  type_logit ();
  if (--*left > 0)
    return G_SOURCE_CONTINUE;
  scope_state_end_drag (state);
  return G_SOURCE_REMOVE;
}

static void
drag_logit (void)
{
  static guint left;

  left = 30;
  scope_state_begin_drag (state);
  g_timeout_add (16, drag_logit_cb, &left);
}

static void
press_class (void)
{
  unsigned next = (scope_state_get_parameters (state)->observed + 1) % 3;

  gtk_widget_activate_action (window, "win.observe", "i", (int) next);
}

static gboolean
stop_cb (gpointer data)
{
  activate ("win.descent-run");
  return G_SOURCE_REMOVE;
}

static void
run_fast (void)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (window, is_speed, NULL)), 2);
  activate ("win.descent-run");
  g_timeout_add (2000, stop_cb, NULL);
}

static void
toggle_table (void)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_widget (window, is_table_button, NULL));
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (gtk_widget_get_visible (GTK_WIDGET (popover)))
    gtk_menu_button_popdown (button);
  else
    gtk_menu_button_popup (button);
}

static void
toggle_mean (void)
{
  scope_state_set_mean (state, !scope_state_get_mean (state));
}

static void
wire_next (void)
{
  scope_state_set_wiring (state, (ScopeWiring) (((guint) scope_state_get_wiring (state) + 1) % 3));
}

static void
weigh (void)
{
  test_set_weights (state, (const double[]) { 1, -0.5, 0.25 });
}

static void
select_another (void)
{
  scope_state_select_row (state, (scope_state_get_selected (state) + 54321) % N_ROWS);
}

static gboolean
scroll_cb (gpointer data)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_widget (window, is_row_scroll, NULL)));
  guint *left = data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 777);
  return --*left > 0;
}

static void
scroll_table (void)
{
  static guint left;

  left = 20;
  g_timeout_add (20, scroll_cb, &left);
}

static void
paste_more (void)
{
  stalls_put_on_clipboard (1000);
  activate ("win.rows-paste");
}

/* Parts that a letter shows and hides. */
static void
toggle_parts (void)
{
  static const char *const actions[]
    = { "win.show-cases", "win.show-shift",   "win.show-hood",         "win.show-mistakes",
        "win.show-steps", "win.show-formula", "win.show-probabilities" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    activate (actions[i]);
}

static void
resize (void)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width == 1300 ? 1400 : 1300, width == 1300 ? 900 : 800);
}

static void
toggle_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (
    style, adw_style_manager_get_dark (style) ? ADW_COLOR_SCHEME_FORCE_LIGHT : ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
close_export (void)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (all); i-- > 0;)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (all, i);

      if (SCOPE_IS_EXPORT_DIALOG (top))
        dialog = top;
    }
  if (dialog != NULL)
    gtk_window_destroy (g_steal_pointer (&dialog));
}

void
stalls_open_window (void)
{
  g_application_activate (g_application_get_default ());
  window = GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ())));
  state = scope_window_get_state (SCOPE_WINDOW (window));
  plot = GTK_WIDGET (SCOPE_WINDOW (window)->plot);
}

static void
close_window (void)
{
  g_application_hold (g_application_get_default ());
  gtk_window_close (GTK_WINDOW (window));
}

const StallsDeed stalls_deeds[] = {
  { "open a file", "win.rows-paste", NULL },
  { "b3 moves", NULL, move_bias },
  { "b3 is dragged", NULL, drag_bias },
  { "a logit is typed", NULL, type_logit },
  { "a logit is dragged", NULL, drag_logit },
  { "pointer over the plot", NULL, move_pointer },
  { "wheel: pan", NULL, turn_wheel },
  { "wheel: zoom", NULL, zoom },
  { "double click: fit", "win.reset-view", NULL },
  { "class key", NULL, press_class },
  { "undo", "win.undo", NULL },
  { "redo", "win.redo", NULL },
  { "first step (G)", "win.descent-step", NULL },
  { "next step (G)", "win.descent-step", NULL },
  { "step back", "win.descent-back", NULL },
  { "table of steps", NULL, toggle_table },
  { "step with the table", "win.descent-step", NULL },
  { "close the table", NULL, toggle_table },
  { "run x100", NULL, run_fast },
  { "to the minimum", "win.descent-minimum", NULL },
  { "zoom on the trail", "win.descent-view", NULL },
  { "keep the trail", "win.descent-keep", NULL },
  { "clear", "win.descent-clear", NULL },
  { "total or mean", NULL, toggle_mean },
  { "total or mean again", NULL, toggle_mean },
  { "another wiring", NULL, wire_next },
  { "custom weights", NULL, weigh },
  { "undo the weights", "win.undo", NULL },
  { "select another row", NULL, select_another },
  { "scroll the table", NULL, scroll_table },
  { "remove a row", "win.row-remove", NULL },
  { "move a row", "win.row-down", NULL },
  { "undo the move", "win.undo", NULL },
  { "remove another row", "win.row-remove", NULL },
  { "duplicate a row", "win.row-duplicate", NULL },
  { "remove many", "win.row-remove", NULL },
  { "one flower", "win.rows-leave", NULL },
  { "and back (undo)", "win.undo", NULL },
  { "hide all (H)", "win.hide-all", NULL },
  { "reveal all (H)", "win.hide-all", NULL },
  { "question (Q)", "win.ask", NULL },
  { "answer (Q)", "win.ask", NULL },
  { "question off (Q)", "win.ask", NULL },
  { "keep a curve (K)", "win.keep-curve", NULL },
  { "C X U M T F on", NULL, toggle_parts },
  { "C X U M T F off", NULL, toggle_parts },
  { "present (F5)", "win.present", NULL },
  { "leave it (Esc)", "win.present", NULL },
  { "resize", NULL, resize },
  { "theme", NULL, toggle_theme },
  { "copy the picture", "win.copy-picture", NULL },
  { "export dialog", "win.export", NULL },
  { "export dialog closed", NULL, close_export },
  { "one flower again", "win.rows-leave", NULL },
  { "paste 1,000", NULL, paste_more },
  { "undo the paste", "win.undo", NULL },
  { "undo one flower", "win.undo", NULL },
  { "close", NULL, close_window },
  { "start", NULL, stalls_open_window },
};
const guint stalls_n_deeds = G_N_ELEMENTS (stalls_deeds);

void
stalls_do (const StallsDeed *deed)
{
  if (deed->action != NULL)
    activate (deed->action);
  else
    deed->act ();
}
