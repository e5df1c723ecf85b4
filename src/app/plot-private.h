/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "backdrop.h"
#include "state.h"

typedef struct _ScopeDrawer ScopeDrawer;

/* What plot.c and the files plot-….c are about. */
typedef struct _ScopePlot ScopePlot;

struct _ScopePlot
{
  GtkWidget parent_instance;

  ScopeState *state; /* Owned */
  ScopeTheme theme;
  double text_scale;

  gboolean presenting, blank;
  ScopeStage stage; /* while presenting */

  ScopeFonts *fonts;       /* Owned */
  ScopeCurves *curves;     /* Owned */
  ScopeBackdrop *backdrop; /* Owned */
  ScopeScene *scene;       /* Owned; NULL: to be built at the next frame */
  ScopeDrawer *drawer;     /* Owned; NULL until a figure is drawn aside */
  guint64 asked;           /* the id of the last one asked for there; 0: to be asked for */
  ScopeDrawer *reader;     /* Owned; NULL until the crosshair reads aside */
  guint64 first_reading;   /* since the last change; 0 for none */
  GtkWidget *words;        /* Child, not seen; what is told of the picture */
  GtkWidget *overlay;      /* Child; crosshair and pulse, drawn without touching the scene */

  /* The pointer, and what a press took hold of. */
  double pointer_x, pointer_y;
  double rest_x, rest_y; /* where it was when the crosshair went */
  gboolean hovering;
  ScopeZone grabbed;
  int grabbed_panel; /* a ScopePanel */
  ScopeRect grabbed_rect;
  double grab_offset_px; /* of the point from the pointer */
  double grab_bias;      /* under the pointer, for panning */
  gboolean scrubbing;
  double pinch_scale;

  unsigned marked; /* a ScopeQuantity, which keys hide or reveal; 0 for none */

  double pulse; /* 0 to 1 while the point pulses, else −1 */
  gint64 pulse_start_us;
};
