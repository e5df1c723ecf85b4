/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "backdrop.h"
#include "drawer.h"
#include "plot.h"

/* What plot.c and the files plot-….c share. */
struct _ScopePlot
{
  GtkWidget parent_instance;

  ScopeState *state; /* Owned */
  ScopeTheme theme;
  double text_scale;

  gboolean presenting, blank;
  ScopeStage stage; /* while presenting */

  ScopeFonts *fonts;   /* Owned */
  ScopeCurves *curves; /* Owned */
  ScopeBackdrop *backdrop; /* Owned */
  ScopeScene *scene;   /* Owned; NULL: to be built at the next frame */
  ScopeDrawer *drawer; /* Owned; NULL until a figure is drawn aside */
  guint64 asked;       /* the id of the last one asked for there; 0: to be asked for */
  ScopeDrawer *reader; /* Owned; NULL until the crosshair reads aside */
  guint64 first_reading; /* since the last change; 0 for none */
  GtkWidget *words;    /* Child, not seen; what is told of the picture */
  GtkWidget *overlay;  /* Child; crosshair and pulse, drawn without touching the scene */

  /* The pointer, and what a press took hold of. */
  double pointer_x, pointer_y;
  double rest_x, rest_y; /* where it was when the crosshair went */
  gboolean hovering;
  ScopeZone grabbed;
  int grabbed_panel;     /* a ScopePanel */
  ScopeRect grabbed_rect;
  double grab_offset_px; /* of the point from the pointer */
  double grab_bias;      /* under the pointer, for panning */
  gboolean scrubbing;
  double pinch_scale;

  unsigned marked; /* a ScopeQuantity, which keys hide or reveal; 0 for none */

  double pulse; /* 0 to 1 while the point pulses, else −1 */
  gint64 pulse_start_us;
};

/* The scene of the widget's present size; Borrowed until the next change. Of very many rows it is the
 * last one that was made, or the ground where there is none that may be seen. */
ScopeScene *scope_plot_get_scene (ScopePlot *self);
/* Tells a screen reader; figure: NULL for none; state: what its scene shows. */
void scope_plot_describe (ScopePlot *self, const ScopeFigure *figure, const char *state);

/* plot-aside.c: the same of a figure with very many rows. */
ScopeScene *scope_plot_get_scene_aside (ScopePlot *self, const ScopeFigure *figure);
/* After a change: what shows more than the state does now is not seen any more. */
void scope_plot_forget_aside (ScopePlot *self);
/* What the crosshair reads there, or read last in that panel since the last change; NULL where that is not known
 * yet: then the overlay is drawn again. The caller frees it. */
char *scope_plot_read_aside (ScopePlot *self, const ScopeFigure *figure, ScopePanel panel,
                             const ScopeRect *rect, double x);
/* The crosshair goes until the pointer moves: it would cover what has just changed. */
void scope_plot_wait_for_pointer (ScopePlot *self);
void scope_plot_add_controllers (ScopePlot *self);
/* So many clicks of the wheel, of which a key is one: to the right; out, about a place that stays where it is. */
void scope_plot_pan (ScopePlot *self, double clicks);
void scope_plot_zoom (ScopePlot *self, double clicks, double about);
/* plot-keys.c */
void scope_plot_add_keys (ScopePlot *self);
/* Two fingers around x, y are so many times as far apart as when they came; the gesture's begin sets
 * pinch_scale to 1. */
void scope_plot_pinch (ScopePlot *self, double scale, double x, double y);
