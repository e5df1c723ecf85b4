/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "figure.h"

/* The places of a descent and the rate of the step that led to each, from step 0 on. Values borrow a
 * track and say how much of it is theirs: it only grows, and lives as long as the state. */
#define SCOPE_MOST_PLACES 4096
typedef struct
{
  double *b, *rate; /* Owned */
  guint n, room;
} ScopeTrack;

typedef struct
{
  ScopeTrack *track; /* Borrowed; NULL for none */
  guint n, at;       /* places of it; the one that b₃ is at */
} ScopeWalk;

ScopeTrack *scope_track_new (const ScopeTrack *from, guint n); /* its first n places; from: NULL for none */
void scope_track_free (ScopeTrack *track);
void scope_track_append (ScopeTrack *track, double b, double rate);
/* What a figure is told of a walk; rate: what its next step would be taken at. */
void scope_track_fill_trail (const ScopeWalk *walk, double rate, ScopeTrail *trail);
