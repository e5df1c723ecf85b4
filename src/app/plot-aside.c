/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-aside.h"

#include "drawer.h"
#include "figure-build.h"
#include "hidden.h"
#include "plot-private.h"
#include "state-aside.h"
#include "state-figure.h"

/* Figures with very many rows: the last picture stays until the next one is made, and each change
 * asks for another. */

/* What is hidden now is in no picture that is still seen, and none takes the place of another kind.
 */
static gboolean
may_be_seen (ScopePlot *self, const ScopeDrawn *drawn)
{
  const ScopeFigure *figure = &drawn->copy->figure;
  unsigned hidden
    = scope_hidden_places (scope_state_get_hide (self->state), scope_state_get_parameters (self->state));

  return (hidden & ~scope_hidden_places (figure->hide, &figure->parameters)) == 0
         && (figure->stage != NULL) == self->presenting;
}

static const ScopeDrawn *
get_seen (ScopePlot *self)
{
  const ScopeDrawn *drawn = self->drawer != NULL ? scope_drawer_get (self->drawer) : NULL;

  return drawn != NULL && may_be_seen (self, drawn) ? drawn : NULL;
}

void
scope_plot_forget_aside (ScopePlot *self)
{
  self->asked = 0;
  self->first_reading = 0;
  if (scope_state_is_large (self->state) && get_seen (self) == NULL)
    scope_plot_describe (self, NULL, "");
}

gboolean
scope_plot_is_drawn (ScopePlot *self)
{
  const ScopeDrawn *drawn;

  if (!scope_state_is_large (self->state))
    return TRUE;
  drawn = get_seen (self);
  return drawn != NULL && drawn->id == self->asked;
}

static void
drawn_cb (const ScopeDrawn *drawn, gpointer data)
{
  ScopePlot *self = data;
  const char *const words[SCOPE_N_WORDS] = { drawn->result, drawn->hood, drawn->verdict };

  scope_state_tell (self->state, drawn->copy, words);
  /* One flower again, meanwhile. */
  if (!scope_state_is_large (self->state))
    return;
  g_clear_pointer (&self->scene, scope_scene_free);
  if (may_be_seen (self, drawn))
    scope_plot_describe (self, &drawn->copy->figure, drawn->description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->overlay);
  if (scope_plot_is_drawn (self))
    g_signal_emit_by_name (self, "drawn");
}

static void
ask (ScopePlot *self, const ScopeFigure *figure)
{
  if (self->asked != 0)
    return;
  if (self->drawer == NULL)
    self->drawer = scope_drawer_new (drawn_cb, self);
  self->asked = scope_drawer_draw (self->drawer, scope_state_copy_figure (self->state, figure),
                                   SCOPE_DRAW_SCENE | SCOPE_DRAW_WORDS);
}

ScopeScene *
scope_plot_get_scene_aside (ScopePlot *self, const ScopeFigure *figure)
{
  const ScopeDrawn *drawn;

  ask (self, figure);
  drawn = get_seen (self);
  if (drawn != NULL)
    return drawn->scene;
  self->scene = scope_figure_build_ground (figure);
  return self->scene;
}

/* --- The crosshair */

static void
read_cb (const ScopeDrawn *drawn, gpointer data)
{
  ScopePlot *self = data;

  gtk_widget_queue_draw (self->overlay);
}

static void
read_there (ScopePlot *self, const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x)
{
  ScopeFigureCopy *copy = scope_state_copy_figure (self->state, figure);
  guint64 id;

  copy->panel = panel;
  copy->rect = *rect;
  copy->x = x;
  if (self->reader == NULL)
    self->reader = scope_drawer_new (read_cb, self);
  id = scope_drawer_draw (self->reader, copy, SCOPE_DRAW_READOUT);
  if (self->first_reading == 0)
    self->first_reading = id;
}

char *
scope_plot_read_aside (ScopePlot *self, const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect,
                       double x)
{
  const ScopeDrawn *drawn = self->reader != NULL ? scope_drawer_get (self->reader) : NULL;
  gboolean is_known = drawn != NULL && self->first_reading != 0 && drawn->id >= self->first_reading
                      && drawn->copy->panel == panel;

  /* Asked for already, or moved on meanwhile: the last one that is asked for comes in any case. */
  if (!is_known || drawn->copy->x != x)
    read_there (self, figure, panel, rect, x);
  return is_known ? g_strdup (drawn->readout) : NULL;
}
