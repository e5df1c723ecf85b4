/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "field.h"

#include <math.h>

#include "state-file.h"
#include "state-object.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

/* Another value than it has; something else goes with some. */
static void
set_other (const ScopeScenarioField *field, ScopeScenario *scenario)
{
  double number;

  switch (field->kind)
    {
    case SCOPE_FIELD_NUMBERS:
      for (unsigned k = 0; k < scope_field_count (field); k++)
        {
          number = scope_field_get_number (field, scenario, k);
          if (field->most == G_MAXDOUBLE)
            number += 0.25;
          else
            number = number == field->most ? field->least : field->most;
          g_assert_true (scope_field_set_number (field, scenario, k, number));
        }
      break;
    case SCOPE_FIELD_CLASSES:
      g_assert_null (
        scope_field_set_names (field, scenario, (const char *const[]) { "cat; dog", "a=b", "ρόδο" }));
      break;
    case SCOPE_FIELD_TEXT:
      scope_field_set_text (field, scenario, "Rose; of a=garden");
      break;
    case SCOPE_FIELD_CLASS:
    case SCOPE_FIELD_WIRING:
    case SCOPE_FIELD_PARTS:
    case SCOPE_FIELD_QUANTITIES:
    default:
      g_assert_true (scope_field_set_whole (field, scenario, scope_field_get_whole (field, scenario) ^ 2));
    }
}

/* Whichever field is another: the scenario is another, the state that takes it leads back by undo, and keeps it. */
static void
test_every_field (void)
{
  const ScopeScenarioField *field;

  for (guint i = 0; (field = scope_field_get (i)) != NULL; i++)
    {
      g_autoptr (ScopeState) state = scope_state_new (), again = scope_state_new ();
      g_autofree char *text = NULL;
      ScopeScenario start = *scope_state_get_scenario (state), other = start;
      ScopeScenario named;

      g_test_message ("%s", field->name);
      g_assert_true (scope_field_find (field->offset) == field);
      g_assert_true (scope_field_all_equal (&other, &start));
      set_other (field, &other);
      g_assert_false (scope_field_equal (field, &other, &start));
      g_assert_false (scope_field_all_equal (&other, &start));
      scope_state_set_scenario (state, &other);
      g_assert_true (scope_field_equal (field, scope_state_get_scenario (state), &other));
      named = *scope_state_get_scenario (state);
      text = scope_state_save (state);
      g_assert_true (scope_state_restore (again, text));
      g_assert_true (scope_field_all_equal (scope_state_get_scenario (again), &named));
      scope_state_undo (state);
      g_assert_true (scope_field_all_equal (scope_state_get_scenario (state), &start));
    }
}

/* What an option takes, and what it does not. */
static void
test_read (void)
{
  static const struct
  {
    const char *option, *text;
    double first; /* NAN where it is refused */
  } cases[] = {
    { "logits", "2,0,-1", 2 },
    { "logits", "1,5;−2;1/4", 1.5 },
    { "logits", "2,0", NAN },
    { "bias", "-2e3", -2000 },
    { "bias", "inf", NAN },
    { "bias", "", NAN },
    { "shift", "√4", 2 },
    { "rate", "1e-300", 1e-300 },
    { "rate", "0", NAN },
    { "rate", "-1", NAN },
    { "estimate", "-0.5", -0.5 },
    { "h", "1e-12", 1e-12 },
    { "h", "1e-13", NAN },
    { "h", "1.5", NAN },
    { "observed", "virginica", 2 },
    { "observed", "2", 1 },
    { "observed", "4", NAN },
    { "observed", "rose", NAN },
    { "wiring", "All", SCOPE_WIRING_ALL },
    { "wiring", "observed", SCOPE_WIRING_OBSERVED },
    { "wiring", "Versicolor", SCOPE_WIRING_CLASS_2 },
    { "wiring", "1,-1,0", SCOPE_WIRING_CUSTOM },
    { "wiring", "1,-1", NAN },
    { "classes", "a,b,b", NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ScopeScenarioField *field = scope_field_get (0);
      ScopeScenario scenario, start;
      g_autofree char *allowed = NULL;

      for (guint k = 1; g_strcmp0 (field->option, cases[i].option) != 0; k++)
        g_assert_nonnull (field = scope_field_get (k));
      scope_field_start (&start);
      scenario = start;
      allowed = scope_field_read (field, &scenario, cases[i].text);
      g_test_message ("%s=%s", cases[i].option, cases[i].text);
      g_assert_true ((allowed == NULL) == !isnan (cases[i].first));
      if (allowed != NULL)
        g_assert_true (scope_field_all_equal (&scenario, &start));
      else if (field->kind == SCOPE_FIELD_NUMBERS)
        g_assert_cmpfloat (scope_field_get_number (field, &scenario, 0), ==, cases[i].first);
      else
        g_assert_cmpfloat (scope_field_get_whole (field, &scenario), ==, cases[i].first);
    }
}

/* What goes with what: the weights with the wiring, that with the observed class, no flower with other logits. */
static void
test_follow (void)
{
  ScopeScenario scenario;

  scope_field_start (&scenario);
  scope_field_set_text (SCOPE_FIELD (flower), &scenario, "Rose");
  g_assert_null (scope_field_read (SCOPE_FIELD (wiring), &scenario, "observed"));
  g_assert_null (scope_field_read (SCOPE_FIELD (parameters.observed), &scenario, "3"));
  g_assert_cmpfloat (scenario.parameters.w[2], ==, 1);
  g_assert_cmpfloat (scenario.parameters.w[0], ==, 0);
  g_assert_true (scope_field_set_number (SCOPE_FIELD (parameters.w), &scenario, 1, 7));
  g_assert_cmpint (scenario.wiring, ==, SCOPE_WIRING_CUSTOM);
  g_assert_cmpstr (scenario.flower, ==, "Rose");
  g_assert_true (scope_field_set_number (SCOPE_FIELD (parameters.a), &scenario, 1, 7));
  g_assert_cmpstr (scenario.flower, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/every-field", test_every_field);
  g_test_add_func ("/field/read", test_read);
  g_test_add_func ("/field/follow", test_follow);
  return g_test_run ();
}
