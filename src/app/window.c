/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "actions.h"
#include "announce.h"
#include "column.h"
#include "deeds.h"
#include "descent-section.h"
#include "header.h"
#include "help-windows.h"
#include "labels.h"
#include "missing.h"
#include "notices.h"
#include "observed.h"
#include "part-switches.h"
#include "popovers.h"
#include "row-deeds.h"
#include "stage-style.h"
#include "text-scale.h"
#include "window-keys.h"
#include "window-private.h"
#include "window-size.h"

/* The parts of the window do not know each other: this file puts them together, and they talk through actions and
 * the state. */

#define LEAST_PLOT_PX 480
/* A sidebar in which equations take two lines. */
#define NARROW_EM 18.0

G_DEFINE_FINAL_TYPE (ScopeWindow, scope_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- What parts of the window let it know */

/* Over the picture, not over what a step says; at the start there is no picture yet. */
static double
find_lift (ScopeWindow *self)
{
  return scope_stage_style_is_on (GTK_WIDGET (self)) ? scope_plot_get_words_height (self->plot) : 0;
}

static void
say_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;

  scope_said_say (self->said, g_variant_get_string (parameter, NULL), find_lift (self));
}

static void
offer_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;
  const char *text, *label, *deed, *target;

  g_variant_get (parameter, "(&s&s&s&s)", &text, &label, &deed, &target);
  scope_said_offer (self->said, text, label, deed, target, find_lift (self));
}

/* Before there is a picture nothing is told of it. */
static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;

  if (self->teller != NULL)
    scope_teller_name_deed (self->teller, g_variant_get_string (parameter, NULL));
}

static void
did_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;

  scope_hint_bar_did (self->hint_bar, g_variant_get_uint32 (parameter));
}

static void
focus_plot (ScopeWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}

static void
focus_plot_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  focus_plot (data);
}

/* --- The window itself */

static void
flowers_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;

  scope_popovers_open_in_flap (scope_sidebar_get_flowers (self->sidebar), self->flap);
}

static void
sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ScopeWindow *self = data;
  gboolean shown = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, shown);
  /* No keys for what is out of sight. */
  if (!shown)
    focus_plot (self);
  scope_announce (GTK_WIDGET (self), shown ? _ ("Sidebar shown") : _ ("Sidebar hidden"));
}

static void
full_screen_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);
}

static void
hints_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_settings_set_int (SCOPE_WINDOW (data)->settings, "hint", SCOPE_HINT_DRAG);
}

static void
skip_hints_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_settings_set_int (SCOPE_WINDOW (data)->settings, "hint", SCOPE_HINT_DONE);
}

static void
add_actions (ScopeWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "say", .activate = say_cb, .parameter_type = "s" },
    { .name = "offer", .activate = offer_cb, .parameter_type = "(ssss)" },
    { .name = "tell", .activate = tell_cb, .parameter_type = "s" },
    { .name = "did", .activate = did_cb, .parameter_type = "u" },
    { .name = "focus-plot", .activate = focus_plot_cb },
    { .name = "flowers", .activate = flowers_cb },
    { .name = "sidebar", .activate = sidebar_cb },
    { .name = "full-screen", .activate = full_screen_cb },
    { .name = "hints", .activate = hints_cb },
    { .name = "skip-hints", .activate = skip_hints_cb },
  };
  static const char *const kept[] = { "appearance", "letter-keys" };

  scope_actions_add (GTK_WINDOW (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, kept[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

/* --- How much room there is */

static int
measure_sidebar (ScopeWindow *self)
{
  int natural;

  gtk_widget_measure (adw_flap_get_flap (self->flap), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* The sidebar folds before the picture is too narrow to be read from afar, and not only where there is no room at
 * all. */
static void
fold_sidebar (ScopeWindow *self)
{
  ScopeColumn *column = SCOPE_COLUMN (adw_flap_get_flap (self->flap));
  int width = gtk_widget_get_width (GTK_WIDGET (self->flap)), natural = measure_sidebar (self);

  if (width <= 0)
    return;
  adw_flap_set_fold_policy (self->flap, width < natural + LEAST_PLOT_PX ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                        : ADW_FLAP_FOLD_POLICY_AUTO);
  scope_sidebar_set_narrow (self->sidebar, scope_column_get_em (column, MIN (natural, width)) < NARROW_EM);
}

/* Before a hall there is nothing but the picture. */
static void
update_room (ScopeWindow *self)
{
  gboolean presents = scope_stage_style_is_on (GTK_WIDGET (self));

  /* On its way out. */
  if (self->keeping == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->header), !presents);
  gtk_widget_set_visible (self->steps_box, !presents);
  fold_sidebar (self);
  gtk_widget_set_visible (self->observed_bar, scope_header_is_bare (self->header) && !presents);
  scope_hint_bar_set_away (self->hint_bar, presents);
  scope_header_update (self->header);
}

static gboolean
update_room_cb (gpointer data)
{
  update_room (data);
  return G_SOURCE_REMOVE;
}

static void
scope_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  int sidebar = measure_sidebar (self);

  GTK_WIDGET_CLASS (scope_window_parent_class)->size_allocate (widget, width, height, baseline);
  /* Soon: room is being given, when nobody may ask for more. */
  if (width != self->width || sidebar != self->sidebar_width)
    g_idle_add_full (GTK_PRIORITY_RESIZE, update_room_cb, g_object_ref (self), g_object_unref);
  self->width = width;
  self->sidebar_width = sidebar;
}

/* --- How it looks */

/* A dark screen has nothing on it. */
static void
scope_window_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const GdkRGBA black = { 0, 0, 0, 1 };

  if (!scope_presentation_is_blank (SCOPE_WINDOW (widget)->presentation))
    GTK_WIDGET_CLASS (scope_window_parent_class)->snapshot (widget, snapshot);
  else
    gtk_snapshot_append_color (snapshot, &black,
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));
}

static void
scope_window_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);

  GTK_WIDGET_CLASS (scope_window_parent_class)->css_changed (widget, change);
  if (self->appearance != NULL)
    scope_appearance_update (self->appearance);
}

/* --- What is kept */

static gboolean
trouble_cb (ScopeKeeping *keeping, const char *text, ScopeWindow *self)
{
  if (!self->ending)
    scope_notice_say (GTK_WIDGET (self), text);
  return !self->ending;
}

void
scope_window_keep (ScopeWindow *self)
{
  scope_keeping_flush (self->keeping);
  g_settings_sync ();
}

/* An entry takes what is typed when it loses the focus. */
static void
end (ScopeWindow *self)
{
  self->ending = TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
scope_window_finish (ScopeWindow *self)
{
  end (self);
  scope_window_keep (self);
}

static void
kept_cb (gpointer window)
{
  gtk_window_destroy (window);
}

/* Where the state takes long to write, the window is out of sight meanwhile, and goes by itself when that is done. */
static gboolean
scope_window_close_request (GtkWindow *window)
{
  ScopeWindow *self = SCOPE_WINDOW (window);

  /* On its way already. */
  if (self->ending && !gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_STOP;
  scope_presentation_stop (self->presentation);
  end (self);
  g_settings_sync ();
  if (!scope_keeping_end (self->keeping, kept_cb, self))
    return GTK_WINDOW_CLASS (scope_window_parent_class)->close_request (window);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
}

/* --- Life */

ScopeState *
scope_window_get_state (ScopeWindow *self)
{
  return self->state;
}

void
scope_window_open_files (ScopeWindow *self, GFile *const *files, guint n)
{
  scope_row_deeds_open (self->sidebar, files, n);
}

static void
scope_window_dispose (GObject *object)
{
  ScopeWindow *self = SCOPE_WINDOW (object);

  if (self->presentation != NULL)
    scope_presentation_stop (self->presentation);
  if (self->keeping != NULL)
    scope_actions_remove_all (GTK_WINDOW (self));
  g_clear_object (&self->descending);
  g_clear_pointer (&self->appearance, scope_appearance_free);
  g_clear_pointer (&self->teller, scope_teller_free);
  if (self->exports != NULL)
    scope_exports_stop (self->exports);
  g_clear_object (&self->exports);
  g_clear_object (&self->settings);
  g_clear_object (&self->keeping);
  G_OBJECT_CLASS (scope_window_parent_class)->dispose (object);
}

static void
scope_window_finalize (GObject *object)
{
  /* A window is drawn to its end. */
  g_clear_object (&SCOPE_WINDOW (object)->presentation);
  G_OBJECT_CLASS (scope_window_parent_class)->finalize (object);
}

/* The state first: what is wrong with it is said in the window. */
static void
fill (ScopeWindow *self)
{
  GtkWidget *observed;

  g_signal_connect_object (self->keeping, "trouble", G_CALLBACK (trouble_cb), self, 0);
  scope_keeping_begin (self->keeping);
  scope_sidebar_set_state (self->sidebar, self->state);
  self->plot = g_object_new (SCOPE_TYPE_PLOT, "state", self->state, "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_box_prepend (GTK_BOX (self->plot_box), GTK_WIDGET (self->plot));
  /* Below the plot, of which it covers nothing. */
  gtk_box_append (GTK_BOX (self->steps_box),
                  scope_descent_section_get_steps (scope_sidebar_get_descent (self->sidebar)));
  scope_hint_bar_set_state (self->hint_bar, self->state, self->settings);
  scope_part_switches_fill_menu (self->parts_menu);
  scope_header_fill (self->header, self->state, self->menu);
  observed = scope_observed_new (self->state, TRUE);
  gtk_widget_set_hexpand (observed, TRUE);
  gtk_box_append (GTK_BOX (self->observed_bar), observed);
}

static void
add_parts (ScopeWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  scope_deeds_add (window, self->sidebar);
  scope_row_deeds_add (window, self->sidebar);
  self->descending = scope_descent_deeds_new (window, self->state, scope_sidebar_get_descent (self->sidebar));
  scope_help_windows_add (window);
  scope_window_keys_add (window, self->settings);
  scope_text_scale_follow (window, GTK_WIDGET (self->plot), self->settings);
  self->appearance = scope_appearance_new (GTK_WIDGET (self), GTK_WIDGET (self->plot), self->settings);
  scope_missing_look_for (self->plot, self->state);
  self->teller = scope_teller_new (window, self->state, self->plot);
  self->exports = scope_exports_new (window, self->plot, self->settings);
  self->presentation = scope_presentation_new (window, self->plot, self->flap, self->state, self->settings);
  scope_window_size_keep (window, self->flap, self->settings);
}

static void
put_together (ScopeWindow *self)
{
  add_actions (self);
  fill (self);
  add_parts (self);
  update_room (self);
  g_signal_connect (self, "notify::css-classes", G_CALLBACK (update_room), NULL);
  /* After a slider's drag the arrows nudge b₃ again. */
  g_signal_connect_object (self->state, "settled", G_CALLBACK (focus_plot), self, G_CONNECT_SWAPPED);
  scope_labels_wrap (adw_flap_get_flap (self->flap));
  scope_accessible_finish (GTK_WIDGET (self));
  scope_popovers_close_with_flap (self->flap);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->plot));
  if (scope_hint_bar_get_hint (self->hint_bar) == SCOPE_HINT_DRAG)
    scope_plot_pulse (self->plot);
}

static void
scope_window_class_init (ScopeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = scope_window_dispose;
  object_class->finalize = scope_window_finalize;
  widget_class->css_changed = scope_window_css_changed;
  widget_class->snapshot = scope_window_snapshot;
  widget_class->size_allocate = scope_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = scope_window_close_request;
  g_type_ensure (SCOPE_TYPE_COLUMN);
  g_type_ensure (SCOPE_TYPE_HINT_BAR);
  g_type_ensure (SCOPE_TYPE_SAID);
  g_type_ensure (SCOPE_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, said);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, header);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, parts_menu);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, hint_bar);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, plot_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, steps_box);
  gtk_widget_class_bind_template_child (widget_class, ScopeWindow, observed_bar);
}

static void
scope_window_init (ScopeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
scope_window_new (GtkApplication *application, ScopeKeeping *keeping, GSettings *settings)
{
  ScopeWindow *self = g_object_new (SCOPE_TYPE_WINDOW, "application", application, NULL);

  self->keeping = g_object_ref (keeping);
  self->state = scope_keeping_get_state (keeping);
  self->settings = g_object_ref (settings);
  put_together (self);
  /* Not while the window is made: at the end of that GTK takes it back. */
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
