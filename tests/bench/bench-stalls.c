/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the window does not listen, with very many rows: what each action costs the thread that takes
 * the keys, at the most in one turn of its loop. In its own seconds of the processor, so that what else the
 * machine does is not counted. Run without arguments, or with words that an action's name must hold. */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "application.h"
#include "export-dialog.h"
#include "window.h"

#include "../window/in-process.h"

#define N_ROWS 100000
/* So long nothing must have happened, in any thread. */
#define QUIET_S 0.4
#define QUIET_SHARE 0.1
#define LONGEST_S 60

static GtkWidget *window;
static ScopeState *state;
static GtkWidget *plot;
static GtkWindow *dialog;

/* --- Time */

static double
seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Turns the loop until nothing happens any more; the longest turn in milliseconds. */
static double
turn_until_quiet (double *total)
{
  guint wake = g_timeout_add (20, wake_cb, NULL);
  double begin = seconds (CLOCK_MONOTONIC), since = begin, used = seconds (CLOCK_PROCESS_CPUTIME_ID);
  double longest = 0;

  *total = 0;
  while (seconds (CLOCK_MONOTONIC) - begin < LONGEST_S)
    {
      double before = seconds (CLOCK_THREAD_CPUTIME_ID), now, spent;

      g_main_context_iteration (NULL, TRUE);
      spent = 1e3 * (seconds (CLOCK_THREAD_CPUTIME_ID) - before);
      longest = fmax (longest, spent);
      *total += spent;
      now = seconds (CLOCK_MONOTONIC);
      if (now - since < QUIET_S)
        continue;
      if (seconds (CLOCK_PROCESS_CPUTIME_ID) - used < QUIET_SHARE * (now - since))
        break;
      since = now;
      used = seconds (CLOCK_PROCESS_CPUTIME_ID);
    }
  g_source_remove (wake);
  return longest;
}

/* --- Finding one's way in the window */

static GtkWidget *
find (GtkWidget *root, gboolean (*is_it) (GtkWidget *))
{
  if (is_it (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is_it);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_plot (GtkWidget *widget)
{
  return SCOPE_IS_PLOT (widget);
}

static gboolean
is_speed (GtkWidget *widget)
{
  return GTK_IS_DROP_DOWN (widget)
         && g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (widget))) == 3
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Steps in a second") == 0;
}

static gboolean
is_table_button (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget)
         && g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (widget)), "Table") == 0;
}

static gboolean
is_row_scroll (GtkWidget *widget)
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
act (const char *action)
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
                            5 * fmod (i * 0.414214, 1) - 2, 6 * fmod (i * 0.732051, 1) - 4,
                            1 + i * 7 % 3);
  return g_string_free (text, FALSE);
}

static void
put_on_clipboard (guint n)
{
  g_autofree char *text = new_text (n);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (window), text);
}

static void
open_rows (void)
{
  act ("win.rows-paste");
}

static void
move_pointer (void)
{
  gpointer motion = controller_of (GTK_TYPE_EVENT_CONTROLLER_MOTION);

  g_signal_emit_by_name (motion, "motion", gtk_widget_get_width (plot) * 0.3,
                         gtk_widget_get_height (plot) * 0.5);
}

static void
turn_wheel (void)
{
  gboolean stopped;

  g_signal_emit_by_name (controller_of (GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", 0.0, 1.0,
                         &stopped);
}

static void
zoom (void)
{
  ScopeView view = *scope_state_get_view (state);

  scope_view_zoom (&view, 1.15, 0);
  scope_state_set_view (state, &view);
}

static void
fit_view (void)
{
  act ("win.reset-view");
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
  scope_state_set_logit (state, 1, scope_state_get_parameters (state)->a[1] + 0.25);
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

static void
undo (void)
{
  act ("win.undo");
}

static void
redo (void)
{
  act ("win.redo");
}

static void
step (void)
{
  act ("win.descent-step");
}

static void
step_back (void)
{
  act ("win.descent-back");
}

static gboolean
stop_cb (gpointer data)
{
  act ("win.descent-run");
  return G_SOURCE_REMOVE;
}

static void
run_fast (void)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (window, is_speed)), 2);
  act ("win.descent-run");
  g_timeout_add (2000, stop_cb, NULL);
}

static void
to_minimum (void)
{
  act ("win.descent-minimum");
}

static void
view_walks (void)
{
  act ("win.descent-view");
}

static void
toggle_table (void)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find (window, is_table_button));
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
  scope_state_set_weights (state, (const double[]){ 1, -0.5, 0.25 });
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
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find (window, is_row_scroll)));
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
remove_row (void)
{
  act ("win.row-remove");
}

static void
move_row (void)
{
  act ("win.row-down");
}

static void
duplicate_row (void)
{
  act ("win.row-duplicate");
}

static void
paste_more (void)
{
  put_on_clipboard (1000);
  act ("win.rows-paste");
}

static void
leave_rows (void)
{
  act ("win.rows-leave");
}

static void
hide (void)
{
  act ("win.hide-all");
}

static void
ask (void)
{
  act ("win.ask");
}

static void
keep_walk (void)
{
  act ("win.descent-keep");
}

static void
clear_walks (void)
{
  act ("win.descent-clear");
}

static void
keep_curve (void)
{
  act ("win.keep-curve");
}

/* Parts that a letter shows and hides. */
static void
toggle_parts (void)
{
  static const char *const actions[]
    = { "win.show-cases", "win.show-shift", "win.show-hood", "win.show-mistakes", "win.show-steps",
        "win.show-formula", "win.show-probabilities" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    act (actions[i]);
}

static void
present (void)
{
  act ("win.present");
}

static void
resize (void)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width == 1300 ? 1400 : 1300,
                               width == 1300 ? 900 : 800);
}

static void
toggle_theme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (style, adw_style_manager_get_dark (style)
                                               ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                               : ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
copy_picture (void)
{
  act ("win.copy-picture");
}

static void
open_export (void)
{
  act ("win.export");
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

static void
open_window (void)
{
  g_application_activate (g_application_get_default ());
  window = GTK_WIDGET (
    gtk_application_get_active_window (GTK_APPLICATION (g_application_get_default ())));
  state = scope_window_get_state (SCOPE_WINDOW (window));
  plot = find (window, is_plot);
}

static void
close_window (void)
{
  g_application_hold (g_application_get_default ());
  gtk_window_close (GTK_WINDOW (window));
}

static const struct
{
  const char *name;
  void (*act) (void);
} deeds[] = {
  { "open a file", open_rows },
  { "b3 moves", move_bias },
  { "b3 is dragged", drag_bias },
  { "a logit is typed", type_logit },
  { "a logit is dragged", drag_logit },
  { "pointer over the plot", move_pointer },
  { "wheel: pan", turn_wheel },
  { "wheel: zoom", zoom },
  { "double click: fit", fit_view },
  { "class key", press_class },
  { "undo", undo },
  { "redo", redo },
  { "first step (G)", step },
  { "next step (G)", step },
  { "step back", step_back },
  { "table of steps", toggle_table },
  { "step with the table", step },
  { "close the table", toggle_table },
  { "run x100", run_fast },
  { "to the minimum", to_minimum },
  { "zoom on the trail", view_walks },
  { "keep the trail", keep_walk },
  { "clear", clear_walks },
  { "total or mean", toggle_mean },
  { "total or mean again", toggle_mean },
  { "another wiring", wire_next },
  { "custom weights", weigh },
  { "undo the weights", undo },
  { "select another row", select_another },
  { "scroll the table", scroll_table },
  { "remove a row", remove_row },
  { "move a row", move_row },
  { "undo the move", undo },
  { "remove another row", remove_row },
  { "duplicate a row", duplicate_row },
  { "remove many", remove_row },
  { "one flower", leave_rows },
  { "and back (undo)", undo },
  { "hide all (H)", hide },
  { "reveal all (H)", hide },
  { "question (Q)", ask },
  { "answer (Q)", ask },
  { "question off (Q)", ask },
  { "keep a curve (K)", keep_curve },
  { "C X U M T F on", toggle_parts },
  { "C X U M T F off", toggle_parts },
  { "present (F5)", present },
  { "leave it (Esc)", present },
  { "resize", resize },
  { "theme", toggle_theme },
  { "copy the picture", copy_picture },
  { "export dialog", open_export },
  { "export dialog closed", close_export },
  { "one flower again", leave_rows },
  { "paste 1,000", paste_more },
  { "undo the paste", undo },
  { "undo one flower", undo },
  { "close", close_window },
  { "start", open_window },
};

/* Without words, all. Rows are there in any case. */
static gboolean
is_wanted (const char *name, int argc, char **argv)
{
  gboolean wanted = argc < 2 || g_str_equal (name, "open a file");

  for (int i = 1; i < argc; i++)
    wanted = wanted || strstr (name, argv[i]) != NULL;
  return wanted;
}

int
main (int argc, char **argv)
{
  g_autoptr (ScopeApplication) application = NULL;
  g_autofree char *home = g_dir_make_tmp ("scope-stalls-XXXXXX", NULL);
  double total;

  /* Nothing of the user's own. */
  g_setenv ("XDG_STATE_HOME", home, TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  application = scope_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, NULL);
  open_window ();
  turn_until_quiet (&total);
  put_on_clipboard (N_ROWS);
  turn_until_quiet (&total);
  printf ("%d rows; ms of the window's thread\n%-24s %12s %12s\n", N_ROWS, "", "longest turn",
          "all turns");
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      double begin = seconds (CLOCK_THREAD_CPUTIME_ID), at_once, longest;

      if (!is_wanted (deeds[i].name, argc, argv))
        continue;
      deeds[i].act ();
      at_once = 1e3 * (seconds (CLOCK_THREAD_CPUTIME_ID) - begin);
      longest = turn_until_quiet (&total);
      printf ("%-24s %12.1f %12.1f%s\n", deeds[i].name, fmax (at_once, longest), at_once + total,
              fmax (at_once, longest) > 100 ? "  !" : "");
      fflush (stdout);
    }
  remove_home (home);
  return 0;
}
