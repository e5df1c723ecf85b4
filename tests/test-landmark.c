/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "landmark.h"
#include "wiring.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_bends (void)
{
  ScopeParameters all = start;
  double bends[3];

  g_assert_cmpuint (scope_landmark_bends (&start, bends), ==, 2);
  g_assert_cmpfloat_with_epsilon (bends[0], 0.0032 - 1.0368, 1e-15);
  g_assert_cmpfloat_with_epsilon (bends[1], 0.1352 - 1.0368, 1e-15);
  scope_wiring_weights (SCOPE_WIRING_ALL, 0, all.w);
  g_assert_cmpuint (scope_landmark_bends (&all, bends), ==, 0);
}

static void
test_half_point (void)
{
  ScopeParameters other = start;
  double half;

  g_assert_true (scope_landmark_half_point (&start, &half));
  g_assert_cmpfloat_with_epsilon (half, -0.27228, 5e-6);
  other.b = half;

  ScopeOutcome out;
  scope_outcome_evaluate (&other, &out);
  g_assert_cmpfloat_with_epsilon (out.dl_db, -0.5, 1e-15);
  other.w[1] = 1;
  g_assert_false (scope_landmark_half_point (&other, &half));
}

static void
test_limits (void)
{
  ScopeParameters in = start;
  ScopeLimits limits;

  g_assert_cmpint (scope_landmark_loss_limits (&in, &limits), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (limits.at_plus_infinity, ==, 0);
  g_assert_true (isinf (limits.at_minus_infinity));
  in.observed = 1;
  g_assert_cmpint (scope_landmark_loss_limits (&in, &limits), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (limits.at_minus_infinity, 0.7613, 5e-5);
  g_assert_true (isinf (limits.at_plus_infinity));
  in.observed = 3;
  g_assert_cmpint (scope_landmark_loss_limits (&in, &limits), ==, SCOPE_STATUS_BAD_CLASS);
}

/* Weights in every order, beside a bias that is larger or smaller than each of them: at +∞ the
 * class with 3 wins, at −∞ that with −2. */
static const double orders[][3]
  = { { 3, 1, -2 }, { 3, -2, 1 }, { 1, 3, -2 }, { -2, 3, 1 }, { 1, -2, 3 }, { -2, 1, 3 } };
static const double biases[] = { -100, 0, 100 };

static void
test_limits_in_every_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (unsigned o = 0; o < 3; o++)
      for (guint b = 0; b < G_N_ELEMENTS (biases); b++)
        {
          ScopeParameters in = { .a = { 0.5, 0, -1 }, .b = biases[b], .observed = o };
          ScopeLimits limits;

          memcpy (in.w, orders[i], sizeof in.w);
          g_assert_cmpint (scope_landmark_loss_limits (&in, &limits), ==, SCOPE_STATUS_OK);
          g_assert_cmpfloat (limits.at_plus_infinity, ==, in.w[o] == 3 ? 0 : INFINITY);
          g_assert_cmpfloat (limits.at_minus_infinity, ==, in.w[o] == -2 ? 0 : INFINITY);
        }
}

/* Two classes share the largest weight: what is left is −ln of the observed one's share among them,
 * ln (1 + e^{a_j − a_o}), at +∞ or, with the least weight, at −∞; the third is out of sight. */
static void
test_limits_shared (void)
{
  for (unsigned lonely = 0; lonely < 3; lonely++)
    for (unsigned turn = 1; turn < 3; turn++)
      for (int sign = -1; sign <= 1; sign += 2)
        {
          unsigned o = (lonely + turn) % 3, j = (lonely + 3 - turn) % 3;
          ScopeParameters in = { .w = { 2, 2, 2 }, .observed = o };
          ScopeLimits limits;

          in.a[lonely] = 7;
          in.a[o] = 0.25;
          in.a[j] = 1.5;
          in.w[lonely] = 2 - sign;
          scope_landmark_loss_limits (&in, &limits);
          g_assert_cmpfloat_with_epsilon (sign > 0 ? limits.at_plus_infinity : limits.at_minus_infinity,
                                          log1p (exp (1.25)), 1e-15);
          g_assert_true (isinf (sign > 0 ? limits.at_minus_infinity : limits.at_plus_infinity));
        }
}

/* Each class in turn is the one that b₃ feeds: ln (e^{a_i} + e^{a_j}) − a_c. */
static void
test_half_point_of_each_class (void)
{
  static const double a[3] = { 2, -1, 0.5 };
  const double expected[]
    = { log (exp (-1) + exp (0.5)) - 2, log (exp (2) + exp (0.5)) + 1, log (exp (2) + exp (-1)) - 0.5 };

  for (unsigned c = 0; c < 3; c++)
    {
      ScopeParameters in = { .a = { a[0], a[1], a[2] }, .b = 3 };
      double half;

      in.w[c] = 1;
      g_assert_true (scope_landmark_half_point (&in, &half));
      g_assert_cmpfloat_with_epsilon (half, expected[c], 1e-15);

      /* No other weight will do, and none beside it. */
      for (unsigned k = 0; k < 3; k++)
        for (double w = -1; w <= 2; w++)
          {
            ScopeParameters other = in;

            other.w[k] = w;
            g_assert_true (scope_landmark_half_point (&other, &half) == (k == c ? w == 1 : w == 0));
          }
    }
}

/* Three bends in rising order, whichever pair of logits meets first. */
static void
test_bends_in_order (void)
{
  /* z = b, 2 + 3b, 1 − 2b in turn: they meet at −1, 1/3 and −1/5. */
  static const double a[] = { 0, 2, 1 }, w[] = { 1, 3, -2 };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      ScopeParameters in = { .b = 0 };
      double bends[3];

      for (unsigned k = 0; k < 3; k++)
        {
          unsigned line = orders[i][k] == 3 ? 0 : orders[i][k] == 1 ? 1 : 2;

          in.a[k] = a[line];
          in.w[k] = w[line];
        }
      g_assert_cmpuint (scope_landmark_bends (&in, bends), ==, 3);
      g_assert_cmpfloat (bends[0], ==, -1);
      g_assert_cmpfloat_with_epsilon (bends[1], -0.2, 1e-16);
      g_assert_cmpfloat_with_epsilon (bends[2], 1.0 / 3, 1e-16);
    }
}

static void
test_gradient_bounds (void)
{
  double lo, hi;

  scope_landmark_gradient_bounds (start.w, &lo, &hi);
  g_assert_cmpfloat (lo, ==, -1);
  g_assert_cmpfloat (hi, ==, 1);
  scope_landmark_gradient_bounds ((double[]) { 2, 2, 2 }, &lo, &hi);
  g_assert_cmpfloat (hi, ==, 0);
  scope_landmark_gradient_bounds ((double[]) { -1e308, 1e308, 0 }, &lo, &hi);
  g_assert_cmpfloat (hi, ==, DBL_MAX);
  g_assert_cmpfloat (lo, ==, -DBL_MAX);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    for (guint b = 0; b < G_N_ELEMENTS (biases); b++)
      {
        ScopeParameters in = { .b = biases[b] };

        memcpy (in.w, orders[i], sizeof in.w);
        scope_landmark_gradient_bounds (in.w, &lo, &hi);
        g_assert_cmpfloat (lo, ==, -5);
        g_assert_cmpfloat (hi, ==, 5);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landmark/bends", test_bends);
  g_test_add_func ("/landmark/half-point", test_half_point);
  g_test_add_func ("/landmark/limits", test_limits);
  g_test_add_func ("/landmark/bends-in-order", test_bends_in_order);
  g_test_add_func ("/landmark/half-point-of-each-class", test_half_point_of_each_class);
  g_test_add_func ("/landmark/limits-in-every-order", test_limits_in_every_order);
  g_test_add_func ("/landmark/limits-shared", test_limits_shared);
  g_test_add_func ("/landmark/gradient-bounds", test_gradient_bounds);
  return g_test_run ();
}
