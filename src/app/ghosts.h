/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The section of the sidebar with the kept curves: a name to change and a button to remove each,
 * and one that removes them all. Visible while there are any. */
GtkWidget *scope_ghosts_new (ScopeState *state);

G_END_DECLS
