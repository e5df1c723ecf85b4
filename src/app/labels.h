/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Before the first window: buttons with a menu or a list, too, have as many lines as their text needs. */
void scope_labels_wrap_menus (void);
/* What is chosen in a drop-down of strings takes another line, too. */
void scope_labels_wrap_choice (GtkDropDown *down);

/* A text that somebody has written, of any length: a long one is cut where it has no room, and never asks for it. */
void scope_labels_set_name (GtkLabel *label, const char *text);

/* Labels inside of a widget take another line where there is little room, in a narrow window or with large text; those
 * in popovers, lists and tables are left alone, and those that are cut. */
void scope_labels_wrap (GtkWidget *root);
