/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The sidebar's part on many observations: their table, total or mean, and what that does to the
 * learning rate. Seen where there are any.
 * Property: state (ScopeState). */
#define SCOPE_TYPE_ROW_SECTION (scope_row_section_get_type ())
G_DECLARE_FINAL_TYPE (ScopeRowSection, scope_row_section, SCOPE, ROW_SECTION, GtkBox)

G_END_DECLS
