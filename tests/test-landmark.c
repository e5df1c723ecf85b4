/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <math.h>

#include "landmark.h"
#include "wiring.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_bends (void)
{
  ScopeParameters all = start;
  double bends[3];

  g_assert_cmpuint (scope_bends (&start, bends), ==, 2);
  g_assert_cmpfloat_with_epsilon (bends[0], 0.0032 - 1.0368, 1e-15);
  g_assert_cmpfloat_with_epsilon (bends[1], 0.1352 - 1.0368, 1e-15);
  scope_wiring_weights (SCOPE_WIRING_ALL, 0, all.w);
  g_assert_cmpuint (scope_bends (&all, bends), ==, 0);
}

static void
test_half_point (void)
{
  ScopeParameters other = start;
  double half;

  g_assert_true (scope_half_point (&start, &half));
  g_assert_cmpfloat_with_epsilon (half, -0.27228, 5e-6);
  other.b = half;

  ScopeOutcome out;
  scope_evaluate (&other, &out);
  g_assert_cmpfloat_with_epsilon (out.dl_db, -0.5, 1e-15);
  other.w[1] = 1;
  g_assert_false (scope_half_point (&other, &half));
}

static void
test_limits (void)
{
  ScopeParameters in = start;
  ScopeLimits limits;

  g_assert_cmpint (scope_loss_limits (&in, &limits), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (limits.at_plus_infinity, ==, 0);
  g_assert_true (isinf (limits.at_minus_infinity));
  in.observed = 1;
  g_assert_cmpint (scope_loss_limits (&in, &limits), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (limits.at_minus_infinity, 0.7613, 5e-5);
  g_assert_true (isinf (limits.at_plus_infinity));
  in.observed = 3;
  g_assert_cmpint (scope_loss_limits (&in, &limits), ==, SCOPE_STATUS_BAD_CLASS);
}

static void
test_gradient_bounds (void)
{
  double lo, hi;

  scope_gradient_bounds (start.w, &lo, &hi);
  g_assert_cmpfloat (lo, ==, -1);
  g_assert_cmpfloat (hi, ==, 1);
  scope_gradient_bounds ((double[]) { 2, 2, 2 }, &lo, &hi);
  g_assert_cmpfloat (hi, ==, 0);
  scope_gradient_bounds ((double[]) { -1e308, 1e308, 0 }, &lo, &hi);
  g_assert_true (isfinite (hi));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/landmark/bends", test_bends);
  g_test_add_func ("/landmark/half-point", test_half_point);
  g_test_add_func ("/landmark/limits", test_limits);
  g_test_add_func ("/landmark/gradient-bounds", test_gradient_bounds);
  return g_test_run ();
}
