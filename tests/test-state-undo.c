/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-axis.h"
#include "state-compare.h"
#include "state-descent.h"
#include "state-lecture.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-undo.h"
#include "state.h"

#include "lecture.h"
#include "weights.h"

static void
assert_view (ScopeState *state, const ScopeView *view)
{
  g_assert_cmpmem (scope_state_get_view (state), sizeof *view, view, sizeof *view);
}

/* Undo and redo bring back the view that went with the values, whatever changed it and however. */
static void
test_undo_brings_the_view (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  const double a[3] = { 14.0835, 1.19361, -19.3324 }, steep[3] = { 1e6, 0, 0 };
  const ScopeBatchRow rows[2] = { { { 1, 2, 3 }, 0 }, { { 300, 20, -100 }, 1 } };
  ScopeView views[9], zoomed;
  guint n = 0;

  views[n++] = *scope_state_get_view (state);
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 1000);
  views[n++] = *scope_state_get_view (state);
  scope_state_descend (state, 1, FALSE); /* far outside of the axis */
  g_assert_cmpfloat (scope_state_get_view (state)->axis_hi, >, 100);
  views[n++] = *scope_state_get_view (state);
  scope_state_choose_flower (state, "Setosa 1", a, 0);
  views[n++] = *scope_state_get_view (state);
  scope_state_set_rows (state, rows, 2);
  views[n++] = *scope_state_get_view (state);
  scope_state_set_mean (state, TRUE);
  views[n++] = *scope_state_get_view (state);
  scope_state_leave_rows (state);
  views[n++] = *scope_state_get_view (state);
  test_set_weights (state, steep);
  /* Moved by hand, b₃ out of sight: it is there again after redo. */
  zoomed = *scope_state_get_view (state);
  scope_view_pan (&zoomed, 1e4);
  scope_state_set_view (state, &zoomed);
  views[n++] = *scope_state_get_view (state);
  scope_state_reset (state);
  views[n++] = *scope_state_get_view (state);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (views));
  for (guint round = 0; round < 2; round++)
    {
      for (guint i = n - 1; i-- > 0;)
        {
          scope_state_undo (state);
          assert_view (state, &views[i]);
        }
      for (guint i = 1; i < n; i++)
        {
          scope_state_redo (state);
          assert_view (state, &views[i]);
        }
    }
}

/* What is looked at by hand is there again after a lecture, too. */
static void
test_lecture_brings_the_view (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeView view = *scope_state_get_view (state);
  ScopeValues values;

  scope_view_pan (&view, 500);
  scope_state_set_view (state, &view);
  view = *scope_state_get_view (state);
  scope_lecture_fill_values (3, &values);
  scope_state_begin_lecture (state);
  scope_state_show_step (state, &values);
  /* Once more is once. */
  scope_state_begin_lecture (state);
  scope_state_end_lecture (state);
  assert_view (state, &view);
  scope_state_set_view (state, &(ScopeView) { .axis_lo = -3, .axis_hi = 4 });
  view = *scope_state_get_view (state);
  scope_state_end_lecture (state);
  assert_view (state, &view);
}

/* A step is kept for each of these, however much else is the same. */
static void
test_each_is_a_step (void)
{
  const double a[] = { 1.0368, 0.0032, 0.1352 };
  const ScopeBatchRow rows[] = { { { 1.0368, 0.0032, 0.1352 }, 0 }, { { 0, 0, 1 }, 2 } };
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *start = scope_state_save (state), *end = NULL;
  gboolean can_undo = TRUE;
  guint n = 0;

  scope_state_choose_flower (state, "The same numbers", a, 0);
  scope_state_set_estimate (state, 0.5);
  scope_state_keep_curve (state);
  scope_state_rename_ghost (state, 0, "mine");
  scope_state_set_rows (state, rows, 2);
  scope_state_set_mean (state, TRUE);
  scope_state_descend (state, 1, FALSE);
  scope_state_keep_walk (state);
  scope_state_clear_walks (state);
  /* Nothing more is done by these. */
  scope_state_clear_walks (state);
  scope_state_set_estimate (state, 0.5);
  scope_state_set_mean (state, TRUE);
  for (; can_undo; n++)
    {
      scope_state_undo (state);
      g_object_get (state, "can-undo", &can_undo, NULL);
    }
  g_assert_cmpuint (n, ==, 9);
  end = scope_state_save (state);
  g_assert_cmpstr (start, ==, end);
}

/* Steps let go of what they keep before it is too much; the last one stays. */
static void
test_bounded (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeHistory *history = scope_history_new ();
  ScopeMoment moment = { .values.rate = 1 };
  ScopeRowBlock *blocks[4];
  guint n = 0;

  /* What is counted is not looked at: five, and once ten million flowers. */
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      blocks[i] = scope_row_block_new (&(ScopeBatchRow) { { 1, 2, 3 }, 0 }, 1);
      blocks[i]->n = i == 2 ? 10000000 : 5000000;
    }
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      moment.values.rows = blocks[i];
      scope_history_push (history, &moment, 0, 0);
      /* Neighbours share theirs. */
      scope_history_push (history, &moment, 0, 0);
    }
  moment.values.rows = NULL;
  for (; scope_history_undo (history, &moment); n++)
    g_assert_true (moment.values.rows == blocks[3]);
  g_assert_cmpuint (n, ==, 2);
  scope_row_block_unref (moment.values.rows);
  scope_history_free (history);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    scope_row_block_unref (blocks[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-undo/brings-the-view", test_undo_brings_the_view);
  g_test_add_func ("/state-undo/lecture-brings-the-view", test_lecture_brings_the_view);
  g_test_add_func ("/state-undo/each-is-a-step", test_each_is_a_step);
  g_test_add_func ("/state-undo/bounded", test_bounded);
  return g_test_run ();
}
