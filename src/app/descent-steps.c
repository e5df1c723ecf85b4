/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-steps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "number.h"

#define DIGITS 4
#define LATEX_DIGITS 6

/* --- Columns */

guint
scope_steps_list_columns (ScopeState *state, ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS])
{
  guint n = 0, n_flowers = MAX (scope_state_get_n_rows (state), 1);
  gboolean mean = n_flowers > SCOPE_MOST_STEP_FLOWERS;

  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_NUMBER, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_BIAS, 0 };
  for (guint i = 0; i < (mean ? 1 : n_flowers); i++)
    columns[n++] = (ScopeStepColumn) { SCOPE_STEP_PROBABILITY, mean ? SCOPE_ALL_FLOWERS : i };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_LOSS, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_GRADIENT, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_RATE, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_SIZE, 0 };
  return n;
}

char *
scope_step_title (ScopeState *state, ScopeStepColumn column)
{
  switch (column.kind)
    {
    case SCOPE_STEP_NUMBER:
      return g_strdup (_ ("step"));
    case SCOPE_STEP_BIAS:
      return g_strdup ("b₃");
    case SCOPE_STEP_LOSS:
      return g_strdup ("L");
    case SCOPE_STEP_GRADIENT:
      return g_strdup ("∂L/∂b₃");
    case SCOPE_STEP_RATE:
      return g_strdup ("η");
    case SCOPE_STEP_SIZE:
      return g_strdup ("η·∂L/∂b₃");
    case SCOPE_STEP_PROBABILITY:
    default:
      break;
    }
  if (scope_state_get_n_rows (state) == 0)
    return g_strdup ("p");
  if (column.flower == SCOPE_ALL_FLOWERS)
    /* Translators: the probability p, the mean over all flowers. */
    return g_strdup (_ ("mean p"));
  /* Translators: the probability p of a flower, by its number. */
  return g_strdup_printf (_ ("p, flower %u"), column.flower + 1);
}

/* All of a place after the present one would show the step that leads there. */
static unsigned
places_of (ScopeState *state, guint place, ScopeStepKind kind)
{
  unsigned later = place > scope_state_get_walk (state)->at ? SCOPE_PLACE_DOWNHILL : 0;

  switch (kind)
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
    case SCOPE_STEP_RATE:
    default:
      return 0;
    }
}

/* --- Values */

/* η of the step that leads on, the present one where none has yet. */
static double
rate_from (ScopeState *state, guint place)
{
  const ScopeWalk *walk = scope_state_get_walk (state);

  return place + 1 < walk->n ? walk->track->rate[place + 1] : scope_state_get_rate (state);
}

static double
find_probability (const ScopeBatch *batch, guint flower, double b)
{
  ScopeParameters there = { .b = b, .observed = batch->rows[flower].observed };
  ScopeOutcome outcome = { 0 };

  memcpy (there.a, batch->rows[flower].a, sizeof there.a);
  memcpy (there.w, batch->w, sizeof there.w);
  scope_evaluate (&there, &outcome);
  return outcome.p[scope_wiring_path (&there)];
}

static double
find_probabilities (ScopeState *state, guint flower, double b)
{
  ScopeBatchRow row;
  ScopeBatch batch;
  double sum = 0;

  scope_state_get_batch (state, &batch, &row);
  if (flower != SCOPE_ALL_FLOWERS)
    return find_probability (&batch, flower, b);
  for (guint i = 0; i < batch.n; i++)
    sum += find_probability (&batch, i, b);
  return sum / (double) batch.n;
}

void
scope_step_find (ScopeState *state, guint place, ScopeStep *step)
{
  ScopeBatchRow row;
  ScopeBatch batch;

  *step = (ScopeStep) { .place = place, .b = scope_state_get_walk (state)->track->b[place] };
  scope_batch_evaluate (scope_state_get_batch (state, &batch, &row), step->b, &step->at);
}

gboolean
scope_step_value (ScopeState *state, const ScopeStep *step, ScopeStepColumn column, double *value)
{
  unsigned hidden
    = scope_hidden_places (scope_state_get_hide (state), scope_state_get_parameters (state));

  switch (column.kind)
    {
    case SCOPE_STEP_NUMBER:
      *value = step->place;
      break;
    case SCOPE_STEP_BIAS:
      *value = step->b;
      break;
    case SCOPE_STEP_PROBABILITY:
      *value = find_probabilities (state, column.flower, step->b);
      break;
    case SCOPE_STEP_LOSS:
      *value = step->at.loss;
      break;
    case SCOPE_STEP_RATE:
      *value = rate_from (state, step->place);
      break;
    case SCOPE_STEP_SIZE:
      *value = rate_from (state, step->place) * step->at.dl_db;
      break;
    case SCOPE_STEP_GRADIENT:
    default:
      *value = step->at.dl_db;
      break;
    }
  return !(hidden & places_of (state, step->place, column.kind));
}

char *
scope_step_text (ScopeState *state, const ScopeStep *step, ScopeStepColumn column, char decimal)
{
  double value;

  if (!scope_step_value (state, step, column, &value))
    return g_strdup ("?");
  return scope_number_format (value, DIGITS, decimal);
}

/* --- Files */

static void
append_csv (ScopeState *state, GString *text, const ScopeStep *step, ScopeStepColumn column)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];
  double value;

  if (column.kind != SCOPE_STEP_NUMBER)
    g_string_append_c (text, ',');
  if (scope_step_value (state, step, column, &value))
    g_string_append (text, scope_number_exact (value, number));
}

/* Of one flower p, of a few p1, p2, …, of many mean_p. */
static void
append_csv_heading (ScopeState *state, GString *text, ScopeStepColumn column)
{
  if (column.flower == SCOPE_ALL_FLOWERS)
    g_string_append (text, ",mean_p");
  else if (scope_state_get_n_rows (state) > 0)
    g_string_append_printf (text, ",p%u", column.flower + 1);
  else
    g_string_append (text, ",p");
}

char *
scope_steps_to_csv (ScopeState *state)
{
  static const ScopeStepKind kinds[] = { SCOPE_STEP_NUMBER, SCOPE_STEP_BIAS, SCOPE_STEP_LOSS,
                                         SCOPE_STEP_GRADIENT, SCOPE_STEP_SIZE };
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS];
  guint n = scope_steps_list_columns (state, columns);
  GString *text = g_string_new ("step,bias,loss,gradient,step_size");

  for (guint c = 0; c < n; c++)
    if (columns[c].kind == SCOPE_STEP_PROBABILITY)
      append_csv_heading (state, text, columns[c]);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < scope_state_get_walk (state)->n; i++)
    {
      ScopeStep step;

      scope_step_find (state, i, &step);
      for (guint c = 0; c < G_N_ELEMENTS (kinds); c++)
        append_csv (state, text, &step, (ScopeStepColumn) { kinds[c], 0 });
      for (guint c = 0; c < n; c++)
        if (columns[c].kind == SCOPE_STEP_PROBABILITY)
          append_csv (state, text, &step, columns[c]);
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

/* "step & $b_3$ & $p$ & …", the numbers of flowers upright. */
static void
append_latex_heading (ScopeState *state, GString *text, ScopeStepColumn column)
{
  static const char *const titles[]
    = { "step", "$b_3$", "$p$", "$L$", "$\\partial L/\\partial b_3$", "$\\eta$",
        "$\\eta\\,\\partial L/\\partial b_3$" };

  if (column.kind == SCOPE_STEP_PROBABILITY && column.flower == SCOPE_ALL_FLOWERS)
    g_string_append (text, "mean $p$");
  else if (column.kind == SCOPE_STEP_PROBABILITY && scope_state_get_n_rows (state) > 0)
    g_string_append_printf (text, "$p$ (%u)", column.flower + 1);
  else
    g_string_append (text, titles[column.kind]);
}

static void
append_latex_row (ScopeState *state, GString *text, guint place, const ScopeStepColumn *columns,
                  guint n)
{
  ScopeStep step;

  scope_step_find (state, place, &step);
  for (guint c = 0; c < n; c++)
    {
      double value;
      gboolean shown = scope_step_value (state, &step, columns[c], &value);
      g_autofree char *number = scope_number_format (value, LATEX_DIGITS, '.');

      if (c > 0)
        g_string_append (text, " & ");
      append_latex (text, shown ? number : "?");
    }
  g_string_append (text, " \\\\\n");
}

char *
scope_steps_to_latex (ScopeState *state)
{
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS];
  guint n = scope_steps_list_columns (state, columns);
  g_autofree char *alignment = g_strnfill (n, 'r');
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "\\begin{tabular}{%s}\n", alignment);
  for (guint c = 0; c < n; c++)
    {
      if (c > 0)
        g_string_append (text, " & ");
      append_latex_heading (state, text, columns[c]);
    }
  g_string_append (text, " \\\\\n\\hline\n");
  for (guint i = 0; i < scope_state_get_walk (state)->n; i++)
    append_latex_row (state, text, i, columns, n);
  g_string_append (text, "\\end{tabular}\n");
  return g_string_free (text, FALSE);
}
