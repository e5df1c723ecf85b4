/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "view.h"

#include <math.h>

#include "iris.h"
#include "landmark.h"
#include "many.h"
#include "minimum.h"

static const ScopeParameters start
  = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 };

static void
test_start (void)
{
  ScopeView view;

  scope_view_init (&view, &start, NULL);
  g_assert_cmpfloat (view.axis_lo, ==, -10);
  g_assert_cmpfloat (view.axis_hi, ==, 10);
  g_assert_cmpfloat_with_epsilon (view.gradient_hi, 1.1, 1e-15);
  g_assert_cmpfloat (view.loss_hi, >=, 11.05);
  g_assert_cmpfloat (view.loss_lo, <, 0);
}

static void
test_follow (void)
{
  ScopeView view;

  scope_view_init (&view, &start, NULL);
  g_assert_false (scope_view_follow (&view, 9.9));
  g_assert_cmpfloat (view.axis_hi, ==, 10);
  g_assert_true (scope_view_follow (&view, 12));
  g_assert_cmpfloat_with_epsilon (view.axis_hi, 14, 1e-12);
  g_assert_cmpfloat_with_epsilon (view.axis_lo, -6, 1e-12);
  g_assert_true (scope_view_follow (&view, -1e308));
  g_assert_true (view.axis_lo <= -1e308 && view.axis_hi >= -1e308);
  g_assert_true (isfinite (view.axis_lo) && view.axis_lo < view.axis_hi);
}

/* A change of b₃ within the axis changes nothing. */
static void
test_bias_changes_nothing (void)
{
  ScopeView view, before;
  ScopeParameters in = start;

  scope_view_init (&view, &start, NULL);
  before = view;
  for (in.b = -10; in.b <= 10; in.b += 0.37)
    {
      g_assert_false (scope_view_follow (&view, in.b));
      g_assert_false (scope_view_adapt (&view, &in, NULL));
    }
  g_assert_cmpmem (&view, sizeof view, &before, sizeof before);
}

/* A drag of one logit across its range: at most six changes, never to and fro. */
static void
test_hysteresis (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int run = 0; run < 600; run++)
    {
      ScopeParameters in = start;
      ScopeView view;
      int changes = 0, turns = 0, way = 0;
      int k = run % 3, up = run % 2 ? 1 : -1;

      for (int j = 0; j < 3; j++)
        in.a[j] = g_rand_double_range (random, -10, 10);
      in.a[k] = -10 * up;
      scope_view_init (&view, &in, NULL);
      for (int i = 0; i <= 400; i++)
        {
          double before = view.loss_hi;

          in.a[k] = (-10 + i * 0.05) * up;
          if (!scope_view_adapt (&view, &in, NULL))
            continue;
          changes++;
          turns += way != 0 && way != (view.loss_hi > before ? 1 : -1);
          way = view.loss_hi > before ? 1 : -1;
        }
      g_assert_cmpint (changes, <=, 6);
      g_assert_cmpint (turns, ==, 0);
    }
}

/* The observed class flips the curve, not the axis. */
static void
test_observed (void)
{
  ScopeView view, before;
  ScopeParameters in = start;

  scope_view_init (&view, &in, NULL);
  before = view;
  for (in.observed = 0; in.observed < 3; in.observed++)
    g_assert_false (scope_view_adapt (&view, &in, NULL));
  g_assert_cmpmem (&view, sizeof view, &before, sizeof before);
}

/* Every real flower's view shows b₃ and where its curve bends. */
static void
test_fit (void)
{
  g_autofree char *path
    = g_build_filename (g_getenv ("SCOPE_SOURCE_DIR"), "data", "examples", "iris-logits.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  int n = 0, moved = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (int i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      ScopeParameters in = start;
      ScopeView view;
      double half;

      for (int k = 0; k < 3; k++)
        in.a[k] = g_ascii_strtod (fields[k], NULL);
      scope_view_fit (&view, &in, NULL);
      g_assert_true (scope_landmark_half_point (&in, &half));
      g_assert_true (half > view.axis_lo && half < view.axis_hi);
      g_assert_true (in.b > view.axis_lo && in.b < view.axis_hi);
      moved += view.axis_lo != -10;
    }
  g_assert_cmpint (n, ==, 150);
  g_assert_cmpint (moved, >, 40);
}

static void
test_pan_and_zoom (void)
{
  ScopeView view;

  scope_view_init (&view, &start, NULL);
  scope_view_pan (&view, 3);
  g_assert_cmpfloat_with_epsilon (view.axis_lo, -7, 1e-12);
  scope_view_zoom (&view, 0.5, 13);
  g_assert_cmpfloat_with_epsilon (view.axis_hi, 13, 1e-12);
  g_assert_cmpfloat_with_epsilon (view.axis_lo, 3, 1e-12);
  for (int i = 0; i < 200; i++)
    scope_view_zoom (&view, 0.1, 5);
  g_assert_cmpfloat (view.axis_lo, <, view.axis_hi);
  for (int i = 0; i < 400; i++)
    scope_view_zoom (&view, 100, 5);
  g_assert_true (isfinite (view.axis_lo) && isfinite (view.axis_hi));
}

static void
test_extremes (void)
{
  static const ScopeParameters rows[] = {
    { { 1e300, -1e300, 0 }, { 1, 0, 0 }, 0, 1 },
    { { 700, 0, -700 }, { 0, 0, 1 }, 5, 2 },
    { { 0, 0, 0 }, { 1, 1, 1 }, 0, 0 },
    { { 0, 0, 0 }, { 1e308, -1e308, 0 }, 1e308, 0 },
    { { -1.7e308, 1.7e308, 0 }, { 0, 0, 0 }, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeView view;

      scope_view_init (&view, &rows[i], NULL);
      g_assert_true (isfinite (view.loss_hi) && view.loss_lo < view.loss_hi);
      g_assert_true (isfinite (view.gradient_hi) && view.gradient_lo < view.gradient_hi);
      g_assert_true (rows[i].b >= view.axis_lo && rows[i].b <= view.axis_hi);
    }
}

/* The total of three flowers fits, and each flower's own gradient; the mean's axis is one flower's. */
static void
test_batch (void)
{
  ScopeMany many = { .rows = test_flowers.rows, .n = test_flowers.n };
  ScopeParameters in = { .w = { 1, 0, 0 }, .b = -2 };
  ScopeView view, before;

  scope_view_fit (&view, &in, &many);
  g_assert_cmpfloat (view.axis_lo, ==, -10);
  g_assert_cmpfloat (view.axis_hi, ==, 10);
  g_assert_cmpfloat (view.loss_hi, ==, 20);
  g_assert_cmpfloat_with_epsilon (view.gradient_lo, -1.1, 1e-15);
  g_assert_cmpfloat_with_epsilon (view.gradient_hi, 2.2, 1e-15);
  before = view;
  g_assert_false (scope_view_adapt (&view, &in, &many));
  g_assert_cmpmem (&view, sizeof view, &before, sizeof before);

  many.mean = TRUE;
  g_assert_true (scope_view_adapt (&view, &in, &many));
  g_assert_cmpfloat_with_epsilon (view.gradient_lo, -1.1, 1e-15);
  g_assert_cmpfloat_with_epsilon (view.gradient_hi, 1.1, 1e-15);
  g_assert_cmpfloat (view.loss_hi, ==, 20);
  scope_view_init_axis (&view, &in, &many, -1, 3);
  g_assert_cmpfloat (view.axis_hi, ==, 3);
  g_assert_cmpfloat (view.loss_hi, ==, 2.5);
  in.b = 40;
  scope_view_init (&view, &in, &many);
  g_assert_cmpfloat (view.axis_hi, >=, 40);
}

/* The 150 bend outside −10…10: the axis shows where, the minimum and b₃. */
static void
test_batch_fit (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeParameters in = { .w = { 1, 0, 0 } };
  ScopeMany many = { .rows = rows, .n = TEST_N_IRIS };
  ScopeBatch batch;
  ScopeMinimum minimum;
  ScopeView view;

  test_load_iris (rows);
  /* Of a total's bands: 150 times what one flower reaches. */
  scope_view_init (&view, &in, &many);
  g_assert_cmpfloat_with_epsilon (view.gradient_hi, 165, 1e-9);
  g_assert_cmpfloat_with_epsilon (view.gradient_lo, -165, 1e-9);
  many.mean = TRUE;
  batch = scope_many_batch (&many, in.w);
  scope_minimum_find (&batch, &minimum);
  for (in.b = -40; in.b <= 40; in.b += 20)
    {
      scope_view_fit (&view, &in, &many);
      g_assert_cmpfloat (view.axis_lo, <=, fmin (in.b, -14));
      g_assert_cmpfloat (view.axis_hi, >=, fmax (in.b, 14));
      g_assert_true (minimum.b > view.axis_lo && minimum.b < view.axis_hi);
      g_assert_cmpfloat (view.axis_hi - view.axis_lo, <=, 120);
    }
}

/* A flower of the 150 is dragged across its range: axes change as seldom as with one, and hold what
 * the sum and the flower reach. */
static void
test_batch_hysteresis (void)
{
  static const ScopeParameters in = { .w = { 0.5, -1, 2 } };

  for (int mean = 0; mean < 2; mean++)
    for (int row = 0; row < TEST_N_IRIS; row += 30)
      {
        ScopeBatchRow rows[TEST_N_IRIS];
        const ScopeMany many = { .rows = rows, .n = TEST_N_IRIS, .mean = mean };
        const ScopeBatch batch = scope_many_batch (&many, in.w);
        int n_changes = 0;
        ScopeView view;

        test_load_iris (rows);
        scope_view_fit (&view, &in, &many);
        for (double a = -40; a <= 40; a += 0.25)
          {
            ScopeView before = view;
            ScopeBatchOutcome lo, hi;

            rows[row].a[0] = a;
            n_changes += scope_view_adapt (&view, &in, &many);
            g_assert_cmpfloat (view.loss_hi, >=, before.loss_hi);
            g_assert_cmpfloat (view.gradient_hi, ==, before.gradient_hi);
            scope_batch_evaluate (&batch, view.axis_lo, &lo);
            scope_batch_evaluate (&batch, view.axis_hi, &hi);
            g_assert_cmpfloat (fmax (lo.loss, hi.loss), <=, view.loss_hi);
            g_assert_cmpfloat (10.1 * fmax (lo.loss, hi.loss), >=, view.loss_hi);
          }
        g_assert_cmpint (n_changes, <=, 6);
      }
}

/* The one flower's class may be turned, so the axis has room for each; that of many is read from a table. No rows
 * are one flower. */
static void
test_one_of_each (void)
{
  const ScopeParameters in = { .a = { 30, 0, 0 }, .w = { 1, 0, 0 } };
  const ScopeBatchRow row = scope_batch_row_of (&in);
  const ScopeMany none = { 0 }, one = { .rows = &row, .n = 1 };
  ScopeView view, same;

  memset (&view, 0, sizeof view);
  memset (&same, 0, sizeof same);
  scope_view_init (&view, &in, NULL);
  scope_view_init (&same, &in, &none);
  g_assert_cmpmem (&view, sizeof view, &same, sizeof same);
  g_assert_cmpfloat (view.loss_hi, ==, 50);
  g_assert_false (scope_view_adapt (&view, &in, &none));
  scope_view_init (&same, &in, &one);
  g_assert_cmpfloat (same.loss_hi, ==, 2.5);
  g_assert_cmpfloat (same.gradient_lo, ==, view.gradient_lo);
  g_assert_cmpfloat (same.gradient_hi, ==, view.gradient_hi);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/start", test_start);
  g_test_add_func ("/view/one-of-each", test_one_of_each);
  g_test_add_func ("/view/follow", test_follow);
  g_test_add_func ("/view/bias-changes-nothing", test_bias_changes_nothing);
  g_test_add_func ("/view/hysteresis", test_hysteresis);
  g_test_add_func ("/view/observed", test_observed);
  g_test_add_func ("/view/fit", test_fit);
  g_test_add_func ("/view/pan-and-zoom", test_pan_and_zoom);
  g_test_add_func ("/view/extremes", test_extremes);
  g_test_add_func ("/view/batch", test_batch);
  g_test_add_func ("/view/batch-fit", test_batch_fit);
  g_test_add_func ("/view/batch-hysteresis", test_batch_hysteresis);
  return g_test_run ();
}
