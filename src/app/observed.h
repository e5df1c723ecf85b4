/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* Three linked buttons, one for each class, of which the observed one is pressed; another one activates
 * win.observe. There may be several of one state. flows: where they have no room in one row there is another one. */
GtkWidget *scope_observed_new (ScopeState *state, gboolean flows);

G_END_DECLS
