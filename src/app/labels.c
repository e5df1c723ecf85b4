/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "labels.h"

#include "vfunc.h"

/* A button with a menu asks for one height, whatever its width: what is written in it would have one line. */
static GtkSizeRequestMode
get_request_mode (GtkWidget *menu_button)
{
  return gtk_widget_get_request_mode (gtk_widget_get_first_child (menu_button));
}

void
scope_labels_wrap_menus (void)
{
  scope_vfunc_override (GTK_TYPE_MENU_BUTTON, G_STRUCT_OFFSET (GtkWidgetClass, get_request_mode),
                        G_CALLBACK (get_request_mode));
}

static void
wrap (GtkLabel *label)
{
  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    return;
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  if (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON) != NULL)
    gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

void
scope_labels_wrap (GtkWidget *root)
{
  if (GTK_IS_LABEL (root))
    wrap (GTK_LABEL (root));
  if (GTK_IS_DROP_DOWN (root) || GTK_IS_COLUMN_VIEW (root))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      scope_labels_wrap (child);
}
