/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

#include <math.h>

#include "wide.h"

/* The i-th of n equal steps from lo to hi; ScopeWide holds hi − lo for any two doubles. */
static double
bias_at (double lo, double hi, size_t i, size_t n)
{
  if (i + 1 == n)
    return hi;
  return (double) (lo + ((ScopeWide) hi - lo) * (ScopeWide) i / (ScopeWide) (n - 1));
}

static void
store (double *array, size_t i, double value)
{
  if (array != NULL)
    array[i] = value;
}

static void
store_outcome (const ScopeSamples *samples, size_t i, double b, const ScopeOutcome *outcome)
{
  store (samples->b, i, b);
  store (samples->loss, i, outcome->loss);
  store (samples->dl_dp, i, outcome->dl_dp);
  store (samples->dl_db, i, outcome->dl_db);
  store (samples->curvature, i, outcome->curvature);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      store (samples->z[k], i, outcome->z[k]);
      store (samples->p[k], i, outcome->p[k]);
      store (samples->q[k], i, outcome->q[k]);
      store (samples->dp_dz[k], i, outcome->dp_dz[k]);
      store (samples->dl_dz[k], i, outcome->dl_dz[k]);
      store (samples->path[k], i, outcome->path[k]);
    }
}

ScopeStatus
scope_sample (const ScopeParameters *parameters, double lo, double hi, size_t n, const ScopeSamples *samples)
{
  ScopeParameters at = *parameters;
  ScopeOutcome outcome;

  if (!isfinite (lo) || !isfinite (hi))
    return SCOPE_STATUS_NOT_FINITE;
  if (lo >= hi || n < 2)
    return SCOPE_STATUS_BAD_RANGE;

  for (size_t i = 0; i < n; i++)
    {
      at.b = bias_at (lo, hi, i, n);

      ScopeStatus status = scope_outcome_evaluate (&at, &outcome);

      if (status != SCOPE_STATUS_OK)
        return status;
      store_outcome (samples, i, at.b, &outcome);
    }
  return SCOPE_STATUS_OK;
}
