/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "factors.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "log-sum.h"
#include "number.h"

/* --- Reading what was printed */

/* "-4.21", to the last of its digits: a double has not all of 17, and sums that cancel tell. */
static ScopeWide
read_decimal (const char *plain)
{
  gboolean negative = *plain == '-', fraction = FALSE;
  ScopeWide digits = 0.0;
  int places = 0;

  for (const char *at = plain + negative; *at == '.' || g_ascii_isdigit (*at); at++)
    {
      if (*at == '.')
        {
          fraction = TRUE;
          continue;
        }
      digits = 10 * digits + (*at - '0');
      places += fraction;
    }
  digits /= scope_wide_pow (10, places);
  return negative ? -digits : digits;
}

const char *
scope_factors_find_power (const char *printed)
{
  const char *power = strstr (printed, "10^(");

  return power != NULL ? power + strlen ("10^(") : NULL;
}

/* "−4.21·10⁴³⁴" → "-4.21e434" */
ScopeWide
scope_factors_read (const char *printed)
{
  const char *beyond = scope_factors_find_power (printed);
  char plain[64];
  gsize n = 0;
  gboolean in_power = FALSE;

  if (beyond != NULL)
    return (g_str_has_prefix (printed, "−") ? -1 : 1) * scope_wide_pow (10, scope_factors_read (beyond));
  for (const char *at = printed; *at != '\0' && n + 2 < sizeof plain; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      char raised = scope_number_lower (character);

      if (character == 0x2212)
        plain[n++] = '-';
      else if (character == ',' || character == '.')
        plain[n++] = '.';
      else if (character == 0xb7)
        {
          plain[n++] = 'e';
          in_power = TRUE;
        }
      else if (raised != 0)
        plain[n++] = raised;
      else if (character < 0x80 && !in_power)
        plain[n++] = (char) character;
      else if (character == 0x221e)
        return plain[0] == '-' && n == 1 ? (ScopeWide) -INFINITY : (ScopeWide) INFINITY;
    }
  plain[n] = '\0';

  /* Not strtold, which reads the decimal sign of the locale: mantissa and exponent apart. */
  char *power = strchr (plain, 'e');

  if (power == NULL)
    return read_decimal (plain);
  *power = '\0';
  return read_decimal (plain) * scope_wide_pow (10.0, (ScopeWide) g_ascii_strtoll (power + 1, NULL, 10));
}

ScopeWide
scope_factors_as_printed (double value, unsigned digits)
{
  g_autofree char *printed = scope_number_format (value, digits, '.');

  return scope_factors_read (printed);
}

/* --- Choosing the digits */

/* TRUE where double has lost digits of a value that its logarithm still knows. */
static gboolean
is_beyond (double value, double log10_abs)
{
  return isinf (value) || (fabs (value) < DBL_MIN && isfinite (log10_abs));
}

static char *
format_factor (double value, double log10_abs, int sign, unsigned digits, char decimal)
{
  if (is_beyond (value, log10_abs))
    return scope_number_format_log10 (sign, log10_abs, digits, decimal);
  return scope_number_format (value, digits, decimal);
}

char *
scope_factors_format_near (double value, double bound, double log10_abs, int sign, unsigned digits,
                           char decimal)
{
  int places;

  if (fabs (value) == bound && bound >= 1e-4 && bound < 1e5)
    {
      places = (int) digits - 1 - (int) floor (log10 (bound));
      if (places > 0)
        return scope_number_format_fixed (value, (unsigned) places, decimal);
    }
  return format_factor (value, log10_abs, sign, digits, decimal);
}

static void
print (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned digits, char decimal)
{
  factors->digits = digits;
  g_free (factors->dl_dp);
  factors->dl_dp = scope_factors_format_near (outcome->dl_dp, 1, outcome->log10_dl_dp, -1, digits, decimal);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      int sign = k == outcome->observed ? 1 : -1;

      g_free (factors->dp_dz[k]);
      g_free (factors->dz_db[k]);
      factors->dp_dz[k] = format_factor (outcome->dp_dz[k], outcome->log10_dp_dz[k], sign, digits, decimal);
      factors->dz_db[k] = scope_number_format (outcome->dz_db[k], digits, decimal);
    }
}

static ScopeWide
product (const ScopeFactors *factors, guint k)
{
  return scope_factors_read (factors->dl_dp) * scope_factors_read (factors->dp_dz[k])
         * scope_factors_read (factors->dz_db[k]);
}

/* Equal once both are rounded to as many digits, and no tie, which readers round as they like. */
static gboolean
prints_as (ScopeWide value, ScopeWide result, unsigned digits)
{
  static const ScopeWide nudges[] = { 1.0 - SCOPE_WIDE_C (1e-14), 1.0 + SCOPE_WIDE_C (1e-14) };

  for (guint i = 0; i < G_N_ELEMENTS (nudges); i++)
    if (!scope_number_rounds_alike (value * nudges[i], result, digits))
      return FALSE;
  return TRUE;
}

/* The digits that the printed result has: all places before the point are shown. */
static unsigned
digits_of (double result, unsigned digits)
{
  double size = fabs (result);

  if (size < 1 || size >= 1e5)
    return digits;
  return MAX (digits, (unsigned) floor (log10 (size)) + 1);
}

/* (p_k − y_k)·w_k: below 0 for the observed class and a positive weight. */
static int
path_sign (const ScopeOutcome *outcome, guint k)
{
  return (k == outcome->observed) == (outcome->dz_db[k] > 0) ? -1 : 1;
}

static unsigned
count_wired (const ScopeOutcome *outcome)
{
  unsigned n = 0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    n += outcome->dz_db[k] != 0 ? 1 : 0;
  return n;
}

/* The only path, where its logarithm may know more of the gradient than double does; else SCOPE_N_CLASSES. */
static guint
find_small_path (const ScopeOutcome *outcome)
{
  guint k = 0;

  if (count_wired (outcome) != 1 || fabs (outcome->dl_db) >= 1)
    return SCOPE_N_CLASSES;
  while (outcome->dz_db[k] == 0)
    k++;
  return k;
}

/* The sum of several paths that cancel below double's range; 0 for none. */
static int
find_small_sum (const ScopeOutcome *outcome, double *log10_abs)
{
  ScopeLogSum sum;

  if (count_wired (outcome) < 2 || fabs (outcome->dl_db) >= DBL_MIN)
    return 0;
  scope_log_sum_init (&sum);
  scope_log_sum_add_gradient (&sum, outcome);
  return scope_log_sum_finish (&sum, log10_abs);
}

/* The gradient; where the only path underflows, what is left of it in its logarithm. */
static ScopeWide
result_of (const ScopeOutcome *outcome)
{
  guint k = find_small_path (outcome);
  double log10_abs;
  int sign = find_small_sum (outcome, &log10_abs);

  if (sign != 0)
    return sign * scope_wide_pow (10.0, log10_abs);
  if (k == SCOPE_N_CLASSES || !is_beyond (outcome->dl_db, scope_outcome_log10_path (outcome, k)))
    return outcome->dl_db;
  return path_sign (outcome, k) * scope_wide_pow (10.0, scope_outcome_log10_path (outcome, k));
}

/* What the gradient comes close to and never is: the largest and the smallest w_k − w_o. */
static double
find_bound (const ScopeOutcome *outcome)
{
  double own = outcome->dz_db[outcome->observed], bound = 0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    bound = fmax (bound, outcome->dl_db < 0 ? own - outcome->dz_db[k] : outcome->dz_db[k] - own);
  return bound;
}

char *
scope_factors_format_result (const ScopeOutcome *outcome, unsigned digits, char decimal)
{
  guint k = find_small_path (outcome);
  double log10_abs, bound = find_bound (outcome);
  int sign = find_small_sum (outcome, &log10_abs);

  if (sign != 0)
    return scope_number_format_log10 (sign, log10_abs, digits, decimal);
  if (outcome->dl_db != 0 && fabs (outcome->dl_db) == bound)
    return scope_factors_format_near (outcome->dl_db, bound, 0, 0, digits, decimal);
  if (k == SCOPE_N_CLASSES)
    return scope_number_format (outcome->dl_db, digits, decimal);
  return format_factor (outcome->dl_db, scope_outcome_log10_path (outcome, k), path_sign (outcome, k), digits,
                        decimal);
}

char *
scope_factors_format_loss (const ScopeOutcome *outcome, unsigned digits, char decimal)
{
  return format_factor (outcome->loss, scope_outcome_log10_loss (outcome), 1, digits, decimal);
}

static gboolean
multiplies (const ScopeFactors *factors, const ScopeOutcome *outcome, unsigned result_digits)
{
  ScopeWide sum = 0.0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (outcome->dz_db[k] != 0)
      sum += product (factors, k);
  return prints_as (sum, result_of (outcome), digits_of (outcome->dl_db, result_digits));
}

/* --- The paths as terms of a printed sum */

typedef char *(*PrintTerm) (const ScopeOutcome *outcome, guint k, unsigned places, char decimal);

static char *
print_fixed (const ScopeOutcome *outcome, guint k, unsigned places, char decimal)
{
  return scope_number_format_fixed (outcome->path[k], places, decimal);
}

/* Not lost below double's range. */
static char *
print_digits (const ScopeOutcome *outcome, guint k, unsigned digits, char decimal)
{
  return scope_factors_format_near (outcome->path[k], fabs (outcome->dz_db[k]),
                                    scope_outcome_log10_path (outcome, k), path_sign (outcome, k), digits,
                                    decimal);
}

/* Prints every path and adds up what was printed. */
static ScopeWide
print_terms (ScopeFactors *factors, const ScopeOutcome *outcome, PrintTerm print_term, unsigned places,
             char decimal)
{
  ScopeWide sum = 0.0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_free (factors->path[k]);
      factors->path[k] = outcome->dz_db[k] == 0 ? g_strdup ("0") : print_term (outcome, k, places, decimal);
      sum += scope_factors_read (factors->path[k]);
    }
  return sum;
}

/* The places after the point at which the largest term has so many digits; FALSE where a term is too
 * large or too small to be written with the same places as the others. */
static gboolean
find_places (const ScopeOutcome *outcome, unsigned digits, unsigned *places)
{
  double largest = 0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double size = fabs (outcome->path[k]);

      if (size >= 1e5 || (size != 0 && size < 1e-3))
        return FALSE;
      largest = fmax (largest, size);
    }
  *places
    = (unsigned) CLAMP ((int) digits - 1 - (int) floor (log10 (fmax (largest, 1e-3))), 0, SCOPE_MOST_DIGITS);
  return TRUE;
}

/* With the fewest decimals, else the fewest digits, at which the printed terms add up to the printed
 * result. While a value is dragged they don't change their length. */
static void
print_paths (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned result_digits, char decimal,
             gboolean settled)
{
  unsigned wanted = digits_of (outcome->dl_db, result_digits), places;
  gboolean alone = factors->n_wired < 2;

  if (!alone && find_places (outcome, result_digits, &places))
    for (unsigned more = 0; more < 4; more++)
      {
        ScopeWide sum = print_terms (factors, outcome, print_fixed, places + more, decimal);
        /* A sum that is 0 is printed as 0 where all its places are. */
        ScopeWide half = 0.5 * scope_wide_pow (10, -(int) (places + more));
        gboolean nothing = outcome->dl_db == 0 && scope_wide_fabs (sum) < half;

        if (!settled || nothing || prints_as (sum, outcome->dl_db, wanted))
          return;
      }
  for (unsigned digits = result_digits; digits <= SCOPE_MOST_DIGITS; digits++)
    {
      ScopeWide sum = print_terms (factors, outcome, print_digits, digits, decimal);

      if (!settled || alone || prints_as (sum, outcome->dl_db, wanted))
        return;
    }
  print_terms (factors, outcome, print_digits, result_digits, decimal);
}

/* What is shown beside the factors, none of it lost below double's range. */
static void
print_values (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned digits, char decimal)
{
  factors->loss = scope_factors_format_loss (outcome, digits, decimal);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean own = k == outcome->observed;
      double log10_p = scope_outcome_log10_p (outcome, k);

      factors->p[k] = scope_factors_format_near (outcome->p[k], 1, log10_p, 1, digits, decimal);
      factors->dl_dz[k] = own ? scope_factors_format_near (outcome->dl_dz[k], 1,
                                                           outcome->log10_dp_dz[k] + outcome->log10_dl_dp, -1,
                                                           digits, decimal)
                              : scope_factors_format_near (outcome->dl_dz[k], 1, log10_p, 1, digits, decimal);
    }
  factors->result = scope_factors_format_result (outcome, digits, decimal);
}

/* --- What is equal, and what is about so */

const char *
scope_factors_equals (ScopeWide value, const char *printed, unsigned digits)
{
  ScopeWide result = scope_factors_read (printed);

  /* ∞·0 of powers beyond all types is nobody's to reckon. */
  if (isnan (value))
    return "=";
  return prints_as (value, result, digits_of ((double) result, digits)) ? "=" : "≈";
}

/* Decimals add up to 0 but for what their sum in binary loses. */
static gboolean
is_nothing (const ScopeFactors *factors, ScopeWide sum)
{
  ScopeWide largest = 0.0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    largest += scope_wide_fabs (scope_factors_read (factors->path[k]));
  return scope_wide_fabs (sum) <= largest * SCOPE_WIDE_C (1e-14);
}

/* While a value is dragged nobody reckons, and the signs stand still. */
static void
find_equals (ScopeFactors *factors, unsigned digits, gboolean settled)
{
  ScopeWide sum = 0.0;

  factors->equals = "=";
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    factors->path_equals[k] = "=";
  if (!settled)
    return;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      ScopeWide along = product (factors, k);

      factors->path_equals[k] = scope_factors_equals (along, factors->path[k], digits);
      sum += factors->n_wired == 1 ? along : scope_factors_read (factors->path[k]);
    }
  if (scope_factors_read (factors->result) != 0 || !is_nothing (factors, sum))
    factors->equals = scope_factors_equals (sum, factors->result, digits);
}

/* The factors with as few digits as will do. */
static void
print_factors (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned result_digits, char decimal,
               gboolean settled)
{
  unsigned least = result_digits < 4 ? result_digits : MIN (result_digits + 1, SCOPE_MOST_DIGITS);

  for (unsigned digits = least; digits <= SCOPE_MOST_DIGITS; digits++)
    {
      print (factors, outcome, digits, decimal);
      if (!settled || multiplies (factors, outcome, result_digits))
        return;
    }
  print (factors, outcome, least, decimal);
}

void
scope_factors_init (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned result_digits, char decimal,
                    gboolean settled)
{
  *factors = (ScopeFactors) { .n_wired = count_wired (outcome) };
  print_values (factors, outcome, result_digits, decimal);
  print_paths (factors, outcome, result_digits, decimal, settled);
  print_factors (factors, outcome, result_digits, decimal, settled);
  find_equals (factors, result_digits, settled);
}

void
scope_factors_clear (ScopeFactors *factors)
{
  g_free (factors->dl_dp);
  g_free (factors->result);
  g_free (factors->loss);
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_free (factors->dp_dz[k]);
      g_free (factors->dz_db[k]);
      g_free (factors->path[k]);
      g_free (factors->p[k]);
      g_free (factors->dl_dz[k]);
    }
  *factors = (ScopeFactors) { 0 };
}
