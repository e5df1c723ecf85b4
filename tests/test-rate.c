/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rate.h"

#include <glib.h>
#include <math.h>

#include "iris.h"

static ScopeRateMarks
marks_of (const ScopeBatch *batch)
{
  ScopeMinimum minimum;
  ScopeRateMarks marks;

  g_assert_cmpint (scope_minimum_find (batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (scope_rate_marks (batch, &minimum, &marks), ==, SCOPE_STATUS_OK);
  return marks;
}

static void
test_three_flowers (void)
{
  ScopeBatch batch = test_flowers;
  ScopeRateMarks total = marks_of (&batch), mean;

  g_assert_cmpfloat_with_epsilon (total.fastest, 1.697, 5e-4);
  g_assert_cmpfloat_with_epsilon (total.edge, 3.394, 5e-4);
  g_assert_cmpfloat_with_epsilon (total.safe, 3.0006, 5e-5);
  g_assert_cmpfloat_with_epsilon (total.max_curvature, 0.66653, 5e-6);
  g_assert_cmpfloat_with_epsilon (total.max_curvature_b, 0.837, 5e-4);
  batch.mean = TRUE;
  mean = marks_of (&batch);
  g_assert_cmpfloat_with_epsilon (mean.fastest, 3 * total.fastest, 1e-14);
  g_assert_cmpfloat_with_epsilon (mean.safe, 3 * total.safe, 1e-14);
}

static void
test_iris (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  const ScopeBatch batch = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };

  test_load_iris (rows);
  g_assert_cmpfloat_with_epsilon (marks_of (&batch).safe, 0.196, 5e-4);
}

/* A row of its own has its largest curvature, a quarter of w², at the half point. */
static void
test_one_row (void)
{
  static const double wirings[] = { 1, -2, 1e-5, 1e100, 1e-100 };

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      const ScopeBatchRow row = { { 3, 0, 0 }, 0 };
      const ScopeBatch batch = { &row, 1, { wirings[i], 0, 0 }, FALSE };
      ScopeRateMarks marks = marks_of (&batch);

      g_assert_cmpfloat_with_epsilon (marks.max_curvature_b * wirings[i], G_LN2 - 3, 1e-6);
      g_assert_cmpfloat_with_epsilon (marks.safe * wirings[i] * wirings[i], 8, 1e-12);
      g_assert_cmpfloat (marks.fastest, ==, INFINITY);
    }
}

/* Nothing on a fine grid is above the largest curvature. */
static void
test_global (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  ScopeBatchRow rows[12];

  for (int round = 0; round < 40; round++)
    {
      ScopeBatch batch = { rows, (size_t) g_rand_int_range (random, 1, 12), { 1, 0, 0 }, FALSE };
      double reach = ldexp (1, g_rand_int_range (random, 0, 6)), best = 0;
      ScopeRateMarks marks;

      for (size_t i = 0; i < batch.n; i++)
        for (int k = 0; k < 3; k++)
          {
            rows[i].observed = (unsigned) g_rand_int_range (random, 0, 3);
            rows[i].a[k] = g_rand_double_range (random, -reach, reach);
            if (round % 2)
              batch.w[k] = g_rand_double_range (random, -3, 3);
          }
      marks = marks_of (&batch);
      for (int i = 0; i <= 4000; i++)
        {
          ScopeBatchOutcome at;

          scope_batch_evaluate (&batch, marks.max_curvature_b + (i - 2000) * 0.1, &at);
          best = fmax (best, at.curvature);
        }
      g_assert_cmpfloat (best, <=, marks.max_curvature * (1 + 1e-6));
    }
}

static void
test_extremes (void)
{
  const ScopeBatchRow far[]
    = { { { 1e15, 0, 0 }, 0 },  { { -1e15, 0, 0 }, 1 }, { { -1e15, 0, 0 }, 2 },
        { { 1e300, 0, 0 }, 2 }, { { 5, 0, 0 }, 0 },     { { 0, 1e308, -1e308 }, 0 } };
  ScopeBatch batch = { far, G_N_ELEMENTS (far), { 1, 0, 0 }, FALSE };
  ScopeRateMarks marks = marks_of (&batch);

  /* Two of the hills are the same, thousands of billions from the others. */
  g_assert_cmpfloat_with_epsilon (marks.max_curvature, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon (marks.max_curvature_b, 1e15, 2);

  /* Two weights that nearly agree: their logits meet far away, where there is no hill. */
  batch = (ScopeBatch) { far + 4, 1, { 1, 1 + 1e-9, 0 }, FALSE };
  marks = marks_of (&batch);
  g_assert_cmpfloat_with_epsilon (marks.max_curvature, 0.25, 1e-6);

  batch = (ScopeBatch) { far, G_N_ELEMENTS (far), { 1, 1, 1 }, FALSE };
  g_assert_cmpfloat (marks_of (&batch).safe, ==, INFINITY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rate/three-flowers", test_three_flowers);
  g_test_add_func ("/rate/iris", test_iris);
  g_test_add_func ("/rate/one-row", test_one_row);
  g_test_add_func ("/rate/global", test_global);
  g_test_add_func ("/rate/extremes", test_extremes);
  return g_test_run ();
}
