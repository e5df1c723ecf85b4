/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "track.h"

void
scope_track_free (ScopeTrack *track)
{
  g_free (track->b);
  g_free (track->rate);
  g_free (track);
}

void
scope_track_append (ScopeTrack *track, double b, double rate)
{
  if (track->n == track->room)
    {
      track->room = MAX (16, 2 * track->room);
      track->b = g_renew (double, track->b, track->room);
      track->rate = g_renew (double, track->rate, track->room);
    }
  track->b[track->n] = b;
  track->rate[track->n++] = rate;
}

ScopeTrack *
scope_track_new (const ScopeTrack *from, guint n)
{
  ScopeTrack *track = g_new0 (ScopeTrack, 1);

  for (guint i = 0; i < n; i++)
    scope_track_append (track, from->b[i], from->rate[i]);
  return track;
}

void
scope_track_fill_trail (const ScopeWalk *walk, double rate, ScopeTrail *trail)
{
  *trail = (ScopeTrail) { 0 };
  if (walk->n == 0)
    return;
  *trail = (ScopeTrail) { walk->track->b, walk->n, walk->at, rate };
  if (walk->n > 1)
    trail->rate = walk->track->rate[1];
  for (guint i = 2; i < walk->n; i++)
    if (walk->track->rate[i] != walk->track->rate[1])
      trail->rate = 0;
}
