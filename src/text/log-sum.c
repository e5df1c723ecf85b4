/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "log-sum.h"

#include <float.h>
#include <math.h>

/* Of a logarithm of that size; larger ones know less. */
#define ROUNDING 1e-11

void
scope_log_sum_init (ScopeLogSum *sum)
{
  *sum = (ScopeLogSum) { .log10_unit = -INFINITY };
}

void
scope_log_sum_add (ScopeLogSum *sum, ScopeWide factor, double log10_abs)
{
  double log10_term = (double) scope_wide_log10 (scope_wide_fabs (factor)) + log10_abs;
  ScopeWide units;

  if (!isfinite (log10_term))
    return;
  if (log10_term > sum->log10_unit)
    {
      ScopeWide scale = isfinite (sum->log10_unit) ? scope_wide_pow (10, sum->log10_unit - log10_term) : 0;

      sum->units *= scale;
      sum->magnitude *= scale;
      sum->log10_unit = log10_term;
    }
  units = scope_wide_pow (10, log10_term - sum->log10_unit);
  sum->units += factor < 0 ? -units : units;
  sum->magnitude += units;
}

void
scope_log_sum_add_gradient (ScopeLogSum *sum, const ScopeOutcome *outcome)
{
  unsigned o = outcome->observed;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (outcome->dz_db[k] != outcome->dz_db[o])
      scope_log_sum_add (sum, (ScopeWide) outcome->dz_db[k] - outcome->dz_db[o],
                         scope_outcome_log10_p (outcome, k));
}

int
scope_log_sum_finish (const ScopeLogSum *sum, double *log10_abs)
{
  double log10_sum = sum->log10_unit + (double) scope_wide_log10 (scope_wide_fabs (sum->units));

  *log10_abs = -INFINITY;
  if (!(scope_wide_fabs (sum->units) > ROUNDING * sum->magnitude) || log10_sum >= DBL_MIN_10_EXP)
    return 0;
  *log10_abs = log10_sum;
  return sum->units < 0 ? -1 : 1;
}
