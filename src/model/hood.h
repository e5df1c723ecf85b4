/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "outcome.h"

/* Under the hood: what plain double arithmetic makes of the same formulas, as a student would write
 * them, beside the exact values of outcome.h. */

/* --- Finite differences */

/* The slope of the secant through b₃ and b₃ + h: (L(b₃ + h) − L(b₃))/h in plain double, from losses
 * that are correctly rounded doubles.
 *
 * h > 0, finite. Where h is lost in b₃ + h, the slope is 0, as it is for the student. slope is
 * infinite where a loss is. Returns SCOPE_STATUS_BAD_RANGE for another h, SCOPE_STATUS_NOT_FINITE
 * where the slope is undefined (∞ − ∞) or an input is not finite, SCOPE_STATUS_BAD_CLASS, or
 * SCOPE_STATUS_OK; slope is written with the last alone. */
ScopeStatus scope_hood_secant (const ScopeParameters *parameters, double h, double *slope);

/* |secant − exact gradient| for n ≥ 2 values of h at equal ratios from h_first to h_last, both exact
 * and greater than 0, into caller-owned arrays. What is undefined is INFINITY. Returns
 * SCOPE_STATUS_BAD_RANGE or the status of scope_outcome_evaluate(). */
ScopeStatus scope_hood_secant_errors (const ScopeParameters *parameters, double h_first, double h_last,
                                      size_t n, double *h, double *error);

/* --- Naive arithmetic */

/* What became of a number. */
typedef enum
{
  SCOPE_NAIVE_FINE,
  SCOPE_NAIVE_INEXACT,             /* off by more than SCOPE_NAIVE_VISIBLE of the exact value */
  SCOPE_NAIVE_OVERFLOWS,           /* infinite, the exact value is not */
  SCOPE_NAIVE_UNDERFLOWS,          /* 0, the exact value is below what doubles reach */
  SCOPE_NAIVE_ROUNDS_TO_ZERO,      /* 0, the exact value is a double */
  SCOPE_NAIVE_ZERO_TIMES_INFINITY, /* 0·∞ */
  SCOPE_NAIVE_INFINITY_OVER_INFINITY,
  SCOPE_NAIVE_ZERO_OVER_ZERO,
  SCOPE_NAIVE_UNDEFINED, /* made from something undefined, or ∞ − ∞ */
} ScopeNaiveStatus;
#define SCOPE_N_NAIVE_STATUSES 9
#define SCOPE_NAIVE_VISIBLE 1e-6

/* value is never NaN: 0 where the status says that it is undefined. */
typedef struct
{
  double value;
  ScopeNaiveStatus status;
} ScopeNaive;

typedef struct
{
  ScopeNaive exponential[SCOPE_N_CLASSES]; /* e^{z_k} */
  ScopeNaive sum;                          /* Σ e^{z_k} */
  ScopeNaive p[SCOPE_N_CLASSES];           /* e^{z_k}/Σ */
  ScopeNaive loss;                         /* −ln p_o */
  ScopeNaive gradient;                     /* Σ_{w_k≠0} (−1/p_o)·(p_o·([k = o] − p_k))·w_k */
} ScopeNaiveOutcome;

/* TRUE for the four statuses without a value. */
bool scope_hood_naive_is_undefined (ScopeNaiveStatus status);

/* Evaluates in plain double, without any shift, and says what became of each number. Statuses as
 * scope_outcome_evaluate(). */
ScopeStatus scope_hood_naive (const ScopeParameters *parameters, ScopeNaiveOutcome *naive);

/* Three ways for plain arithmetic to break. */
typedef enum
{
  SCOPE_BREAK_OVERFLOW,           /* some e^{z_k} is infinite, p_o is ∞/∞ */
  SCOPE_BREAK_UNDERFLOW,          /* every e^{z_k} is 0, p_o is 0/0 */
  SCOPE_BREAK_ZERO_TIMES_INFINITY /* p_o is 0, so −1/p_o is infinite and the product is 0·∞ */
} ScopeBreak;
#define SCOPE_N_BREAKS 3

/* Logits a for which, with the present b₃, shift, wiring and observed class, arithmetic breaks in that way.
 * For the first two all three logits are shifted by one number, which the exact values do not see;
 * where the present logits are too far apart for that, an ordinary set of them is. false, and a as
 * it was, where there are none: b₃ reaches no logit, or moves one so far that its digits are lost. */
bool scope_hood_breaking_logits (const ScopeParameters *parameters, ScopeBreak how,
                                 double a[SCOPE_N_CLASSES]);
/* Which of the three the parameters show already; false where it is none. */
bool scope_hood_find_break (const ScopeParameters *parameters, ScopeBreak *how);
