/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessible-text.h"

#include <glib/gi18n.h>

#include "speech.h"

static void
update (GtkAccessible *accessible, GtkAccessibleProperty property, const char *printed)
{
  g_autofree char *said = scope_speech (printed);

  gtk_accessible_update_property (accessible, property, said, -1);
}

void
scope_accessible_name (GtkAccessible *accessible, const char *name)
{
  /* Else a label inside is read out as well; and of an icon, GTK 4.8 has a name for its type. */
  gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  update (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

void
scope_accessible_describe (GtkAccessible *accessible, const char *description)
{
  update (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* What describes a widget with a tooltip, unless that is all of it. */
#define TOLD_OF_TIP "scope-told-of-tip"

const char *
scope_accessible_get_tip (GtkWidget *widget)
{
  const char *told = g_object_get_data (G_OBJECT (widget), TOLD_OF_TIP);

  return told != NULL ? told : gtk_widget_get_tooltip_text (widget);
}

void
scope_accessible_set_tip (GtkWidget *widget, const char *tip)
{
  gtk_widget_set_tooltip_text (widget, tip);
  if (tip != NULL)
    scope_accessible_describe (GTK_ACCESSIBLE (widget), tip);
}

void
scope_accessible_set_wrong (GtkWidget *entry, const char *wrong)
{
  /* For each tooltip that it is given, also for none again, GTK asks the X server where the pointer is. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (entry), wrong) == 0)
    return;
  if (wrong != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  scope_accessible_set_tip (entry, wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
scope_accessible_show_tip (GtkWidget *widget, const char *tip)
{
  gtk_widget_set_tooltip_text (widget, tip);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
scope_accessible_name_with_keys (GtkWidget *widget, const char *name, const char *keys)
{
  /* Translators: what a button does, its keys. */
  g_autofree char *tip = g_strdup_printf (_ ("%s (%s)"), name, keys);

  gtk_widget_set_tooltip_text (widget, tip);
  scope_accessible_name (GTK_ACCESSIBLE (widget), name);
  g_object_set_data_full (G_OBJECT (widget), TOLD_OF_TIP, g_strdup (keys), g_free);
  scope_accessible_describe (GTK_ACCESSIBLE (widget), keys);
}

void
scope_accessible_name_by_tip (GtkWidget *widget, const char *name)
{
  scope_accessible_show_tip (widget, name);
  scope_accessible_name (GTK_ACCESSIBLE (widget), name);
}

void
scope_accessible_tell (GtkAccessible *accessible, const char *value)
{
  update (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value);
}
