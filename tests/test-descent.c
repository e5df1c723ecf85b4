/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent.h"

#include <glib.h>
#include <math.h>

#include "iris.h"

/* Walks until there are n places or the verdict is one to stop at. */
static void
walk (ScopeDescent *descent, const ScopeBatch *batch, double b, double rate, size_t n,
      ScopeDescentVerdict stop)
{
  ScopeMinimum minimum;

  g_assert_cmpint (scope_minimum_limits (batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (scope_descent_init (descent, rate, 1e-9, minimum.kind), ==, SCOPE_STATUS_OK);
  while (descent->n < n && isfinite (b) && (descent->n == 0 || descent->verdict != stop))
    {
      ScopeBatchOutcome at;

      scope_batch_evaluate (batch, b, &at);
      b = scope_descent_take (descent, b, &at);
    }
}

static void
test_places (void)
{
  static const double expected[] = { -2, -1.226798996749, -0.662258, -0.327253 };
  static const double epsilon[] = { 1e-15, 1e-12, 5e-7, 5e-7 };
  ScopeDescent descent;

  walk (&descent, &test_flowers, -2, 1, 4, SCOPE_DESCENT_CONVERGED);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (descent.trail[i], expected[i], epsilon[i]);
  g_assert_cmpuint (descent.last.number, ==, 3);
  g_assert_cmpint (descent.verdict, ==, SCOPE_DESCENT_WALKING);
}

static void
test_numbers_of_steps (void)
{
  static const struct
  {
    double rate;
    size_t steps;
  } rows[] = { { 0.1, 106 }, { 0.5, 19 }, { 1, 8 }, { 1.7, 3 }, { 2, 4 }, { 3, 18 }, { 3.3, 80 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeDescent descent;
      size_t n = 0;

      do
        walk (&descent, &test_flowers, -2, rows[i].rate, ++n, SCOPE_DESCENT_CONVERGED);
      while (fabs (descent.last.b + 0.031652958487831) > 0.005);
      g_assert_cmpuint (descent.last.number, ==, rows[i].steps);
    }
}

/* A mean over n rows walks with the rate of a total n times as small. */
static void
test_mean (void)
{
  ScopeBatch mean = test_flowers;
  ScopeDescent one, other;

  mean.mean = TRUE;
  walk (&one, &test_flowers, -2, 1, 6, SCOPE_DESCENT_CONVERGED);
  walk (&other, &mean, -2, 3, 6, SCOPE_DESCENT_CONVERGED);
  g_assert_cmpfloat_with_epsilon (one.last.b, other.last.b, 1e-14);
}

static void
test_verdicts (void)
{
  static const ScopeBatchRow one[] = { { { 1.0368, 0.0032, 0.1352 }, 0 } };
  static const ScopeBatchRow far[] = { { { 0, 0, 0 }, 0 }, { { 0, 0, 0 }, 1 } };
  ScopeBatchRow rows[TEST_N_IRIS];
  const ScopeBatch iris = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  const ScopeBatch iris_mean = { rows, TEST_N_IRIS, { 1, 0, 0 }, TRUE };
  const ScopeBatch single = { one, 1, { 1, 0, 0 }, FALSE }, flat = { one, 1, { 1, 1, 1 }, FALSE };
  const ScopeBatch downward = { one, 1, { 0, 1, 0 }, FALSE };
  const ScopeBatch steep = { far, 2, { 1e300, 0, 0 }, FALSE };
  const struct
  {
    const ScopeBatch *batch;
    double b, rate;
    size_t n;
    ScopeDescentVerdict verdict;
    unsigned period;
  } cases[] = {
    { &test_flowers, -2, 1, 60, SCOPE_DESCENT_CONVERGED, 0 },
    { &test_flowers, -2, 3.3, 3000, SCOPE_DESCENT_CONVERGED, 0 },
    { &test_flowers, -2, 3.3, 100, SCOPE_DESCENT_WALKING, 0 },
    { &test_flowers, -2, 3.35, 60, SCOPE_DESCENT_WALKING, 0 },
    { &test_flowers, -2, 4, 100, SCOPE_DESCENT_CYCLE, 2 },
    { &test_flowers, -2, 9, 100, SCOPE_DESCENT_CYCLE, 3 },
    { &test_flowers, -0.03, 4, 6, SCOPE_DESCENT_AWAY, 0 },
    { &iris, -2, 1, 100, SCOPE_DESCENT_CYCLE, 3 },
    { &iris, -2, 0.19, 400, SCOPE_DESCENT_CONVERGED, 0 },
    { &iris_mean, -2, 0.19 * 150, 400, SCOPE_DESCENT_CONVERGED, 0 },
    { &single, -2, 1, 100, SCOPE_DESCENT_ENDLESS, 0 },
    { &single, 1e4, 1, 3, SCOPE_DESCENT_ENDLESS, 0 },
    { &downward, -2, 1, 3, SCOPE_DESCENT_ENDLESS, 0 },
    { &flat, -2, 1, 3, SCOPE_DESCENT_FLAT, 0 },
    { &test_flowers, -1e300, 1, 3, SCOPE_DESCENT_STUCK, 0 },
    { &steep, -1, 1e10, 3, SCOPE_DESCENT_OVERFLOW, 0 },
  };

  test_load_iris (rows);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeDescent descent;

      walk (&descent, cases[i].batch, cases[i].b, cases[i].rate, cases[i].n,
            SCOPE_DESCENT_CONVERGED);
      if (descent.verdict != cases[i].verdict || descent.period != cases[i].period)
        g_error ("case %u: verdict %d, period %u", i, descent.verdict, descent.period);
    }
}

/* An exact cycle has no drift to speak of; the 150 flowers at η = 1 only nearly close theirs. */
static void
test_drift (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  const ScopeBatch iris = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  ScopeDescent descent;

  test_load_iris (rows);
  walk (&descent, &test_flowers, -2, 9, 200, SCOPE_DESCENT_CONVERGED);
  g_assert_cmpfloat (descent.drift, ==, 0);
  walk (&descent, &iris, -2, 1, 200, SCOPE_DESCENT_CONVERGED);
  g_assert_cmpfloat (descent.drift, >, 1e-3);
}

/* Any short period, on a trail made by hand; the shortest that fits is named. */
static void
test_periods (void)
{
  for (unsigned period = 2; period <= SCOPE_DESCENT_LONGEST_CYCLE + 1; period++)
    {
      ScopeDescent descent;

      scope_descent_init (&descent, 1, 0, SCOPE_MINIMUM_FINITE);
      for (unsigned i = 0; i < 4 * period; i++)
        {
          const ScopeBatchOutcome at = { 1, i % period % 2 ? 1 : -1, 1 };

          g_assert_true (i >= 3 * period || descent.period == 0);
          scope_descent_take (&descent, (double) (i % period * (i % period)), &at);
        }
      g_assert_cmpuint (descent.period, ==, period <= SCOPE_DESCENT_LONGEST_CYCLE ? period : 0);
    }
}

static void
test_flags (void)
{
  ScopeDescent descent;

  walk (&descent, &test_flowers, -2, 1, 2, SCOPE_DESCENT_CONVERGED);
  g_assert_false (descent.last.crossed || descent.last.rose);
  g_assert_cmpfloat_with_epsilon (descent.last.promise, descent.last.dl_db * descent.last.dl_db,
                                  1e-16);
  walk (&descent, &test_flowers, -2, 3, 2, SCOPE_DESCENT_CONVERGED);
  g_assert_true (descent.last.crossed && !descent.last.rose);
  walk (&descent, &test_flowers, -2, 9, 2, SCOPE_DESCENT_CONVERGED);
  g_assert_true (descent.last.crossed && descent.last.rose);
}

/* What the next step does, as the loss and the gradient at its end say. */
static void
test_ahead (void)
{
  static const struct
  {
    double b, rate;
    size_t n;
    ScopeDescentAhead ahead;
  } rows[] = {
    { -2, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },       { -2, 3, 1, SCOPE_DESCENT_AHEAD_OVER },
    { -2, 4, 1, SCOPE_DESCENT_AHEAD_OVER },       { -2, 9, 1, SCOPE_DESCENT_AHEAD_HIGHER },
    { -2, 1, 100, SCOPE_DESCENT_AHEAD_TINY },     { 5, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 5, 4, 1, SCOPE_DESCENT_AHEAD_OVER },        { 5, 9, 1, SCOPE_DESCENT_AHEAD_HIGHER },
    { -0.03, 4, 1, SCOPE_DESCENT_AHEAD_HIGHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeDescent descent;
      ScopeBatchOutcome at;
      double next, drop;

      walk (&descent, &test_flowers, rows[i].b, rows[i].rate, rows[i].n, SCOPE_DESCENT_CONVERGED);
      next = descent.last.b - descent.last.step_size;
      scope_batch_drop (&test_flowers, descent.last.b, next, &drop);
      scope_batch_evaluate (&test_flowers, next, &at);
      if (scope_descent_ahead (&descent, drop, at.dl_db) != rows[i].ahead)
        g_error ("row %u: %d", i, scope_descent_ahead (&descent, drop, at.dl_db));
    }
}

static void
test_refuses (void)
{
  ScopeDescent descent;

  g_assert_cmpint (scope_descent_init (&descent, 0, 0, SCOPE_MINIMUM_FINITE), ==,
                   SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_descent_init (&descent, 1, -1, SCOPE_MINIMUM_FINITE), ==,
                   SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_descent_init (&descent, INFINITY, 0, SCOPE_MINIMUM_FINITE), ==,
                   SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_descent_init (&descent, 1, NAN, SCOPE_MINIMUM_FINITE), ==,
                   SCOPE_STATUS_NOT_FINITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/descent/places", test_places);
  g_test_add_func ("/descent/numbers-of-steps", test_numbers_of_steps);
  g_test_add_func ("/descent/mean", test_mean);
  g_test_add_func ("/descent/verdicts", test_verdicts);
  g_test_add_func ("/descent/drift", test_drift);
  g_test_add_func ("/descent/periods", test_periods);
  g_test_add_func ("/descent/flags", test_flags);
  g_test_add_func ("/descent/ahead", test_ahead);
  g_test_add_func ("/descent/refuses", test_refuses);
  return g_test_run ();
}
