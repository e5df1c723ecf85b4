/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure-copy.h"

/* Makes pictures aside, in a thread of its own, one at a time: while one is made, of all that are asked
 * for the last one waits, and the others are never made. What is begun is finished. */
typedef struct _ScopeDrawer ScopeDrawer;

/* What of a figure is wanted. */
typedef enum
{
  SCOPE_DRAW_SCENE = 1 << 0,   /* the scene and its description */
  SCOPE_DRAW_WORDS = 1 << 1,   /* what controls say of it */
  SCOPE_DRAW_READOUT = 1 << 2, /* what the crosshair reads at the copy's panel, rect and x */
} ScopeDraw;

/* A picture, and what was found for it. */
typedef struct
{
  ScopeFigureCopy *copy;         /* Owned; sum, minimum and view are filled in */
  ScopeScene *scene;             /* Owned; NULL where it was not wanted */
  char *description;             /* Owned; of the scene */
  char *result, *hood, *verdict; /* Owned; as scope_describe_figure_result(), …_hood(), …_verdict() say */
  char *readout;                 /* Owned; as scope_readout_text() says; NULL where it was not wanted */
  guint64 id;                    /* what scope_drawer_draw() returned */
} ScopeDrawn;

/* Called in the thread of who asks. drawn is the drawer's, and the one before it goes when this
 * returns. */
typedef void (*ScopeDrawnFunc) (const ScopeDrawn *drawn, gpointer data);

ScopeDrawer *scope_drawer_new (ScopeDrawnFunc drawn, gpointer data);
/* Nothing is called any more; what is being made is finished and thrown away, and the application stays
 * as long as that takes. */
void scope_drawer_free (ScopeDrawer *drawer);

/* Takes the copy; its id, which are counted from 1 on. */
guint64 scope_drawer_draw (ScopeDrawer *drawer, ScopeFigureCopy *copy, unsigned what);
/* The last picture that was made, NULL for none; Borrowed until the next one. */
const ScopeDrawn *scope_drawer_get (const ScopeDrawer *drawer);
/* Whether something is still to come. */
gboolean scope_drawer_is_busy (const ScopeDrawer *drawer);

/* The shipped fonts, without which nothing can be drawn and which are part of the program. */
ScopeFonts *scope_drawer_load_fonts (void);
