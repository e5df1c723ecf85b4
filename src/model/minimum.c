/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "minimum.h"

#include <float.h>
#include <math.h>

#include "batch-root.h"
#include "landmark.h"

/* Where the gradient is below this much of its inexact terms, its sign is rounding's. */
#define NOISE 0x1p-63L
#define MOST_STEPS 2000
/* From so many rows on an estimate is worth its while, and so many exact steps then do. */
#define ROWS_FOR_ESTIMATE 64
#define FEW_STEPS 5

/* --- Limits */

static double
largest_weight (const ScopeBatch *batch)
{
  return fmax (fmax (batch->w[0], batch->w[1]), batch->w[2]);
}

static double
least_weight (const ScopeBatch *batch)
{
  return fmin (fmin (batch->w[0], batch->w[1]), batch->w[2]);
}

/* Σ (w − w_o), where w is the weight of the classes that win. */
static long double
pull (const ScopeBatch *batch, const size_t counts[SCOPE_N_CLASSES], double winner)
{
  long double sum = 0.0L;

  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    sum += (long double) counts[o] * ((long double) winner - batch->w[o]);
  return sum / (batch->mean ? (long double) batch->n : 1.0L);
}

ScopeStatus
scope_minimum_limits (const ScopeBatch *batch, ScopeMinimum *minimum)
{
  ScopeStatus status = scope_batch_check (batch);
  size_t counts[SCOPE_N_CLASSES] = { 0 };
  long double down, up;

  if (status != SCOPE_STATUS_OK)
    return status;

  for (size_t i = 0; i < batch->n; i++)
    counts[batch->rows[i].observed]++;
  up = pull (batch, counts, largest_weight (batch));
  down = pull (batch, counts, least_weight (batch));
  minimum->dl_db_at_plus_infinity = (double) up;
  minimum->dl_db_at_minus_infinity = (double) down + 0.0; /* never −0 */

  if (up > 0 && down < 0)
    minimum->kind = SCOPE_MINIMUM_FINITE;
  else if (up > 0)
    minimum->kind = SCOPE_MINIMUM_AT_MINUS_INFINITY;
  else if (down < 0)
    minimum->kind = SCOPE_MINIMUM_AT_PLUS_INFINITY;
  else
    minimum->kind = SCOPE_MINIMUM_FLAT;
  return SCOPE_STATUS_OK;
}

/* The limit of L at that end, or L itself where it is the same everywhere. */
static double
find_bound (const ScopeBatch *batch, ScopeMinimumKind kind)
{
  long double sum = 0.0L;

  for (size_t i = 0; i < batch->n; i++)
    {
      const ScopeBatchRow *row = &batch->rows[i];
      const ScopeParameters parameters = { { row->a[0], row->a[1], row->a[2] },
                                           { batch->w[0], batch->w[1], batch->w[2] },
                                           0,
                                           row->observed };
      ScopeLimits limits;

      scope_loss_limits (&parameters, &limits);
      sum += kind == SCOPE_MINIMUM_AT_MINUS_INFINITY ? limits.at_minus_infinity
                                                     : limits.at_plus_infinity;
    }
  return (double) (sum / (batch->mean ? (long double) batch->n : 1.0L));
}

/* --- The minimum */

/* What Newton's method needs of one bias, before anything is rounded to double. */
typedef struct
{
  double b;
  long double slope, curvature;
  long double noise; /* a slope within it may as well be 0 */
} Place;

static Place
place_at (const ScopeBatch *batch, double b)
{
  ScopeBatchSum sum;

  scope_batch_sum (batch, b, &sum);
  return (Place) { .b = b,
                   .slope = sum.dl_db.sum + sum.dl_db.lost,
                   .curvature = sum.curvature.sum + sum.curvature.lost,
                   .noise = NOISE * sum.doubt };
}

static double
middle (double one, double other)
{
  return (double) (((long double) one + other) / 2);
}

/* Walks from 0 in ever longer steps until the slope has the sign asked for. */
static bool
find_end (const ScopeBatch *batch, int sign, Place *end)
{
  long double span = (long double) largest_weight (batch) - least_weight (batch);
  long double step = 1.0L / span;

  *end = place_at (batch, 0);
  while (sign * end->slope <= 0)
    {
      if (fabs (end->b) == DBL_MAX)
        return false;
      *end = place_at (batch, sign * (double) fminl (step, DBL_MAX));
      step *= 2;
    }
  return true;
}

/* The place closest to flat for which the slope still has end's sign. */
static double
find_edge (const ScopeBatch *batch, double end, double flat)
{
  for (int i = 0; i < MOST_STEPS; i++)
    {
      double between = middle (end, flat);

      if (between == end || between == flat)
        break;
      if (place_at (batch, between).slope == 0)
        flat = between;
      else
        end = between;
    }
  return end;
}

/* lo slopes down and hi up. */
static double
find_root (const ScopeBatch *batch, Place lo, Place hi)
{
  Place at = place_at (batch, lo.b < 0 && hi.b > 0 ? 0 : middle (lo.b, hi.b));
  long double width = INFINITY;

  for (int i = 0; i < MOST_STEPS; i++)
    {
      if (at.slope == 0 && at.curvature == 0)
        return middle (find_edge (batch, lo.b, at.b), find_edge (batch, hi.b, at.b));

      double next = (double) (at.b - at.slope / at.curvature);

      if (next == at.b || fabsl (at.slope) <= at.noise)
        return at.b;
      if (at.slope < 0)
        lo = at;
      else
        hi = at;

      /* Newton's steps may creep; a bracket that three of them don't halve is bisected. */
      if (i % 3 == 2)
        {
          if ((long double) hi.b - lo.b > width / 2)
            next = middle (lo.b, hi.b);
          width = (long double) hi.b - lo.b;
        }
      if (!(next > lo.b && next < hi.b))
        next = middle (lo.b, hi.b);
      if (next == lo.b || next == hi.b)
        return -lo.slope < hi.slope ? lo.b : hi.b;
      at = place_at (batch, next);
    }
  return at.b;
}

/* Exact Newton steps from an estimate; FALSE where they do not converge at once. */
static bool
find_from_estimate (const ScopeBatch *batch, double *root)
{
  long double last = INFINITY;
  double estimate;

  if (batch->n < ROWS_FOR_ESTIMATE || !scope_batch_root (batch, &estimate))
    return false;
  for (int i = 0; i < FEW_STEPS; i++)
    {
      Place at = place_at (batch, estimate);
      double next = (double) (at.b - at.slope / at.curvature);
      long double step = fabsl ((long double) next - at.b);

      /* A curve that is flat here, where a step is no number, has a longer search. */
      if (!(step < last / 2))
        return false;
      *root = at.b;
      if (next == at.b || fabsl (at.slope) <= at.noise)
        return true;
      estimate = next;
      last = step;
    }
  return false;
}

ScopeStatus
scope_minimum_find (const ScopeBatch *batch, ScopeMinimum *minimum)
{
  ScopeStatus status = scope_minimum_limits (batch, minimum);
  Place lo, hi;

  if (status != SCOPE_STATUS_OK)
    return status;
  if (minimum->kind != SCOPE_MINIMUM_FINITE)
    {
      minimum->bound = find_bound (batch, minimum->kind);
      return SCOPE_STATUS_OK;
    }

  if (find_from_estimate (batch, &minimum->b))
    minimum->kind = SCOPE_MINIMUM_FINITE;
  else if (find_end (batch, -1, &lo) && find_end (batch, 1, &hi))
    minimum->b = find_root (batch, lo, hi);
  else
    {
      minimum->kind = SCOPE_MINIMUM_BEYOND;
      minimum->b = lo.slope < 0 ? DBL_MAX : -DBL_MAX;
    }
  scope_batch_evaluate (batch, minimum->b, &minimum->at);
  minimum->bound = minimum->at.loss;
  return SCOPE_STATUS_OK;
}
