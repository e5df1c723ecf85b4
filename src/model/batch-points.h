/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Sums over rows at a handful of biases, with a relative error below 1e−12: the workhorse behind
 * scope_batch_sample(). */

/* A sum and what its roundings lost. */
typedef struct
{
  double sum, lost;
} ScopePair;

typedef struct
{
  double b;
  double x[SCOPE_N_CLASSES][2]; /* e^{(w_k − w_o)·(b − b_ref)}: for each o, its two other classes */
  ScopePair loss, dl_db, curvature;
} ScopePoint;

/* e^x of a product of two such must be a double, and its inverse too. */
#define SCOPE_POINTS_REACH 150

/* The points must be within 2·SCOPE_POINTS_REACH of each other in units of 1/s, with s the span of
 * the weights, or be one. b is set in each; the sums are found. bins is scratch for
 * SCOPE_BINS_SIZE bytes; NULL where they would not pay, and where rows are to be taken exactly: with
 * scratch they are taken as quick.h does. The batch has been checked, and its weights are not all the
 * same. */
void scope_points_sum (const ScopeBatch *batch, ScopePoint *points, size_t n, void *bins);

static inline void
scope_pair_add (ScopePair *total, double term)
{
  double sum = total->sum + term;
  double term_part = sum - total->sum;

  /* Two-sum; infinity has nothing to lose. */
  if (sum - sum == 0)
    total->lost += (total->sum - (sum - term_part)) + (term - term_part);
  else
    total->lost = 0;
  total->sum = sum;
}

/* max_k w_k − min_k w_k */
ScopeWide scope_batch_span (const ScopeBatch *batch);
