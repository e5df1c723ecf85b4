/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hidden.h"

#include <glib.h>
#include <string.h>

/* What is hidden gives itself away in just these places: with the weights u, v, v probability and
 * gradient are one number, with three different weights they are two. */
static void
test_places (void)
{
  enum
  {
    P = SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_CLOSED_FORM,
    GRADIENT = SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_CLOSED_FORM,
  };
  static const struct
  {
    double w[3];
    unsigned observed, hidden, places;
  } rows[] = {
    { { 1, 2, 3 }, 0, SCOPE_QUANTITY_PROBABILITY, P },
    { { 1, 2, 3 }, 1, SCOPE_QUANTITY_GRADIENT, GRADIENT },
    { { 2, 2, 2 }, 1, SCOPE_QUANTITY_PROBABILITY, P },
    { { 1, 0, 0 }, 0, SCOPE_QUANTITY_PROBABILITY, P | GRADIENT },
    { { 1, 0, 0 }, 0, SCOPE_QUANTITY_GRADIENT, GRADIENT },
    { { 1, 0, 0 }, 1, SCOPE_QUANTITY_GRADIENT, GRADIENT | SCOPE_PLACE_P_OTHERS },
    { { 0, 1, 0 }, 1, SCOPE_QUANTITY_GRADIENT, GRADIENT },
    { { 0, 1, 0 }, 2, SCOPE_QUANTITY_GRADIENT, GRADIENT | SCOPE_PLACE_P_OTHERS },
    { { 3, 3, 1 }, 2, SCOPE_QUANTITY_GRADIENT, GRADIENT },
    { { 3, 3, 1 }, 0, SCOPE_QUANTITY_GRADIENT, GRADIENT | SCOPE_PLACE_P_OTHERS },
    { { 1, 0, 0 }, 1, 0, 0 },
    { { 1, 0, 0 }, 1, SCOPE_QUANTITY_LOSS, SCOPE_PLACE_LOSS },
    { { 1, 0, 0 }, 1, SCOPE_QUANTITY_DL_DP, SCOPE_PLACE_DL_DP | SCOPE_PLACE_CLOSED_FORM },
    { { 1, 0, 0 }, 1, SCOPE_QUANTITY_DP_DZ, SCOPE_PLACE_DP_DZ | SCOPE_PLACE_CLOSED_FORM },
    { { 1, 0, 0 }, 1, SCOPE_QUANTITY_DZ_DB, SCOPE_PLACE_DZ_DB },
    { { 1, 2, 3 }, 1, SCOPE_QUANTITY_ALL, SCOPE_PLACE_ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopeParameters in = { .b = 1, .observed = rows[i].observed };

      memcpy (in.w, rows[i].w, sizeof in.w);
      g_test_message ("row %u", i);
      g_assert_cmphex (scope_hidden_places (rows[i].hidden, &in), ==, rows[i].places);
    }
}

static void
test_of_p (void)
{
  for (unsigned o = 0; o < 3; o++)
    for (unsigned k = 0; k < 3; k++)
      {
        const ScopeParameters in = { .observed = o };

        g_assert_cmpint (scope_hidden_place_of_p (&in, k), ==,
                         k == o ? SCOPE_PLACE_P_OBSERVED : SCOPE_PLACE_P_OTHERS);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/places/hidden", test_places);
  g_test_add_func ("/places/of-p", test_of_p);
  return g_test_run ();
}
