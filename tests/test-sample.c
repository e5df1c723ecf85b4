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
  const ScopeSamples samples = { .b = b, .p = { p }, .loss = loss, .dl_db = gradient, .path = { path } };

  g_assert_cmpint (scope_sample (&start, -10, 10, 5, &samples), ==, SCOPE_STATUS_OK);
  for (int i = 0; i < 5; i++)
    {
      ScopeParameters at = start;
      ScopeOutcome out;

      at.b = -10 + 5 * i;
      scope_outcome_evaluate (&at, &out);
      g_assert_cmpfloat (b[i], ==, at.b);
      g_assert_cmpfloat (p[i], ==, out.p[0]);
      g_assert_cmpfloat (loss[i], ==, out.loss);
      g_assert_cmpfloat (gradient[i], ==, out.dl_db);
      g_assert_cmpfloat (path[i], ==, out.path[0]);
    }
}

/* Every array of every class has its own numbers; and two samples are enough. */
static void
test_all_arrays (void)
{
  double number[4][2], z[3][2], p[3][2], q[3][2], dp_dz[3][2], dl_dz[3][2], path[3][2];
  const ScopeSamples samples = { .loss = number[0],
                                 .dl_dp = number[1],
                                 .dl_db = number[2],
                                 .curvature = number[3],
                                 .z = { z[0], z[1], z[2] },
                                 .p = { p[0], p[1], p[2] },
                                 .q = { q[0], q[1], q[2] },
                                 .dp_dz = { dp_dz[0], dp_dz[1], dp_dz[2] },
                                 .dl_dz = { dl_dz[0], dl_dz[1], dl_dz[2] },
                                 .path = { path[0], path[1], path[2] } };
  ScopeParameters at = { { 1.0368, 0.0032, 0.1352 }, { 1, -0.5, 2 }, 0, 1 };

  g_assert_cmpint (scope_sample (&at, -1, 2, 2, &samples), ==, SCOPE_STATUS_OK);
  for (int i = 0; i < 2; i++)
    {
      ScopeOutcome out;

      at.b = i == 0 ? -1 : 2;
      scope_outcome_evaluate (&at, &out);
      g_assert_cmpfloat (number[0][i], ==, out.loss);
      g_assert_cmpfloat (number[1][i], ==, out.dl_dp);
      g_assert_cmpfloat (number[2][i], ==, out.dl_db);
      g_assert_cmpfloat (number[3][i], ==, out.curvature);
      for (unsigned k = 0; k < 3; k++)
        {
          g_assert_cmpfloat (z[k][i], ==, out.z[k]);
          g_assert_cmpfloat (p[k][i], ==, out.p[k]);
          g_assert_cmpfloat (q[k][i], ==, out.q[k]);
          g_assert_cmpfloat (dp_dz[k][i], ==, out.dp_dz[k]);
          g_assert_cmpfloat (dl_dz[k][i], ==, out.dl_dz[k]);
          g_assert_cmpfloat (path[k][i], ==, out.path[k]);
        }
    }
}

/* The last sample is at hi also where hi − lo has not room for it. */
static void
test_last (void)
{
  double b[3];
  const ScopeSamples samples = { .b = b };

  g_assert_cmpint (scope_sample (&start, -0x1p100, 1, 3, &samples), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (b[0], ==, -0x1p100);
  g_assert_cmpfloat (b[1], ==, -0x1p99);
  g_assert_cmpfloat (b[2], ==, 1);
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
  g_assert_cmpint (scope_sample (&start, 0, -INFINITY, 5, &none), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_sample (&start, 0, 1, 5, &none), ==, SCOPE_STATUS_OK);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/ends-and-values", test_ends_and_values);
  g_test_add_func ("/sample/all-arrays", test_all_arrays);
  g_test_add_func ("/sample/last", test_last);
  g_test_add_func ("/sample/shift", test_shift);
  g_test_add_func ("/sample/whole-range", test_whole_range);
  g_test_add_func ("/sample/refuses", test_refuses);
  return g_test_run ();
}
