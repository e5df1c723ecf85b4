/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "difference.h"

#include <math.h>
#include <stdbool.h>

/* Below this size every term's rounding is far under what the exponential can see, so that one
 * pass of compensated additions is enough; above it bits may cancel without limit. */
#define SAFE_TERM 0x1p40
/* Terms above this one could overflow when they are added, so they are taken at 2^−128. */
#define HUGE_TERM 0x1p1000
#define SCALE_BITS 128

typedef struct
{
  double sum, error;
} Pair;

/* sum + error = x + y exactly. */
static inline Pair
two_sum (double x, double y)
{
  double sum = x + y;
  double y_part = sum - x;
  double error = (x - (sum - y_part)) + (y - y_part);

  return (Pair) { sum, error };
}

/* sum + error = x·y exactly, but for underflow, which is far below what is ever seen. */
static inline Pair
two_product (double x, double y)
{
  double product = x * y;

  /* The usual weights lose nothing. */
  return (Pair) { product, x == 0 || x == 1 ? 0 : fma (x, y, -product) };
}

static ScopeDifference
normalise (ScopeWide big, ScopeWide small)
{
  ScopeWide hi = big + small;
  ScopeWide small_part = hi - big;
  ScopeWide lo = (big - (hi - small_part)) + (small - small_part);

  return (ScopeDifference) { hi, lo };
}

/* Adds term to an expansion of n non-overlapping doubles, smallest first; one longer after it.
 * J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997, GROW-EXPANSION. */
static void
grow_expansion (double *expansion, unsigned n, double term)
{
  double carry = term;

  for (unsigned i = 0; i < n; i++)
    {
      Pair pair = two_sum (carry, expansion[i]);

      expansion[i] = pair.error;
      carry = pair.sum;
    }
  expansion[n] = carry;
}

static ScopeDifference
exact_sum (const double *terms, unsigned n)
{
  double expansion[6];
  ScopeDifference sum = { 0.0, 0.0 };

  for (unsigned i = 0; i < n; i++)
    grow_expansion (expansion, i, terms[i]);
  /* From the largest down: each part is below the last bit of the one before it. */
  for (unsigned i = n; i-- > 0;)
    sum = normalise (sum.hi, sum.lo + expansion[i]);
  return sum;
}

/* The larger factor carries the scale, so that it stays a normal number. */
static Pair
scaled_product (double x, double y)
{
  if (fabs (x) > fabs (y))
    return two_product (ldexp (x, -SCALE_BITS), y);
  return two_product (x, ldexp (y, -SCALE_BITS));
}

static ScopeDifference
scaled_difference (const ScopeParameters *parameters, unsigned k, unsigned m)
{
  Pair product_k = scaled_product (parameters->w[k], parameters->b);
  Pair product_m = scaled_product (parameters->w[m], parameters->b);
  ScopeDifference difference;

  /* Different weights this large differ by more than any two raw outputs do. The subtraction also
   * catches two finite products of opposite signs whose difference overflows. */
  if (!isfinite (product_k.sum - product_m.sum))
    {
      int w_sign = parameters->w[k] > parameters->w[m] ? 1 : -1;
      int b_sign = parameters->b > 0 ? 1 : -1;

      return (ScopeDifference) { w_sign * b_sign * (ScopeWide) INFINITY, 0.0 };
    }
  difference
    = exact_sum ((double[6]) { ldexp (parameters->a[k], -SCALE_BITS), -ldexp (parameters->a[m], -SCALE_BITS),
                               product_k.sum, product_k.error, -product_m.sum, -product_m.error },
                 6);
  return (ScopeDifference) { scope_wide_ldexp (difference.hi, SCALE_BITS),
                             scope_wide_ldexp (difference.lo, SCALE_BITS) };
}

static inline bool
all_within (const double terms[4], double most)
{
  return fabs (terms[0]) <= most && fabs (terms[1]) <= most && fabs (terms[2]) <= most
         && fabs (terms[3]) <= most;
}

ScopeDifference
scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m)
{
  double a_k = parameters->a[k], a_m = parameters->a[m];
  /* The same weight cancels exactly, whatever the bias. */
  double b = parameters->w[k] != parameters->w[m] ? parameters->b : 0.0;
  Pair product_k = two_product (parameters->w[k], b);
  Pair product_m = two_product (parameters->w[m], b);
  const double terms[] = { a_k, a_m, product_k.sum, product_m.sum };

  if (all_within (terms, SAFE_TERM))
    {
      Pair raw = two_sum (a_k, -a_m);
      Pair fed = two_sum (product_k.sum, -product_m.sum);
      Pair sum = two_sum (raw.sum, fed.sum);
      ScopeWide rest
        = (ScopeWide) raw.error + fed.error + product_k.error - (ScopeWide) product_m.error + sum.error;

      return normalise (sum.sum, rest);
    }
  if (all_within (terms, HUGE_TERM))
    return exact_sum (
      (double[6]) { a_k, -a_m, product_k.sum, product_k.error, -product_m.sum, -product_m.error }, 6);
  if (b == 0.0)
    return normalise (a_k, -(ScopeWide) a_m);
  return scaled_difference (parameters, k, m);
}
