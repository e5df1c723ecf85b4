/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-figure.h"

#include "figure-values.h"
#include "state-known.h"
#include "state.h"

/* What a figure is told of the state. */

/* The minimum is not searched for in the middle of a drag, when it may be another one in each frame. */
static void
fill_many (ScopeState *self, ScopeFigure *figure)
{
  self->many = scope_values_get_many (&self->values);
  figure->many = &self->many;
  if (scope_values_are_large (&self->values))
    {
      self->many.sum = scope_state_known_sum (self);
      self->many.minimum = scope_state_known_minimum (self);
      return;
    }
  self->many.sum = scope_many_total_update (self->total, &self->many, &self->values.parameters);
  self->many.minimum = scope_many_total_get_minimum (self->total, figure->settled);
}

void
scope_state_fill_figure (ScopeState *self, ScopeFigure *figure)
{
  scope_figure_init (figure);
  figure->scenario = self->values.scenario;
  figure->view = self->view;
  figure->settled = self->drag_depth == 0;
  figure->ghosts = self->values.ghosts;
  figure->n_ghosts = self->values.n_ghosts;
  scope_track_fill_trail (&self->values.walk, self->values.rate, &figure->trail);
  scope_track_fill_trail (&self->values.kept_walk, self->values.rate, &figure->kept_trail);
  if (self->values.rows != NULL)
    fill_many (self, figure);
}

ScopeFigureCopy *
scope_state_copy_figure (ScopeState *self, const ScopeFigure *figure)
{
  ScopeFigureCopy *copy = scope_figure_copy_new (figure, self->values.rows);

  copy->serial = self->serial;
  copy->fits = self->known.fits;
  return copy;
}
