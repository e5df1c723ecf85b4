/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome.h"

#include <math.h>

#include "difference.h"

#define LN_10 2.302585092994045684017991454684364208L

/* What the three cases of the observed class share. With m the class of the largest logit and
 * d_k = z_k − z_m ≤ 0, every exponential is at most 1 and nothing is ever subtracted from 1. */
typedef struct
{
  unsigned m;
  ScopeDifference d[SCOPE_N_CLASSES];
  long double e[SCOPE_N_CLASSES];      /* e^{d_k}; e_m = 1 */
  long double others[SCOPE_N_CLASSES]; /* Σ_{j≠k} e_j */
  long double total;                   /* Σ e_j */
  long double log_total;               /* ln Σ e_j = log1p (others_m) */
  long double p[SCOPE_N_CLASSES];
  long double q[SCOPE_N_CLASSES];
} Softmax;

static ScopeDifference
negated (ScopeDifference d)
{
  return (ScopeDifference) { -d.hi, -d.lo };
}

/* Finds the largest logit by exact differences; ties keep the first. */
static void
find_differences (const ScopeParameters *parameters, Softmax *softmax)
{
  ScopeDifference first = scope_difference (parameters, 1, 0);
  unsigned leader = first.hi > 0 ? 1 : 0;
  unsigned follower = 1 - leader;
  ScopeDifference last = scope_difference (parameters, 2, leader);

  softmax->m = last.hi > 0 ? 2 : leader;
  softmax->d[softmax->m] = (ScopeDifference) { 0.0L, 0.0L };
  if (softmax->m != 2)
    {
      softmax->d[follower] = leader == 1 ? negated (first) : first;
      softmax->d[2] = last;
      return;
    }
  softmax->d[leader] = negated (last);
  softmax->d[follower] = scope_difference (parameters, follower, 2);
}

/* e^{hi + lo} = e^{hi}·(1 + lo), since lo is below the last bit of hi. */
static long double
exponential (ScopeDifference d)
{
  if (isinf (d.hi))
    return 0.0L;

  long double power = expl (d.hi);

  return power + power * d.lo;
}

static void
find_softmax (const ScopeParameters *parameters, Softmax *softmax)
{
  find_differences (parameters, softmax);

  unsigned m = softmax->m, i = (m + 1) % 3, j = (m + 2) % 3;

  softmax->e[m] = 1.0L;
  softmax->e[i] = exponential (softmax->d[i]);
  softmax->e[j] = exponential (softmax->d[j]);
  softmax->others[m] = softmax->e[i] + softmax->e[j];
  softmax->others[i] = 1.0L + softmax->e[j];
  softmax->others[j] = 1.0L + softmax->e[i];
  softmax->total = 1.0L + softmax->others[m];
  softmax->log_total = log1pl (softmax->others[m]);

  /* One division instead of six; its rounding is far below the last bit of a double. */
  long double inverse = 1.0L / softmax->total;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      softmax->p[k] = softmax->e[k] * inverse;
      softmax->q[k] = softmax->others[k] * inverse;
    }
}

/* −ln p_k = ln Σ e_j − d_k: both terms are ≥ 0. */
static long double
minus_log_p (const Softmax *softmax, unsigned k)
{
  return (softmax->log_total - softmax->d[k].hi) - softmax->d[k].lo;
}

/* ln Σ_{j≠k} e_j, where the sum itself may be beyond any exponent. */
static long double
log_others (const Softmax *softmax, unsigned k)
{
  if (k != softmax->m)
    return logl (softmax->others[k]);

  ScopeDifference one = softmax->d[(k + 1) % 3], other = softmax->d[(k + 2) % 3];
  long double larger = fmaxl (one.hi, other.hi), smaller = fminl (one.hi, other.hi);

  if (isinf (larger))
    return larger;
  return larger + log1pl (expl (smaller - larger));
}

/* log10 |∂p_o/∂z_k|: from the factor itself as long as double holds it. */
static double
log10_factor (const Softmax *softmax, unsigned o, unsigned k, double dp_dz)
{
  if (fabs (dp_dz) >= DBL_MIN)
    return log10 (fabs (dp_dz));

  long double log_p_o = -minus_log_p (softmax, o);
  long double rest = k == o ? log_others (softmax, o) - softmax->log_total
                            : -minus_log_p (softmax, k);

  return (double) ((log_p_o + rest) / LN_10);
}

/* ∂²L/∂b₃² = Σ_{j<k} p_j·p_k·(w_j − w_k)²: no term is negative. The terms are added from the
 * smallest up, so that the order of the classes does not show in the last bit. */
static double
curvature (const ScopeParameters *parameters, const Softmax *softmax)
{
  long double term[3], swap;

  for (unsigned i = 0; i < 3; i++)
    {
      unsigned j = (i + 1) % 3;
      long double step = (long double) parameters->w[i] - parameters->w[j];

      term[i] = softmax->p[i] * softmax->p[j] * (step * step);
    }
  for (unsigned i = 0; i < 3; i++)
    if (term[i % 2] > term[i % 2 + 1])
      {
        swap = term[i % 2];
        term[i % 2] = term[i % 2 + 1];
        term[i % 2 + 1] = swap;
      }
  return (double) ((term[0] + term[1]) + term[2]);
}

/* ∂L/∂b₃ = Σ_{k≠o} p_k·(w_k − w_o): the textbook Σ (p_k − y_k)·w_k without its cancellation. */
static double
gradient (const ScopeParameters *parameters, const Softmax *softmax, unsigned o)
{
  long double sum = 0.0L;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (k != o)
      sum += softmax->p[k] * ((long double) parameters->w[k] - parameters->w[o]);
  return (double) sum + 0.0; /* never −0 */
}

static void
fill_case (const ScopeParameters *parameters, const Softmax *softmax, unsigned o,
           ScopeOutcome *outcome)
{
  long double loss = minus_log_p (softmax, o);

  outcome->loss = (double) loss;
  outcome->dl_dp = (double) -(softmax->total / softmax->e[o]);
  outcome->log10_dl_dp = (double) (loss / LN_10);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      long double dl_dz = k == o ? -softmax->q[o] : softmax->p[k];
      long double dp_dz = -softmax->p[o] * dl_dz;

      outcome->dl_dz[k] = (double) dl_dz + 0.0;
      outcome->dp_dz[k] = (double) dp_dz + 0.0;
      outcome->path[k] = (double) (dl_dz * parameters->w[k]) + 0.0;
      outcome->log10_dp_dz[k] = log10_factor (softmax, o, k, outcome->dp_dz[k]);
    }
  outcome->dl_db = gradient (parameters, softmax, o);
}

static void
fill_shared (const ScopeParameters *parameters, const Softmax *softmax, ScopeOutcome *outcome)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      outcome->z[k] = scope_logit (parameters, k);
      outcome->p[k] = (double) softmax->p[k];
      outcome->q[k] = (double) softmax->q[k];
      outcome->dz_db[k] = parameters->w[k];
    }
  outcome->curvature = curvature (parameters, softmax);
}

static ScopeStatus
check (const ScopeParameters *parameters)
{
  bool finite = isfinite (parameters->b) && isfinite (parameters->shift);

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    finite = finite && isfinite (parameters->a[k]) && isfinite (parameters->w[k]);
  if (!finite)
    return SCOPE_STATUS_NOT_FINITE;
  if (parameters->observed >= SCOPE_N_CLASSES)
    return SCOPE_STATUS_BAD_CLASS;
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome)
{
  ScopeStatus status = check (parameters);
  Softmax softmax;

  if (status != SCOPE_STATUS_OK)
    return status;

  find_softmax (parameters, &softmax);
  fill_shared (parameters, &softmax, outcome);
  fill_case (parameters, &softmax, parameters->observed, outcome);
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_evaluate_cases (const ScopeParameters *parameters, ScopeOutcome outcomes[SCOPE_N_CLASSES])
{
  ScopeStatus status = check (parameters);
  Softmax softmax;

  if (status != SCOPE_STATUS_OK)
    return status;

  find_softmax (parameters, &softmax);
  fill_shared (parameters, &softmax, &outcomes[0]);
  outcomes[1] = outcomes[2] = outcomes[0];
  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    fill_case (parameters, &softmax, o, &outcomes[o]);
  return SCOPE_STATUS_OK;
}
