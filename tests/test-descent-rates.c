/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of many rows' learning rates: kept while nothing changes, right whenever something has. */

#include "descent-rates.h"

#include <math.h>

#include "iris.h"

static void
assert_marks (const ScopeRateMarks *marks, const ScopeBatch *batch, double part)
{
  ScopeMinimum minimum;
  ScopeRateMarks exact;

  scope_minimum_find (batch, &minimum);
  scope_rate_marks (batch, &minimum, &exact);
  if (isinf (exact.edge))
    g_assert_cmpfloat (marks->edge, ==, exact.edge);
  else
    g_assert_cmpfloat_with_epsilon (marks->edge, exact.edge, (part + 1e-15) * exact.edge);
  g_assert_cmpfloat_with_epsilon (marks->safe, exact.safe, (part + 1e-15) * exact.safe);
}

static void
test_kept (void)
{
  g_autoptr (ScopeDescentRates) rates = scope_descent_rates_new ();
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeBatch batch = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  ScopeMinimum minimum;
  const ScopeRateMarks *marks;
  double safe;

  test_load_iris (rows);
  scope_minimum_find (&batch, &minimum);
  marks = scope_descent_rates_find (rates, &batch, &minimum, -10, 10, FALSE);
  assert_marks (marks, &batch, 0);
  safe = marks->safe;
  /* A row that is edited in place, another wiring, the mean, fewer rows: found anew. */
  for (int i = 0; i < 4; i++)
    {
      if (i == 0)
        rows[70].a[0] += 3;
      else if (i == 1)
        batch.w[1] = 0.5;
      else if (i == 2)
        batch.mean = TRUE;
      else
        batch.n = 100;
      scope_minimum_find (&batch, &minimum);
      marks = scope_descent_rates_find (rates, &batch, &minimum, -10, 10, FALSE);
      assert_marks (marks, &batch, 0);
      g_assert_cmpfloat (marks->safe, !=, safe);
      safe = marks->safe;
    }
}

/* While very many rows are dragged an estimate stands in; what settles is exact, and stays so. */
static void
test_estimate (void)
{
  g_autoptr (ScopeDescentRates) rates = scope_descent_rates_new ();
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, 3000);
  ScopeBatch batch = { rows, 3000, { 1, 0, 0 }, FALSE };
  ScopeMinimum minimum, estimated = { .kind = SCOPE_MINIMUM_FINITE };
  const ScopeRateMarks *marks;
  double safe;

  for (guint i = 0; i < 3000; i++)
    {
      rows[i] = test_flower_rows[i % 3];
      rows[i].a[0] += sin (i);
    }
  scope_minimum_find (&batch, &minimum);
  /* As many-curves.c estimates it: without a curvature. */
  estimated.b = minimum.b;
  estimated.at.loss = minimum.at.loss;
  marks = scope_descent_rates_find (rates, &batch, &estimated, -10, 10, FALSE);
  assert_marks (marks, &batch, 0.01);
  marks = scope_descent_rates_find (rates, &batch, &minimum, -10, 10, TRUE);
  assert_marks (marks, &batch, 0);
  safe = marks->safe;
  marks = scope_descent_rates_find (rates, &batch, &estimated, -10, 10, FALSE);
  g_assert_cmpfloat (marks->safe, ==, safe);
}

/* No minimum, or no slope at all. */
static void
test_none (void)
{
  static const ScopeBatchRow rows[] = { { { 1, 0, 0 }, 0 }, { { 2, 0, 0 }, 0 } };
  g_autoptr (ScopeDescentRates) rates = scope_descent_rates_new ();
  ScopeBatch batch = { rows, 2, { 1, 0, 0 }, FALSE };
  ScopeMinimum minimum;
  const ScopeRateMarks *marks;

  scope_minimum_find (&batch, &minimum);
  marks = scope_descent_rates_find (rates, &batch, &minimum, -10, 10, TRUE);
  g_assert_true (isfinite (marks->safe) && isinf (marks->edge));
  batch.w[1] = batch.w[2] = 1;
  scope_minimum_find (&batch, &minimum);
  marks = scope_descent_rates_find (rates, &batch, &minimum, -10, 10, TRUE);
  g_assert_true (isinf (marks->safe) && isinf (marks->edge));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/descent-rates/kept", test_kept);
  g_test_add_func ("/descent-rates/estimate", test_estimate);
  g_test_add_func ("/descent-rates/none", test_none);
  return g_test_run ();
}
