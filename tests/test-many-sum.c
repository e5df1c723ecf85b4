/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Contributions and balance with weights and logits of any size. */

#include "many-sum.h"

#include <math.h>
#include <string.h>

#include "common.h"
#include "iris.h"
#include "random.h"
#include "scenes.h"
#include "roles.h"

#define ROWS 14
#define SHOWN 5

static ScopeFonts *fonts;

/* Differences of weights that no double holds are numbers, and so is their sum. */
static void
test_beyond (void)
{
  const ScopeBatchRow rows[] = { { { 0, 0, 0 }, 2 }, { { 0, 0, 0 }, 0 }, { { 0, 0, 0 }, 2 } };
  const ScopeParameters in = { .w = { 1.7e308, 0, -1.7e308 }, .b = 1e-8 };
  ScopeMany many = { rows, 3, 0, FALSE };
  ScopeContributions found;

  scope_many_contributions_find (&many, &in, INFINITY, 12, &found);
  g_assert_true (found.shown[0].dl_db == 2 * (ScopeWide) 1.7e308);
  g_assert_true (found.shown[1].dl_db == 0);
  /* The largest one, which is the selected one, and what is left. */
  scope_many_contributions_find (&many, &in, INFINITY, 1, &found);
  g_assert_cmpuint (found.shown[0].row, ==, 0);
  g_assert_true (found.others == 2 * (ScopeWide) 1.7e308);
  many.selected = 1;
  scope_many_contributions_find (&many, &in, INFINITY, 1, &found);
  g_assert_true (found.others == 4 * (ScopeWide) 1.7e308);
  g_assert_cmpint (scope_many_contributions_decimals (&found, INFINITY, 4, TRUE), ==, -1);
  many.mean = TRUE;
  scope_many_contributions_find (&many, &in, INFINITY, 2, &found);
  g_assert_cmpfloat_with_epsilon ((double) (found.shown[0].dl_db / 1.7e308), 2 / 3.0, 1e-15);
}

/* Where b₃ cancels nearly all of a logit, the rest decides which flower pulls the most. */
static void
test_cancelled (void)
{
  /* In double w·b₃ is 1e20, and by 4768 more in truth. */
  const ScopeBatchRow rows[] = { { { -1e20, -2, 0 }, 0 }, { { -1e20, 9, 0 }, 0 }, { { -1e20, 0, 0 }, 1 } };
  const ScopeParameters in = { .w = { 1e10 / 3, 0, 0 }, .b = 3e10 };
  const ScopeMany many = { rows, 3, 2, FALSE };
  ScopeContributions found;

  scope_many_contributions_find (&many, &in, 0, 2, &found);
  g_assert_cmpuint (found.shown[0].row, ==, 2);
  g_assert_cmpfloat ((double) found.shown[0].dl_db, ==, in.w[0]);
}

static void
test_balance (void)
{
  const ScopeBatchRow rows[] = { { { 0, 0, 0 }, 0 }, { { 0, 0, 0 }, 1 } };
  static const double weights[] = { 5e-324, -1e-310, 1e-200, 1, -1.7e308 };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (weights); i++)
    {
      const ScopeMany many = { rows, 2, 0, i % 2 };
      const ScopeParameters in = { .w = { weights[i / 2], 0, 0 } };
      const ScopeBatch batch = scope_many_batch (&many, in.w);
      ScopeBatchOutcome sum;
      double predicted;
      size_t observed;
      unsigned k;

      scope_batch_evaluate (&batch, 0, &sum);
      g_assert_true (scope_many_balance (&many, &in, sum.dl_db, &k, &predicted, &observed));
      g_assert_cmpuint (observed, ==, 1);
      g_assert_cmpfloat_with_epsilon (predicted, 2 / 3.0, 1e-15);
      /* Of a sum that is no double nothing is left to take it from. */
      g_assert_true (scope_many_balance (&many, &in, -INFINITY, &k, &predicted, &observed));
      g_assert_cmpfloat_with_epsilon (predicted, 2 / 3.0, 1e-15);
    }
}

/* log₁₀ of what p of the first class lacks to 1, far out. */
static double
log10_missing (const ScopeBatchRow *row, double b)
{
  return (log (exp (row->a[1] - row->a[0]) + exp (row->a[2] - row->a[0])) - b) / G_LN10;
}

/* Of a sum at which double has nothing any more each flower's part is left, and that of the others, of both signs. */
static void
test_below_double (void)
{
  ScopeBatchRow rows[ROWS];

  for (guint i = 0; i < ROWS; i++)
    rows[i] = (ScopeBatchRow) { { 0.1 * i, -0.3 * i, 1 }, 0 };
  for (guint i = 0; i < 4; i++)
    {
      const ScopeMany many = { rows, ROWS, 0, i % 2 };
      const ScopeParameters in = { .w = { i / 2 ? -1 : 1, 0, 0 }, .b = i / 2 ? -800 : 800 };
      int sign = i / 2 ? 1 : -1;
      double part = many.mean ? ROWS : 1, all = 0, others = 0, log10_abs;
      ScopeContributions found;

      /* The largest come first, and they are the first rows. */
      scope_many_contributions_find (&many, &in, 0, SHOWN, &found);
      for (guint k = 0; k < ROWS; k++)
        {
          double log10_part = log10_missing (&rows[k], 0);

          all += exp (log10_part * G_LN10) / part;
          others += k < SHOWN ? 0 : exp (log10_part * G_LN10) / part;
          if (k >= SHOWN)
            continue;
          g_assert_cmpuint (found.shown[k].row, ==, k);
          g_assert_true (sign * found.shown[k].dl_db > 0);
          g_assert_cmpfloat_with_epsilon ((double) scope_wide_log10 (sign * found.shown[k].dl_db),
                                          log10_missing (&rows[k], 800) - log10 (part), 1e-9);
        }
      g_assert_true (sign * found.others > 0);
      g_assert_cmpfloat_with_epsilon ((double) scope_wide_log10 (sign * found.others),
                                      log10 (others) - 800 / G_LN10, 1e-9);
      g_assert_cmpint (scope_many_small_sum (&many, &in, SCOPE_SMALL_GRADIENT, &log10_abs), ==, sign);
      g_assert_cmpfloat_with_epsilon (log10_abs, log10 (all) - 800 / G_LN10, 1e-9);
      /* −ln p is what p lacks to 1. */
      g_assert_cmpint (scope_many_small_sum (&many, &in, SCOPE_SMALL_LOSS, &log10_abs), ==, 1);
      g_assert_cmpfloat_with_epsilon (log10_abs, log10 (all) - 800 / G_LN10, 1e-9);
    }
}

/* It is printed as what is left of it, with its sign. */
static void
test_below_printed (void)
{
  static const ScopeBatchRow rows[] = { { { 0, 0, 0 }, 0 }, { { 0, 0, 0 }, 0 } };
  static const struct
  {
    gboolean mean;
    ScopeSmallSum of;
    const char *printed;
  } cases[] = {
    /* 4·e⁻⁸⁰⁰ and half of it. */
    { FALSE, SCOPE_SMALL_LOSS, "1.467·10⁻³⁴⁷" },
    { FALSE, SCOPE_SMALL_GRADIENT, "−1.467·10⁻³⁴⁷" },
    { TRUE, SCOPE_SMALL_GRADIENT, "−7.336·10⁻³⁴⁸" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScopeMany many = { rows, 2, 0, cases[i].mean };
      const ScopeParameters in = { .w = { 1, 0, 0 }, .b = 800 };
      g_autofree char *printed = scope_many_number (&many, &in, 0, cases[i].of, 4, '.');

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

static void
fill (guint64 *random, ScopeBatchRow rows[ROWS], ScopeParameters *in)
{
  guint kind = (guint) (test_next_random (random) % TEST_N_SIZES);

  *in = (ScopeParameters) { .b = test_any_size (random, (guint) (test_next_random (random) % 5)) };
  for (guint k = 0; k < 3; k++)
    in->w[k] = test_next_random (random) % 3 ? test_any_size (random, kind) : 0;
  if (test_next_random (random) % 4 == 0)
    in->w[0] = 1.7e308;
  for (guint i = 0; i < ROWS; i++)
    {
      rows[i].observed = (guint) (test_next_random (random) % 3);
      for (guint k = 0; k < 3; k++)
        rows[i].a[k] = test_any_size (random, (guint) (test_next_random (random) % TEST_N_SIZES));
    }
}

/* The largest ones come first, none is NaN or infinite, and together they are what the sum is. */
static void
test_any_contributions (void)
{
  guint64 random = 7068;

  for (guint round = 0; round < 4000; round++)
    {
      ScopeBatchRow rows[ROWS];
      ScopeParameters in;
      ScopeContributions found;
      ScopeBatchOutcome sum;
      ScopeWide added, magnitude;
      double predicted = 0;
      size_t observed;
      unsigned k;

      fill (&random, rows, &in);

      const ScopeMany many = { rows, ROWS, 0, round % 2 };
      const ScopeBatch batch = scope_many_batch (&many, in.w);

      scope_batch_evaluate (&batch, in.b, &sum);
      scope_many_contributions_find (&many, &in, sum.dl_db, SHOWN, &found);
      added = found.others;
      magnitude = scope_wide_fabs (found.others);
      for (guint i = 0; i < SHOWN; i++)
        {
          added += found.shown[i].dl_db;
          magnitude += scope_wide_fabs (found.shown[i].dl_db);
          /* The selected one may be the last. */
          if (i > 0 && i < SHOWN - 1)
            g_assert_true (scope_wide_fabs (found.shown[i].dl_db)
                           <= scope_wide_fabs (found.shown[i - 1].dl_db) * (1 + 1e-6) + 1e-300);
        }
      g_assert_true (isfinite (added));
      if (isfinite (sum.dl_db))
        g_assert_true (scope_wide_fabs (added - sum.dl_db) <= 1e-12 * magnitude + 1e-320);
      else
        g_assert_true (scope_wide_fabs (added) > 1.79e308);
      if (scope_many_balance (&many, &in, sum.dl_db, &k, &predicted, &observed))
        g_assert_true (predicted >= 0 && predicted <= ROWS * (1 + 1e-9));
    }
}

/* Bars of every size are where their figure is. */
static void
test_bars (void)
{
  guint64 random = 12;

  for (guint round = 0; round < 150; round++)
    {
      ScopeBatchRow rows[ROWS];
      ScopeMany many = { rows, ROWS, 0, round % 2 };
      ScopeParameters in;
      ScopeFigure figure;
      g_autoptr (ScopeScene) scene = NULL;

      fill (&random, rows, &in);
      scope_figure_init (&figure);
      memcpy (figure.parameters.w, in.w, sizeof in.w);
      figure.parameters.b = in.b;
      figure.width_px = 1280;
      figure.height_px = 720;
      figure.show = SCOPE_SHOW_WATERFALL;
      test_take_many (&figure, &many);
      scene = test_build (fonts, &figure);
      g_assert_nonnull (scope_scene_find_item (scene, &scope_role_waterfall, SCOPE_WATERFALL_TOTAL));
      for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
        {
          const ScopeItem *item = scope_scene_get_item (scene, i);

          for (size_t k = 0; item->role == &scope_role_waterfall && k < item->n_points; k++)
            {
              g_assert_cmpfloat (item->points[k].x, >=, 0);
              g_assert_cmpfloat (item->points[k].x, <=, 1280);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/many-sum/beyond", test_beyond);
  g_test_add_func ("/many-sum/cancelled", test_cancelled);
  g_test_add_func ("/many-sum/balance", test_balance);
  g_test_add_func ("/many-sum/below-double", test_below_double);
  g_test_add_func ("/many-sum/below-printed", test_below_printed);
  g_test_add_func ("/many-sum/any-contributions", test_any_contributions);
  g_test_add_func ("/many-sum/bars", test_bars);
  return test_run (fonts);
}
