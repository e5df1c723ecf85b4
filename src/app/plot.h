/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "state.h"

G_BEGIN_DECLS

/* The figure as a widget: draws the scene, takes the pointer, the wheel, pinch and the arrow keys. Tells
 * the state what is found while very many rows are drawn.
 * Properties: state (ScopeState), theme (int, a ScopeTheme), text-scale (double, 1 to 2). */
#define SCOPE_TYPE_PLOT (scope_plot_get_type ())
G_DECLARE_FINAL_TYPE (ScopePlot, scope_plot, SCOPE, PLOT, GtkWidget)

/* The shipped fonts; Borrowed. Shared with the exports of the window. */
ScopeFonts *scope_plot_get_fonts (ScopePlot *self);
/* The figure as it is on screen, for export and the clipboard: everything but its size. */
void scope_plot_get_figure (ScopePlot *self, ScopeFigure *figure);
/* That figure, or one like it, for a thread. */
ScopeFigureCopy *scope_plot_copy_figure (ScopePlot *self, const ScopeFigure *figure);
/* What the step of a presentation says, kept as a copy (its texts Borrowed for good); NULL ends
 * the presentation. */
void scope_plot_set_stage (ScopePlot *self, const ScopeStage *stage);
/* The step of a presentation in words, for who hears it: "Step 1 of 20: title. Sentences". The caller frees it. */
char *scope_plot_describe_step (const ScopeFigure *figure);
/* How much of the height, from the bottom, a step's words have; 0 outside of a presentation. */
double scope_plot_get_words_height (ScopePlot *self);
/* Whether there is a frame around a number, which Space, Enter and Esc are for then. */
gboolean scope_plot_has_mark (ScopePlot *self);
/* A dark screen, so that the class looks at the lecturer. */
void scope_plot_set_blank (ScopePlot *self, gboolean blank);
/* Whether what is on screen is the present figure: one with very many rows is made aside, and “drawn” is
 * emitted when it is there. */
gboolean scope_plot_is_drawn (ScopePlot *self);
/* The parts that found no room in the widget's present size, as ScopeShow flags. */
unsigned scope_plot_get_missing (ScopePlot *self);
/* One soft pulse of the point, to show what can be dragged; none with reduced motion. */
void scope_plot_pulse (ScopePlot *self);

G_END_DECLS
