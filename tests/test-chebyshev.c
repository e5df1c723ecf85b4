/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chebyshev.h"

#include <float.h>
#include <glib.h>
#include <math.h>

#include "random.h"

static void
test_nodes (void)
{
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (0, 1), 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (0, 2), -sqrt (0.5), 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (1, 2), sqrt (0.5), 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (0, 3), -sqrt (0.75), 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (1, 3), 0, 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (2, 3), sqrt (0.75), 1e-15);
  g_assert_cmpfloat_with_epsilon (scope_chebyshev_node (5, 6), cos (G_PI / 12), 1e-15);
}

/* A sum of one T_m is cos (m·arccos t), of two their sum. */
static void
test_sum (void)
{
  guint64 random = 12;

  for (guint m = 0; m < SCOPE_CHEBYSHEV_MOST; m++)
    for (int i = 0; i < 20; i++)
      {
        double t = i == 0 ? -1 : i == 1 ? 1 : test_uniform (&random, -1, 1);
        double coefficients[SCOPE_CHEBYSHEV_MOST + 2] = { 0 };

        coefficients[m] = 2.5;
        coefficients[SCOPE_CHEBYSHEV_MOST] = NAN;
        g_assert_cmpfloat_with_epsilon (scope_chebyshev_sum (coefficients, m + 1, t),
                                        2.5 * cos (m * acos (t)), 1e-13);
        g_assert_cmpfloat_with_epsilon (scope_chebyshev_sum (coefficients, SCOPE_CHEBYSHEV_MOST, t),
                                        2.5 * cos (m * acos (t)), 1e-13);
        coefficients[m + 1] = coefficients[m + 2 - (m == SCOPE_CHEBYSHEV_MOST - 1)] = NAN; /* not asked for */
        coefficients[0] += 1;
        g_assert_cmpfloat_with_epsilon (scope_chebyshev_sum (coefficients, m + 1, t),
                                        1 + 2.5 * cos (m * acos (t)), 1e-13);
      }
}

/* Through so many nodes each T_m comes out as itself, also where values are nearly too large. */
static void
test_fit (void)
{
  static const double sizes[] = { 1, 0.9 * DBL_MAX, 1e-300 };

  for (guint n = 1; n <= SCOPE_CHEBYSHEV_MOST; n++)
    for (guint m = 0; m < n; m++)
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        {
          double values[SCOPE_CHEBYSHEV_MOST], fit[SCOPE_CHEBYSHEV_MOST + 1];

          for (guint i = 0; i < n; i++)
            values[i] = sizes[k] * cos (m * acos (scope_chebyshev_node (i, n)));
          fit[n] = 42;
          scope_chebyshev_fit (values, n, fit);
          for (guint i = 0; i < n; i++)
            g_assert_cmpfloat_with_epsilon (fit[i] / sizes[k], i == m, 1e-14);
          g_assert_cmpfloat (fit[n], ==, 42);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chebyshev/nodes", test_nodes);
  g_test_add_func ("/chebyshev/sum", test_sum);
  g_test_add_func ("/chebyshev/fit", test_fit);
  return g_test_run ();
}
