/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window that presents. The sidebar beside the picture, and what is said over it, are read from the last row, too:
 * their type is the stage's, and all else there is in em (style.css). */
void scope_stage_style_enter (GtkWidget *window, double text_scale);
void scope_stage_style_leave (GtkWidget *window);
/* Whether the window that the widget is in presents, which is told by notify::css-classes of that window. */
gboolean scope_stage_style_is_on (GtkWidget *widget);

G_END_DECLS
