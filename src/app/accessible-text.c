/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "accessible-text.h"

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
  update (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

void
scope_accessible_describe (GtkAccessible *accessible, const char *description)
{
  update (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

void
scope_accessible_tell (GtkAccessible *accessible, const char *value)
{
  update (accessible, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, value);
}
