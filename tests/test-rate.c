/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rate.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "iris.h"
#include "random.h"
#include "steepest.h"

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
  const ScopeBatchRow far[] = { { { 1e15, 0, 0 }, 0 },  { { -1e15, 0, 0 }, 1 }, { { -1e15, 0, 0 }, 2 },
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

/* Where every curve is flat nothing is looked for. */
static void
test_flat (void)
{
  ScopeBatch batch = test_flowers;
  ScopeRateMarks marks;

  batch.w[1] = batch.w[2] = 1;
  marks = marks_of (&batch);
  g_assert_cmpfloat (marks.fastest, ==, INFINITY);
  g_assert_cmpfloat (marks.edge, ==, INFINITY);
  g_assert_cmpfloat (marks.safe, ==, INFINITY);
  g_assert_cmpfloat (marks.max_curvature, ==, 0);
  g_assert_cmpfloat (marks.max_curvature_b, ==, 0);
  g_assert_cmpuint (marks.looks, ==, 0);
}

/* Weights of very different sizes once took minutes; the hill of the largest two is the highest. */
static void
test_uneven_weights (void)
{
  static const double wirings[][3]
    = { { 10000, 0.001, 0 }, { 1e6, 0.001, 0 }, { 100, 0.01, 0 }, { 1e150, 1e-150, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      const double *w = wirings[i];
      const ScopeBatch batch = { test_flowers.rows, test_flowers.n, { w[0], w[1], w[2] }, FALSE };
      const ScopeBatch alike = { test_flowers.rows, test_flowers.n, { 1, w[1] / w[0], 0 }, FALSE };
      ScopeRateMarks marks = marks_of (&batch), scaled = marks_of (&alike);

      g_assert_cmpfloat_with_epsilon (marks.safe * w[0] * w[0], scaled.safe, 1e-12);
      g_assert_cmpfloat_with_epsilon (scaled.safe, 3.0, 0.01);
      g_assert_cmpuint (marks.looks, <, 5000);
    }
}

static void
test_subnormal_curvature (void)
{
  const ScopeBatchRow row = { { 0, 0, 0 }, 0 };
  const ScopeBatch batch = { &row, 1, { 1e-160, 0, 0 }, FALSE };
  ScopeRateMarks marks = marks_of (&batch);

  /* The curvature is w²/8, 1.25e−321, of which a few bits are left; the rate is beyond double. */
  g_assert_cmpfloat_with_epsilon (marks.max_curvature_b * 1e-160, G_LN2, 1e-6);
  g_assert_cmpfloat (marks.max_curvature, >, 0);
  g_assert_cmpfloat (marks.safe, ==, INFINITY);
  g_assert_cmpuint (marks.looks, <, 5000);
}

/* So many places bend alike that nobody can look at them all: then no rate is called safe. */
static void
test_gives_up (void)
{
  enum
  {
    N = 20000
  };
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, N);
  const ScopeBatch batch = { rows, N, { 1, 0, 0 }, FALSE };
  guint64 random = 5;
  ScopeRateMarks marks;

  for (guint i = 0; i < N; i++)
    rows[i].a[0] = test_uniform (&random, -1e5, 1e5);
  marks = marks_of (&batch);
  g_assert_cmpfloat (marks.safe, ==, 0);
  g_assert_cmpfloat (marks.max_curvature, >, 0);
  g_assert_cmpuint (marks.looks, <=, SCOPE_STEEPEST_MOST_LOOKS (N));
}

/* Returns whether the search came to an end. */
static gboolean
check_any_size (const ScopeBatch *batch, guint64 *random)
{
  ScopeSteepest steepest;

  scope_steepest_find (batch, &steepest);
  g_assert_cmpuint (steepest.looks, <=, SCOPE_STEEPEST_MOST_LOOKS (batch->n));
  g_assert_true (isfinite (steepest.b));
  g_assert_true (steepest.curvature >= 0 && steepest.safe_rate >= 0);
  g_assert_true (steepest.is_proven || steepest.safe_rate == 0);
  for (int i = 0; i < 30 && steepest.is_proven; i++)
    {
      const ScopeBatchRow *row = &batch->rows[test_next_random (random) % batch->n];
      guint j = (guint) (test_next_random (random) % 3), k = (j + 1) % 3;
      double meeting = (row->a[j] - row->a[k]) / (batch->w[k] - batch->w[j]);
      double b = i < 20 ? meeting + test_uniform (random, -3, 3) * (i < 10) : test_any_size (random, 1);
      ScopeBatchOutcome at;

      if (!isfinite (b))
        continue;
      scope_batch_evaluate (batch, b, &at);
      /* The least doubles have no millionth. */
      g_assert_cmpfloat (at.curvature, <=, steepest.curvature * (1 + 2e-6) + 4 * DBL_TRUE_MIN);
    }
  return steepest.is_proven;
}

static void
test_every_size (void)
{
  guint64 random = 41;
  ScopeBatchRow rows[40];
  guint n_proven = 0, n = 0;

  for (int round = 0; round < 2500; round++)
    {
      ScopeBatch batch
        = { rows, 1 + test_next_random (&random) % G_N_ELEMENTS (rows), { 0 }, round % 3 == 0 };
      guint logits = (guint) (test_next_random (&random) % TEST_N_SIZES);
      guint weights = (guint) (test_next_random (&random) % TEST_N_SIZES);

      for (guint k = 0; k < 3; k++)
        batch.w[k] = test_any_size (&random, weights);
      for (size_t i = 0; i < batch.n; i++)
        {
          rows[i].observed = (guint) (test_next_random (&random) % 3);
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_any_size (&random, logits);
        }
      if (batch.w[0] == batch.w[1] && batch.w[1] == batch.w[2])
        continue;
      n_proven += check_any_size (&batch, &random);
      n++;
    }
  g_assert_cmpuint (n, >=, 2000);
  g_test_message ("%u of %u searches came to an end", n_proven, n);
  g_assert_cmpuint (n_proven, >, n * 9 / 10);
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
  g_test_add_func ("/rate/flat", test_flat);
  g_test_add_func ("/rate/uneven-weights", test_uneven_weights);
  g_test_add_func ("/rate/subnormal-curvature", test_subnormal_curvature);
  g_test_add_func ("/rate/gives-up", test_gives_up);
  g_test_add_func ("/rate/any-size", test_every_size);
  return g_test_run ();
}
