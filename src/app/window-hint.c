/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-private.h"

#include <glib/gi18n.h>

#include "accessible-text.h"

/* The line under the plot: what may be done next. Hidden numbers come first, for whoever hides them all sees
 * nothing but signs of question, and no way back. */

static void
show_row (ScopeWindow *self, const char *text, const char *button, const char *action)
{
  gtk_label_set_text (self->hint_label, text);
  scope_accessible_name (GTK_ACCESSIBLE (self->hint_label), text);
  gtk_widget_set_visible (GTK_WIDGET (self->hint_button), button != NULL);
  if (button == NULL)
    return;
  gtk_button_set_label (self->hint_button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hint_button), action);
}

void
scope_window_show_hint (ScopeWindow *self)
{
  gboolean hides = scope_state_get_hide (self->state) != 0;
  gboolean is_shown = (hides || self->hint != SCOPE_HINT_DONE) && !self->presenting;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  /* Keys do not go with what goes. */
  if (!is_shown && focus != NULL && gtk_widget_is_ancestor (focus, self->hint_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->plot));
  gtk_widget_set_visible (self->hint_box, is_shown);
  gtk_widget_set_visible (self->hint_skip, !hides);
  if (hides)
    show_row (self, _ ("Each “?” is a hidden number: click it to reveal it"), _ ("Reveal All"),
              "win.hide-all");
  else
    show_row (self, scope_hint_text (self->hint), scope_hint_button (self->hint),
              scope_hint_action (self->hint));
}

static void
setting_cb (ScopeWindow *self)
{
  self->hint = (ScopeHint) g_settings_get_int (self->settings, "hint");
  scope_window_show_hint (self);
}

void
scope_window_did (ScopeWindow *self, unsigned acts)
{
  ScopeHint next = scope_hint_advance (self->hint, acts);

  if (next != self->hint)
    g_settings_set_int (self->settings, "hint", (int) next);
}

/* What counts is a bias that rests elsewhere than before the drag. */
static void
settled_cb (ScopeWindow *self)
{
  double bias = scope_state_get_parameters (self->state)->b;

  if (bias != self->hint_bias)
    scope_window_did (self, SCOPE_ACT_BIAS);
  self->hint_bias = bias;
}

/* GTK selects a label that Tab comes to, and forgets to end that when it goes on. */
static void
leave_cb (GtkLabel *label)
{
  gtk_label_select_region (label, 0, 0);
}

void
scope_window_init_hint (ScopeWindow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self->hint_label);
  gtk_widget_add_controller (GTK_WIDGET (self->hint_label), focus);
  self->hint_bias = scope_state_get_parameters (self->state)->b;
  g_signal_connect_object (self->settings, "changed::hint", G_CALLBACK (setting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "changed", G_CALLBACK (scope_window_show_hint), self,
                           G_CONNECT_SWAPPED);
  setting_cb (self);
}
