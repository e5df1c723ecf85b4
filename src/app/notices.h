/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What any part of the window lets it know, through actions of the window that the part is in: no part knows
 * another one. */

/* A sentence that goes away by itself: win.say. */
void scope_notice_say (GtkWidget *part, const char *text);
/* The same with a button beside it: win.offer. */
void scope_notice_offer (GtkWidget *part, const char *text, const char *label, const char *action,
                         const char *target);
/* What was done, which is spoken of before what it changed, or alone where that is nothing: win.tell. */
void scope_notice_tell (GtkWidget *part, const char *deed);
/* ScopeAct flags, for the first steps: win.did. */
void scope_notice_did (GtkWidget *part, unsigned acts);

G_END_DECLS
