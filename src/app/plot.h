/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "plot-aside.h"
#include "plot-scene.h"

G_BEGIN_DECLS

/* The figure as a widget: draws the scene, takes the pointer, the wheel, pinch and the arrow keys. Tells
 * the state what is found while very many rows are drawn.
 * Properties: state (ScopeState), theme (int, a ScopeTheme), text-scale (double, 1 to 2). */
#define SCOPE_TYPE_PLOT (scope_plot_get_type ())
G_DECLARE_FINAL_TYPE (ScopePlot, scope_plot, SCOPE, PLOT, GtkWidget)

/* What the step of a presentation says, kept as a copy (its texts Borrowed for good); NULL ends
 * the presentation. */
void scope_plot_set_stage (ScopePlot *self, const ScopeStage *stage);
/* Whether there is a frame around a number, which Space, Enter and Esc are for then. */
gboolean scope_plot_has_mark (ScopePlot *self);
/* A dark screen, so that the class looks at the lecturer. */
void scope_plot_set_blank (ScopePlot *self, gboolean blank);
double scope_plot_get_text_scale (ScopePlot *self);
/* One soft pulse of the point, to show what can be dragged; none with reduced motion. */
void scope_plot_pulse (ScopePlot *self);

G_END_DECLS
