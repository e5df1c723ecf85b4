/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "batch-root.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "batch-points.h"
#include "iris.h"
#include "random.h"

/* Two rows, of class 1 and 2 in turn, whose gradient is Δ·(2·p − 1): its root is where they meet.
 */
static gboolean
find (double meeting, double step, double *root)
{
  const ScopeBatchRow rows[] = { { { -meeting * step, 0, -1000 }, 0 }, { { -meeting * step, 0, -1000 }, 1 } };
  const ScopeBatch batch = { rows, 2, { step, 0, 0 }, FALSE };

  *root = 42;
  return scope_batch_root (&batch, root);
}

/* As far as 128/s on either side of 0, and not beyond. */
static void
test_reach (void)
{
  static const double places[]
    = { 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 9, 17, 33, 63, 64, 65, 100, 126, 127.9 };
  static const double steps[] = { 1, 4, 0.125, 0x1p300, 0x1p-300, -1, -0x1p20 };
  double root;

  for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
    {
      double span = fabs (steps[k]);

      for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        for (int sign = -1; sign <= 1; sign += 2)
          {
            g_assert_true (find (sign * places[i] / span, steps[k], &root));
            g_assert_cmpfloat_with_epsilon (root * span, sign * places[i], 1e-13 * fmax (places[i], 1));
          }
      for (int sign = -1; sign <= 1; sign += 2)
        g_assert_false (find (sign * 128.5 / span, steps[k], &root));
    }
}

/* Weights of which nothing is said. */
static void
test_weights (void)
{
  double root;

  g_assert_true (find (0, 1e100, &root));
  g_assert_cmpfloat_with_epsilon (root * 1e100, 0, 1e-13);
  g_assert_false (find (0, 1.1e100, &root));
  g_assert_false (find (0, 1e200, &root));
  g_assert_true (find (0, 1 / 1e100, &root));
  g_assert_false (find (0, 0.9e-100, &root));
  g_assert_false (find (0, 0, &root));
  g_assert_cmpfloat (root, ==, 42);
}

/* Rows whose gradient creeps through 0, or leaps: it is close to 0 at what is found. */
static void
test_any_rows (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0, -2, 0 }, { 0.5, 1, 0 }, { 1e80, 0, 3e80 } };
  ScopeBatchRow rows[9];
  guint64 random = 34;
  guint n_found = 0;

  for (guint round = 0; round < 400; round++)
    {
      const double *w = wirings[round % 4];
      const ScopeBatch batch = { rows, 3 + round % 7, { w[0], w[1], w[2] }, round % 2 };
      double reach = round % 3 ? 4 : 60, span = (double) scope_batch_span (&batch), root;
      ScopeBatchOutcome at;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          rows[i].observed = i % 3;
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_uniform (&random, -reach, reach);
        }
      if (!scope_batch_root (&batch, &root))
        continue;
      n_found++;
      scope_batch_evaluate (&batch, root, &at);
      if (at.curvature > 1e-3 * span * span)
        g_assert_cmpfloat (fabs (at.dl_db / at.curvature) * span, <, 1e-7);
      g_assert_cmpfloat (fabs (root) * span, <=, 128);
    }
  g_assert_cmpuint (n_found, >, 350);
}

static void
test_iris (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  const ScopeBatch batch = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  ScopeBatchOutcome at;
  double root;

  test_load_iris (rows);
  g_assert_true (scope_batch_root (&batch, &root));
  scope_batch_evaluate (&batch, root, &at);
  g_assert_cmpfloat (fabs (at.dl_db / at.curvature), <, 1e-12);
}

/* No row pulls back, or none pulls at all. */
static void
test_none (void)
{
  const ScopeBatchRow rows[] = { { { 0, 0, 0 }, 0 }, { { 1, 0, 2 }, 0 } };
  ScopeBatch batch = { rows, 2, { 1, 0, 0 }, FALSE };
  double root = 42;

  g_assert_false (scope_batch_root (&batch, &root));
  batch.w[0] = -1;
  g_assert_false (scope_batch_root (&batch, &root));
  g_assert_cmpfloat (root, ==, 42);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch-root/reach", test_reach);
  g_test_add_func ("/batch-root/weights", test_weights);
  g_test_add_func ("/batch-root/any-rows", test_any_rows);
  g_test_add_func ("/batch-root/iris", test_iris);
  g_test_add_func ("/batch-root/none", test_none);
  return g_test_run ();
}
