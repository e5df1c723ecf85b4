/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent.h"

#include <float.h>
#include <math.h>

/* How far a cycle may drift in one round, of its extent: 150 flowers at η = 1 do so for ever. */
#define CYCLE_DRIFT 1e-3
/* Places closer than this much of their distance from 0 are one place, but for rounding. */
#define CYCLE_EXTENT 0x1p-40
#define GROWING_STEPS 3
/* A drop of less than this much of the loss is rounding. */
#define TINY_DROP 1e-15

ScopeStatus
scope_descent_init (ScopeDescent *descent, double rate, double tolerance, ScopeMinimumKind kind)
{
  if (!isfinite (rate) || !isfinite (tolerance))
    return SCOPE_STATUS_NOT_FINITE;
  if (rate <= 0 || tolerance < 0)
    return SCOPE_STATUS_BAD_RANGE;
  *descent = (ScopeDescent) { .rate = rate, .tolerance = tolerance, .kind = kind };
  return SCOPE_STATUS_OK;
}

/* The place `ago` steps before the last one. */
static double
place (const ScopeDescent *descent, size_t ago)
{
  return descent->trail[(descent->n - 1 - ago) % SCOPE_DESCENT_MEMORY];
}

/* Whether the last 2k places repeat those k before them. */
static bool
repeats (const ScopeDescent *descent, size_t k, double *drift)
{
  double lo = INFINITY, hi = -INFINITY;

  if (descent->n < 3 * k)
    return false;
  for (size_t i = 0; i < k; i++)
    {
      lo = fmin (lo, place (descent, i));
      hi = fmax (hi, place (descent, i));
    }
  if (!(hi - lo > CYCLE_EXTENT * fmax (fabs (lo), fabs (hi))))
    return false;

  *drift = 0;
  for (size_t i = 0; i < 2 * k; i++)
    *drift = fmax (*drift, fabs (place (descent, i) - place (descent, i + k)));
  if (*drift <= CYCLE_EXTENT * fmax (fabs (lo), fabs (hi)))
    *drift = 0;
  return *drift <= CYCLE_DRIFT * (hi - lo);
}

static bool
find_cycle (ScopeDescent *descent)
{
  for (unsigned k = 2; k <= SCOPE_DESCENT_LONGEST_CYCLE; k++)
    if (repeats (descent, k, &descent->drift))
      {
        descent->period = k;
        return true;
      }
  descent->drift = 0;
  return false;
}

static ScopeDescentVerdict
judge (ScopeDescent *descent, double next)
{
  descent->period = 0;
  descent->drift = 0;
  if (descent->kind == SCOPE_MINIMUM_FLAT)
    return SCOPE_DESCENT_FLAT;
  if (!isfinite (next))
    return SCOPE_DESCENT_OVERFLOW;
  if (scope_minimum_is_endless (descent->kind))
    return SCOPE_DESCENT_ENDLESS;
  if (descent->last.small)
    return SCOPE_DESCENT_CONVERGED;
  if (find_cycle (descent))
    return SCOPE_DESCENT_CYCLE;
  if (descent->n_growing >= GROWING_STEPS)
    return SCOPE_DESCENT_AWAY;
  return next == descent->last.b ? SCOPE_DESCENT_STUCK : SCOPE_DESCENT_WALKING;
}

double
scope_descent_take (ScopeDescent *descent, double b, const ScopeBatchOutcome *at)
{
  ScopeDescentStep before = descent->last, *now = &descent->last;

  *now = (ScopeDescentStep) { .number = descent->n, .b = b, .loss = at->loss, .dl_db = at->dl_db };
  now->step_size = descent->rate * now->dl_db;
  now->promise = now->step_size * now->dl_db;
  now->small = fabs (now->dl_db) <= descent->tolerance;
  if (descent->n > 0)
    {
      now->crossed = (before.dl_db < 0 && now->dl_db > 0) || (before.dl_db > 0 && now->dl_db < 0);
      now->rose = now->loss > before.loss * (1 + 4 * DBL_EPSILON);
      descent->n_growing
        = now->crossed && fabs (now->step_size) > fabs (before.step_size) ? descent->n_growing + 1 : 0;
    }
  descent->trail[descent->n++ % SCOPE_DESCENT_MEMORY] = b;

  double next = b - now->step_size;

  descent->verdict = judge (descent, next);
  return next;
}

ScopeDescentAhead
scope_descent_ahead (const ScopeDescent *descent, double drop, double dl_db)
{
  const ScopeDescentStep *now = &descent->last;

  if (now->promise <= TINY_DROP * now->loss)
    return SCOPE_DESCENT_AHEAD_TINY;
  if (drop < -TINY_DROP * now->loss)
    return SCOPE_DESCENT_AHEAD_HIGHER;
  return (now->dl_db < 0 && dl_db > 0) || (now->dl_db > 0 && dl_db < 0) ? SCOPE_DESCENT_AHEAD_OVER
                                                                        : SCOPE_DESCENT_AHEAD_DOWN;
}
