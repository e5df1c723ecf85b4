/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Curves of a total or a mean over an interval of biases, kept so that a sample costs the same
 * however many rows there are. */

/* Chebyshev nodes of a cell, and how many cells there may be: as many as pass over the rows together. */
#define SCOPE_BATCH_FIT_NODES 20
#define SCOPE_BATCH_FIT_MOST_CELLS 150

typedef struct
{
  double lo, hi;
  double width; /* of a cell */
  size_t n_cells;
  double *coefficients; /* Borrowed; of each cell those of the loss, then those of the gradient */
} ScopeBatchFit;

/* How many cells an interval needs with these weights; 0 where there would be too many, or where
 * doubles cannot place their nodes. All numbers are finite and lo < hi. */
size_t scope_batch_fit_cells (const double w[SCOPE_N_CLASSES], double lo, double hi);

/* How many numbers n cells are made of. */
#define SCOPE_BATCH_FIT_NUMBERS(n) (2 * SCOPE_BATCH_FIT_NODES * (n))

/* Sums over the rows at the nodes of n_cells cells, 0 < n_cells = scope_batch_fit_cells().
 * coefficients is the caller's, of so many numbers, and kept by the fit; scratch is of
 * scope_batch_scratch_size (n_cells · SCOPE_BATCH_FIT_NODES) bytes, and means nothing after it.
 * Cost: as scope_batch_sample() at so many nodes.
 * Source: as scope_batch_sample(); a cell is 2/s wide, where s is what the weights span.
 * Returns the statuses of scope_batch_evaluate(), and SCOPE_STATUS_NOT_FINITE, too, where a loss
 * overflows. */
ScopeStatus scope_batch_fit_init (ScopeBatchFit *fit, const ScopeBatch *batch, double lo, double hi,
                                  double *coefficients, void *scratch);

/* Loss and gradient at a bias in the interval, to the accuracy of scope_batch_sample(). */
void scope_batch_fit_get (const ScopeBatchFit *fit, double b, double *loss, double *dl_db);
