/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What sidebar and picture are in, side by side in an AdwFlap, of which none may expand: the sidebar is as wide as so
 * much of its text, so that it grows with it, and the picture gets what is left. One child.
 * Property: width-em, how many em it likes to have; 0: no more than its content must. How narrow it can be is up to the
 * content alone, or no window could be narrower than that. */
#define SCOPE_TYPE_COLUMN (scope_column_get_type ())
G_DECLARE_FINAL_TYPE (ScopeColumn, scope_column, SCOPE, COLUMN, GtkWidget)

/* A width in em of the text that is read in it. */
double scope_column_get_em (ScopeColumn *self, int width_px);

G_END_DECLS
