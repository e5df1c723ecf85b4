/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <glib.h>
#include <string.h>

#include "batch-reference.h"
#include "batch.h"
#include "iris.h"

static void
test_three_flowers (void)
{
  static const struct
  {
    double b;
    gboolean mean;
    double loss, dl_db;
  } rows[] = {
    { -2, FALSE, 2.665938514453054, -0.7732010032512964 },
    { -2, TRUE, 0.888646171484351, -0.2577336677504321 },
    { -0.031652958487831, FALSE, 1.774696133958569, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeBatch batch = test_flowers;
      ScopeBatchOutcome out;

      batch.mean = rows[i].mean;
      g_assert_cmpint (scope_batch_evaluate (&batch, rows[i].b, &out), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (out.loss, rows[i].loss, 1e-15);
      g_assert_cmpfloat_with_epsilon (out.dl_db, rows[i].dl_db, 1e-15);
    }
}

/* One row's sum is that row. */
static void
test_one_row (void)
{
  const ScopeBatchRow row = { { 1.0368, 0.0032, 0.1352 }, 2 };
  const ScopeBatch batch = { &row, 1, { 1, 0.25, -3 }, TRUE };
  const ScopeParameters same = { { 1.0368, 0.0032, 0.1352 }, { 1, 0.25, -3 }, 0.7, 2 };
  ScopeBatchOutcome out;
  ScopeOutcome one;

  scope_batch_evaluate (&batch, 0.7, &out);
  scope_outcome_evaluate (&same, &one);
  g_assert_cmpfloat (out.loss, ==, one.loss);
  g_assert_cmpfloat_with_epsilon (out.dl_db, one.dl_db, 1e-15);
  g_assert_cmpfloat (out.curvature, ==, one.curvature);
}

static void
test_refuses (void)
{
  const ScopeBatchRow bad_class = { { 1, 2, 3 }, 3 }, bad_number = { { 1, NAN, 3 }, 0 };
  ScopeBatchOutcome out = { 5, 6, 7 };
  ScopeBatch batch = { NULL, 0, { 1, 0, 0 }, FALSE };
  ScopeBatchSum sum;
  double drop = 8;

  g_assert_cmpint (scope_batch_evaluate (&batch, 0, &out), ==, SCOPE_STATUS_NO_ROWS);
  g_assert_cmpint (scope_batch_drop (&batch, 0, 1, &drop), ==, SCOPE_STATUS_NO_ROWS);
  batch.n = 1;
  batch.rows = &bad_class;
  g_assert_cmpint (scope_batch_evaluate (&batch, 0, &out), ==, SCOPE_STATUS_BAD_CLASS);
  batch.rows = &bad_number;
  g_assert_cmpint (scope_batch_evaluate (&batch, 0, &out), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_batch_drop (&batch, 0, 1, &drop), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_batch_evaluate (&test_flowers, INFINITY, &out), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpint (scope_batch_drop (&test_flowers, 0, NAN, &drop), ==, SCOPE_STATUS_NOT_FINITE);
  g_assert_cmpfloat (out.loss, ==, 5);
  g_assert_cmpfloat (drop, ==, 8);

  scope_batch_sum_init (&sum);
  scope_batch_sum_finish (&sum, TRUE, &out);
  g_assert_cmpfloat (out.loss, ==, 0);
}

/* Terms that cancel to what is far below their last bit: 2⁸⁰ − 2⁸⁰ + 1, whichever comes first; and
 * what is doubtful of such a sum. */
static void
test_cancelling (void)
{
  static const ScopeBatchRow one = { { -1e6, -1e6, 0 }, 1 }, up = { { 0, -1e6, -1e6 }, 1 },
                             down = { { -1e6, 0, -1e6 }, 0 };
  const ScopeBatchRow orders[][3]
    = { { one, up, down }, { up, one, down }, { up, down, one }, { down, up, one } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const ScopeBatch batch = { orders[i], 3, { 0x1p80, 0, 1 }, FALSE };
      ScopeBatchOutcome out;
      ScopeBatchSum sum;

      g_assert_cmpint (scope_batch_evaluate (&batch, 0, &out), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat (out.dl_db, ==, 1);
      g_assert_cmpint (scope_batch_sum (&batch, 0, &sum), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat ((double) sum.doubt, ==, 0);
    }
}

/* Σ p_k·|w_k − w_m| over rows whose classes are equally likely: 5/3 each for weights 2, 5 and 0. */
static void
test_doubt (void)
{
  const ScopeBatchRow rows[] = { { { 7, 7, 7 }, 0 }, { { 7, 7, 7 }, 1 }, { { 0, 0, 0 }, 2 } };
  const ScopeBatch batch = { rows, 3, { 2, 5, 0 }, TRUE };
  ScopeBatchSum sum;

  g_assert_cmpint (scope_batch_sum (&batch, 0, &sum), ==, SCOPE_STATUS_OK);
  g_assert_cmpuint (sum.n, ==, 3);
  g_assert_cmpfloat_with_epsilon ((double) sum.doubt, 5, 1e-15);
}

/* A mean that underflows from below is no −0. */
static void
test_no_minus_zero (void)
{
  const ScopeBatchRow rows[] = { { { -1e6, 0, 0 }, 0 }, { { 0, -1e6, -1e6 }, 0 } };
  const ScopeBatch batch = { rows, 2, { 0x1p-1074, 0, 0 }, TRUE };
  ScopeBatchOutcome out;

  g_assert_cmpint (scope_batch_evaluate (&batch, 0, &out), ==, SCOPE_STATUS_OK);
  g_assert_true (out.dl_db == 0 && !signbit (out.dl_db));
}

/* Every row is looked at, and none behind them. */
static void
test_check (void)
{
  ScopeBatchRow rows[4] = { { { 0 }, 0 } };
  const ScopeBatch batch = { rows, 3, { 1, 0, 0 }, FALSE };

  for (guint i = 0; i < 4; i++)
    {
      rows[i].observed = 3;
      g_assert_cmpint (scope_batch_check (&batch), ==, i < 3 ? SCOPE_STATUS_BAD_CLASS : SCOPE_STATUS_OK);
      rows[i].observed = 0;
    }
}

static void
test_overflow (void)
{
  const ScopeBatchRow huge[2] = { { { -1e308, 0, 0 }, 0 }, { { -1e308, 0, 0 }, 0 } };
  const ScopeBatchRow beyond[2] = { { { 0, 0, 0 }, 0 }, { { 0, 0, 0 }, 1 } };
  ScopeBatch batch = { huge, 2, { 1, 0, 0 }, FALSE };
  ScopeBatchOutcome out;
  double drop;

  scope_batch_evaluate (&batch, 0, &out);
  g_assert_cmpfloat (out.loss, ==, INFINITY);
  batch.mean = TRUE;
  scope_batch_evaluate (&batch, 0, &out);
  g_assert_cmpfloat (out.loss, ==, 1e308);
  g_assert_cmpfloat (out.dl_db, ==, -1);

  /* Logits beyond 2^1100, where the rows' losses are infinite one by one. */
  batch = (ScopeBatch) { beyond, 2, { 1e300, -1e300, 0 }, TRUE };
  scope_batch_evaluate (&batch, 1e300, &out);
  g_assert_cmpfloat (out.loss, ==, INFINITY);
  g_assert_cmpfloat (out.dl_db, ==, 1e300);
  g_assert_cmpfloat (out.curvature, ==, 0);
  g_assert_cmpint (scope_batch_drop (&batch, 1e300, -1e300, &drop), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (drop, ==, 0);
  g_assert_cmpint (scope_batch_drop (&batch, 1e300, 0, &drop), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (drop, ==, INFINITY);
}

/* The drop of a tiny step, where the two losses agree in all their digits. */
static void
test_drop (void)
{
  const double step = 0x1p-40;
  ScopeBatchOutcome at, next;
  double drop;

  scope_batch_evaluate (&test_flowers, -2, &at);
  scope_batch_evaluate (&test_flowers, -2 + 1, &next);
  scope_batch_drop (&test_flowers, -2, -2 + 1, &drop);
  g_assert_cmpfloat_with_epsilon (drop, at.loss - next.loss, 1e-15);
  scope_batch_drop (&test_flowers, -2, -2 + step, &drop);
  g_assert_cmpfloat_with_epsilon (drop / step, -at.dl_db, 1e-6);

  ScopeBatch mean = test_flowers;

  mean.mean = TRUE;
  scope_batch_drop (&mean, -2, -2 + 1, &drop);
  g_assert_cmpfloat_with_epsilon (drop, (at.loss - next.loss) / 3, 1e-15);
}

static void
test_observed_first (void)
{
  for (unsigned o = 0; o < 3; o++)
    {
      const ScopeBatchRow row = { { 1, 2, 4 }, o };
      const ScopeBatchRow first = scope_batch_row_observed_first (&row);
      ScopeParameters in = { { 1, 2, 4 }, { 0 }, 0.5, o }, turned = { .w = { 1 }, .b = 0.5 };
      ScopeOutcome one, other;

      g_assert_cmpuint (first.observed, ==, 0);
      g_assert_cmpfloat (first.a[0], ==, row.a[o]);
      g_assert_cmpfloat (first.a[0] + first.a[1] + first.a[2], ==, 7);
      memcpy (turned.a, first.a, sizeof turned.a);
      in.w[o] = 1;
      scope_outcome_evaluate (&in, &one);
      scope_outcome_evaluate (&turned, &other);
      g_assert_cmpfloat (one.loss, ==, other.loss);
      g_assert_cmpfloat (one.dl_db, ==, other.dl_db);
    }
}

/* --- The contract */

static double
any_finite (GRand *random)
{
  double number;

  do
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

      memcpy (&number, &bits, sizeof number);
    }
  while (!isfinite (number));
  return number;
}

enum
{
  ORDINARY,
  WIDE,
  NEAR_TOTAL,
  TINY,
  WIRINGS,
  ANY_BITS,
  N_KINDS
};

static void
fill_row (GRand *random, int kind, ScopeBatchRow *row)
{
  static const double reach[N_KINDS] = { 10, 800, 10, 0.01, 5, 0 };

  row->observed = (unsigned) g_rand_int_range (random, 0, 3);
  for (unsigned k = 0; k < 3; k++)
    {
      row->a[k] = kind == ANY_BITS ? any_finite (random) : g_rand_double_range (random, -1, 1) * reach[kind];
      /* Losses so small that every bit of them is the exponential's. */
      if (kind == NEAR_TOTAL && k == row->observed)
        row->a[k] += 60;
    }
}

static void
fill_wiring (GRand *random, int kind, double w[3])
{
  for (int k = 0; k < 3; k++)
    if (kind == ANY_BITS)
      w[k] = any_finite (random);
    else if (kind == WIRINGS)
      w[k] = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -40, 40));
    else
      w[k] = k == 0;
}

/* At least 0.5 for rounding to double: 1 is the contract's, the rest is what is reached. */
static void
test_contract (void)
{
  enum
  {
    N = 400,
    ROUNDS = 120
  };
  g_autofree ScopeBatchRow *rows = g_new (ScopeBatchRow, N);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  double loss = 0, dl_db = 0, curvature = 0;
  BatchReference r;

  batch_reference_init (&r);
  for (int round = 0; round < ROUNDS; round++)
    {
      int kind = round % N_KINDS;
      size_t n = kind == ANY_BITS ? 10 : (size_t) g_rand_int_range (random, 1, N);
      ScopeBatch batch = { rows, n, { 0 }, round % 5 == 0 };
      double b = kind == ANY_BITS ? any_finite (random) : g_rand_double_range (random, -10, 10);
      ScopeBatchOutcome out;

      fill_wiring (random, kind, batch.w);
      for (size_t i = 0; i < n; i++)
        fill_row (random, kind, &rows[i]);
      g_assert_cmpint (scope_batch_evaluate (&batch, b, &out), ==, SCOPE_STATUS_OK);
      g_assert_true (out.loss >= 0 && out.curvature >= 0 && !isnan (out.dl_db));
      batch_reference_find (&r, &batch, b);
      loss = fmax (loss, batch_reference_ulps (&r, out.loss, r.loss));
      curvature = fmax (curvature, batch_reference_ulps (&r, out.curvature, r.curvature));
      dl_db = fmax (dl_db, batch_reference_error (&r, out.dl_db, r.dl_db, r.magnitude) * 0x1p53);
    }
  batch_reference_clear (&r);
  g_test_message ("loss %.4f ulp, curvature %.4f ulp, gradient %.4f u", loss, curvature, dl_db);
  g_assert_cmpfloat (loss, <=, 1);
  g_assert_cmpfloat (curvature, <=, 1);
  g_assert_cmpfloat (dl_db, <=, 2);
}

/* A million rows: the same few, each many times over, so that the exact sum is a product. */
static void
test_million (void)
{
  enum
  {
    KINDS = 8,
    TIMES = 125000
  };
  ScopeBatchRow rows[KINDS];
  const ScopeBatch batch = { rows, KINDS, { 1, 0, 0 }, FALSE };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  ScopeBatchOutcome out;
  ScopeBatchSum sum;
  BatchReference r;

  for (int i = 0; i < KINDS; i++)
    fill_row (random, i % 2 ? NEAR_TOTAL : ORDINARY, &rows[i]);
  scope_batch_sum_init (&sum);
  for (int i = 0; i < KINDS * TIMES; i++)
    {
      ScopeParameters in = { .w = { 1 }, .b = -1.3, .observed = rows[i % KINDS].observed };

      memcpy (in.a, rows[i % KINDS].a, sizeof in.a);
      scope_batch_sum_add (&sum, &in);
    }
  scope_batch_sum_finish (&sum, FALSE, &out);
  g_assert_cmpuint (sum.n, ==, KINDS * TIMES);

  batch_reference_init (&r);
  batch_reference_find (&r, &batch, -1.3);
  mpfr_mul_ui (r.loss, r.loss, TIMES, MPFR_RNDN);
  mpfr_mul_ui (r.dl_db, r.dl_db, TIMES, MPFR_RNDN);
  mpfr_mul_ui (r.magnitude, r.magnitude, TIMES, MPFR_RNDN);
  mpfr_mul_ui (r.curvature, r.curvature, TIMES, MPFR_RNDN);
  g_assert_cmpfloat (batch_reference_ulps (&r, out.loss, r.loss), <=, 1);
  g_assert_cmpfloat (batch_reference_ulps (&r, out.curvature, r.curvature), <=, 1);
  g_assert_cmpfloat (batch_reference_error (&r, out.dl_db, r.dl_db, r.magnitude), <=, 0x1p-52);
  batch_reference_clear (&r);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/batch/three-flowers", test_three_flowers);
  g_test_add_func ("/batch/one-row", test_one_row);
  g_test_add_func ("/batch/refuses", test_refuses);
  g_test_add_func ("/batch/cancelling", test_cancelling);
  g_test_add_func ("/batch/doubt", test_doubt);
  g_test_add_func ("/batch/no-minus-zero", test_no_minus_zero);
  g_test_add_func ("/batch/check", test_check);
  g_test_add_func ("/batch/overflow", test_overflow);
  g_test_add_func ("/batch/drop", test_drop);
  g_test_add_func ("/batch/observed-first", test_observed_first);
  g_test_add_func ("/batch/contract", test_contract);
  g_test_add_func ("/batch/million", test_million);
  return g_test_run ();
}
