/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Around a list or a table, which GTK would let Tab walk through row by row: here it is one stop, the row that
 * had the focus last. The arrows go from row to row, Return or the right arrow into a row's entries, Tab from
 * one of these to the next and then out. */
#define SCOPE_TYPE_TAB_STOP (scope_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (ScopeTabStop, scope_tab_stop, SCOPE, TAB_STOP, GtkWidget)

/* child: the list's scrolled window. */
GtkWidget *scope_tab_stop_new (GtkWidget *child);

G_END_DECLS
