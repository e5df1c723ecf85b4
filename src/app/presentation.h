/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "plot.h"

G_BEGIN_DECLS

/* The lecture on screen: the plot fills it, keys of a clicker move from step to step, and the mouse
 * drags all the while. The window's action present. Whoever is in the window sees by scope_stage_style_is_on()
 * whether it presents. */
#define SCOPE_TYPE_PRESENTATION (scope_presentation_get_type ())
G_DECLARE_FINAL_TYPE (ScopePresentation, scope_presentation, SCOPE, PRESENTATION, GObject)

/* plot and flap are in window, and all three are Borrowed until scope_presentation_stop() has been called for the
 * last time. */
ScopePresentation *scope_presentation_new (GtkWindow *window, ScopePlot *plot, AdwFlap *flap,
                                           ScopeState *state, GSettings *settings);
/* Back to the window as it was; nothing where none runs. */
void scope_presentation_stop (ScopePresentation *self);
/* The step that is shown, or that the next presentation begins with. */
guint scope_presentation_get_step (ScopePresentation *self);
/* Nothing of the window is drawn then. */
gboolean scope_presentation_is_blank (ScopePresentation *self);

G_END_DECLS
