/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* The places of a descent in the panels, reckoned once for what reserves their room, paints and numbers them. */
typedef struct
{
  size_t n, n_all; /* the places that may be seen, and those of another descent after them */
  ScopePoint *at[SCOPE_N_PANELS];
} ScopeDescentPoints;

/* What a layer of the panels is drawn with: a figure, and where the present b₃ is in its panels. */
typedef struct
{
  ScopeCanvas *canvas;           /* Borrowed */
  const ScopeSubject *subject;   /* Borrowed */
  const ScopePlan *plan;         /* Borrowed */
  ScopePoint at[SCOPE_N_PANELS]; /* the points */
  gboolean seen[SCOPE_N_PANELS]; /* those that are inside of their panels */
  ScopeDescentPoints places;     /* of a descent; none where the points are not shown */
} ScopeMarks;

/* Draws one layer in one panel. */
typedef void (*ScopeMarksDraw) (const ScopeMarks *marks, const ScopePanelArea *panel);
