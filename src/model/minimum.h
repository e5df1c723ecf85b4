/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Where the loss of many rows is least, and whether there is such a place. */

typedef enum
{
  SCOPE_MINIMUM_FINITE,
  SCOPE_MINIMUM_AT_PLUS_INFINITY,  /* no row pulls b₃ down for good: L keeps falling as it rises */
  SCOPE_MINIMUM_AT_MINUS_INFINITY, /* no row pulls b₃ up for good: L keeps falling as it falls */
  SCOPE_MINIMUM_FLAT,              /* all weights are the same: L is the same everywhere */
  SCOPE_MINIMUM_BEYOND,            /* it is finite, but beyond the largest double */
} ScopeMinimumKind;

/* Where the loss falls for ever, to one side or the other. */
bool scope_minimum_is_endless (ScopeMinimumKind kind);

typedef struct _ScopeMinimum
{
  ScopeMinimumKind kind;

  /* The limits of ∂L/∂b₃ as b₃ → −∞ and +∞: there is a finite minimum exactly where the first is
   * negative and the second positive. */
  double dl_db_at_minus_infinity, dl_db_at_plus_infinity;

  /* The greatest lower bound of L over all b₃: its minimum, or what it falls towards for ever. */
  double bound;

  double b;             /* SCOPE_MINIMUM_FINITE alone: the double nearest to the minimum */
  ScopeBatchOutcome at; /* and what is there */
  unsigned passes;      /* over the rows, that the search took: at most SCOPE_MINIMUM_MOST_PASSES */
} ScopeMinimum;

/* Two walks to a bracket, a halving of its doubles in three steps, and two edges of a flat valley. */
#define SCOPE_MINIMUM_MOST_PASSES 400

/* The limits alone, and whether there is a minimum; bound, b and at are left alone. One pass over
 * the rows, exact but for the rounding to double: as b₃ → ±∞ the classes with the largest (least)
 * weight win, and a row's gradient goes to that weight less the weight of its observed class.
 * Statuses as scope_batch_evaluate(). */
ScopeStatus scope_minimum_limits (const ScopeBatch *batch, ScopeMinimum *minimum);

/* The minimum, to the last bits: Newton's method on the unrounded gradient, kept inside a bracket
 * and bisecting where it does not halve the doubles in that. Where rounding leaves a whole interval without slope,
 * the middle of it. SCOPE_MINIMUM_BEYOND where the gradient does not change its sign between the
 * largest doubles. Statuses as scope_batch_evaluate(). */
ScopeStatus scope_minimum_find (const ScopeBatch *batch, ScopeMinimum *minimum);
