/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hint-bar.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "state-lecture.h"

struct _ScopeHintBar
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkButton *button;
  GtkWidget *skip;

  ScopeState *state;   /* Owned */
  GSettings *settings; /* Owned */
  ScopeHint hint;
  gboolean is_away;
  double bias; /* where b₃ rested last */
};

G_DEFINE_FINAL_TYPE (ScopeHintBar, scope_hint_bar, GTK_TYPE_WIDGET)

static void
show_row (ScopeHintBar *self, const char *text, const char *button, const char *action)
{
  gtk_label_set_text (self->label, text);
  scope_accessible_name (GTK_ACCESSIBLE (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button == NULL)
    return;
  gtk_button_set_label (self->button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
}

static void
update (ScopeHintBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean hides = scope_state_get_hide (self->state) != 0;
  gboolean is_shown = (hides || self->hint != SCOPE_HINT_DONE) && !self->is_away;

  /* Keys do not go with what goes. */
  if (!is_shown && gtk_widget_get_focus_child (widget) != NULL)
    gtk_widget_activate_action (widget, "win.focus-plot", NULL);
  gtk_widget_set_visible (widget, is_shown);
  gtk_widget_set_visible (self->skip, !hides);
  if (hides)
    show_row (self, _ ("Each “?” is a hidden number: click it to reveal it"), _ ("Reveal All"),
              "win.hide-all");
  else
    show_row (self, scope_hint_text (self->hint), scope_hint_button (self->hint),
              scope_hint_action (self->hint));
}

static void
setting_cb (ScopeHintBar *self)
{
  self->hint = (ScopeHint) g_settings_get_int (self->settings, "hint");
  update (self);
}

void
scope_hint_bar_did (ScopeHintBar *self, unsigned acts)
{
  ScopeHint next = scope_hint_advance (self->hint, acts);

  if (next != self->hint)
    g_settings_set_int (self->settings, "hint", (int) next);
}

void
scope_hint_bar_set_away (ScopeHintBar *self, gboolean is_away)
{
  self->is_away = is_away;
  update (self);
}

ScopeHint
scope_hint_bar_get_hint (ScopeHintBar *self)
{
  return self->hint;
}

/* In a lecture nobody has done what is shown. */
static void
changed_cb (ScopeHintBar *self)
{
  update (self);
  if (scope_state_in_lecture (self->state))
    return;
  if (scope_state_get_show (self->state) & SCOPE_SHOW_STEPS)
    scope_hint_bar_did (self, SCOPE_ACT_STEPS);
  if (scope_state_get_hide (self->state) != 0)
    scope_hint_bar_did (self, SCOPE_ACT_HIDE);
}

/* What counts is a bias that rests elsewhere than before the drag. */
static void
settled_cb (ScopeHintBar *self)
{
  double bias = scope_state_get_parameters (self->state)->b;

  if (bias != self->bias)
    scope_hint_bar_did (self, SCOPE_ACT_BIAS);
  self->bias = bias;
}

/* GTK selects a label that Tab comes to, and forgets to end that when it goes on. */
static void
leave_cb (GtkLabel *label)
{
  gtk_label_select_region (label, 0, 0);
}

void
scope_hint_bar_set_state (ScopeHintBar *self, ScopeState *state, GSettings *settings)
{
  self->state = g_object_ref (state);
  self->settings = g_object_ref (settings);
  self->bias = scope_state_get_parameters (state)->b;
  g_signal_connect_object (settings, "changed::hint", G_CALLBACK (setting_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  setting_cb (self);
}

static void
scope_hint_bar_dispose (GObject *object)
{
  ScopeHintBar *self = SCOPE_HINT_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->settings);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (scope_hint_bar_parent_class)->dispose (object);
}

static void
scope_hint_bar_class_init (ScopeHintBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scope_hint_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/hint-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeHintBar, label);
  gtk_widget_class_bind_template_child (widget_class, ScopeHintBar, button);
  gtk_widget_class_bind_template_child (widget_class, ScopeHintBar, skip);
}

static void
scope_hint_bar_init (ScopeHintBar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self->label);
  gtk_widget_add_controller (GTK_WIDGET (self->label), focus);
}
