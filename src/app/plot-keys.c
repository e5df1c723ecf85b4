/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-keys.h"

#include <glib/gi18n.h>

#include "announce.h"
#include "hidden.h"
#include "keys.h"
#include "news.h"
#include "plot-private.h"
#include "plot-scene.h"
#include "plot-view.h"
#include "scale.h"
#include "state-axis.h"

#define NUDGES_PER_AXIS 200
#define SHIFT_NUDGES 10
#define SLOPE_NUDGE 0.01

typedef struct
{
  ScopeKey key;
  gboolean (*deed) (ScopePlot *self, int way);
  int way;
  gboolean at_stage; /* while presenting, too, where most keys go from step to step */
} PlotKey;

/* --- b₃, the class's own tangent, the view */

static gboolean
nudge (ScopePlot *self, int way)
{
  const ScopeView *view = scope_state_get_view (self->state);
  double step = (view->axis_hi - view->axis_lo) / NUDGES_PER_AXIS;
  double bias = scope_state_get_parameters (self->state)->b;

  step = scope_scale_round_125 (step, step);
  scope_state_set_bias (self->state, scope_scale_round_125 (bias + way * step, step));
  return TRUE;
}

static gboolean
turn (ScopePlot *self, int way)
{
  if (!(scope_state_get_show (self->state) & SCOPE_SHOW_ESTIMATE))
    return FALSE;
  scope_state_set_estimate (
    self->state,
    scope_scale_round_125 (scope_state_get_estimate (self->state) + way * SLOPE_NUDGE, SLOPE_NUDGE));
  return TRUE;
}

static gboolean
pan (ScopePlot *self, int way)
{
  scope_plot_pan (self, way);
  return TRUE;
}

/* About the point, where it is to be seen. */
static gboolean
zoom (ScopePlot *self, int way)
{
  const ScopeView *view = scope_state_get_view (self->state);
  double bias = scope_state_get_parameters (self->state)->b;
  gboolean is_seen = bias >= view->axis_lo && bias <= view->axis_hi;

  scope_plot_zoom (self, -way, is_seen ? bias : (view->axis_lo + view->axis_hi) / 2);
  return TRUE;
}

static gboolean
reset (ScopePlot *self, int way)
{
  scope_state_reset_view (self->state);
  return TRUE;
}

/* --- From number to number, to hide or reveal one */

/* Those that are printed, or hidden where they would be. */
static unsigned
list_quantities (ScopePlot *self)
{
  ScopeScene *scene = scope_plot_get_scene (self);
  unsigned all = 0, quantity;
  ScopeRect rect;

  for (unsigned i = 0; scope_scene_get_quantity (scene, i, &quantity, &rect); i++)
    all |= quantity;
  return all;
}

static void
set_mark (ScopePlot *self, unsigned quantity)
{
  self->marked = quantity;
  gtk_widget_queue_draw (self->overlay);
}

static void
tell_mark (ScopePlot *self)
{
  ScopeFigure figure;
  g_autofree char *text = NULL;

  scope_plot_get_figure (self, &figure);
  text = scope_news_tell_quantity (&figure, self->marked);
  if (text != NULL)
    scope_announce_change (GTK_WIDGET (self), text);
}

static gboolean
walk (ScopePlot *self, int way)
{
  unsigned all = list_quantities (self), mark = self->marked;

  if (all == 0)
    return FALSE;
  do
    if (mark == 0)
      mark = way > 0 ? 1 : 1u << (SCOPE_N_QUANTITIES - 1);
    else
      mark = (way > 0 ? mark << 1 : mark >> 1) & SCOPE_QUANTITY_ALL;
  while (!(mark & all));
  set_mark (self, mark);
  tell_mark (self);
  return TRUE;
}

static gboolean
toggle (ScopePlot *self, int way)
{
  if (!(self->marked & list_quantities (self)))
    return FALSE;
  scope_state_set_hide (self->state, scope_state_get_hide (self->state) ^ self->marked);
  return TRUE;
}

static gboolean
leave (ScopePlot *self, int way)
{
  if (self->marked == 0)
    return FALSE;
  set_mark (self, 0);
  return TRUE;
}

/* --- Which key does what */

static const PlotKey keys[] = {
  { { GDK_KEY_Left, SCOPE_KEY_PLAIN }, nudge, -1, FALSE },
  { { GDK_KEY_Right, SCOPE_KEY_PLAIN }, nudge, 1, FALSE },
  { { GDK_KEY_Left, SCOPE_KEY_SHIFT }, nudge, -SHIFT_NUDGES, FALSE },
  { { GDK_KEY_Right, SCOPE_KEY_SHIFT }, nudge, SHIFT_NUDGES, FALSE },
  { { GDK_KEY_Up, SCOPE_KEY_PLAIN }, turn, 1, TRUE },
  { { GDK_KEY_Down, SCOPE_KEY_PLAIN }, turn, -1, TRUE },
  { { GDK_KEY_Up, SCOPE_KEY_SHIFT }, turn, SHIFT_NUDGES, TRUE },
  { { GDK_KEY_Down, SCOPE_KEY_SHIFT }, turn, -SHIFT_NUDGES, TRUE },
  { { GDK_KEY_Left, SCOPE_KEY_CONTROL }, pan, -1, TRUE },
  { { GDK_KEY_Right, SCOPE_KEY_CONTROL }, pan, 1, TRUE },
  { { GDK_KEY_Up, SCOPE_KEY_CONTROL }, zoom, 1, TRUE },
  { { GDK_KEY_Down, SCOPE_KEY_CONTROL }, zoom, -1, TRUE },
  { { GDK_KEY_Home, SCOPE_KEY_PLAIN }, reset, 0, FALSE },
  { { GDK_KEY_Page_Down, SCOPE_KEY_PLAIN }, walk, 1, FALSE },
  { { GDK_KEY_Page_Up, SCOPE_KEY_PLAIN }, walk, -1, FALSE },
  { { GDK_KEY_Page_Down, SCOPE_KEY_CONTROL }, walk, 1, TRUE },
  { { GDK_KEY_Page_Up, SCOPE_KEY_CONTROL }, walk, -1, TRUE },
  { { GDK_KEY_space, SCOPE_KEY_PLAIN }, toggle, 0, TRUE },
  { { GDK_KEY_Return, SCOPE_KEY_PLAIN }, toggle, 0, TRUE },
  { { GDK_KEY_Escape, SCOPE_KEY_PLAIN }, leave, 0, TRUE },
  { { 0 }, NULL, 0, FALSE },
};

static gboolean
key_cb (GtkEventControllerKey *controller, guint value, guint code, GdkModifierType modifiers,
        ScopePlot *self)
{
  const PlotKey *key = scope_keys_find (keys, sizeof *keys, gtk_widget_get_display (GTK_WIDGET (self)), value,
                                        code, modifiers);

  if (key == NULL || (self->presenting && !key->at_stage))
    return GDK_EVENT_PROPAGATE;
  return key->deed (self, key->way) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

void
scope_plot_add_keys (ScopePlot *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
