/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* The names at the right ends of one panel's curves, in the column beside it. Curves that
 * coincide are one group and carry one label. */
typedef struct
{
  unsigned first;   /* the class whose curve stands for the group */
  unsigned members; /* bit k: class k belongs to it */
  double end_y;     /* where the curve ends */
} ScopeEndGroup;

typedef struct
{
  ScopeInk ink; /* of the observed case */
  ScopeEndGroup group[SCOPE_N_CLASSES];
  unsigned n;
} ScopeEndLabels;

void scope_end_labels_add (ScopeEndLabels *labels, unsigned k, double end_y);
/* The guess line's label goes with those of the loss panel and is the first to yield. */
void scope_draw_end_labels (ScopeDrawing *drawing, const ScopePanelArea *panel,
                            const ScopeEndLabels *labels);
