/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hidden.h"
#include "state-axis.h"
#include "state-compare.h"
#include "state-descent.h"
#include "state-file.h"
#include "state-merge.h"

#include <string.h>

#include "state-object.h"
#include "state-rows.h"
#include "state-save.h"
#include "state-seal.h"

static const ScopeBatchRow rows[2] = { { { 1, 2, 3 }, 0 }, { { 0.1, 20, -100 }, 1 } };

/* --- What a window may have done */

static void
move_bias (ScopeState *state)
{
  scope_state_set_bias (state, 5);
}

static void
move_logit (ScopeState *state)
{
  scope_state_set_number (state, SCOPE_FIELD (parameters.a), 1, 4);
}

static void
load_rows (ScopeState *state)
{
  scope_state_set_rows (state, rows, 2);
}

static void
rewire (ScopeState *state)
{
  scope_state_set_wiring (state, SCOPE_WIRING_ALL);
}

static void
walk (ScopeState *state)
{
  scope_state_descend (state, 3, FALSE);
}

static void
keep_curve (ScopeState *state)
{
  scope_state_keep_curve (state);
}

static void
look_elsewhere (ScopeState *state)
{
  ScopeView view = *scope_state_get_view (state);

  scope_view_pan (&view, 2);
  scope_state_set_view (state, &view);
}

static void
shift (ScopeState *state)
{
  scope_state_set_number (state, SCOPE_FIELD (parameters.shift), 0, 0.5);
}

static void
set_rate (ScopeState *state)
{
  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 3);
}

static void
hide (ScopeState *state)
{
  scope_state_set_hide (state, SCOPE_QUANTITY_GRADIENT);
}

static void (*const deeds[]) (ScopeState *)
  = { move_bias, move_logit, load_rows, rewire, walk, keep_curve, look_elsewhere, shift, set_rate, hide };

static char *
text_after (void (*deed) (ScopeState *))
{
  g_autoptr (ScopeState) state = scope_state_new ();

  if (deed != NULL)
    deed (state);
  return scope_state_save (state);
}

static ScopeState *
merge (const char *base, const char *mine, const char *theirs)
{
  ScopeState *state = scope_state_new ();
  g_autofree char *text = scope_state_merge (base, mine, theirs);

  g_assert_true (scope_state_restore (state, text));
  return state;
}

/* Where only one has changed anything, it is the other's text, to the byte. */
static void
test_one_side (void)
{
  g_autofree char *base = text_after (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      g_autofree char *text = text_after (deeds[i]);
      g_autoptr (ScopeState) mine = merge (base, text, base), theirs = merge (base, base, text);
      g_autofree char *after_mine = scope_state_save (mine);
      g_autofree char *after_theirs = scope_state_save (theirs);

      g_assert_cmpstr (after_mine, ==, text);
      g_assert_cmpstr (after_theirs, ==, text);
    }
}

/* Any two things that two windows did make a state that can be read. */
static void
test_any_pair (void)
{
  g_autofree char *base = text_after (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    for (guint k = 0; k < G_N_ELEMENTS (deeds); k++)
      {
        g_autofree char *mine = text_after (deeds[i]), *theirs = text_after (deeds[k]);
        g_autoptr (ScopeState) state = merge (base, mine, theirs);

        g_assert_nonnull (state);
      }
}

static void
test_both_stay (void)
{
  g_autofree char *base = text_after (NULL), *mine = text_after (set_rate);
  g_autofree char *theirs = text_after (keep_curve);
  g_autoptr (ScopeState) state = merge (base, mine, theirs);

  g_assert_cmpfloat (scope_state_get_rate (state), ==, 3);
  g_assert_cmpuint (scope_state_get_n_ghosts (state), ==, 1);
}

/* Both have changed the same: the later one is kept. */
static void
test_later_wins (void)
{
  g_autoptr (ScopeState) one = scope_state_new (), two = scope_state_new ();
  g_autofree char *base = scope_state_save (one), *mine = NULL, *theirs = NULL;
  g_autoptr (ScopeState) state = NULL;

  scope_state_set_bias (one, 1);
  scope_state_set_bias (two, 2);
  mine = scope_state_save (one);
  theirs = scope_state_save (two);
  state = merge (base, mine, theirs);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, 1);
}

/* Rows come with their logits, and no walk stays that was not walked on them. */
static void
test_rows_are_one (void)
{
  g_autofree char *base = text_after (NULL), *mine = text_after (walk);
  g_autofree char *theirs = text_after (load_rows);
  g_autoptr (ScopeState) state = merge (base, mine, theirs), other = merge (base, theirs, mine);

  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 2);
  g_assert_cmpfloat (scope_state_get_parameters (state)->a[1], ==, 2);
  g_assert_cmpuint (scope_state_get_walk (state)->n, ==, 0);
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, !=, -2);
  g_assert_cmpuint (scope_state_get_n_rows (other), ==, 2);
  g_assert_cmpuint (scope_state_get_walk (other)->n, ==, 0);
}

/* Back to one flower is a change like any other. */
static void
test_rows_go (void)
{
  g_autoptr (ScopeState) mine_state = scope_state_new ();
  g_autofree char *base = text_after (load_rows), *mine = NULL, *theirs = NULL;
  g_autoptr (ScopeState) theirs_state = scope_state_new (), state = NULL;

  scope_state_restore (mine_state, base);
  scope_state_restore (theirs_state, base);
  scope_state_leave_rows (mine_state);
  scope_state_set_number (theirs_state, SCOPE_FIELD (parameters.shift), 0, 0.5);
  mine = scope_state_save (mine_state);
  theirs = scope_state_save (theirs_state);
  state = merge (base, mine, theirs);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 0);
  g_assert_cmpfloat (scope_state_get_parameters (state)->shift, ==, 0.5);
}

/* Rows that are as long are not the same. */
static void
test_rows_as_long (void)
{
  g_autoptr (ScopeState) one = scope_state_new (), state = NULL;
  g_autofree char *base = NULL, *mine = NULL, *theirs = text_after (set_rate);

  scope_state_set_rows (one, rows, 2);
  scope_state_select_row (one, 1);
  base = scope_state_save (one);
  scope_state_select_row (one, 0);
  scope_state_set_number (one, SCOPE_FIELD (parameters.a), 2, 7);
  scope_state_select_row (one, 1);
  mine = scope_state_save (one);
  g_assert_cmpuint (strlen (strstr (mine, SCOPE_STATE_ROWS)), ==, strlen (strstr (base, SCOPE_STATE_ROWS)));
  state = merge (base, mine, theirs);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 2);
  g_assert_cmpfloat (scope_state_get_rows (state)[0].a[2], ==, 7);
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 3);
}

/* What an earlier version wrote, which knew no h, no version and no end. */
static void
test_earlier (void)
{
  g_autoptr (ScopeState) one = scope_state_new (), state = NULL;
  g_autofree char *base = NULL, *mine = NULL;

  scope_state_set_number (one, SCOPE_FIELD (step_h), 0, 0.5);
  base = scope_state_save (one);
  scope_state_set_bias (one, 5);
  mine = scope_state_save (one);
  state = merge (base, mine,
                 "[Scenario]\nlogits=1;2;3;\nweights=1;0;0;\nbias=0\nrate=7\nselected=2\nsum=mean\n"
                 "\n[Rows]\n1=1;0;0;Setosa;\n2=1;2;3;Virginica;\n");
  g_assert_cmpfloat (scope_state_get_parameters (state)->b, ==, 5);
  g_assert_cmpfloat (scope_state_get_rate (state), ==, 7);
  g_assert_cmpfloat (scope_state_get_step_h (state), ==, 0.5);
  g_assert_cmpuint (scope_state_get_n_rows (state), ==, 2);
  g_assert_cmpuint (scope_state_get_parameters (state)->observed, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-merge/one-side", test_one_side);
  g_test_add_func ("/state-merge/any-pair", test_any_pair);
  g_test_add_func ("/state-merge/both-stay", test_both_stay);
  g_test_add_func ("/state-merge/later-wins", test_later_wins);
  g_test_add_func ("/state-merge/rows-are-one", test_rows_are_one);
  g_test_add_func ("/state-merge/rows-go", test_rows_go);
  g_test_add_func ("/state-merge/rows-as-long", test_rows_as_long);
  g_test_add_func ("/state-merge/earlier", test_earlier);
  return g_test_run ();
}
