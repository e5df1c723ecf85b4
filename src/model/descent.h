/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "minimum.h"

/* Gradient descent on b₃, step by step: b₃ ← b₃ − η·∂L/∂b₃; and what becomes of it. */

typedef enum
{
  SCOPE_DESCENT_WALKING,   /* on its way */
  SCOPE_DESCENT_CONVERGED, /* the gradient is within the tolerance, at a minimum */
  SCOPE_DESCENT_ENDLESS,   /* there is no finite minimum: ever smaller steps towards a bound */
  SCOPE_DESCENT_FLAT,      /* the gradient is 0 everywhere */
  SCOPE_DESCENT_AWAY,      /* steps cross the minimum and get longer, which bounded slopes end */
  SCOPE_DESCENT_CYCLE,     /* the same few places again and again */
  SCOPE_DESCENT_STUCK,     /* the step is lost in b₃'s rounding */
  SCOPE_DESCENT_OVERFLOW,  /* the next b₃ would be no number any more */
} ScopeDescentVerdict;

/* Where the descent is, and the step that leads on from there. */
typedef struct
{
  size_t number; /* 0 at the start */
  double b, loss, dl_db;
  double step_size; /* η·∂L/∂b₃, which is subtracted from b; ±INFINITY where it overflows */
  double promise;   /* η·(∂L/∂b₃)²: the drop of the loss that the tangent promises */
  bool small;       /* |∂L/∂b₃| is within the tolerance */
  bool crossed;     /* the step before led over the minimum: the gradient has changed its sign */
  bool rose;        /* the loss is higher than before that step, by more than rounding */
} ScopeDescentStep;

/* What the next step does, from where the descent is to the place that it leads to. */
typedef enum
{
  SCOPE_DESCENT_AHEAD_DOWN,   /* lower, without leading over a minimum */
  SCOPE_DESCENT_AHEAD_OVER,   /* over the minimum, and not higher */
  SCOPE_DESCENT_AHEAD_HIGHER, /* over it, to a higher loss than here */
  SCOPE_DESCENT_AHEAD_TINY,   /* the promised drop is lost in the rounding of the loss */
} ScopeDescentAhead;

/* Cycles of up to this many places are recognised. */
#define SCOPE_DESCENT_LONGEST_CYCLE 12
/* Twice around, and one to compare with. */
#define SCOPE_DESCENT_MEMORY (3 * SCOPE_DESCENT_LONGEST_CYCLE)

/* Of constant size, however long the way is. */
typedef struct
{
  double rate, tolerance;
  ScopeMinimumKind kind;
  ScopeDescentStep last;
  size_t n;                           /* places visited */
  double trail[SCOPE_DESCENT_MEMORY]; /* the last ones: place i at i modulo the length */
  unsigned n_growing;                 /* steps in a row that crossed and were longer */

  ScopeDescentVerdict verdict;
  unsigned period; /* of a cycle, else 0 */
  double drift;    /* how far the cycle moves in one round; 0 where only rounding moves it */
} ScopeDescent;

/* rate > 0 and tolerance ≥ 0, both finite; kind is what scope_minimum_limits() says of the rows.
 * Returns SCOPE_STATUS_NOT_FINITE, SCOPE_STATUS_BAD_RANGE or SCOPE_STATUS_OK. */
ScopeStatus scope_descent_init (ScopeDescent *descent, double rate, double tolerance, ScopeMinimumKind kind);

/* The descent has come to b, finite, where the rows' total or mean is `at`. Fills descent->last and
 * the verdict, and returns the next b, which may be infinite: SCOPE_DESCENT_OVERFLOW.
 * A cycle of period k is one whose last 2k places lie within a thousandth of the cycle's extent of
 * the places k before them; the least such k counts. */
double scope_descent_take (ScopeDescent *descent, double b, const ScopeBatchOutcome *at);

/* What the next step does, of the descent that has come to descent->last: drop is the loss there less
 * that of the next place, dl_db the gradient at that place. A convex loss that ends higher, downhill
 * all the while at first, has gone over its minimum: dl_db may be anything where drop < 0. */
ScopeDescentAhead scope_descent_ahead (const ScopeDescent *descent, double drop, double dl_db);
