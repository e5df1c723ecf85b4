/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "notices.h"

void
scope_notice_say (GtkWidget *part, const char *text)
{
  gtk_widget_activate_action (part, "win.say", "s", text);
}

void
scope_notice_offer (GtkWidget *part, const char *text, const char *label, const char *action,
                    const char *target)
{
  gtk_widget_activate_action (part, "win.offer", "(ssss)", text, label, action, target);
}

void
scope_notice_tell (GtkWidget *part, const char *deed)
{
  gtk_widget_activate_action (part, "win.tell", "s", deed);
}

void
scope_notice_did (GtkWidget *part, unsigned acts)
{
  gtk_widget_activate_action (part, "win.did", "u", acts);
}
