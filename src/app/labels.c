/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "labels.h"

static void
for_each (GtkWidget *widget, void (*deed) (GtkLabel *label))
{
  if (GTK_IS_LABEL (widget))
    deed (GTK_LABEL (widget));
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_COLUMN_VIEW (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      for_each (child, deed);
}

static void
cut (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
}

/* A button with a menu has one height, whatever its width. */
static void
wrap (GtkLabel *label)
{
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_MENU_BUTTON) != NULL)
    cut (label);
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    return;
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON) != NULL)
    gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

void
scope_labels_cut (GtkWidget *root)
{
  for_each (root, cut);
}

void
scope_labels_wrap (GtkWidget *root)
{
  for_each (root, wrap);
}
