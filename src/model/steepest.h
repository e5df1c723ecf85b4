/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Where the loss of a batch bends most. */
typedef struct
{
  double b;
  double curvature; /* max ∂²L/∂b₃², and 0 or INFINITY where it is beyond double */
  double safe_rate; /* 2/curvature, also where that is beyond double; 0 where the search gave up */
  bool is_proven;   /* FALSE where it gave up: then b and curvature are the best that was seen */
  size_t looks;     /* at a row, for a curvature or a bound */
} ScopeSteepest;

/* No search takes more looks than this over n rows, whatever weights and logits are. Many rows share what
 * a place costs, a few have many places to look at. */
#define SCOPE_STEEPEST_MOST_LOOKS(n) (1000000 + 500 * (n) + 20000 * ((n) < 1000 ? (n) : 1000))

/* The batch has been checked, and its weights are not all the same. The maximum is the global one to
 * 1e−6, and a local one to the last digits.
 *
 * Branch and bound, the most promising cell first, with weights scaled to a span s of ½ to 1. Of a wide
 * cell's parts a bound is found in one pass over the rows: for classes j and k, Δ apart in weight, whose
 * logits meet at m, p_j·p_k ≤ 0.325·e^{−Δ·|b − m|/2}, and such tails add up along a grid by one
 * multiplication a part. In a narrow cell |L‴| ≤ s·L″ and −L⁗ ≤ ¾·s²·L″ bound what may be between two
 * looks. */
void scope_steepest_find (const ScopeBatch *batch, ScopeSteepest *steepest);
