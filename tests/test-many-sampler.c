/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-sampler.h"

#include <float.h>
#include <math.h>

#include "batch-sample.h"
#include "iris.h"

#define CONTRACT 1e-12
#define PLACES 300

/* The others' curve and the selected flower's own are the sum, as if all were added up anew. */
static void
check_sum (const ScopeManySampler *sampler, const ScopeBatch *batch, double lo, double hi)
{
  double b[PLACES], loss[PLACES], gradient[PLACES], terms;
  const double *w = batch->w;

  for (int i = 0; i < PLACES; i++)
    b[i] = i == PLACES - 1 ? hi : lo + (hi - lo) * i / (PLACES - 1);
  scope_many_sampler_sample (sampler, b, PLACES, loss, gradient);
  terms = fmax (fmax (w[0], w[1]), w[2]) - fmin (fmin (w[0], w[1]), w[2]);
  terms *= batch->mean ? 1 : (double) batch->n;
  for (int i = 0; i < PLACES; i += 7)
    {
      ScopeBatchOutcome exact;

      g_assert_cmpint (scope_batch_evaluate (batch, b[i], &exact), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (loss[i], exact.loss, CONTRACT * exact.loss + DBL_MIN);
      g_assert_cmpfloat_with_epsilon (gradient[i], exact.dl_db, CONTRACT * terms + DBL_MIN);
    }
}

static void
test_sum (void)
{
  static const double wirings[][3] = { { 1, 0, 0 }, { 0.5, -1, 2 }, { 1, 1, 1 }, { 0, 9, 0 }, { 0, 90, 0 } };
  static const size_t counts[] = { 1, 2, 3, TEST_N_IRIS };
  ScopeBatchRow rows[TEST_N_IRIS];

  test_load_iris (rows);
  for (guint i = 0; i < G_N_ELEMENTS (wirings); i++)
    for (guint count = 0; count < G_N_ELEMENTS (counts); count++)
      for (int mean = 0; mean < 2; mean++)
        {
          ScopeManySampler *sampler = scope_many_sampler_new ();
          ScopeMany many = { rows, counts[count], counts[count] - 1, mean };
          ScopeBatch batch = scope_many_batch (&many, wirings[i]);

          g_assert_cmpint (scope_many_sampler_update (sampler, &many, wirings[i], -13, 17), ==,
                           SCOPE_MANY_ALL);
          /* With 90 the axis is too wide for a curve, with 9 for a first frame; one flower has no
           * others. */
          g_assert_cmpint (scope_many_sampler_is_quick (sampler), ==, i < 3 && many.n > 1);
          check_sum (sampler, &batch, -13, 17);
          /* So far that the flower is nearly all of the sum, and back. */
          for (double a = -40; a <= 40; a += 16)
            {
              rows[many.selected].a[0] = a;
              g_assert_cmpint (scope_many_sampler_update (sampler, &many, wirings[i], -13, 17), ==,
                               SCOPE_MANY_SELECTED);
              g_assert_cmpint (scope_many_sampler_is_quick (sampler), ==, i < 4 && many.n > 1);
              check_sum (sampler, &batch, -13, 17);
            }
          scope_many_sampler_free (sampler);
        }
}

/* What of it is new; total and mean share the curve. */
static void
test_change (void)
{
  ScopeManySampler *sampler = scope_many_sampler_new ();
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { rows, TEST_N_IRIS, 5, FALSE };
  double w[] = { 1, 0, 0 };

  test_load_iris (rows);
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_ALL);
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_SAME);
  rows[5].observed = 2;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_SELECTED);
  many.mean = TRUE;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_SAME);
  g_assert_true (scope_many_sampler_get_batch (sampler)->mean);
  rows[149].a[2] += 1;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_ALL);
  many.selected = 6;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_ALL);
  w[1] = 1;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 9), ==, SCOPE_MANY_ALL);
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 10), ==, SCOPE_MANY_ALL);
  many.n = 149;
  g_assert_cmpint (scope_many_sampler_update (sampler, &many, w, -9, 10), ==, SCOPE_MANY_ALL);
  scope_many_sampler_free (sampler);
}

/* Losses so large that their total is none while their mean is one. */
static void
test_overflow (void)
{
  ScopeManySampler *sampler = scope_many_sampler_new ();
  const ScopeBatchRow rows[] = { { { 1e308, 0, 0 }, 1 }, { { 1e308, 0, 0 }, 2 }, { { 1.5e308, 0, 0 }, 2 } };
  const ScopeMany many = { rows, 3, 1, TRUE };
  const double w[] = { 1, 0, 0 };
  ScopeBatch batch = scope_many_batch (&many, w);

  scope_many_sampler_update (sampler, &many, w, -9, 9);
  check_sum (sampler, &batch, -9, 9);
  scope_many_sampler_free (sampler);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/many-sampler/sum", test_sum);
  g_test_add_func ("/many-sampler/change", test_change);
  g_test_add_func ("/many-sampler/overflow", test_overflow);
  return g_test_run ();
}
