/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <mpfr.h>
#include <string.h>

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

#define UNTOUCHED 42.0

/* --- Finite differences */

static void
test_secant (void)
{
  static const struct
  {
    double h, slope, within;
  } rows[] = { { 1, -0.76948, 5e-6 }, { 1e-3, -0.8490569, 5e-7 }, { 1e-6, -0.8491209, 2e-7 } };
  ScopeParameters flat = start, far = start;
  double slope = UNTOUCHED;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (scope_hood_secant (&start, rows[i].h, &slope), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (slope, rows[i].slope, rows[i].within);
    }
  flat.w[1] = flat.w[2] = 1;
  g_assert_cmpint (scope_hood_secant (&flat, 0.5, &slope), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (slope, ==, 0);
  /* h is lost in the sum. */
  far.b = 1e6;
  far.observed = 1;
  g_assert_cmpint (scope_hood_secant (&far, 1e-12, &slope), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (slope, ==, 0);
}

static void
test_secant_refuses (void)
{
  static const double bad[] = { 0, -1, NAN, INFINITY };
  ScopeParameters huge = start, wrong = start;
  double slope = UNTOUCHED;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (scope_hood_secant (&start, bad[i], &slope), ==, SCOPE_STATUS_BAD_RANGE);
  wrong.observed = 3;
  g_assert_cmpint (scope_hood_secant (&wrong, 1, &slope), ==, SCOPE_STATUS_BAD_CLASS);
  /* Both losses are infinite. */
  huge.a[0] = -DBL_MAX;
  huge.a[1] = DBL_MAX;
  g_assert_cmpint (scope_hood_secant (&huge, 1, &slope), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpfloat (slope, ==, UNTOUCHED);
}

/* Halving h halves the error until rounding drowns it. */
static void
test_errors (void)
{
  double h[13], error[13];

  g_assert_cmpint (scope_hood_secant_errors (&start, 1, 1e-12, 13, h, error), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (h[0], ==, 1);
  g_assert_cmpfloat (h[12], ==, 1e-12);
  for (guint i = 1; i < 12; i++)
    g_assert_cmpfloat_with_epsilon (h[i] / h[i - 1], 0.1, 1e-9);
  for (guint i = 2; i < 7; i++)
    g_assert_cmpfloat_with_epsilon (error[i] / h[i], 0.12811 / 2, 1e-3);
  g_assert_cmpfloat (error[8], <, 1e-6);
  g_assert_cmpfloat (error[12], >, 1e-6);
  g_assert_cmpint (scope_hood_secant_errors (&start, 1, 0, 13, h, error), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_hood_secant_errors (&start, 1, 0.1, 1, h, error), ==, SCOPE_STATUS_BAD_RANGE);
}

/* ln Σ e^{z_k} − z_o at b, rounded to double. */
static double
exact_loss (const ScopeParameters *in, double b)
{
  mpfr_t z, z_o, total;
  double loss;

  mpfr_inits2 (400, z, z_o, total, (mpfr_ptr) 0);
  mpfr_set_zero (total, 1);
  for (guint k = 0; k < 3; k++)
    {
      mpfr_set_d (z, in->w[k], MPFR_RNDN);
      mpfr_mul_d (z, z, b, MPFR_RNDN);
      mpfr_add_d (z, z, in->a[k], MPFR_RNDN);
      if (k == in->observed)
        mpfr_set (z_o, z, MPFR_RNDN);
      mpfr_exp (z, z, MPFR_RNDN);
      mpfr_add (total, total, z, MPFR_RNDN);
    }
  mpfr_log (total, total, MPFR_RNDN);
  mpfr_sub (total, total, z_o, MPFR_RNDN);
  loss = mpfr_get_d (total, MPFR_RNDN);
  mpfr_clears (z, z_o, total, (mpfr_ptr) 0);
  return loss;
}

/* The secant is that of the exact losses, each rounded once: what differs is an ulp of a loss. */
static void
test_secant_reference (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 3000; i++)
    {
      ScopeParameters in = { .observed = i % 3 };
      double h = pow (10, g_rand_double_range (random, -12, 0)), slope, one, other, ulp;

      in.b = g_rand_double_range (random, -10, 10);
      for (guint k = 0; k < 3; k++)
        {
          in.a[k] = g_rand_double_range (random, -10, 10);
          in.w[k] = i % 2 ? g_rand_double_range (random, -2, 2) : k == 0;
        }
      one = exact_loss (&in, in.b);
      other = exact_loss (&in, in.b + h);
      ulp = nextafter (fmax (one, other), INFINITY) - fmax (one, other);
      g_assert_cmpint (scope_hood_secant (&in, h, &slope), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat (fabs (slope - (other - one) / h), <=, 2 * ulp / h + 4 * DBL_EPSILON * fabs (slope));
    }
}

/* --- Naive arithmetic */

static void
test_naive_fine (void)
{
  ScopeNaiveOutcome naive;

  g_assert_cmpint (scope_hood_naive (&start, &naive), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (naive.exponential[0].value, exp (1.0368 - 2), 1e-15);
  g_assert_cmpfloat_with_epsilon (naive.sum.value, exp (-0.9632) + exp (0.0032) + exp (0.1352), 1e-14);
  g_assert_cmpfloat_with_epsilon (naive.p[0].value, 0.150879, 5e-6);
  g_assert_cmpfloat_with_epsilon (naive.loss.value, 1.8913, 5e-4);
  g_assert_cmpfloat_with_epsilon (naive.gradient.value, -0.849121, 5e-6);
  g_assert_cmpint (naive.sum.status, ==, SCOPE_NAIVE_FINE);
  g_assert_cmpint (naive.p[0].status, ==, SCOPE_NAIVE_FINE);
  g_assert_cmpint (naive.loss.status, ==, SCOPE_NAIVE_FINE);
  g_assert_cmpint (naive.gradient.status, ==, SCOPE_NAIVE_FINE);
}

/* A secant that underflows from below is no −0, nor is a loss −ln 1. */
static void
test_no_minus_zero (void)
{
  const ScopeParameters in = { .a = { 744, 0, -1e6 }, .w = { 1, 0, 0 } };
  ScopeParameters sure = { .a = { 40, -10, -10 }, .w = { 1, 0, 0 } };
  ScopeNaiveOutcome naive;
  double slope = UNTOUCHED;

  g_assert_cmpint (scope_hood_secant (&in, 64, &slope), ==, SCOPE_STATUS_OK);
  g_assert_true (slope == 0 && !signbit (slope));
  g_assert_cmpint (scope_hood_naive (&sure, &naive), ==, SCOPE_STATUS_OK);
  g_assert_true (naive.loss.value == 0 && !signbit (naive.loss.value));
}

/* Equal steps of the logarithm between any two h, as many as asked for and no more. */
static void
test_steps (void)
{
  static const double bad[][2]
    = { { 0, 1 }, { -1, 1 }, { NAN, 1 }, { INFINITY, 1 }, { 1, 0 }, { 1, -1 }, { 1, NAN }, { 1, INFINITY } };
  double h[6] = { [5] = UNTOUCHED }, error[6] = { [5] = UNTOUCHED };

  g_assert_cmpint (scope_hood_secant_errors (&start, 0.5, 0x1p-9, 5, h, error), ==, SCOPE_STATUS_OK);
  for (int i = 0; i < 5; i++)
    {
      double slope;

      g_assert_cmpfloat_with_epsilon (h[i], ldexp (1, -1 - 2 * i), 1e-15 * h[i]);
      scope_hood_secant (&start, h[i], &slope);
      g_assert_cmpfloat (error[i], ==, fabs (slope + 0.84912101223199721));
    }
  g_assert_cmpfloat (h[5], ==, UNTOUCHED);
  g_assert_cmpfloat (error[5], ==, UNTOUCHED);
  g_assert_cmpint (scope_hood_secant_errors (&start, 1e-3, 2, 2, h, error), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (h[0], ==, 1e-3);
  g_assert_cmpfloat (h[1], ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (scope_hood_secant_errors (&start, bad[i][0], bad[i][1], 5, h, error), ==,
                     SCOPE_STATUS_BAD_RANGE);
}

/* Whichever classes are wired and observed, plain arithmetic is right at ordinary numbers; and
 * where nothing is wired, 0 is right. */
static void
test_naive_gradient (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, -3, 0 }, { 0, 0, 0.5 }, { 2, -1, 4 }, { 0 } };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (wirings); i++)
    {
      ScopeParameters in = { .a = { 0.5, -1, 2 }, .b = 0.25, .observed = i % 3 };
      ScopeNaiveOutcome naive;
      ScopeOutcome exact;

      memcpy (in.w, wirings[i / 3], sizeof in.w);
      scope_outcome_evaluate (&in, &exact);
      g_assert_cmpint (scope_hood_naive (&in, &naive), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (naive.gradient.value, exact.dl_db, 1e-15);
      g_assert_cmpint (naive.gradient.status, ==, SCOPE_NAIVE_FINE);
    }
}

static void
test_naive_statuses (void)
{
  static const struct
  {
    double a[3];
    unsigned observed;
    ScopeNaiveStatus exponential, sum, p, loss, gradient;
  } rows[] = {
    { { 800, 0, 0 },
      0,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_INFINITY_OVER_INFINITY,
      SCOPE_NAIVE_UNDEFINED,
      SCOPE_NAIVE_UNDEFINED },
    { { 800, 0, 0 },
      1,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_UNDEFINED },
    { { 720, 719, 0 },
      2,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_UNDEFINED },
    { { -800, -800, -801 },
      0,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_ZERO_OVER_ZERO,
      SCOPE_NAIVE_UNDEFINED,
      SCOPE_NAIVE_UNDEFINED },
    { { -800, 0, 0 },
      0,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_UNDERFLOWS,
      SCOPE_NAIVE_OVERFLOWS,
      SCOPE_NAIVE_ZERO_TIMES_INFINITY },
    { { -740, -690, -690 },
      0,
      SCOPE_NAIVE_INEXACT,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_INEXACT,
      SCOPE_NAIVE_INEXACT,
      SCOPE_NAIVE_FINE },
    { { 20, -10, -10 },
      0,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_INEXACT,
      SCOPE_NAIVE_INEXACT },
    { { 40, -10, -10 },
      0,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_FINE,
      SCOPE_NAIVE_ROUNDS_TO_ZERO,
      SCOPE_NAIVE_ROUNDS_TO_ZERO },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeParameters in = { .w = { 1, 0, 0 }, .b = 0, .observed = rows[i].observed };
      ScopeNaiveOutcome naive;

      memcpy (in.a, rows[i].a, sizeof in.a);
      g_assert_cmpint (scope_hood_naive (&in, &naive), ==, SCOPE_STATUS_OK);
      g_test_message ("row %u", i);
      g_assert_cmpint (naive.exponential[in.observed].status, ==, rows[i].exponential);
      g_assert_cmpint (naive.sum.status, ==, rows[i].sum);
      g_assert_cmpint (naive.p[in.observed].status, ==, rows[i].p);
      g_assert_cmpint (naive.loss.status, ==, rows[i].loss);
      g_assert_cmpint (naive.gradient.status, ==, rows[i].gradient);
    }
}

static void
check_number (const ScopeNaive *naive)
{
  g_assert_false (isnan (naive->value));
  g_assert_cmpint (naive->status, <, SCOPE_N_NAIVE_STATUSES);
  if (scope_hood_naive_is_undefined (naive->status))
    g_assert_cmpfloat (naive->value, ==, 0);
}

static double
any_number (GRand *random)
{
  double size = ldexp (1, g_rand_int_range (random, -1074, 1024));

  return g_rand_int_range (random, 0, 5) == 0 ? 0 : g_rand_double_range (random, -1, 1) * size;
}

/* No NaN leaves the API, whatever goes in. */
static void
test_extremes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 100000; i++)
    {
      ScopeParameters in
        = { .b = any_number (random), .observed = i % 3, .shift = i % 5 == 0 ? any_number (random) : 0 };
      ScopeNaiveOutcome naive;
      double slope = 0, h[5], error[5], a[3];

      for (guint k = 0; k < 3; k++)
        {
          in.a[k] = i % 2 ? any_number (random) : g_rand_double_range (random, -900, 900);
          in.w[k] = i % 4 < 2 ? any_number (random) : g_rand_int_range (random, -1, 2);
        }
      g_assert_cmpint (scope_hood_naive (&in, &naive), ==, SCOPE_STATUS_OK);
      for (guint k = 0; k < 3; k++)
        {
          check_number (&naive.exponential[k]);
          check_number (&naive.p[k]);
        }
      check_number (&naive.sum);
      check_number (&naive.loss);
      check_number (&naive.gradient);
      if (scope_hood_secant (&in, 1e-3, &slope) == SCOPE_STATUS_OK)
        g_assert_false (isnan (slope));
      scope_hood_secant_errors (&in, 1, 1e-12, 5, h, error);
      for (guint j = 0; j < 5; j++)
        g_assert_true (error[j] >= 0);
      for (guint how = 0; how < SCOPE_N_BREAKS; how++)
        if (scope_hood_breaking_logits (&in, (ScopeBreak) how, a))
          g_assert_true (isfinite (a[0]) && isfinite (a[1]) && isfinite (a[2]));
    }
}

/* --- Where it breaks */

static void
test_breaks (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, 0, 1 }, { 1, 1, 1 }, { 0.5, -2, 3 } };
  static const double biases[] = { -2, 0, 7.25, -900 };
  ScopeBreak found;

  g_assert_false (scope_hood_find_break (&start, &found));
  for (guint i = 0; i < G_N_ELEMENTS (wirings) * G_N_ELEMENTS (biases) * 3; i++)
    for (guint how = 0; how < SCOPE_N_BREAKS; how++)
      {
        ScopeParameters in = start;

        memcpy (in.w, wirings[i % 4], sizeof in.w);
        in.b = biases[i / 4 % 4];
        in.observed = i / 16;
        g_assert_true (scope_hood_breaking_logits (&in, (ScopeBreak) how, in.a));
        g_assert_true (scope_hood_find_break (&in, &found));
        g_assert_cmpint (found, ==, how);
      }
}

static const unsigned orders[][3]
  = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

/* The logits that break, by hand: those of today move by a whole number, as little as e^{±800}
 * needs, while they are within 40 of each other; else −1 for the observed class and 0 stand for
 * them. */
static void
test_breaking_logits (void)
{
  static const struct
  {
    double z[3];
    ScopeBreak how;
    double expected[3];  /* where the first is observed */
    double elsewhere[3]; /* where the second is */
  } rows[] = {
    { { -2.75, 0.5, 3.25 }, SCOPE_BREAK_OVERFLOW, { 800.25, 803.5, 806.25 }, { 800.25, 803.5, 806.25 } },
    { { -2.75, 0.5, 3.25 },
      SCOPE_BREAK_UNDERFLOW,
      { -806.75, -803.5, -800.75 },
      { -806.75, -803.5, -800.75 } },
    { { -2.75, 0.5, 3.25 }, SCOPE_BREAK_ZERO_TIMES_INFINITY, { -800, -3.5, -0.75 }, { -6.75, -800, -0.75 } },
    { { 0, 40, 20 }, SCOPE_BREAK_OVERFLOW, { 800, 840, 820 }, { 800, 840, 820 } },
    { { 0, 40, 20 }, SCOPE_BREAK_UNDERFLOW, { -840, -800, -820 }, { -840, -800, -820 } },
    { { 0, 40.5, 20 }, SCOPE_BREAK_OVERFLOW, { 800, 801, 801 }, { 801, 800, 801 } },
    { { 0, 40.5, 20 }, SCOPE_BREAK_UNDERFLOW, { -801, -800, -800 }, { -800, -801, -800 } },
    { { 0, 40.5, 20 }, SCOPE_BREAK_ZERO_TIMES_INFINITY, { -800, 0, 0 }, { 0, -800, 0 } },
  };
  static const double w[] = { 1, 0.5, -2 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++)
    for (guint order = 0; order < G_N_ELEMENTS (orders); order++)
      {
        const double *expected = i % 2 ? rows[i / 2].elsewhere : rows[i / 2].expected;
        const unsigned *at = orders[order];
        ScopeParameters in = { .b = 4, .observed = at[i % 2], .shift = 0.125 };
        double a[3];

        for (unsigned k = 0; k < 3; k++)
          {
            in.w[at[k]] = w[k];
            in.a[at[k]] = rows[i / 2].z[k] - w[k] * in.b - in.shift;
          }
        g_test_message ("row %u, order %u", i, order);
        g_assert_true (scope_hood_breaking_logits (&in, rows[i / 2].how, a));
        for (unsigned k = 0; k < 3; k++)
          g_assert_cmpfloat (a[at[k]] + w[k] * in.b + in.shift, ==, expected[k]);
      }
}

/* The exact values do not see the shift that breaks the naive ones. */
static void
test_break_is_a_shift (void)
{
  ScopeOutcome before, after;
  ScopeParameters in = start;

  scope_outcome_evaluate (&start, &before);
  g_assert_true (scope_hood_breaking_logits (&start, SCOPE_BREAK_OVERFLOW, in.a));
  scope_outcome_evaluate (&in, &after);
  g_assert_cmpfloat_with_epsilon (before.loss, after.loss, 1e-11);
  g_assert_cmpfloat_with_epsilon (in.a[0] - in.a[1], start.a[0] - start.a[1], 1e-11);
}

/* Nothing but z sees a shift, and plain arithmetic looks at z. */
static void
test_shift (void)
{
  ScopeParameters in = start;
  ScopeNaiveOutcome naive;
  ScopeBreak found;

  in.shift = 2;
  g_assert_cmpint (scope_hood_naive (&in, &naive), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (naive.exponential[0].value, exp (1.0368), 1e-14);
  g_assert_cmpint (naive.exponential[0].status, ==, SCOPE_NAIVE_FINE);
  in.shift = 800;
  g_assert_true (scope_hood_find_break (&in, &found));
  g_assert_cmpint (found, ==, SCOPE_BREAK_OVERFLOW);
  in.shift = -800;
  g_assert_true (scope_hood_find_break (&in, &found));
  g_assert_cmpint (found, ==, SCOPE_BREAK_UNDERFLOW);
  for (guint how = 0; how < SCOPE_N_BREAKS; how++)
    {
      g_assert_true (scope_hood_breaking_logits (&in, (ScopeBreak) how, in.a));
      g_assert_true (scope_hood_find_break (&in, &found));
      g_assert_cmpint (found, ==, how);
    }
}

static void
test_break_refuses (void)
{
  ScopeParameters unwired = { .observed = 1 }, far = start;
  double a[3] = { UNTOUCHED, UNTOUCHED, UNTOUCHED };

  g_assert_false (scope_hood_breaking_logits (&unwired, SCOPE_BREAK_ZERO_TIMES_INFINITY, a));
  far.b = 1e300;
  g_assert_false (scope_hood_breaking_logits (&far, SCOPE_BREAK_UNDERFLOW, a));
  g_assert_cmpfloat (a[0], ==, UNTOUCHED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hood/secant", test_secant);
  g_test_add_func ("/hood/secant-refuses", test_secant_refuses);
  g_test_add_func ("/hood/errors", test_errors);
  g_test_add_func ("/hood/secant-reference", test_secant_reference);
  g_test_add_func ("/hood/naive-fine", test_naive_fine);
  g_test_add_func ("/hood/no-minus-zero", test_no_minus_zero);
  g_test_add_func ("/hood/steps", test_steps);
  g_test_add_func ("/hood/naive-gradient", test_naive_gradient);
  g_test_add_func ("/hood/breaking-logits", test_breaking_logits);
  g_test_add_func ("/hood/naive-statuses", test_naive_statuses);
  g_test_add_func ("/hood/extremes", test_extremes);
  g_test_add_func ("/hood/breaks", test_breaks);
  g_test_add_func ("/hood/break-is-a-shift", test_break_is_a_shift);
  g_test_add_func ("/hood/shift", test_shift);
  g_test_add_func ("/hood/break-refuses", test_break_refuses);
  return g_test_run ();
}
