/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* Flowers, sliders and buttons beside the picture: they set the state, and show what it is. */
#define SCOPE_TYPE_SIDEBAR (scope_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ScopeSidebar, scope_sidebar, SCOPE, SIDEBAR, GtkBox)

/* Once, before it is seen. */
void scope_sidebar_set_state (ScopeSidebar *self, ScopeState *state);
ScopeState *scope_sidebar_get_state (ScopeSidebar *self);

/* Equations take two lines in a narrow one. */
void scope_sidebar_set_narrow (ScopeSidebar *self, gboolean is_narrow);
/* So that logits of this size have a place on all three sliders. */
void scope_sidebar_widen (ScopeSidebar *self, double bound);
/* Each slider is as wide as its own value needs, ±10 at least. */
void scope_sidebar_fit_sliders (ScopeSidebar *self);
/* The same for logits whose sliders were widened for values far larger than any that is left. */
void scope_sidebar_narrow_sliders (ScopeSidebar *self);

/* The button from which a flower is chosen. */
GtkMenuButton *scope_sidebar_get_flowers (ScopeSidebar *self);
/* The section of a gradient descent. */
GtkWidget *scope_sidebar_get_descent (ScopeSidebar *self);

G_END_DECLS
