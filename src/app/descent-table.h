/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* A button that shows the steps of the walk: a click on a row goes to its place, and two buttons save
 * them all. */
GtkWidget *scope_descent_table_new (ScopeState *state);

/* Where that button shows them: to be put where they lie over nothing. Owned by the button. */
GtkWidget *scope_descent_table_get_pane (GtkWidget *button);

G_END_DECLS
