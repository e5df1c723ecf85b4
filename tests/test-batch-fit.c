/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-fit.h"

#include <float.h>
#include <math.h>

#include "batch-sample.h"
#include "iris.h"
#include "terms.h"

#define CONTRACT 1e-12
#define PLACES 777

static void
check (const ScopeBatch *batch, double lo, double hi)
{
  size_t n = scope_batch_fit_cells (batch->w, lo, hi);
  g_autofree double *coefficients = g_new (double, SCOPE_BATCH_FIT_NUMBERS (n));
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (n * SCOPE_BATCH_FIT_NODES));
  ScopeBatchFit fit;

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (scope_batch_fit_init (&fit, batch, lo, hi, coefficients, scratch), ==, SCOPE_STATUS_OK);
  for (int i = 0; i < PLACES; i++)
    {
      double b = i == PLACES - 1 ? hi : lo + (hi - lo) * i / (PLACES - 1), loss, dl_db;
      ScopeBatchOutcome exact;

      g_assert_cmpint (scope_batch_evaluate (batch, b, &exact), ==, SCOPE_STATUS_OK);
      scope_batch_fit_get (&fit, b, &loss, &dl_db);
      g_assert_cmpfloat_with_epsilon (loss, exact.loss, CONTRACT * exact.loss + DBL_MIN);
      g_assert_cmpfloat_with_epsilon (dl_db, exact.dl_db, CONTRACT * test_terms (batch, b) + DBL_MIN);
    }
}

static void
test_exact (void)
{
  static const double wirings[][SCOPE_N_CLASSES]
    = { { 1, 0, 0 }, { 0, 0, -2 }, { 0.5, -1, 2 }, { 1, 1, 1 }, { 0, 0.001, 0 } };
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    for (int mean = 0; mean < 2; mean++)
      {
        ScopeBatch batch = { rows, TEST_N_IRIS, { 0 }, mean };

        memcpy (batch.w, wirings[i], sizeof batch.w);
        check (&batch, -16, 18.5);
        check (&batch, 3, 3.25);
        batch.n = 1;
        check (&batch, -10, 10);
      }
}

/* So many rows that they are put into bins. */
static void
test_bins (void)
{
  ScopeBatchRow iris[TEST_N_IRIS];
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, 20 * TEST_N_IRIS);
  const ScopeBatch batch = { rows, 20 * TEST_N_IRIS, { 0, 1, 0 }, TRUE };

  test_load_iris (iris);
  for (size_t i = 0; i < batch.n; i++)
    {
      rows[i] = iris[i % TEST_N_IRIS];
      rows[i].a[0] += 0.01 * (double) (i / TEST_N_IRIS);
    }
  check (&batch, -20, 20);
}

/* As many cells as the interval needs, and none where there would be too many, or nodes that
 * doubles cannot tell apart. */
static void
test_cells (void)
{
  static const double orders[][SCOPE_N_CLASSES]
    = { { 3, 1, -2 }, { 3, -2, 1 }, { 1, 3, -2 }, { -2, 3, 1 }, { 1, -2, 3 }, { -2, 1, 3 } };
  const double w[] = { 1, 0, 0 }, little[] = { 1e-300, 0, 0 }, wide[] = { 1e308, -1e308, 0 },
               same[] = { 2, 2, 2 };

  g_assert_cmpuint (scope_batch_fit_cells (w, -10, 10), ==, 10);
  g_assert_cmpuint (scope_batch_fit_cells (w, 0, 0.5), ==, 1);
  g_assert_cmpuint (scope_batch_fit_cells (w, 0, 2 * SCOPE_BATCH_FIT_MOST_CELLS), ==,
                    SCOPE_BATCH_FIT_MOST_CELLS);
  g_assert_cmpuint (scope_batch_fit_cells (w, 0, 2.1 * SCOPE_BATCH_FIT_MOST_CELLS), ==, 0);
  g_assert_cmpuint (scope_batch_fit_cells (w, 1e5, 1e5 + 1), ==, 0);
  g_assert_cmpuint (scope_batch_fit_cells (w, 2046, 2048), ==, 1);
  g_assert_cmpuint (scope_batch_fit_cells (w, -2048, -2046), ==, 1);
  g_assert_cmpuint (scope_batch_fit_cells (w, 2047, 2049), ==, 0);
  g_assert_cmpuint (scope_batch_fit_cells (w, -2049, -2047), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_assert_cmpuint (scope_batch_fit_cells (orders[i], -2, 2), ==, 10);
      g_assert_cmpuint (scope_batch_fit_cells (orders[i], -2, 2.1), ==, 11);
    }
  g_assert_cmpuint (scope_batch_fit_cells (little, 0, 1e-100), ==, 1);
  g_assert_cmpuint (scope_batch_fit_cells (wide, -1, 1), ==, 0);
  g_assert_cmpuint (scope_batch_fit_cells (wide, -1e-320, 1e-320), ==, 0);
  g_assert_cmpuint (scope_batch_fit_cells (same, -DBL_MAX / 2, DBL_MAX / 2), ==, 1);
}

/* What lies behind the coefficients and behind the scratch is left alone, and nobody asks what it
 * is. */
static void
test_guards (void)
{
  enum
  {
    GUARD = 64
  };
  static const double intervals[][2] = { { -1, 1 }, { -10, 10 }, { 0, 37.5 } };
  ScopeBatchRow iris[TEST_N_IRIS];
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, 4 * TEST_N_IRIS);

  test_load_iris (iris);
  for (size_t i = 0; i < 4 * TEST_N_IRIS; i++)
    rows[i] = iris[i % TEST_N_IRIS];
  for (guint i = 0; i < 2 * G_N_ELEMENTS (intervals); i++)
    {
      ScopeBatch batch = { rows, i % 2 ? 4 * TEST_N_IRIS : 7, { 1, 0, 0 }, FALSE };
      double lo = intervals[i / 2][0], hi = intervals[i / 2][1];
      size_t n = scope_batch_fit_cells (batch.w, lo, hi), n_numbers = SCOPE_BATCH_FIT_NUMBERS (n);
      size_t size = scope_batch_scratch_size (n * SCOPE_BATCH_FIT_NODES);
      g_autofree double *coefficients = g_new (double, n_numbers + GUARD);
      g_autofree guint8 *scratch = g_malloc (size + GUARD);
      ScopeBatchFit fit;

      memset (scratch, 0x5a, size + GUARD);
      for (int k = 0; k < GUARD; k++)
        coefficients[n_numbers + (size_t) k] = INFINITY;
      g_assert_cmpint (scope_batch_fit_init (&fit, &batch, lo, hi, coefficients, scratch), ==,
                       SCOPE_STATUS_OK);
      g_assert_cmpfloat (fit.lo, ==, lo);
      g_assert_cmpfloat (fit.hi, ==, hi);
      g_assert_cmpuint (fit.n_cells, ==, n);
      g_assert_cmpfloat (fit.width, ==, (hi - lo) / (double) n);
      for (size_t k = 0; k < GUARD; k++)
        {
          g_assert_cmpfloat (coefficients[n_numbers + k], ==, INFINITY);
          g_assert_cmpuint (scratch[size + k], ==, 0x5a);
        }
    }
}

static void
test_refuses (void)
{
  static const double wirings[][SCOPE_N_CLASSES] = { { 1, 0, 0 }, { 1, 1, 1 } };
  const ScopeBatchRow huge[] = { { { DBL_MAX, -DBL_MAX, 0 }, 1 }, { { 0, 0, 0 }, 7 }, { { 0, NAN, 0 }, 2 } };
  double coefficients[SCOPE_BATCH_FIT_NUMBERS (1)];
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (SCOPE_BATCH_FIT_NODES));
  ScopeBatchFit fit;

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      ScopeBatch batch = { huge, 1, { 0 }, FALSE };

      memcpy (batch.w, wirings[i], sizeof batch.w);
      g_assert_cmpint (scope_batch_fit_init (&fit, &batch, 0, 1, coefficients, scratch), ==,
                       SCOPE_STATUS_NOT_FINITE);
      batch.n = 0;
      g_assert_cmpint (scope_batch_fit_init (&fit, &batch, 0, 1, coefficients, scratch), ==,
                       SCOPE_STATUS_NO_ROWS);
      batch.n = 1;
      batch.rows = &huge[1];
      g_assert_cmpint (scope_batch_fit_init (&fit, &batch, 0, 1, coefficients, scratch), ==,
                       SCOPE_STATUS_BAD_CLASS);
      batch.rows = &huge[2];
      g_assert_cmpint (scope_batch_fit_init (&fit, &batch, 0, 1, coefficients, scratch), ==,
                       SCOPE_STATUS_NOT_FINITE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-fit/exact", test_exact);
  g_test_add_func ("/batch-fit/bins", test_bins);
  g_test_add_func ("/batch-fit/cells", test_cells);
  g_test_add_func ("/batch-fit/guards", test_guards);
  g_test_add_func ("/batch-fit/refuses", test_refuses);
  return g_test_run ();
}
