/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "keeping.h"

G_BEGIN_DECLS

#define SCOPE_TYPE_WINDOW (scope_window_get_type ())
G_DECLARE_FINAL_TYPE (ScopeWindow, scope_window, SCOPE, WINDOW, AdwApplicationWindow)

/* Several may show the same state, each with text of its own size and its own light or dark, as their settings say. */
GtkWidget *scope_window_new (GtkApplication *application, ScopeKeeping *keeping, GSettings *settings);
ScopeState *scope_window_get_state (ScopeWindow *self);

/* Opens a CSV file of flowers in the place of those that are there, which an undo brings back. Of several
 * files none, which is said. */
void scope_window_open_files (ScopeWindow *self, GFile *const *files, guint n);

/* Keeps all that there is to keep, at once: before the computer sleeps. */
void scope_window_keep (ScopeWindow *self);
/* The same before the window goes: what is being typed counts, too. */
void scope_window_finish (ScopeWindow *self);

G_END_DECLS
