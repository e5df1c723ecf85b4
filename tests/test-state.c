/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-axis.h"
#include "state-compare.h"
#include "state-figure.h"
#include "state-file.h"
#include "state-lecture.h"
#include "state-object.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

#include <math.h>
#include <string.h>

#include "lecture.h"

#include "hood.h"
#include "sealed.h"
#include "weights.h"

static void
count_cb (guint *n)
{
  ++*n;
}

static ScopeState *
new_counted (guint *changed, const char *signal)
{
  ScopeState *state = scope_state_new ();

  *changed = 0;
  g_signal_connect_swapped (state, signal, G_CALLBACK (count_cb), changed);
  return state;
}

static void
test_start (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const ScopeOutcome *out = scope_state_get_outcome (state);

  g_assert_cmpfloat_with_epsilon (out->p[0], 0.1509, 5e-5);
  g_assert_cmpfloat_with_epsilon (out->loss, 1.891, 5e-4);
  g_assert_cmpfloat_with_epsilon (out->dl_db, -0.8491, 5e-5);
  g_assert_cmpint (scope_state_get_wiring (state), ==, SCOPE_WIRING_CLASS_1);
}

/* One change, one signal; no change, none. */
static void
test_notifies (void)
{
  guint changed, notified;
  g_autoptr (ScopeState) state = new_counted (&changed, "changed");
  g_autoptr (ScopeState) other = new_counted (&notified, "notify::bias");

  scope_state_set_bias (state, 1);
  g_assert_cmpuint (changed, ==, 1);
  scope_state_set_bias (state, 1);
  scope_state_set_bias (state, NAN);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, INFINITY);
  scope_state_set_observed (state, 3);
  g_assert_cmpuint (changed, ==, 1);
  scope_state_set_bias (other, 1);
  scope_state_set_number (other, SCOPE_FIELD (parameters.a), 1, 2);
  g_assert_cmpuint (notified, ==, 1);
  g_object_set (other, "bias", 2.0, NULL);
  g_assert_cmpuint (notified, ==, 2);
}

static double
bias_of (ScopeState *state)
{
  return scope_state_get_parameters (state)->b;
}

/* A whole drag is one step, however many moves it has. */
static void
test_drag_is_one_step (void)
{
  guint settled;
  g_autoptr (ScopeState) state = new_counted (&settled, "settled");

  scope_state_begin_drag (state);
  for (int i = 0; i < 50; i++)
    scope_state_set_bias (state, i * 0.1);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 2, 4);
  scope_state_undo (state); /* not in the middle of a drag */
  g_assert_cmpfloat_with_epsilon (bias_of (state), 4.9, 1e-12);
  scope_state_end_drag (state);
  g_assert_cmpuint (settled, ==, 1);
  scope_state_undo (state);
  g_assert_cmpfloat (bias_of (state), ==, -2);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[2], ==, 0.1352);
  scope_state_undo (state);
  g_assert_cmpfloat (bias_of (state), ==, -2);
  scope_state_redo (state);
  g_assert_cmpfloat_with_epsilon (bias_of (state), 4.9, 1e-12);

  /* A drag that moves nothing leaves no step. */
  scope_state_begin_drag (state);
  scope_state_end_drag (state);
  scope_state_undo (state);
  g_assert_cmpfloat (bias_of (state), ==, -2);
}

/* A run of key presses on one value is one step; two values are two. */
static void
test_runs (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  gboolean can_undo, can_redo;

  for (int i = 0; i < 5; i++)
    scope_state_set_bias (state, i);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 7);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[0], ==, 1.0368);
  scope_state_undo (state);
  g_assert_cmpfloat (bias_of (state), ==, -2);
  g_object_get (state, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  g_assert_false (can_undo);
  g_assert_true (can_redo);
  scope_state_set_bias (state, 9);
  g_object_get (state, "can-redo", &can_redo, NULL);
  g_assert_false (can_redo);
}

static void
test_view (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeView view = *scope_state_get_view (state), before = view;

  scope_state_set_bias (state, 9.9);
  /* What the linked plot of the loss has shown, it keeps. */
  before.links_hi = 5;
  g_assert_cmpmem (scope_state_get_view (state), sizeof view, &before, sizeof view);
  scope_state_set_bias (state, 30);
  g_assert_cmpfloat_with_epsilon (scope_state_get_view (state)->axis_hi, 32, 1e-12);
  scope_state_undo (state);
  scope_state_undo (state);
  g_assert_true (scope_state_get_view (state)->axis_lo <= -2);

  scope_view_zoom (&view, 0.5, 0);
  scope_state_set_view (state, &view);
  scope_state_undo (state); /* the view is no undo step */
  g_assert_cmpfloat (scope_state_get_view (state)->axis_hi, ==, 5);
  scope_state_reset_view (state);
  g_assert_cmpfloat (scope_state_get_view (state)->axis_hi, ==, 10);
}

static void
test_flower (void)
{
  guint changed;
  g_autoptr (ScopeState) state = new_counted (&changed, "changed");
  const double a[3] = { 14.0835, 1.19361, -19.3324 };

  scope_state_choose_flower (state, "Setosa 1", a, 0);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpstr (scope_state_get_flower (state), ==, "Setosa 1");
  g_assert_cmpfloat (scope_state_get_view (state)->axis_lo, <, -12.9);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 1);
  g_assert_null (scope_state_get_flower (state));
  scope_state_undo (state);
  g_assert_cmpstr (scope_state_get_flower (state), ==, "Setosa 1");
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[0], ==, 1.0368);
}

static void
test_wiring (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const double custom[3] = { 0.5, -1, 2 };

  scope_state_set_wiring (state, SCOPE_WIRING_OBSERVED);
  scope_state_set_observed (state, 2);
  g_assert_cmpfloat (scope_state_get_parameters (state)->w[2], ==, 1);
  g_assert_cmpfloat (scope_state_get_parameters (state)->w[0], ==, 0);
  test_set_weights (state, custom);
  g_assert_cmpint (scope_state_get_wiring (state), ==, SCOPE_WIRING_CUSTOM);
  scope_state_set_observed (state, 1);
  g_assert_cmpfloat (scope_state_get_parameters (state)->w[1], ==, -1);
}

static void
test_reset (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  scope_state_set_bias (state, 40);
  scope_state_set_wiring (state, SCOPE_WIRING_ALL);
  scope_state_reset (state);
  g_assert_cmpfloat (bias_of (state), ==, -2);
  g_assert_cmpfloat (scope_state_get_view (state)->axis_hi, ==, 10);
  scope_state_undo (state);
  g_assert_cmpfloat (bias_of (state), ==, 40);
}

static void
test_save_and_restore (void)
{
  g_autoptr (ScopeState) one = scope_state_new ();
  g_autoptr (ScopeState) two = scope_state_new ();
  const double custom[3] = { 0.1, 1e-300, -2 };
  g_autofree char *text = NULL;

  scope_state_set_number (one, SCOPE_FIELD (parameters.a), 1, 0.1);
  scope_state_set_bias (one, 1.0 / 3);
  test_set_weights (one, custom);
  scope_state_set_observed (one, 2);
  text = scope_state_save (one);
  g_assert_true (scope_state_restore (two, text));
  g_assert_cmpmem (scope_state_get_parameters (one)->w, sizeof custom, scope_state_get_parameters (two)->w,
                   sizeof custom);
  g_assert_cmpfloat (bias_of (two), ==, 1.0 / 3);
  g_assert_cmpuint (scope_state_get_parameters (two)->observed, ==, 2);
}

/* c moves the logits alone; a flower brings none. */
static void
test_shift (void)
{
  guint notified;
  g_autoptr (ScopeState) state = new_counted (&notified, "notify::shift");
  const double a[3] = { 1, 2, 3 };
  double loss = scope_state_get_outcome (state)->loss, shift;

  scope_state_begin_drag (state);
  for (int i = 1; i <= 20; i++)
    scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0, i * 0.1);
  scope_state_end_drag (state);
  scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0, NAN);
  g_assert_cmpuint (notified, ==, 20);
  g_assert_cmpfloat_with_epsilon (scope_state_get_outcome (state)->z[1], 2.0032, 1e-15);
  g_assert_cmpfloat (scope_state_get_outcome (state)->loss, ==, loss);
  g_assert_cmpfloat (scope_state_get_view (state)->axis_lo, ==, -10);
  scope_state_undo (state);
  g_object_get (state, "shift", &shift, NULL);
  g_assert_cmpfloat (shift, ==, 0);
  scope_state_redo (state);
  scope_state_choose_flower (state, "Setosa 1", a, 0);
  g_assert_cmpfloat (scope_state_get_parameters (state)->shift, ==, 0);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->shift, ==, 2);
}

static void
assert_ghosts (ScopeState *state, const char *one, const char *two)
{
  const char *const names[] = { one, two };
  guint n = scope_state_get_n_ghosts (state);

  g_assert_cmpuint (n, ==, two != NULL ? 2 : one != NULL ? 1 : 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (scope_state_get_ghost_name (state, i), ==, names[i]);
}

/* Keeping, naming and removing are a step each. */
static void
test_ghosts (void)
{
  guint notified;
  g_autoptr (ScopeState) state = new_counted (&notified, "notify::n-ghosts");
  ScopeFigure figure;

  g_object_set (state, "show-ghosts", FALSE, NULL);
  g_assert_true (scope_state_keep_curve (state));
  g_assert_true (scope_state_get_show (state) & SCOPE_SHOW_GHOSTS);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 3);
  g_assert_true (scope_state_keep_curve (state));
  assert_ghosts (state, "Worked example 1: Setosa", "Setosa, z 3, 0.0032, 0.135");
  g_assert_cmpuint (notified, ==, 2);
  scope_state_rename_ghost (state, 1, "  mine ");
  scope_state_rename_ghost (state, 1, " ");
  scope_state_rename_ghost (state, 2, "nobody");
  scope_state_remove_ghost (state, 2);
  assert_ghosts (state, "Worked example 1: Setosa", "mine");
  scope_state_fill_figure (state, &figure);
  g_assert_cmpuint (figure.n_ghosts, ==, 2);
  g_assert_cmpstr (figure.ghosts[1].name, ==, "mine");
  g_assert_cmpfloat (figure.ghosts[0].parameters.a[0], ==, 1.0368);
  g_assert_cmpfloat (figure.ghosts[1].parameters.a[0], ==, 3);

  scope_state_remove_ghost (state, 0);
  assert_ghosts (state, "mine", NULL);
  scope_state_undo (state);
  assert_ghosts (state, "Worked example 1: Setosa", "mine");
  scope_state_remove_all_ghosts (state);
  assert_ghosts (state, NULL, NULL);
  scope_state_undo (state);
  scope_state_undo (state);
  assert_ghosts (state, "Worked example 1: Setosa", "Setosa, z 3, 0.0032, 0.135");
  scope_state_undo (state);
  assert_ghosts (state, "Worked example 1: Setosa", NULL);
  scope_state_redo (state);
  scope_state_redo (state);
  assert_ghosts (state, "Worked example 1: Setosa", "mine");
}

/* A name says what tells its curve from the others; there are six at most. */
static void
test_ghost_names (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *long_name = g_strnfill (100, 'm');
  guint changed = 0;

  scope_state_keep_curve (state);
  scope_state_set_observed (state, 2);
  scope_state_keep_curve (state);
  scope_state_set_observed (state, 0);
  scope_state_set_wiring (state, SCOPE_WIRING_ALL);
  for (int i = 0; i < 4; i++)
    g_assert_true (scope_state_keep_curve (state));
  g_assert_cmpstr (scope_state_get_ghost_name (state, 1), ==, "Worked example 1: Setosa, if Virginica");
  g_assert_cmpstr (scope_state_get_ghost_name (state, 2), ==, "Worked example 1: Setosa, b₃ times 1, 1, 1");
  for (guint i = 0; i < SCOPE_MOST_GHOSTS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (scope_state_get_ghost_name (state, i), !=, scope_state_get_ghost_name (state, j));
  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_false (scope_state_keep_curve (state));
  g_assert_cmpuint (changed, ==, 0);
  scope_state_rename_ghost (state, 0, long_name);
  g_assert_cmpuint (strlen (scope_state_get_ghost_name (state, 0)), ==, 60);
}

/* A lecture borrows the state: its curves come and go with it. */
static void
test_ghosts_and_lecture (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeValues values;
  ScopeFigure figure;

  scope_state_keep_curve (state);
  scope_lecture_fill_values (0, &values);
  scope_state_begin_lecture (state);
  scope_state_show_step (state, &values);
  scope_state_fill_figure (state, &figure);
  g_assert_cmpuint (figure.n_ghosts, ==, 0);
  scope_state_end_lecture (state);
  assert_ghosts (state, "Worked example 1: Setosa", NULL);
}

static void
test_save_comparison (void)
{
  g_autoptr (ScopeState) one = scope_state_new ();
  g_autoptr (ScopeState) two = scope_state_new ();
  g_autofree char *text = NULL, *broken = NULL, *sealed = NULL;
  ScopeFigure figure;
  const char *at;

  scope_state_set_number (one, SCOPE_FIELD (parameters.shift), 0, 0.1);
  scope_state_set_observed (one, 2);
  scope_state_keep_curve (one);
  scope_state_rename_ghost (one, 0, "山鸢尾; a=b");
  text = scope_state_save (one);
  g_assert_true (scope_state_restore (two, text));
  g_assert_cmpfloat (scope_state_get_parameters (two)->shift, ==, 0.1);
  assert_ghosts (two, "山鸢尾; a=b", NULL);
  scope_state_fill_figure (two, &figure);
  g_assert_cmpuint (figure.ghosts[0].parameters.observed, ==, 2);
  g_assert_cmpfloat (figure.ghosts[0].parameters.shift, ==, 0.1);
  g_assert_cmpfloat (figure.ghosts[0].parameters.a[1], ==, 0.0032);

  /* One that is announced and not there is a broken text; one without any changes none. */
  at = strstr (text, "ghosts=1");
  g_assert_nonnull (at);
  broken = g_strdup (text);
  broken[at - text + 7] = '2';
  sealed = seal_again (broken);
  g_assert_false (scope_state_restore (two, sealed));
  g_assert_true (scope_state_restore (two, "[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=1\n"));
  assert_ghosts (two, "山鸢尾; a=b", NULL);
}

static void
test_restore_refuses (void)
{
  static const char *const broken[]
    = { "",
        "nonsense",
        "[Scenario]\nlogits=1;2\n",
        "[Scenario]\nlogits=1;2;nan;\nweights=1;0;0;\nbias=0\nrate=1\n",
        "[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=1\nobserved=7\n",
        "[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=1\nshift=inf\n",
        "[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=1\nghosts=7\n",
        ("[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=1\nghosts=1\n"
         "ghost-1=1;2;3;1;0;0;0;4;\nghost-1-name=x\n") };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      guint changed;
      g_autoptr (ScopeState) state = new_counted (&changed, "changed");

      g_assert_false (scope_state_restore (state, broken[i]));
      g_assert_cmpuint (changed, ==, 0);
      g_assert_cmpfloat (bias_of (state), ==, -2);
    }
}

static void
test_show (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  gboolean shown;

  g_object_set (state, "show-bar", FALSE, "show-probabilities", TRUE, NULL);
  g_assert_cmpuint (scope_state_get_show (state), ==,
                    (SCOPE_SHOW_DEFAULT & ~(unsigned) SCOPE_SHOW_BAR) | SCOPE_SHOW_PROBABILITIES);
  scope_state_undo (state);
  g_object_get (state, "show-probabilities", &shown, NULL);
  g_assert_false (shown);
}

/* h has undo, survives a restart, and never leaves (0, 1]. */
static void
test_step_h (void)
{
  g_autoptr (ScopeState) one = scope_state_new (), two = scope_state_new ();
  g_autofree char *text = NULL;
  ScopeFigure figure;

  g_assert_cmpfloat (scope_state_get_step_h (one), ==, 1);
  scope_state_set_number (one, SCOPE_FIELD (step_h), 0, 1e-3);
  scope_state_set_number (one, SCOPE_FIELD (step_h), 0, 0);
  scope_state_set_number (one, SCOPE_FIELD (step_h), 0, -1);
  scope_state_set_number (one, SCOPE_FIELD (step_h), 0, NAN);
  g_assert_cmpfloat (scope_state_get_step_h (one), ==, 1e-3);
  scope_state_fill_figure (one, &figure);
  g_assert_cmpfloat (figure.step_h, ==, 1e-3);
  text = scope_state_save (one);
  g_assert_true (scope_state_restore (two, text));
  g_assert_cmpfloat (scope_state_get_step_h (two), ==, 1e-3);
  scope_state_undo (one);
  g_assert_cmpfloat (scope_state_get_step_h (one), ==, 1);
  g_object_set (one, "step-h", 5.0, NULL);
  g_assert_cmpfloat (scope_state_get_step_h (one), ==, 1);
}

/* Three ways in turn, each one undo step. */
static void
test_break_arithmetic (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeBreak how;

  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (scope_state_break_arithmetic (state));
      g_assert_true (scope_hood_find_break (scope_state_get_parameters (state), &how));
      g_assert_cmpint (how, ==, i % SCOPE_N_BREAKS);
    }
  for (guint i = 0; i < 4; i++)
    scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[0], ==, 1.0368);
  g_assert_cmpstr (scope_state_get_flower (state), ==, "Worked example 1: Setosa");
  scope_state_set_bias (state, 1e300);
  g_assert_false (scope_state_break_arithmetic (state));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/start", test_start);
  g_test_add_func ("/state/notifies", test_notifies);
  g_test_add_func ("/state/drag-is-one-step", test_drag_is_one_step);
  g_test_add_func ("/state/runs", test_runs);
  g_test_add_func ("/state/view", test_view);
  g_test_add_func ("/state/flower", test_flower);
  g_test_add_func ("/state/wiring", test_wiring);
  g_test_add_func ("/state/reset", test_reset);
  g_test_add_func ("/state/save-and-restore", test_save_and_restore);
  g_test_add_func ("/state/restore-refuses", test_restore_refuses);
  g_test_add_func ("/state/shift", test_shift);
  g_test_add_func ("/state/ghosts", test_ghosts);
  g_test_add_func ("/state/ghost-names", test_ghost_names);
  g_test_add_func ("/state/ghosts-and-lecture", test_ghosts_and_lecture);
  g_test_add_func ("/state/save-comparison", test_save_comparison);
  g_test_add_func ("/state/show", test_show);
  g_test_add_func ("/state/step-h", test_step_h);
  g_test_add_func ("/state/break-arithmetic", test_break_arithmetic);
  return g_test_run ();
}
