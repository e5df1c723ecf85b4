/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Light, dark and high contrast, by what the menu says, else the desktop. */
typedef struct _ScopeAppearance ScopeAppearance;

/* Styles the content of window, an AdwApplicationWindow, and tells the plot in it its theme. Both are Borrowed. */
ScopeAppearance *scope_appearance_new (GtkWidget *window, GtkWidget *plot, GSettings *settings);
void scope_appearance_free (ScopeAppearance *appearance);
/* After the window's own style has changed. */
void scope_appearance_update (ScopeAppearance *appearance);

/* The program's own choice of light or dark, for all windows that want no other one. Once, and as long as the settings
 * live. */
void scope_appearance_follow (GSettings *settings);

G_END_DECLS
