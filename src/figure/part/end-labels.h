/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "area.h"
#include "subject.h"
#include "plan.h"

/* With more flowers than that their curves have no numbers. */
#define SCOPE_MOST_NAMED_FLOWERS 6

/* The three cases, and behind them ghost i as SCOPE_N_CLASSES + i. */
#define SCOPE_N_TRACES (SCOPE_N_CLASSES + SCOPE_MOST_GHOSTS)

/* The names at the right ends of one panel's curves, in the column beside it. Curves that
 * coincide are one group and carry one label. A number k below SCOPE_N_CLASSES is the case of that
 * class, SCOPE_N_CLASSES + i the kept curve i. */
typedef struct
{
  unsigned first;   /* the curve that stands for the group */
  unsigned members; /* bit k: curve k belongs to it */
  double end_y;     /* where the curve ends */
  const char *name; /* Borrowed; NULL: by the number of its curve */
  /* Instead of all that: flowers of many, whose rows these are; they yield to every other group. */
  size_t flower[SCOPE_MOST_NAMED_FLOWERS];
  unsigned n_flowers;
} ScopeEndGroup;

typedef struct
{
  ScopeInk ink;                        /* of the observed case */
  ScopeEndGroup group[SCOPE_N_TRACES]; /* those of flowers last */
  unsigned n;
} ScopeEndLabels;

void scope_end_labels_add (ScopeEndLabels *labels, unsigned k, double end_y);
/* One flower more, with those whose curves end nearby; to be called from the top down. */
void scope_end_labels_add_flower (ScopeEndLabels *labels, size_t row, double end_y, double near);
/* What one of them needs, in pixels. */
double scope_end_labels_text_width (const ScopeCanvas *canvas, ScopeFace face, const char *text);
/* What the names of the three cases and the guess line's label need behind one mark, in pixels. */
double scope_end_labels_width (ScopeCanvas *canvas, const ScopeSubject *subject);
/* The guess line's label goes with those of the loss panel and is the first to yield. Then the rows
 * shrink, and then the last kept curves share one. */
void scope_end_labels_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                            const ScopePanelArea *panel, const ScopeEndLabels *labels);
