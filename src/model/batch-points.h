/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch-pair.h"
#include "batch.h"

/* Sums over rows at a handful of biases, with a relative error below 1e−12: the workhorse behind
 * scope_batch_sample(). */

/* The points must be within 2·SCOPE_POINTS_REACH of each other in units of 1/s, with s the span of
 * the weights, or be one. b is set in each; the sums are found. bins is scratch for
 * SCOPE_BINS_SIZE bytes; NULL where they would not pay, and where rows are to be taken exactly: with
 * scratch they are taken as quick.h does. The batch has been checked, and its weights are not all the
 * same. */
void scope_batch_points_sum (const ScopeBatch *batch, ScopeBatchPoint *points, size_t n, void *bins);

/* max_k w_k − min_k w_k */
ScopeWide scope_batch_span (const ScopeBatch *batch);
