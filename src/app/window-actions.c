/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "accessible.h"
#include "announce.h"
#include "dialogs.h"
#include "flowers.h"
#include "keys.h"
#include "part-switches.h"
#include "popovers.h"

#define TEXT_STEP 0.25
#define LARGEST_TEXT 2.0
#define DEFAULT_DPI (96 * 1024)

/* --- Text size: the window's and the plot's, the desktop's in both */

/* The resolution of text scales every font of the window, headings and menus too. */
void
scope_window_apply_text_scale (ScopeWindow *self)
{
  GtkSettings *settings = gtk_settings_get_default ();
  double scale = g_settings_get_double (self->settings, "text-scale");
  double desktop;

  if (self->desktop_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &self->desktop_dpi, NULL);
  if (self->desktop_dpi <= 0)
    self->desktop_dpi = DEFAULT_DPI;
  desktop = (double) self->desktop_dpi / DEFAULT_DPI;
  g_object_set (settings, "gtk-xft-dpi", (int) lround (self->desktop_dpi * scale), NULL);
  g_object_set (self->plot, "text-scale", CLAMP (desktop * scale, 1, LARGEST_TEXT), NULL);
  scope_window_fit_header (self);
}

/* The desktop's own, as it is set while the program runs: what the program has set itself hides it. */
static void
setting_changed_cb (GdkDisplay *display, const char *name, ScopeWindow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!g_str_equal (name, "gtk-xft-dpi"))
    return;
  g_value_init (&value, G_TYPE_INT);
  if (!gdk_display_get_setting (display, name, &value) || g_value_get_int (&value) <= 0)
    return;
  self->desktop_dpi = g_value_get_int (&value);
  scope_window_apply_text_scale (self);
}

static void
text_size_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  int way = g_variant_get_int32 (parameter);
  double scale = g_settings_get_double (self->settings, "text-scale") + way * TEXT_STEP;

  g_settings_set_double (self->settings, "text-scale", way == 0 ? 1 : CLAMP (scale, 1, LARGEST_TEXT));
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
  scope_notice_tell (widget, _ ("Undone"));
  scope_state_undo (SCOPE_WINDOW (widget)->state);
  narrow_sliders (SCOPE_WINDOW (widget));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_notice_tell (widget, _ ("Redone"));
  scope_state_redo (SCOPE_WINDOW (widget)->state);
  narrow_sliders (SCOPE_WINDOW (widget));
}

static void
reset_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_notice_tell (GTK_WIDGET (self), _ ("Back to the start"));
  scope_state_reset (self->state);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    scope_value_row_set_bound (self->rows[i], 0);
}

static void
reset_view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_notice_tell (widget, _ ("The view is as it opens"));
  scope_state_reset_view (SCOPE_WINDOW (widget)->state);
}

static void
observe_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_state_set_observed (self->state, (unsigned) g_variant_get_int32 (parameter));
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_OBSERVED);
}

static void
keep_curve_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (scope_state_get_n_rows (self->state) > 0)
    {
      scope_notice_say (GTK_WIDGET (self), _ ("Curves are kept of one flower, not of many together"));
      return;
    }
  if (!scope_state_keep_curve (self->state))
    scope_notice_say (GTK_WIDGET (self),
                      _ ("Six curves are the most. Remove one under “Kept Curves” in the sidebar."));
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
      scope_notice_say (GTK_WIDGET (self), _ ("With this b₃ and wiring there are no such logits"));
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

/* Over the picture, not over what a step says; at the start there is no picture yet. */
static double
find_lift (ScopeWindow *self)
{
  return self->presenting ? scope_plot_get_words_height (self->plot) : 0;
}

static void
say_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  scope_said_say (self->said, g_variant_get_string (parameter, NULL), find_lift (self));
}

static void
offer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  const char *text, *label, *action, *target;

  g_variant_get (parameter, "(&s&s&s&s)", &text, &label, &action, &target);
  scope_said_offer (self->said, text, label, action, target, find_lift (self));
}

/* Before there is a picture nothing is told of it. */
static void
tell_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  if (self->teller != NULL)
    scope_teller_name_deed (self->teller, g_variant_get_string (parameter, NULL));
}

static void
did_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scope_hint_bar_did (SCOPE_WINDOW (widget)->hint_bar, g_variant_get_uint32 (parameter));
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
  scope_announce (widget, shown ? _ ("Sidebar shown") : _ ("Sidebar hidden"));
}

static void
full_screen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
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

/* A window of what is told about the program. */
static void
present_help (GtkWidget *widget, const char *id, const char *title)
{
  g_autofree char *path = g_strdup_printf ("/org/logitscope/Logitscope/%s.ui", id);
  g_autofree char *shortcuts = scope_part_switches_shortcuts ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GString) text = g_string_new (g_bytes_get_data (bytes, NULL));
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *help;

  g_string_replace (text, SCOPE_PART_SHORTCUTS, shortcuts, 1);
  builder = gtk_builder_new_from_string (text->str, -1);
  help = GTK_WINDOW (gtk_builder_get_object (builder, id));
  /* GTK 4.8 calls it by its type. */
  scope_accessible_name (GTK_ACCESSIBLE (help), title);
  scope_accessible_finish (GTK_WIDGET (help));
  scope_dialog_present (help, GTK_WINDOW (widget));
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_help (widget, "shortcuts", _ ("Keyboard Shortcuts"));
}

static void
accessibility_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_help (widget, "accessibility", _ ("Accessibility"));
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
  gtk_widget_class_install_action (klass, "win.offer", "(ssss)", offer_cb);
  gtk_widget_class_install_action (klass, "win.tell", "s", tell_cb);
  gtk_widget_class_install_action (klass, "win.did", "u", did_cb);
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
  gtk_widget_class_install_action (klass, "win.accessibility", NULL, accessibility_cb);
}

/* --- Keys. They wait for the bubble phase, so that a focused entry keeps its own: an application's
 * accelerators would take "1", Home and Ctrl+C from it. */

typedef struct
{
  ScopeKey key;
  const char *action;
  const char *parameter; /* as GVariant prints it; NULL for none */
} WindowKey;

static const WindowKey window_keys[] = {
  { { GDK_KEY_z, SCOPE_KEY_CONTROL }, "win.undo", NULL },
  { { GDK_KEY_z, SCOPE_SHIFT_YES, TRUE }, "win.redo", NULL },
  { { GDK_KEY_c, SCOPE_KEY_CONTROL }, "win.copy-picture", NULL },
  { { GDK_KEY_o, SCOPE_KEY_CONTROL }, "win.rows-open", NULL },
  { { GDK_KEY_Home, SCOPE_KEY_CONTROL }, "win.reset", NULL },
  { { GDK_KEY_F5, SCOPE_KEY_ANY }, "win.present", NULL },
  /* The application's accelerators, on keyboards that have no such letter, or a digit only with Shift. */
  { { GDK_KEY_e, SCOPE_KEY_CONTROL }, "win.export", NULL },
  { { GDK_KEY_equal, SCOPE_KEY_CONTROL }, "win.text-size", "1" },
  { { GDK_KEY_minus, SCOPE_KEY_CONTROL }, "win.text-size", "-1" },
  { { GDK_KEY_0, SCOPE_KEY_CONTROL }, "win.text-size", "0" },
  { .key = { 0 } },
};

/* Beside those of parts, which come and go in a lecture, too. */
static const WindowKey letter_keys[] = {
  { { GDK_KEY_1, SCOPE_KEY_PLAIN }, "win.observe", "0" },
  { { GDK_KEY_2, SCOPE_KEY_PLAIN }, "win.observe", "1" },
  { { GDK_KEY_3, SCOPE_KEY_PLAIN }, "win.observe", "2" },
  { { GDK_KEY_h, SCOPE_KEY_PLAIN }, "win.hide-all", NULL },
  { { GDK_KEY_q, SCOPE_KEY_PLAIN }, "win.ask", NULL },
  { { GDK_KEY_e, SCOPE_KEY_PLAIN }, "win.estimate", NULL },
  { { GDK_KEY_k, SCOPE_KEY_PLAIN }, "win.keep-curve", NULL },
  { { GDK_KEY_g, SCOPE_KEY_PLAIN }, "win.descent-step", NULL },
  { { GDK_KEY_g, SCOPE_KEY_SHIFT }, "win.descent-back", NULL },
  { .key = { 0 } },
};

static gboolean
key_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType modifiers,
        ScopeWindow *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  const WindowKey *key;
  GVariant *parameter;
  gboolean letters;

  if (value == GDK_KEY_Escape && gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    }
  key = scope_keys_find (window_keys, sizeof *window_keys, display, value, code, modifiers);
  letters = key == NULL && g_settings_get_boolean (self->settings, "letter-keys");
  if (letters)
    key = scope_keys_find (letter_keys, sizeof *letter_keys, display, value, code, modifiers);
  if (key == NULL)
    return letters && scope_part_switches_press (GTK_WIDGET (self), value, code, modifiers);
  parameter = key->parameter != NULL ? g_variant_new_parsed (key->parameter) : NULL;
  return gtk_widget_activate_action_variant (GTK_WIDGET (self), key->action, parameter);
}

static void
add_keys (ScopeWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
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

  scope_part_switches_add_actions (G_ACTION_MAP (self), self->state);
  scope_part_switches_fill_menu (
    G_MENU (gtk_widget_get_template_child (GTK_WIDGET (self), SCOPE_TYPE_WINDOW, "parts_menu")));
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
  g_signal_connect_object (gtk_widget_get_display (GTK_WIDGET (self)), "setting-changed",
                           G_CALLBACK (setting_changed_cb), self, 0);
  g_signal_connect_object (self->state, "notify::can-undo", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::can-redo", G_CALLBACK (history_cb), self, G_CONNECT_SWAPPED);
  history_cb (self);
}
