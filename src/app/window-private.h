/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "appearance.h"
#include "exports.h"
#include "hint-bar.h"
#include "notices.h"
#include "plot.h"
#include "said.h"
#include "state-keeper.h"
#include "teller.h"
#include "value-row.h"
#include "window.h"

/* What window.c and the files window-….c share. */
struct _ScopeWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  ScopeSaid *said;
  AdwFlap *flap;
  AdwSqueezer *header;
  GMenuModel *menu;
  GtkWidget *observed_bar;
  int width, sidebar_width; /* as the window was last given, and as the other likes to be, in px */
  gboolean is_narrow;       /* the header has given up what stands in that bar */
  GtkWidget *observations_box, *rows_box, *bias_box, *ghosts_box, *hood_box, *plot_box;
  GtkWidget *descent_box, *descent_bar, *steps_box;
  GtkLabel *logits_heading;
  GtkDropDown *wiring;
  GtkWidget *weights_box;
  GtkWidget *weight_1, *weight_2, *weight_3;
  GtkLabel *wiring_note;
  GtkButton *trained;
  GtkMenuButton *flowers_button;
  ScopeHintBar *hint_bar;

  ScopeState *state;                       /* Owned */
  ScopeStateKeeper *keeper;                /* Owned */
  GSettings *settings;                     /* Owned */
  ScopePlot *plot;                         /* Child of plot_box */
  ScopeValueRow *rows[SCOPE_N_VALUE_ROWS]; /* Children: the logits, the bias, the shift, h */
  int desktop_dpi;                         /* of the desktop's text, 0 until it is asked */
  ScopeExports *exports;                   /* Owned */
  ScopeTeller *teller;                     /* Owned */
  ScopeAppearance *appearance;             /* Owned */
  unsigned shown_before;                   /* ScopeShow flags: what is switched on is looked for */
  unsigned added;                          /* what was, and was not looked for yet */
  gboolean stepping;                       /* a lecture sets what is shown: nobody has switched that on */
  gboolean ending;                         /* there will be nobody to say anything to */

  /* A descent that walks by itself. */
  GtkWidget *descent;                  /* Child of descent_box */
  guint run;                           /* Source; 0 while none runs */
  ScopeWalk run_walk;                  /* as the run left it: anything else ends the run */
  void (*waiting) (ScopeWindow *self); /* done once the minimum is known; NULL for nothing */

  /* Presenting: which step, and how the window looked before. */
  gboolean presenting, blank, sidebar_before, folded_before, full_screen_before;
  gboolean was_full_screen; /* since the start */
  guint awake;              /* what keeps the screen from blanking; 0 for nothing */
  guint step;
  int width_before, height_before;
};

/* window-actions.c */
void scope_window_install_actions (GtkWidgetClass *klass);
void scope_window_init_actions (ScopeWindow *self);
void scope_window_apply_text_scale (ScopeWindow *self);

/* window-descent.c */
void scope_window_install_descent (GtkWidgetClass *klass);
void scope_window_init_descent (ScopeWindow *self);
void scope_window_stop_descent (ScopeWindow *self);

/* window-rows.c */
void scope_window_install_rows (GtkWidgetClass *klass);
void scope_window_init_rows (ScopeWindow *self);
/* So that logits of this size have a place on all three. */
void scope_window_widen_sliders (ScopeWindow *self, double bound);

/* window-wiring.c */
void scope_window_init_wiring (ScopeWindow *self);
/* What is hidden is not said by the controls either. */
void scope_window_update_sidebar (ScopeWindow *self);

/* window-keep.c: the state, size and sidebar, from one start to the next. */
void scope_window_init_state (ScopeWindow *self);
void scope_window_init_keep (ScopeWindow *self);
void scope_window_maximize_again (ScopeWindow *self);

/* presentation.c */
void scope_window_install_presentation (GtkWidgetClass *klass);
void scope_window_init_presentation (ScopeWindow *self);
/* Back to the window as it was; nothing where none runs. */
void scope_window_stop_presenting (ScopeWindow *self);

/* window-keep.c: before the window goes. TRUE where its state takes so long to write that it is out of sight
 * meanwhile, and goes by itself when that is done. */
gboolean scope_window_leave (ScopeWindow *self);

/* window-header.c: as wide as there is room, and the bar below that has what is not in a narrow one. */
void scope_window_init_header (ScopeWindow *self);
void scope_window_update_header (ScopeWindow *self);
/* The width that the sidebar likes, in px. */
int scope_window_measure_sidebar (ScopeWindow *self);
/* The same soon, after the window got another width or its text another size. */
void scope_window_fit_header (ScopeWindow *self);
