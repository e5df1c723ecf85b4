/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "backdrop.h"
#include "plot.h"

/* What plot.c and plot-input.c share. */
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
  GtkWidget *overlay;  /* Child; crosshair and pulse, drawn without touching the scene */

  /* The pointer, and what a press took hold of. */
  double pointer_x, pointer_y;
  gboolean hovering;
  ScopeZone grabbed;
  int grabbed_panel;     /* a ScopePanel */
  ScopeRect grabbed_rect;
  double grab_offset_px; /* of the point from the pointer */
  double grab_bias;      /* under the pointer, for panning */
  gboolean scrubbing;
  double pinch_scale;

  double pulse; /* 0 to 1 while the point pulses, else −1 */
  gint64 pulse_start_us;
};

/* The scene of the widget's present size; Borrowed until the next change. */
ScopeScene *scope_plot_get_scene (ScopePlot *self);
void scope_plot_add_controllers (ScopePlot *self);
