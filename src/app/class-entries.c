/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "class-entries.h"

#include <glib/gi18n.h>

#include "name-entry.h"
#include "value-text.h"

static const char *
take_cb (const char *text, guint k, gpointer state)
{
  return scope_state_set_class (state, k, text);
}

static void
update (ScopeState *state, GParamSpec *pspec, GtkWidget *box)
{
  GtkWidget *row = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  for (guint k = 0; row != NULL; k++, row = gtk_widget_get_next_sibling (row))
    scope_name_entry_show (gtk_widget_get_last_child (row), scope_state_get_classes (state)->name[k]);
}

static GtkWidget *
new_row (ScopeState *state, guint k)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *shape = gtk_label_new (scope_value_class_shape (k));
  g_autofree char *label = g_strdup_printf (_ ("Name of class %u"), k + 1);

  gtk_label_set_width_chars (GTK_LABEL (shape), 2);
  gtk_accessible_update_state (GTK_ACCESSIBLE (shape), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (row), shape);
  gtk_box_append (GTK_BOX (row), scope_name_entry_new (label, take_cb, k, state));
  return row;
}

GtkWidget *
scope_class_entries_new (ScopeState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Names of the Classes"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_margin_top (heading, 6);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    gtk_box_append (GTK_BOX (box), new_row (state, k));
  g_object_set_data_full (G_OBJECT (box), "state", g_object_ref (state), g_object_unref);
  g_signal_connect_object (state, "notify::classes", G_CALLBACK (update), box, 0);
  update (state, NULL, box);
  return box;
}
