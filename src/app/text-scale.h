/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Each window has text of its own size, what the setting "text-scale" says of the desktop's: its own, the plot's in
 * it, and that of the windows over it. The window's action text-size takes 1 for larger, −1 for smaller and 0 for
 * the desktop's own. The plot's property text-scale is told. */
void scope_text_scale_follow (GtkWindow *window, GtkWidget *plot, GSettings *settings);
/* From now on windows have text of the size of that which they are over. Once, before the first of them. */
void scope_text_scale_init (void);

G_END_DECLS
