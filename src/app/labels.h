/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* What labels inside of a widget do where there is little room, in a narrow window or with large text; those in
 * popovers, lists and tables are left alone. */

/* They are cut, with "…". */
void scope_labels_cut (GtkWidget *root);

/* They take another line, but for those that are cut, and those of buttons with a menu, which then are. */
void scope_labels_wrap (GtkWidget *root);
