/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "appearance.h"
#include "descent-deeds.h"
#include "exports.h"
#include "hint-bar.h"
#include "keeping.h"
#include "presentation.h"
#include "said.h"
#include "sidebar.h"
#include "teller.h"

/* What window.c puts together, in a header of its own for the tests alone. */
struct _ScopeWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  ScopeSaid *said;
  AdwFlap *flap;
  AdwSqueezer *header;
  GMenuModel *menu;
  GMenu *parts_menu; /* Within it */
  ScopeSidebar *sidebar;
  ScopeHintBar *hint_bar;
  GtkWidget *plot_box, *steps_box, *observed_bar;

  ScopePlot *plot;                 /* Child of plot_box */
  ScopeKeeping *keeping;           /* Owned */
  ScopeState *state;               /* Borrowed: what is kept */
  GSettings *settings;             /* Owned */
  ScopeExports *exports;           /* Owned */
  ScopeTeller *teller;             /* Owned */
  ScopeAppearance *appearance;     /* Owned */
  ScopePresentation *presentation; /* Owned */
  ScopeDescentDeeds *descending;   /* Owned */
  int width, sidebar_width;        /* as the window was last given, and as the other likes to be, in px */
  gboolean ending;                 /* there will be nobody to say anything to */
};
