/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steepest.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "iris.h"
#include "random.h"

static double
curvature_at (const ScopeBatch *batch, double b)
{
  ScopeBatchOutcome at;

  g_assert_cmpint (scope_batch_evaluate (batch, b, &at), ==, SCOPE_STATUS_OK);
  return at.curvature;
}

/* A proven maximum, which is what the curvature is there, and a local one to the last digits. */
static ScopeSteepest
find (const ScopeBatch *batch, double span)
{
  ScopeSteepest steepest;

  scope_steepest_find (batch, &steepest);
  g_assert_true (steepest.is_proven);
  g_assert_cmpfloat_with_epsilon (steepest.safe_rate * steepest.curvature, 2, 1e-15);
  g_assert_cmpfloat_with_epsilon (steepest.curvature, curvature_at (batch, steepest.b),
                                  1e-12 * steepest.curvature);
  for (int sign = -1; sign <= 1; sign += 2)
    for (double away = 1e-7; away < 1; away *= 3)
      g_assert_cmpfloat (curvature_at (batch, steepest.b + sign * away / span), <=,
                         steepest.curvature * (1 + 2e-15));
  return steepest;
}

/* One row bends most where the logit of the wired class is ln 2 above the others, by Δ²/4; wherever
 * that is, and whatever Δ. */
static void
test_one_row (void)
{
  static const double places[] = { 0, 0.3, -1, 7.125, -33, 1000, -12345.6, 3e5 };
  static const double steps[] = { 1, -1, 0.5, 0.75, 2, 3e-5, 1e60, -1e-60 };

  size_t looks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
      {
        double step = steps[k];
        const ScopeBatchRow row = { { G_LN2 - places[i], 0, 0 }, 1 };
        const ScopeBatch batch = { &row, 1, { step, 0, 0 }, FALSE };
        ScopeSteepest steepest = find (&batch, fabs (step));

        g_assert_cmpfloat_with_epsilon (steepest.curvature / step / step, 0.25, 1e-12);
        g_assert_cmpfloat_with_epsilon (steepest.b * step, places[i], fabs (places[i]) < 40 ? 1e-8 : 1e-5);
        looks += steepest.looks;
      }
  g_test_message ("%zu looks", looks);
  g_assert_true (looks > 9000 && looks < 10500);
}

/* Hills that overlap, and many of nearly the same height: nothing on a fine grid is above. */
static void
test_global (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0.5, 1, 0 }, { 0, -1, 0.25 }, { 0.9, 1, 0 } };
  ScopeBatchRow rows[30];
  guint64 random = 91;
  size_t looks = 0;

  for (guint round = 0; round < 60; round++)
    {
      const double *w = wirings[round % 4];
      double reach = round % 3 == 0 ? 3 : round % 3 == 1 ? 25 : 100, best = 0;
      const ScopeBatch batch = { rows, 2 + round % 29, { w[0], w[1], w[2] }, round % 2 };
      ScopeSteepest steepest;

      for (guint i = 0; i < batch.n; i++)
        {
          rows[i].observed = i % 3;
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_uniform (&random, -reach, reach);
        }
      steepest = find (&batch, 1);
      for (double b = -2.5 * reach; b <= 2.5 * reach; b += 0.25)
        best = fmax (best, curvature_at (&batch, b));
      g_assert_cmpfloat (best, <=, steepest.curvature * (1 + 1.1e-6));
      looks += steepest.looks / batch.n;
    }
  g_test_message ("%zu looks a row", looks);
  g_assert_cmpuint (looks, <, 31000);
}

/* Where doubles are too far apart for a hill, the best of them is found. */
static void
test_few_doubles (void)
{
  guint64 random = 92;

  for (guint round = 0; round < 300; round++)
    {
      double size = ldexp (1, 47 + (int) (round % 12)), best = 0, b;
      ScopeBatchRow rows[3] = { { { 0 }, 0 }, { { 0 }, 1 }, { { 0 }, 2 } };
      const ScopeBatch batch = { rows, 1 + round % 3, { 1, 0, 0 }, FALSE };
      ScopeSteepest steepest;

      for (guint i = 0; i < 3; i++)
        {
          rows[i].a[0] = (round % 2 ? 1 : -1) * (size * 1.5 + round % 5 * size / 64);
          rows[i].a[1] = test_uniform (&random, -3, 3);
          rows[i].a[2] = test_uniform (&random, -3, 3);
        }
      scope_steepest_find (&batch, &steepest);
      g_assert_true (steepest.is_proven);
      b = -rows[0].a[0];
      for (int i = 0; i < 700; i++)
        b = nextafter (b, -INFINITY);
      for (int i = 0; i < 1400; i++, b = nextafter (b, INFINITY))
        best = fmax (best, curvature_at (&batch, b));
      g_assert_cmpfloat_with_epsilon (steepest.curvature, best, 1.1e-6 * best);
      g_assert_cmpfloat_with_epsilon (steepest.curvature, curvature_at (&batch, steepest.b), 1e-12 * best);
    }
}

/* Hills of few doubles, but of enough of them for a top between any that are tried. */
static void
test_far_hills (void)
{
  guint64 random = 94;

  for (guint round = 0; round < 200; round++)
    {
      double centre = (round % 2 ? 1 : -1) * ldexp (1.5, 27 + (int) (round % 18)), best = 0;
      ScopeBatchRow rows[3] = { { { 0 }, 0 }, { { 0 }, 1 }, { { 0 }, 2 } };
      const ScopeBatch batch = { rows, 1 + round % 3, { 1, 0, 0 }, FALSE };
      ScopeSteepest steepest;

      for (guint i = 0; i < 3; i++)
        for (guint k = 0; k < 3; k++)
          rows[i].a[k] = test_uniform (&random, -2, 2) - (k == 0 ? centre : 0);
      scope_steepest_find (&batch, &steepest);
      g_assert_true (steepest.is_proven);
      for (int i = -1000; i <= 1000; i++)
        best = fmax (best, curvature_at (&batch, centre + i * 0x1p-8));
      g_assert_cmpfloat (steepest.curvature, >=, best * (1 - 1.1e-6));
      g_assert_cmpfloat_with_epsilon (steepest.curvature, curvature_at (&batch, steepest.b), 1e-12 * best);
    }
}

/* The same of many rows, whose curvatures are far above 1 in all. */
static void
test_far_high_hills (void)
{
  enum
  {
    N = 240
  };
  ScopeBatchRow rows[N];
  const ScopeBatch batch = { rows, N, { 1, 0, 0 }, FALSE };
  guint64 random = 96;

  for (guint round = 0; round < 40; round++)
    {
      double centre = (round % 2 ? 1 : -1) * ldexp (1.5, 27 + (int) (round % 18)), best = 0;
      double away = test_uniform (&random, -1, 1);
      ScopeSteepest steepest;

      for (guint i = 0; i < N; i++)
        rows[i] = (ScopeBatchRow) { { away - centre, 0, 0 }, i % 3 };
      scope_steepest_find (&batch, &steepest);
      g_assert_true (steepest.is_proven);
      for (int i = -128; i <= 128; i++)
        best = fmax (best, curvature_at (&batch, centre + i * 0x1p-6));
      g_assert_cmpfloat (steepest.curvature, >=, best * (1 - 1.1e-6));
      g_assert_cmpfloat_with_epsilon (steepest.curvature, curvature_at (&batch, steepest.b), 1e-12 * best);
    }
}

/* A hill at the largest double of either sign, whose top would be beyond it. */
static void
test_ends (void)
{
  for (int sign = -1; sign <= 1; sign += 2)
    for (int power = 0; power <= 2; power++)
      {
        double step = ldexp (0.5, -power);
        const ScopeBatchRow row = { { -sign * step * DBL_MAX, 0, 0 }, 1 };
        const ScopeBatch batch = { &row, 1, { step, 0, 0 }, FALSE };
        ScopeSteepest steepest;

        scope_steepest_find (&batch, &steepest);
        g_assert_cmpfloat (steepest.b, ==, sign * DBL_MAX);
        g_assert_cmpfloat_with_epsilon (steepest.curvature, step * step * 2 / 9, 1e-15);
      }
}

/* Weights so small that their hills are at the largest doubles and beyond: what is found is a
 * double. */
static void
test_limit (void)
{
  guint64 random = 95;

  for (guint round = 0; round < 400; round++)
    {
      double step = ldexp (test_uniform (&random, 1, 2), -1023);
      double end = step * DBL_MAX;
      /* Anywhere, or just beyond the end. */
      double place
        = (round % 2 ? 1 : -1)
          * (round % 4 < 2 ? test_uniform (&random, 0.2, 6) : end * test_uniform (&random, 1.0001, 1.02));
      const ScopeBatchRow row = { { G_LN2 - place, 0, 0 }, 1 };
      const ScopeBatch batch = { &row, 1, { step, 0, 0 }, FALSE };
      ScopeSteepest steepest;

      scope_steepest_find (&batch, &steepest);
      g_assert_cmpfloat (fabs (steepest.b), <=, DBL_MAX);
      if (fabs (place / step) > DBL_MAX)
        g_assert_cmpfloat (fabs (steepest.b), >, DBL_MAX * 0.99);
      else
        g_assert_cmpfloat_with_epsilon (steepest.b * step, place, 1e-6);
    }
}

/* Many rows, each with a hill of its own, and one place where two meet. */
static void
test_two_of_many (void)
{
  enum
  {
    N = 150
  };
  ScopeBatchRow rows[N];
  const ScopeBatch batch = { rows, N, { 1, 0, 0 }, FALSE };
  guint64 random = 93;
  ScopeSteepest steepest;

  for (guint i = 0; i < N; i++)
    rows[i] = (ScopeBatchRow) { { 30.0 * (double) i - 2000 + test_uniform (&random, 0, 5), 0, 0 }, i % 3 };
  rows[110].a[0] = rows[40].a[0];
  steepest = find (&batch, 1);
  g_assert_cmpfloat_with_epsilon (steepest.b, G_LN2 - rows[40].a[0], 1e-4);
  g_assert_cmpfloat_with_epsilon (steepest.curvature, 0.5, 1e-6);
  g_test_message ("%zu looks a row", steepest.looks / N);
  g_assert_cmpuint (steepest.looks, <, 18500 * N);
}

/* Where too many hills are as high it gives up, and says so. */
static void
test_gives_up (void)
{
  enum
  {
    N = 300
  };
  ScopeBatchRow rows[N];
  const ScopeBatch batch = { rows, N, { 1, 0, 0 }, FALSE };
  ScopeSteepest steepest;

  for (guint i = 0; i < N; i++)
    rows[i] = (ScopeBatchRow) { { 40.0 * (double) i - 6000, 0, 0 }, 1 };
  scope_steepest_find (&batch, &steepest);
  g_assert_false (steepest.is_proven);
  g_assert_cmpfloat (steepest.safe_rate, ==, 0);
  g_assert_cmpfloat_with_epsilon (steepest.curvature, 0.25, 1e-6);
  g_assert_cmpuint (steepest.looks, <=, SCOPE_STEEPEST_MOST_LOOKS (N));
}

static void
test_iris (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeBatch batch = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  ScopeSteepest total, mean;

  test_load_iris (rows);
  total = find (&batch, 1);
  batch.mean = TRUE;
  mean = find (&batch, 1);
  g_assert_cmpfloat_with_epsilon (total.curvature, TEST_N_IRIS * mean.curvature, 1e-12 * total.curvature);
  g_assert_cmpfloat_with_epsilon (total.b, mean.b, 1e-6);
  g_test_message ("%zu looks a row", total.looks / TEST_N_IRIS);
  g_assert_true (total.looks > 400 * TEST_N_IRIS && total.looks < 460 * TEST_N_IRIS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steepest/one-row", test_one_row);
  g_test_add_func ("/steepest/global", test_global);
  g_test_add_func ("/steepest/few-doubles", test_few_doubles);
  g_test_add_func ("/steepest/far-hills", test_far_hills);
  g_test_add_func ("/steepest/far-high-hills", test_far_high_hills);
  g_test_add_func ("/steepest/ends", test_ends);
  g_test_add_func ("/steepest/limit", test_limit);
  g_test_add_func ("/steepest/two-of-many", test_two_of_many);
  g_test_add_func ("/steepest/gives-up", test_gives_up);
  g_test_add_func ("/steepest/iris", test_iris);
  return g_test_run ();
}
