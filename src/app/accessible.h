/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* Drop-downs, spin buttons and groups of rows take the focus in parts of their own, which GTK 4.8
 * names after their types. Gives every such part inside widget the name; a later call with one of
 * the widgets inside gives its parts a more exact one. */
void scope_accessible_name_parts (GtkWidget *widget, const char *name);

/* What screen readers get of a slider: text, which begins with the number, and the number itself, which may
 * be another one than where the slider stands: its logarithm. Where they do not get texts, they get the text as
 * its description: that of by, which has none otherwise. */
void scope_accessible_tell_value (GtkRange *range, GtkWidget *by, const char *text, double number);

/* Adds a button to an AdwMessageDialog, which libadwaita 1.2 names twice; where it
 * is to have an extra child, after that. Makes room for a heading. */
void scope_accessible_add_response (GtkWidget *dialog, const char *response, const char *label);
