/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hidden.h"
#include "state-compare.h"
#include "state-object.h"
#include "state.h"

/* A question ends in its answer, whatever else is hidden. */
static void
test_question (void)
{
  static const unsigned hidden[] = { 0, SCOPE_QUANTITY_ALL, SCOPE_QUANTITY_PROBABILITY, SCOPE_QUANTITY_LOSS };

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    for (guint part = SCOPE_SHOW_ANSWERS;; part = SCOPE_SHOW_ESTIMATE)
      {
        g_autoptr (ScopeState) state = scope_state_new ();
        const ScopeParameters *in = scope_state_get_parameters (state);
        unsigned places;

        scope_state_set_hide (state, hidden[i]);
        scope_state_advance_prediction (state, part);
        places = scope_hidden_places (scope_state_get_hide (state), in);
        g_assert_true (places & SCOPE_PLACE_GRADIENT);
        scope_state_advance_prediction (state, part);
        places = scope_hidden_places (scope_state_get_hide (state), in);
        g_assert_false (places & SCOPE_PLACE_GRADIENT);
        g_assert_true (scope_state_get_show (state) & part);
        /* Hidden once more the question is asked once more. */
        scope_state_set_hide (state, SCOPE_QUANTITY_ALL);
        scope_state_advance_prediction (state, part);
        scope_state_advance_prediction (state, part);
        g_assert_false (scope_state_get_show (state) & part);
        if (part == SCOPE_SHOW_ESTIMATE)
          break;
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/answered", test_question);
  return g_test_run ();
}
