/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many.h"
#include "wide.h"

/* What each flower contributes to the gradient of the sum. Every number here is finite: weights that are
 * doubles have differences, and sums, that only ScopeWide holds. */

#define SCOPE_MOST_CONTRIBUTIONS 12

typedef struct
{
  size_t row;
  ScopeWide dl_db; /* of the mean where it is one: divided by the number of flowers */
} ScopeContribution;

typedef struct
{
  ScopeContribution shown[SCOPE_MOST_CONTRIBUTIONS];
  unsigned n_shown;
  size_t n_others;
  ScopeWide others; /* the sum of those that are not shown */
} ScopeContributions;

/* Up to `most` rows, 1 ≤ most ≤ SCOPE_MOST_CONTRIBUTIONS: all of them in their order, or where
 * there are more the largest in size, largest first, and always the selected one, last where it is
 * not large. sum is the gradient of the whole sum at that bias, infinite where it is no double. Each number is as exact as the
 * model's; which of two rows that agree to 1e−9 is the larger is not. */
void scope_many_contributions_find (const ScopeMany *many, const ScopeParameters *parameters, double sum,
                                    unsigned most, ScopeContributions *contributions);

/* A sum over the rows of what double has nothing of any more: as sign and logarithm, and 0 for 0. */
typedef enum
{
  SCOPE_SMALL_LOSS,
  SCOPE_SMALL_GRADIENT,
  SCOPE_SMALL_PREDICTED, /* Σ p_k of the class that b₃ feeds alone, never divided by the number of rows; else 0 */
} ScopeSmallSum;

int scope_many_small_sum (const ScopeMany *many, const ScopeParameters *parameters, ScopeSmallSum of,
                          double *log10_abs);

/* value, which is such a sum at these parameters, as it is printed: what is left of it where double has
 * nothing. The caller frees it. */
char *scope_many_number (const ScopeMany *many, const ScopeParameters *parameters, double value,
                         ScopeSmallSum of, unsigned digits, char decimal);

#define SCOPE_MOST_SUM_DECIMALS 7

/* How many decimals each contribution is printed with: as many as give the largest so many significant
 * digits; with exact as many more as it takes that what is printed adds up to the sum as it is printed.
 * Where none are enough, as for a sum that is all but 0, those of the largest. −1 where they would be
 * far too many or none. */
int scope_many_contributions_decimals (const ScopeContributions *contributions, double sum, unsigned digits,
                                       gboolean exact);

/* With b₃ on one class alone: how many flowers of that class the network sees, Σ p_k, and how many
 * there are. sum as above. FALSE for any other wiring. */
gboolean scope_many_balance (const ScopeMany *many, const ScopeParameters *parameters, double sum,
                             unsigned *k, double *predicted, size_t *observed);
