/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state.h"

#include "lecture.h"

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
  scope_state_set_rate (state, 1000);
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
  scope_state_set_weights (state, steep);
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
  scope_state_end_lecture (state);
  assert_view (state, &view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-undo/brings-the-view", test_undo_brings_the_view);
  g_test_add_func ("/state-undo/lecture-brings-the-view", test_lecture_brings_the_view);
  return g_test_run ();
}
