/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sentence over the picture that goes away by itself, in place of the one before. Not an AdwToast: in libadwaita 1.2
 * one that is dismissed while it still comes in is used after it is freed. */
#define SCOPE_TYPE_SAID (scope_said_get_type ())
G_DECLARE_FINAL_TYPE (ScopeSaid, scope_said, SCOPE, SAID, GtkWidget)

/* Shows it, and says it to who hears it; lift: px of the window's height, from the bottom, that it leaves free. */
void scope_said_say (ScopeSaid *self, const char *text, double lift);
/* The same with a button that does action, whose target is a text. */
void scope_said_offer (ScopeSaid *self, const char *text, const char *label, const char *action,
                       const char *target, double lift);
/* What it says; NULL while it says nothing. */
const char *scope_said_get_text (ScopeSaid *self);

G_END_DECLS
