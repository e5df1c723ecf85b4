/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch.h"

#include <math.h>
#include <string.h>

#include "softmax.h"

/* Logarithms that are taken as one: their product's roundings stay far below the last bit of a double,
 * and so few factors of at most 3 are far below the largest. */
#define MOST_FACTORS 32

/* Neumaier: what the rounding of the sum loses is added up beside it. */
static inline void
add (ScopeCompensated *total, ScopeWide term)
{
  ScopeWide sum = total->sum + term;

  /* A row's loss beyond 2^1100 is infinite, and nothing is lost beside infinity. */
  if (isinf (sum))
    total->lost = 0.0;
  else if (scope_wide_fabs (total->sum) >= scope_wide_fabs (term))
    total->lost += (total->sum - sum) + term;
  else
    total->lost += (term - sum) + total->sum;
  total->sum = sum;
}

static inline ScopeWide
value (ScopeCompensated total)
{
  return total.sum + total.lost;
}

void
scope_batch_sum_init (ScopeBatchSum *sum)
{
  *sum = (ScopeBatchSum) { 0 };
}

/* L = ln Σ e^{d_k} − d_o. With less_one = Π (1 + s) − 1 nothing is subtracted from 1, and small losses
 * keep all their digits. */
static inline void
add_loss (ScopeBatchSum *sum, const ScopeSoftmax *softmax, unsigned o, ScopeWide others)
{
  sum->product_less_one += others + sum->product_less_one * others;
  if (++sum->n_product == MOST_FACTORS)
    {
      add (&sum->loss, scope_wide_log1p (sum->product_less_one));
      sum->product_less_one = 0.0;
      sum->n_product = 0;
    }
  if (o != softmax->m)
    add (&sum->loss, -softmax->d[o].hi - softmax->d[o].lo);
}

/* w_m − w_o as two exact terms, then what the other classes' probabilities take from it. */
static inline void
add_gradient (ScopeBatchSum *sum, const ScopeParameters *parameters, unsigned m, ScopeWide one,
              ScopeWide other)
{
  unsigned o = parameters->observed;

  if (m != o)
    {
      add (&sum->dl_db, parameters->w[m]);
      add (&sum->dl_db, -(ScopeWide) parameters->w[o]);
    }
  add (&sum->dl_db, one + other);
  sum->doubt += scope_wide_fabs (one) + scope_wide_fabs (other);
}

ScopeStatus
scope_batch_sum_add (ScopeBatchSum *sum, const ScopeParameters *parameters)
{
  ScopeStatus status = scope_parameters_check (parameters);
  ScopeSoftmax softmax;

  if (status != SCOPE_STATUS_OK)
    return status;

  scope_softmax_find_exponentials (parameters, &softmax);

  const double *w = parameters->w;
  unsigned m = softmax.m, i = (m + 1) % 3, j = (m + 2) % 3;
  ScopeWide others = softmax.e[i] + softmax.e[j], p_m = 1.0 / (1.0 + others);
  ScopeWide p_i = softmax.e[i] * p_m, p_j = softmax.e[j] * p_m;
  ScopeWide step_i = (ScopeWide) w[i] - w[m], step_j = (ScopeWide) w[j] - w[m];
  ScopeWide between = (ScopeWide) w[i] - w[j];
  ScopeWide one = p_i * step_i, other = p_j * step_j;

  add_loss (sum, &softmax, parameters->observed, others);
  add_gradient (sum, parameters, m, one, other);
  /* Σ_{j<k} p_j·p_k·(w_j − w_k)² */
  add (&sum->curvature, p_m * (one * step_i + other * step_j) + p_i * p_j * (between * between));
  sum->n++;
  return SCOPE_STATUS_OK;
}

void
scope_batch_sum_finish (const ScopeBatchSum *sum, bool mean, ScopeBatchOutcome *outcome)
{
  ScopeWide divisor = mean && sum->n > 0 ? (ScopeWide) sum->n : 1.0;
  ScopeCompensated loss = sum->loss;

  add (&loss, scope_wide_log1p (sum->product_less_one));
  outcome->loss = (double) (value (loss) / divisor);
  /* Adding 0 keeps −0 away. */
  outcome->dl_db = (double) (value (sum->dl_db) / divisor) + 0.0;
  outcome->curvature = (double) (value (sum->curvature) / divisor);
}

static ScopeParameters
parameters_at (const ScopeBatch *batch, double b)
{
  ScopeParameters parameters = { .b = b };

  memcpy (parameters.w, batch->w, sizeof parameters.w);
  return parameters;
}

ScopeBatchRow
scope_batch_row_of (const ScopeParameters *parameters)
{
  ScopeBatchRow row = { .observed = parameters->observed };

  memcpy (row.a, parameters->a, sizeof row.a);
  return row;
}

void
scope_batch_row_take (const ScopeBatchRow *row, ScopeParameters *parameters)
{
  memcpy (parameters->a, row->a, sizeof parameters->a);
  parameters->observed = row->observed;
}

ScopeStatus
scope_batch_check (const ScopeBatch *batch)
{
  ScopeParameters parameters = parameters_at (batch, 0);

  if (batch->n == 0)
    return SCOPE_STATUS_NO_ROWS;
  for (size_t i = 0; i < batch->n; i++)
    {
      scope_batch_row_take (&batch->rows[i], &parameters);

      ScopeStatus status = scope_parameters_check (&parameters);

      if (status != SCOPE_STATUS_OK)
        return status;
    }
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_batch_sum (const ScopeBatch *batch, double b, ScopeBatchSum *sum)
{
  ScopeParameters parameters = parameters_at (batch, b);

  scope_batch_sum_init (sum);
  if (batch->n == 0)
    return SCOPE_STATUS_NO_ROWS;
  for (size_t i = 0; i < batch->n; i++)
    {
      scope_batch_row_take (&batch->rows[i], &parameters);

      ScopeStatus status = scope_batch_sum_add (sum, &parameters);

      if (status != SCOPE_STATUS_OK)
        return status;
    }
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_batch_evaluate (const ScopeBatch *batch, double b, ScopeBatchOutcome *outcome)
{
  ScopeBatchSum sum;
  ScopeStatus status = scope_batch_sum (batch, b, &sum);

  if (status == SCOPE_STATUS_OK)
    scope_batch_sum_finish (&sum, batch->mean, outcome);
  return status;
}

/* The loss of one row, not rounded, and finite: beyond 2^1100 the difference of two losses is beyond
 * double's range whatever it is. The parameters have been checked. */
static ScopeWide
row_loss (ScopeParameters *parameters, double b)
{
  ScopeSoftmax softmax;

  parameters->b = b;
  scope_softmax_find (parameters, &softmax);
  return scope_wide_fmin (scope_softmax_loss (&softmax, parameters->observed), SCOPE_WIDE_C (0x1p1100));
}

ScopeStatus
scope_batch_drop (const ScopeBatch *batch, double from, double to, double *drop)
{
  ScopeParameters parameters = parameters_at (batch, 0);
  ScopeStatus status = scope_batch_check (batch);
  ScopeCompensated total = { 0 };

  if (status != SCOPE_STATUS_OK)
    return status;
  if (!isfinite (from) || !isfinite (to))
    return SCOPE_STATUS_NOT_FINITE;

  for (size_t i = 0; i < batch->n; i++)
    {
      scope_batch_row_take (&batch->rows[i], &parameters);
      add (&total, row_loss (&parameters, from) - row_loss (&parameters, to));
    }
  *drop = (double) (value (total) / (batch->mean ? (ScopeWide) batch->n : 1.0));
  return SCOPE_STATUS_OK;
}

ScopeBatchRow
scope_batch_row_observed_first (const ScopeBatchRow *row)
{
  unsigned o = row->observed;

  return (ScopeBatchRow) { .a = { row->a[o], row->a[(o + 1) % 3], row->a[(o + 2) % 3] } };
}
