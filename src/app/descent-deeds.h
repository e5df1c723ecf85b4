/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* A gradient descent, step by step or by itself: the window's actions descent-…. */
#define SCOPE_TYPE_DESCENT_DEEDS (scope_descent_deeds_get_type ())
G_DECLARE_FINAL_TYPE (ScopeDescentDeeds, scope_descent_deeds, SCOPE, DESCENT_DEEDS, GObject)

/* section is the one of window that says what has become of it. It walks no more once the window has gone. */
ScopeDescentDeeds *scope_descent_deeds_new (GtkWindow *window, ScopeState *state, GtkWidget *section);
/* Whether it walks by itself. */
gboolean scope_descent_deeds_is_running (ScopeDescentDeeds *self);
/* Whether a deed waits until it is known where the loss is least. */
gboolean scope_descent_deeds_is_waiting (ScopeDescentDeeds *self);

G_END_DECLS
