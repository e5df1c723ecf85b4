/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-text.h"
#include "state-axis.h"
#include "state-descent.h"
#include "state-figure.h"
#include "state-file.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

#include <math.h>
#include <string.h>

#include "iris.h"
#include "weights.h"

/* As logitscope-cli descend prints them for the first flower at η = 1. */
static const double places[] = { -2, -1.1508789877680028, -0.44434642824964743, 0.098565253552143184 };

static double
bias_of (ScopeState *state)
{
  return scope_state_get_parameters (state)->b;
}

static void
assert_walk (ScopeState *state, guint n, guint at)
{
  const ScopeWalk *walk = scope_state_get_walk (state);

  g_assert_cmpuint (walk->n, ==, n);
  g_assert_cmpuint (walk->at, ==, at);
  if (n > 0)
    g_assert_cmpfloat (walk->track->b[at], ==, bias_of (state));
}

static void
test_step (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  for (guint i = 1; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpuint (scope_state_descend (state, 1, FALSE), ==, 1);
      g_assert_cmpfloat (bias_of (state), ==, places[i]);
      assert_walk (state, i + 1, i);
    }
  g_assert_true (scope_state_get_show (state) & SCOPE_SHOW_DESCENT);
  for (guint i = 3; i-- > 0;)
    {
      scope_state_undo (state);
      g_assert_cmpfloat (bias_of (state), ==, places[i]);
    }
  assert_walk (state, 0, 0);
  g_assert_false (scope_state_get_show (state) & SCOPE_SHOW_DESCENT);
  scope_state_redo (state);
  scope_state_redo (state);
  assert_walk (state, 3, 2);
}

static void
test_back (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  g_assert_false (scope_state_descend_back (state));
  scope_state_descend (state, 3, FALSE);
  g_assert_true (scope_state_descend_back (state));
  assert_walk (state, 3, 2);
  scope_state_undo (state);
  assert_walk (state, 4, 3);
  scope_state_descend_to (state, 1);
  assert_walk (state, 4, 1);
  /* At another rate the walk goes on otherwise, and what undo brings back is as it was. */
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 2);
  scope_state_descend (state, 1, FALSE);
  assert_walk (state, 3, 2);
  g_assert_cmpfloat (bias_of (state), !=, places[2]);
  scope_state_undo (state);
  scope_state_undo (state);
  scope_state_undo (state);
  assert_walk (state, 4, 3);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (scope_state_get_walk (state)->track->b[i], ==, places[i]);
}

/* What joins the step before is one undo step with it. */
static void
test_run (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  scope_state_descend (state, 1, FALSE);
  scope_state_descend (state, 10, TRUE);
  scope_state_descend (state, 10, TRUE);
  assert_walk (state, 22, 21);
  scope_state_undo (state);
  assert_walk (state, 0, 0);
  g_assert_cmpfloat (bias_of (state), ==, -2);
}

static void
test_ends (void)
{
  for (int what = 0; what < 4; what++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();

      scope_state_descend (state, 2, FALSE);
      scope_state_keep_walk (state);
      scope_state_descend (state, 2, FALSE);
      if (what == 0)
        scope_state_set_bias (state, 1);
      else if (what == 1)
        scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1, 1);
      else if (what == 2)
        scope_state_set_wiring (state, SCOPE_WIRING_CLASS_2);
      else
        scope_state_set_observed (state, 1);
      assert_walk (state, 0, 0);
      /* On the same curve the kept one stays to compare with. */
      g_assert_cmpuint (scope_state_get_kept_walk (state)->n, ==, what == 0 ? 3 : 0);
      scope_state_undo (state);
      assert_walk (state, 3, 2);
    }
}

static void
test_limits (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeMinimumKind kind;

  g_assert_cmpuint (scope_state_descend (state, 10000, FALSE), ==, SCOPE_MOST_PLACES - 1);
  g_assert_cmpuint (scope_state_descend (state, 1, FALSE), ==, 0);
  g_assert_false (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpint (kind, ==, SCOPE_MINIMUM_AT_PLUS_INFINITY);
  scope_state_clear_walks (state);
  assert_walk (state, 0, 0);
  scope_state_set_wiring (state, SCOPE_WIRING_ALL);
  g_assert_cmpuint (scope_state_descend (state, 1, FALSE), ==, 0);
  g_assert_false (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpint (kind, ==, SCOPE_MINIMUM_FLAT);
  test_set_weights (state, (const double[]) { 0.5, 1, 0 });
  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpfloat (fabs (scope_state_get_outcome (state)->dl_db), <, 1e-15);
}

static void
test_save (void)
{
  g_autoptr (ScopeState) state = scope_state_new (), other = scope_state_new ();
  g_autofree char *text = NULL;

  scope_state_descend (state, 2, FALSE);
  scope_state_keep_walk (state);
  /* From where it began, so that another rate is compared with it. */
  assert_walk (state, 0, 0);
  g_assert_cmpfloat (bias_of (state), ==, -2);
  scope_state_descend (state, 3, FALSE);
  scope_state_descend_to (state, 1);
  text = scope_state_save (state);
  g_assert_true (scope_state_restore (other, text));
  assert_walk (other, 4, 1);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (scope_state_get_walk (other)->track->b[i], ==, places[i]);
  g_assert_cmpuint (scope_state_get_kept_walk (other)->n, ==, 3);
  /* One that does not lead to the present b₃ is none. */
  scope_state_restore (other, "[Scenario]\nlogits=0;0;0\nweights=1;0;0\nbias=7\nrate=1\n"
                              "trail=0;1\ntrail-rates=1;1\ntrail-at=1\n");
  assert_walk (other, 0, 0);
}

/* To the minimum it is one step more, at the rate that leads there, and the trail stays. */
static void
test_to_minimum (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const ScopeWalk *walk = scope_state_get_walk (state);
  ScopeBatchOutcome at;
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeMinimumKind kind;
  double b;

  test_set_weights (state, (const double[]) { 0.5, 1, 0 });
  scope_state_descend (state, 2, FALSE);
  b = bias_of (state);
  batch = scope_state_get_batch (state, &row);
  scope_batch_evaluate (&batch, b, &at);
  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  assert_walk (state, 4, 3);
  g_assert_cmpfloat (fabs (b - walk->track->rate[3] * at.dl_db - bias_of (state)), <, 1e-14);
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 1);
  /* There already: nothing to undo. */
  scope_state_descend_to_minimum (state, &kind);
  assert_walk (state, 4, 3);
  scope_state_undo (state);
  assert_walk (state, 3, 2);
  g_assert_cmpfloat (bias_of (state), ==, b);
}

/* Kept after steps of one rate it has that rate, after steps of several none. */
static void
test_kept_rate (void)
{
  for (guint several = 0; several < 2; several++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();
      g_autofree char *text = NULL;
      ScopeFigure figure;

      scope_state_set_number (state, SCOPE_FIELD (rate), 0, 0.5);
      scope_state_descend (state, 2, FALSE);
      if (several)
        scope_state_set_number (state, SCOPE_FIELD (rate), 0, 3);
      scope_state_descend (state, 1, FALSE);
      scope_state_keep_walk (state);
      scope_state_fill_figure (state, &figure);
      g_assert_cmpfloat (figure.kept_trail.rate, ==, several ? 0 : 0.5);
      text = scope_descent_text_describe (&figure);
      g_assert_nonnull (
        strstr (text, several ? "kept: 3 steps at η = several values, to" : "kept: 3 steps at η = 0.5, to"));
    }
}

static void
assert_in_sight (ScopeState *state, guint first)
{
  const ScopeWalk *walk = scope_state_get_walk (state);

  for (guint i = first; i < walk->n; i++)
    {
      g_assert_cmpfloat (walk->track->b[i], >=, scope_state_get_view (state)->axis_lo);
      g_assert_cmpfloat (walk->track->b[i], <=, scope_state_get_view (state)->axis_hi);
    }
}

/* Steps that overshoot widen the axis, and it stays: the valley and both ends are in sight. */
static void
test_in_sight (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeView before;

  scope_state_set_rows (state, test_flower_rows, 3);
  before = *scope_state_get_view (state);
  scope_state_descend (state, 2, FALSE);
  g_assert_cmpmem (&before, sizeof before, scope_state_get_view (state), sizeof before);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 1000);
  scope_state_descend (state, 3, FALSE);
  assert_in_sight (state, 0);
  before = *scope_state_get_view (state);
  /* A cycle begins, and the axis rests. */
  for (guint i = 0; i < 40; i++)
    {
      scope_state_descend (state, 1, FALSE);
      assert_in_sight (state, scope_state_get_walk (state)->n - 4);
    }
  before = *scope_state_get_view (state);
  scope_state_descend (state, 4, FALSE);
  g_assert_cmpmem (&before, sizeof before, scope_state_get_view (state), sizeof before);
  g_assert_cmpfloat (before.axis_lo, <=, -10);
  g_assert_cmpfloat (before.axis_hi, >=, 10);
  g_assert_true (scope_state_view_walks (state));
  assert_in_sight (state, 0);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* Where there is nothing to go to, or to keep, nothing changes. */
static void
test_nowhere (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeFigure figure;
  guint changed = 0;

  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_false (scope_state_descend_back (state));
  g_assert_false (scope_state_keep_walk (state));
  g_assert_false (scope_state_view_walks (state));
  scope_state_clear_walks (state);
  g_assert_cmpuint (changed, ==, 0);
  scope_state_descend (state, 1, FALSE);
  scope_state_descend_to (state, 0);
  g_assert_false (scope_state_descend_back (state));
  assert_walk (state, 2, 0);
  scope_state_descend_to (state, 1);
  g_assert_true (scope_state_descend_back (state));
  /* Where it begins no step has led to, and the next one has the present rate. */
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 3);
  scope_state_fill_figure (state, &figure);
  g_assert_cmpuint (figure.trail.n, ==, 1);
  g_assert_cmpfloat (figure.trail.rate, ==, 3);
  /* The kept one is seen by itself, and goes by itself. */
  scope_state_descend (state, 1, FALSE);
  scope_state_keep_walk (state);
  g_assert_true (scope_state_view_walks (state));
  changed = 0;
  scope_state_clear_walks (state);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (scope_state_get_kept_walk (state)->n, ==, 0);
}

/* A walk that takes the same steps once more goes on where it was, for whatever borrows it. */
static void
test_goes_on (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const ScopeTrack *track;

  scope_state_descend (state, 3, FALSE);
  track = scope_state_get_walk (state)->track;
  scope_state_descend_to (state, 0);
  g_assert_cmpuint (scope_state_descend (state, 1, FALSE), ==, 1);
  assert_walk (state, 2, 1);
  g_assert_true (scope_state_get_walk (state)->track == track);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 2);
  scope_state_descend (state, 1, FALSE);
  g_assert_false (scope_state_get_walk (state)->track == track);
  g_assert_cmpuint (track->n, ==, 4);
}

/* A step beyond all numbers is none, and the part says so. */
static void
test_beyond (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  guint changed = 0;

  test_set_weights (state, (const double[]) { 1e10, 0, 0 });
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 1e305);
  g_signal_connect_swapped (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_cmpuint (scope_state_descend (state, 1, TRUE), ==, 0);
  g_assert_true (scope_state_get_show (state) & SCOPE_SHOW_DESCENT);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (scope_state_descend (state, 1, FALSE), ==, 0);
  g_assert_cmpuint (changed, ==, 1);
  assert_walk (state, 0, 0);
  g_assert_cmpfloat (bias_of (state), ==, -2);
}

/* An axis that no numbers are left for stays as it is. */
static void
test_no_axis (void)
{
  static const struct
  {
    double b, rate;
    guint n;
  } walks[] = { { -2, G_MAXDOUBLE, 1 }, { -1.7e308, 1e308, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();
      ScopeView before;

      scope_state_set_bias (state, walks[i].b);
      before = *scope_state_get_view (state);
      scope_state_set_number (state, SCOPE_FIELD (rate), 0, walks[i].rate);
      g_assert_cmpuint (scope_state_descend (state, walks[i].n, FALSE), ==, walks[i].n);
      g_assert_cmpfloat (bias_of (state), >, 1e307);
      g_assert_true (
        isfinite (scope_state_get_view (state)->axis_hi - scope_state_get_view (state)->axis_lo));
      g_assert_cmpfloat (scope_state_get_view (state)->axis_hi, >=, before.axis_hi);
    }
}

/* Steps that leave it on one side move that end alone. */
static void
test_one_end_of_axis (void)
{
  for (unsigned observed = 0; observed < 2; observed++)
    {
      g_autoptr (ScopeState) state = scope_state_new ();

      scope_state_set_observed (state, observed);
      scope_state_set_number (state, SCOPE_FIELD (rate), 0, 200);
      scope_state_descend (state, 1, FALSE);
      g_assert_cmpint (scope_state_get_view (state)->axis_lo == -10, ==, observed == 0);
      g_assert_cmpint (scope_state_get_view (state)->axis_hi == 10, ==, observed == 1);
      assert_in_sight (state, 0);
    }
}

/* Where the gradient has no digit left, the step to the minimum has the present rate; in a walk that has no
 * room any more there is none. */
static void
test_to_minimum_from_afar (void)
{
  const ScopeBatchRow rows[] = { { { 1000, 0, 0 }, 0 }, { { -1000, 0, 0 }, 1 } };
  g_autoptr (ScopeState) state = scope_state_new (), full = scope_state_new ();
  ScopeMinimumKind kind;
  double b;

  scope_state_set_rows (state, rows, G_N_ELEMENTS (rows));
  scope_state_set_bias (state, 100);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 0.25);
  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  assert_walk (state, 2, 1);
  g_assert_cmpfloat (fabs (bias_of (state) - log (2)), <, 1e-14);
  g_assert_cmpfloat (scope_state_get_walk (state)->track->rate[1], ==, 0.25);
  test_set_weights (full, (const double[]) { 0.5, 1, 0 });
  scope_state_set_number (full, SCOPE_FIELD (rate), 0, 1e-6);
  g_assert_cmpuint (scope_state_descend (full, SCOPE_MOST_PLACES, FALSE), ==, SCOPE_MOST_PLACES - 1);
  b = bias_of (full);
  g_assert_true (scope_state_descend_to_minimum (full, &kind));
  g_assert_cmpint (kind, ==, SCOPE_MINIMUM_FINITE);
  g_assert_cmpfloat (bias_of (full), ==, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-descent/step", test_step);
  g_test_add_func ("/state-descent/back", test_back);
  g_test_add_func ("/state-descent/run", test_run);
  g_test_add_func ("/state-descent/ends", test_ends);
  g_test_add_func ("/state-descent/limits", test_limits);
  g_test_add_func ("/state-descent/save", test_save);
  g_test_add_func ("/state-descent/to-minimum", test_to_minimum);
  g_test_add_func ("/state-descent/kept-rate", test_kept_rate);
  g_test_add_func ("/state-descent/in-sight", test_in_sight);
  g_test_add_func ("/state-descent/nowhere", test_nowhere);
  g_test_add_func ("/state-descent/goes-on", test_goes_on);
  g_test_add_func ("/state-descent/beyond", test_beyond);
  g_test_add_func ("/state-descent/no-axis", test_no_axis);
  g_test_add_func ("/state-descent/one-end-of-axis", test_one_end_of_axis);
  g_test_add_func ("/state-descent/to-minimum-from-afar", test_to_minimum_from_afar);
  return g_test_run ();
}
