/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>

#include "batch-pair.h"
#include "wide.h"

/* Rows that b₃ reaches through one class, replaced by far fewer.
 *
 * With b₃ on class c alone and y = δ·b − h, where δ is the difference of the weights and h the half
 * point, each row's loss is ln (1 + e^y) and a constant, or ln (1 + e^{−y}) where class c is
 * observed. As a function of h it is analytic within |Im h| < π: over an interval of 2 it is a
 * polynomial through 20 Chebyshev nodes to 1e−13. So the sum over the rows of the interval is a sum
 * over its nodes, with weights that follow from the moments Σ T_m (h). */

#define SCOPE_BINS_NODES 20
/* Half points reach this far beyond the points; rows farther out are taken one by one. */
#define SCOPE_BINS_MARGIN 100
#define SCOPE_N_BINS (SCOPE_POINTS_REACH + SCOPE_BINS_MARGIN)

typedef struct
{
  unsigned n_fresh; /* rows in fresh that are not yet in moments */
  bool has_rows;
  double fresh[2][SCOPE_BINS_NODES]; /* [0]: another class observed; [1]: class c */
  ScopeWide moments[2][SCOPE_BINS_NODES];
} ScopeBin;

typedef struct
{
  unsigned c;  /* the class that b₃ reaches */
  double step; /* δ */
  ScopePair constant;
  ScopeBin bins[SCOPE_N_BINS];
} ScopeBins;

#define SCOPE_BINS_SIZE (sizeof (ScopeBins))

/* Makes memory of SCOPE_BINS_SIZE bytes empty bins; NULL where more than one class is apart. */
ScopeBins *scope_batch_bins_init (void *memory, const double w[SCOPE_N_CLASSES]);

/* Adds a row, with b_ref for its bias; FALSE where its half point is out of reach. */
bool scope_batch_bins_add (ScopeBins *bins, const ScopeParameters *parameters);

/* Adds the sums over all rows, times share, to the points, which lie around b_ref. */
void scope_batch_bins_sum (ScopeBins *bins, ScopeBatchPoint *points, size_t n, double b_ref, double share);
