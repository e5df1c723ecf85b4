/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"
#include "scene.h"

/* The scene of a figure with very many rows: the last one that was made, or the ground where there is none that may
 * be seen. */
ScopeScene *scope_plot_get_scene_aside (ScopePlot *self, const ScopeFigure *figure);
/* After a change: what shows more than the state does now is not seen any more. */
void scope_plot_forget_aside (ScopePlot *self);
/* What the crosshair reads there, or read last in that panel since the last change; NULL where that is not known
 * yet: then the overlay is drawn again. The caller frees it. */
char *scope_plot_read_aside (ScopePlot *self, const ScopeFigure *figure, ScopePanel panel,
                             const ScopeRect *rect, double x);
/* Whether what is on screen is the present figure: one with very many rows is made aside, and “drawn” is
 * emitted when it is there. */
gboolean scope_plot_is_drawn (ScopePlot *self);
