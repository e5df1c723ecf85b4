/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rate.h"

#include <float.h>
#include <math.h>

#include "batch-points.h"

/* The search ends where no place can be better by more than this. */
#define CLOSE_ENOUGH 1e-6
/* Places that are looked at in one pass over the rows, whose exponentials they share. */
#define LOOKS 16
#define CLIMBS 9
/* Halving the whole range of doubles, LOOKS at a time where there is room, takes no more. */
#define MOST_INTERVALS 4096

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

/* The curvatures at n rising places, n ≤ LOOKS; the best of them is kept, and how wide it was looked. */
static void
look (Search *search, const double *b, const double *widths, unsigned n, double *curvatures)
{
  ScopePoint points[LOOKS];

  for (unsigned first = 0, end; first < n; first = end)
    {
      for (end = first;
           end < n && ((long double) b[end] - b[first]) * search->span <= 2 * SCOPE_POINTS_REACH;
           end++)
        points[end - first].b = b[end];
      scope_points_sum (search->batch, points, end - first, NULL);
      for (unsigned i = first; i < end; i++)
        {
          curvatures[i] = points[i - first].curvature.sum + points[i - first].curvature.lost;
          if (curvatures[i] <= search->best)
            continue;
          search->best = curvatures[i];
          search->best_b = b[i];
          search->best_width = widths[i];
        }
    }
}

static void
push (Search *search, Interval interval)
{
  if (search->n_open < MOST_INTERVALS)
    search->open[search->n_open++] = interval;
}

static double
middle (const Interval *interval)
{
  return (double) (((long double) interval->lo + interval->hi) / 2);
}

/* Whether something better may be inside, and there is an inside. */
static bool
is_open (const Search *search, const Interval *interval)
{
  double at = middle (interval);

  return at > interval->lo && at < interval->hi
         && bound (search, interval) > search->best * (1 + CLOSE_ENOUGH);
}

/* Takes intervals worth looking into off the pile, in rising order. */
static unsigned
choose (Search *search, Interval chosen[LOOKS])
{
  unsigned most = search->n_open > MOST_INTERVALS / 2 ? 1 : LOOKS, n = 0;

  while (search->n_open > 0 && n < most)
    {
      Interval interval = search->open[--search->n_open];
      unsigned at = n;

      if (!is_open (search, &interval))
        continue;
      for (; at > 0 && chosen[at - 1].lo > interval.lo; at--)
        chosen[at] = chosen[at - 1];
      chosen[at] = interval;
      n++;
    }
  return n;
}

static void
split_some (Search *search)
{
  Interval chosen[LOOKS];
  double b[LOOKS], widths[LOOKS], curvatures[LOOKS];
  unsigned n = choose (search, chosen);

  for (unsigned i = 0; i < n; i++)
    {
      b[i] = middle (&chosen[i]);
      widths[i] = (double) fminl ((long double) chosen[i].hi - b[i], DBL_MAX);
    }
  look (search, b, widths, n, curvatures);
  for (unsigned i = 0; i < n; i++)
    {
      push (search, (Interval) { chosen[i].lo, b[i], chosen[i].at_lo, curvatures[i] });
      push (search, (Interval) { b[i], chosen[i].hi, curvatures[i], chosen[i].at_hi });
    }
}

/* Looks ever closer around the best place: there is one hill within its width. */
static void
climb (Search *search)
{
  for (int i = 0; i < CLIMBS; i++)
    {
      double b[LOOKS], widths[LOOKS], curvatures[LOOKS], centre = search->best_b;
      double step = search->best_width / (LOOKS / 2);
      unsigned n = 0;

      for (int k = -LOOKS / 2; k < LOOKS / 2; k++)
        if (isfinite (centre + k * step))
          {
            b[n] = centre + k * step;
            widths[n++] = step;
          }
      search->best_width = step;
      look (search, b, widths, n, curvatures);
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
  look (&search, &all.lo, &(double) { 0 }, 1, &all.at_lo);
  look (&search, &all.hi, &(double) { 0 }, 1, &all.at_hi);
  push (&search, all);
  while (search.n_open > 0)
    split_some (&search);
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
