/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "landmark.h"

#include <float.h>
#include <math.h>

#include "wide.h"

static void
insert_sorted (double *values, size_t n, double value)
{
  while (n > 0 && values[n - 1] > value)
    {
      values[n] = values[n - 1];
      n--;
    }
  values[n] = value;
}

size_t
scope_landmark_bends (const ScopeParameters *parameters, double bends[3])
{
  size_t n = 0;

  for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
    for (unsigned k = j + 1; k < SCOPE_N_CLASSES; k++)
      {
        if (parameters->w[j] == parameters->w[k])
          continue;

        /* a_j + w_j·b = a_k + w_k·b */
        ScopeWide rise = (ScopeWide) parameters->a[j] - parameters->a[k];
        double bend = (double) (rise / ((ScopeWide) parameters->w[k] - parameters->w[j]));

        if (isfinite (bend))
          insert_sorted (bends, n++, bend);
      }
  return n;
}

/* ln (e^x + e^y) */
static ScopeWide
log_sum_exp (ScopeWide x, ScopeWide y)
{
  return scope_wide_fmax (x, y) + scope_wide_log1p (scope_wide_exp (-scope_wide_fabs (x - y)));
}

bool
scope_landmark_half_point (const ScopeParameters *parameters, double *half_point)
{
  for (unsigned c = 0; c < SCOPE_N_CLASSES; c++)
    {
      unsigned i = (c + 1) % 3, j = (c + 2) % 3;

      if (parameters->w[c] == 1 && parameters->w[i] == 0 && parameters->w[j] == 0)
        {
          const double *a = parameters->a;

          *half_point = (double) (log_sum_exp (a[i], a[j]) - a[c]);
          return isfinite (*half_point);
        }
    }
  return false;
}

/* The limit of L where the classes with weight `leading` win: −ln of the observed one's share
 * among them. */
static double
limit (const ScopeParameters *parameters, double leading)
{
  ScopeParameters tied = { .observed = parameters->observed };
  ScopeOutcome outcome;

  if (parameters->w[parameters->observed] != leading)
    return INFINITY;

  /* A class that loses is moved out of sight: its exponential is zero to the last bit. */
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      tied.a[k] = parameters->w[k] == leading ? parameters->a[k] : 0.0;
      tied.w[k] = parameters->w[k] == leading ? 0.0 : -1.0;
    }
  tied.b = DBL_MAX;
  scope_outcome_evaluate (&tied, &outcome);
  return outcome.loss;
}

ScopeStatus
scope_landmark_loss_limits (const ScopeParameters *parameters, ScopeLimits *limits)
{
  const double *w = parameters->w;
  ScopeOutcome outcome;
  ScopeStatus status = scope_outcome_evaluate (parameters, &outcome);

  if (status != SCOPE_STATUS_OK)
    return status;

  limits->at_plus_infinity = limit (parameters, scope_parameters_largest (w));
  limits->at_minus_infinity = limit (parameters, scope_parameters_least (w));
  return SCOPE_STATUS_OK;
}

void
scope_landmark_gradient_bounds (const double w[SCOPE_N_CLASSES], double *lo, double *hi)
{
  double span = scope_parameters_span (w);

  *hi = fmin (span, DBL_MAX);
  *lo = -*hi;
}
