/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "announce.h"
#include "accessible-text.h"
#include "window-private.h"

/* A sentence over the plot that goes away by itself. Not AdwToast: in libadwaita 1.2 one that is dismissed
 * while it still comes in is used after it is freed. */

#define SHOWN_S 5

static gboolean
hide_cb (gpointer data)
{
  ScopeWindow *self = data;

  self->said_timeout = 0;
  gtk_revealer_set_reveal_child (self->said, FALSE);
  return G_SOURCE_REMOVE;
}

void
scope_window_offer (ScopeWindow *self, const char *text, const char *label, const char *action,
                    GVariant *target)
{
  /* Over the picture, not over what a step says; at the start there is no picture yet. */
  double words = self->presenting ? scope_plot_get_words_height (self->plot) : 0;

  gtk_label_set_text (self->said_label, text);
  scope_accessible_name (GTK_ACCESSIBLE (gtk_revealer_get_child (self->said)), text);
  gtk_widget_set_visible (GTK_WIDGET (self->said_button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->said_button, label);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->said_button), target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->said_button), action);
    }
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->said), (int) words);
  gtk_revealer_set_reveal_child (self->said, TRUE);
  scope_announce (GTK_WIDGET (self), text);
  g_clear_handle_id (&self->said_timeout, g_source_remove);
  self->said_timeout = g_timeout_add_seconds (SHOWN_S, hide_cb, self);
}

void
scope_window_say (ScopeWindow *self, const char *text)
{
  scope_window_offer (self, text, NULL, NULL, NULL);
}

void
scope_window_stop_saying (ScopeWindow *self)
{
  g_clear_handle_id (&self->said_timeout, g_source_remove);
}
