/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "label.h"

#include <math.h>
#include <string.h>

/* Angles about the anchor, nearest to the reading direction first; y points down. */
static const double angles[] = { -40, 40, 0, -70, 70, -110, 110, 180, -140, 140 };
#define RINGS 7
#define NEAR_RINGS 2
#define RING_GROWTH 1.7
#define GRID_COLUMNS 24
#define GRID_ROWS 14
#define ROUNDING_PX 1e-6

typedef struct
{
  guint first, n;
} Track;

void
scope_labels_init (ScopeLabels *labels, double gap_px)
{
  labels->tracks = g_array_new (FALSE, FALSE, sizeof (Track));
  labels->points = g_array_new (FALSE, FALSE, sizeof (ScopePoint));
  labels->rects = g_array_new (FALSE, FALSE, sizeof (ScopeRect));
  labels->gap_px = gap_px;
}

void
scope_labels_clear (ScopeLabels *labels)
{
  g_array_unref (labels->tracks);
  g_array_unref (labels->points);
  g_array_unref (labels->rects);
}

void
scope_labels_add_track (ScopeLabels *labels, const ScopePoint *points, size_t n)
{
  Track track = { labels->points->len, (guint) n };

  g_array_append_vals (labels->points, points, (guint) n);
  g_array_append_val (labels->tracks, track);
}

void
scope_labels_add_segment (ScopeLabels *labels, const ScopePoint *from, const ScopePoint *to)
{
  gboolean falls = from->x > to->x;
  const ScopePoint rising[2] = { falls ? *to : *from, falls ? *from : *to };

  scope_labels_add_track (labels, rising, 2);
}

void
scope_labels_add_rect (ScopeLabels *labels, const ScopeRect *rect)
{
  g_array_append_val (labels->rects, *rect);
}

/* The part of a segment that lies over the rectangle's columns, against its rows. */
static gboolean
segment_hits (const ScopePoint *from, const ScopePoint *to, const ScopeRect *rect)
{
  double left = fmax (from->x, rect->x), right = fmin (to->x, rect->x + rect->width);
  double rise = to->x > from->x ? (to->y - from->y) / (to->x - from->x) : 0;
  double y_left = to->x > from->x ? from->y + (left - from->x) * rise : from->y;
  double y_right = to->x > from->x ? from->y + (right - from->x) * rise : to->y;

  if (left > right)
    return FALSE;
  return fmax (y_left, y_right) >= rect->y && fmin (y_left, y_right) <= rect->y + rect->height;
}

static gboolean
track_hits (const ScopeLabels *labels, const Track *track, const ScopeRect *rect)
{
  const ScopePoint *points = &g_array_index (labels->points, ScopePoint, track->first);
  guint lo = 0, hi = track->n;

  /* The first point that is not left of the rectangle. */
  while (lo < hi)
    {
      guint middle = (lo + hi) / 2;

      if (points[middle].x < rect->x)
        lo = middle + 1;
      else
        hi = middle;
    }
  for (guint i = MAX (lo, 1); i < track->n && points[i - 1].x <= rect->x + rect->width; i++)
    if (segment_hits (&points[i - 1], &points[i], rect))
      return TRUE;
  return FALSE;
}

gboolean
scope_labels_is_free (const ScopeLabels *labels, const ScopeRect *rect)
{
  double gap = labels->gap_px;
  ScopeRect wide = { rect->x - gap, rect->y - gap, rect->width + 2 * gap, rect->height + 2 * gap };

  for (guint i = 0; i < labels->rects->len; i++)
    if (scope_rect_overlaps (&wide, &g_array_index (labels->rects, ScopeRect, i)))
      return FALSE;
  for (guint i = 0; i < labels->tracks->len; i++)
    if (track_hits (labels, &g_array_index (labels->tracks, Track, i), &wide))
      return FALSE;
  return TRUE;
}

gboolean
scope_labels_crosses (const ScopeLabels *labels, const ScopePoint *from, const ScopePoint *to,
                      const ScopeRect *own)
{
  const ScopePoint *left = from->x <= to->x ? from : to, *right = left == from ? to : from;

  for (guint i = 0; i < labels->rects->len; i++)
    {
      const ScopeRect *rect = &g_array_index (labels->rects, ScopeRect, i);
      gboolean around_target = to->x >= rect->x && to->x <= rect->x + rect->width && to->y >= rect->y
                               && to->y <= rect->y + rect->height;

      if (!around_target && memcmp (rect, own, sizeof *own) != 0 && segment_hits (left, right, rect))
        return TRUE;
    }
  return FALSE;
}

static gboolean
take (ScopeLabels *labels, const ScopeRect *frame, const ScopeRect *box)
{
  if (box->x < frame->x - ROUNDING_PX || box->y < frame->y - ROUNDING_PX
      || box->x + box->width > frame->x + frame->width + ROUNDING_PX
      || box->y + box->height > frame->y + frame->height + ROUNDING_PX)
    return FALSE;
  if (!scope_labels_is_free (labels, box))
    return FALSE;
  scope_labels_add_rect (labels, box);
  return TRUE;
}

static gboolean
place_on_rings (ScopeLabels *labels, const ScopeRect *frame, const ScopePoint *anchor, double distance,
                ScopeSide side, int rings, ScopeRect *box)
{
  for (int ring = 0; ring < rings; ring++, distance *= RING_GROWTH)
    for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
      {
        double angle = angles[i] * G_PI / 180;
        double across = cos (angle) * (side == SCOPE_SIDE_LEFT ? -1 : 1);

        /* The box's near edge keeps the distance, whatever its shape. */
        box->x = anchor->x + across * (box->width / 2 + distance) - box->width / 2;
        box->y = anchor->y + sin (angle) * (box->height / 2 + distance) - box->height / 2;
        /* An anchor at the frame's edge pushes its label inwards. */
        box->y = CLAMP (box->y, frame->y, frame->y + frame->height - box->height);
        if (take (labels, frame, box))
          return TRUE;
      }
  return FALSE;
}

/* Every place of a grid over the frame, the nearest free one. */
static gboolean
place_on_grid (ScopeLabels *labels, const ScopeRect *frame, const ScopePoint *anchor, ScopeRect *box)
{
  ScopeRect best = *box;
  double nearest = INFINITY;

  for (int row = 0; row < GRID_ROWS; row++)
    for (int column = 0; column < GRID_COLUMNS; column++)
      {
        double x = frame->x + (frame->width - box->width) * column / (GRID_COLUMNS - 1);
        double y = frame->y + (frame->height - box->height) * row / (GRID_ROWS - 1);
        double distance = hypot (x + box->width / 2 - anchor->x, y + box->height / 2 - anchor->y);

        if (distance >= nearest)
          continue;
        box->x = x;
        box->y = y;
        if (x >= frame->x && y >= frame->y && scope_labels_is_free (labels, box))
          {
            nearest = distance;
            best = *box;
          }
      }
  *box = best;
  return isfinite (nearest) && take (labels, frame, box);
}

gboolean
scope_labels_place (ScopeLabels *labels, const ScopeRect *frame, const ScopePoint *anchor, double distance,
                    ScopeSide side, gboolean near_only, ScopeRect *box)
{
  return place_on_rings (labels, frame, anchor, distance, side, near_only ? NEAR_RINGS : RINGS, box)
         || (!near_only && place_on_grid (labels, frame, anchor, box));
}
