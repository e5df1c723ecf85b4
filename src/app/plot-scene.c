/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-scene.h"

#include "plot-aside.h"
#include "plot-private.h"
#include "roles.h"

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
  state = scope_figure_describe_scene (&figure, self->scene);
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

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == &scope_role_caption)
        return scope_scene_get_height (scene) - item->points[0].y;
    }
  return 0;
}
