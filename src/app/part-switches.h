/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What switches the parts of the figure: an action each, "show-formula", a place in the menu, and a key where the part
 * has one. */

/* shown has a property of each action's name (ScopeState). */
void scope_part_switches_add_actions (GActionMap *map, GObject *shown);
/* Those that are a switch's, blocks before what is drawn in the panels. */
void scope_part_switches_fill_menu (GMenu *menu);
/* Switches the part whose key was pressed, FALSE where it is none's; see scope_keys_find(). */
gboolean scope_part_switches_press (GtkWidget *widget, guint value, guint code, GdkModifierType modifiers);
/* The same keys as shortcuts in the XML of GtkBuilder, for where that says SCOPE_PART_SHORTCUTS. The caller frees it. */
#define SCOPE_PART_SHORTCUTS "<!-- part shortcuts -->"
char *scope_part_switches_shortcuts (void);
