/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sidebar beside a presentation, and what is said over it, are read from the last row, too. Their type is the
 * stage's; all else there is in em (style.css). In place of what was set
 * before, for as long as the window lives. */
void scope_stage_style_set (GtkWidget *window, double text_scale);

G_END_DECLS
