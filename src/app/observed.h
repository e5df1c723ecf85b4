/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* Three linked buttons, one for each class, of which the observed one is pressed; another one activates
 * win.observe. There may be several of one state. wraps: where there is little room the names stand below the
 * shapes, and are cut; else they never are. */
GtkWidget *scope_observed_new (ScopeState *state, gboolean wraps);

G_END_DECLS
