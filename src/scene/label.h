/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scene.h"

/* Finds room for labels: keeps what is taken, by curves and by other labels, and tries places
 * about an anchor until one is free. */
typedef struct
{
  GArray *tracks; /* Owned; polylines whose x rises */
  GArray *points; /* Owned; the points of all tracks */
  GArray *rects;  /* Owned */
  double gap_px;  /* kept free about everything */
} ScopeLabels;

void scope_labels_init (ScopeLabels *labels, double gap_px);
void scope_labels_clear (ScopeLabels *labels);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeLabels, scope_labels_clear)

/* A polyline that no label may touch; its points' x never falls. */
void scope_labels_add_track (ScopeLabels *labels, const ScopePoint *points, size_t n);
/* A straight line, whichever way it goes. */
void scope_labels_add_segment (ScopeLabels *labels, const ScopePoint *from, const ScopePoint *to);
void scope_labels_add_rect (ScopeLabels *labels, const ScopeRect *rect);
gboolean scope_labels_is_free (const ScopeLabels *labels, const ScopeRect *rect);

/* TRUE where a straight line between two points would cross what is taken, other than the label
 * that it belongs to and what lies around its target. */
gboolean scope_labels_crosses (const ScopeLabels *labels, const ScopePoint *from, const ScopePoint *to,
                               const ScopeRect *own);

typedef enum
{
  SCOPE_SIDE_RIGHT,
  SCOPE_SIDE_LEFT,
} ScopeSide;

/* Places a box of the given size inside frame, as near to anchor as there is room, at least
 * distance away from it, on the preferred side where that is free; near_only gives up
 * rather than go far. Takes the room. FALSE where no place is free. */
gboolean scope_labels_place (ScopeLabels *labels, const ScopeRect *frame, const ScopePoint *anchor,
                             double distance, ScopeSide side, gboolean near_only, ScopeRect *box);
