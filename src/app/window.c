/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window.h"

#include <glib/gi18n.h>
#include <math.h>

#include "accessible-text.h"
#include "accessible.h"
#include "platform.h"
#include "column.h"
#include "flow.h"
#include "flowers.h"
#include "ghosts.h"
#include "labels.h"
#include "number-entry.h"
#include "popovers.h"
#include "settings.h"
#include "window-private.h"

G_DEFINE_FINAL_TYPE (ScopeWindow, scope_window, ADW_TYPE_APPLICATION_WINDOW)

ScopeState *
scope_window_get_state (ScopeWindow *self)
{
  return self->state;
}

/* --- The state's properties and the controls */

static void
flower_changed_cb (ScopeWindow *self)
{
  const char *flower = scope_state_get_flower (self->state);
  /* Translators: the number of a flower among many, whose place another one is to take. */
  g_autofree char *place = g_strdup_printf (_ ("Set Flower %u…"), scope_state_get_selected (self->state) + 1);
  g_autofree char *spoken = NULL;

  if (flower == NULL)
    flower = scope_state_get_n_rows (self->state) > 0 ? place : _ ("Flower…");
  /* Translators: what is chosen from, and what. */
  spoken = g_strdup_printf (_ ("%s: %s"), _ ("Flower"), flower);
  gtk_menu_button_set_label (self->flowers_button, flower);
  /* GTK 4.18 says the button's own name in place of its label. */
  scope_accessible_describe (GTK_ACCESSIBLE (self->flowers_button), flower);
  if (!scope_platform_tells_values ())
    scope_accessible_name_parts (GTK_WIDGET (self->flowers_button), spoken);
  /* A long name must not widen the sidebar; GtkMenuButton has no property for that. */
  scope_labels_wrap (GTK_WIDGET (self->flowers_button));
}

/* Who switches a part on and does not see it learns why, once there is a picture to see it in. Before a hall
 * what was switched on earlier may go for it; what the step itself shows may, too, and is not missed. */
static void
tell_missing (ScopeWindow *self)
{
  unsigned asked = self->added;
  ScopeFigure figure;

  if (asked == 0 || !scope_plot_is_drawn (self->plot))
    return;
  self->added = 0;
  scope_plot_get_figure (self->plot, &figure);
  if (figure.stage != NULL)
    asked |= figure.show & ~figure.stage->show;
  if (scope_plot_get_missing (self->plot) & asked)
    scope_notice_say (GTK_WIDGET (self),
                      figure.stage != NULL
                        ? _ ("No room for all of it in this step: switch another part off")
                        : _ ("No room for it here: enlarge the window, or switch another part off"));
}

static void
look_for_added (ScopeWindow *self)
{
  unsigned show = scope_state_get_show (self->state), added = show & ~self->shown_before;

  self->shown_before = show;
  self->added = (self->added | added) & show;
  if ((added & ~(scope_parts_for (SCOPE_CASE_TOTAL) | scope_parts_for (SCOPE_CASE_MEAN)))
      && scope_state_get_n_rows (self->state) > 0)
    scope_notice_say (GTK_WIDGET (self),
                      _ ("This part is about one flower: see “Many Flowers”, Back to One Flower"));
  tell_missing (self);
}

static void
changed_cb (ScopeWindow *self)
{
  scope_window_update_sidebar (self);
  if (self->stepping)
    {
      self->shown_before = scope_state_get_show (self->state);
      self->added = 0;
      return;
    }
  look_for_added (self);
  if (scope_state_in_lecture (self->state))
    return;
  if (scope_state_get_show (self->state) & SCOPE_SHOW_STEPS)
    scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_STEPS);
  if (scope_state_get_hide (self->state) != 0)
    scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_HIDE);
}

/* After a slider's drag the arrows nudge b₃ again. */
static void
settled_cb (ScopeWindow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->plot));
}

/* --- Flowers */

static void
chosen_cb (double bound, gpointer data)
{
  ScopeWindow *self = data;

  scope_window_widen_sliders (self, bound);
  gtk_menu_button_popdown (self->flowers_button);
  scope_notice_did (GTK_WIDGET (self), SCOPE_ACT_FLOWER);
}

/* The list is read when it is first opened: it costs the start nothing. */
static void
create_flowers_cb (GtkMenuButton *button, gpointer data)
{
  ScopeWindow *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), scope_flowers_new (self->state, chosen_cb, self));
  scope_accessible_name (GTK_ACCESSIBLE (popover), _ ("Choose a flower"));
  gtk_menu_button_set_popover (button, popover);
}

/* --- Life */

static gboolean
scope_window_close_request (GtkWindow *window)
{
  ScopeWindow *self = SCOPE_WINDOW (window);

  /* On its way already. */
  if (self->ending && !gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_STOP;
  scope_window_stop_presenting (self);
  if (scope_window_leave (self))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (scope_window_parent_class)->close_request (window);
}

static void
add_rows (ScopeWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      GtkWidget *row = g_object_new (SCOPE_TYPE_VALUE_ROW, "state", self->state, "index", i, NULL);

      self->rows[i] = SCOPE_VALUE_ROW (row);
      if (i == SCOPE_VALUE_ROW_STEP_H)
        gtk_box_insert_child_after (GTK_BOX (self->hood_box), row,
                                    gtk_widget_get_first_child (self->hood_box));
      else
        gtk_box_append (GTK_BOX (i == SCOPE_VALUE_ROW_BIAS   ? self->bias_box
                                 : i == SCOPE_VALUE_ROW_RATE ? self->descent_box
                                                             : self->rows_box),
                        row);
    }
  gtk_box_append (GTK_BOX (self->ghosts_box), scope_ghosts_new (self->state));
}

static void
add_plot (ScopeWindow *self)
{
  self->plot = g_object_new (SCOPE_TYPE_PLOT, "state", self->state, "hexpand", TRUE, "vexpand", TRUE, NULL);
  gtk_box_prepend (GTK_BOX (self->plot_box), GTK_WIDGET (self->plot));
}

static void
bind_state (ScopeWindow *self)
{
  static const char *const weights[] = { "weight-1", "weight-2", "weight-3" };
  GtkWidget *const entries[] = { self->weight_1, self->weight_2, self->weight_3 };

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    g_object_bind_property (self->state, weights[k], entries[k], "value",
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (self->state, "show-hood", self->hood_box, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->state, "notify::flower", G_CALLBACK (flower_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::n-rows", G_CALLBACK (flower_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (flower_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  self->shown_before = scope_state_get_show (self->state);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plot, "drawn", G_CALLBACK (tell_missing), self, G_CONNECT_SWAPPED);
  flower_changed_cb (self);
}

static void
bind_settings (ScopeWindow *self)
{
  g_signal_connect_object (self->settings, "changed::text-scale", G_CALLBACK (scope_window_apply_text_scale),
                           self, G_CONNECT_SWAPPED);
  self->appearance = scope_appearance_new (GTK_WIDGET (self), GTK_WIDGET (self->plot), self->settings);
  scope_window_apply_text_scale (self);
}

/* A dark screen has nothing on it. */
static void
scope_window_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const GdkRGBA black = { 0, 0, 0, 1 };

  if (!SCOPE_WINDOW (widget)->blank)
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

static void
scope_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScopeWindow *self = SCOPE_WINDOW (widget);
  int sidebar = scope_window_measure_sidebar (self);

  GTK_WIDGET_CLASS (scope_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->width || sidebar != self->sidebar_width)
    scope_window_fit_header (self);
  self->width = width;
  self->sidebar_width = sidebar;
}

static void
scope_window_dispose (GObject *object)
{
  ScopeWindow *self = SCOPE_WINDOW (object);

  scope_window_stop_presenting (self);
  scope_window_stop_descent (self);
  g_clear_pointer (&self->appearance, scope_appearance_free);
  g_clear_pointer (&self->teller, scope_teller_free);
  g_clear_pointer (&self->keeper, scope_state_keeper_free);
  if (self->exports != NULL)
    scope_exports_stop (self->exports);
  g_clear_object (&self->exports);
  g_clear_object (&self->settings);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, ScopeWindow, said);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, flap);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, header);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, menu);
  gtk_widget_class_bind_template_child_full (klass, "parts_menu", FALSE, 0);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, observed_bar);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, observations_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, logits_heading);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, rows_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, bias_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, hood_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, descent_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, descent_bar);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, plot_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, steps_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, ghosts_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, wiring);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, weights_box);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, weight_1);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, weight_2);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, weight_3);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, wiring_note);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, trained);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, flowers_button);
  gtk_widget_class_bind_template_child (klass, ScopeWindow, hint_bar);
}

static void
scope_window_class_init (ScopeWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = scope_window_dispose;
  widget_class->css_changed = scope_window_css_changed;
  widget_class->snapshot = scope_window_snapshot;
  widget_class->size_allocate = scope_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = scope_window_close_request;
  g_type_ensure (SCOPE_TYPE_NUMBER_ENTRY);
  g_type_ensure (SCOPE_TYPE_COLUMN);
  g_type_ensure (SCOPE_TYPE_FLOW);
  g_type_ensure (SCOPE_TYPE_HINT_BAR);
  g_type_ensure (SCOPE_TYPE_SAID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/window.ui");
  bind_children (widget_class);
  scope_window_install_actions (widget_class);
  scope_window_install_presentation (widget_class);
  scope_window_install_descent (widget_class);
  scope_window_install_rows (widget_class);
}

static void
scope_window_init (ScopeWindow *self)
{
  self->state = scope_state_new ();
  self->settings = scope_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  scope_window_init_state (self);
  add_rows (self);
  add_plot (self);
  scope_hint_bar_set_state (self->hint_bar, self->state, self->settings);
  scope_window_init_header (self);
  bind_state (self);
  bind_settings (self);
  self->teller = scope_teller_new (GTK_WINDOW (self), self->state, self->plot);
  scope_window_init_actions (self);
  self->exports = scope_exports_new (GTK_WINDOW (self), self->plot, self->settings);
  scope_window_init_presentation (self);
  scope_window_init_keep (self);
  scope_window_init_descent (self);
  scope_window_init_rows (self);
  scope_window_init_wiring (self);
  scope_labels_wrap (adw_flap_get_flap (self->flap));
  scope_labels_wrap_choice (self->wiring);
  scope_accessible_finish (GTK_WIDGET (self));
  scope_popovers_close_with_flap (self->flap);
  gtk_menu_button_set_create_popup_func (self->flowers_button, create_flowers_cb, self, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->plot));
  if (scope_hint_bar_get_hint (self->hint_bar) == SCOPE_HINT_DRAG)
    scope_plot_pulse (self->plot);
}

GtkWidget *
scope_window_new (GtkApplication *application)
{
  GtkWidget *window = g_object_new (SCOPE_TYPE_WINDOW, "application", application, NULL);

  scope_window_maximize_again (SCOPE_WINDOW (window));
  return window;
}
