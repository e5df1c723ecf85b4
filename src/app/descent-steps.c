/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-steps.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hidden.h"
#include "many-sum.h"
#include "number.h"

#include "descent-look.h"
#include "state-descent.h"
#include "state-rows.h"

#define DIGITS 4
#define LATEX_DIGITS 6

struct _ScopeSteps
{
  ScopeRowBlock *rows; /* Owned reference; NULL: one flower */
  ScopeBatchRow row;   /* that one */
  ScopeBatch batch;    /* Borrows them */
  guint n, at;         /* places; the one that b₃ is at */
  double *b, *rate;    /* Owned */
  double rate_now;
  unsigned hidden; /* ScopePlace flags */
};

/* --- Life */

ScopeSteps *
scope_descent_steps_new (ScopeState *state)
{
  ScopeSteps *steps = g_atomic_rc_box_new0 (ScopeSteps);
  const ScopeWalk *walk = scope_state_get_walk (state);

  steps->batch = scope_state_get_batch (state, &steps->row);
  steps->rows = scope_row_block_ref (scope_state_get_row_block (state));
  steps->n = walk->n;
  steps->at = walk->at;
  if (walk->n > 0)
    {
      steps->b = g_memdup2 (walk->track->b, walk->n * sizeof *steps->b);
      steps->rate = g_memdup2 (walk->track->rate, walk->n * sizeof *steps->rate);
    }
  steps->rate_now = scope_state_get_rate (state);
  steps->hidden = scope_hidden_places (scope_state_get_hide (state), scope_state_get_parameters (state));
  return steps;
}

ScopeSteps *
scope_descent_steps_ref (ScopeSteps *steps)
{
  return g_atomic_rc_box_acquire (steps);
}

static void
clear_steps (gpointer data)
{
  ScopeSteps *steps = data;

  scope_row_block_unref (steps->rows);
  g_free (steps->b);
  g_free (steps->rate);
}

void
scope_descent_steps_unref (ScopeSteps *steps)
{
  if (steps != NULL)
    g_atomic_rc_box_release_full (steps, clear_steps);
}

guint
scope_descent_steps_get_n (const ScopeSteps *steps)
{
  return steps->n;
}

double
scope_descent_steps_get_bias (const ScopeSteps *steps, guint place)
{
  return steps->b[place];
}

static guint
n_flowers (const ScopeSteps *steps)
{
  return steps->rows != NULL ? steps->rows->n : 0;
}

gboolean
scope_descent_steps_are_large (const ScopeSteps *steps)
{
  return n_flowers (steps) > SCOPE_MANY_ROWS;
}

gboolean
scope_descent_steps_have_same_sums (const ScopeSteps *one, const ScopeSteps *other)
{
  return one->rows != NULL && one->rows == other->rows && one->batch.mean == other->batch.mean
         && memcmp (one->batch.w, other->batch.w, sizeof one->batch.w) == 0;
}

/* --- Columns */

static gboolean
has_mean (const ScopeSteps *steps)
{
  return n_flowers (steps) > SCOPE_MOST_STEP_FLOWERS;
}

guint
scope_descent_steps_list_columns (const ScopeSteps *steps, ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS])
{
  guint n = 0, n_shown = MAX (n_flowers (steps), 1);
  gboolean mean = has_mean (steps);

  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_NUMBER, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_BIAS, 0 };
  for (guint i = 0; i < (mean ? 1 : n_shown); i++)
    columns[n++] = (ScopeStepColumn) { SCOPE_STEP_PROBABILITY, mean ? SCOPE_ALL_FLOWERS : i };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_LOSS, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_GRADIENT, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_RATE, 0 };
  columns[n++] = (ScopeStepColumn) { SCOPE_STEP_SIZE, 0 };
  return n;
}

char *
scope_descent_step_title (const ScopeSteps *steps, ScopeStepColumn column)
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
  if (n_flowers (steps) == 0)
    return g_strdup ("p");
  if (column.flower == SCOPE_ALL_FLOWERS)
    /* Translators: the probability p, the mean over all flowers. */
    return g_strdup (_ ("mean p"));
  /* Translators: the probability p of a flower, by its number. */
  return g_strdup_printf (_ ("p, flower %u"), column.flower + 1);
}

/* All of a place after the present one would show the step that leads there. */
static unsigned
places_of (const ScopeSteps *steps, guint place, ScopeStepKind kind)
{
  unsigned later = place > steps->at ? SCOPE_PLACE_DOWNHILL : 0;

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
rate_from (const ScopeSteps *steps, guint place)
{
  return place + 1 < steps->n ? steps->rate[place + 1] : steps->rate_now;
}

static double
find_probability (const ScopeBatch *batch, guint flower, double b)
{
  ScopeParameters there = { .b = b };
  ScopeOutcome outcome = { 0 };

  scope_batch_row_take (&batch->rows[flower], &there);
  memcpy (there.w, batch->w, sizeof there.w);
  scope_outcome_evaluate (&there, &outcome);
  return outcome.p[scope_wiring_path (&there)];
}

void
scope_descent_step_find (const ScopeSteps *steps, guint place, ScopeStep *step)
{
  double sum = 0;

  *step = (ScopeStep) { .place = place, .b = steps->b[place] };
  scope_batch_evaluate (&steps->batch, step->b, &step->at);
  if (!has_mean (steps))
    return;
  for (guint i = 0; i < steps->batch.n; i++)
    sum += find_probability (&steps->batch, i, step->b);
  step->mean_p = sum / (double) steps->batch.n;
}

/* FALSE where it is hidden. */
static gboolean
get_value (const ScopeSteps *steps, const ScopeStep *step, ScopeStepColumn column, double *value)
{
  switch (column.kind)
    {
    case SCOPE_STEP_NUMBER:
      *value = step->place;
      break;
    case SCOPE_STEP_BIAS:
      *value = step->b;
      break;
    case SCOPE_STEP_PROBABILITY:
      *value = column.flower == SCOPE_ALL_FLOWERS ? step->mean_p
                                                  : find_probability (&steps->batch, column.flower, step->b);
      break;
    case SCOPE_STEP_LOSS:
      *value = step->at.loss;
      break;
    case SCOPE_STEP_RATE:
      *value = rate_from (steps, step->place);
      break;
    case SCOPE_STEP_SIZE:
      *value = rate_from (steps, step->place) * step->at.dl_db;
      break;
    case SCOPE_STEP_GRADIENT:
    default:
      *value = step->at.dl_db;
      break;
    }
  return !(steps->hidden & places_of (steps, step->place, column.kind));
}

/* Of loss and gradient what is left where double has nothing, too. */
static char *
new_number (const ScopeSteps *steps, const ScopeStep *step, ScopeStepColumn column, double value,
            unsigned digits, char decimal)
{
  const ScopeMany many = { .rows = steps->batch.rows, .n = steps->batch.n, .mean = steps->batch.mean };
  ScopeParameters there = { .b = step->b };

  if (column.kind != SCOPE_STEP_LOSS && column.kind != SCOPE_STEP_GRADIENT)
    return scope_number_format (value, digits, decimal);
  memcpy (there.w, steps->batch.w, sizeof there.w);
  return scope_many_number (&many, &there, value,
                            column.kind == SCOPE_STEP_LOSS ? SCOPE_SMALL_LOSS : SCOPE_SMALL_GRADIENT, digits,
                            decimal);
}

char *
scope_descent_step_text (const ScopeSteps *steps, const ScopeStep *step, gboolean is_found,
                         ScopeStepColumn column, char decimal)
{
  gboolean takes_sums
    = column.kind != SCOPE_STEP_NUMBER && column.kind != SCOPE_STEP_BIAS && column.kind != SCOPE_STEP_RATE;
  double value;

  if (!get_value (steps, step, column, &value))
    return g_strdup ("?");
  return !is_found && takes_sums ? g_strdup ("…") : new_number (steps, step, column, value, DIGITS, decimal);
}

/* --- Files */

static void
append_csv (const ScopeSteps *steps, GString *text, const ScopeStep *step, ScopeStepColumn column)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];
  double value;

  if (column.kind != SCOPE_STEP_NUMBER)
    g_string_append_c (text, ',');
  if (get_value (steps, step, column, &value))
    g_string_append (text, scope_number_exact (value, number));
}

/* Of one flower p, of a few p1, p2, …, of many mean_p. */
static void
append_csv_heading (const ScopeSteps *steps, GString *text, ScopeStepColumn column)
{
  if (column.flower == SCOPE_ALL_FLOWERS)
    g_string_append (text, ",mean_p");
  else if (n_flowers (steps) > 0)
    g_string_append_printf (text, ",p%u", column.flower + 1);
  else
    g_string_append (text, ",p");
}

char *
scope_descent_steps_to_csv (const ScopeSteps *steps)
{
  static const ScopeStepKind kinds[]
    = { SCOPE_STEP_NUMBER, SCOPE_STEP_BIAS, SCOPE_STEP_LOSS, SCOPE_STEP_GRADIENT, SCOPE_STEP_SIZE };
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS];
  guint n = scope_descent_steps_list_columns (steps, columns);
  GString *text = g_string_new ("step,bias,loss,gradient,step_size");

  for (guint c = 0; c < n; c++)
    if (columns[c].kind == SCOPE_STEP_PROBABILITY)
      append_csv_heading (steps, text, columns[c]);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < steps->n; i++)
    {
      ScopeStep step;

      scope_descent_step_find (steps, i, &step);
      for (guint c = 0; c < G_N_ELEMENTS (kinds); c++)
        append_csv (steps, text, &step, (ScopeStepColumn) { kinds[c], 0 });
      for (guint c = 0; c < n; c++)
        if (columns[c].kind == SCOPE_STEP_PROBABILITY)
          append_csv (steps, text, &step, columns[c]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* "$-4.21\\cdot10^{434}$": true minus, dot and raised digits as commands. */
static void
append_latex (GString *text, const char *number)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean power = strstr (number, "·10") != NULL;

  for (const char *at = number; *at != '\0'; at = g_utf8_next_char (at))
    {
      char lowered = scope_number_lower (g_utf8_get_char (at));

      g_string_append_unichar (cell, lowered != '\0' ? (gunichar) lowered : g_utf8_get_char (at));
    }
  g_string_replace (cell, "−", "-", 0);
  g_string_replace (cell, "∞", "\\infty", 0);
  g_string_replace (cell, "·10", "\\cdot10^{", 1);
  g_string_append_printf (text, "$%s%s$", cell->str, power ? "}" : "");
}

/* "step & $b_3$ & $p$ & …", the numbers of flowers upright. */
static void
append_latex_heading (const ScopeSteps *steps, GString *text, ScopeStepColumn column)
{
  static const char *const titles[] = { "step",
                                        "$b_3$",
                                        "$p$",
                                        "$L$",
                                        "$\\partial L/\\partial b_3$",
                                        "$\\eta$",
                                        "$\\eta\\,\\partial L/\\partial b_3$" };

  if (column.kind == SCOPE_STEP_PROBABILITY && column.flower == SCOPE_ALL_FLOWERS)
    g_string_append (text, "mean $p$");
  else if (column.kind == SCOPE_STEP_PROBABILITY && n_flowers (steps) > 0)
    g_string_append_printf (text, "$p$ (%u)", column.flower + 1);
  else
    g_string_append (text, titles[column.kind]);
}

static void
append_latex_row (const ScopeSteps *steps, GString *text, guint place, const ScopeStepColumn *columns,
                  guint n)
{
  ScopeStep step;

  scope_descent_step_find (steps, place, &step);
  for (guint c = 0; c < n; c++)
    {
      double value;
      gboolean shown = get_value (steps, &step, columns[c], &value);
      g_autofree char *number = new_number (steps, &step, columns[c], value, LATEX_DIGITS, '.');

      if (c > 0)
        g_string_append (text, " & ");
      append_latex (text, shown ? number : "?");
    }
  g_string_append (text, " \\\\\n");
}

char *
scope_descent_steps_to_latex (const ScopeSteps *steps)
{
  ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS];
  guint n = scope_descent_steps_list_columns (steps, columns);
  g_autofree char *alignment = g_strnfill (n, 'r');
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "\\begin{tabular}{%s}\n", alignment);
  for (guint c = 0; c < n; c++)
    {
      if (c > 0)
        g_string_append (text, " & ");
      append_latex_heading (steps, text, columns[c]);
    }
  g_string_append (text, " \\\\\n\\hline\n");
  for (guint i = 0; i < steps->n; i++)
    append_latex_row (steps, text, i, columns, n);
  g_string_append (text, "\\end{tabular}\n");
  return g_string_free (text, FALSE);
}
