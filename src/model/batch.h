/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

#include "outcome.h"
#include "wide.h"

/* Loss, gradient and curvature of many observations: the sum over the rows, or that sum divided by
 * how many there are. Each row has its own a and observed class; wiring and bias are shared. */

typedef struct
{
  double a[SCOPE_N_CLASSES];
  unsigned observed;
} ScopeBatchRow;

/* Rows are borrowed. */
typedef struct
{
  const ScopeBatchRow *rows;
  size_t n;
  double w[SCOPE_N_CLASSES];
  bool mean; /* else the total */
} ScopeBatch;

typedef struct
{
  double loss;
  double dl_db;     /* ∂L/∂b₃ */
  double curvature; /* ∂²L/∂b₃² */
} ScopeBatchOutcome;

/* --- A sum that rows stream through */

/* A sum and what its roundings lost. */
typedef struct
{
  ScopeWide sum, lost;
} ScopeCompensated;

/* Of constant size, however many rows are added. */
typedef struct
{
  size_t n;
  ScopeCompensated loss, dl_db, curvature;
  ScopeWide doubt; /* Σ p_k·|w_k − w_m|: the unrounded gradient is within a few 2⁻⁶⁴ of it */

  /* Π Σ_k e^{z_k − z_m} − 1 over the last rows, whose logarithm is not yet part of the loss. */
  ScopeWide product_less_one;
  unsigned n_product;
} ScopeBatchSum;

void scope_batch_sum_init (ScopeBatchSum *sum);

/* Adds one row, with the wiring and the bias that parameters bring: any finite numbers. Returns the
 * statuses of scope_outcome_evaluate(); a refused row leaves the sum as it was. */
ScopeStatus scope_batch_sum_add (ScopeBatchSum *sum, const ScopeParameters *parameters);

/* The total or the mean of what was added, and 0 where nothing was.
 * Accuracy, over any number of rows up to 10⁶: loss and curvature within one unit in the last place
 * of the exact total, the gradient within 2·2⁻⁵³ of Σ p_k·|w_k − w_o| over the rows. Nothing is
 * NaN; infinite is only what exceeds 1.8e308 after the division. The sum may be added to further.
 * Source: A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen,
 * 1974, in ScopeWide, over the unrounded terms of scope_outcome_evaluate(); the logarithms of a few rows are
 * taken as one, of their product, which is kept without its 1. The gradient is added up as
 * w_m − w_o, with m the class of the row's largest logit, and Σ p_k·(w_k − w_m): where saturated
 * rows cancel, what remains is small terms with all of their digits. */
void scope_batch_sum_finish (const ScopeBatchSum *sum, bool mean, ScopeBatchOutcome *outcome);

/* --- Rows in memory */

/* The total or mean at bias b, to the accuracy of scope_batch_sum_finish(). Returns
 * SCOPE_STATUS_NO_ROWS or the statuses of scope_outcome_evaluate(); outcome is left alone on an error. */
ScopeStatus scope_batch_evaluate (const ScopeBatch *batch, double b, ScopeBatchOutcome *outcome);

/* The same before rounding, for who goes on computing. */
ScopeStatus scope_batch_sum (const ScopeBatch *batch, double b, ScopeBatchSum *sum);

/* L(from) − L(to), each row's difference taken before anything is rounded to double: what a step
 * delivers, also where the two losses agree in most digits. Statuses as scope_batch_evaluate(). */
ScopeStatus scope_batch_drop (const ScopeBatch *batch, double from, double to, double *drop);

/* SCOPE_STATUS_OK where every number is finite, every class is one, and there is a row. */
ScopeStatus scope_batch_check (const ScopeBatch *batch);

/* The one observation that parameters have, as a row; and one of many in the place of theirs. */
ScopeBatchRow scope_batch_row_of (const ScopeParameters *parameters);
void scope_batch_row_take (const ScopeBatchRow *row, ScopeParameters *parameters);

/* The row with its observed class first: with b₃ on class 1 alone it is what the row is with b₃ on
 * whichever class was observed. Source: classes may be renamed. */
ScopeBatchRow scope_batch_row_observed_first (const ScopeBatchRow *row);
