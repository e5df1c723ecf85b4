/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* Drop-downs, spin buttons and groups of rows take the focus in parts of their own, which GTK 4.8
 * names after their types. Gives every such part inside widget the name; a later call with one of
 * the widgets inside gives its parts a more exact one. */
void scope_accessible_name_parts (GtkWidget *widget, const char *name);

/* Adds a button to an AdwMessageDialog, which libadwaita 1.2 names twice; where it
 * is to have an extra child, after that. Makes room for a heading. */
void scope_accessible_add_response (GtkWidget *dialog, const char *response, const char *label);
