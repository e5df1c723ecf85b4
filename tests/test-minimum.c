/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "minimum.h"

#include <float.h>
#include <glib.h>

#include "batch-reference.h"
#include "batch-root.h"
#include "iris.h"
#include "random.h"

static void
test_three_flowers (void)
{
  ScopeBatch batch = test_flowers;
  ScopeMinimum minimum;

  g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
  g_assert_cmpfloat_with_epsilon (minimum.b, -0.031652958487831, 1e-15);
  g_assert_cmpfloat_with_epsilon (minimum.at.loss, 1.774696133958569, 1e-15);
  g_assert_cmpfloat (minimum.bound, ==, minimum.at.loss);
  g_assert_cmpfloat (minimum.dl_db_at_minus_infinity, ==, -1);
  g_assert_cmpfloat (minimum.dl_db_at_plus_infinity, ==, 2);
  batch.mean = TRUE;

  double b = minimum.b;

  g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat (minimum.b, ==, b);
  g_assert_cmpfloat_with_epsilon (minimum.at.loss, 1.774696133958569 / 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (minimum.dl_db_at_plus_infinity, 2.0 / 3, 1e-16);
}

/* The exact root lies within half a unit in the last place of b, and what rounding to the same
 * double allows: the exact slope changes its sign between b's two neighbours' midpoints. */
static void
assert_root (const ScopeBatch *batch, double b)
{
  BatchReference r;
  mpfr_t bias;

  batch_reference_init (&r);
  mpfr_init2 (bias, 200);
  for (int side = -1; side <= 1; side += 2)
    {
      mpfr_set_d (bias, b, MPFR_RNDN);
      mpfr_add_d (bias, bias, nextafter (b, side * INFINITY), MPFR_RNDN);
      mpfr_div_2ui (bias, bias, 1, MPFR_RNDN);
      batch_reference_zero (&r);
      for (size_t i = 0; i < batch->n; i++)
        batch_reference_add (&r, &batch->rows[i], batch->w, bias);
      g_assert_cmpint (mpfr_sgn (r.dl_db), ==, side);
    }
  mpfr_clear (bias);
  batch_reference_clear (&r);
}

static void
test_last_bits (void)
{
  ScopeBatchRow rows[TEST_N_IRIS];
  ScopeBatch batch = { rows, TEST_N_IRIS, { 1, 0, 0 }, FALSE };
  ScopeMinimum minimum;

  test_load_iris (rows);
  scope_minimum_find (&test_flowers, &minimum);
  assert_root (&test_flowers, minimum.b);
  scope_minimum_find (&batch, &minimum);
  g_assert_cmpfloat_with_epsilon (minimum.b, -6.2260, 5e-5);
  assert_root (&batch, minimum.b);
  for (int i = 0; i < 3; i++)
    {
      static const double wirings[][3] = { { 0, 1, 0 }, { 0, 0, 1 }, { 1, -0.5, 0.25 } };

      memcpy (batch.w, wirings[i], sizeof batch.w);
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
      assert_root (&batch, minimum.b);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  ScopeBatchRow rows[30];

  for (int round = 0; round < 150; round++)
    {
      ScopeBatch batch = { rows, (size_t) g_rand_int_range (random, 2, 30), { 1, 0, 0 }, FALSE };
      double reach = ldexp (1, g_rand_int_range (random, -3, 7));
      ScopeMinimum minimum;

      for (size_t i = 0; i < batch.n; i++)
        for (int k = 0; k < 3; k++)
          {
            rows[i].a[k] = g_rand_double_range (random, -reach, reach);
            rows[i].observed = i < 2 ? (unsigned) i : (unsigned) g_rand_int_range (random, 0, 3);
            if (round % 2)
              batch.w[k] = g_rand_double_range (random, -3, 3);
          }
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      if (minimum.kind == SCOPE_MINIMUM_FINITE)
        assert_root (&batch, minimum.b);
      else
        g_assert_true (minimum.dl_db_at_minus_infinity * minimum.dl_db_at_plus_infinity >= 0);
    }
}

/* So many rows that the search begins with an estimate: to the last bit all the same, also where
 * most of them are saturated, and where the minimum is farther away than is looked for one. */
static void
test_many_rows (void)
{
  enum
  {
    N = 600
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  ScopeBatchRow rows[N];

  for (int round = 0; round < 12; round++)
    {
      ScopeBatch batch = { rows, N, { 1, 0, 0 }, round % 4 == 0 };
      double reach = ldexp (1, 2 * (round % 6)), away = round == 7 ? 1e4 : 0, root;
      ScopeMinimum minimum;

      for (size_t i = 0; i < N; i++)
        {
          for (int k = 0; k < 3; k++)
            rows[i].a[k] = g_rand_double_range (random, -reach, reach);
          rows[i].a[0] += away;
          rows[i].observed = (unsigned) g_rand_int_range (random, 0, 3);
        }
      for (int k = 0; k < 3 && round % 3 == 2; k++)
        batch.w[k] = g_rand_double_range (random, -3, 3);
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
      assert_root (&batch, minimum.b);
      if (scope_batch_root (&batch, &root))
        g_assert_cmpfloat_with_epsilon (root, minimum.b, 1e-6 * (1 + fabs (minimum.b)));
      else
        g_assert_cmpfloat (away, >, 0);
    }
}

/* Many rows whose curve is flat between two bends, or nearly so: the middle, as for two of them. */
static void
test_many_flat_rows (void)
{
  enum
  {
    N = 600
  };
  static const double bends[][2]
    = { { 30, 31 }, { 300, 320 }, { 360, 372 }, { 6000, 6400 }, { 30000, 32000 } };

  for (guint i = 0; i < G_N_ELEMENTS (bends); i++)
    {
      ScopeBatchRow rows[N];
      ScopeBatch batch = { rows, N, { 1, 0, 0 }, FALSE };
      ScopeMinimum minimum, of_two;

      for (size_t row = 0; row < N; row++)
        rows[row] = (ScopeBatchRow) { { row % 2 ? bends[i][0] : -bends[i][1] }, row % 2 };
      scope_minimum_find (&batch, &minimum);
      batch.n = 2;
      scope_minimum_find (&batch, &of_two);
      g_assert_cmpint (minimum.kind, ==, of_two.kind);
      g_assert_cmpfloat (minimum.b, ==, of_two.b);
    }
}

/* Which ends pull, and what the loss falls towards. */
static void
test_kinds (void)
{
  static const struct
  {
    unsigned observed[2];
    double w[3];
    ScopeMinimumKind kind;
    double bound; /* of two rows with a = 0, 0, 0 */
  } rows[] = {
    { { 0, 0 }, { 1, 0, 0 }, SCOPE_MINIMUM_AT_PLUS_INFINITY, 0 },
    { { 0, 0 }, { -1, 0, 0 }, SCOPE_MINIMUM_AT_MINUS_INFINITY, 0 },
    { { 1, 2 }, { 1, 0, 0 }, SCOPE_MINIMUM_AT_MINUS_INFINITY, 2 * G_LN2 },
    { { 1, 1 }, { 1, 1, 0 }, SCOPE_MINIMUM_AT_PLUS_INFINITY, 2 * G_LN2 },
    { { 0, 1 }, { 1, 1, 1 }, SCOPE_MINIMUM_FLAT, 2 * SCOPE_GUESS_LOSS },
    { { 0, 0 }, { 1, 1, 1 }, SCOPE_MINIMUM_FLAT, 2 * SCOPE_GUESS_LOSS },
    { { 0, 1 }, { 1, 0, 0 }, SCOPE_MINIMUM_FINITE, 3 * G_LN2 },
    { { 1, 1 }, { 1, 0, -1 }, SCOPE_MINIMUM_FINITE, 2 * SCOPE_GUESS_LOSS },
    { { 0, 0 }, { 1, 0, -1 }, SCOPE_MINIMUM_AT_PLUS_INFINITY, 0 },
    { { 0, 2 }, { 1, 0, -1 }, SCOPE_MINIMUM_FINITE, 2 * SCOPE_GUESS_LOSS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScopeBatchRow pair[] = { { { 0 }, rows[i].observed[0] }, { { 0 }, rows[i].observed[1] } };
      ScopeBatch batch = { pair, 2, { rows[i].w[0], rows[i].w[1], rows[i].w[2] }, FALSE };
      ScopeMinimum minimum;

      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpint (minimum.kind, ==, rows[i].kind);
      g_assert_true (scope_minimum_is_endless (minimum.kind)
                     == (rows[i].kind != SCOPE_MINIMUM_FINITE && rows[i].kind != SCOPE_MINIMUM_FLAT));
      g_assert_cmpfloat_with_epsilon (minimum.bound, rows[i].bound, 1e-15);
      batch.mean = TRUE;
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (minimum.bound, rows[i].bound / 2, 1e-15);
    }
}

static void
test_extremes (void)
{
  static const struct
  {
    double a[2]; /* the first logit of a row with class 1 observed, and of one with class 2 */
    double w;
    ScopeMinimumKind kind;
    double b;
  } rows[] = {
    { { -1e5, 1e5 }, 1, SCOPE_MINIMUM_FINITE, G_LN2 },  /* all slopes cross near the middle */
    { { 1e5, -1e5 }, 1, SCOPE_MINIMUM_FINITE, 0 },      /* no slope at all for a long way */
    { { 1e5, -1e5 + 2 }, 1, SCOPE_MINIMUM_FINITE, -1 }, /* and one whose middle is elsewhere */
    { { 1e300, 1e300 }, 1, SCOPE_MINIMUM_FINITE, -1e300 },
    { { 1e300, 1e300 }, 1e-9, SCOPE_MINIMUM_BEYOND, -DBL_MAX },
    { { 1, 1 }, 1e300, SCOPE_MINIMUM_FINITE, -0.3e-300 },
    { { 1, 1 }, 1e-310, SCOPE_MINIMUM_BEYOND, -DBL_MAX },
    { { -1, -1 }, 1e-310, SCOPE_MINIMUM_BEYOND, DBL_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const ScopeBatchRow pair[] = { { { rows[i].a[0] }, 0 }, { { rows[i].a[1] }, 1 } };
      const ScopeBatch batch = { pair, 2, { rows[i].w }, FALSE };
      ScopeMinimum minimum;

      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpint (minimum.kind, ==, rows[i].kind);
      if (rows[i].kind == SCOPE_MINIMUM_FINITE)
        g_assert_cmpfloat_with_epsilon (minimum.b, rows[i].b, fmax (1 / rows[i].w, 1e-15 * fabs (minimum.b)));
      else
        g_assert_cmpfloat (minimum.b, ==, rows[i].b);
      g_assert_false (isnan (minimum.at.loss));
    }
}

/* What rounding leaves of a minimum at exactly 0 was −1.08e−20. */
static void
test_zero (void)
{
  static const ScopeBatchRow pairs[][2] = {
    { { { 0, 0, 0 }, 0 }, { { 0, 0, -40 }, 1 } },
    { { { 0, 0, -40 }, 0 }, { { 0, 0, 0 }, 1 } },
    { { { 3, 3, -30 }, 1 }, { { 7, 7, -33 }, 0 } },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (pairs); i++)
    for (int size = -300; size <= 300; size += 100)
      {
        double w = ldexp (1, size);
        ScopeBatchRow rows[100]; /* the second time so many that the search begins with an estimate */
        const ScopeBatch batch = { rows, i % 2 ? 100 : 2, { w, -w, 0 }, i / 2 % 2 };
        ScopeMinimum minimum;

        for (guint row = 0; row < 100; row++)
          rows[row] = pairs[i / 2][row % 2];
        g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
        g_assert_cmpfloat (minimum.b, ==, 0);
        g_assert_false (signbit (minimum.b));
      }
}

/* How many passes over the rows it takes to find a hundred minima of a kind. */
static void
test_passes (void)
{
  static const struct
  {
    size_t n;
    double reach, apart; /* of all logits, and of the two classes' half points */
    guint most;
  } kinds[]
    = { { 3, 4, 0, 1050 }, { 2, 1, 12, 800 }, { 4, 1e6, 0, 13800 }, { 200, 5, 0, 190 }, { 200, 1, 30, 185 } };
  ScopeBatchRow rows[200];
  guint64 random = 61;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint passes = 0;

      for (guint round = 0; round < 100; round++)
        {
          double scale = round % 2 ? 1 : 0.25;
          const ScopeBatch batch = { rows, kinds[i].n, { scale, 0, 0 }, FALSE };
          ScopeMinimum minimum;

          for (guint row = 0; row < batch.n; row++)
            {
              rows[row].observed = row % 2;
              for (guint k = 0; k < 3; k++)
                rows[row].a[k] = test_uniform (&random, -1, 1) * kinds[i].reach;
              rows[row].a[0] += (row % 2 ? -1 : 1) * kinds[i].apart;
            }
          g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
          g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
          passes += minimum.passes;
        }
      g_test_message ("kind %u: %u passes", i, passes);
      g_assert_cmpuint (passes, <=, kinds[i].most);
    }
}

/* Whatever the numbers: the search ends, and slopes have their signs on either side. */
static void
test_every_size (void)
{
  guint64 random = 19;
  ScopeBatchRow rows[80];
  unsigned most = 0;

  for (int round = 0; round < 3000; round++)
    {
      ScopeBatch batch
        = { rows, 1 + test_next_random (&random) % (round % 8 ? 4 : 80), { 0 }, round % 3 == 0 };
      guint logits = (guint) (test_next_random (&random) % TEST_N_SIZES);
      guint weights = (guint) (test_next_random (&random) % TEST_N_SIZES);
      ScopeMinimum minimum;

      for (guint k = 0; k < 3; k++)
        batch.w[k] = test_any_size (&random, weights);
      for (size_t i = 0; i < batch.n; i++)
        {
          rows[i].observed = (guint) (test_next_random (&random) % 3);
          for (guint k = 0; k < 3; k++)
            rows[i].a[k] = test_any_size (&random, logits);
        }
      g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
      g_assert_cmpuint (minimum.passes, <=, SCOPE_MINIMUM_MOST_PASSES);
      g_assert_false (isnan (minimum.bound));
      most = MAX (most, minimum.passes);
      if (minimum.kind == SCOPE_MINIMUM_FINITE)
        {
          double far = fmax (1e-6 * fabs (minimum.b), 1e-300);
          ScopeBatchOutcome below, above;

          scope_batch_evaluate (&batch, minimum.b - far, &below);
          scope_batch_evaluate (&batch, minimum.b + far, &above);
          g_assert_cmpfloat (minimum.at.loss, <=, below.loss * (1 + 1e-15));
          g_assert_cmpfloat (minimum.at.loss, <=, above.loss * (1 + 1e-15));
        }
    }
  g_test_message ("at most %u passes", most);
}

/* Weights of any size that the quick sums take, the least and the largest of them included, and
 * none beyond: one row that pulls up and one that pulls down, with the root at ln 2 over the
 * weight. */
static void
test_estimate (void)
{
  static const struct
  {
    double weight;
    gboolean quick;
  } rows[] = { { 1e-100, TRUE },   { 0.99e-100, FALSE }, { 1e100, TRUE },   { 1.01e100, FALSE },
               { 1.5e100, FALSE }, { 1e300, FALSE },     { 1e-300, FALSE }, { 1, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (unsigned c = 0; c < 3; c++)
      for (int sign = -1; sign <= 1; sign += 2)
        {
          const ScopeBatchRow pair[] = { { { 0 }, c }, { { 0 }, (c + 1) % 3 } };
          ScopeBatch batch = { pair, 2, { 0 }, FALSE };
          double weight = sign * rows[i].weight, root;

          batch.w[c] = weight;
          g_assert_true (scope_batch_root (&batch, &root) == rows[i].quick);
          if (rows[i].quick)
            g_assert_cmpfloat_with_epsilon (root * weight, G_LN2, 1e-12);
        }
}

/* b₃ on one class that is never observed: it goes out of sight, and what is left is −ln of each
 * observed class's share of the other two, ln (1 + e^{∓1.25}); at −∞, or at +∞ where the weight is
 * negative. */
static void
test_bounds (void)
{
  for (unsigned turn = 0; turn < 3; turn++)
    for (int sign = -1; sign <= 1; sign += 2)
      {
        unsigned i = (turn + 1) % 3, j = (turn + 2) % 3;
        ScopeBatchRow rows[3];
        ScopeBatch batch = { rows, 3, { 0 }, FALSE };
        ScopeMinimum minimum;

        batch.w[turn] = sign;
        for (int row = 0; row < 3; row++)
          {
            rows[row].a[turn] = 7;
            rows[row].a[i] = 0.25;
            rows[row].a[j] = 1.5;
            rows[row].observed = row == 0 ? i : j;
          }
        g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
        g_assert_cmpint (minimum.kind, ==,
                         sign > 0 ? SCOPE_MINIMUM_AT_MINUS_INFINITY : SCOPE_MINIMUM_AT_PLUS_INFINITY);
        g_assert_cmpfloat_with_epsilon (minimum.bound, log1p (exp (1.25)) + 2 * log1p (exp (-1.25)), 1e-15);
      }
}

/* Limits that underflow have no sign. */
static void
test_limits_of_nothing (void)
{
  const ScopeBatchRow rows[] = { { { 0 }, 0 }, { { 0 }, 1 } };
  ScopeBatch batch = { rows, 2, { 0x1p-1074, 0, 0 }, TRUE };
  ScopeMinimum minimum;

  g_assert_cmpint (scope_minimum_limits (&batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_true (minimum.dl_db_at_minus_infinity == 0 && !signbit (minimum.dl_db_at_minus_infinity));
  g_assert_true (minimum.dl_db_at_plus_infinity == 0 && !signbit (minimum.dl_db_at_plus_infinity));
  g_assert_cmpint (minimum.kind, ==, SCOPE_MINIMUM_FINITE);
}

static void
test_refuses (void)
{
  const ScopeBatch none = { NULL, 0, { 1, 0, 0 }, FALSE };
  ScopeBatch bad = test_flowers;
  ScopeMinimum minimum;

  bad.w[2] = INFINITY;
  g_assert_cmpint (scope_minimum_find (&none, &minimum), ==, SCOPE_STATUS_NO_ROWS);
  g_assert_cmpint (scope_minimum_limits (&bad, &minimum), ==, SCOPE_STATUS_NOT_FINITE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minimum/three-flowers", test_three_flowers);
  g_test_add_func ("/minimum/last-bits", test_last_bits);
  g_test_add_func ("/minimum/random", test_random);
  g_test_add_func ("/minimum/many-rows", test_many_rows);
  g_test_add_func ("/minimum/many-flat-rows", test_many_flat_rows);
  g_test_add_func ("/minimum/kinds", test_kinds);
  g_test_add_func ("/minimum/extremes", test_extremes);
  g_test_add_func ("/minimum/zero", test_zero);
  g_test_add_func ("/minimum/any-size", test_every_size);
  g_test_add_func ("/minimum/estimate", test_estimate);
  g_test_add_func ("/minimum/bounds", test_bounds);
  g_test_add_func ("/minimum/limits-of-nothing", test_limits_of_nothing);
  g_test_add_func ("/minimum/refuses", test_refuses);
  g_test_add_func ("/minimum/passes", test_passes);
  return g_test_run ();
}
