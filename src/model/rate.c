/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rate.h"

#include <float.h>
#include <math.h>

#include "batch-points.h"

/* The search ends where no place can be better by more than this. */
#define CLOSE_ENOUGH 1e-6
#define GOLDEN_STEPS 45
/* Halving the whole range of doubles takes no more. */
#define MOST_INTERVALS 2200

/* An interval of biases, with the curvature at both ends. */
typedef struct
{
  double lo, hi;
  double at_lo, at_hi;
} Interval;

/* What the search knows. */
typedef struct
{
  const ScopeBatch *batch;
  long double span; /* of the weights */
  double best, best_b, best_width;
  Interval open[MOST_INTERVALS]; /* still to be looked into */
  unsigned n_open;
} Search;

static double
curvature_at (const ScopeBatch *batch, double b)
{
  ScopePoint point = { .b = b };

  if (!isfinite (b))
    return 0;
  scope_points_sum (batch, &point, 1, NULL);
  return point.curvature.sum + point.curvature.lost;
}

/* Where the logits j and k of a row meet; 0·∞ does not arise, since their weights differ. */
static long double
meeting (const ScopeBatch *batch, const ScopeBatchRow *row, unsigned j, unsigned k)
{
  return ((long double) row->a[j] - row->a[k]) / ((long double) batch->w[k] - batch->w[j]);
}

/* Behind the last place where two logits meet, and ln 2 over their weights' difference, every row's
 * curvature only falls. */
static void
find_range (const ScopeBatch *batch, double *lo, double *hi)
{
  long double first = INFINITY, last = -INFINITY;

  for (size_t i = 0; i < batch->n; i++)
    for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
      for (unsigned k = j + 1; k < SCOPE_N_CLASSES; k++)
        if (batch->w[j] != batch->w[k])
          {
            long double at = meeting (batch, &batch->rows[i], j, k);
            long double margin = 0.7L / fabsl ((long double) batch->w[j] - batch->w[k]);

            first = fminl (first, at - margin);
            last = fmaxl (last, at + margin);
          }
  *lo = (double) fminl (fmaxl (first, -DBL_MAX), DBL_MAX);
  *hi = (double) fminl (fmaxl (last, -DBL_MAX), DBL_MAX);
}

/* Σ Δ²·p_j·p_k, where p_j·p_k ≤ e^{−|z_j − z_k|} and at most a quarter: rough, but good where an
 * interval is wide. */
static long double
bound_by_pairs (const Search *search, const Interval *interval)
{
  const ScopeBatch *batch = search->batch;
  long double sum = 0.0L;

  for (size_t i = 0; i < batch->n; i++)
    for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
      for (unsigned k = j + 1; k < SCOPE_N_CLASSES; k++)
        if (batch->w[j] != batch->w[k])
          {
            long double at = meeting (batch, &batch->rows[i], j, k);
            long double step = fabsl ((long double) batch->w[j] - batch->w[k]);
            long double away = fmaxl (fmaxl (interval->lo - at, at - interval->hi), 0.0L);

            sum += step * step * fmin (0.25, exp ((double) (-step * away)));
          }
  return sum / (batch->mean ? (long double) batch->n : 1.0L);
}

/* |L‴| ≤ s·L″ bounds how fast ln L″ rises from either end; −L⁗ ≤ ¾·s²·L″ how far L″ bulges over the
 * straight line between them. */
static long double
bound (const Search *search, const Interval *interval)
{
  long double width = search->span * ((long double) interval->hi - interval->lo);
  long double larger = fmax (interval->at_lo, interval->at_hi);

  if (width > 8)
    return bound_by_pairs (search, interval);

  long double steep = sqrtl ((long double) interval->at_lo * interval->at_hi) * expl (width / 2);

  return fminl (steep, larger + 0.75L * width * width / 8 * steep);
}

static double
look (Search *search, double b, double width)
{
  double curvature = curvature_at (search->batch, b);

  if (curvature > search->best)
    {
      search->best = curvature;
      search->best_b = b;
      search->best_width = width;
    }
  return curvature;
}

static void
push (Search *search, Interval interval)
{
  if (search->n_open < MOST_INTERVALS)
    search->open[search->n_open++] = interval;
}

static void
split (Search *search, Interval interval)
{
  double at = (double) (((long double) interval.lo + interval.hi) / 2);

  if (!(at > interval.lo && at < interval.hi)
      || bound (search, &interval) <= search->best * (1 + CLOSE_ENOUGH))
    return;

  double curvature = look (search, at, (double) fminl ((long double) interval.hi - at, DBL_MAX));
  Interval left = { interval.lo, at, interval.at_lo, curvature };
  Interval right = { at, interval.hi, curvature, interval.at_hi };

  /* The better half is looked into first, since what it finds closes others. */
  push (search, interval.at_lo > interval.at_hi ? right : left);
  push (search, interval.at_lo > interval.at_hi ? left : right);
}

/* The golden section around the best place: there is one hill within its width. */
static void
climb (Search *search)
{
  const double golden = 0.6180339887498949;
  double lo = search->best_b - search->best_width, hi = search->best_b + search->best_width;
  double left = hi - golden * (hi - lo), right = lo + golden * (hi - lo);
  double at_left = look (search, left, 0), at_right = look (search, right, 0);

  for (int i = 0; i < GOLDEN_STEPS && left < right; i++)
    if (at_left > at_right)
      {
        hi = right;
        right = left;
        at_right = at_left;
        left = hi - golden * (hi - lo);
        at_left = look (search, left, 0);
      }
    else
      {
        lo = left;
        left = right;
        at_left = at_right;
        right = lo + golden * (hi - lo);
        at_right = look (search, right, 0);
      }
}

static void
find_max (const ScopeBatch *batch, ScopeRateMarks *marks)
{
  Search search = { .batch = batch };
  Interval all;

  search.span = (long double) fmax (fmax (batch->w[0], batch->w[1]), batch->w[2])
                - fmin (fmin (batch->w[0], batch->w[1]), batch->w[2]);
  find_range (batch, &all.lo, &all.hi);
  all.at_lo = look (&search, all.lo, 0);
  all.at_hi = look (&search, all.hi, 0);
  push (&search, all);
  while (search.n_open > 0)
    split (&search, search.open[--search.n_open]);
  climb (&search);
  marks->max_curvature = search.best;
  marks->max_curvature_b = search.best_b;
}

ScopeStatus
scope_rate_marks (const ScopeBatch *batch, const ScopeMinimum *minimum, ScopeRateMarks *marks)
{
  ScopeStatus status = scope_batch_check (batch);

  if (status != SCOPE_STATUS_OK)
    return status;

  *marks = (ScopeRateMarks) { INFINITY, INFINITY, INFINITY, 0, 0 };
  if (minimum->kind == SCOPE_MINIMUM_FLAT)
    return SCOPE_STATUS_OK;
  find_max (batch, marks);
  marks->safe = 2 / marks->max_curvature;
  if (minimum->kind == SCOPE_MINIMUM_FINITE)
    {
      marks->fastest = 1 / minimum->at.curvature;
      marks->edge = 2 / minimum->at.curvature;
    }
  return SCOPE_STATUS_OK;
}
