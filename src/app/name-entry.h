/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An entry for the name of something: what is typed is taken with Return or when it is left, and Escape brings back
 * the name that there is. */

/* Makes text the name of what has this index. NULL, or a sentence about what is wrong with it, which is said while the
 * text stays to be mended; a text that is not taken and not wrong goes away. */
typedef const char *(*ScopeNameTake) (const char *text, guint index, gpointer data);

GtkWidget *scope_name_entry_new (const char *label, ScopeNameTake take, guint index, gpointer data);
/* What is being typed stays as long as the name itself is not another one. */
void scope_name_entry_show (GtkWidget *entry, const char *name);

G_END_DECLS
