/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-steps.h"

#include <string.h>

#include "number.h"

#define DIGITS 4
#define LATEX_DIGITS 6

/* All of a place after the present one would show the step that leads there. */
static unsigned
places_of (ScopeState *state, guint place, ScopeStepColumn column)
{
  unsigned later = place > scope_state_get_walk (state)->at ? SCOPE_PLACE_DOWNHILL : 0;

  switch (column)
    {
    case SCOPE_STEP_BIAS:
      return later;
    case SCOPE_STEP_PROBABILITY:
      return SCOPE_PLACE_PROBABILITY | later;
    case SCOPE_STEP_LOSS:
      return SCOPE_PLACE_LOSS | later;
    case SCOPE_STEP_GRADIENT:
    case SCOPE_STEP_SIZE:
      return SCOPE_PLACE_GRADIENT | SCOPE_PLACE_DOWNHILL;
    case SCOPE_STEP_NUMBER:
    case SCOPE_N_STEP_COLUMNS:
    default:
      return 0;
    }
}

/* η of the step that leads on, the present one where none has yet. */
static double
rate_from (ScopeState *state, guint place)
{
  const ScopeWalk *walk = scope_state_get_walk (state);

  return place + 1 < walk->n ? walk->track->rate[place + 1] : scope_state_get_rate (state);
}

static double
evaluate (ScopeState *state, guint place, ScopeStepColumn column)
{
  ScopeParameters there = *scope_state_get_parameters (state);
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeBatchOutcome at = { 0 };
  ScopeOutcome outcome = { 0 };

  there.b = scope_state_get_walk (state)->track->b[place];
  scope_batch_evaluate (scope_state_get_batch (state, &batch, &row), there.b, &at);
  switch (column)
    {
    case SCOPE_STEP_NUMBER:
      return place;
    case SCOPE_STEP_BIAS:
      return there.b;
    case SCOPE_STEP_PROBABILITY:
      scope_evaluate (&there, &outcome);
      return outcome.p[scope_wiring_path (&there)];
    case SCOPE_STEP_LOSS:
      return at.loss;
    case SCOPE_STEP_SIZE:
      return rate_from (state, place) * at.dl_db;
    case SCOPE_STEP_GRADIENT:
    case SCOPE_N_STEP_COLUMNS:
    default:
      return at.dl_db;
    }
}

gboolean
scope_step_value (ScopeState *state, guint place, ScopeStepColumn column, double *value)
{
  unsigned hidden
    = scope_hidden_places (scope_state_get_hide (state), scope_state_get_parameters (state));

  *value = evaluate (state, place, column);
  return !(hidden & places_of (state, place, column));
}

char *
scope_step_text (ScopeState *state, guint place, ScopeStepColumn column, char decimal)
{
  double value;

  if (!scope_step_value (state, place, column, &value))
    return g_strdup ("?");
  return scope_number_format (value, DIGITS, decimal);
}

/* --- Files */

char *
scope_steps_to_csv (ScopeState *state)
{
  static const ScopeStepColumn columns[] = { SCOPE_STEP_NUMBER, SCOPE_STEP_BIAS, SCOPE_STEP_LOSS,
                                             SCOPE_STEP_GRADIENT, SCOPE_STEP_SIZE };
  GString *text = g_string_new ("step,bias,loss,gradient,step_size\n");

  for (guint i = 0; i < scope_state_get_walk (state)->n; i++)
    {
      for (guint c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          char number[SCOPE_NUMBER_EXACT_SIZE];
          double value;

          if (c > 0)
            g_string_append_c (text, ',');
          if (scope_step_value (state, i, columns[c], &value))
            g_string_append (text, scope_number_exact (value, number));
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* "$-4.21\\cdot10^{434}$": true minus, dot and raised digits as commands. */
static void
append_latex (GString *text, const char *number)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁻" };
  g_autoptr (GString) cell = g_string_new (number);
  gboolean power = strstr (number, "·10") != NULL;

  g_string_replace (cell, "−", "-", 0);
  g_string_replace (cell, "∞", "\\infty", 0);
  g_string_replace (cell, "·10", "\\cdot10^{", 1);
  for (guint i = 0; i < G_N_ELEMENTS (raised); i++)
    g_string_replace (cell, raised[i], i < 10 ? (const char[]) { (char) ('0' + i), '\0' } : "-", 0);
  g_string_append_printf (text, "$%s%s$", cell->str, power ? "}" : "");
}

char *
scope_steps_to_latex (ScopeState *state)
{
  GString *text = g_string_new (
    "\\begin{tabular}{rrrrrr}\n"
    "step & $b_3$ & $p$ & $L$ & $\\partial L/\\partial b_3$ & "
    "$\\eta\\,\\partial L/\\partial b_3$ \\\\\n\\hline\n");

  for (guint i = 0; i < scope_state_get_walk (state)->n; i++)
    {
      for (ScopeStepColumn c = SCOPE_STEP_NUMBER; c < SCOPE_N_STEP_COLUMNS; c++)
        {
          double value;
          gboolean shown = scope_step_value (state, i, c, &value);
          g_autofree char *number = scope_number_format (value, LATEX_DIGITS, '.');

          if (c > 0)
            g_string_append (text, " & ");
          append_latex (text, shown ? number : "?");
        }
      g_string_append (text, " \\\\\n");
    }
  g_string_append (text, "\\end{tabular}\n");
  return g_string_free (text, FALSE);
}
