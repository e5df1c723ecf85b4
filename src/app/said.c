/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "said.h"

#include "accessible-text.h"
#include "announce.h"

/* Not AdwToast: in libadwaita 1.2 one that is dismissed while it still comes in is used after it is freed. */

#define SHOWN_S 5

struct _ScopeSaid
{
  GtkWidget parent_instance;

  GtkRevealer *revealer; /* Child */
  GtkLabel *label;
  GtkButton *button;
  guint timeout; /* Source; 0 while nothing is said */
};

G_DEFINE_FINAL_TYPE (ScopeSaid, scope_said, GTK_TYPE_WIDGET)

static gboolean
hide_cb (gpointer data)
{
  ScopeSaid *self = data;

  self->timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

void
scope_said_say (ScopeSaid *self, const char *text, double lift)
{
  scope_said_offer (self, text, NULL, NULL, NULL, lift);
}

void
scope_said_offer (ScopeSaid *self, const char *text, const char *label, const char *action,
                  const char *target, double lift)
{
  gtk_label_set_text (self->label, text);
  scope_accessible_name (GTK_ACCESSIBLE (gtk_revealer_get_child (self->revealer)), text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (self->button, label);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", target);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), (int) lift);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  scope_announce (GTK_WIDGET (self), text);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_seconds (SHOWN_S, hide_cb, self);
}

const char *
scope_said_get_text (ScopeSaid *self)
{
  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_text (self->label) : NULL;
}

static void
scope_said_dispose (GObject *object)
{
  ScopeSaid *self = SCOPE_SAID (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;
  G_OBJECT_CLASS (scope_said_parent_class)->dispose (object);
}

static void
scope_said_class_init (ScopeSaidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scope_said_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/logitscope/Logitscope/said.ui");
  gtk_widget_class_bind_template_child (widget_class, ScopeSaid, revealer);
  gtk_widget_class_bind_template_child (widget_class, ScopeSaid, label);
  gtk_widget_class_bind_template_child (widget_class, ScopeSaid, button);
}

static void
scope_said_init (ScopeSaid *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
