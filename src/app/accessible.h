/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* Drop-downs, spin buttons and groups of rows take the focus in parts of their own, which GTK 4.8
 * names after their types. Gives every such part inside widget the name; a later call with one of
 * the widgets inside gives its parts a more exact one. */
void scope_accessible_name_parts (GtkWidget *widget, const char *name);

/* The same for a drop-down of strings, which gets the name where no label beside it has another, and what is chosen: the
 * description of the whole, and in the name of the button inside, which has the focus. */
void scope_accessible_name_choice (GtkDropDown *down, const char *name);

/* Names a cell of a column view and the row that it is in, which GTK 4.8 names after their types: cell is the
 * list item's child, text what stands there; row what the whole row is called, NULL to leave that. */
void scope_accessible_name_cell (GtkWidget *cell, const char *text, const char *row);
/* Likewise the view's list, and its row of headings. */
void scope_accessible_name_table (GtkWidget *view, const char *name);
/* Once all of a window is there: names the items of its menus, which GTK 4.18 does not, when they open, and takes
 * what GTK 4.8 reads of icons and mnemonics away. */
void scope_accessible_finish (GtkWidget *widget);

/* What screen readers get of a slider: text, which begins with the number, and the number itself, which may
 * be another one than where the slider stands: its logarithm. Where they do not get texts, they get the text as
 * its description: that of by, which has none otherwise. */
void scope_accessible_tell_value (GtkRange *range, GtkWidget *by, const char *text, double number);

/* Adds a button to an AdwMessageDialog, which libadwaita 1.2 names twice; where it
 * is to have an extra child, after that. Makes room for a heading. */
void scope_accessible_add_response (GtkWidget *dialog, const char *response, const char *label);
