/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Curves of a total or a mean over the bias. */

/* Where the samples go: caller-owned arrays of one number per bias; any of them may be NULL. */
typedef struct
{
  double *loss;
  double *dl_db;
  double *curvature;
} ScopeBatchSamples;

/* How many bytes of scratch n samples need, whatever the number of rows. */
size_t scope_batch_scratch_size (size_t n);

/* Loss, gradient and curvature at the n ≥ 1 biases b, finite and in rising order. scratch is the
 * caller's, of scope_batch_scratch_size (n) bytes and aligned as malloc() does; what it holds before
 * and after means nothing.
 *
 * Accuracy: loss and curvature to a relative 1e−12, the gradient to 1e−12 of Σ p_k·|w_k − w_o|, for
 * pixels; numbers that are read are scope_batch_evaluate()'s. What is below 1e−100 (a loss), s or s²
 * times that, may be taken as 0, and so may differences of weights below 1e−300·s. Never NaN; loss and
 * curvature never negative.
 * Cost: a row's exponentials are taken once, not once a sample, since e^{a + w·b} = e^a·e^{w·b}; the
 * logarithms of many rows are one logarithm of a product. As functions of b the sums are analytic
 * within |Im b| < π/s for weights that span s, so that where samples are dense 20 places in an
 * interval of 2/s give all of them (Chebyshev interpolation); and with b₃ on one class, where every
 * row is one sigmoid, 20 sigmoids stand for however many rows bend within an interval of 2/s. Then
 * the cost of a sample does not depend on the rows. Where a row's observed class is far out of sight its
 * loss is that of the class that leads, and a straight line. Steep weights leave few samples within
 * reach of each other: there a row takes a few operations of double a sample (quick.h), and exact
 * differences only where large terms cancel.
 * Source: L. N. Trefethen, Approximation Theory and Approximation Practice, 2013, chapter 8.
 * Returns SCOPE_STATUS_BAD_RANGE where n is 0 or the biases fall, SCOPE_STATUS_NO_ROWS, or the
 * statuses of scope_outcome_evaluate(); then nothing is written. */
ScopeStatus scope_batch_sample (const ScopeBatch *batch, const double *b, size_t n, void *scratch,
                                const ScopeBatchSamples *samples);
