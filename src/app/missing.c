/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "missing.h"

#include <glib/gi18n.h>

#include "hint.h"
#include "notices.h"
#include "plot-aside.h"
#include "plot-scene.h"
#include "state-rows.h"

#define KEY "scope-missing"
#define NO_STEP G_MAXUINT

typedef struct
{
  ScopePlot *plot;   /* Borrowed: it owns this */
  ScopeState *state; /* Owned */
  guint step;        /* of the lecture that the plot shows, or NO_STEP */
  unsigned shown;    /* ScopeShow flags: what was switched on before */
  unsigned added;    /* what was since, and was not looked for yet */
} Missing;

static void
free_missing (gpointer data)
{
  Missing *self = data;

  g_signal_handlers_disconnect_by_data (self->state, self);
  g_object_unref (self->state);
  g_free (self);
}

/* Before a hall what was switched on earlier may go for it, too. */
static void
tell (Missing *self)
{
  unsigned asked = self->added;
  ScopeFigure figure;

  if (asked == 0 || !scope_plot_is_drawn (self->plot))
    return;
  self->added = 0;
  scope_plot_get_figure (self->plot, &figure);
  if (figure.stage != NULL)
    asked |= figure.show & ~figure.stage->show;
  if (scope_plot_get_missing (self->plot) & asked)
    scope_notice_say (GTK_WIDGET (self->plot),
                      figure.stage != NULL
                        ? _ ("No room for all of it in this step: switch another part off")
                        : _ ("No room for it here: enlarge the window, or switch another part off"));
}

static void
look_for_added (Missing *self, unsigned show)
{
  unsigned added = show & ~self->shown;

  self->shown = show;
  self->added = (self->added | added) & show;
  if ((added & ~(scope_parts_for (SCOPE_CASE_TOTAL) | scope_parts_for (SCOPE_CASE_MEAN)))
      && scope_state_get_n_rows (self->state) > 0)
    scope_notice_say (GTK_WIDGET (self->plot),
                      _ ("This part is about one flower: see “Many Flowers”, Back to One Flower"));
  tell (self);
}

static void
changed_cb (Missing *self)
{
  unsigned show = scope_state_get_show (self->state);
  ScopeFigure figure;
  guint step;

  scope_plot_get_figure (self->plot, &figure);
  step = figure.stage != NULL ? figure.stage->step : NO_STEP;
  /* A lecture has set what is shown: nobody has switched that on. */
  if (step != self->step)
    {
      self->step = step;
      self->shown = show;
      self->added = 0;
    }
  else
    look_for_added (self, show);
}

void
scope_missing_look_for (ScopePlot *plot, ScopeState *state)
{
  Missing *self = g_new0 (Missing, 1);

  self->plot = plot;
  self->state = g_object_ref (state);
  self->step = NO_STEP;
  self->shown = scope_state_get_show (state);
  g_object_set_data_full (G_OBJECT (plot), KEY, self, free_missing);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (plot, "drawn", G_CALLBACK (tell), self);
}
