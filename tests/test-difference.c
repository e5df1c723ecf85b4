/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "difference.h"
#include "logit.h"

#include <glib.h>
#include <math.h>
#include <mpfr.h>

#include "random.h"

/* The bits from above any w·b, 2²⁰⁴⁸, down to below any, 2⁻²¹⁴⁸. */
#define EXACT_BITS 4300

/* hi + lo, which may be wider than a double and beyond it, to the last bit. */
static void
add_wide (mpfr_t sum, ScopeDifference d)
{
  mpfr_t head;

  mpfr_init2 (head, 53);
  for (int part = 0; part < 2; part++)
    {
      __typeof__ (d.hi) rest = part == 0 ? d.hi : d.lo;
      int scale = rest > 0x1p1000 || rest < -0x1p1000 ? 128 : 0;

      rest *= scale > 0 ? 0x1p-128 : 1;
      for (int i = 0; i < 3; i++)
        {
          mpfr_set_d (head, (double) rest, MPFR_RNDN);
          mpfr_mul_2si (head, head, scale, MPFR_RNDN);
          mpfr_add (sum, sum, head, MPFR_RNDN);
          rest -= (double) rest;
        }
    }
  mpfr_clear (head);
}

/* |hi + lo − exact|, and |exact| itself. */
static double
find_error (const ScopeParameters *in, unsigned k, unsigned m, double *size)
{
  ScopeDifference d = scope_difference (in, k, m);
  mpfr_t exact, term;
  double error;

  mpfr_inits2 (EXACT_BITS, exact, term, (mpfr_ptr) NULL);
  mpfr_set_d (exact, in->w[k], MPFR_RNDN);
  mpfr_sub_d (exact, exact, in->w[m], MPFR_RNDN);
  mpfr_mul_d (exact, exact, in->b, MPFR_RNDN);
  mpfr_add_d (exact, exact, in->a[k], MPFR_RNDN);
  mpfr_sub_d (exact, exact, in->a[m], MPFR_RNDN);
  *size = fabs (mpfr_get_d (exact, MPFR_RNDN));
  mpfr_set_zero (term, 1);
  add_wide (term, d);
  mpfr_sub (term, term, exact, MPFR_RNDN);
  error = fabs (mpfr_get_d (term, MPFR_RNDN));
  mpfr_clears (exact, term, (mpfr_ptr) NULL);
  mpfr_free_cache ();
  return error;
}

/* Each row's difference of the first two logits is exact in hi + lo; so is its opposite. */
static void
test_exact (void)
{
  static const double one = 1 + 0x1p-52;
  const ScopeParameters rows[] = {
    { .a = { 1, 0x1p-60 } },
    { .a = { 0x1p-1000 * one, 0x1p-1040 } },
    { .a = { 0x1p-1074, 0 }, .w = { 1, 3 }, .b = 0x1p-1074 },
    { .a = { 5, 5 }, .w = { one, 0 }, .b = one },
    { .a = { 5, 5 }, .w = { 0, one }, .b = one },
    { .a = { 0x1p39, 0x1p39 }, .w = { one, 0 }, .b = -one },
    /* Beyond what one pass may add: all but the last bits cancel. */
    { .a = { 0x1p60, -0x1p-60 }, .w = { 1, 0 }, .b = -0x1p60 },
    { .a = { 0x1p50 * (1 + 0x1p-51), 0 }, .w = { 0, one }, .b = 0x1p50 * one },
    { .a = { 0x1p50 * (1 + 0x1p-51) + 1, 0 }, .w = { 0, one }, .b = 0x1p50 * one },
    { .a = { 0, 0x1p50 * (1 + 0x1p-51) }, .w = { one, 0 }, .b = 0x1p50 * one },
    { .a = { 0x1p900, 0x1p900 }, .w = { one, 0.5 }, .b = one },
    { .a = { 0, 0 }, .w = { 0x1p60 * one, 0x1p60 }, .b = one },
    /* Sums and products that leave the range of double on the way. */
    { .a = { DBL_MAX, -0x1p1000 }, .w = { 1, 0 }, .b = 1 },
    { .a = { 0x1p1000, -DBL_MAX }, .w = { 1, 0 }, .b = 1 },
    { .a = { 0x1p1000, 0 }, .w = { DBL_MAX, 0 }, .b = 1 },
    { .a = { 0x1p1000, 0 }, .w = { 0, -DBL_MAX }, .b = 1 },
    { .a = { DBL_MAX, DBL_MAX / 2 } },
    { .a = { 0, 0 }, .w = { 1e308, 0 }, .b = 1 },
    { .a = { 0, 0 }, .w = { 0, 1e308 }, .b = 1 },
    { .a = { DBL_MAX, 0 }, .w = { 0x1p512 * one, 0 }, .b = -0x1p511 },
    { .a = { 0x1p1001, 0x1p1001 }, .w = { 1e-300, 0 }, .b = 1e308 },
    { .a = { 0x1p1001, 0x1p1001 }, .w = { 1e308, 0 }, .b = 1e-300 },
    { .a = { 0x1p1001, 0x1p1001 }, .w = { 0, one }, .b = 0x1p200 * one },
    { .a = { 0x1p1001, 0x1p1001 }, .w = { one, 0 }, .b = 0x1p200 * one },
    /* The same weight cancels, however large. */
    { .a = { 3, 1 }, .w = { 1e300, 1e300 }, .b = 1e300 },
    { .a = { DBL_MAX, 1 }, .w = { 1e300, 1e300 }, .b = 1e300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double size;

      g_test_message ("row %u", i);
      g_assert_cmpfloat (find_error (&rows[i], 0, 1, &size), ==, 0);
      g_assert_cmpfloat (find_error (&rows[i], 1, 0, &size), ==, 0);
    }
}

/* Beyond 2¹¹⁰⁰ a difference is infinite, with the sign of (w_k − w_m)·b, and nothing beside it. */
static void
test_beyond (void)
{
  for (int w_sign = -1; w_sign <= 1; w_sign += 2)
    for (int b_sign = -1; b_sign <= 1; b_sign += 2)
      for (int other = -1; other <= 1; other++)
        {
          ScopeParameters in
            = { .w = { w_sign * 1e300, other * 1e299 }, .b = b_sign * 1e300, .a = { 1e308, -1e308 } };
          ScopeDifference d = scope_difference (&in, 0, 1);

          g_assert_true (isinf (d.hi) && (d.hi > 0) == (w_sign * b_sign > 0));
          g_assert_true (d.lo == 0);
        }
}

/* Terms of any sizes, most of which cancel: to 2⁻¹⁰⁰ of the difference, or far below what an
 * exponential sees of it. */
static void
test_random (void)
{
  guint64 random = 7;

  for (guint i = 0; i < 20000; i++)
    {
      double reach = i % 3 == 0 ? 30 : i % 3 == 1 ? 300 : 490, size;
      ScopeParameters in = { .b = test_spread (&random, -reach, reach) };

      for (unsigned k = 0; k < 3; k++)
        {
          in.a[k] = test_spread (&random, -reach, reach);
          in.w[k] = test_spread (&random, -reach, reach);
        }
      if (i % 2)
        in.a[0] = -in.w[0] * in.b;
      if (i % 5 == 0)
        in.a[1] = in.a[0];

      double error = find_error (&in, 0, 1, &size);

      if (isfinite (size))
        g_assert_true (error <= 0x1p-100 * size || error <= 0x1p-70);
    }
}

/* z = a + c + w·b, where product and sum cancel to what the product's rounding lost. */
static void
test_logit (void)
{
  static const double one = 1 + 0x1p-52;
  static const struct
  {
    double a, w, b, shift, z;
  } rows[] = {
    { -0x1p52 * (1 + 0x1p-51), one, 0x1p52 * one, 1, one },
    { -1 - 0x1p-51, one, one, -0x1p-104, 0 },
    { -1 - 0x1p-51, one, one, 0x1p-104, 0x1p-103 },
    { -1, one, one, -0x1p-51, 0x1p-104 },
    { 0, one, one, -1, 0x1p-51 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeParameters in = { .b = rows[i].b, .shift = rows[i].shift };

      for (unsigned k = 0; k < 3; k++)
        {
          in.a[k] = rows[i].a;
          in.w[k] = rows[i].w;
          g_assert_cmpfloat (scope_logit (&in, k), ==, rows[i].z);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/exact", test_exact);
  g_test_add_func ("/difference/beyond", test_beyond);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/logit", test_logit);
  return g_test_run ();
}
