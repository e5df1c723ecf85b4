/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "large.h"
#include "state-aside.h"
#include "state-axis.h"
#include "state-compare.h"
#include "state-descent.h"
#include "state-figure.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-undo.h"
#include "weights.h"

static const char *const words[SCOPE_N_WORDS] = { "a result", NULL, "a verdict" };

/* As a thread does it, which knows nothing of what was drawn before. */
static ScopeFigureCopy *
complete (ScopeFigureCopy *copy)
{
  g_autoptr (ScopeManyTotal) total = scope_many_total_new ();

  scope_figure_copy_complete (copy, total);
  return copy;
}

static void
tell (ScopeState *state)
{
  g_autoptr (ScopeFigureCopy) copy = complete (test_copy_figure (state));

  scope_state_tell (state, copy, words);
}

static void
assert_known (ScopeState *state, gboolean sum, gboolean minimum)
{
  g_autoptr (ScopeFigureCopy) copy = test_copy_figure (state);
  ScopeBatch batch = scope_many_batch (&copy->many, copy->figure.parameters.w);
  ScopeBatchOutcome out;
  ScopeMinimum least;

  g_assert_cmpint (copy->many.sum != NULL, ==, sum);
  g_assert_cmpint (copy->many.minimum != NULL, ==, minimum);
  g_assert_cmpint (scope_state_knows_minimum (state), ==, minimum);
  g_assert_cmpint (scope_batch_evaluate (&batch, copy->figure.parameters.b, &out), ==, SCOPE_STATUS_OK);
  g_assert_cmpint (scope_minimum_find (&batch, &least), ==, SCOPE_STATUS_OK);
  if (sum)
    g_assert_cmpfloat_with_epsilon (copy->many.sum->loss, out.loss, 1e-15 * out.loss);
  if (minimum)
    g_assert_cmpfloat_with_epsilon (copy->many.minimum->b, least.b, 1e-14);
}

/* --- What the window does meanwhile */

static void
rest (ScopeState *state)
{
  scope_state_set_show (state, scope_state_get_show (state) ^ SCOPE_SHOW_BAR);
}

static void
move_bias (ScopeState *state)
{
  scope_state_set_bias (state, 0.75);
}

static void
select_row (ScopeState *state)
{
  scope_state_select_row (state, 7);
}

static void
flip_mean (ScopeState *state)
{
  scope_state_set_mean (state, !scope_state_get_mean (state));
}

static void
rewire (ScopeState *state)
{
  test_set_weights (state, (const double[]) { 1, -0.5, 0.25 });
}

static void
move_logit (ScopeState *state)
{
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1, 40);
}

static const struct
{
  void (*deed) (ScopeState *state);
  gboolean keeps_sum, keeps_minimum;
} deeds[] = {
  { rest, TRUE, TRUE },                                     /* neither b₃ nor a curve is another one */
  { move_bias, FALSE, TRUE },                               /* the same curve */
  { select_row, FALSE, TRUE }, { flip_mean, FALSE, FALSE }, /* another one */
  { rewire, FALSE, FALSE },    { move_logit, FALSE, FALSE },
};

static void
test_told (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  ScopeMinimumKind kind;

  assert_known (state, FALSE, FALSE);
  g_assert_false (scope_state_descend_to_minimum (state, &kind));
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
  tell (state);
  assert_known (state, TRUE, TRUE);
  g_assert_cmpstr (scope_state_get_words (state, SCOPE_WORDS_RESULT), ==, "a result");
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_HOOD));
  g_assert_cmpstr (scope_state_get_words (state, SCOPE_WORDS_VERDICT), ==, "a verdict");
  g_assert_true (scope_state_descend_to_minimum (state, &kind));
  g_assert_cmpint (kind, ==, SCOPE_MINIMUM_FINITE);
  g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
}

/* What is still so is still known, and nothing that is not. */
static void
test_deeds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (ScopeState) state = test_new_large_state ();

      g_test_message ("deed %u", i);
      tell (state);
      deeds[i].deed (state);
      assert_known (state, deeds[i].keeps_sum, deeds[i].keeps_minimum);
      g_assert_null (scope_state_get_words (state, SCOPE_WORDS_RESULT));
      tell (state);
      assert_known (state, TRUE, TRUE);
      g_assert_cmpstr (scope_state_get_words (state, SCOPE_WORDS_RESULT), ==, "a result");
    }
}

/* What was drawn of the state before comes late: its words are no more, but the minimum of the same curve is. */
static void
test_late (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autoptr (ScopeState) state = test_new_large_state ();
      g_autoptr (ScopeFigureCopy) late = NULL;
      ScopeBatchOutcome out;
      ScopeBatch batch;

      /* In the middle of a drag no minimum is searched for. */
      scope_state_begin_drag (state);
      late = complete (test_copy_figure (state));
      scope_state_end_drag (state);
      g_assert_null (late->many.minimum);
      batch = scope_many_batch (&late->many, late->figure.parameters.w);
      g_assert_cmpint (scope_batch_evaluate (&batch, late->figure.parameters.b, &out), ==, SCOPE_STATUS_OK);
      g_assert_cmpfloat_with_epsilon (late->many.sum->loss, out.loss, 1e-15 * out.loss);
      deeds[i].deed (state);
      tell (state);
      scope_state_tell (state, late, words);
      g_assert_cmpstr (scope_state_get_words (state, SCOPE_WORDS_RESULT), ==, "a result");
      assert_known (state, deeds[i].keeps_sum, deeds[i].keeps_minimum);
      /* Nor is another curve's that of this one, once it is back. */
      if (deeds[i].deed != select_row)
        {
          scope_state_undo (state);
          assert_known (state, TRUE, deeds[i].keeps_minimum);
        }
      /* What is known of the sum alone is completed. */
      tell (state);
      assert_known (state, TRUE, TRUE);
    }
}

/* The axis waits until the curves are known, and is the user's from then on. */
static void
test_fits (void)
{
  g_autoptr (ScopeState) state = test_new_large_state ();
  g_autoptr (ScopeFigureCopy) copy = NULL;
  ScopeView fitted, own;

  test_set_weights (state, (const double[]) { 0.05, 0, 0 });
  scope_state_reset_view (state);
  copy = complete (test_copy_figure (state));
  fitted = copy->figure.view;
  g_assert_cmpfloat (scope_state_get_view (state)->axis_lo, ==, -10);
  g_assert_cmpfloat (fitted.axis_hi - fitted.axis_lo, >, 30);
  scope_state_tell (state, copy, words);
  g_assert_cmpmem (scope_state_get_view (state), sizeof fitted, &fitted, sizeof fitted);
  scope_state_tell (state, copy, words);
  g_assert_cmpmem (scope_state_get_view (state), sizeof fitted, &fitted, sizeof fitted);
  scope_view_zoom (&fitted, 0.5, 0);
  scope_state_set_view (state, &fitted);
  own = *scope_state_get_view (state);
  scope_state_tell (state, copy, words);
  tell (state);
  g_assert_cmpmem (scope_state_get_view (state), sizeof own, &own, sizeof own);
}

/* A copy says what was so, whatever becomes of the state, and owns it. */
static void
test_copy (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  ScopeStage stage = { .step = 3 };
  ScopeFigureCopy *copy;
  ScopeFigure figure;
  double b;

  scope_state_keep_curve (state);
  scope_state_rename_ghost (state, 0, "mine");
  scope_state_descend (state, 2, FALSE);
  b = scope_state_get_parameters (state)->b;
  scope_state_fill_figure (state, &figure);
  figure.stage = &stage;
  copy = scope_state_copy_figure (state, &figure);
  stage.step = 4;
  scope_state_rename_ghost (state, 0, "yours");
  scope_state_clear_walks (state);
  scope_state_set_bias (state, 5);
  g_clear_object (&state);
  g_assert_cmpuint (copy->figure.n_ghosts, ==, 1);
  g_assert_cmpstr (copy->figure.ghosts[0].name, ==, "mine");
  g_assert_cmpuint (copy->figure.trail.n, ==, 3);
  g_assert_cmpfloat (copy->figure.trail.b[2], ==, b);
  g_assert_cmpfloat (copy->figure.parameters.b, ==, b);
  g_assert_cmpint (copy->figure.stage->step, ==, 3);
  /* One flower has no sum. */
  complete (copy);
  g_assert_null (copy->figure.many);
  scope_figure_copy_free (copy);
  scope_figure_copy_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-aside/told", test_told);
  g_test_add_func ("/state-aside/deeds", test_deeds);
  g_test_add_func ("/state-aside/late", test_late);
  g_test_add_func ("/state-aside/fits", test_fits);
  g_test_add_func ("/state-aside/copy", test_copy);
  return g_test_run ();
}
