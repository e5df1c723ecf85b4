/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-descent.h"
#include "state-figure.h"
#include "state-file.h"
#include "state-lecture.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

#include <math.h>
#include <string.h>

#include "iris.h"
#include "random.h"
#include "sealed.h"
#include "weights.h"

static ScopeState *
new_three (void)
{
  ScopeState *state = scope_state_new ();

  scope_state_set_rows (state, test_flower_rows, G_N_ELEMENTS (test_flower_rows));
  return state;
}

/* What the figure is told of its sum is so at any time. */
static void
assert_sum (const ScopeFigure *figure)
{
  ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);
  ScopeBatchOutcome sum;
  ScopeMinimum minimum;

  g_assert_cmpint (scope_batch_evaluate (&batch, figure->parameters.b, &sum), ==, SCOPE_STATUS_OK);
  g_assert_cmpfloat_with_epsilon (figure->many->sum->loss, sum.loss, 1e-15 * (1 + sum.loss));
  g_assert_cmpfloat_with_epsilon (figure->many->sum->dl_db, sum.dl_db, 1e-14);
  if (figure->settled)
    g_assert_nonnull (figure->many->minimum);
  if (figure->many->minimum == NULL)
    return;
  g_assert_cmpint (scope_minimum_find (&batch, &minimum), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (figure->many->minimum->kind, ==, minimum.kind);
  g_assert_cmpfloat (figure->many->minimum->bound, ==, minimum.bound);
}

/* What the sliders show is the selected row, and the figure has the same rows. */
static void
assert_consistent (ScopeState *state)
{
  const ScopeParameters *in = scope_state_get_parameters (state);
  guint n = scope_state_get_n_rows (state), selected = scope_state_get_selected (state);
  ScopeFigure figure;

  scope_state_fill_figure (state, &figure);
  if (n == 0)
    {
      g_assert_null (figure.many);
      g_assert_null (scope_state_get_rows (state));
      g_assert_cmpuint (selected, ==, 0);
      return;
    }
  g_assert_cmpuint (selected, <, n);
  g_assert_cmpuint (figure.many->n, ==, n);
  g_assert_cmpuint (figure.many->selected, ==, selected);
  g_assert_true (figure.many->rows == scope_state_get_rows (state));
  g_assert_true (figure.many->mean == scope_state_get_mean (state));
  g_assert_cmpmem (in->a, sizeof in->a, figure.many->rows[selected].a, sizeof in->a);
  g_assert_cmpuint (in->observed, ==, figure.many->rows[selected].observed);
  assert_sum (&figure);
}

static void
assert_rows (ScopeState *state, const ScopeBatchRow *rows, guint n)
{
  const ScopeBatchRow *has = scope_state_get_rows (state);

  assert_consistent (state);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpmem (has[i].a, sizeof has[i].a, rows[i].a, sizeof rows[i].a);
      g_assert_cmpuint (has[i].observed, ==, rows[i].observed);
    }
}

static void
test_set (void)
{
  g_autoptr (ScopeState) state = new_three ();

  assert_rows (state, test_flower_rows, 3);
  g_assert_false (scope_state_get_mean (state));
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 1);
  g_assert_cmpfloat (scope_state_get_row_bound (state), ==, 1.0368);
  scope_state_undo (state);
  assert_rows (state, NULL, 0);
  scope_state_redo (state);
  assert_rows (state, test_flower_rows, 3);
  scope_state_select_row (state, 1);
  scope_state_leave_rows (state);
  assert_rows (state, NULL, 0);
  g_assert_cmpuint (scope_state_get_parameters (state)->observed, ==, 2);
  scope_state_undo (state);
  assert_rows (state, test_flower_rows, 3);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 1);
}

/* While a logit is dragged the minimum is not searched for; while b₃ is, it is known. */
static void
test_drag (void)
{
  g_autoptr (ScopeState) state = new_three ();
  ScopeFigure figure;

  assert_consistent (state);
  scope_state_begin_drag (state);
  scope_state_set_bias (state, 1.5);
  scope_state_fill_figure (state, &figure);
  g_assert_nonnull (figure.many->minimum);
  assert_consistent (state);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1, -3);
  scope_state_fill_figure (state, &figure);
  g_assert_null (figure.many->minimum);
  assert_consistent (state);
  scope_state_end_drag (state);
  assert_consistent (state);
}

static void
test_edit (void)
{
  g_autoptr (ScopeState) state = new_three ();
  ScopeBatchRow rows[3];

  memcpy (rows, test_flower_rows, sizeof rows);
  scope_state_select_row (state, 2);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[1], ==, 0.8632);
  scope_state_begin_drag (state);
  for (int i = 1; i <= 10; i++)
    scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1, i);
  scope_state_end_drag (state);
  rows[2].a[1] = 10;
  assert_rows (state, rows, 3);
  scope_state_set_observed (state, 0);
  rows[2].observed = 0;
  assert_rows (state, rows, 3);
  scope_state_undo (state);
  scope_state_undo (state);
  assert_rows (state, test_flower_rows, 3);
  scope_state_redo (state);
  scope_state_redo (state);
  assert_rows (state, rows, 3);
}

/* A nudge of one row and, right after it, of another are two steps. */
static void
test_select (void)
{
  g_autoptr (ScopeState) state = new_three ();

  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 5);
  scope_state_select_row (state, 1);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 6);
  scope_state_undo (state);
  g_assert_cmpfloat (scope_state_get_rows (state)[0].a[0], ==, 5);
  g_assert_cmpfloat (scope_state_get_rows (state)[1].a[0], ==, 0);
  assert_consistent (state);
  scope_state_undo (state);
  assert_rows (state, test_flower_rows, 3);
  scope_state_select_row (state, 7);
  g_assert_cmpuint (scope_state_get_selected (state), <, 3);
}

static void
test_insert_remove (void)
{
  g_autoptr (ScopeState) state = new_three ();
  const ScopeBatchRow added[] = { { { 1, 2, 3 }, 1 }, { { 4, 5, 6 }, 2 } };
  const ScopeBatchRow all[]
    = { test_flower_rows[0], added[0], added[1], test_flower_rows[1], test_flower_rows[2] };
  const ScopeBatchRow left[] = { added[0], added[1], test_flower_rows[1] };

  scope_state_insert_rows (state, 1, added, 2);
  assert_rows (state, all, 5);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 1);
  scope_state_remove_row (state, 0);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 0);
  scope_state_select_row (state, 3);
  scope_state_remove_row (state, 3);
  assert_rows (state, left, 3);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 2);
  for (guint i = 0; i < 3; i++)
    scope_state_remove_row (state, 0);
  assert_rows (state, NULL, 0);
  /* The last one stays in the sliders. */
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[2], ==, 1);
  scope_state_insert_rows (state, 1, added, 2);
  assert_rows (state, (const ScopeBatchRow[]) { test_flower_rows[1], added[0], added[1] }, 3);
}

static void
test_move (void)
{
  g_autoptr (ScopeState) state = new_three ();
  const ScopeBatchRow down[] = { test_flower_rows[1], test_flower_rows[2], test_flower_rows[0] };

  scope_state_select_row (state, 1);
  scope_state_move_row (state, 0, 2);
  assert_rows (state, down, 3);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 0);
  scope_state_move_row (state, 2, 0);
  assert_rows (state, test_flower_rows, 3);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 1);
  scope_state_move_row (state, 1, 0);
  g_assert_cmpuint (scope_state_get_selected (state), ==, 0);
}

/* Shared by all their steps: rows that a walk goes over do not change. */
static void
test_descend (void)
{
  g_autoptr (ScopeState) state = new_three ();
  static const double places[] = { -1.226798996749, -0.662258, -0.327253 };
  ScopeMinimumKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      scope_state_descend (state, 1, FALSE);
      g_assert_cmpfloat (fabs (scope_state_get_parameters (state)->b - places[i]), <, 1e-6);
    }
  scope_state_select_row (state, 2);
  g_assert_cmpuint (scope_state_get_walk (state)->n, ==, 4);
  /* On the mean they are the steps of a rate three times as large. */
  scope_state_set_mean (state, TRUE);
  g_assert_cmpuint (scope_state_get_walk (state)->n, ==, 4);
  g_assert_cmpfloat (scope_state_get_walk (state)->track->rate[3], ==, 3);
  scope_state_set_mean (state, TRUE);
  g_assert_cmpfloat (scope_state_get_walk (state)->track->rate[3], ==, 3);
  scope_state_set_mean (state, FALSE);
  g_assert_cmpfloat (scope_state_get_walk (state)->track->rate[3], ==, 1);
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 3);
  g_assert_cmpuint (scope_state_get_walk (state)->n, ==, 0);
  scope_state_undo (state);
  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpfloat (fabs (scope_state_get_parameters (state)->b + 0.031652958487831), <, 1e-14);
}

/* Above that no step from anywhere raises the mean: 8 for one wired class. */
static void
test_safe_rate (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeBatchRow rows[40];

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = test_flower_rows[i % 3];
  scope_state_set_rows (state, rows, 39);
  g_assert_false (scope_state_get_mean (state));
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 1);
  scope_state_set_rows (state, rows, 40);
  g_assert_true (scope_state_get_mean (state));
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 5);
  scope_state_leave_rows (state);
  test_set_weights (state, (const double[]) { 20, 0, 0 });
  scope_state_set_rows (state, rows, 40);
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 0.02);
  /* Where every curve is flat, any rate is safe. */
  scope_state_set_wiring (state, SCOPE_WIRING_ALL);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 3);
  scope_state_set_rows (state, rows, 40);
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 3);
}

static void
test_wiring (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();

  scope_state_set_wiring (state, SCOPE_WIRING_OBSERVED);
  scope_state_set_rows (state, test_flower_rows, 3);
  g_assert_cmpint (scope_state_get_wiring (state), ==, SCOPE_WIRING_CLASS_1);
  scope_state_set_wiring (state, SCOPE_WIRING_CLASS_3);
  scope_state_set_wiring (state, SCOPE_WIRING_OBSERVED);
  g_assert_cmpint (scope_state_get_wiring (state), ==, SCOPE_WIRING_CLASS_1);
  g_assert_cmpfloat (scope_state_get_parameters (state)->w[0], ==, 1);
}

static void
test_restore (void)
{
  g_autoptr (ScopeState) state = new_three (), other = scope_state_new ();
  g_autofree char *text = NULL, *again = NULL;

  scope_state_select_row (state, 1);
  scope_state_set_mean (state, TRUE);
  scope_state_descend (state, 2, FALSE);
  text = scope_state_save (state);
  g_assert_true (scope_state_restore (other, text));
  assert_rows (other, test_flower_rows, 3);
  g_assert_cmpuint (scope_state_get_selected (other), ==, 1);
  g_assert_true (scope_state_get_mean (other));
  g_assert_cmpuint (scope_state_get_walk (other)->n, ==, 3);
  again = scope_state_save (other);
  g_assert_cmpstr (text, ==, again);
}

/* A broken text changes nothing. */
static void
test_restore_broken (void)
{
  static const struct
  {
    const char *from, *to;
  } breaks[] = { { "selected=1", "selected=4" }, { "selected=1", "selected=0" },
                 { "\n1=1.03", "\n1=inf" },      { "\n1=", "\n7=" },
                 { "2=0;0;1;3;", "2=0;0;1;" },   { "2=0;0;1;3;", "2=0;0;1;Rose;" },
                 { "2=0;0;1", "2=0;x;1" } };
  g_autoptr (ScopeState) state = new_three ();
  g_autofree char *text = scope_state_save (state);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GString) broken = g_string_new (text);
      g_autoptr (ScopeState) other = scope_state_new ();
      g_autofree char *sealed = NULL;

      g_assert_cmpuint (g_string_replace (broken, breaks[i].from, breaks[i].to, 1), ==, 1);
      sealed = seal_again (broken->str);
      g_assert_false (scope_state_restore (other, sealed));
      assert_rows (other, NULL, 0);
    }
}

static void
test_lecture (void)
{
  g_autoptr (ScopeState) state = new_three ();
  ScopeValues step = { .rate = 1, .step_h = 1, .parameters.w = { 1, 0, 0 } };

  scope_state_begin_lecture (state);
  scope_state_show_step (state, &step);
  assert_rows (state, NULL, 0);
  scope_state_set_rows (state, test_flower_rows + 1, 1);
  scope_state_end_lecture (state);
  assert_rows (state, test_flower_rows, 3);
}

/* Anything in any order, and undo leads all the way back. */
static void
test_random (void)
{
  g_autoptr (ScopeState) state = new_three ();
  guint64 seed = 5;

  for (guint i = 0; i < 400; i++)
    {
      guint n = MAX (scope_state_get_n_rows (state), 1), a = (guint) (test_next_random (&seed) % n);
      guint b = (guint) (test_next_random (&seed) % n);

      switch (test_next_random (&seed) % 8)
        {
        case 0:
          scope_state_insert_rows (state, a, test_flower_rows, 1 + b % 3);
          break;
        case 1:
          scope_state_remove_row (state, a);
          break;
        case 2:
          scope_state_move_row (state, a, b);
          break;
        case 3:
          scope_state_select_row (state, a);
          break;
        case 4:
          scope_state_set_mean (state, a % 2 == 0);
          break;
        case 5:
          scope_state_undo (state);
          break;
        case 6:
          scope_state_redo (state);
          break;
        default:
          scope_state_set_number (state, SCOPE_FIELD (parameters.a), b % 3, (double) i);
          break;
        }
      assert_consistent (state);
    }
  while (scope_state_get_n_rows (state) == 0)
    scope_state_undo (state);
  for (guint i = 0; i < 500; i++)
    scope_state_undo (state);
  assert_rows (state, NULL, 0);
  scope_state_redo (state);
  assert_rows (state, test_flower_rows, 3);
}

/* A zero has no sign in what is kept. */
static void
test_save_zero (void)
{
  const ScopeBatchRow rows[] = { { { -0.0, 1, -0.0 }, 0 }, { { 2, -0.0, 0 }, 1 } };
  const double weights[3] = { 1, -0.0, -0.0 };
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *text = NULL;

  scope_state_set_rows (state, rows, G_N_ELEMENTS (rows));
  test_set_weights (state, weights);
  scope_state_set_bias (state, -0.0);
  text = scope_state_save (state);
  g_assert_null (strstr (text, "=-0\n"));
  g_assert_null (strstr (text, "=-0;"));
  g_assert_null (strstr (text, ";-0;"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-rows/set", test_set);
  g_test_add_func ("/state-rows/drag", test_drag);
  g_test_add_func ("/state-rows/edit", test_edit);
  g_test_add_func ("/state-rows/select", test_select);
  g_test_add_func ("/state-rows/insert-remove", test_insert_remove);
  g_test_add_func ("/state-rows/move", test_move);
  g_test_add_func ("/state-rows/descend", test_descend);
  g_test_add_func ("/state-rows/safe-rate", test_safe_rate);
  g_test_add_func ("/state-rows/wiring", test_wiring);
  g_test_add_func ("/state-rows/restore", test_restore);
  g_test_add_func ("/state-rows/restore-broken", test_restore_broken);
  g_test_add_func ("/state-rows/lecture", test_lecture);
  g_test_add_func ("/state-rows/random", test_random);
  g_test_add_func ("/state-rows/save-zero", test_save_zero);
  return g_test_run ();
}
