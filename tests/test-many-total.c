/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "describe.h"
#include "figure-values.h"
#include "many-total.h"

#include <math.h>

#include "figure.h"
#include "iris.h"
#include "minimum.h"
#include "shown.h"

#define UNIT 0x1p-52

static void
check_equal (const ScopeBatchOutcome *sum, const ScopeMany *many, const ScopeParameters *at)
{
  ScopeBatch batch = scope_many_batch (many, at->w);
  ScopeBatchOutcome exact;

  g_assert_nonnull (sum);
  g_assert_cmpint (scope_batch_evaluate (&batch, at->b, &exact), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (sum->loss, exact.loss, UNIT * exact.loss);
  g_assert_cmpfloat_with_epsilon (sum->dl_db, exact.dl_db, 8 * UNIT * (double) many->n);
  g_assert_cmpfloat_with_epsilon (sum->curvature, exact.curvature, UNIT * exact.curvature);
}

/* Whatever is new: the selected flower, another one, b₃, the wiring, mean for total. */
static void
test_follows (void)
{
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();
  ScopeParameters at = { .w = { 1, 0, 0 }, .b = -2 };
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { .rows = rows, .n = TEST_N_IRIS, .selected = 7 };

  test_load_iris (rows);
  check_equal (scope_many_total_update (total, &many, &at), &many, &at);
  for (int step = 0; step < 24; step++)
    {
      if (step % 2 == 0)
        rows[many.selected].a[step % 3] = step;
      else if (step % 12 == 1)
        rows[9].a[1] -= 3;
      else if (step % 12 == 3)
        at.b += 0.5;
      else if (step % 12 == 5)
        at.w[2] -= 1;
      else if (step % 12 == 7)
        many.mean = !many.mean;
      else if (step % 12 == 9)
        many.selected++;
      else
        many.n--;
      check_equal (scope_many_total_update (total, &many, &at), &many, &at);
    }
}

/* The same bits after a drag and without one. */
static void
test_same_bits (void)
{
  g_autoptr (ScopeManyTotal) dragged = scope_many_total_new ();
  const ScopeParameters at = { .w = { 1, 0.3, 0 }, .b = 0.7 };
  ScopeBatchRow rows[TEST_N_IRIS];
  const ScopeMany many = { .rows = rows, .n = TEST_N_IRIS, .selected = 140, .mean = TRUE };

  test_load_iris (rows);
  for (int step = 0; step < 40; step++)
    {
      g_autoptr (ScopeManyTotal) fresh = scope_many_total_new ();
      ScopeBatchOutcome one, other;

      rows[140].a[0] = 0.37 * (step - 20);
      one = *scope_many_total_update (dragged, &many, &at);
      other = *scope_many_total_update (fresh, &many, &at);
      g_assert_cmpmem (&one, sizeof one, &other, sizeof other);
    }
}

/* Searched for when asked to, and known as long as it is what was found. */
static void
test_minimum (void)
{
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();
  ScopeParameters at = { .w = { 1, 0, 0 }, .b = -2 };
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeMany many = { .rows = rows, .n = TEST_N_IRIS, .selected = 3 };

  test_load_iris (rows);
  for (int step = 0; step < 5; step++)
    {
      ScopeBatch batch;
      ScopeMinimum minimum;

      if (step == 1)
        rows[3].a[0] += 2;
      else if (step == 2)
        rows[4].a[0] += 2;
      else if (step == 3)
        many.mean = TRUE;
      else if (step == 4)
        at.w[1] = -1;
      scope_many_total_update (total, &many, &at);
      g_assert_null (scope_many_total_get_minimum (total, FALSE));
      batch = scope_many_batch (&many, at.w);
      scope_minimum_find (&batch, &minimum);
      g_assert_cmpfloat (scope_many_total_get_minimum (total, TRUE)->b, ==, minimum.b);
      at.b += 1;
      scope_many_total_update (total, &many, &at);
      g_assert_nonnull (scope_many_total_get_minimum (total, FALSE));
      g_assert_cmpfloat (scope_many_total_get_minimum (total, FALSE)->at.loss, ==, minimum.at.loss);
    }
}

static void
test_one_and_none (void)
{
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();
  ScopeParameters at = { .w = { 1, 0, 0 }, .b = -2 };
  ScopeBatchRow rows[] = { test_flower_rows[0], test_flower_rows[1] };
  ScopeMany many = { .rows = rows, .n = 1 };

  check_equal (scope_many_total_update (total, &many, &at), &many, &at);
  at.b = NAN;
  g_assert_null (scope_many_total_update (total, &many, &at));
  many.n = 2;
  g_assert_null (scope_many_total_update (total, &many, &at));
  at.b = 1;
  check_equal (scope_many_total_update (total, &many, &at), &many, &at);
}

/* A figure that is given the sum does not find it again. */
static void
test_given (void)
{
  const ScopeBatchOutcome sum = { 12, -0.25, 3 };
  ScopeMany many = { .rows = test_flower_rows, .n = 3, .sum = &sum };
  ScopeBatchOutcome outcome;
  g_autofree char *text = NULL;
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.many = &many;
  g_assert_true (scope_shown_evaluate (&figure, &outcome));
  g_assert_cmpmem (&outcome, sizeof outcome, &sum, sizeof sum);
  text = scope_describe_figure (&figure);
  g_assert_nonnull (strstr (text, "loss 12, slope −0.25"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/many-total/follows", test_follows);
  g_test_add_func ("/many-total/same-bits", test_same_bits);
  g_test_add_func ("/many-total/minimum", test_minimum);
  g_test_add_func ("/many-total/one-and-none", test_one_and_none);
  g_test_add_func ("/many-total/given", test_given);
  return g_test_run ();
}
