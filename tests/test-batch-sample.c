/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-sample.h"

#include <float.h>
#include <glib.h>

#include "batch-reference.h"
#include "chebyshev.h"
#include "count.h"
#include "iris.h"
#include "random.h"

#define CONTRACT 1e-12

typedef struct
{
  double *b, *loss, *dl_db, *curvature;
  size_t n;
} Curves;

static void
clear_curves (Curves *curves)
{
  g_free (curves->b);
  g_free (curves->loss);
  g_free (curves->dl_db);
  g_free (curves->curvature);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Curves, clear_curves)

static Curves
new_curves (double lo, double hi, size_t n)
{
  Curves curves = { g_new (double, n), g_new (double, n), g_new (double, n), g_new (double, n), n };

  for (size_t i = 0; i < n; i++)
    curves.b[i] = n == 1 ? lo : lo + (hi - lo) * ((double) i / (double) (n - 1));
  return curves;
}

static ScopeStatus
sample (const ScopeBatch *batch, Curves *curves)
{
  const ScopeBatchSamples samples = { curves->loss, curves->dl_db, curves->curvature };
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (curves->n));

  return scope_batch_sample (batch, curves->b, curves->n, scratch, &samples);
}

/* --- Plain values */

static void
test_flowers_curves (void)
{
  for (int round = 0; round < 4; round++)
    {
      g_auto (Curves) curves = new_curves (-10, 10, round % 2 ? 1001 : 7);
      ScopeBatch batch = test_flowers;

      batch.mean = round / 2;
      g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
      for (size_t i = 0; i < curves.n; i++)
        {
          ScopeBatchOutcome at;

          scope_batch_evaluate (&batch, curves.b[i], &at);
          g_assert_cmpfloat_with_epsilon (curves.loss[i], at.loss, 1e-12 * at.loss);
          g_assert_cmpfloat_with_epsilon (curves.dl_db[i], at.dl_db, 1e-12);
          g_assert_cmpfloat_with_epsilon (curves.curvature[i], at.curvature, 1e-12 * at.curvature);
        }
    }
}

static void
test_flat (void)
{
  g_auto (Curves) curves = new_curves (-10, 10, 51);
  ScopeBatch batch = test_flowers;

  batch.w[1] = batch.w[2] = 1;
  curves.n = 50;
  curves.loss[50] = 42;
  g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (curves.loss[0], ==, curves.loss[49]);
  g_assert_cmpfloat (curves.dl_db[20], ==, 0);
  g_assert_cmpfloat (curves.curvature[20], ==, 0);
  g_assert_cmpfloat (curves.loss[50], ==, 42);
}

/* A gradient below any double is 0 without a sign, and so is what its sum over many rows has lost. */
static void
test_no_sign (void)
{
  enum
  {
    N = 1000
  };
  static ScopeBatchRow rows[N];
  const ScopeBatch batches[]
    = { { rows, 1, { DBL_TRUE_MIN, 0, 0 }, FALSE }, { rows, N, { DBL_TRUE_MIN, 0, 0 }, TRUE } };
  guint64 random = 17;

  for (guint i = 0; i < N; i++)
    rows[i] = (ScopeBatchRow) { { test_uniform (&random, 1, 3), 0, test_uniform (&random, -1, 1) }, 0 };
  for (guint round = 0; round < 4; round++)
    {
      g_auto (Curves) curves = new_curves (-8e307, 8e307, round / 2 ? 80 : 11);

      g_assert_cmpint (sample (&batches[round % 2], &curves), ==, SCOPE_STATUS_OK);
      for (size_t i = 0; i < curves.n; i++)
        g_assert_true (curves.dl_db[i] == 0 && !signbit (curves.dl_db[i]));
    }
}

static void
test_refuses (void)
{
  g_auto (Curves) curves = new_curves (0, 1, 3);
  const ScopeBatch none = { NULL, 0, { 1, 0, 0 }, FALSE };
  ScopeBatch bad = test_flowers;

  curves.loss[0] = 7;
  g_assert_cmpint (sample (&none, &curves), ==, SCOPE_STATUS_NO_ROWS);
  bad.w[0] = NAN;
  g_assert_cmpint (sample (&bad, &curves), ==, SCOPE_STATUS_NOT_FINITE);
  curves.b[2] = 0.2;
  g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_BAD_RANGE);
  curves.b[2] = 1;
  curves.b[0] = 0.7;
  g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_BAD_RANGE);
  curves.b[0] = -INFINITY;
  g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_NOT_FINITE);
  curves.b[0] = 0;
  curves.b[2] = INFINITY;
  g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_NOT_FINITE);
  curves.n = 0;
  g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_BAD_RANGE);
  g_assert_cmpfloat (curves.loss[0], ==, 7);
}

/* Any array may be left out. */
static void
test_some (void)
{
  const double b[] = { -2, -1, -1, 3 };
  double dl_db[4];
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (4));
  const ScopeBatchSamples samples = { NULL, dl_db, NULL };

  g_assert_cmpint (scope_batch_sample (&test_flowers, b, 4, scratch, &samples), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (dl_db[0], -0.7732010032512964, 1e-12);
  g_assert_cmpfloat (dl_db[1], ==, dl_db[2]);
}

/* As many samples at one place as a cell has: there is no width to divide by. */
static void
test_one_place (void)
{
  for (int b = -1; b <= 2; b += 3)
    {
      g_auto (Curves) curves = new_curves (b, b, 60);
      ScopeBatchOutcome at;

      scope_batch_evaluate (&test_flowers, b, &at);
      g_assert_cmpint (sample (&test_flowers, &curves), ==, SCOPE_STATUS_OK);
      for (size_t i = 0; i < curves.n; i++)
        {
          g_assert_cmpfloat_with_epsilon (curves.loss[i], at.loss, 1e-12 * at.loss);
          g_assert_cmpfloat_with_epsilon (curves.dl_db[i], at.dl_db, 1e-12);
          g_assert_cmpfloat_with_epsilon (curves.curvature[i], at.curvature, 1e-12 * at.curvature);
        }
    }
}

/* --- Against MPFR */

static void
fill_rows (GRand *random, ScopeBatchRow *rows, size_t n, double reach)
{
  for (size_t i = 0; i < n; i++)
    {
      rows[i].observed = (unsigned) g_rand_int_range (random, 0, 3);
      for (int k = 0; k < 3; k++)
        rows[i].a[k] = g_rand_double_range (random, -reach, reach);
    }
}

/* Largest errors of some of the samples: relative, and of the gradient's terms. */
static double
error_of (const ScopeBatch *batch, Curves *curves, guint n_checks)
{
  BatchReference r;
  double worst = 0;

  g_assert_cmpint (sample (batch, curves), ==, SCOPE_STATUS_OK);
  batch_reference_init (&r);
  for (guint check = 0; check < n_checks; check++)
    {
      size_t i = check * (curves->n - 1) / MAX (n_checks - 1, 1);

      batch_reference_find (&r, batch, curves->b[i]);
      worst = fmax (worst, batch_reference_error (&r, curves->loss[i], r.loss, r.loss));
      worst = fmax (worst, batch_reference_error (&r, curves->dl_db[i], r.dl_db, r.magnitude));
      worst = fmax (worst, batch_reference_error (&r, curves->curvature[i], r.curvature, r.curvature));
      g_assert_true (curves->loss[i] >= 0 && curves->curvature[i] >= 0);
    }
  batch_reference_clear (&r);
  return worst;
}

static void
test_contract (void)
{
  static const struct
  {
    size_t n_rows;
    double reach; /* of the logits */
    double w[3];
    double lo, hi;
    size_t n_samples;
    int observed; /* in every row, or −1 for any */
  } cases[] = {
    { 20, 10, { 1, 0, 0 }, -10, 10, 10, -1 },    /* few rows, few samples */
    { 20, 10, { 1, 0, 0 }, -10, 10, 1000, -1 },  /* cells */
    { 700, 10, { 1, 0, 0 }, -10, 10, 10, -1 },   /* bins */
    { 700, 10, { 1, 0, 0 }, -10, 10, 1000, -1 }, /* bins and cells */
    { 700, 10, { 0, -1.5, 0 }, -10, 10, 1000, -1 },
    { 700, 10, { 2, 2, 4.5 }, -10, 10, 1000, -1 },
    { 700, 0.001, { 1, 0, 0 }, -10, 10, 1000, -1 },
    { 700, 150, { 1, 0, 0 }, -10, 10, 100, -1 }, /* rows beyond the bins */
    { 700, 3, { 1, 0, 0 }, 20, 40, 1000, 0 },    /* a loss of nothing but tails */
    { 700, 3, { 1, 0, 0 }, -60, -40, 1000, 1 },
    { 20, 3, { 1, 0, 0 }, 20, 40, 1000, 0 },
    { 20, 10, { 1, -0.5, 0.25 }, -10, 10, 1000, -1 }, /* three weights */
    { 700, 10, { 1, -0.5, 0.25 }, -10, 10, 1000, -1 },
    { 20, 10, { 1, 0.999, 0 }, -10, 10, 1000, -1 },
    { 20, 10, { 30, 0, -20 }, -10, 10, 300, -1 }, /* several groups of points */
    { 700, 10, { 30, 0, 0 }, -10, 10, 300, -1 },
    { 600, 10, { 1, 0, 0 }, 1e6, 1e6 + 20, 500, -1 },
    { 600, 10, { 1, 0, 0 }, -1e6, 1e6, 30, -1 },
    { 20, 800, { 1, 0, 0 }, -900, 900, 100, -1 }, /* rows beyond the factors */
    { 20, 800, { 1, 2, 3 }, -10, 10, 100, -1 },
    { 5, 10, { 1e150, 0, -1e150 }, -1e-150, 1e-150, 30, -1 },
    { 5, 10, { 1e-160, 0, 2e-160 }, -1e160, 1e160, 30, -1 },
    { 5, 10, { 1e-310, 0, 0 }, -1e307, 1e307, 50, -1 },
    { 600, 10, { 1, 0, 0 }, 0.5, 0.5, 1, -1 },
    { 20, 10, { 1, 0, 0 }, -100, 100, 10, 0 }, /* few samples, from far behind to far ahead */
  };
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, 700);
  g_autoptr (GRand) random = g_rand_new_with_seed (29);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Curves) curves = new_curves (cases[i].lo, cases[i].hi, cases[i].n_samples);
      ScopeBatch batch = { rows, cases[i].n_rows, { 0 }, i % 2 };
      double error;

      memcpy (batch.w, cases[i].w, sizeof batch.w);
      fill_rows (random, rows, batch.n, cases[i].reach);
      for (size_t row = 0; row < batch.n && cases[i].observed >= 0; row++)
        rows[row].observed = (unsigned) cases[i].observed;
      error = error_of (&batch, &curves, batch.n > 100 ? 8 : 40);
      g_test_message ("case %u: %.2g", i, error);
      g_assert_cmpfloat (error, <=, CONTRACT);
    }
}

static void
test_iris_curves (void)
{
  ScopeBatchRow rows[4 * TEST_N_IRIS];
  g_auto (Curves) curves = new_curves (-30, 20, 1000);

  /* Once as they are, once often enough for bins. */
  for (size_t times = 1; times <= 4; times += 3)
    for (size_t i = 0; i < times; i++)
      test_load_iris (rows + i * TEST_N_IRIS);
  for (size_t times = 1; times <= 4; times += 3)
    {
      const ScopeBatch batch = { rows, times * TEST_N_IRIS, { 1, 0, 0 }, TRUE };

      g_assert_cmpfloat (error_of (&batch, &curves, 30), <=, CONTRACT);
    }
}

/* Sums of very many rows don’t gather rounding: the same few rows, over and over, to more digits
 * than the contract asks for. */
static void
test_many_rows (void)
{
  enum
  {
    KINDS = 5,
    TIMES = 40000
  };
  static const double wirings[][3] = { { 1, 0, 0 }, { 1, -0.5, 0.25 } };
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, KINDS * TIMES);
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  fill_rows (random, rows, KINDS, 5);
  for (size_t i = KINDS; i < KINDS * TIMES; i++)
    rows[i] = rows[i - KINDS];
  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      g_auto (Curves) many = new_curves (-3, 3, 4), few = new_curves (-3, 3, 4);
      ScopeBatch batch = { rows, KINDS * TIMES, { 0 }, TRUE };

      memcpy (batch.w, wirings[i], sizeof batch.w);
      sample (&batch, &many);
      batch.n = KINDS;
      sample (&batch, &few);
      for (int j = 0; j < 4; j++)
        {
          g_assert_cmpfloat_with_epsilon (many.loss[j], few.loss[j], 1e-14 * few.loss[j]);
          g_assert_cmpfloat_with_epsilon (many.dl_db[j], few.dl_db[j], 1e-14);
          g_assert_cmpfloat_with_epsilon (many.curvature[j], few.curvature[j], 1e-14 * few.curvature[j]);
        }
    }
}

static void
test_overflow (void)
{
  const ScopeBatchRow huge[2] = { { { -1e308, 0, 0 }, 0 }, { { -1e308, 0, 0 }, 0 } };
  g_auto (Curves) curves = new_curves (-1, 1, 3);
  ScopeBatch batch = { huge, 2, { 1, 0, 0 }, TRUE };

  g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (curves.loss[1], ==, 1e308);
  g_assert_cmpfloat (curves.dl_db[1], ==, -1);
  batch.mean = FALSE;
  g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (curves.loss[1], ==, INFINITY);

  g_auto (Curves) whole = new_curves (-DBL_MAX / 4, DBL_MAX / 4, 60);

  for (int power = -1; power <= 1; power++)
    {
      batch.w[0] = pow (1e300, power);
      g_assert_cmpint (sample (&batch, &whole), ==, SCOPE_STATUS_OK);
      for (int i = 0; i < 60; i++)
        g_assert_false (isnan (whole.loss[i]) || isnan (whole.dl_db[i]) || isnan (whole.curvature[i]));
    }
}

static void
test_chebyshev (void)
{
  double values[6], fit[6];

  for (unsigned i = 0; i < 6; i++)
    {
      double t = scope_chebyshev_node (i, 6);

      values[i] = 3 + t * (2 - t * t * t * (1 + 4 * t));
    }
  scope_chebyshev_fit (values, 6, fit);
  for (double t = -1; t <= 1; t += 0.125)
    g_assert_cmpfloat_with_epsilon (scope_chebyshev_sum (fit, 6, t), 3 + t * (2 - t * t * t * (1 + 4 * t)),
                                    1e-14);
}

/* Logits and weights of any size: straight lines beside bends that doubles can place. */
static void
test_far (void)
{
  guint64 random = 77;
  ScopeBatchRow rows[9];

  for (int round = 0; round < 1500; round++)
    {
      double size = ldexp (1, (int) test_uniform (&random, -450, 450));
      ScopeBatch batch = { rows, 9, { size, size * test_uniform (&random, -1, 1), 0 }, round % 2 };
      ScopeParameters parameters = { .b = test_uniform (&random, -3, 3) / size };
      double loss, dl_db, curvature;
      const ScopeBatchSamples samples = { &loss, &dl_db, &curvature };
      ScopeBatchOutcome at;
      g_autofree void *scratch = g_malloc (scope_batch_scratch_size (1));

      for (guint i = 0; i < 9; i++)
        {
          rows[i].observed = (guint) (test_next_random (&random) % 3);
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_next_random (&random) % 3 ? test_uniform (&random, -4, 4)
                                                          : test_spread (&random, 0, 900);
        }
      scope_batch_sample (&batch, &parameters.b, 1, scratch, &samples);
      scope_batch_evaluate (&batch, parameters.b, &at);
      g_assert_cmpfloat_with_epsilon (loss, at.loss, 1e-12 * at.loss + 1e-100);
      g_assert_cmpfloat_with_epsilon (dl_db / size, at.dl_db / size, 1e-11);
      g_assert_cmpfloat_with_epsilon (curvature / size / size, at.curvature / size / size,
                                      1e-12 * (at.curvature / size / size) + 1e-100);
    }
}

/* Few samples where large terms cancel: of every row's loss more than a double's digits are gone. */
static void
test_cancelled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_auto (Curves) curves = new_curves (1e3 - 2e-4, 1e3 + 2e-4, 10);
  ScopeBatchRow rows[8];

  for (int round = 0; round < 12; round++)
    {
      const ScopeBatch batch = { rows, 8, { 1e6, 0, 0 }, round % 2 };
      double behind = round < 6 ? 0 : round < 9 ? 1000 : -1000;

      fill_rows (random, rows, batch.n, 5);
      for (size_t i = 0; i < batch.n; i++)
        {
          rows[i].a[0] = -1e9 - behind + g_rand_double_range (random, -300, 300);
          rows[i].observed = round % 3 == 0 ? 0 : rows[i].observed;
        }
      g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
      for (size_t i = 0; i < curves.n; i++)
        {
          ScopeBatchOutcome at;

          scope_batch_evaluate (&batch, curves.b[i], &at);
          g_assert_cmpfloat_with_epsilon (curves.loss[i], at.loss, CONTRACT * at.loss + 1e-100);
          g_assert_cmpfloat_with_epsilon (curves.dl_db[i], at.dl_db, CONTRACT * 8e6);
          g_assert_cmpfloat_with_epsilon (curves.curvature[i], at.curvature, CONTRACT * at.curvature + 1e-88);
        }
    }
}

/* Whatever the weights, a row is not taken exactly for each of many samples. */
static void
test_cost (void)
{
  enum
  {
    ROWS = 600,
    SAMPLES = 400
  };
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, ROWS);
  g_auto (Curves) curves = new_curves (-15, 15, SAMPLES);
  guint64 random = 4, most = 0;

  for (int round = 0; round < 150; round++)
    {
      ScopeBatch batch = { rows, ROWS, { 0 }, round % 2 };

      test_fill_steep (&random, batch.w, rows, ROWS);
      test_n_differences = 0;
      g_assert_cmpint (sample (&batch, &curves), ==, SCOPE_STATUS_OK);
      most = MAX (most, test_n_differences);
      for (size_t i = (size_t) round % 7; i < SAMPLES; i += 57)
        {
          ScopeBatchOutcome at;
          double s = fmax (fmax (batch.w[0], batch.w[1]), batch.w[2]);

          scope_batch_evaluate (&batch, curves.b[i], &at);
          g_assert_cmpfloat_with_epsilon (curves.loss[i], at.loss, CONTRACT * at.loss + 1e-100);
          g_assert_cmpfloat_with_epsilon (curves.dl_db[i] / s / ROWS, at.dl_db / s / ROWS, CONTRACT);
        }
    }
  g_test_message ("%" G_GUINT64_FORMAT " exact differences", most);
  /* Exact are passes for 16 samples or more, and in those four differences a row at most. */
  g_assert_cmpuint (most, <=, ROWS * 4 * SAMPLES / 16);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-sample/flowers", test_flowers_curves);
  g_test_add_func ("/batch-sample/flat", test_flat);
  g_test_add_func ("/batch-sample/no-sign", test_no_sign);
  g_test_add_func ("/batch-sample/refuses", test_refuses);
  g_test_add_func ("/batch-sample/some", test_some);
  g_test_add_func ("/batch-sample/one-place", test_one_place);
  g_test_add_func ("/batch-sample/contract", test_contract);
  g_test_add_func ("/batch-sample/iris", test_iris_curves);
  g_test_add_func ("/batch-sample/many-rows", test_many_rows);
  g_test_add_func ("/batch-sample/overflow", test_overflow);
  g_test_add_func ("/batch-sample/chebyshev", test_chebyshev);
  g_test_add_func ("/batch-sample/far", test_far);
  g_test_add_func ("/batch-sample/cancelled", test_cancelled);
  g_test_add_func ("/batch-sample/cost", test_cost);
  return g_test_run ();
}
