/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "random.h"

static void
find (const ScopeParameters *in, unsigned hidden, ScopeAnswer answers[SCOPE_N_ANSWERS])
{
  ScopeOutcome outcome;

  g_assert_cmpint (scope_outcome_evaluate (in, &outcome), ==, SCOPE_STATUS_OK);
  scope_answers (in, &outcome, hidden, answers);
}

static double
value_of (const ScopeAnswer *answers, ScopeMistake mistake)
{
  for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
    if (answers[i].mistake == mistake)
      return answers[i].value;
  return NAN;
}

static void
test_worked_example (void)
{
  const ScopeParameters own = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 0 };
  const ScopeParameters other = { { 1.0368, 0.0032, 0.1352 }, { 1, 0, 0 }, -2, 2 };
  ScopeAnswer answers[SCOPE_N_ANSWERS];

  find (&own, SCOPE_QUANTITY_GRADIENT, answers);
  g_assert_cmpfloat_with_epsilon (value_of (answers, SCOPE_ANSWER_RIGHT), -0.8491, 1e-4);
  g_assert_cmpfloat_with_epsilon (value_of (answers, SCOPE_ANSWER_FORGOT_ONE), 0.1509, 1e-4);
  g_assert_cmpfloat_with_epsilon (value_of (answers, SCOPE_ANSWER_STOPPED), -6.6278, 1e-4);
  g_assert_cmpfloat (value_of (answers, SCOPE_ANSWER_NO_WIRE), ==, 0);

  find (&other, 0, answers);
  g_assert_cmpfloat_with_epsilon (value_of (answers, SCOPE_ANSWER_RIGHT), 0.1509, 1e-4);
  g_assert_cmpfloat_with_epsilon (value_of (answers, SCOPE_ANSWER_ONE_TOO_MANY), -0.8491, 1e-4);
}

/* The wrong answers in their order: those that the wiring and the observed class allow, that what
 * is hidden does not give away, and that differ from all before them. */
static void
test_each_mistake (void)
{
  enum
  {
    P = SCOPE_QUANTITY_PROBABILITY,
    DL_DP = SCOPE_QUANTITY_DL_DP,
    DP_DZ = SCOPE_QUANTITY_DP_DZ,
    DZ_DB = SCOPE_QUANTITY_DZ_DB,
  };
  static const struct
  {
    double w[3];
    unsigned observed, hidden;
    ScopeMistake mistakes[3];
  } rows[] = {
    { { 1, 0, 0 }, 0, 0, { SCOPE_ANSWER_FORGOT_ONE, SCOPE_ANSWER_STOPPED, SCOPE_ANSWER_NO_WIRE } },
    { { 3, 0, 0 }, 2, 0, { SCOPE_ANSWER_ONE_TOO_MANY, SCOPE_ANSWER_STOPPED, SCOPE_ANSWER_NO_WIRE } },
    { { 3, 0, 0 },
      2,
      DL_DP | DZ_DB,
      { SCOPE_ANSWER_ONE_TOO_MANY, SCOPE_ANSWER_DIAGONAL, SCOPE_ANSWER_SQUARE } },
    { { 1, 0, 0 }, 0, P | DL_DP | DZ_DB, { SCOPE_ANSWER_SQUARE, SCOPE_ANSWER_SIGN, SCOPE_ANSWER_MADE_UP } },
    { { 1, 2, 0 }, 0, DL_DP | DZ_DB, { SCOPE_ANSWER_FORGOT_ONE, SCOPE_ANSWER_ONE_PATH, SCOPE_ANSWER_SIGN } },
    { { 1, 2, 0 }, 2, DL_DP | DZ_DB, { SCOPE_ANSWER_DIAGONAL, SCOPE_ANSWER_SIGN, SCOPE_ANSWER_MADE_UP } },
    { { 1, 2, 4 }, 1, DL_DP, { SCOPE_ANSWER_FORGOT_ONE, SCOPE_ANSWER_ONE_PATH, SCOPE_ANSWER_SIGN } },
    { { 0, 0, 0 }, 1, 0, { SCOPE_ANSWER_STOPPED, SCOPE_ANSWER_DIAGONAL, SCOPE_ANSWER_SQUARE } },
    { { 0, 0, 0 }, 1, DL_DP, { SCOPE_ANSWER_DIAGONAL, SCOPE_ANSWER_SQUARE, SCOPE_ANSWER_MADE_UP } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeParameters in = { { 1.0368, 0.0032, 0.1352 }, { 0 }, -2, rows[i].observed };
      unsigned o = rows[i].observed, k = rows[i].w[o] != 0 ? o : 0;
      ScopeAnswer answers[SCOPE_N_ANSWERS];
      ScopeOutcome out;
      double predicted = 0;

      memcpy (in.w, rows[i].w, sizeof in.w);
      k = in.w[0] == 0 ? o : k;
      scope_outcome_evaluate (&in, &out);
      for (unsigned j = 0; j < 3; j++)
        predicted += out.p[j] * in.w[j];
      find (&in, rows[i].hidden, answers);
      g_test_message ("row %u", i);
      g_assert_cmpfloat (value_of (answers, SCOPE_ANSWER_RIGHT), ==, out.dl_db);
      for (guint j = 0; j < 3; j++)
        {
          const double values[] = { [SCOPE_ANSWER_FORGOT_ONE] = predicted,
                                    [SCOPE_ANSWER_ONE_TOO_MANY] = -out.q[k] * in.w[k],
                                    [SCOPE_ANSWER_STOPPED] = out.dl_dp,
                                    [SCOPE_ANSWER_NO_WIRE] = 0,
                                    [SCOPE_ANSWER_ONE_PATH] = out.path[o],
                                    [SCOPE_ANSWER_DIAGONAL] = -out.q[o],
                                    [SCOPE_ANSWER_SQUARE] = out.dp_dz[k],
                                    [SCOPE_ANSWER_SIGN] = -out.dl_db,
                                    [SCOPE_ANSWER_MADE_UP] = 1 };

          g_assert_cmpfloat (value_of (answers, rows[i].mistakes[j]), ==, values[rows[i].mistakes[j]]);
        }
    }
}

/* Two answers are one unless they differ by more than a hundredth of the larger, at any scale: one
 * path of two, of which the other adds so much of it. */
static void
test_told_apart (void)
{
  static const struct
  {
    double part;
    gboolean apart;
  } rows[] = { { 0.005, FALSE }, { 0.00995, FALSE }, { 0.0101, TRUE }, { 0.015, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (double scale = 1e-3; scale < 2e3; scale *= 1e3)
      {
        ScopeParameters in = { { 1.0368, 0.0032, 0.1352 }, { scale, 0, 0 }, -2 / scale, 0 };
        ScopeAnswer answers[SCOPE_N_ANSWERS];
        ScopeOutcome out;

        /* The weight that makes path 2 take so much off path 1, with the same logits. */
        scope_outcome_evaluate (&in, &out);
        in.w[1] = rows[i].part * scale * out.q[0] / out.p[1];
        in.a[1] -= in.w[1] * in.b;
        find (&in, SCOPE_QUANTITY_DL_DP | SCOPE_QUANTITY_DZ_DB, answers);
        g_assert_true (isfinite (value_of (answers, SCOPE_ANSWER_ONE_PATH)) == rows[i].apart);
      }
}

/* Where everything else is hidden: 1, and halves from one half on. */
static void
test_made_up (void)
{
  const ScopeParameters unwired = { .a = { 1, 0, 0 } }, wired = { .a = { 1, 0, 0 }, .w = { 1, 0, 0 } };
  ScopeAnswer answers[SCOPE_N_ANSWERS];
  double sum = 0;

  find (&unwired, SCOPE_QUANTITY_ALL, answers);
  for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
    sum += answers[i].value;
  g_assert_cmpfloat (sum, ==, 0 + 1 + 0.5 + 1.5);

  /* The gradient and its opposite are two of them. */
  find (&wired, SCOPE_QUANTITY_ALL, answers);
  sum = 0;
  for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
    sum += answers[i].value;
  g_assert_cmpfloat_with_epsilon (sum, 1 + 0.5, 1e-15);
}

/* One is right, all differ to the eye, and the right one is not always in the same place. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  guint at[SCOPE_N_ANSWERS] = { 0 };

  for (guint n = 0; n < 20000; n++)
    {
      ScopeParameters in = { .b = g_rand_double_range (random, -10, 10),
                             .observed = (unsigned) g_rand_int_range (random, 0, 3) };
      ScopeAnswer answers[SCOPE_N_ANSWERS];
      unsigned hidden;
      guint right = 0;

      for (int k = 0; k < 3; k++)
        {
          in.a[k] = g_rand_double_range (random, -10, 10);
          in.w[k] = n % 4 == 3 ? 1 : k == (int) (n % 4);
        }
      hidden = (unsigned) g_rand_int_range (random, 0, SCOPE_QUANTITY_ALL + 1);
      find (&in, hidden, answers);
      for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
        {
          g_assert_true (isfinite (answers[i].value));
          g_assert_false (scope_answer_quantity (answers[i].mistake) & hidden);
          if (answers[i].mistake == SCOPE_ANSWER_RIGHT)
            {
              right++;
              at[i]++;
            }
          for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (answers[i].value, !=, answers[j].value);
        }
      g_assert_cmpuint (right, ==, 1);
    }
  for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
    g_assert_cmpuint (at[i], >, 4000);
}

/* An infinite gradient once had no end of wrong answers looked for. */
static void
test_every_size (void)
{
  guint64 random = 9;
  guint n_infinite = 0;

  for (int n = 0; n < 20000; n++)
    {
      guint kind = (guint) n % TEST_N_SIZES;
      ScopeParameters in = { .observed = (guint) (test_next_random (&random) % 3) };
      ScopeAnswer answers[SCOPE_N_ANSWERS];
      guint right = 0;

      in.b = test_any_size (&random, kind);
      for (guint k = 0; k < 3; k++)
        {
          in.a[k] = test_any_size (&random, kind);
          in.w[k] = n % 7 ? test_any_size (&random, kind) : k == 0 ? -1.7e308 : 1.7e308;
        }
      find (&in, (unsigned) n % (SCOPE_QUANTITY_ALL + 1), answers);
      for (guint i = 0; i < SCOPE_N_ANSWERS; i++)
        {
          right += answers[i].mistake == SCOPE_ANSWER_RIGHT;
          n_infinite += isinf (answers[i].value) != 0;
          g_assert_true (answers[i].mistake == SCOPE_ANSWER_RIGHT || isfinite (answers[i].value));
          for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (answers[i].value, !=, answers[j].value);
        }
      g_assert_cmpuint (right, ==, 1);
    }
  g_assert_cmpuint (n_infinite, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answers/worked-example", test_worked_example);
  g_test_add_func ("/answers/each-mistake", test_each_mistake);
  g_test_add_func ("/answers/made-up", test_made_up);
  g_test_add_func ("/answers/told-apart", test_told_apart);
  g_test_add_func ("/answers/random", test_random);
  g_test_add_func ("/answers/any-size", test_every_size);
  return g_test_run ();
}
