/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "quick.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "difference.h"
#include "random.h"

#define ERROR 2.5e-13

/* Whether the differences are what is promised, or there are none. */
static int
check (const ScopeBatchRow *row, const double w[3], double b)
{
  ScopeParameters parameters = { .b = b, .observed = row->observed };
  double d[3];
  int m = scope_quick_differences (row, w, b, d);

  g_assert_true (m >= -1 && m < 3);
  if (m < 0)
    return m;
  memcpy (parameters.a, row->a, sizeof parameters.a);
  memcpy (parameters.w, w, sizeof parameters.w);
  g_assert_cmpfloat (d[m], ==, 0);
  for (unsigned k = 0; k < 3; k++)
    {
      double exact = (double) scope_difference (&parameters, k, (unsigned) m).hi;
      double size = d[k] <= -SCOPE_QUICK_FAR ? fabs (exact) : 1;

      g_assert_cmpfloat (exact, <=, ERROR);
      g_assert_cmpfloat_with_epsilon (d[k], exact, ERROR * size);
    }
  return m;
}

/* Ordinary numbers are always taken, with any class as the leader, which another one may be at b = 0. */
static void
test_ordinary (void)
{
  guint64 random = 61;
  guint counts[3] = { 0 };

  for (guint round = 0; round < 20000; round++)
    {
      ScopeBatchRow row = { .observed = round % 3 };
      double w[3];
      int m;

      for (guint k = 0; k < 3; k++)
        {
          row.a[k] = test_uniform (&random, -20, 20);
          w[k] = test_uniform (&random, -4, 4);
        }
      m = check (&row, w, test_uniform (&random, -30, 30));
      g_assert_cmpint (m, >=, 0);
      counts[m]++;
    }
  for (guint k = 0; k < 3; k++)
    g_assert_cmpuint (counts[k], >, 5000);
}

/* Terms of every size, of which one may nearly undo another. */
static void
test_cancelled (void)
{
  guint64 random = 62;
  guint n_taken = 0, n_left = 0;

  for (guint round = 0; round < 200000; round++)
    {
      ScopeBatchRow row = { .observed = round % 3 };
      double w[3], b = test_spread (&random, -3, 14);

      for (guint k = 0; k < 3; k++)
        {
          row.a[k] = test_spread (&random, -3, 14);
          w[k] = test_spread (&random, -3, 3);
        }
      if (round % 2)
        row.a[1] = row.a[0] + (w[0] - w[1]) * b + test_uniform (&random, -700, 700);
      if (round % 4 > 1)
        row.a[2] = row.a[0] + (w[0] - w[2]) * b + test_uniform (&random, -30, 30);
      if (check (&row, w, b) >= 0)
        n_taken++;
      else
        n_left++;
    }
  g_assert_cmpuint (n_taken, >, 20000);
  g_assert_cmpuint (n_left, >, 20000);
}

/* Straight lines of any size are taken where nothing cancels; what overflows or is no number is not. */
static void
test_extremes (void)
{
  const ScopeBatchRow row = { { 1, 2, 3 }, 0 }, huge = { { 1e308, -1e308, 0 }, 0 };
  const double w[3] = { 1, 0, -0.5 }, same[3] = { 0 };

  for (double b = 1e4; b <= 1e299; b *= 1e5)
    {
      g_assert_cmpint (check (&row, w, b), ==, 0);
      g_assert_cmpint (check (&row, w, -b), ==, 2);
    }
  g_assert_cmpint (check (&row, w, 1e305), ==, -1);
  g_assert_cmpint (check (&huge, w, 0), ==, -1);
  g_assert_cmpint (check (&huge, w, 1e308), ==, -1);
  g_assert_cmpint (check (&row, same, 1e308), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quick/ordinary", test_ordinary);
  g_test_add_func ("/quick/cancelled", test_cancelled);
  g_test_add_func ("/quick/extremes", test_extremes);
  return g_test_run ();
}
