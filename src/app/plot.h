/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The figure as a widget: draws the scene, takes the pointer, the wheel, pinch and the arrow keys.
 * Properties: state (ScopeState), text-scale (double), decimal (string "." or ","). The theme
 * follows AdwStyleManager. */
#define SCOPE_TYPE_PLOT (scope_plot_get_type ())
G_DECLARE_FINAL_TYPE (ScopePlot, scope_plot, SCOPE, PLOT, GtkWidget)

GtkWidget *scope_plot_new (ScopeState *state);
/* The shipped fonts; Borrowed. Shared with the exports of the window. */
ScopeFonts *scope_plot_get_fonts (ScopePlot *self);
/* The figure as it is on screen, for export and the clipboard: everything but its size. */
void scope_plot_get_figure (ScopePlot *self, ScopeFigure *figure);

G_END_DECLS
