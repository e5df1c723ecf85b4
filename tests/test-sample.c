/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <glib.h>
#include <math.h>

#include "sample.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = 99, .observed = 0 };

static void
test_ends_and_values (void)
{
  double b[5], p[5], loss[5], gradient[5], path[5];
  const ScopeSamples samples = { .b = b, .p = { p }, .loss = loss, .dl_db = gradient,
                                 .path = { path } };

  g_assert_cmpint (scope_sample (&start, -10, 10, 5, &samples), ==, SCOPE_STATUS_OK);
  for (int i = 0; i < 5; i++)
    {
      ScopeParameters at = start;
      ScopeOutcome out;

      at.b = -10 + 5 * i;
      scope_evaluate (&at, &out);
      g_assert_cmpfloat (b[i], ==, at.b);
      g_assert_cmpfloat (p[i], ==, out.p[0]);
      g_assert_cmpfloat (loss[i], ==, out.loss);
      g_assert_cmpfloat (gradient[i], ==, out.dl_db);
      g_assert_cmpfloat (path[i], ==, out.path[0]);
    }
}

/* z has the shift, the loss does not see it. */
static void
test_shift (void)
{
  double z[3], loss[3], still[3];
  const ScopeSamples samples = { .z = { z }, .loss = loss };
  const ScopeSamples unshifted = { .loss = still };
  ScopeParameters in = start;

  g_assert_cmpint (scope_sample (&in, -1, 1, 3, &unshifted), ==, SCOPE_STATUS_OK);
  in.shift = 5;
  g_assert_cmpint (scope_sample (&in, -1, 1, 3, &samples), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (z[0], 5.0368, 1e-15);
  g_assert_cmpfloat_with_epsilon (z[2], 7.0368, 1e-15);
  g_assert_cmpmem (loss, sizeof loss, still, sizeof still);
}

static void
test_whole_range (void)
{
  double b[3], loss[3];
  const ScopeSamples samples = { .b = b, .loss = loss };

  g_assert_cmpint (scope_sample (&start, -DBL_MAX, DBL_MAX, 3, &samples), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (b[0], ==, -DBL_MAX);
  g_assert_cmpfloat (b[1], ==, 0);
  g_assert_cmpfloat (b[2], ==, DBL_MAX);
  g_assert_cmpfloat (loss[0], ==, DBL_MAX);
  g_assert_cmpfloat (loss[2], ==, 0);
}

static void
test_refuses (void)
{
  const ScopeSamples none = { NULL };

  g_assert_cmpint (scope_sample (&start, 1, 1, 5, &none), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_sample (&start, 2, 1, 5, &none), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_sample (&start, 0, 1, 1, &none), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_sample (&start, NAN, 1, 5, &none), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_sample (&start, 0, 1, 5, &none), ==, SCOPE_STATUS_OK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/ends-and-values", test_ends_and_values);
  g_test_add_func ("/sample/shift", test_shift);
  g_test_add_func ("/sample/whole-range", test_whole_range);
  g_test_add_func ("/sample/refuses", test_refuses);
  return g_test_run ();
}
