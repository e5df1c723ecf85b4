/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

/* Many observations as a table that is edited in place: the selected row has entries, which are the
 * same values as the sliders'. A click on a number selects its row and goes to the entry; rows are
 * dragged by their number. Follows the state by itself. */
GtkWidget *scope_row_list_new (ScopeState *state);
/* After the text of the window, for which context is, got another size. */
void scope_row_list_fit (GtkWidget *list, PangoContext *context);
