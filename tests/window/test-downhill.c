/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Actions of a walk downhill: what they do, and what they say where there is nothing to do. */

#include "../iris.h"
#include "descent-section.h"
#include "hidden.h"
#include "in-process.h"
#include "state-descent.h"
#include "state-rows.h"
#include "weights.h"

#define NO_TRAIL "There is no trail yet: take a step first"

static ScopeApplication *application;

static const char *
said (ScopeWindow *self)
{
  return scope_descent_section_get_said (scope_sidebar_get_descent (self->sidebar));
}

static double
bias (ScopeWindow *self)
{
  return scope_state_get_parameters (self->state)->b;
}

/* --- The minimum, and why there is none */

static void
test_minimum (void)
{
  static const ScopeBatchRow alike[][2]
    = { { { { 1, 0, 0 }, 0 }, { { 2, 0, 1 }, 0 } }, { { { 1, 0, 0 }, 1 }, { { 2, 0, 1 }, 1 } } };
  static const struct
  {
    unsigned observed;
    double w[SCOPE_N_CLASSES];
    const ScopeBatchRow *rows;
    guint n;
    unsigned hide;
    const char *said;
  } cases[] = {
    { 0, { 1, 0, 0 }, NULL, 0, 0, "There is no finite minimum: the loss keeps falling as b₃ rises" },
    { 1, { 1, 0, 0 }, NULL, 0, 0, "There is no finite minimum: the loss keeps falling as b₃ falls" },
    { 1, { 1, 1, 1 }, NULL, 0, 0, "There is no minimum to go to: the loss is the same for every b₃" },
    { 1, { 1, 0, 0 }, NULL, 0, SCOPE_QUANTITY_GRADIENT, "There is no minimum to go to" },
    { 0,
      { 1, 0, 0 },
      alike[0],
      2,
      0,
      "There is no finite minimum: no flower pulls b₃ down, and the loss keeps falling as b₃ rises" },
    { 0,
      { 1, 0, 0 },
      alike[1],
      2,
      0,
      "There is no finite minimum: no flower pulls b₃ up, and the loss keeps falling as b₃ falls" },
    { 0, { 1, 0, 0 }, alike[1], 1, 0, "There is no finite minimum: the loss keeps falling as b₃ falls" },
    { 0, { 1e-320, 0, 0 }, test_flower_rows, 3, 0, "The minimum is beyond all numbers" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScopeWindow *self = new_start (application);

      if (cases[i].n > 0)
        scope_state_set_rows (self->state, cases[i].rows, cases[i].n);
      else
        scope_state_set_observed (self->state, cases[i].observed);
      scope_state_set_wiring (self->state, SCOPE_WIRING_CUSTOM);
      test_set_weights (self->state, cases[i].w);
      scope_state_set_hide (self->state, cases[i].hide);
      act (self, "win.descent-minimum", NULL);
      g_assert_cmpstr (said (self), ==, cases[i].said);
      g_assert_cmpfloat (bias (self), ==, -2);
      /* Until something changes. */
      scope_state_set_bias (self->state, 1);
      g_assert_cmpstr (said (self), !=, cases[i].said);
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
test_there_is_one (void)
{
  ScopeWindow *self = new_start (application);

  scope_state_set_rows (self->state, test_flower_rows, G_N_ELEMENTS (test_flower_rows));
  act (self, "win.descent-minimum", NULL);
  g_assert_cmpfloat_with_epsilon (bias (self), -0.03165, 5e-6);
  act (self, "win.undo", NULL);
  g_assert_cmpfloat (bias (self), ==, -2);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- Steps and their trail */

static void
test_trail (void)
{
  static const char *const of_a_trail[] = { "win.descent-keep", "win.descent-view" };
  ScopeWindow *self = new_start (application);
  ScopeView before = *scope_state_get_view (self->state);

  for (guint i = 0; i < G_N_ELEMENTS (of_a_trail); i++)
    {
      act (self, of_a_trail[i], NULL);
      g_assert_cmpstr (said (self), ==, NO_TRAIL);
    }
  act (self, "win.descent-back", NULL);
  g_assert_cmpstr (said (self), ==, "There is no step to take back");

  /* b₃ ← b₃ − η·∂L/∂b₃ */
  act (self, "win.descent-step", NULL);
  g_assert_cmpfloat_with_epsilon (bias (self), -2 + 0.849121, 1e-5);
  act (self, "win.descent-step", NULL);
  act (self, "win.descent-back", NULL);
  g_assert_cmpfloat_with_epsilon (bias (self), -2 + 0.849121, 1e-5);
  act (self, "win.descent-view", NULL);
  g_assert_cmpfloat (scope_state_get_view (self->state)->axis_hi, <, before.axis_hi);
  act (self, "win.descent-keep", NULL);
  g_assert_cmpfloat (bias (self), ==, -2);
  act (self, "win.descent-clear", NULL);
  act (self, "win.descent-view", NULL);
  g_assert_cmpstr (said (self), ==, NO_TRAIL);

  /* Where the loss is level, a step goes nowhere. */
  scope_state_set_wiring (self->state, SCOPE_WIRING_ALL);
  act (self, "win.descent-step", NULL);
  g_assert_cmpfloat (bias (self), ==, -2);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- A run */

static gboolean
has_gone_on (gpointer data)
{
  return scope_state_get_walk (((ScopeWindow *) data)->state)->n > 3;
}

static gboolean
has_ended (gpointer data)
{
  return !scope_descent_deeds_is_running (((ScopeWindow *) data)->descending);
}

/* It goes on until it is stopped, something else is done, or there is nowhere to go; all of it is one undo. */
static void
test_run (void)
{
  ScopeWindow *self = new_start (application);
  double b;

  act (self, "win.descent-run", NULL);
  wait_until (has_gone_on, self);
  g_assert_true (scope_descent_deeds_is_running (self->descending));
  act (self, "win.descent-run", NULL);
  g_assert_false (scope_descent_deeds_is_running (self->descending));
  b = bias (self);
  g_assert_cmpfloat (b, >, -1);
  act (self, "win.undo", NULL);
  g_assert_cmpfloat (bias (self), ==, -2);

  act (self, "win.descent-run", NULL);
  wait_until (has_gone_on, self);
  scope_state_set_bias (self->state, 3);
  wait_until (has_ended, self);
  g_assert_cmpfloat (bias (self), ==, 3);

  act (self, "win.descent-run", NULL);
  g_assert_true (scope_descent_deeds_is_running (self->descending));
  act (self, "win.descent-step", NULL);
  g_assert_false (scope_descent_deeds_is_running (self->descending));

  scope_state_set_wiring (self->state, SCOPE_WIRING_ALL);
  act (self, "win.descent-run", NULL);
  g_assert_false (scope_descent_deeds_is_running (self->descending));

  /* Without animations in jumps of a second, as many steps. */
  act (self, "win.reset", NULL);
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (find_inside (find_part (self, "descent_bar"), GTK_TYPE_DROP_DOWN)), 1);
  g_assert_cmpuint (scope_descent_section_get_speed (scope_sidebar_get_descent (self->sidebar)), ==, 10);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  act (self, "win.descent-run", NULL);
  g_assert_cmpuint (scope_state_get_walk (self->state)->n, ==, 1 + 10);
  gtk_window_destroy (GTK_WINDOW (self));
}

int
main (int argc, char **argv)
{
  char *home = set_up_home ();

  g_test_init (&argc, &argv, NULL);
  application = new_application ();
  g_test_add_func ("/downhill/minimum", test_minimum);
  g_test_add_func ("/downhill/there-is-one", test_there_is_one);
  g_test_add_func ("/downhill/trail", test_trail);
  g_test_add_func ("/downhill/run", test_run);
  return run_tests (application, home);
}
