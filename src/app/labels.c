/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "labels.h"

#include "vfunc.h"

/* Of a name that somebody has written, beside others. */
#define MOST_CHARS 16

/* --- Buttons with a menu or a list, which ask for one height, whatever their width: what is written in them would have
 * one line */

typedef GtkSizeRequestMode (*GetRequestMode) (GtkWidget *widget);

static GetRequestMode gtk_get_request_mode;

/* A drop-down has a stack inside; others are left as they are. */
static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  if (GTK_IS_STACK (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL)
    return gtk_get_request_mode (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && gtk_widget_get_request_mode (child) != GTK_SIZE_REQUEST_CONSTANT_SIZE)
      return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
scope_labels_wrap_menus (void)
{
  const gsize offset = G_STRUCT_OFFSET (GtkWidgetClass, get_request_mode);

  /* For the whole process, however many programs begin in it. */
  if (gtk_get_request_mode != NULL)
    return;
  scope_vfunc_override (GTK_TYPE_MENU_BUTTON, offset, G_CALLBACK (get_request_mode));
  scope_vfunc_override (GTK_TYPE_DROP_DOWN, offset, G_CALLBACK (get_request_mode));
  gtk_get_request_mode
    = (GetRequestMode) scope_vfunc_override (GTK_TYPE_STACK, offset, G_CALLBACK (get_request_mode));
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

void
scope_labels_wrap_choice (GtkDropDown *down)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice_cb), NULL);
  /* The list keeps GTK's own, with a mark at what is chosen. */
  gtk_drop_down_set_list_factory (down, gtk_drop_down_get_factory (down));
  gtk_drop_down_set_factory (down, factory);
}

void
scope_labels_set_name (GtkLabel *label, const char *text)
{
  gboolean is_long = g_utf8_strlen (text, -1) > MOST_CHARS;

  gtk_label_set_text (label, text);
  gtk_label_set_ellipsize (label, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (label, is_long ? MOST_CHARS : -1);
  gtk_label_set_max_width_chars (label, is_long ? MOST_CHARS : -1);
}

/* --- Labels */

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
