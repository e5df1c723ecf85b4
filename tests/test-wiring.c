/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <string.h>

#include "wiring.h"

static void
test_weights (void)
{
  static const double expected[][3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 }, { 1, 1, 1 }, { 0, 0, 1 } };

  for (int wiring = SCOPE_WIRING_CLASS_1; wiring <= SCOPE_WIRING_OBSERVED; wiring++)
    {
      double w[4] = { 9, 9, 9, 9 };

      scope_wiring_weights ((ScopeWiring) wiring, 2, w);
      g_assert_cmpmem (w, sizeof expected[wiring], expected[wiring], sizeof expected[wiring]);
      g_assert_cmpfloat (w[3], ==, 9); /* what lies behind them */
    }

  double custom[3] = { 9, 8, 7 };
  scope_wiring_weights (SCOPE_WIRING_CUSTOM, 0, custom);
  g_assert_cmpfloat (custom[1], ==, 8);
}

static void
test_from_weights (void)
{
  g_assert_cmpint (scope_wiring_from_weights ((double[]) { 0, 1, 0 }), ==, SCOPE_WIRING_CLASS_2);
  g_assert_cmpint (scope_wiring_from_weights ((double[]) { 1, 1, 1 }), ==, SCOPE_WIRING_ALL);
  g_assert_cmpint (scope_wiring_from_weights ((double[]) { 1, 1, 0 }), ==, SCOPE_WIRING_CUSTOM);
}

static void
test_path (void)
{
  static const struct
  {
    double w[3];
    unsigned observed, path;
  } cases[] = { { { 1, 0, 0 }, 0, 0 }, { { 1, 0, 0 }, 2, 0 }, { { 0, 0, 2 }, 0, 2 },
                { { 1, 1, 1 }, 1, 1 }, { { 0, 3, 4 }, 0, 1 }, { { 0, 0, 0 }, 2, 2 } };

  for (unsigned i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeParameters in = { .b = 5, .observed = cases[i].observed };

      memcpy (in.w, cases[i].w, sizeof in.w);
      g_assert_cmpuint (scope_wiring_path (&in), ==, cases[i].path);
    }
}

static void
test_only (void)
{
  static const struct
  {
    double w[SCOPE_N_CLASSES];
    unsigned only;
  } cases[] = {
    { { 1, 0, 0 }, 0 },
    { { 0, -2, 0 }, 1 },
    { { 0, 0, 1e-300 }, 2 },
    { { 0, 0, 0 }, SCOPE_N_CLASSES },
    { { 1, 0, -1 }, SCOPE_N_CLASSES },
    { { 1, 1, 1 }, SCOPE_N_CLASSES },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (scope_wiring_only (cases[i].w), ==, cases[i].only);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wiring/weights", test_weights);
  g_test_add_func ("/wiring/from-weights", test_from_weights);
  g_test_add_func ("/wiring/path", test_path);
  g_test_add_func ("/wiring/only", test_only);
  return g_test_run ();
}
