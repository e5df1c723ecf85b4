/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "softmax.h"

#include <math.h>

static ScopeDifference
negated (ScopeDifference d)
{
  return (ScopeDifference) { -d.hi, -d.lo };
}

/* Finds the largest logit by exact differences; ties keep the first. */
static void
find_differences (const ScopeParameters *parameters, ScopeSoftmax *softmax)
{
  ScopeDifference first = scope_difference (parameters, 1, 0);
  unsigned leader = first.hi > 0 ? 1 : 0;
  unsigned follower = 1 - leader;
  ScopeDifference last = scope_difference (parameters, 2, leader);

  softmax->m = last.hi > 0 ? 2 : leader;
  softmax->d[softmax->m] = (ScopeDifference) { 0.0, 0.0 };
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
static ScopeWide
exponential (ScopeDifference d)
{
  if (isinf (d.hi))
    return 0.0;

  ScopeWide power = scope_wide_exp (d.hi);

  return power + power * d.lo;
}

void
scope_softmax_find_exponentials (const ScopeParameters *parameters, ScopeSoftmax *softmax)
{
  find_differences (parameters, softmax);

  unsigned m = softmax->m, i = (m + 1) % 3, j = (m + 2) % 3;

  softmax->e[m] = 1.0;
  softmax->e[i] = exponential (softmax->d[i]);
  softmax->e[j] = exponential (softmax->d[j]);
}

void
scope_softmax_find (const ScopeParameters *parameters, ScopeSoftmax *softmax)
{
  scope_softmax_find_exponentials (parameters, softmax);

  unsigned m = softmax->m, i = (m + 1) % 3, j = (m + 2) % 3;

  softmax->others[m] = softmax->e[i] + softmax->e[j];
  softmax->others[i] = 1.0 + softmax->e[j];
  softmax->others[j] = 1.0 + softmax->e[i];
  softmax->total = 1.0 + softmax->others[m];
  softmax->log_total = scope_wide_log1p (softmax->others[m]);

  /* One division instead of six; its rounding is far below the last bit of a double. */
  ScopeWide inverse = 1.0 / softmax->total;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      softmax->p[k] = softmax->e[k] * inverse;
      softmax->q[k] = softmax->others[k] * inverse;
    }
}

/* −ln p_k = ln Σ e_j − d_k: both terms are ≥ 0. */
ScopeWide
scope_softmax_loss (const ScopeSoftmax *softmax, unsigned k)
{
  return (softmax->log_total - softmax->d[k].hi) - softmax->d[k].lo;
}

/* The same rounded to double once. In ScopeWide a sum may come to lie at the very middle between two
 * doubles, as it often does where w·b₃ is large and w short: then what it lost decides. */
double
scope_softmax_rounded_loss (const ScopeSoftmax *softmax, unsigned k)
{
  ScopeWide big = -softmax->d[k].hi, small = softmax->log_total;
  ScopeWide sum = big + small, small_part = sum - big;
  ScopeWide lost = ((big - (sum - small_part)) + (small - small_part)) - softmax->d[k].lo;
  ScopeWide loss = sum + lost;
  double rounded = (double) loss;
  ScopeWide rest = loss - rounded, other = rounded + 2 * rest;

  if (isinf (big) || isinf (rounded))
    return (double) (big + small);
  lost -= loss - sum;
  /* Nothing but a middle is as far from one double as from another; ln Σ e^{d_k} is above 0 even where it
   * underflows. */
  if (rest != 0 && other == (double) other && (rest > 0) == (lost >= 0))
    return (double) other;
  return rounded;
}

/* ∂²L/∂b₃² = Σ_{j<k} p_j·p_k·(w_j − w_k)²: no term is negative. The terms are added from the
 * smallest up, so that the order of the classes does not show in the last bit. */
ScopeWide
scope_softmax_curvature (const ScopeParameters *parameters, const ScopeSoftmax *softmax)
{
  ScopeWide term[3], swap;

  for (unsigned i = 0; i < 3; i++)
    {
      unsigned j = (i + 1) % 3;
      ScopeWide step = (ScopeWide) parameters->w[i] - parameters->w[j];

      term[i] = softmax->p[i] * softmax->p[j] * (step * step);
    }
  for (unsigned i = 0; i < 3; i++)
    if (term[i % 2] > term[i % 2 + 1])
      {
        swap = term[i % 2];
        term[i % 2] = term[i % 2 + 1];
        term[i % 2 + 1] = swap;
      }
  return (term[0] + term[1]) + term[2];
}

/* ∂L/∂b₃ = Σ_{k≠o} p_k·(w_k − w_o): the textbook Σ (p_k − y_k)·w_k without its cancellation. */
ScopeWide
scope_softmax_gradient (const ScopeParameters *parameters, const ScopeSoftmax *softmax, unsigned o)
{
  ScopeWide sum = 0.0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (k != o)
      sum += softmax->p[k] * ((ScopeWide) parameters->w[k] - parameters->w[o]);
  return sum;
}
