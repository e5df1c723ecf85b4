/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "minimum.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "batch-root.h"
#include "landmark.h"

/* Where the gradient is below this much of its inexact terms, its sign is rounding's. */
#define NOISE 0x1p-63
/* A bracket of doubles is halved 64 times at most, every third step at the latest. */
#define MOST_STEPS 200
/* The first steps of the walk to a bracket double their length, those after them square it. */
#define DOUBLING_STEPS 8
/* A minimum this close to 0, in units of 1/s, may as well be 0. */
#define CLOSE_TO_ZERO 1e-9
/* From so many rows on an estimate is worth its while, and so many exact steps then do. */
#define ROWS_FOR_ESTIMATE 64
#define FEW_STEPS 5

/* --- Limits */

bool
scope_minimum_is_endless (ScopeMinimumKind kind)
{
  return kind == SCOPE_MINIMUM_AT_PLUS_INFINITY || kind == SCOPE_MINIMUM_AT_MINUS_INFINITY;
}

/* Σ (w − w_o), where w is the weight of the classes that win. */
static ScopeWide
pull (const ScopeBatch *batch, const size_t counts[SCOPE_N_CLASSES], double winner)
{
  ScopeWide sum = 0.0;

  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    sum += (ScopeWide) counts[o] * ((ScopeWide) winner - batch->w[o]);
  return sum / (batch->mean ? (ScopeWide) batch->n : 1.0);
}

ScopeStatus
scope_minimum_limits (const ScopeBatch *batch, ScopeMinimum *minimum)
{
  ScopeStatus status = scope_batch_check (batch);
  size_t counts[SCOPE_N_CLASSES] = { 0 };
  ScopeWide down, up;

  if (status != SCOPE_STATUS_OK)
    return status;

  for (size_t i = 0; i < batch->n; i++)
    counts[batch->rows[i].observed]++;
  up = pull (batch, counts, scope_parameters_largest (batch->w));
  down = pull (batch, counts, scope_parameters_least (batch->w));
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
  ScopeWide sum = 0.0;

  for (size_t i = 0; i < batch->n; i++)
    {
      const ScopeBatchRow *row = &batch->rows[i];
      const ScopeParameters parameters = {
        { row->a[0], row->a[1], row->a[2] }, { batch->w[0], batch->w[1], batch->w[2] }, 0, row->observed, 0
      };
      ScopeLimits limits;

      scope_landmark_loss_limits (&parameters, &limits);
      sum += kind == SCOPE_MINIMUM_AT_MINUS_INFINITY ? limits.at_minus_infinity : limits.at_plus_infinity;
    }
  return (double) (sum / (batch->mean ? (ScopeWide) batch->n : 1.0));
}

/* --- The minimum */

/* What Newton's method needs of one bias, before anything is rounded to double. */
typedef struct
{
  double b;
  ScopeWide slope, curvature;
  ScopeWide noise; /* a slope within it may as well be 0 */
} Place;

typedef struct
{
  const ScopeBatch *batch;
  ScopeWide span;  /* of the weights */
  unsigned passes; /* over the rows, so far */
} Search;

static Place
place_at (Search *search, double b)
{
  ScopeBatchSum sum;

  search->passes++;
  scope_batch_sum (search->batch, b, &sum);
  return (Place) { .b = b,
                   .slope = sum.dl_db.sum + sum.dl_db.lost,
                   .curvature = sum.curvature.sum + sum.curvature.lost,
                   .noise = NOISE * sum.doubt };
}

static double
middle (double one, double other)
{
  return (double) (((ScopeWide) one + other) / 2);
}

/* Doubles in their order, as whole numbers: neighbours are 1 apart. */
static int64_t
rank (double value)
{
  int64_t bits;

  memcpy (&bits, &value, sizeof bits);
  return bits < 0 ? INT64_MIN - bits : bits;
}

/* How many doubles there are from lo to hi, and the middle one of them. */
static uint64_t
count_between (double lo, double hi)
{
  return (uint64_t) rank (hi) - (uint64_t) rank (lo);
}

static double
middle_double (double lo, double hi)
{
  int64_t at = rank (lo) + (int64_t) (count_between (lo, hi) / 2), bits = at < 0 ? INT64_MIN - at : at;
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* Walks from 0 in ever longer steps until the slope has the sign asked for: about 20 of them reach the
 * largest double. */
static bool
find_end (Search *search, int sign, Place *end)
{
  ScopeWide reach = 1;

  *end = place_at (search, 0);
  for (int i = 1; sign * end->slope <= 0; i++)
    {
      if (fabs (end->b) == DBL_MAX)
        return false;
      *end = place_at (search, sign * (double) scope_wide_fmin (reach / search->span, DBL_MAX));
      reach *= i < DOUBLING_STEPS ? 2 : reach;
    }
  return true;
}

/* The place closest to flat for which the slope still has end's sign. */
static double
find_edge (Search *search, double end, double flat)
{
  while (true)
    {
      double between = end < flat ? middle_double (end, flat) : middle_double (flat, end);

      if (between == end || between == flat)
        return end;
      if (place_at (search, between).slope == 0)
        flat = between;
      else
        end = between;
    }
}

/* lo slopes down and hi up. */
static double
find_root (Search *search, Place lo, Place hi)
{
  Place at = place_at (search, lo.b < 0 && hi.b > 0 ? 0 : middle (lo.b, hi.b));
  uint64_t n = UINT64_MAX;

  for (int i = 0; i < MOST_STEPS; i++)
    {
      if (at.slope == 0 && at.curvature == 0)
        return middle (find_edge (search, lo.b, at.b), find_edge (search, hi.b, at.b));

      double next = (double) (at.b - at.slope / at.curvature);

      if (next == at.b || scope_wide_fabs (at.slope) <= at.noise)
        return at.b;
      if (at.slope < 0)
        lo = at;
      else
        hi = at;

      /* Newton's steps may creep; a bracket whose doubles three of them don't halve is bisected. */
      if (i % 3 == 2)
        {
          if (count_between (lo.b, hi.b) > n / 2)
            next = middle_double (lo.b, hi.b);
          n = count_between (lo.b, hi.b);
        }
      if (!(next > lo.b && next < hi.b))
        next = middle (lo.b, hi.b);
      if (next == lo.b || next == hi.b)
        return -lo.slope < hi.slope ? lo.b : hi.b;
      at = place_at (search, next);
    }
  return at.b;
}

/* Exact Newton steps from an estimate; FALSE where they do not converge at once. */
static bool
find_from_estimate (Search *search, double *root)
{
  ScopeWide last = INFINITY;
  double estimate;

  if (search->batch->n < ROWS_FOR_ESTIMATE || !scope_batch_root (search->batch, &estimate))
    return false;
  for (int i = 0; i < FEW_STEPS; i++)
    {
      Place at = place_at (search, estimate);
      double next = (double) (at.b - at.slope / at.curvature);
      ScopeWide step = scope_wide_fabs ((ScopeWide) next - at.b);

      /* A curve that is flat here, where a step is no number, has a longer search. */
      if (!(step < last / 2))
        return false;
      *root = at.b;
      if (next == at.b || scope_wide_fabs (at.slope) <= at.noise)
        return true;
      estimate = next;
      last = step;
    }
  return false;
}

/* Rounding leaves a minimum at exactly 0 anywhere near it. */
static bool
is_zero (Search *search, double root)
{
  if (root == 0 || !(scope_wide_fabs (root * search->span) < CLOSE_TO_ZERO))
    return false;

  Place zero = place_at (search, 0);

  return scope_wide_fabs (zero.slope) <= zero.noise;
}

ScopeStatus
scope_minimum_find (const ScopeBatch *batch, ScopeMinimum *minimum)
{
  ScopeStatus status = scope_minimum_limits (batch, minimum);
  Search search = { .batch = batch };
  Place lo, hi;

  if (status != SCOPE_STATUS_OK)
    return status;
  minimum->passes = 0;
  if (minimum->kind != SCOPE_MINIMUM_FINITE)
    {
      minimum->bound = find_bound (batch, minimum->kind);
      return SCOPE_STATUS_OK;
    }

  search.span = (ScopeWide) scope_parameters_largest (batch->w) - scope_parameters_least (batch->w);
  if (find_from_estimate (&search, &minimum->b))
    minimum->kind = SCOPE_MINIMUM_FINITE;
  else if (find_end (&search, -1, &lo) && find_end (&search, 1, &hi))
    minimum->b = find_root (&search, lo, hi);
  else
    {
      minimum->kind = SCOPE_MINIMUM_BEYOND;
      minimum->b = lo.slope < 0 ? DBL_MAX : -DBL_MAX;
    }
  if (is_zero (&search, minimum->b))
    minimum->b = 0;
  minimum->passes = search.passes;
  minimum->b += 0.0; /* never −0 */
  scope_batch_evaluate (batch, minimum->b, &minimum->at);
  minimum->bound = minimum->at.loss;
  return SCOPE_STATUS_OK;
}
