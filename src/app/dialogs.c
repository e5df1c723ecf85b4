/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dialogs.h"

#include <adwaita.h>

/* What a question has beside its text: libadwaita's margins, and a frame where nothing composes the screen. */
#define AROUND_PX 74
/* The least that a page asks for: libadwaita 1.7 wants to be told one. */
#define LEAST_PX 340
/* No window of the program is narrower. */
#define LEAST_PARENT_PX 360

int
scope_dialog_width (GtkWindow *parent, int wanted)
{
  int width = gtk_widget_get_width (GTK_WIDGET (parent)), height;

  /* One that is on its way to the screen has none yet. */
  if (width == 0)
    gtk_window_get_default_size (parent, &width, &height);
  return MIN (wanted, MAX (width, LEAST_PARENT_PX) - AROUND_PX);
}

/* libadwaita asks for 360 pixels, to which a frame is added, and for what pages need that are never shown; the
 * headings of groups it cuts. */
static void
loosen (GtkWidget *widget)
{
  int width, height;

  gtk_widget_get_size_request (widget, &width, &height);
  if (width > LEAST_PX)
    gtk_widget_set_size_request (widget, LEAST_PX, height);
  /* Below the page of debugging information, which this program has none of. */
  if (GTK_IS_ACTION_BAR (widget))
    gtk_widget_set_visible (widget, FALSE);
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    loosen (child);
}

void
scope_dialog_present (GtkWindow *dialog, GtkWindow *parent)
{
  loosen (GTK_WIDGET (dialog));
  gtk_window_set_transient_for (dialog, parent);
  gtk_window_present (dialog);
}
