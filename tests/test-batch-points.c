/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-points.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "batch-bins.h"
#include "random.h"
#include "terms.h"

#define CLOSE 1e-13

/* Whether the sums agree with exact ones; dl_db by the size of its terms. */
static void
check (const ScopeBatch *batch, const double *b, guint n, void *bins)
{
  g_autofree ScopeBatchPoint *points = g_new0 (ScopeBatchPoint, n + 1);
  double span = (double) scope_batch_span (batch);

  for (guint i = 0; i < n; i++)
    points[i].b = b[i];
  points[n].loss.sum = 42;
  scope_batch_points_sum (batch, points, n, bins);
  for (guint i = 0; i < n; i++)
    {
      double close = bins == NULL ? CLOSE : 10 * CLOSE, terms = test_terms (batch, b[i]);
      ScopeBatchOutcome at;

      scope_batch_evaluate (batch, b[i], &at);
      g_assert_cmpfloat (points[i].b, ==, b[i]);
      if (isinf (at.curvature))
        g_assert_cmpfloat (points[i].curvature.sum, ==, INFINITY);
      else
        g_assert_cmpfloat_with_epsilon (points[i].curvature.sum + points[i].curvature.lost, at.curvature,
                                        close * at.curvature + 1e-100 * span * span + 4 * DBL_TRUE_MIN);
      g_assert_cmpfloat_with_epsilon (points[i].loss.sum + points[i].loss.lost, at.loss,
                                      close * at.loss + 1e-100);
      g_assert_cmpfloat_with_epsilon (points[i].dl_db.sum + points[i].dl_db.lost, at.dl_db,
                                      close * terms + 1e-100 * span + 4 * DBL_TRUE_MIN);
    }
  g_assert_cmpfloat (points[n].loss.sum, ==, 42);
}

static void
fill (ScopeBatchRow *rows, size_t n, double reach, guint64 *random)
{
  for (size_t i = 0; i < n; i++)
    {
      rows[i].observed = (guint) (test_next_random (random) % 3);
      for (guint k = 0; k < 3; k++)
        rows[i].a[k] = test_uniform (random, -reach, reach);
    }
}

/* As many rows as are added up at a time, one less, one more; logits of which few or many products
 * are doubles; weights of every size. */
static void
test_rows (void)
{
  enum
  {
    MOST = 300
  };
  static const size_t sizes[] = { 1, 2, 3, 127, 128, 129, 256, 257, MOST };
  static const double reaches[] = { 1, 20, 100, 199, 420 };
  static const double wirings[][3]
    = { { 1, 0, 0 }, { 0, -3, 0 }, { 0.5, -1, 2 }, { 1, 1, 0.75 }, { 4, 3, -1 } };
  static const double scales[] = { 1, 0.25, 1e-3, 1e150, 1e-150 };
  ScopeBatchRow rows[MOST];
  guint64 random = 21;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint round = 0; round < 40; round++)
      {
        const double *w = wirings[round % 5];
        double scale = scales[round / 5 % 5], wide = scale * (round % 2 ? 1 : 40);
        double b[3] = { -1 / wide, 0.3 / wide, 1.5 / wide };
        ScopeBatch batch = { rows, sizes[i], { w[0] * scale, w[1] * scale, w[2] * scale }, round % 3 == 0 };

        fill (rows, batch.n, reaches[(round + round / 5) % 5], &random);
        for (size_t row = 0; row < batch.n && round % 4 == 3; row++)
          rows[row].observed = i % 3;
        check (&batch, b, 3, NULL);
        check (&batch, b, 1, NULL);
      }
}

/* Places as far from each other as they may be: e to 150, and the inverse, of every row. */
static void
test_reach (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, 0, -1 }, { 0.5, 1, 0 } };
  ScopeBatchRow rows[200];
  guint64 random = 22;

  for (guint round = 0; round < 60; round++)
    {
      const double *w = wirings[round % 3], centre = round % 4 == 3 ? 1e6 : 0;
      double b[] = { centre - 150, centre - 70, centre, centre + 0.5, centre + 150 };
      const ScopeBatch batch = { rows, 200, { w[0], w[1], w[2] }, round % 2 };

      fill (rows, batch.n, round < 20 ? 5 : round < 40 ? 190 : 300, &random);
      check (&batch, b, G_N_ELEMENTS (b), NULL);
    }
}

/* Both other classes lead alike, more or less far: fewer and fewer such rows have a product that is a
 * double. */
static void
test_alike (void)
{
  const double b[] = { 0, 1e-3 };
  ScopeBatchRow rows[128];
  const ScopeBatch batch = { rows, G_N_ELEMENTS (rows), { 1, 0, 0 }, FALSE };

  for (double lead = 5; lead < 400; lead *= 1.01)
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        rows[i] = (ScopeBatchRow) { { 0, lead, lead }, 0 };
      check (&batch, b, G_N_ELEMENTS (b), NULL);
    }
}

/* One row far larger than those that share its product, the first, the second or the last of them.
 */
static void
test_one_large (void)
{
  static const guint places[] = { 0, 1, 127, 128, 129 };
  const double b[] = { -1, 0, 1 };
  ScopeBatchRow rows[140];
  const ScopeBatch batch = { rows, G_N_ELEMENTS (rows), { 1, 0, 0 }, FALSE };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        rows[row] = (ScopeBatchRow) { { 0, 15, 10 }, 0 };
      rows[places[i / 2]].a[1 + i % 2] = 390;
      check (&batch, b, 3, NULL);
    }
}

/* Rows whose observed class is out of sight: a straight line, and how the leaders share it. */
static void
test_far (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, 2, 0 }, { 0.5, -1, 2 }, { 3, 3, 1 } };
  static const double others[] = { 0, -0.5, 0.5, -3, 3, -900, 900 };

  for (guint o = 0; o < 3; o++)
    for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
      for (guint k = 0; k < G_N_ELEMENTS (others); k++)
        for (double lead = 300; lead <= 1e5; lead *= 3)
          {
            const double b[] = { 1.5, 2, 3.5 }, *w = wirings[i];
            ScopeBatchRow rows[3] = { { { 0 }, o }, { { 1, 2, -2 }, o }, { { 0 }, (o + 1) % 3 } };
            ScopeBatch batch = { rows, 2 + k % 2, { w[0], w[1], w[2] }, i % 2 };

            rows[0].a[(o + 1) % 3] = lead + others[k] / 2;
            rows[0].a[(o + 2) % 3] = lead - others[k] / 2;
            rows[2].a[o] = lead / 7;
            check (&batch, b, 3, NULL);
          }
}

/* Nothing is scaled out of a double: the largest weights, the least, and their sums. */
static void
test_extremes (void)
{
  static const double sizes[] = { 1e-307, 1e-200, 1e-100, 1, 1e100, 1e153, 1e200, 1e307 };
  ScopeBatchRow rows[5];
  guint64 random = 23;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint round = 0; round < 20; round++)
      {
        double size = sizes[i], b[] = { -2 / size, -1 / size, 0, 2.5 / size };
        ScopeBatch batch = { rows, 5, { size, -size * test_uniform (&random, 0, 1), 0 }, round % 2 };

        fill (rows, 5, round % 3 ? 3 : 500, &random);
        check (&batch, b, G_N_ELEMENTS (b), NULL);
      }
}

/* A mean of the largest losses is one, too. */
static void
test_mean (void)
{
  static const ScopeBatchRow rows[] = { { { DBL_MAX, 0, 0 }, 1 }, { { 0, 0, DBL_MAX }, 0 } };
  const ScopeBatch batch = { rows, 2, { 1, 0, 0 }, TRUE };
  ScopeBatchPoint point = { .b = 0.5 };

  scope_batch_points_sum (&batch, &point, 1, NULL);
  g_assert_cmpfloat (point.loss.sum, ==, DBL_MAX);
  g_assert_cmpfloat (point.dl_db.sum, ==, 0);
}

/* From 512 rows and 16 places on, and for weights whose squares are doubles, bins are used. */
static void
test_bins (void)
{
  static const struct
  {
    size_t n_rows;
    guint n_points;
    double span;
    gboolean used;
  } cases[] = {
    { 511, 16, 1, FALSE },    { 512, 16, 1, TRUE },       { 512, 15, 1, FALSE },
    { 700, 40, 1, TRUE },     { 700, 40, 1e100, TRUE },   { 700, 40, 2e100, FALSE },
    { 700, 40, 1e-99, TRUE }, { 700, 40, 5e-101, FALSE }, { 700, 40, 1 / 1e100, TRUE },
  };
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, 700);
  g_autofree ScopeBins *bins = g_malloc (SCOPE_BINS_SIZE);
  guint64 random = 24;

  for (guint i = 0; i < 4 * G_N_ELEMENTS (cases); i++)
    {
      guint n = cases[i / 4].n_points;
      double span = cases[i / 4].span;
      ScopeBatch batch = { rows, cases[i / 4].n_rows, { 0, i % 2 ? span : -span, 0 }, i / 2 % 2 };
      g_autofree double *b = g_new (double, n);

      for (guint k = 0; k < n; k++)
        b[k] = (-10 + 25.0 * k / n) / span;
      bins->c = 42;
      fill (rows, batch.n, i % 4 == 3 ? 400 : 10, &random);
      check (&batch, b, n, bins);
      g_assert_cmpint (bins->c != 42, ==, cases[i / 4].used);
    }
}

static void
test_span (void)
{
  static const double wirings[][4]
    = { { 1, 0, 0, 1 },  { 0, -2, 0, 2 }, { 0, 1, 4, 4 },  { 4, 1, 0, 4 },    { 1, 4, 0, 4 },
        { 1, -1, 5, 6 }, { -1, 5, 1, 6 }, { 5, -1, 1, 6 }, { -3, -2, -1, 2 }, { 2, 2, 2, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    {
      const double *w = wirings[i];
      const ScopeBatch batch = { NULL, 0, { w[0], w[1], w[2] }, FALSE };

      g_assert_cmpfloat ((double) scope_batch_span (&batch), ==, w[3]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-points/rows", test_rows);
  g_test_add_func ("/batch-points/reach", test_reach);
  g_test_add_func ("/batch-points/alike", test_alike);
  g_test_add_func ("/batch-points/one-large", test_one_large);
  g_test_add_func ("/batch-points/far", test_far);
  g_test_add_func ("/batch-points/extremes", test_extremes);
  g_test_add_func ("/batch-points/mean", test_mean);
  g_test_add_func ("/batch-points/bins", test_bins);
  g_test_add_func ("/batch-points/span", test_span);
  return g_test_run ();
}
