/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "endlabel.h"

/* The kept curves in one panel. In groups and traces ghost i is SCOPE_N_CLASSES + i, behind the
 * three cases. */
#define SCOPE_N_TRACES (SCOPE_N_CLASSES + SCOPE_MOST_GHOSTS)

/* A curve on screen; x never falls. */
typedef struct
{
  ScopePoint *points; /* Owned by whoever filled it; NULL: there is no such curve */
  size_t n;
} ScopeTrace;

/* How many are drawn, 0 where they are switched off. */
unsigned scope_ghosts_count (const ScopeDrawing *drawing);
/* Samples what is not sampled yet. */
void scope_ghosts_update (ScopeDrawing *drawing);
/* What the names need of the column of labels, in pixels. */
double scope_ghosts_label_width (ScopeDrawing *drawing);

/* TRUE where two curves are nowhere a pixel apart: one curve to the eye. */
gboolean scope_trace_coincides (const ScopeTrace *one, const ScopeTrace *other);

/* Fills the traces behind the classes' and adds each to the group of a curve that it lies on, else
 * to one of its own. Each group's first trace is there. */
void scope_ghosts_find (ScopeDrawing *drawing, const ScopePanelArea *panel,
                        ScopeTrace traces[SCOPE_N_TRACES], ScopeEndLabels *ends);
/* Under the other curves, as tracks that labels avoid. */
void scope_draw_ghosts (ScopeDrawing *drawing, const ScopePanelArea *panel,
                        const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends);
/* A mark on each curve where it is far from every other one. */
void scope_draw_ghost_marks (ScopeDrawing *drawing, const ScopePanelArea *panel,
                             const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends);
/* The mark of ghost i, hollow, centred: it tells its curve from the others of the same dash. */
void scope_draw_ghost_mark (ScopeDrawing *drawing, unsigned i, ScopeInk fill, ScopeInk ink,
                            double x, double y, double size_px);
