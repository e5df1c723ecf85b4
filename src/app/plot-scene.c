/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-scene.h"

#include "figure-build.h"
#include "figure-missing.h"
#include "figure-spoken.h"
#include "plot-aside.h"
#include "plot-private.h"
#include "roles.h"
#include "state-aside.h"

ScopeScene *
scope_plot_get_scene (ScopePlot *self)
{
  g_autofree char *state = NULL;
  ScopeFigure figure;

  if (self->scene != NULL)
    return self->scene;

  scope_plot_get_figure (self, &figure);
  figure.width_px = MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
  figure.height_px = MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1);
  if (scope_state_is_large (self->state))
    return scope_plot_get_scene_aside (self, &figure);
  self->scene = scope_figure_build (&figure, self->curves, self->fonts);
  state = scope_figure_spoken_scene (&figure, self->scene);
  scope_plot_describe (self, &figure, state);
  return self->scene;
}

unsigned
scope_plot_get_missing (ScopePlot *self)
{
  ScopeFigure figure;

  scope_plot_get_figure (self, &figure);
  return scope_figure_missing (&figure, scope_plot_get_scene (self));
}

double
scope_plot_get_words_height (ScopePlot *self)
{
  ScopeScene *scene = scope_plot_get_scene (self);
  const ScopeItem *caption = scope_scene_find_item (scene, &scope_role_caption, -1);

  return caption != NULL ? scope_scene_get_height (scene) - caption->points[0].y : 0;
}
