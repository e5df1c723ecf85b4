/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"

#include <glib.h>
#include <math.h>

#include "random.h"

static void
find (const ScopeParameters *in, unsigned hidden, ScopeAnswer answers[SCOPE_N_ANSWERS])
{
  ScopeOutcome outcome;

  g_assert_cmpint (scope_evaluate (in, &outcome), ==, SCOPE_STATUS_OK);
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
  g_test_add_func ("/answers/random", test_random);
  g_test_add_func ("/answers/any-size", test_every_size);
  return g_test_run ();
}
