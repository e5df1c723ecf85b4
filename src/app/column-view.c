/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "column-view.h"

typedef struct
{
  GtkWidget *view; /* Owned */
  guint row;
} Target;

static void
free_target (gpointer data)
{
  Target *target = data;

  g_object_unref (target->view);
  g_free (target);
}

/* A view of columns keeps its rows in a list view of its own. */
static gboolean
scroll_cb (gpointer data)
{
  const Target *target = data;

  for (GtkWidget *child = gtk_widget_get_first_child (target->view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", target->row);
  return G_SOURCE_REMOVE;
}

void
scope_column_view_scroll_to (GtkWidget *view, guint row)
{
  Target *target = g_new (Target, 1);

  *target = (Target) { g_object_ref (view), row };
  g_idle_add_full (G_PRIORITY_LOW, scroll_cb, target, free_target);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

void
scope_column_view_align_heading (GtkWidget *view, guint column)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (view)), *label;

  for (guint i = 0; i < column && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  label = title != NULL ? find_label (title) : NULL;
  if (label == NULL)
    return;
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
}
