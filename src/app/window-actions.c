/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "flowers.h"
#include "popovers.h"

#define TEXT_STEP 0.25
#define LARGEST_TEXT 2.0
#define DEFAULT_DPI (96 * 1024)

/* --- Text size: the window's and the plot's */

/* The resolution of text scales every font of the window, headings and menus too. */
void
scope_window_apply_text_scale (ScopeWindow *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  double scale = CLAMP (g_settings_get_double (self->settings, "text-scale"), 1, LARGEST_TEXT);

  if (self->desktop_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &self->desktop_dpi, NULL);
  if (self->desktop_dpi <= 0)
    self->desktop_dpi = DEFAULT_DPI;
  g_object_set (settings, "gtk-xft-dpi", (int) lround (self->desktop_dpi * scale), NULL);
  g_object_set (self->plot, "text-scale", scale, NULL);
}

static void
text_size_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  int way = g_variant_get_int32 (parameter);
  double scale = g_settings_get_double (self->settings, "text-scale") + way * TEXT_STEP;

  g_settings_set_double (self->settings, "text-scale",
                         way == 0 ? 1 : CLAMP (scale, 1, LARGEST_TEXT));
}

/* --- Values */

/* Ranges that were widened for values far larger than any that is left. */
static void
narrow_sliders (ScopeWindow *self)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    scope_value_row_narrow (self->rows[k]);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_undo (SCOPE_WINDOW (widget)->state);
  narrow_sliders (SCOPE_WINDOW (widget));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_redo (SCOPE_WINDOW (widget)->state);
  narrow_sliders (SCOPE_WINDOW (widget));
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_state_reset (self->state);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    scope_value_row_set_bound (self->rows[i], 0);
}

static void
reset_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_reset_view (SCOPE_WINDOW (widget)->state);
}

static void
observe_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_state_set_observed (self->state, (unsigned) g_variant_get_int32 (parameter));
  scope_window_did (self, SCOPE_ACT_OBSERVED);
}

static void
keep_curve_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (scope_state_get_n_rows (self->state) > 0)
    {
      scope_window_say (self, _ ("Curves are kept of one flower, not of many together"));
      return;
    }
  if (!scope_state_keep_curve (self->state))
    scope_window_say (
      self, _ ("Six curves are the most. Remove one under “Kept Curves” in the sidebar."));
}

static void
trained_bias_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_set_bias (SCOPE_WINDOW (widget)->state, SCOPE_TRAINED_BIAS);
}

/* Logits for which plain arithmetic breaks, each time in another way. */
static void
break_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (!scope_state_break_arithmetic (self->state))
    {
      scope_window_say (self, _ ("With this b₃ and wiring there are no such logits"));
      return;
    }
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    scope_value_row_set_bound (self->rows[k], fabs (scope_state_get_parameters (self->state)->a[k]));
}

/* --- The window */

static void
flowers_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_popovers_open_in_flap (self->flowers_button, self->flap);
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_window_say (SCOPE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
focus_plot_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SCOPE_WINDOW (widget)->plot));
}

static void
sidebar_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  gboolean shown = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, shown);
  /* No keys for what is out of sight. */
  if (!shown)
    gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}

static void
full_screen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static gboolean
leave_full_screen (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  if (!gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    return FALSE;
  gtk_window_unfullscreen (GTK_WINDOW (widget));
  return TRUE;
}

/* What a class predicts first: all numbers, or none where any is hidden. */
static void
hide_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeState *state = SCOPE_WINDOW (widget)->state;

  scope_state_set_hide (state, scope_state_get_hide (state) != 0 ? 0 : SCOPE_QUANTITY_ALL);
}

static void
ask_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_state_advance_prediction (SCOPE_WINDOW (widget)->state, SCOPE_SHOW_ANSWERS);
}

/* The tangent is turned with the arrows: the plot must have them. */
static void
estimate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (SCOPE_WINDOW (widget)->plot));
  scope_state_advance_prediction (SCOPE_WINDOW (widget)->state, SCOPE_SHOW_ESTIMATE);
}

static void
hints_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_settings_set_int (SCOPE_WINDOW (widget)->settings, "hint", SCOPE_HINT_DRAG);
}

static void
skip_hints_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_settings_set_int (SCOPE_WINDOW (widget)->settings, "hint", SCOPE_HINT_DONE);
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder
    = gtk_builder_new_from_resource ("/org/logitscope/Logitscope/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

void
scope_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.reset", NULL, reset_cb);
  gtk_widget_class_install_action (klass, "win.reset-view", NULL, reset_view_cb);
  gtk_widget_class_install_action (klass, "win.observe", "i", observe_cb);
  gtk_widget_class_install_action (klass, "win.keep-curve", NULL, keep_curve_cb);
  gtk_widget_class_install_action (klass, "win.trained-bias", NULL, trained_bias_cb);
  gtk_widget_class_install_action (klass, "win.break-arithmetic", NULL, break_cb);
  gtk_widget_class_install_action (klass, "win.flowers", NULL, flowers_cb);
  gtk_widget_class_install_action (klass, "win.say", "s", say_cb);
  gtk_widget_class_install_action (klass, "win.focus-plot", NULL, focus_plot_cb);
  gtk_widget_class_install_action (klass, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (klass, "win.full-screen", NULL, full_screen_cb);
  gtk_widget_class_install_action (klass, "win.text-size", "i", text_size_cb);
  gtk_widget_class_install_action (klass, "win.hide-all", NULL, hide_all_cb);
  gtk_widget_class_install_action (klass, "win.ask", NULL, ask_cb);
  gtk_widget_class_install_action (klass, "win.estimate", NULL, estimate_cb);
  gtk_widget_class_install_action (klass, "win.hints", NULL, hints_cb);
  gtk_widget_class_install_action (klass, "win.skip-hints", NULL, skip_hints_cb);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_cb);
}

/* --- Keys. They wait for the bubble phase, so that a focused entry keeps its own: an application's
 * accelerators would take "1", Home and Ctrl+C from it. */

static GtkEventController *
add_shortcuts (ScopeWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return controller;
}

static void
add_key (GtkEventController *controller, const char *trigger, const char *action,
         GVariant *parameter)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                                            gtk_named_action_new (action));

  gtk_shortcut_set_arguments (shortcut, parameter);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
letter_keys_cb (ScopeWindow *self)
{
  gboolean on = g_settings_get_boolean (self->settings, "letter-keys");

  gtk_event_controller_set_propagation_phase (self->letters,
                                              on ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

/* The parts of the derivation, which come and go in a lecture. */
static const char *const part_keys[][2] = {
  { "f", "win.show-formula" }, { "d", "win.show-diagram" },  { "l", "win.show-links" },
  { "t", "win.show-steps" },   { "m", "win.show-mistakes" }, { "h", "win.hide-all" },
  { "c", "win.show-cases" },   { "q", "win.ask" },       { "e", "win.estimate" },
  { "x", "win.show-shift" },   { "k", "win.keep-curve" },
  { "u", "win.show-hood" },    { "g", "win.descent-step" },
  { "<Shift>g", "win.descent-back" },
};

static void
add_keys (ScopeWindow *self)
{
  GtkEventController *keys = add_shortcuts (self);

  add_key (keys, "<Control>z", "win.undo", NULL);
  add_key (keys, "<Control><Shift>z", "win.redo", NULL);
  add_key (keys, "<Control>c", "win.copy-picture", NULL);
  add_key (keys, "<Control>o", "win.rows-open", NULL);
  add_key (keys, "<Control>Home", "win.reset", NULL);
  add_key (keys, "F5", "win.present", NULL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Escape"),
                      gtk_callback_action_new (leave_full_screen, NULL, NULL)));

  self->letters = add_shortcuts (self);
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *triggers = g_strdup_printf ("%d|KP_%d", k + 1, k + 1);

      add_key (self->letters, triggers, "win.observe", g_variant_new_int32 (k));
    }
  for (guint i = 0; i < G_N_ELEMENTS (part_keys); i++)
    add_key (self->letters, part_keys[i][0], part_keys[i][1], NULL);
  letter_keys_cb (self);
}

static void
history_cb (ScopeWindow *self)
{
  gboolean can_undo, can_redo;

  g_object_get (self->state, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

static void
add_state_actions (ScopeWindow *self)
{
  static const char *const kept[] = { "appearance", "letter-keys" };

  for (guint i = 0; i < SCOPE_N_PARTS; i++)
    {
      g_autofree char *name = g_strconcat ("show-", scope_part_name (i), NULL);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, self->state, name);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, kept[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

void
scope_window_init_actions (ScopeWindow *self)
{
  add_state_actions (self);
  add_keys (self);
  g_signal_connect_object (self->settings, "changed::letter-keys", G_CALLBACK (letter_keys_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::can-undo", G_CALLBACK (history_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::can-redo", G_CALLBACK (history_cb), self,
                           G_CONNECT_SWAPPED);
  history_cb (self);
}
