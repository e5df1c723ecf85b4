/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Scrolls a GtkColumnView to a row, which GTK 4.8 can do for its lists alone; later, once the row has a
 * place. The row is the model's; one that is gone by then is nothing. */
void scope_column_view_scroll_to (GtkWidget *view, guint row);

/* Sets the heading of a column of numbers, by its place, above their last digits. */
void scope_column_view_align_heading (GtkWidget *view, guint column);
