/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The state from one start to the next, for the windows that show it.
 * Signal: trouble (text) why it was not found or is not kept; a handler returns TRUE where somebody has read it,
 * else it is written to the terminal. */
#define SCOPE_TYPE_KEEPING (scope_keeping_get_type ())
G_DECLARE_FINAL_TYPE (ScopeKeeping, scope_keeping, SCOPE, KEEPING, GObject)

ScopeKeeping *scope_keeping_new (void);
ScopeState *scope_keeping_get_state (ScopeKeeping *self);
/* One window more shows the state. With the first one it is what it was at the last end. */
void scope_keeping_begin (ScopeKeeping *self);
/* Writes all that there is to keep, at once. */
void scope_keeping_flush (ScopeKeeping *self);
/* One window less. TRUE where it is the last one and the state takes so long to write that done is called when that
 * is over. */
gboolean scope_keeping_end (ScopeKeeping *self, void (*done) (gpointer data), gpointer data);

G_END_DECLS
