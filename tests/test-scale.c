/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <float.h>
#include <glib.h>
#include <math.h>

#include "scale.h"

static void
test_map (void)
{
  const ScopeScale up = { -10, 10, 500, 100 };
  const ScopeScale whole = { -DBL_MAX, DBL_MAX, 0, 100 };

  g_assert_cmpfloat (scope_scale_to_px (&up, -10), ==, 500);
  g_assert_cmpfloat (scope_scale_to_px (&up, 10), ==, 100);
  g_assert_cmpfloat (scope_scale_to_data (&up, 300), ==, 0);
  g_assert_cmpfloat (scope_scale_to_px (&whole, 0), ==, 50);
  g_assert_cmpfloat (scope_scale_to_data (&whole, 100), ==, DBL_MAX);
}

/* The least doubles have no halves, and their range is one as good as any. */
static void
test_map_of_least (void)
{
  const double least = DBL_TRUE_MIN;
  const ScopeScale one = { 0, least, 0, 100 };
  const ScopeScale two = { -least, least, 0, 100 };
  const ScopeScale ulp = { 1, 1 + DBL_EPSILON, 0, 100 };

  g_assert_cmpfloat (scope_scale_to_px (&one, 0), ==, 0);
  g_assert_cmpfloat (scope_scale_to_px (&one, least), ==, 100);
  g_assert_cmpfloat (scope_scale_to_px (&two, 0), ==, 50);
  g_assert_cmpfloat (scope_scale_to_px (&ulp, 1 + DBL_EPSILON), ==, 100);
}

static void
test_ticks (void)
{
  static const struct
  {
    double lo, hi;
    size_t most;
    double first, step;
    size_t count;
    unsigned decimals;
  } rows[] = {
    { -10, 10, 11, -10, 2, 11, 0 },  { -10, 10, 5, -10, 5, 5, 0 },
    { -1.1, 1.1, 5, -1, 0.5, 5, 1 }, { 0, 1, 11, 0, 0.1, 11, 1 },
    { 0.3, 0.9, 4, 0.4, 0.2, 3, 1 }, { -1e300, 1e300, 5, -1e300, 5e299, 5, 0 },
    { -17, 3, 10, -16, 2, 10, 0 },   { 0, 1e-300, 5, 0, 5e-301, 3, 301 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeTicks ticks;

      scope_scale_ticks (rows[i].lo, rows[i].hi, rows[i].most, &ticks);
      g_assert_cmpuint (ticks.count, ==, rows[i].count);
      g_assert_cmpfloat_with_epsilon (ticks.step / rows[i].step, 1, 1e-12);
      g_assert_cmpfloat_with_epsilon (ticks.first, rows[i].first, 1e-12 * fabs (rows[i].step));
      g_assert_cmpuint (ticks.decimals, ==, rows[i].decimals);
    }
}

/* Whatever the range: at least one tick, none outside, none twice, rising. */
static void
test_any_range (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int i = 0; i < 50000; i++)
    {
      double middle = ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -60, 1000));
      double half = ldexp (g_rand_double_range (random, 0.5, 1), g_rand_int_range (random, -80, 1000));
      double lo = middle - half, hi = middle + half;
      size_t most = (size_t) g_rand_int_range (random, 2, 50);
      ScopeTicks ticks;

      if (!(lo < hi) || !isfinite (lo) || !isfinite (hi))
        continue;
      scope_scale_ticks (lo, hi, most, &ticks);
      g_assert_cmpuint (ticks.count, >=, 1);
      g_assert_cmpuint (ticks.count, <=, most);
      for (size_t t = 0; t < ticks.count; t++)
        {
          double value = scope_scale_tick_value (&ticks, t);
          /* A tick's own rounding, no more. */
          double slack = 2 * DBL_EPSILON * fmax (fabs (lo), fabs (hi));

          g_assert_true (value >= lo - slack && value <= hi + slack);
          if (t > 0)
            g_assert_cmpfloat (value, >, scope_scale_tick_value (&ticks, t - 1));
        }
    }
}

static void
test_exact_values (void)
{
  ScopeTicks ticks;

  scope_scale_ticks (-1, 1, 21, &ticks);
  g_assert_cmpfloat (scope_scale_tick_value (&ticks, 10), ==, 0);
  g_assert_false (signbit (scope_scale_tick_value (&ticks, 10)));
  g_assert_cmpfloat (scope_scale_tick_value (&ticks, 13), ==, 0.3);
  g_assert_cmpfloat (scope_scale_tick_value (&ticks, 7), ==, -0.3);
}

/* No multiple of a step fits between two neighbours: the tick still says which of them it is. */
static void
test_no_room (void)
{
  ScopeTicks ticks;

  scope_scale_ticks (1 + DBL_EPSILON, 1 + 2 * DBL_EPSILON, 8, &ticks);
  g_assert_cmpuint (ticks.count, ==, 1);
  g_assert_cmpuint (ticks.decimals, ==, 17);
}

/* What is a 1-2-5 number already is its own bound, over the whole of double's range. */
static void
test_bound_of_itself (void)
{
  static const char *const digits[] = { "1", "2", "5" };

  for (int exponent = -323; exponent <= 308; exponent++)
    for (int i = 0; i < (exponent == 308 ? 1 : 3); i++)
      {
        g_autofree char *text = g_strdup_printf ("%se%d", digits[i], exponent);
        double value = g_ascii_strtod (text, NULL);

        g_assert_cmpfloat (scope_scale_bound_125 (value), ==, value);
        g_assert_cmpfloat (scope_scale_bound_125 (nextafter (value, 0)), ==,
                           exponent == -323 && i == 0 ? DBL_TRUE_MIN : value);
      }
  g_assert_cmpfloat (scope_scale_bound_125 (DBL_TRUE_MIN), ==, DBL_TRUE_MIN);
  /* Its logarithm is no number, let alone a whole one. */
  g_assert_cmpfloat (scope_scale_bound_125 (0), ==, DBL_TRUE_MIN);
  g_assert_cmpfloat (scope_scale_round_125 (1.23456e300, 1e299), ==, 1.2e300);
}

static void
test_125 (void)
{
  g_assert_cmpfloat (scope_scale_bound_125 (10), ==, 10);
  g_assert_cmpfloat (scope_scale_bound_125 (10.1), ==, 20);
  g_assert_cmpfloat (scope_scale_bound_125 (700), ==, 1000);
  g_assert_cmpfloat (scope_scale_bound_125 (0.3), ==, 0.5);
  g_assert_cmpfloat (scope_scale_bound_125 (DBL_MAX), ==, DBL_MAX);
  g_assert_cmpfloat (scope_scale_round_125 (-1.23456, 0.03), ==, -1.24);
  g_assert_cmpfloat (scope_scale_round_125 (1.23456, 0.01), ==, 1.23);
  g_assert_cmpfloat (scope_scale_round_125 (0.3, 0.1), ==, 0.3);
  g_assert_cmpfloat (scope_scale_round_125 (1.23456, 0), ==, 1.23456);
  g_assert_cmpfloat (scope_scale_round_125 (1e300, 1e-5), ==, 1e300);
  g_assert_false (signbit (scope_scale_round_125 (-0.001, 0.1)));
}

/* The double of the short decimal number, not one beside it. */
static void
test_round_digits (void)
{
  g_assert_cmpfloat (scope_scale_round_digits (0.0012345), ==, 0.0012);
  g_assert_cmpfloat (scope_scale_round_digits (6.99e-9), ==, 7e-9);
  g_assert_cmpfloat (scope_scale_round_digits (9.96e-12), ==, 1e-11);
  g_assert_cmpfloat (scope_scale_round_digits (1e-12), ==, 1e-12);
  g_assert_cmpfloat (scope_scale_round_digits (1), ==, 1);
  g_assert_cmpfloat (scope_scale_round_digits (987.6), ==, 990);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/map", test_map);
  g_test_add_func ("/scale/map-of-least", test_map_of_least);
  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/any-range", test_any_range);
  g_test_add_func ("/scale/exact-values", test_exact_values);
  g_test_add_func ("/scale/no-room", test_no_room);
  g_test_add_func ("/scale/bound-of-itself", test_bound_of_itself);
  g_test_add_func ("/scale/125", test_125);
  g_test_add_func ("/scale/round-digits", test_round_digits);
  return g_test_run ();
}
