/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "end-labels.h"
#include "plan.h"
#include "subject.h"

/* The kept curves in one panel. */

/* A curve on screen; x never falls. */
typedef struct
{
  ScopePoint *points; /* Owned by whoever filled it; NULL: there is no such curve */
  size_t n;
} ScopeTrace;

/* Samples what is not sampled yet. */
void scope_ghosts_update (const ScopeSubject *subject, const ScopePlan *plan);
/* What the names need of the column of labels, in pixels. */
double scope_ghosts_label_width (ScopeCanvas *canvas, const ScopeSubject *subject);

/* Of case k over b₃, as the panel's quantity has it. */
void scope_ghost_trace_fill (ScopeTrace *trace, const ScopePanelArea *panel, const ScopeCurves *curves,
                             unsigned k);

/* Fills the traces behind the classes' and adds each to the group of a curve that it lies on, else
 * to one of its own. Each group's first trace is there. */
void scope_ghosts_find (const ScopeSubject *subject, const ScopePanelArea *panel,
                        ScopeTrace traces[SCOPE_N_TRACES], ScopeEndLabels *ends);
/* Under the other curves, as tracks that labels avoid. */
void scope_ghosts_draw (ScopeCanvas *canvas, const ScopePanelArea *panel,
                        const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends);
/* A mark on each curve where it is far from every other one. */
void scope_ghosts_draw_marks (ScopeCanvas *canvas, const ScopePanelArea *panel,
                              const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends);
/* "Kept curves: one, another" */
void scope_ghosts_say (GString *text, const ScopeSubject *subject);
