/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-bands.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "count.h"
#include "iris.h"
#include "many-curves.h"
#include "many-select.h"

static int
compare (const void *one, const void *other)
{
  const double *a = one, *b = other;

  return (*a > *b) - (*a < *b);
}

/* Each edge is what some flower has, of the right rank. */
static void
check_bands (const ScopeManyBands *bands, const ScopeBatchRow *rows, size_t n, const double w[3])
{
  static const double parts[] = { 0, 0.25, 0.5, 0.75, 1 };

  for (size_t i = 0; i < SCOPE_BAND_PLACES; i += 12)
    for (int gradient = 0; gradient < 2; gradient++)
      {
        g_autofree double *values = g_new (double, n);

        for (size_t row = 0; row < n; row++)
          {
            ScopeBatch one = { &rows[row], 1, { w[0], w[1], w[2] }, FALSE };
            ScopeBatchOutcome outcome;

            scope_batch_evaluate (&one, scope_many_bands_get_bias (bands)[i], &outcome);
            values[row] = gradient ? outcome.dl_db : outcome.loss;
          }
        qsort (values, n, sizeof *values, compare);
        for (int edge = 0; edge < SCOPE_N_BAND_EDGES; edge++)
          {
            double expected = values[(size_t) round (parts[edge] * (double) (n - 1))];

            g_assert_cmpfloat_with_epsilon (scope_many_bands_get (bands, gradient, (ScopeBandEdge) edge, i),
                                            expected, 1e-11 * (1 + fabs (expected)));
          }
      }
}

/* A flower that is dragged is put between the others: the same as all of them anew. */
static void
test_bands (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0.5, -1, 2 }, { 1, 1, 1 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      ScopeManyBands *bands = scope_many_bands_new ();
      ScopeBatchRow rows[TEST_N_IRIS];
      const double *w = wirings[i];
      ScopeBatch batch = { rows, 40 + 55 * i, { w[0], w[1], w[2] }, TRUE };

      test_load_iris (rows);
      for (int step = 0; step < 20; step++)
        {
          size_t row = step == 0 ? 0 : (size_t) g_rand_int_range (random, 0, (int) batch.n);

          scope_many_bands_fill (bands, &batch, row, -12, 15);
          check_bands (bands, rows, batch.n, w);
          for (int move = 0; move < 4; move++)
            {
              rows[row].a[step % 3] = g_rand_double_range (random, -20, 20);
              rows[row].observed = (unsigned) g_rand_int_range (random, 0, 3);
              scope_many_bands_move (bands, &rows[row], w);
              check_bands (bands, rows, batch.n, w);
            }
        }
      scope_many_bands_free (bands);
    }
}

/* The cached ones, too: after a drag, after total in place of mean, and after another wiring. */
static void
test_bands_follow (void)
{
  g_autoptr (ScopeManyCurves) curves = scope_many_curves_new ();
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 4, TRUE };
  double w[] = { 1, 0, 0 };
  ScopeView view;

  test_load_iris (rows);
  scope_view_fit (&view, &(ScopeParameters) { .w = { 1, 0, 0 } }, &many);
  scope_many_curves_update (curves, &many, w, &view, 900, 300);
  for (int step = 0; step < 5; step++)
    {
      rows[4].a[0] += 1;
      rows[step > 2 ? 9 : 4].a[1] -= 0.5;
      many.mean = step % 2;
      w[2] = step == 4;
      g_assert_true (scope_many_curves_update (curves, &many, w, &view, 900, 300));
      check_bands (scope_many_curves_get_bands (curves), rows, TEST_N_IRIS, w);
    }
}

/* --- Any number of flowers, any weights */

/* Where exponentials overflow, where an axis is far wider than they reach, where all curves are the
 * same, and with hardly any flowers. */
static void
test_extremes (void)
{
  static const double wirings[][3]
    = { { 1, 0, 0 }, { 0, 0, -300 }, { 1, 1, 1 }, { 1e-200, 0, 0 }, { 1e150, -1e150, 0 } };
  static const double axes[][2] = { { -12, 15 }, { -2000, 3000 } };
  static const size_t counts[] = { 1, 2, 3, 5, 12, 16, 17, 18, TEST_N_IRIS };
  ScopeManyBands *bands = scope_many_bands_new ();
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  rows[1].a[2] = 1e9;
  rows[3].a[0] = -5e4;
  rows[9] = rows[8];
  for (int i = 20; i < 60; i++)
    rows[i] = rows[20];
  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    for (guint axis = 0; axis < G_N_ELEMENTS (axes); axis++)
      for (guint count = 0; count < G_N_ELEMENTS (counts); count++)
        {
          ScopeBatch batch = { .rows = rows, .n = counts[count] };

          memcpy (batch.w, wirings[i], sizeof batch.w);
          scope_many_bands_fill (bands, &batch, batch.n / 2, axes[axis][0], axes[axis][1]);
          check_bands (bands, rows, batch.n, batch.w);
        }
  scope_many_bands_free (bands);
}

/* Far more flowers than a selection sorts. */
static void
test_many_flowers (void)
{
  const size_t n = 20 * TEST_N_IRIS + 7;
  const double w[] = { 0.5, -0.25, 2 };
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, n);
  ScopeManyBands *bands = scope_many_bands_new ();
  ScopeBatch batch = { .rows = rows, .n = n };
  ScopeBatchRow iris[TEST_N_IRIS];

  test_load_iris (iris);
  for (size_t i = 0; i < n; i++)
    {
      rows[i] = iris[i * 7 % TEST_N_IRIS];
      rows[i].a[1] += i % 5 == 0 ? 0 : 1e-3 * (double) i;
    }
  memcpy (batch.w, w, sizeof batch.w);
  scope_many_bands_fill (bands, &batch, 99, -9, 9);
  check_bands (bands, rows, n, w);
  scope_many_bands_free (bands);
}

/* As sorting would: values in order, against it, in none, and mostly equal ones. */
static void
test_select (void)
{
  static const size_t counts[] = { 1, 2, 24, 25, 100, 1000, 20000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    for (int kind = 0; kind < 5; kind++)
      {
        size_t n = counts[i];
        g_autofree double *values = g_new (double, n), *sorted = NULL;

        for (size_t k = 0; k < n; k++)
          values[k] = kind == 0   ? (double) k
                      : kind == 1 ? -(double) k
                      : kind == 2 ? g_rand_double (random)
                      : kind == 3 ? g_rand_int_range (random, 0, 3)
                                  : (k == n / 3 ? INFINITY : 7);
        sorted = g_memdup2 (values, n * sizeof *values);
        qsort (sorted, n, sizeof *sorted, compare);
        for (int part = 0; part < 7; part++)
          {
            size_t rank = part == 6 ? n - 1 : n * (size_t) part / 6;

            g_assert_cmpfloat (scope_many_select (values, n, rank), ==, sorted[rank]);
            g_assert_cmpfloat (values[rank], ==, sorted[rank]);
            for (size_t k = 0; k < n; k++)
              g_assert_true (k < rank ? values[k] <= values[rank] : values[k] >= values[rank]);
          }
      }
}

static guint64 n_evaluations;

ScopeStatus __real_scope_outcome_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome);
ScopeStatus __wrap_scope_outcome_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome);

ScopeStatus
__wrap_scope_outcome_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome)
{
  n_evaluations++;
  return __real_scope_outcome_evaluate (parameters, outcome);
}

/* Whatever the weights, a flower is not evaluated exactly at each place. */
static void
test_cost (void)
{
  const size_t n = 300;
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, n);
  ScopeManyBands *bands = scope_many_bands_new ();
  guint64 random = 5, most[2] = { 0 };

  for (int round = 0; round < 150; round++)
    {
      ScopeBatch batch = { .rows = rows, .n = n };

      test_fill_steep (&random, batch.w, rows, n);
      test_n_differences = n_evaluations = 0;
      scope_many_bands_fill (bands, &batch, 7, -15, 15);
      most[0] = MAX (most[0], test_n_differences);
      most[1] = MAX (most[1], n_evaluations);
      check_bands (bands, rows, n, batch.w);
    }
  g_test_message ("%" G_GUINT64_FORMAT " exact differences, %" G_GUINT64_FORMAT " evaluations", most[0],
                  most[1]);
  g_assert_cmpuint (most[0], <=, n * 70);
  g_assert_cmpuint (most[1], <=, n * 4);
  scope_many_bands_free (bands);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/many-bands/moved", test_bands);
  g_test_add_func ("/many-bands/follow", test_bands_follow);
  g_test_add_func ("/many-bands/extremes", test_extremes);
  g_test_add_func ("/many-bands/many-flowers", test_many_flowers);
  g_test_add_func ("/many-bands/cost", test_cost);
  g_test_add_func ("/many-bands/select", test_select);
  return g_test_run ();
}
