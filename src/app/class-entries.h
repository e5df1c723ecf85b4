/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* What the classes are called, for the sidebar: an entry for each. */
GtkWidget *scope_class_entries_new (ScopeState *state);

G_END_DECLS
