/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The buttons of a gradient descent, and what has become of it in words. */
GtkWidget *scope_descent_section_new (ScopeState *state);

/* What is pressed again and again, for a place that is never scrolled away: step, run, speed. Once for each
 * section, before anything else is asked of it. */
GtkWidget *scope_descent_section_new_bar (GtkWidget *box);
/* The table of the steps, for a place below the plot; shown by a button of the section, which owns it. */
GtkWidget *scope_descent_section_get_steps (GtkWidget *box);
/* A sentence in place of the verdict, until something changes. */
void scope_descent_section_say (GtkWidget *section, const char *text);
/* That sentence, or the verdict. */
const char *scope_descent_section_get_said (GtkWidget *section);
void scope_descent_section_set_running (GtkWidget *section, gboolean running);
/* Steps in a second: 1, 10 or 100. */
guint scope_descent_section_get_speed (GtkWidget *section);

G_END_DECLS
