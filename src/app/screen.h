/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the screen is that a window is on, in px; FALSE where it is on none. */
gboolean scope_screen_find (GtkWidget *window, GdkRectangle *area);

G_END_DECLS
