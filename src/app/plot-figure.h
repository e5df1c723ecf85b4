/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

/* What a plot (plot.h) shows and says. */
typedef struct _ScopePlot ScopePlot;

/* The figure as it is on screen, for export and the clipboard: everything but its size. */
void scope_plot_get_figure (ScopePlot *self, ScopeFigure *figure);
/* That figure, or one like it, for a thread. */
ScopeFigureCopy *scope_plot_copy_figure (ScopePlot *self, const ScopeFigure *figure);
/* The step of a presentation in words, for who hears it: "Step 1 of 20: title. Sentences". The caller frees it. */
char *scope_plot_describe_step (const ScopeFigure *figure);
/* Tells a screen reader; figure: NULL for none; state: what its scene shows. */
void scope_plot_describe (ScopePlot *self, const ScopeFigure *figure, const char *state);

/* The crosshair goes until the pointer moves: it would cover what has just changed. */
void scope_plot_wait_for_pointer (ScopePlot *self);
