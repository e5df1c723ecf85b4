/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The sidebar beside a presentation, and what is said over it, are read from the last row, too. Their type is the
 * stage's; all else there is in em (style.css). For as long as the window lives, or until it ends. */
void scope_stage_style_begin (GtkWidget *window, double text_scale);
void scope_stage_style_end (GtkWidget *window);

G_END_DECLS
