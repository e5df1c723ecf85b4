/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessible.h"

#include "announce.h"
#include "platform.h"

void
scope_accessible_name_parts (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TOGGLE_BUTTON (child) || GTK_IS_TEXT (child) || GTK_IS_LIST_BOX (child))
        {
          /* Newer libraries label some by a text that may be empty, which would win. */
          gtk_accessible_reset_relation (GTK_ACCESSIBLE (child),
                                         GTK_ACCESSIBLE_RELATION_LABELLED_BY);
          gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          name, -1);
        }
      scope_accessible_name_parts (child, name);
    }
}

void
scope_accessible_tell_value (GtkRange *range, GtkWidget *by, const char *text, double number)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  if (scope_platform_tells_values ())
    return;
  scope_describe_quietly (GTK_WIDGET (range), by, text);
  if (number != gtk_range_get_value (range))
    gtk_accessible_update_property (GTK_ACCESSIBLE (range), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, number, -1);
}

/* libadwaita 1.2 names its buttons by a property and by their labels, and both would be read out.
 */
static void
name_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child);
}

/* libadwaita 1.7 measures a heading for less than it needs, and says so, unless something beside it
 * is wide. */
#define LEAST_DIALOG_WIDTH 480

static void
widen (AdwMessageDialog *dialog)
{
  GtkWidget *space;

  if (adw_message_dialog_get_extra_child (dialog) != NULL)
    return;
  space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_size_request (space, LEAST_DIALOG_WIDTH, 0);
  adw_message_dialog_set_extra_child (dialog, space);
}

void
scope_accessible_add_response (GtkWidget *dialog, const char *response, const char *label)
{
  widen (ADW_MESSAGE_DIALOG (dialog));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), response, label);
  name_buttons (dialog);
}
