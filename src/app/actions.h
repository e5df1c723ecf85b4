/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds what a part of the window can do to the window's actions, "win.…", where menus, keys and other parts find it.
 * part, a GObject, is what the entries are called with, for as long as it lives. */
void scope_actions_add (GtkWindow *window, const GActionEntry *entries, guint n, gpointer part);
/* Whether one of them, of a window that has not gone, can be done now. */
void scope_actions_enable (GtkWindow *window, const char *name, gboolean is_enabled);
/* Takes all of them away, before the window goes: GTK would tell a window that has gone what becomes of them. */
void scope_actions_remove_all (GtkWindow *window);

G_END_DECLS
