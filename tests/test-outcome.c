/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "outcome.h"
#include "logit.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_start (void)
{
  ScopeOutcome out;

  g_assert_cmpint (scope_outcome_evaluate (&start, &out), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (out.p[0], 0.15087898776800279, 1e-17);
  g_assert_cmpfloat_with_epsilon (out.loss, 1.8912771689741947, 1e-15);
  g_assert_cmpfloat_with_epsilon (out.dl_dp, -6.6278281342769718, 1e-14);
  g_assert_cmpfloat_with_epsilon (out.dp_dz[0], 0.12811451881810565, 1e-16);
  g_assert_cmpfloat_with_epsilon (out.dl_db, -0.84912101223199721, 1e-16);
  g_assert_cmpfloat (out.path[0], ==, out.dl_db);
  g_assert_cmpfloat (out.path[1], ==, 0);
  g_assert_cmpfloat (out.dl_dz[0], ==, -out.q[0]);
  g_assert_cmpfloat (out.dl_dz[1], ==, out.p[1]);
}

/* The three worked flowers at b₃ = −2: total loss 2.665938514453054, gradient
 * −0.7732010032512964. */
static void
test_three_flowers (void)
{
  static const double a[3][3] = { { 1.0368, 0.0032, 0.1352 }, { 0, 0, 1 }, { 0.0898, 0.8632, 0.1042 } };
  static const unsigned observed[3] = { 0, 2, 1 };
  double loss = 0, gradient = 0;

  for (int i = 0; i < 3; i++)
    {
      ScopeParameters in = start;
      ScopeOutcome out;

      memcpy (in.a, a[i], sizeof in.a);
      in.observed = observed[i];
      g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
      loss += out.loss;
      gradient += out.dl_db;
    }
  g_assert_cmpfloat_with_epsilon (loss, 2.665938514453054, 1e-14);
  g_assert_cmpfloat_with_epsilon (gradient, -0.7732010032512964, 1e-14);
}

static void
test_refuses (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY };
  ScopeParameters in = start;
  ScopeOutcome out = { .loss = 42 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint field = 0; field < 8; field++)
      {
        in = start;
        *(field < 3 ? &in.a[field] : field < 6 ? &in.w[field - 3] : field == 6 ? &in.b : &in.shift) = bad[i];
        g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_NOT_FINITE);
      }
  in = start;
  in.observed = 3;
  g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_BAD_CLASS);
  g_assert_cmpfloat (out.loss, ==, 42);
}

/* z = a + c + w·b rounded once, whatever cancels or overflows on the way. */
static void
test_shift (void)
{
  static const struct
  {
    double a, w, b, shift, z;
  } rows[] = {
    { 1.0368, 1, -2, 2, 1.0368 },         { 1, 0, 5, 0.5, 1.5 },
    { 0, 1, 0x1p-52, 1, 1 + 0x1p-52 },    { 1e16, 1, 1, -1e16, 1 },
    { 1e300, 1, 3e-300, -1e300, 3e-300 }, { 1e308, 1, 1e308, -1.5e308, 5e307 },
    { 1e308, 1, 1e308, -1e308, 1e308 },   { DBL_MAX, 0, 0, DBL_MAX, INFINITY },
    { 0, 1e200, 1e200, -1, INFINITY },    { -3, 1, 1, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeParameters in = { .b = rows[i].b, .shift = rows[i].shift };
      ScopeOutcome out;

      in.a[1] = rows[i].a;
      in.w[1] = rows[i].w;
      g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat (out.z[1], ==, rows[i].z);
      g_assert_cmpfloat (out.z[1], ==, scope_logit (&in, 1));
    }
}

/* The same c on all three: z moves by it, and no other bit. */
static void
test_shift_moves_z_alone (void)
{
  static const double shifts[] = { 2, -1e-300, 1e6, 1e308, -DBL_MAX };
  ScopeOutcome out, shifted;

  memset (&out, 0, sizeof out);
  memset (&shifted, 0, sizeof shifted);
  scope_outcome_evaluate (&start, &out);
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      ScopeParameters in = start;

      in.shift = shifts[i];
      g_assert_cmpint (scope_outcome_evaluate (&in, &shifted), ==, SCOPE_STATUS_OK);
      for (int k = 0; k < 3; k++)
        g_assert_cmpfloat_with_epsilon (shifted.z[k], out.z[k] + shifts[i], 1e-15);
      memcpy (shifted.z, out.z, sizeof out.z);
      g_assert_cmpmem (&out, sizeof out, &shifted, sizeof shifted);
    }
}

/* Each row: logits, wiring, bias, observed; what p_o and L are. */
static void
test_extremes (void)
{
  static const struct
  {
    ScopeParameters in;
    double p, loss;
  } rows[] = {
    { { { 1e300, -1e300, 0 }, { 1, 0, 0 }, 0, 0 }, 1, 0 },
    { { { 1e300, -1e300, 0 }, { 1, 0, 0 }, 0, 1 }, 0, 2e300 },
    { { { -DBL_MAX, DBL_MAX, 0 }, { 0, 0, 0 }, 0, 0 }, 0, INFINITY },
    { { { 5, 5, 5 }, { 1, 1, 1 }, 1e308, 1 }, 1.0 / 3, 1.0986122886681098 },
    { { { -1e15, 0, 0 }, { 1e8, 0, 0 }, 1e7, 0 }, 1.0 / 3, 1.0986122886681098 },
    { { { 0, 0, 0 }, { 1e300, 0, 0 }, 1e308, 1 }, 0, INFINITY },
    { { { 0, 0, 0 }, { 0x1.8p574, -0x1.8p574, 0 }, 0x1.8p576, 1 }, 0, INFINITY },
    { { { 0, 0, 0 }, { 1, 0, 0 }, -1e308, 0 }, 0, 1e308 },
    { { { 700, 0, -1e6 }, { 0, 0, 0 }, 0, 0 }, 1, 9.8596765437597708e-305 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeOutcome out;

      g_assert_cmpint (scope_outcome_evaluate (&rows[i].in, &out), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat (out.p[rows[i].in.observed], ==, rows[i].p);
      if (isinf (rows[i].loss))
        g_assert_true (isinf (out.loss));
      else
        g_assert_cmpfloat_with_epsilon (out.loss, rows[i].loss, 1e-14 * rows[i].loss + 1e-320);
      g_assert_false (isnan (out.dl_db) || isnan (out.curvature) || isnan (out.log10_dl_dp));
      g_assert_false (isnan (out.dp_dz[0]) || isnan (out.log10_dp_dz[0]));
    }
}

/* Factors beyond double are carried as logarithms. */
static void
test_logarithms (void)
{
  ScopeParameters in = { .a = { -1000, 0, -3000 }, .w = { 1, 0, 0 }, .observed = 0 };
  ScopeOutcome out;

  g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
  g_assert_true (isinf (out.dl_dp));
  g_assert_cmpfloat_with_epsilon (out.log10_dl_dp, 1000 / log (10), 1e-12);
  g_assert_cmpfloat (out.dp_dz[0], ==, 0);
  g_assert_cmpfloat_with_epsilon (out.log10_dp_dz[0], -1000 / log (10), 1e-12);
  g_assert_cmpfloat_with_epsilon (out.log10_dp_dz[2], -4000 / log (10), 1e-11);
  in.observed = 1;
  g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (out.log10_dp_dz[1], -1000 / log (10), 1e-12);
}

/* Natural logarithms of |∂p_o/∂z_k| for each o and k, of L and of p_k, by hand: with Q = 1 − p_0
 * the first logits have p = 1, e^−1000, e^−1001, the second e^−800/4, 1/4, 3/4, up to what is far
 * below their last bit. The third are subnormal numbers, of which few bits are left; the fourth are
 * beyond the exponents of ScopeWide, too. */
static void
test_logarithms_by_hand (void)
{
  const double q = -1000 + log1p (exp (-1)), ln_4 = log (4), ln_3_4 = log (0.75);
  const struct
  {
    double a[3], dp_dz[3][3], loss[3], p[3];
  } rows[] = {
    { { 1000, 0, -1 },
      { { q, -1000, -1001 }, { -1000, -1000, -2001 }, { -1001, -2001, -1001 } },
      { q, log (1000), log (1001) },
      { 0, -1000, -1001 } },
    { { -800, 0, log (3) },
      { { -800 - ln_4, -800 - 2 * ln_4, -800 - ln_4 + ln_3_4 },
        { -800 - 2 * ln_4, ln_3_4 - ln_4, ln_3_4 - ln_4 },
        { -800 - ln_4 + ln_3_4, ln_3_4 - ln_4, ln_3_4 - ln_4 } },
      { log (800 + ln_4), log (ln_4), log (-ln_3_4) },
      { -800 - ln_4, -ln_4, ln_3_4 } },
    { { 0, -741, -743 },
      { { -741 + log1p (exp (-2)), -741, -743 }, { -741, -741, -1484 }, { -743, -1484, -743 } },
      { -741 + log1p (exp (-2)), log (741), log (743) },
      { 0, -741, -743 } },
    { { 20000, 0, -1 },
      { { q - 19000, -20000, -20001 }, { -20000, -20000, -40001 }, { -20001, -40001, -20001 } },
      { q - 19000, log (20000), log (20001) },
      { 0, -20000, -20001 } },
  };
  static const double w[3] = { 2, -3, 0.5 };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (rows); i++)
    for (unsigned o = 0; o < 3; o++)
      {
        unsigned row = i / 3, turn = i % 3;
        ScopeParameters in = { .observed = (o + turn) % 3 };
        ScopeOutcome out;

        for (unsigned k = 0; k < 3; k++)
          {
            in.a[(k + turn) % 3] = rows[row].a[k];
            in.w[(k + turn) % 3] = w[k];
          }
        g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
        g_assert_cmpfloat_with_epsilon (scope_outcome_log10_loss (&out) * G_LN10, rows[row].loss[o], 1e-10);
        for (unsigned k = 0; k < 3; k++)
          {
            unsigned at = (k + turn) % 3;
            double dp_dz = rows[row].dp_dz[o][k];

            g_assert_cmpfloat_with_epsilon (out.log10_dp_dz[at] * G_LN10, dp_dz, 1e-10);
            g_assert_cmpfloat_with_epsilon (scope_outcome_log10_p (&out, at) * G_LN10, rows[row].p[k], 1e-10);
            /* |p_k − y_k|·|w_k| = |∂p_o/∂z_k|/p_o·|w_k| */
            g_assert_cmpfloat_with_epsilon (scope_outcome_log10_path (&out, at) * G_LN10,
                                            dp_dz - rows[row].p[o] + log (fabs (w[k])), 1e-10);
          }
      }
}

/* Where logits are further apart than 2^1100 a factor is exactly 0, and its logarithm no NaN. */
static void
test_logarithm_of_nothing (void)
{
  const ScopeParameters in = { .w = { 1e300, -1e300, -1e300 }, .b = 1e300 };
  ScopeOutcome out;

  g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (out.log10_dp_dz[0], ==, -INFINITY);
  g_assert_cmpfloat (out.log10_dp_dz[1], ==, -INFINITY);
  g_assert_cmpfloat (scope_outcome_log10_loss (&out), ==, -INFINITY);
}

/* What underflows to zero from below has no sign either. */
static void
test_no_minus_zero (void)
{
  for (unsigned o = 0; o < 3; o++)
    for (double w = -1; w <= 1; w++)
      {
        ScopeParameters in = { .w = { -w, w, 0 }, .observed = o };
        ScopeOutcome out;

        in.a[o] = 800;
        g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
        g_assert_true (out.dl_db == 0 && !signbit (out.dl_db));
        for (unsigned k = 0; k < 3; k++)
          {
            g_assert_true (out.dl_dz[k] == 0 && !signbit (out.dl_dz[k]));
            g_assert_true (out.dp_dz[k] == 0 && !signbit (out.dp_dz[k]));
            g_assert_true (out.path[k] == 0 && !signbit (out.path[k]));
          }
      }
}

/* Nor what was entered with one. */
static void
test_entered_minus_zero (void)
{
  for (unsigned o = 0; o < 3; o++)
    for (unsigned bits = 0; bits < 128; bits++)
      {
        ScopeParameters in = { .observed = o, .b = bits & 64 ? -0.0 : 0.0 };
        ScopeOutcome out;

        for (unsigned k = 0; k < 3; k++)
          {
            in.a[k] = bits & 1u << k ? -0.0 : 0.0;
            in.w[k] = bits & 8u << k ? -0.0 : 0.0;
          }
        g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
        g_assert_false (signbit (out.dl_db) || signbit (out.curvature) || signbit (out.loss));
        for (unsigned k = 0; k < 3; k++)
          g_assert_false (signbit (out.z[k]) || signbit (out.dz_db[k]) || signbit (out.path[k]));
      }
}

static void
test_cases (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      ScopeParameters in = { .b = g_rand_double_range (random, -20, 20) };
      ScopeOutcome cases[3], one;

      for (int k = 0; k < 3; k++)
        {
          in.a[k] = g_rand_double_range (random, -20, 20);
          in.w[k] = g_rand_int_range (random, -2, 3);
        }
      g_assert_cmpint (scope_outcome_evaluate_cases (&in, cases), ==, SCOPE_STATUS_OK);
      for (in.observed = 0; in.observed < 3; in.observed++)
        {
          memset (&one, 0, sizeof one);
          g_assert_cmpint (scope_outcome_evaluate (&in, &one), ==, SCOPE_STATUS_OK);
          g_assert_cmpmem (&one, sizeof one, &cases[in.observed], sizeof one);
        }
    }
}

/* The gradient is the slope of the loss, the curvature that of the gradient. */
static void
test_central_differences (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  const double h = 1e-4;

  for (int i = 0; i < 5000; i++)
    {
      ScopeParameters in = { .b = g_rand_double_range (random, -5, 5),
                             .observed = (unsigned) g_rand_int_range (random, 0, 3) };
      ScopeOutcome at, before, after;

      for (int k = 0; k < 3; k++)
        {
          in.a[k] = g_rand_double_range (random, -5, 5);
          in.w[k] = g_rand_double_range (random, -2, 2);
        }
      scope_outcome_evaluate (&in, &at);
      in.b -= h;
      scope_outcome_evaluate (&in, &before);
      in.b += 2 * h;
      scope_outcome_evaluate (&in, &after);
      g_assert_cmpfloat_with_epsilon ((after.loss - before.loss) / (2 * h), at.dl_db, 1e-6);
      g_assert_cmpfloat_with_epsilon ((after.dl_db - before.dl_db) / (2 * h), at.curvature, 1e-6);
    }
}

/* Classes permuted: the same bits but for 2 in 100,000. */
static void
test_permutations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);
  int different = 0, n = 200000;

  for (int i = 0; i < n; i++)
    {
      ScopeParameters in = { .b = g_rand_double_range (random, -10, 10),
                             .observed = (unsigned) g_rand_int_range (random, 0, 3) };
      ScopeParameters turned = { .b = in.b, .observed = (in.observed + 1) % 3 };
      ScopeOutcome one, other;

      for (unsigned k = 0; k < 3; k++)
        {
          in.a[k] = turned.a[(k + 1) % 3] = g_rand_double_range (random, -10, 10);
          in.w[k] = turned.w[(k + 1) % 3] = g_rand_double_range (random, -2, 2);
        }
      scope_outcome_evaluate (&in, &one);
      scope_outcome_evaluate (&turned, &other);
      different += one.loss != other.loss || one.dl_db != other.dl_db || one.curvature != other.curvature
                   || one.p[0] != other.p[1];
    }
  g_test_message ("%d of %d differ", different, n);
  g_assert_cmpint (different, <=, 2 * n / 100000);
}

/* Each class alone may be the least or the largest. */
static void
test_span (void)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double of[SCOPE_N_CLASSES] = { 2, 2, 2 };

      of[k] = -1;
      of[(k + 1) % SCOPE_N_CLASSES] = 7;
      g_assert_cmpfloat (scope_parameters_least (of), ==, -1);
      g_assert_cmpfloat (scope_parameters_largest (of), ==, 7);
      g_assert_cmpfloat (scope_parameters_span (of), ==, 8);
    }
}

static void
test_guess (void)
{
  const ScopeParameters in = { .observed = 1 };
  ScopeOutcome out;

  g_assert_cmpint (scope_outcome_evaluate (&in, &out), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (out.loss, ==, SCOPE_GUESS_LOSS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outcome/start", test_start);
  g_test_add_func ("/outcome/three-flowers", test_three_flowers);
  g_test_add_func ("/outcome/refuses", test_refuses);
  g_test_add_func ("/outcome/shift", test_shift);
  g_test_add_func ("/outcome/shift-moves-z-alone", test_shift_moves_z_alone);
  g_test_add_func ("/outcome/extremes", test_extremes);
  g_test_add_func ("/outcome/logarithms", test_logarithms);
  g_test_add_func ("/outcome/logarithms-by-hand", test_logarithms_by_hand);
  g_test_add_func ("/outcome/logarithm-of-nothing", test_logarithm_of_nothing);
  g_test_add_func ("/outcome/no-minus-zero", test_no_minus_zero);
  g_test_add_func ("/outcome/entered-minus-zero", test_entered_minus_zero);
  g_test_add_func ("/outcome/cases", test_cases);
  g_test_add_func ("/outcome/central-differences", test_central_differences);
  g_test_add_func ("/outcome/permutations", test_permutations);
  g_test_add_func ("/outcome/span", test_span);
  g_test_add_func ("/outcome/guess", test_guess);
  return g_test_run ();
}
