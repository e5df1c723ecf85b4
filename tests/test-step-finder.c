/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-descent.h"
#include "state-object.h"
#include "state-rows.h"
#include "step-finder.h"

#include <math.h>

#define N_ROWS 1200
#define N_PLACES 12

typedef struct
{
  ScopeState *state;       /* Owned */
  ScopeSteps *steps;       /* Owned reference */
  ScopeStepFinder *finder; /* Owned */
  guint n_told;
} Fixture;

static void
found_cb (gpointer data)
{
  ((Fixture *) data)->n_told++;
}

static void
take_steps (Fixture *fixture)
{
  scope_descent_steps_unref (fixture->steps);
  fixture->steps = scope_descent_steps_new (fixture->state);
  scope_step_finder_set_steps (fixture->finder, fixture->steps);
}

static void
init (Fixture *fixture, guint n)
{
  g_autofree ScopeBatchRow *rows = g_new0 (ScopeBatchRow, n);

  *fixture = (Fixture) { .state = scope_state_new () };
  for (guint i = 0; i < n; i++)
    rows[i] = (ScopeBatchRow) { { 7 * fmod (i * 0.618034, 1) - 3, fmod (i * 0.414214, 1), -0.5 }, i % 3 };
  scope_state_set_rows (fixture->state, rows, n);
  scope_state_descend (fixture->state, N_PLACES - 1, FALSE);
  fixture->finder = scope_step_finder_new (found_cb, fixture);
  take_steps (fixture);
}

static void
clear (Fixture *fixture)
{
  scope_step_finder_free (fixture->finder);
  scope_descent_steps_unref (fixture->steps);
  g_object_unref (fixture->state);
}

static void
wait_for_next (Fixture *fixture)
{
  guint before = fixture->n_told;

  while (fixture->n_told == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_found (Fixture *fixture, guint place)
{
  ScopeStep step, expected;

  scope_descent_step_find (fixture->steps, place, &expected);
  g_assert_true (scope_step_finder_get (fixture->finder, place, &step));
  g_assert_cmpuint (step.place, ==, place);
  g_assert_cmpfloat (step.b, ==, expected.b);
  g_assert_cmpfloat (step.at.loss, ==, expected.at.loss);
  g_assert_cmpfloat (step.at.dl_db, ==, expected.at.dl_db);
  g_assert_cmpfloat (step.mean_p, ==, expected.mean_p);
}

static void
test_few (void)
{
  Fixture fixture;

  init (&fixture, 5);
  for (guint i = 0; i < N_PLACES; i++)
    assert_found (&fixture, i);
  g_assert_cmpuint (fixture.n_told, ==, 0);
  clear (&fixture);
}

/* Until it is found, a step has what takes no sum; the one asked for last comes first. */
static void
test_many (void)
{
  Fixture fixture;
  ScopeStep step;
  g_autofree char *loss = NULL, *number = NULL;

  init (&fixture, N_ROWS);
  g_assert_false (scope_step_finder_get (fixture.finder, 3, &step));
  number
    = scope_descent_step_text (fixture.steps, &step, FALSE, (ScopeStepColumn) { SCOPE_STEP_NUMBER, 0 }, '.');
  loss = scope_descent_step_text (fixture.steps, &step, FALSE, (ScopeStepColumn) { SCOPE_STEP_LOSS, 0 }, '.');
  g_assert_cmpstr (number, ==, "3");
  g_assert_cmpstr (loss, ==, "…");
  wait_for_next (&fixture);
  assert_found (&fixture, 3);
  /* While one is found all others are asked for: those of the end are first. */
  g_assert_false (scope_step_finder_get (fixture.finder, 0, &step));
  wait_for_next (&fixture);
  for (guint i = 1; i < N_PLACES; i++)
    scope_step_finder_get (fixture.finder, i, &step);
  for (guint round = 0; round < N_PLACES; round++)
    {
      gboolean all = TRUE;

      for (guint i = 0; i < N_PLACES; i++)
        all = scope_step_finder_get (fixture.finder, i, &step) && all;
      if (all)
        break;
      wait_for_next (&fixture);
    }
  for (guint i = 0; i < N_PLACES; i++)
    assert_found (&fixture, i);
  clear (&fixture);
}

/* Other flowers have other sums; a walk that begins anew has other places, and goes on with those it has. */
static void
test_changes (void)
{
  Fixture fixture;
  ScopeStep step;

  init (&fixture, N_ROWS);
  g_assert_false (scope_step_finder_get (fixture.finder, 2, &step));
  wait_for_next (&fixture);
  scope_state_descend (fixture.state, 1, FALSE);
  take_steps (&fixture);
  assert_found (&fixture, 2);
  /* What is on its way is of the rows before. */
  g_assert_false (scope_step_finder_get (fixture.finder, 1, &step));
  scope_state_set_number (fixture.state, SCOPE_FIELD (parameters.a), 0, 17);
  scope_state_descend (fixture.state, 4, FALSE);
  take_steps (&fixture);
  wait_for_next (&fixture);
  g_assert_false (scope_step_finder_get (fixture.finder, 1, &step));
  wait_for_next (&fixture);
  assert_found (&fixture, 1);
  scope_state_set_bias (fixture.state, 5);
  scope_state_descend (fixture.state, 4, FALSE);
  take_steps (&fixture);
  g_assert_false (scope_step_finder_get (fixture.finder, 1, &step));
  /* Who goes while it is found hears nothing more. */
  clear (&fixture);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-finder/few", test_few);
  g_test_add_func ("/step-finder/many", test_many);
  g_test_add_func ("/step-finder/changes", test_changes);
  return g_test_run ();
}
