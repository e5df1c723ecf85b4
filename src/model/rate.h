/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "minimum.h"

/* Marks on a ruler of learning rates η. The first two are taken at the minimum; elsewhere they
 * would mislead, since the curvature is another there. */
typedef struct
{
  double fastest;         /* 1/L″(b*): close to the minimum one step leads to it */
  double edge;            /* 2/L″(b*): above it, steps lead away from the minimum */
  double safe;            /* 2/max L″: below it, no step from anywhere raises the loss; 0 if not known */
  double max_curvature;   /* max L″ */
  double max_curvature_b; /* where it is */
  size_t looks;           /* at rows, that the search for it took */
} ScopeRateMarks;

/* minimum is what scope_minimum_find() says of the same batch. fastest and edge are INFINITY where
 * there is no finite minimum, or no curvature at it; safe is where every curve is flat. max L″ is
 * scope_steepest_find()'s: where that gives up, safe is 0 and max L″ the largest that was seen. */
ScopeStatus scope_rate_marks (const ScopeBatch *batch, const ScopeMinimum *minimum, ScopeRateMarks *marks);
