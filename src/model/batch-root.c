/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-root.h"

#include <math.h>

#include "batch-points.h"

/* Samples of a pass: 0, and powers of 2 on either side of it. */
#define N_POWERS 8
#define N_SAMPLES (2 * N_POWERS + 1)
#define MOST_ROUNDS 6
/* Where the bracket is this narrow, in units of 1/s, Newton's steps converge. */
#define NARROW 0.25
#define N_STEPS 2
/* Weights for which the samples are quick. */
#define WEIGHT_REACH 1e100

/* The first sample after which the gradient is above 0; N_SAMPLES - 1 for none. */
static unsigned
find_turn (const ScopeBatchPoint points[N_SAMPLES])
{
  unsigned i = 0;

  while (i + 1 < N_SAMPLES && !(points[i].dl_db.sum <= 0 && points[i + 1].dl_db.sum > 0))
    i++;
  return i;
}

static double
step_to_root (const ScopeBatch *batch, double b, double lo, double hi)
{
  ScopeBatchPoint point = { .b = b };

  scope_batch_points_sum (batch, &point, 1, NULL);
  return fmin (fmax (b - point.dl_db.sum / point.curvature.sum, lo), hi);
}

bool
scope_batch_root (const ScopeBatch *batch, double *root)
{
  double span = (double) scope_wide_fmin (scope_batch_span (batch), 2 * WEIGHT_REACH);
  double lo = 0, hi = 0, part;
  ScopeBatchPoint points[N_SAMPLES];
  unsigned i = 0;

  if (!(span <= WEIGHT_REACH && span >= 1 / WEIGHT_REACH))
    return false;
  for (int k = -N_POWERS; k <= N_POWERS; k++)
    points[k + N_POWERS].b = k == 0 ? 0 : copysign (ldexp (0.5, k < 0 ? -k : k), k) / span;
  for (int round = 0; round < MOST_ROUNDS; round++)
    {
      scope_batch_points_sum (batch, points, N_SAMPLES, NULL);
      i = find_turn (points);
      if (i == N_SAMPLES - 1)
        return false;
      lo = points[i].b;
      hi = points[i + 1].b;
      if ((hi - lo) * span <= NARROW)
        break;
      for (unsigned k = 0; k < N_SAMPLES; k++)
        points[k].b = k == N_SAMPLES - 1 ? hi : lo + (hi - lo) * k / (N_SAMPLES - 1);
    }
  part = points[i].dl_db.sum / (points[i].dl_db.sum - points[i + 1].dl_db.sum);
  *root = lo + (hi - lo) * part;
  for (int step = 0; step < N_STEPS; step++)
    *root = step_to_root (batch, *root, lo, hi);
  return isfinite (*root);
}
