/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "direction.h"

/* U+2066, U+2069: what stands between them is on its own. */
#define ISOLATE "\342\201\246"
#define END_OF_ISOLATE "\342\201\251"

static void
keep (GtkWidget *widget)
{
  gtk_widget_set_direction (widget, GTK_TEXT_DIR_LTR);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep (child);
}

void
scope_direction_keep (GtkWidget *first, ...)
{
  va_list more;

  va_start (more, first);
  for (GtkWidget *widget = first; widget != NULL; widget = va_arg (more, GtkWidget *))
    keep (widget);
  va_end (more);
}

char *
scope_direction_isolate (const char *number)
{
  if (gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return g_strdup (number);
  return g_strconcat (ISOLATE, number, END_OF_ISOLATE, NULL);
}
