/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-sum.h"

#include <float.h>
#include <math.h>

#include "factors.h"
#include "log-sum.h"
#include "number.h"
#include "wiring.h"

/* Below this part of what it is the difference of, a difference is added up anew, row by row. */
#define LEAST_PART 1e-9
/* Larger terms leave the differences of logits fewer digits than an estimate needs. */
#define MOST_ESTIMATED 1e6
/* A sum of multiples of smaller weights has lost digits below the least double. */
#define LEAST_WEIGHT 0x1p-1000

static ScopeParameters
at_row (const ScopeMany *many, const ScopeParameters *parameters, size_t row)
{
  ScopeParameters at = *parameters;

  scope_batch_row_take (&many->rows[row], &at);
  at.shift = 0;
  return at;
}

/* The gradient of these rows, of the total or the part of the mean of all; a quarter of their mean
 * is a double where the gradient is none. */
static ScopeWide
finish (const ScopeMany *many, ScopeBatchSum *sum)
{
  size_t n = sum->n;
  ScopeBatchOutcome outcome;
  ScopeWide total;

  scope_batch_sum_finish (sum, FALSE, &outcome);
  total = outcome.dl_db;
  if (!isfinite (outcome.dl_db))
    {
      sum->n = 4 * n;
      scope_batch_sum_finish (sum, TRUE, &outcome);
      total = 4 * (ScopeWide) n * outcome.dl_db;
    }
  return many->mean ? total / many->n : total;
}

/* b₃ on all three logits alike moves no p: every gradient is 0, and none is worth looking for. */
static gboolean
moves_nothing (const ScopeParameters *parameters)
{
  const double *w = parameters->w;

  return w[0] == w[1] && w[1] == w[2];
}

/* What is left of it below double's range. */
static ScopeWide
small_gradient (const ScopeOutcome *outcome)
{
  ScopeLogSum sum;
  double log10_abs;
  int sign;

  scope_log_sum_init (&sum);
  scope_log_sum_add_gradient (&sum, outcome);
  sign = scope_log_sum_finish (&sum, &log10_abs);
  return sign == 0 ? outcome->dl_db : sign * scope_wide_pow (10, log10_abs);
}

static ScopeWide
contribution_of (const ScopeMany *many, const ScopeParameters *parameters, size_t row)
{
  ScopeParameters at = at_row (many, parameters, row);
  ScopeOutcome outcome;
  ScopeBatchSum sum;

  if (moves_nothing (parameters) || scope_outcome_evaluate (&at, &outcome) != SCOPE_STATUS_OK)
    return 0;
  if (fabs (outcome.dl_db) < DBL_MIN)
    return small_gradient (&outcome) / (many->mean ? many->n : 1);
  if (isfinite (outcome.dl_db))
    return many->mean ? outcome.dl_db / (double) many->n : outcome.dl_db;
  scope_batch_sum_init (&sum);
  scope_batch_sum_add (&sum, &at);
  return finish (many, &sum);
}

/* Near enough to tell which are the largest, in a fraction of the time. */
static ScopeWide
estimate_of (const ScopeMany *many, const ScopeParameters *parameters, size_t row)
{
  const ScopeBatchRow *flower = &many->rows[row];
  double z[SCOPE_N_CLASSES], most, total = 0, mean = 0;

  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double fed = parameters->w[k] * parameters->b;

      z[k] = flower->a[k] + fed;
      if (!(fabs (flower->a[k]) + fabs (fed) < MOST_ESTIMATED && fabs (parameters->w[k]) < DBL_MAX / 8))
        return scope_wide_fabs (contribution_of (many, parameters, row)) * (many->mean ? many->n : 1);
    }
  most = scope_parameters_largest (z);
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double e = exp (z[k] - most);

      total += e;
      mean += e * (parameters->w[k] - parameters->w[flower->observed]);
    }
  return fabs (mean / total);
}

/* Keeps the largest sizes in falling order. */
static void
insert (ScopeContributions *contributions, unsigned most, size_t row, ScopeWide size)
{
  ScopeContribution *shown = contributions->shown;
  unsigned i = contributions->n_shown;

  if (i == most)
    {
      if (!(size > shown[i - 1].dl_db))
        return;
      i--;
    }
  else
    contributions->n_shown++;
  for (; i > 0 && size > shown[i - 1].dl_db; i--)
    shown[i] = shown[i - 1];
  shown[i] = (ScopeContribution) { row, size };
}

static gboolean
is_shown (const ScopeContributions *contributions, size_t row)
{
  for (unsigned i = 0; i < contributions->n_shown; i++)
    if (contributions->shown[i].row == row)
      return TRUE;
  return FALSE;
}

static ScopeWide
add_others (const ScopeMany *many, const ScopeParameters *parameters, const ScopeContributions *contributions)
{
  ScopeBatchSum sum;
  ScopeWide total;

  if (moves_nothing (parameters))
    return 0;
  scope_batch_sum_init (&sum);
  for (size_t row = 0; row < many->n; row++)
    if (!is_shown (contributions, row))
      {
        ScopeParameters at = at_row (many, parameters, row);

        scope_batch_sum_add (&sum, &at);
      }
  total = finish (many, &sum);
  if (scope_wide_fabs (total) >= DBL_MIN)
    return total;
  total = 0;
  for (size_t row = 0; row < many->n; row++)
    if (!is_shown (contributions, row))
      total += contribution_of (many, parameters, row);
  return total;
}

int
scope_many_small_sum (const ScopeMany *many, const ScopeParameters *parameters, ScopeSmallSum of,
                      double *log10_abs)
{
  ScopeLogSum sum;
  unsigned fed = scope_wiring_only (parameters->w);
  int sign;

  *log10_abs = -INFINITY;
  if (of == SCOPE_SMALL_GRADIENT && moves_nothing (parameters))
    return 0;
  scope_log_sum_init (&sum);
  for (size_t row = 0; row < many->n; row++)
    {
      ScopeParameters at = at_row (many, parameters, row);
      ScopeOutcome outcome;

      if (scope_outcome_evaluate (&at, &outcome) != SCOPE_STATUS_OK)
        continue;
      if (of == SCOPE_SMALL_LOSS)
        scope_log_sum_add (&sum, 1, scope_outcome_log10_loss (&outcome));
      else if (of == SCOPE_SMALL_GRADIENT)
        scope_log_sum_add_gradient (&sum, &outcome);
      else if (fed < SCOPE_N_CLASSES)
        scope_log_sum_add (&sum, 1, scope_outcome_log10_p (&outcome, fed));
    }
  sign = scope_log_sum_finish (&sum, log10_abs);
  if (many->mean && of != SCOPE_SMALL_PREDICTED)
    *log10_abs -= log10 ((double) many->n);
  return sign;
}

/* What such a sum comes close to and never is; 0 for none. The gradient of a row is less than the largest w_k − w_o and
 * more than the smallest one. */
static double
find_bound (const ScopeMany *many, const ScopeParameters *parameters, double value, ScopeSmallSum of)
{
  const double *w = parameters->w;
  double edge = value < 0 ? fmin (w[0], fmin (w[1], w[2])) : fmax (w[0], fmax (w[1], w[2]));
  ScopeWide bound = 0;

  if (of == SCOPE_SMALL_PREDICTED)
    return (double) many->n;
  if (of == SCOPE_SMALL_LOSS)
    return 0;
  for (size_t row = 0; row < many->n; row++)
    bound += (ScopeWide) edge - w[many->rows[row].observed];
  return (double) scope_wide_fabs (many->mean ? bound / many->n : bound);
}

char *
scope_many_number (const ScopeMany *many, const ScopeParameters *parameters, double value, ScopeSmallSum of,
                   unsigned digits, char decimal)
{
  double log10_abs;
  int sign = fabs (value) < DBL_MIN ? scope_many_small_sum (many, parameters, of, &log10_abs) : 0;

  double bound = sign == 0 ? find_bound (many, parameters, value, of) : 0;

  if (sign != 0)
    return scope_number_format_log10 (sign, log10_abs, digits, decimal);
  return bound > 0 ? scope_factors_format_near (value, bound, 0, 0, digits, decimal)
                   : scope_number_format (value, digits, decimal);
}

void
scope_many_contributions_find (const ScopeMany *many, const ScopeParameters *parameters, double sum,
                               unsigned most, ScopeContributions *contributions)
{
  ScopeWide rest = sum, largest = fabs (sum);

  *contributions = (ScopeContributions) { .n_shown = 0 };
  for (size_t row = 0; row < many->n; row++)
    if (many->n <= most)
      contributions->shown[contributions->n_shown++].row = row;
    else
      insert (contributions, most, row, estimate_of (many, parameters, row));
  /* What the chain rule is about is always one of them. */
  if (!is_shown (contributions, many->selected))
    contributions->shown[contributions->n_shown - 1].row = many->selected;
  contributions->n_others = many->n - contributions->n_shown;
  for (unsigned i = 0; i < contributions->n_shown; i++)
    {
      ScopeContribution *shown = &contributions->shown[i];

      shown->dl_db = contribution_of (many, parameters, shown->row);
      rest -= shown->dl_db;
      largest += scope_wide_fabs (shown->dl_db);
    }
  if (contributions->n_others == 0)
    return;
  contributions->others
    = isfinite (sum) && fabs (sum) >= DBL_MIN && scope_wide_fabs (rest) > LEAST_PART * largest
        ? rest
        : add_others (many, parameters, contributions);
}

/* --- As a sum that is printed */

static ScopeWide
get_addend (const ScopeContributions *contributions, unsigned i)
{
  return i < contributions->n_shown ? contributions->shown[i].dl_db : contributions->others;
}

/* TRUE where the addends, each with so many decimals, add up to the sum as it is printed, and not
 * to the very middle between it and another. */
static gboolean
adds_up (const ScopeContributions *contributions, double sum, unsigned digits, int decimals)
{
  int places = (int) digits - 1 - (int) floor (log10 (fabs (sum)));
  ScopeWide power = scope_wide_pow (10, decimals), unit = scope_wide_pow (10, -places);
  ScopeWide total = 0, units;

  for (unsigned i = 0; i <= contributions->n_shown; i++)
    total += scope_wide_round (get_addend (contributions, i) * power);
  units = total / power / unit;
  return scope_wide_round (units) == scope_wide_round (sum / unit)
         && scope_wide_fabs (units - scope_wide_round (units)) < SCOPE_WIDE_C (0.499);
}

int
scope_many_contributions_decimals (const ScopeContributions *contributions, double sum, unsigned digits,
                                   gboolean exact)
{
  ScopeWide largest = 0;
  int least;

  for (unsigned i = 0; i <= contributions->n_shown; i++)
    largest = scope_wide_fmax (largest, scope_wide_fabs (get_addend (contributions, i)));
  if (!(largest > 0 && largest < INFINITY))
    return -1;
  least = (int) digits - 1 - (int) scope_wide_floor (scope_wide_log10 (largest));
  if (least < 0 || least > SCOPE_MOST_SUM_DECIMALS)
    return -1;
  for (int more = least; exact && sum != 0 && isfinite (sum) && more <= SCOPE_MOST_SUM_DECIMALS; more++)
    if (adds_up (contributions, sum, digits, more))
      return more;
  return least;
}

/* --- The balance */

static double
add_probabilities (const ScopeMany *many, const ScopeParameters *parameters, unsigned k)
{
  ScopeWide sum = 0;

  for (size_t row = 0; row < many->n; row++)
    {
      ScopeParameters at = at_row (many, parameters, row);
      ScopeOutcome outcome;

      if (scope_outcome_evaluate (&at, &outcome) == SCOPE_STATUS_OK)
        sum += outcome.p[k];
    }
  return (double) sum;
}

gboolean
scope_many_balance (const ScopeMany *many, const ScopeParameters *parameters, double sum, unsigned *k,
                    double *predicted, size_t *observed)
{
  const double *w = parameters->w;
  ScopeWide total = many->mean ? (ScopeWide) sum * many->n : (ScopeWide) sum;

  *k = scope_wiring_only (parameters->w);
  if (*k == SCOPE_N_CLASSES)
    return FALSE;
  *observed = 0;
  for (size_t row = 0; row < many->n; row++)
    *observed += many->rows[row].observed == *k;
  /* ∂L/∂b₃ = w·(Σ p_k − how many there are) */
  *predicted = (double) (total / w[*k] + *observed);
  if (!(*predicted > LEAST_PART * (double) many->n) || !isfinite (sum) || fabs (w[*k]) < LEAST_WEIGHT)
    *predicted = add_probabilities (many, parameters, *k);
  return TRUE;
}
