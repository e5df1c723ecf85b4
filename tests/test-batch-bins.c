/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-bins.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "random.h"
#include "terms.h"

#define CLOSE 1e-12
#define N_POINTS 5

static ScopeParameters
parameters_of (const ScopeBatch *batch, size_t i, double b)
{
  ScopeParameters parameters = { .b = b, .observed = batch->rows[i].observed };

  memcpy (parameters.a, batch->rows[i].a, sizeof parameters.a);
  memcpy (parameters.w, batch->w, sizeof parameters.w);
  return parameters;
}

/* The bins' sums agree with exact ones, all rows being within their reach. */
static void
check (const ScopeBatch *batch, double b_ref, double reach)
{
  g_autofree void *memory = g_malloc (SCOPE_BINS_SIZE + sizeof (ScopeBin));
  ScopeBins *bins;
  ScopeBatchPoint points[N_POINTS + 1] = { 0 };

  /* Nor does what lies behind them count. */
  memset (memory, 0x5a, SCOPE_BINS_SIZE + sizeof (ScopeBin));
  bins = scope_batch_bins_init (memory, batch->w);
  g_assert_nonnull (bins);
  for (size_t i = 0; i < batch->n; i++)
    {
      const ScopeParameters parameters = parameters_of (batch, i, b_ref);

      g_assert_true (scope_batch_bins_add (bins, &parameters));
    }
  for (guint i = 0; i < N_POINTS; i++)
    {
      points[i].b = b_ref + reach * ((double) i / (N_POINTS - 1) * 2 - 1);
      points[i].loss.sum = points[i].dl_db.sum = points[i].curvature.sum = 0;
    }
  scope_batch_bins_sum (bins, points, N_POINTS, b_ref, batch->mean ? 1 / (double) batch->n : 1);
  for (guint i = 0; i < N_POINTS; i++)
    {
      ScopeBatchOutcome at;

      scope_batch_evaluate (batch, points[i].b, &at);
      g_assert_cmpfloat_with_epsilon (points[i].loss.sum + points[i].loss.lost, at.loss, CLOSE * at.loss);
      g_assert_cmpfloat_with_epsilon (points[i].dl_db.sum + points[i].dl_db.lost, at.dl_db,
                                      CLOSE * test_terms (batch, points[i].b));
      g_assert_cmpfloat_with_epsilon (points[i].curvature.sum + points[i].curvature.lost, at.curvature,
                                      CLOSE * at.curvature);
    }
  g_assert_cmpfloat (points[N_POINTS].loss.sum, ==, 0);
}

/* One row after another, with its half point anywhere in reach, any class wired and any one
 * observed. */
static void
test_one_row (void)
{
  guint64 random = 14;

  for (guint round = 0; round < 600; round++)
    {
      guint c = round % 3;
      double step = (round & 1 ? -1 : 1) * ldexp (1, (int) (round % 5) - 2), other = round % 4 ? 0 : 0.75;
      double h = test_uniform (&random, -249, 249), apart = test_uniform (&random, -20, 20);
      ScopeBatchRow row = { .observed = round / 3 % 3 };
      ScopeBatch batch = { &row, 1, { other, other, other }, FALSE };

      batch.w[c] += step;
      row.a[(c + 1) % 3] = h + fmin (apart, 0);
      row.a[(c + 2) % 3] = h - fmax (apart, 0);
      check (&batch, 0, 30 / fabs (step));
      row.a[c] = 7 - step * 13;
      row.a[(c + 1) % 3] += 7;
      row.a[(c + 2) % 3] += 7;
      check (&batch, 13, 30 / fabs (step));
    }
}

/* Many rows, in one bin or in all of them; their roundings do not gather. */
static void
test_many_rows (void)
{
  enum
  {
    N = 3000
  };
  static const double reaches[] = { 0.3, 20, 240 };
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, N);
  guint64 random = 15;

  for (guint round = 0; round < 12; round++)
    {
      ScopeBatch batch = { rows, N, { 0, 0, 0 }, round & 1 };

      batch.w[round % 3] = round % 4 < 2 ? 1 : -2;
      for (guint i = 0; i < N; i++)
        {
          rows[i].observed = i % 3;
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = k == round % 3 ? 0 : test_uniform (&random, -1, 1) * reaches[round % 3];
        }
      check (&batch, 0, 10);
    }
}

/* Which rows are in reach: those that bend within 250 of the reference, where no logit is 500 away.
 */
static void
test_reach (void)
{
  static const struct
  {
    double one, other;
    gboolean fits;
  } cases[] = {
    { -250, -480, TRUE },    { -250.001, -480, FALSE }, { 249.999, 0, TRUE },     { 250, 0, FALSE },
    { 0, -499.9, TRUE },     { 0, -500, FALSE },        { 499, 0, FALSE },        { 500, 0, FALSE },
    { 1e300, 0, FALSE },     { -1e300, -1e300, FALSE }, { 0, -1e300, FALSE },     { -249.9, -249.9, TRUE },
    { 249.9, 249.9, FALSE }, { -251, -251, FALSE },     { -250.6, -250.6, TRUE },
  };
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
  g_autofree void *memory = g_malloc (SCOPE_BINS_SIZE);

  for (guint i = 0; i < 2 * 3 * G_N_ELEMENTS (cases); i++)
    {
      guint c = i % 3, from = i / 3 % 2;
      ScopeParameters parameters = { .observed = c };
      ScopeBins *bins;

      memcpy (parameters.w, wirings[c], sizeof parameters.w);
      parameters.a[(c + 1 + from) % 3] = cases[i / 6].one;
      parameters.a[(c + 2 - from) % 3] = cases[i / 6].other;
      bins = scope_batch_bins_init (memory, parameters.w);
      g_test_message ("%g and %g", cases[i / 6].one, cases[i / 6].other);
      g_assert_cmpint (scope_batch_bins_add (bins, &parameters), ==, cases[i / 6].fits);
    }
}

static void
test_wirings (void)
{
  static const struct
  {
    double w[3];
    guint c; /* 3 where more than one class is apart */
    double step;
  } cases[] = {
    { { 1, 0, 0 }, 0, 1 }, { { 0, 2, 0 }, 1, 2 },   { { 0, 0, -3 }, 2, -3 }, { { 5, 5, 4 }, 2, -1 },
    { { 1, 4, 1 }, 1, 3 }, { { -2, 3, 3 }, 0, -5 }, { { 1, 0, 2 }, 3, 0 },   { { 0.5, -1, 2 }, 3, 0 },
  };
  g_autofree void *memory = g_malloc (SCOPE_BINS_SIZE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeBins *bins = scope_batch_bins_init (memory, cases[i].w);

      g_assert_cmpint (bins != NULL, ==, cases[i].c < 3);
      if (bins == NULL)
        continue;
      g_assert_cmpuint (bins->c, ==, cases[i].c);
      g_assert_cmpfloat (bins->step, ==, cases[i].step);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-bins/one-row", test_one_row);
  g_test_add_func ("/batch-bins/many-rows", test_many_rows);
  g_test_add_func ("/batch-bins/reach", test_reach);
  g_test_add_func ("/batch-bins/wirings", test_wirings);
  return g_test_run ();
}
