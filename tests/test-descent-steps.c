/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-steps.h"

#include <string.h>

#include "hidden.h"
#include "iris.h"
#include "state-descent.h"
#include "state-object.h"
#include "state-rows.h"
#include "state-undo.h"

static char *
to_csv (ScopeState *state)
{
  g_autoptr (ScopeSteps) steps = scope_descent_steps_new (state);

  return scope_descent_steps_to_csv (steps);
}

static char *
to_latex (ScopeState *state)
{
  g_autoptr (ScopeSteps) steps = scope_descent_steps_new (state);

  return scope_descent_steps_to_latex (steps);
}

/* What logitscope-cli descend prints, to the last digit. */
static void
test_files (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *csv = NULL, *latex = NULL, *hidden = NULL, *hidden_latex = NULL, *cell = NULL;
  g_autoptr (ScopeSteps) steps = NULL;
  ScopeStep step;

  scope_state_descend (state, 1, FALSE);
  csv = to_csv (state);
  g_assert_cmpstr (csv, ==,
                   "step,bias,loss,gradient,step_size,p\n"
                   "0,-2,1.8912771689741947,-0.84912101223199721,-0.84912101223199721,"
                   "0.15087898776800279\n"
                   "1,-1.1508789877680028,1.2259885811943585,-0.70653255951835536,"
                   "-0.70653255951835536,0.29346744048164458\n");
  latex = to_latex (state);
  g_assert_nonnull (strstr (latex, "$0$ & $-2$ & $0.150879$ & $1.89128$ & $-0.849121$ & $1$ & $-0.849121$"));
  scope_state_descend_to (state, 0);
  scope_state_set_hide (state, SCOPE_QUANTITY_GRADIENT | SCOPE_QUANTITY_LOSS);
  hidden = to_csv (state);
  g_assert_cmpstr (hidden, ==, "step,bias,loss,gradient,step_size,p\n0,-2,,,,0.15087898776800279\n1,,,,,\n");
  hidden_latex = to_latex (state);
  g_assert_nonnull (strstr (hidden_latex, "$1$ & $?$ & $?$ & $?$ & $?$ & $1$ & $?$"));
  steps = scope_descent_steps_new (state);
  scope_descent_step_find (steps, 1, &step);
  cell = scope_descent_step_text (steps, &step, TRUE, (ScopeStepColumn) { SCOPE_STEP_BIAS, 0 }, '.');
  g_assert_cmpstr (cell, ==, "?");
}

/* Neither loss nor gradient is 0 where double has nothing of them. */
static void
test_small (void)
{
  static const ScopeStepKind kinds[] = { SCOPE_STEP_LOSS, SCOPE_STEP_GRADIENT };
  static const char *const cells[] = { "7.222·10⁻³³²", "−7.222·10⁻³³²" };
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autoptr (ScopeSteps) steps = NULL;
  g_autofree char *latex = NULL;
  ScopeStep step;

  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 900);
  scope_state_descend (state, 1, FALSE);
  steps = scope_descent_steps_new (state);
  scope_descent_step_find (steps, 1, &step);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *cell
        = scope_descent_step_text (steps, &step, TRUE, (ScopeStepColumn) { kinds[i], 0 }, '.');

      g_assert_cmpstr (cell, ==, cells[i]);
    }
  latex = to_latex (state);
  g_assert_nonnull (strstr (latex, "{-332}"));
}

static void
assert_titles (ScopeState *state, const char *expected)
{
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS];
  g_autoptr (ScopeSteps) steps = scope_descent_steps_new (state);
  guint n = scope_descent_steps_list_columns (steps, columns);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = scope_descent_step_title (steps, columns[i]);

      g_string_append_printf (titles, "%s%s", i > 0 ? "|" : "", title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

/* A few flowers have a probability each, many their mean. */
static void
test_columns (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *latex = NULL, *mean_latex = NULL, *csv = NULL, *mean_csv = NULL;

  assert_titles (state, "step|b₃|p|L|∂L/∂b₃|η|η·∂L/∂b₃");
  scope_state_set_rows (state, test_flower_rows, 3);
  assert_titles (state, "step|b₃|p, flower 1|p, flower 2|p, flower 3|L|∂L/∂b₃|η|η·∂L/∂b₃");
  scope_state_descend (state, 1, FALSE);
  latex = to_latex (state);
  g_assert_nonnull (strstr (latex, "{rrrrrrrrr}\nstep & $b_3$ & $p$ (1) & $p$ (2) & $p$ (3) & "));
  g_assert_nonnull (strstr (latex, "$0$ & $-2$ & $0.150879$ & $0.0351190$ & $0.0408010$ & "
                                   "$2.66594$ & $-0.773201$ & $1$ & $-0.773201$"));
  csv = to_csv (state);
  g_assert_true (g_str_has_prefix (csv, "step,bias,loss,gradient,step_size,p1,p2,p3\n0,-2,2.6659385"));
  scope_state_insert_rows (state, 3, test_flower_rows, 3);
  assert_titles (state, "step|b₃|mean p|L|∂L/∂b₃|η|η·∂L/∂b₃");
  scope_state_set_bias (state, -2);
  scope_state_descend (state, 1, FALSE);
  mean_latex = to_latex (state);
  g_assert_nonnull (strstr (mean_latex, "step & $b_3$ & mean $p$ & $L$"));
  g_assert_nonnull (strstr (mean_latex, "$0$ & $-2$ & $0.0755997$ & $5.33188$ & $-1.54640$ & "));
  mean_csv = to_csv (state);
  g_assert_true (g_str_has_prefix (mean_csv, "step,bias,loss,gradient,step_size,mean_p\n0,-2,5.3318770"));
}

/* Numbers as TeX writes them: "1·10⁻⁷" has an exponent, a minus is one character. */
static void
test_powers (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autofree char *latex = NULL;

  scope_state_set_number (state, SCOPE_FIELD (rate), 0, 1e-7);
  scope_state_descend (state, 1, FALSE);
  latex = to_latex (state);
  g_assert_nonnull (strstr (latex, "& $1\\cdot10^{-7}$ & $-8.49121\\cdot10^{-8}$ \\\\\n"));
}

/* What was reckoned of one walk is that of another where rows, mean and weights are: the sums over rows are. */
static void
test_same_sums (void)
{
  g_autoptr (ScopeState) state = scope_state_new ();
  g_autoptr (ScopeSteps) one_flower = scope_descent_steps_new (state), sum = NULL;

  g_assert_false (scope_descent_steps_have_same_sums (one_flower, one_flower));
  scope_state_set_rows (state, test_flower_rows, 3);
  sum = scope_descent_steps_new (state);
  g_assert_false (scope_descent_steps_have_same_sums (one_flower, sum));
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ScopeSteps) other = NULL;

      if (i == 1)
        scope_state_set_mean (state, TRUE);
      else if (i == 2)
        scope_state_set_wiring (state, SCOPE_WIRING_CLASS_2);
      else if (i == 3)
        scope_state_set_number (state, SCOPE_FIELD (parameters.a), 0, 7);
      other = scope_descent_steps_new (state);
      g_assert_cmpint (scope_descent_steps_have_same_sums (sum, other), ==, i == 0);
      if (i > 0)
        scope_state_undo (state);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/descent-steps/files", test_files);
  g_test_add_func ("/descent-steps/small", test_small);
  g_test_add_func ("/descent-steps/columns", test_columns);
  g_test_add_func ("/descent-steps/powers", test_powers);
  g_test_add_func ("/descent-steps/same-sums", test_same_sums);
  return g_test_run ();
}
