/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent.h"

#include <float.h>
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

      walk (&descent, cases[i].batch, cases[i].b, cases[i].rate, cases[i].n, SCOPE_DESCENT_CONVERGED);
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
  g_assert_cmpfloat_with_epsilon (descent.last.promise, descent.last.dl_db * descent.last.dl_db, 1e-16);
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
    { -2, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },      { -2, 3, 1, SCOPE_DESCENT_AHEAD_OVER },
    { -2, 4, 1, SCOPE_DESCENT_AHEAD_OVER },      { -2, 9, 1, SCOPE_DESCENT_AHEAD_HIGHER },
    { -2, 1, 100, SCOPE_DESCENT_AHEAD_TINY },    { 5, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 5, 4, 1, SCOPE_DESCENT_AHEAD_OVER },       { 5, 9, 1, SCOPE_DESCENT_AHEAD_HIGHER },
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

/* Places made by hand, rate 1; the gradient at each leads nowhere near it. */
static void
take_places (ScopeDescent *descent, const double *places, size_t n)
{
  g_assert_cmpint (scope_descent_init (descent, 1, 0, SCOPE_MINIMUM_FINITE), ==, SCOPE_STATUS_OK);
  for (size_t i = 0; i < n; i++)
    {
      const ScopeBatchOutcome at = { 1, 100, 1 };

      scope_descent_take (descent, places[i], &at);
    }
}

/* What is near enough to be a cycle, and what its drift is, on either side of each limit and on it:
 * a thousandth of the extent in a round; 2⁻⁴⁰ of the distance from 0 for places that are one, or a
 * drift that is none. */
static void
test_cycle_limits (void)
{
  static const struct
  {
    double places[6];
    unsigned period;
    double drift;
  } rows[] = {
    { { 0x1p-9, 1, 0x1p-10, 1, 0, 1 }, 2, 0x1p-10 },
    { { 2e-3, 1, 1e-3, 1, 0, 1 }, 2, 1e-3 },
    { { 3e-3, 1, 1.5e-3, 1, 0, 1 }, 0, 0 },
    /* Of the extent of the last round, not of more places. */
    { { 1, -2.001e-3, 1, -1.0005e-3, 1, 0 }, 0, 0 },
    { { 1, 2e-3, 1, 1e-3, 1, 0 }, 2, 1e-3 },
    { { -1, 0x1p-9, -1, 0x1p-10, -1, 0 }, 2, 0x1p-10 },
    { { 0, 1 + 0x1p-9, 0, 1 + 0x1p-10, 0, 1 }, 2, 0x1p-10 },
    /* The extent */
    { { 1, 1 - 0x1p-40, 1, 1 - 0x1p-40, 1, 1 - 0x1p-40 }, 0, 0 },
    { { 1, 1 - 0x1.8p-40, 1, 1 - 0x1.8p-40, 1, 1 - 0x1.8p-40 }, 2, 0 },
    { { -1, -1 + 0x1p-40, -1, -1 + 0x1p-40, -1, -1 + 0x1p-40 }, 0, 0 },
    { { -1, -1 + 0x1.8p-40, -1, -1 + 0x1.8p-40, -1, -1 + 0x1.8p-40 }, 2, 0 },
    /* The drift */
    { { 1 - 0x1p-39, 0, 1 - 0x1p-40, 0, 1, 0 }, 2, 0 },
    { { 1 - 0x1.8p-39, 0, 1 - 0x1.8p-40, 0, 1, 0 }, 2, 0x1.8p-40 },
    { { -1 + 0x1p-39, 0, -1 + 0x1p-40, 0, -1, 0 }, 2, 0 },
    { { -1 + 0x1.8p-39, 0, -1 + 0x1.8p-40, 0, -1, 0 }, 2, 0x1.8p-40 },
    /* Only the earlier round is out of place, or only the last place */
    { { 5, 1, 0, 1, 0, 1 }, 0, 0 },
    { { 0, 5, 0, 1, 0, 1 }, 0, 0 },
    { { 0, 1, 0, 1, 0, 5 }, 0, 0 },
  };

  for (guint i = 0; i < 3 * G_N_ELEMENTS (rows); i++)
    {
      guint row = i / 3;
      double scale = ldexp (1, 30 * ((int) (i % 3) - 1)), places[6];
      ScopeDescent descent;

      for (guint place = 0; place < 6; place++)
        places[place] = rows[row].places[place] * scale;
      take_places (&descent, places, 5);
      g_assert_cmpuint (descent.period, ==, 0);
      take_places (&descent, places, 6);
      g_test_message ("row %u at %g", row, scale);
      g_assert_cmpuint (descent.period, ==, rows[row].period);
      g_assert_cmpfloat (descent.drift, ==, rows[row].drift * scale);
      g_assert_cmpint (descent.verdict, ==, rows[row].period ? SCOPE_DESCENT_CYCLE : SCOPE_DESCENT_WALKING);
    }
}

/* A cycle is told after three rounds, not a place earlier, wherever in the memory it begins. */
static void
test_cycle_begins (void)
{
  for (unsigned before = 0; before < 2 * SCOPE_DESCENT_MEMORY; before++)
    for (unsigned period = 2; period <= SCOPE_DESCENT_LONGEST_CYCLE; period++)
      {
        double places[5 * SCOPE_DESCENT_MEMORY];
        ScopeDescent descent;

        for (unsigned i = 0; i < before; i++)
          places[i] = 1000 + i * i;
        for (unsigned i = 0; i < 3 * period; i++)
          places[before + i] = i % period * (i % period);
        take_places (&descent, places, before + 3 * period - 1);
        g_assert_cmpint (descent.verdict, ==, SCOPE_DESCENT_WALKING);
        take_places (&descent, places, before + 3 * period);
        g_assert_cmpint (descent.verdict, ==, SCOPE_DESCENT_CYCLE);
        g_assert_cmpuint (descent.period, ==, period);
        g_assert_cmpuint (descent.n, ==, before + 3 * period);
        g_assert_cmpuint (descent.last.number, ==, before + 3 * period - 1);
      }
}

/* Two steps by hand: what is a crossing, what a rise beyond rounding. */
static void
test_flags_by_hand (void)
{
  static const struct
  {
    double dl_db[2], loss[2];
    gboolean crossed, rose;
  } rows[] = {
    { { -1, 1 }, { 1, 1 }, TRUE, FALSE },
    { { 1, -1 }, { 1, 1 }, TRUE, FALSE },
    { { -1, -1 }, { 1, 1 }, FALSE, FALSE },
    { { 1, 1 }, { 1, 1 }, FALSE, FALSE },
    { { -1, 0 }, { 1, 1 }, FALSE, FALSE },
    { { 1, 0 }, { 1, 1 }, FALSE, FALSE },
    { { 0, 1 }, { 1, 1 }, FALSE, FALSE },
    { { 0, -1 }, { 1, 1 }, FALSE, FALSE },
    { { 1, 1 }, { 1, 1 + 4 * DBL_EPSILON }, FALSE, FALSE },
    { { 1, 1 }, { 1, 1 + 5 * DBL_EPSILON }, FALSE, TRUE },
    { { 1, 1 }, { 1, 0.5 }, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeDescent descent;

      scope_descent_init (&descent, 2, 0, SCOPE_MINIMUM_FINITE);
      for (guint step = 0; step < 2; step++)
        {
          const ScopeBatchOutcome at = { rows[i].loss[step], rows[i].dl_db[step], 1 };

          g_assert_cmpfloat (scope_descent_take (&descent, 3, &at), ==, 3 - 2 * at.dl_db);
          g_assert_cmpfloat (descent.last.b, ==, 3);
          g_assert_cmpfloat (descent.last.loss, ==, at.loss);
          g_assert_cmpfloat (descent.last.dl_db, ==, at.dl_db);
          g_assert_cmpfloat (descent.last.step_size, ==, 2 * at.dl_db);
          g_assert_cmpfloat (descent.last.promise, ==, 2 * at.dl_db * at.dl_db);
          g_assert_cmpint (descent.last.crossed, ==, step == 1 && rows[i].crossed);
          g_assert_cmpint (descent.last.rose, ==, step == 1 && rows[i].rose);
        }
    }
}

/* Three steps in a row that cross and are longer lead away; one that is not longer, or does not
 * cross, begins anew. */
static void
test_growing (void)
{
  static const struct
  {
    double dl_db[6];
    unsigned growing[6];
  } rows[] = {
    { { 1, -2, 4, -8, 16, -32 }, { 0, 1, 2, 3, 4, 5 } }, { { -1, 2, -4, 4, -5, 6 }, { 0, 1, 2, 0, 1, 2 } },
    { { 1, -2, -3, 4, -5, 6 }, { 0, 1, 0, 1, 2, 3 } },   { { 1, -1, 1, -1, 1, -1 }, { 0, 0, 0, 0, 0, 0 } },
    { { 8, -7, 6, -5, 4, -3 }, { 0, 0, 0, 0, 0, 0 } },   { { 1, 2, 3, 4, 5, 6 }, { 0, 0, 0, 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeDescent descent;

      scope_descent_init (&descent, 1, 0, SCOPE_MINIMUM_FINITE);
      for (guint step = 0; step < 6; step++)
        {
          const ScopeBatchOutcome at = { 1, rows[i].dl_db[step], 1 };

          /* Places that never repeat. */
          scope_descent_take (&descent, step * step, &at);
          g_assert_cmpuint (descent.n_growing, ==, rows[i].growing[step]);
          g_assert_cmpint (descent.verdict, ==,
                           rows[i].growing[step] >= 3 ? SCOPE_DESCENT_AWAY : SCOPE_DESCENT_WALKING);
        }
    }
}

/* Each verdict goes before those that would be true, too. */
static void
test_order_of_verdicts (void)
{
  static const struct
  {
    ScopeMinimumKind kind;
    double rate, tolerance, b, dl_db;
    ScopeDescentVerdict verdict;
  } rows[] = {
    { SCOPE_MINIMUM_FLAT, 1e300, 1, 0, 1e300, SCOPE_DESCENT_FLAT },
    { SCOPE_MINIMUM_FLAT, 1, 1, 0, 0, SCOPE_DESCENT_FLAT },
    { SCOPE_MINIMUM_AT_PLUS_INFINITY, 1e300, 1, 0, -1e300, SCOPE_DESCENT_OVERFLOW },
    { SCOPE_MINIMUM_AT_PLUS_INFINITY, 1, 1, 0, -1e-9, SCOPE_DESCENT_ENDLESS },
    { SCOPE_MINIMUM_AT_MINUS_INFINITY, 1, 1, 0, 1e-9, SCOPE_DESCENT_ENDLESS },
    { SCOPE_MINIMUM_FINITE, 1, 0.5, 0, 0.5, SCOPE_DESCENT_CONVERGED },
    { SCOPE_MINIMUM_FINITE, 1, 0.5, 0, -0.5, SCOPE_DESCENT_CONVERGED },
    { SCOPE_MINIMUM_FINITE, 1, 0.5, 1e300, 0.5, SCOPE_DESCENT_CONVERGED },
    { SCOPE_MINIMUM_FINITE, 1, 0.25, 0, 0.5, SCOPE_DESCENT_WALKING },
    { SCOPE_MINIMUM_FINITE, 1, 0.25, 1e300, 0.5, SCOPE_DESCENT_STUCK },
    { SCOPE_MINIMUM_BEYOND, 1, 0, 1e300, 0.5, SCOPE_DESCENT_STUCK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScopeBatchOutcome at = { 1, rows[i].dl_db, 1 };
      ScopeDescent descent;

      scope_descent_init (&descent, rows[i].rate, rows[i].tolerance, rows[i].kind);
      scope_descent_take (&descent, rows[i].b, &at);
      g_test_message ("row %u", i);
      g_assert_cmpint (descent.verdict, ==, rows[i].verdict);
      g_assert_cmpuint (descent.period, ==, 0);
      g_assert_cmpfloat (descent.drift, ==, 0);
    }
}

/* On either side of what is lost in the loss's rounding, and on it; a gradient of 0 is not over. */
static void
test_ahead_by_hand (void)
{
  static const struct
  {
    double promise, dl_db, drop, next;
    ScopeDescentAhead ahead;
  } rows[] = {
    { 2e-15, 1, 1, 1, SCOPE_DESCENT_AHEAD_TINY },    { 3e-15, 1, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 0, 1, -1, -1, SCOPE_DESCENT_AHEAD_TINY },      { 1, 1, -2e-15, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 1, 1, -3e-15, 1, SCOPE_DESCENT_AHEAD_HIGHER }, { 1, 1, 0, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 1, 1, 1, -1, SCOPE_DESCENT_AHEAD_OVER },       { 1, -1, 1, 1, SCOPE_DESCENT_AHEAD_OVER },
    { 1, -1, 1, -1, SCOPE_DESCENT_AHEAD_DOWN },      { 1, 1, 1, 0, SCOPE_DESCENT_AHEAD_DOWN },
    { 1, -1, 1, 0, SCOPE_DESCENT_AHEAD_DOWN },       { 1, 0, 1, 1, SCOPE_DESCENT_AHEAD_DOWN },
    { 1, 0, 1, -1, SCOPE_DESCENT_AHEAD_DOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScopeDescent descent
        = { .last = { .loss = 2, .promise = rows[i].promise, .dl_db = rows[i].dl_db } };

      g_test_message ("row %u", i);
      g_assert_cmpint (scope_descent_ahead (&descent, rows[i].drop, rows[i].next), ==, rows[i].ahead);
    }
}

static void
test_refuses (void)
{
  ScopeDescent descent;

  g_assert_cmpint (scope_descent_init (&descent, 0, 0, SCOPE_MINIMUM_FINITE), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_descent_init (&descent, 1, -1, SCOPE_MINIMUM_FINITE), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpint (scope_descent_init (&descent, INFINITY, 0, SCOPE_MINIMUM_FINITE), ==,
                   SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_descent_init (&descent, 1, NAN, SCOPE_MINIMUM_FINITE), ==, SCOPE_STATUS_NOT_FINITE);
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
  g_test_add_func ("/descent/cycle-limits", test_cycle_limits);
  g_test_add_func ("/descent/cycle-begins", test_cycle_begins);
  g_test_add_func ("/descent/flags-by-hand", test_flags_by_hand);
  g_test_add_func ("/descent/growing", test_growing);
  g_test_add_func ("/descent/order-of-verdicts", test_order_of_verdicts);
  g_test_add_func ("/descent/ahead-by-hand", test_ahead_by_hand);
  g_test_add_func ("/descent/refuses", test_refuses);
  return g_test_run ();
}
