/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-sample.h"

#include <math.h>

#include "batch-bins.h"
#include "batch-points.h"
#include "chebyshev.h"

/* Nodes of a cell, and the samples that make it worth their while. */
#define NODES 20
#define CELL_SAMPLES 24

/* What scratch holds, in this order: the bins, then one point for each sample. */
size_t
scope_batch_scratch_size (size_t n)
{
  return SCOPE_BINS_SIZE + n * sizeof (ScopeBatchPoint);
}

typedef struct
{
  const ScopeBatch *batch;
  const double *b;
  size_t n;
  const ScopeBatchSamples *samples;
  double span;
} Job;

static double
result (ScopePair pair)
{
  return pair.sum + pair.lost + 0.0; /* never −0 */
}

static void
store (double *array, size_t i, double value)
{
  if (array != NULL)
    array[i] = value;
}

/* The first sample behind `first` that is not within `reach` of it. */
static size_t
find_end (const Job *job, size_t first, double reach)
{
  size_t last = first + 1;

  while (last < job->n && ((ScopeWide) job->b[last] - job->b[first]) * job->span <= reach)
    last++;
  return last;
}

/* Whether the samples from first up to end are many enough for a cell. */
static bool
is_cell (const Job *job, size_t first, size_t end)
{
  double width = job->b[end - 1] - job->b[first];

  return end - first >= CELL_SAMPLES && width > 0 && isfinite (width);
}

/* Sets the points that stand for the samples from first up to end; returns how many. */
static size_t
place_points (const Job *job, size_t first, size_t end, ScopeBatchPoint *points)
{
  size_t n = 0;

  while (first < end)
    {
      size_t next = find_end (job, first, 2);

      next = next < end ? next : end;
      if (is_cell (job, first, next))
        {
          double lo = job->b[first], half = (job->b[next - 1] - lo) / 2;

          for (unsigned i = 0; i < NODES; i++)
            points[n++].b = lo + half * (1 + scope_chebyshev_node (i, NODES));
          first = next;
        }
      else
        points[n++].b = job->b[first++];
    }
  return n;
}

static void
store_point (const Job *job, size_t i, const ScopeBatchPoint *point)
{
  store (job->samples->loss, i, result (point->loss));
  store (job->samples->dl_db, i, result (point->dl_db));
  store (job->samples->curvature, i, fmax (result (point->curvature), 0));
}

static void
store_cell (const Job *job, size_t first, size_t end, const ScopeBatchPoint *points)
{
  double values[3][NODES], fits[3][NODES];
  double *const arrays[3] = { job->samples->loss, job->samples->dl_db, job->samples->curvature };
  double lo = job->b[first], width = job->b[end - 1] - lo;

  for (unsigned i = 0; i < NODES; i++)
    {
      values[0][i] = result (points[i].loss);
      values[1][i] = result (points[i].dl_db);
      values[2][i] = result (points[i].curvature);
    }
  for (unsigned q = 0; q < 3; q++)
    {
      if (arrays[q] == NULL)
        continue;
      scope_chebyshev_fit (values[q], NODES, fits[q]);
      for (size_t i = first; i < end; i++)
        {
          double value = scope_chebyshev_sum (fits[q], NODES, 2 * ((job->b[i] - lo) / width) - 1);

          /* What rounding may have made of a 0 that is not the gradient's. */
          arrays[q][i] = q == 1 ? value : fmax (value, 0);
        }
    }
}

static void
store_samples (const Job *job, size_t first, size_t end, const ScopeBatchPoint *points)
{
  while (first < end)
    {
      size_t next = find_end (job, first, 2);

      next = next < end ? next : end;
      if (is_cell (job, first, next))
        {
          store_cell (job, first, next, points);
          points += NODES;
          first = next;
        }
      else
        store_point (job, first++, points++);
    }
}

/* All weights are the same: so is every sample. */
static void
store_flat (const Job *job)
{
  ScopeBatchOutcome outcome;

  scope_batch_evaluate (job->batch, 0, &outcome);
  for (size_t i = 0; i < job->n; i++)
    {
      store (job->samples->loss, i, outcome.loss);
      store (job->samples->dl_db, i, outcome.dl_db);
      store (job->samples->curvature, i, outcome.curvature);
    }
}

static ScopeStatus
check_biases (const double *b, size_t n)
{
  for (size_t i = 0; i < n; i++)
    {
      if (!isfinite (b[i]))
        return SCOPE_STATUS_NOT_FINITE;
      if (i > 0 && b[i] < b[i - 1])
        return SCOPE_STATUS_BAD_RANGE;
    }
  return n > 0 ? SCOPE_STATUS_OK : SCOPE_STATUS_BAD_RANGE;
}

ScopeStatus
scope_batch_sample (const ScopeBatch *batch, const double *b, size_t n, void *scratch,
                    const ScopeBatchSamples *samples)
{
  ScopeBatchPoint *points = (ScopeBatchPoint *) ((ScopeBins *) scratch + 1);
  Job job = { batch, b, n, samples, 0 };
  ScopeStatus status = scope_batch_check (batch);

  if (status == SCOPE_STATUS_OK)
    status = check_biases (b, n);
  if (status != SCOPE_STATUS_OK)
    return status;

  job.span = (double) scope_wide_fmin (scope_batch_span (batch), 0x1p1000);
  if (job.span == 0)
    store_flat (&job);
  for (size_t first = 0, end; first < n && job.span > 0; first = end)
    {
      end = find_end (&job, first, 2 * SCOPE_POINTS_REACH);

      size_t n_points = place_points (&job, first, end, points);

      scope_batch_points_sum (batch, points, n_points, scratch);
      store_samples (&job, first, end, points);
    }
  return SCOPE_STATUS_OK;
}
