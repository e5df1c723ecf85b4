/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "wide.h"

/* Beyond e^{±BROKEN_AT} doubles end, subnormals included. */
#define BROKEN_AT 800.0
/* Logits further apart than this would not all overflow, or underflow, together. */
#define FARTHEST_APART 40.0

/* --- Finite differences */

ScopeStatus
scope_hood_secant (const ScopeParameters *parameters, double h, double *slope)
{
  ScopeParameters there = *parameters;
  ScopeOutcome at, after;
  ScopeStatus status = scope_outcome_evaluate (parameters, &at);
  double secant;

  if (status != SCOPE_STATUS_OK)
    return status;
  if (!isfinite (h) || h <= 0)
    return SCOPE_STATUS_BAD_RANGE;

  there.b = parameters->b + h;
  if (scope_outcome_evaluate (&there, &after) != SCOPE_STATUS_OK)
    return SCOPE_STATUS_NOT_FINITE;
  /* (L(b₃ + h) − L(b₃))/h */
  secant = (after.loss - at.loss) / h;
  if (isnan (secant))
    return SCOPE_STATUS_NOT_FINITE;
  *slope = secant + 0.0;
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_hood_secant_errors (const ScopeParameters *parameters, double h_first, double h_last, size_t n,
                          double *h, double *error)
{
  ScopeOutcome outcome;
  ScopeStatus status = scope_outcome_evaluate (parameters, &outcome);

  if (status != SCOPE_STATUS_OK)
    return status;
  if (!isfinite (h_first) || !isfinite (h_last) || h_first <= 0 || h_last <= 0 || n < 2)
    return SCOPE_STATUS_BAD_RANGE;

  for (size_t i = 0; i < n; i++)
    {
      double part = (double) i / (double) (n - 1), slope;

      h[i] = exp (log (h_first) * (1 - part) + log (h_last) * part);
      if (i == 0 || i == n - 1)
        h[i] = i == 0 ? h_first : h_last;
      error[i] = scope_hood_secant (parameters, h[i], &slope) == SCOPE_STATUS_OK
                   ? fabs (slope - outcome.dl_db)
                   : INFINITY;
      if (isnan (error[i]))
        error[i] = INFINITY;
    }
  return SCOPE_STATUS_OK;
}

/* --- Naive arithmetic */

bool
scope_hood_naive_is_undefined (ScopeNaiveStatus status)
{
  return status == SCOPE_NAIVE_ZERO_TIMES_INFINITY || status == SCOPE_NAIVE_INFINITY_OVER_INFINITY
         || status == SCOPE_NAIVE_ZERO_OVER_ZERO || status == SCOPE_NAIVE_UNDEFINED;
}

static ScopeNaive
undefined (ScopeNaiveStatus status)
{
  return (ScopeNaive) { 0, status };
}

/* exact may lie beyond double where ScopeWide still holds it. */
static ScopeNaive
judge (double value, ScopeWide exact)
{
  ScopeNaive naive = { value + 0.0, SCOPE_NAIVE_FINE };

  if (isnan (value))
    return undefined (SCOPE_NAIVE_UNDEFINED);
  if (isinf (value))
    naive.status = isinf ((double) exact) ? SCOPE_NAIVE_FINE : SCOPE_NAIVE_OVERFLOWS;
  else if (value == 0 && exact != 0)
    naive.status = scope_wide_fabs (exact) < DBL_MIN ? SCOPE_NAIVE_UNDERFLOWS : SCOPE_NAIVE_ROUNDS_TO_ZERO;
  else if (scope_wide_fabs (value - exact) > SCOPE_NAIVE_VISIBLE * scope_wide_fabs (exact))
    naive.status = SCOPE_NAIVE_INEXACT;
  return naive;
}

/* An exponential or a sum of them is never 0 nor infinite, so that either is double's fault. */
static ScopeNaive
judge_positive (double value, ScopeWide exact)
{
  if (isinf (value))
    return (ScopeNaive) { value, SCOPE_NAIVE_OVERFLOWS };
  if (value == 0)
    return (ScopeNaive) { value, SCOPE_NAIVE_UNDERFLOWS };
  return judge (value, exact);
}

/* z_k = a_k + w_k·b₃ + c, each step rounded. */
static double
naive_logit (const ScopeParameters *in, unsigned k)
{
  return in->a[k] + in->w[k] * in->b + in->shift;
}

/* e^{z_k} and their sum. */
static void
find_exponentials (const ScopeParameters *in, ScopeNaiveOutcome *naive)
{
  double total = 0;
  ScopeWide exact_total = 0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double value = exp (naive_logit (in, k));
      ScopeWide exact = scope_wide_exp (in->a[k] + (ScopeWide) in->w[k] * in->b + in->shift);

      naive->exponential[k] = judge_positive (value, exact);
      total += value;
      exact_total += exact;
    }
  naive->sum = judge_positive (total, exact_total);
}

static ScopeNaive
quotient (double above, double below, double exact)
{
  if (isinf (above) && isinf (below))
    return undefined (SCOPE_NAIVE_INFINITY_OVER_INFINITY);
  if (above == 0 && below == 0)
    return undefined (SCOPE_NAIVE_ZERO_OVER_ZERO);
  /* A p that is below what doubles reach is 0 in the outcome, too, but never truly. */
  if (above / below == 0)
    return (ScopeNaive) { 0, exact < DBL_MIN ? SCOPE_NAIVE_UNDERFLOWS : SCOPE_NAIVE_ROUNDS_TO_ZERO };
  return judge (above / below, exact);
}

/* Σ (−1/p_o)·(p_o·([k = o] − p_k))·w_k over the paths, each product from the left. */
static ScopeNaive
product (const ScopeParameters *in, const ScopeNaive p[SCOPE_N_CLASSES], double exact)
{
  double p_o = p[in->observed].value, total = 0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double first = -1 / p_o, second = p_o * ((k == in->observed ? 1 : 0) - p[k].value);

      if (in->w[k] == 0)
        continue;
      if (scope_hood_naive_is_undefined (p[in->observed].status)
          || scope_hood_naive_is_undefined (p[k].status))
        return undefined (SCOPE_NAIVE_UNDEFINED);
      if (isinf (first) && second == 0)
        return undefined (SCOPE_NAIVE_ZERO_TIMES_INFINITY);
      total += first * second * in->w[k];
    }
  return judge (total, exact);
}

ScopeStatus
scope_hood_naive (const ScopeParameters *parameters, ScopeNaiveOutcome *naive)
{
  ScopeOutcome exact;
  ScopeStatus status = scope_outcome_evaluate (parameters, &exact);
  unsigned o = parameters->observed;

  if (status != SCOPE_STATUS_OK)
    return status;

  find_exponentials (parameters, naive);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    naive->p[k] = quotient (naive->exponential[k].value, naive->sum.value, exact.p[k]);
  naive->loss = scope_hood_naive_is_undefined (naive->p[o].status)
                  ? undefined (SCOPE_NAIVE_UNDEFINED)
                  : judge (-log (naive->p[o].value), exact.loss);
  naive->gradient = product (parameters, naive->p, exact.dl_db);
  return SCOPE_STATUS_OK;
}

/* --- Where it breaks */

bool
scope_hood_find_break (const ScopeParameters *parameters, ScopeBreak *how)
{
  ScopeNaiveOutcome naive;

  if (scope_hood_naive (parameters, &naive) != SCOPE_STATUS_OK)
    return false;
  if (naive.p[parameters->observed].status == SCOPE_NAIVE_INFINITY_OVER_INFINITY)
    *how = SCOPE_BREAK_OVERFLOW;
  else if (naive.p[parameters->observed].status == SCOPE_NAIVE_ZERO_OVER_ZERO)
    *how = SCOPE_BREAK_UNDERFLOW;
  else if (naive.gradient.status == SCOPE_NAIVE_ZERO_TIMES_INFINITY)
    *how = SCOPE_BREAK_ZERO_TIMES_INFINITY;
  else
    return false;
  return true;
}

/* The present logits where they lie together, ordinary ones where they do not. */
static void
find_gathered (const ScopeParameters *parameters, double z[SCOPE_N_CLASSES])
{
  double lo, hi;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    z[k] = naive_logit (parameters, k);
  lo = scope_parameters_least (z);
  hi = scope_parameters_largest (z);
  if (hi - lo <= FARTHEST_APART)
    return;
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    z[k] = k == parameters->observed ? -1 : 0;
}

bool
scope_hood_breaking_logits (const ScopeParameters *parameters, ScopeBreak how, double a[SCOPE_N_CLASSES])
{
  ScopeParameters broken = *parameters;
  double z[SCOPE_N_CLASSES], least, most, shift;
  ScopeBreak found;

  find_gathered (parameters, z);
  least = scope_parameters_least (z);
  most = scope_parameters_largest (z);
  /* A whole number, so that the digits of the logits stay to be recognised. */
  shift = how == SCOPE_BREAK_OVERFLOW    ? ceil (BROKEN_AT - least)
          : how == SCOPE_BREAK_UNDERFLOW ? floor (-BROKEN_AT - most)
                                         : floor (-most);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      bool alone = how == SCOPE_BREAK_ZERO_TIMES_INFINITY && k == parameters->observed;

      /* The observed class alone is left behind: p_o is 0, the other two are ordinary. */
      broken.a[k]
        = (alone ? -BROKEN_AT : z[k] + shift) - parameters->shift - parameters->w[k] * parameters->b;
    }
  if (!scope_hood_find_break (&broken, &found) || found != how)
    return false;
  memcpy (a, broken.a, sizeof broken.a);
  return true;
}
