/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "observed.h"

#include <glib/gi18n.h>

#include "accessible-text.h"
#include "flow.h"
#include "labels.h"
#include "value-text.h"

typedef struct
{
  ScopeState *state;                         /* Owned */
  GtkToggleButton *buttons[SCOPE_N_CLASSES]; /* Children */
} Observed;

static void
free_observed (gpointer data)
{
  Observed *observed = data;

  g_object_unref (observed->state);
  g_free (observed);
}

static void
update (GtkWidget *box)
{
  Observed *observed = g_object_get_data (G_OBJECT (box), "observed");

  unsigned is = scope_state_get_parameters (observed->state)->observed;

  gtk_toggle_button_set_active (observed->buttons[is], TRUE);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (observed->buttons[k]), GTK_ACCESSIBLE_STATE_CHECKED,
                                 k == is ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* A long name is cut, and whole in what the button is called and in its tooltip; where there are rows below each
 * other it has as many lines as it needs. */
static void
name_button (ScopeState *state, unsigned k, GtkWidget *button, gboolean flows)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  const char *name = scope_state_get_classes (state)->name[k];
  g_autofree char *text = g_strdup_printf ("%s %s", scope_value_class_shape (k), name);
  /* Translators: a class, and the key that chooses it. */
  g_autofree char *tip = g_strdup_printf (_ ("The flower is a %s (%u)"), name, k + 1);

  if (flows)
    gtk_label_set_text (label, text);
  else
    scope_labels_set_name (label, text);
  scope_accessible_name (GTK_ACCESSIBLE (button), text);
  scope_accessible_show_tip (button, tip);
}

static void
update_names (GtkWidget *box)
{
  Observed *observed = g_object_get_data (G_OBJECT (box), "observed");

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    name_button (observed->state, k, GTK_WIDGET (observed->buttons[k]), SCOPE_IS_FLOW (box));
}

static void
toggled_cb (GtkToggleButton *button, Observed *observed)
{
  unsigned is = scope_state_get_parameters (observed->state)->observed;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (observed->buttons[k] == button && gtk_toggle_button_get_active (button) && k != is)
      gtk_widget_activate_action (GTK_WIDGET (button), "win.observe", "i", (int) k);
}

static GtkToggleButton *
new_button (gboolean flows)
{
  /* GTK 4.8 says of no button that it is pressed, and the tooltip is not true of those that are not. */
  GtkWidget *button
    = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), flows);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, flows);
  return GTK_TOGGLE_BUTTON (button);
}

GtkWidget *
scope_observed_new (ScopeState *state, gboolean flows)
{
  Observed *observed = g_new0 (Observed, 1);
  GtkWidget *box = flows ? scope_flow_new (0) : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  observed->state = g_object_ref (state);
  g_object_set_data_full (G_OBJECT (box), "observed", observed, free_observed);
  gtk_widget_add_css_class (box, "linked");
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      observed->buttons[k] = new_button (flows);
      gtk_toggle_button_set_group (observed->buttons[k], k > 0 ? observed->buttons[0] : NULL);
      gtk_widget_insert_before (GTK_WIDGET (observed->buttons[k]), box, NULL);
    }
  update (box);
  update_names (box);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    g_signal_connect (observed->buttons[k], "toggled", G_CALLBACK (toggled_cb), observed);
  g_signal_connect_object (state, "notify::classes", G_CALLBACK (update_names), box, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::observed", G_CALLBACK (update), box, G_CONNECT_SWAPPED);
  return box;
}
