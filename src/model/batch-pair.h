/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "parameters.h"

/* What sums over rows at a handful of biases are made of. */

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
} ScopeBatchPoint;

/* e^x of a product of two such must be a double, and its inverse too. */
#define SCOPE_POINTS_REACH 150

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
