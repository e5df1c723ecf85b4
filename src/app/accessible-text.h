/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* The only way to tell screen readers a text: what is printed is put into words as readers say them
 * (speech.h). */

/* The name is the only one, whatever is inside. */
void scope_accessible_name (GtkAccessible *accessible, const char *name);
void scope_accessible_describe (GtkAccessible *accessible, const char *description);
/* A tooltip, which describes the widget; NULL for none. */
void scope_accessible_set_tip (GtkWidget *widget, const char *tip);
/* What is wrong with what an entry says, as its look, its tooltip and its state; NULL for nothing. */
void scope_accessible_set_wrong (GtkWidget *entry, const char *wrong);
/* A tooltip for who sees it alone: GTK would tell it. */
void scope_accessible_show_tip (GtkWidget *widget, const char *tip);
/* A name, and keys that do the same: the tooltip has both, the description what is not in the name. */
void scope_accessible_name_with_keys (GtkWidget *widget, const char *name, const char *keys);
/* What describes a widget by its tooltip; NULL for none. */
const char *scope_accessible_get_tip (GtkWidget *widget);
/* A name that is the tooltip, too, and is said once. */
void scope_accessible_name_by_tip (GtkWidget *widget, const char *name);
/* The text that stands for a slider's number. */
void scope_accessible_tell (GtkAccessible *accessible, const char *value);
