/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* A scene drawn again, item by item in their order, by whoever has a function for each shape. */

/* What of it. */
typedef enum
{
  SCOPE_REPLAY_ALL,
  SCOPE_REPLAY_NO_GROUND,
  /* Two halves: what stands still while b₃ moves, grounds included, and what moves. One after the other
   * they are the whole; nothing that moves lies under what stands still. */
  SCOPE_REPLAY_STILL,
  SCOPE_REPLAY_MOVING,
} ScopeReplay;

/* A whole picture, its ground left out where that is asked for. */
#define SCOPE_REPLAY_PICTURE(transparent) ((transparent) ? SCOPE_REPLAY_NO_GROUND : SCOPE_REPLAY_ALL)

#define SCOPE_MOST_DASHES 2

/* How an item looks: its inks as colours of the scene's theme, its dashes as lengths. */
typedef struct
{
  const ScopeColour *fill, *stroke; /* Borrowed; NULL for none */
  double dashes[SCOPE_MOST_DASHES];
  int n_dashes; /* 0: a solid line */
} ScopeLook;

/* Where a scene is drawn. */
typedef struct
{
  /* What comes now, until the end, is seen within rect alone; clip tells one from the other. */
  void (*begin_clip) (gpointer target, int clip, const ScopeRect *rect);
  void (*end_clip) (gpointer target);
  void (*shapes[SCOPE_N_SHAPES]) (gpointer target, const ScopeItem *item, const ScopeLook *look);
} ScopePainter;

void scope_replay_scene (const ScopeScene *scene, ScopeReplay what, const ScopePainter *painter,
                         gpointer target);
