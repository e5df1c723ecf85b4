/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-fit.h"

#include <math.h>

#include "batch-bins.h"
#include "batch-points.h"
#include "chebyshev.h"

#define NODES SCOPE_BATCH_FIT_NODES
#if SCOPE_BATCH_FIT_MOST_CELLS > SCOPE_POINTS_REACH
#error "Cells of 2/s must be within reach of each other"
#endif
/* Beyond this exponent the rounding of a node's bias would show in 1e−12 of a sum. */
#define FARTHEST 2048

size_t
scope_batch_fit_cells (const double w[SCOPE_N_CLASSES], double lo, double hi)
{
  double span = scope_parameters_span (w), n = ceil ((hi - lo) * span / 2);

  if (span == 0)
    return 1;
  /* Infinities fail both. */
  if (!(n <= SCOPE_BATCH_FIT_MOST_CELLS && fmax (fabs (lo), fabs (hi)) * span <= FARTHEST))
    return 0;
  return n >= 1 ? (size_t) n : 1;
}

/* All weights are the same: so is every sample. */
static ScopeStatus
init_flat (ScopeBatchFit *fit, const ScopeBatch *batch)
{
  ScopeBatchOutcome outcome;
  ScopeStatus status = scope_batch_evaluate (batch, 0, &outcome);

  if (status != SCOPE_STATUS_OK)
    return status;
  for (unsigned m = 0; m < 2 * NODES; m++)
    fit->coefficients[m] = 0;
  fit->coefficients[0] = outcome.loss;
  return isfinite (outcome.loss) ? SCOPE_STATUS_OK : SCOPE_STATUS_NOT_FINITE;
}

/* FALSE where a sum, or what it is multiplied with, overflows. */
static bool
fit_cell (const ScopeBatchPoint *points, double *coefficients)
{
  double values[2][NODES];

  for (unsigned i = 0; i < NODES; i++)
    {
      values[0][i] = points[i].loss.sum + points[i].loss.lost;
      values[1][i] = points[i].dl_db.sum + points[i].dl_db.lost;
    }
  scope_chebyshev_fit (values[0], NODES, coefficients);
  scope_chebyshev_fit (values[1], NODES, coefficients + NODES);
  for (unsigned m = 0; m < 2 * NODES; m++)
    if (!isfinite (coefficients[m]))
      return false;
  return true;
}

ScopeStatus
scope_batch_fit_init (ScopeBatchFit *fit, const ScopeBatch *batch, double lo, double hi, double *coefficients,
                      void *scratch)
{
  ScopeBatchPoint *points = (ScopeBatchPoint *) ((ScopeBins *) scratch + 1);
  ScopeStatus status = scope_batch_check (batch);
  size_t n = scope_batch_fit_cells (batch->w, lo, hi);

  *fit = (ScopeBatchFit) { lo, hi, (hi - lo) / (double) n, n, coefficients };
  if (status != SCOPE_STATUS_OK)
    return status;
  if (scope_parameters_span (batch->w) == 0)
    return init_flat (fit, batch);

  for (size_t cell = 0; cell < n; cell++)
    for (unsigned i = 0; i < NODES; i++)
      points[cell * NODES + i].b
        = lo + fit->width * ((double) cell + (1 + scope_chebyshev_node (i, NODES)) / 2);
  scope_batch_points_sum (batch, points, n * NODES, scratch);
  for (size_t cell = 0; cell < n; cell++)
    if (!fit_cell (&points[cell * NODES], &coefficients[SCOPE_BATCH_FIT_NUMBERS (cell)]))
      return SCOPE_STATUS_NOT_FINITE;
  return SCOPE_STATUS_OK;
}

void
scope_batch_fit_get (const ScopeBatchFit *fit, double b, double *loss, double *dl_db)
{
  double place = fmax ((b - fit->lo) / fit->width, 0);
  size_t cell = place < (double) (fit->n_cells - 1) ? (size_t) place : fit->n_cells - 1;
  const double *coefficients = &fit->coefficients[SCOPE_BATCH_FIT_NUMBERS (cell)];
  double t = fmin (2 * (place - (double) cell) - 1, 1);

  /* What rounding may have made of a 0 that is not the gradient's. */
  *loss = fmax (scope_chebyshev_sum (coefficients, NODES, t), 0);
  *dl_db = scope_chebyshev_sum (coefficients + NODES, NODES, t);
}
