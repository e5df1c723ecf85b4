/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "evaluate.h"

#include <stdio.h>
#include <string.h>

#include "batch.h"
#include "idle.h"
#include "input.h"
#include "options.h"
#include "results.h"

static const char *const sum_names[] = { "loss", "gradient", "curvature" };

/* Of all numbers of an observation, "z1", …, "loss". */
static ScopeResults
new_results (const ScopeOptions *options)
{
  static const char *names[SCOPE_MOST_OUTCOME_NUMBERS];
  guint n = 0;

  for (const ScopeOutcomeField *field = scope_outcome_fields; field->name != NULL; field++)
    for (guint k = 0; k < field->n; k++)
      {
        g_autofree char *numbered = g_strdup_printf ("%s%u", field->name, k + 1);

        names[n++] = g_intern_string (field->n == 1 ? field->name : numbered);
      }
  return scope_results_new (options, names, n);
}

static gboolean
print_outcome (ScopeResults *results, const ScopeOutcome *outcome)
{
  double values[SCOPE_MOST_OUTCOME_NUMBERS], *next = values;

  for (const ScopeOutcomeField *field = scope_outcome_fields; field->name != NULL; next += field++->n)
    memcpy (next, (const char *) outcome + field->offset, field->n * sizeof *next);
  return scope_results_print (results, values);
}

static int
print_sum (const ScopeOptions *options, const ScopeBatchSum *sum)
{
  ScopeResults results = scope_results_new (options, sum_names, G_N_ELEMENTS (sum_names));
  ScopeBatchOutcome outcome;

  scope_batch_sum_finish (sum, options->sum == SCOPE_SUM_MEAN, &outcome);
  scope_results_print (&results, (const double[]) { outcome.loss, outcome.dl_db, outcome.curvature });
  return scope_results_finish (0);
}

/* --- One observation */

static int
evaluate_scenario (const ScopeOptions *options)
{
  ScopeResults results = new_results (options);
  ScopeOutcome outcome;
  ScopeBatchSum sum;

  if (options->sum != SCOPE_SUM_NONE)
    {
      scope_batch_sum_init (&sum);
      scope_batch_sum_add (&sum, &options->figure.parameters);
      return print_sum (options, &sum);
    }
  scope_outcome_evaluate (&options->figure.parameters, &outcome);
  print_outcome (&results, &outcome);
  return scope_results_finish (0);
}

/* --- Rows */

static ScopeParameters
parameters_of_row (const ScopeOptions *options, const ScopeRow *row)
{
  ScopeParameters parameters = scope_input_parameters (options, row);

  if (row->has_bias)
    parameters.b = row->bias;
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    if (row->has_w[k])
      parameters.w[k] = row->w[k];
  return parameters;
}

static int
evaluate_rows (const ScopeOptions *options, ScopeRowReader *reader)
{
  ScopeResults results = new_results (options);
  g_autoptr (GError) error = NULL;
  ScopeRowResult result;
  ScopeRow row;

  for (guint64 n = 0; (result = scope_row_reader_next (reader, &row, &error)) == SCOPE_ROW_READ; n++)
    {
      ScopeParameters parameters = parameters_of_row (options, &row);
      ScopeOutcome outcome;

      if (n == 0)
        scope_idle_note_overruled (options, &row);
      scope_outcome_evaluate (&parameters, &outcome);
      if (!print_outcome (&results, &outcome))
        return scope_results_finish (1);
    }
  if (result == SCOPE_ROW_END)
    return scope_results_finish (scope_input_is_certain (options, reader) ? 0 : 1);
  fflush (stdout);
  scope_input_refuse (reader, error->message);
  return scope_results_finish (1);
}

/* Nothing is printed where a row is bad: a sum of some rows is not the sum that was asked for. */
static int
sum_rows (const ScopeOptions *options, ScopeRowReader *reader)
{
  g_autoptr (GError) error = NULL;
  ScopeRowResult result;
  ScopeBatchSum sum;
  ScopeRow row;

  scope_batch_sum_init (&sum);
  while ((result = scope_row_reader_next (reader, &row, &error)) == SCOPE_ROW_READ)
    {
      ScopeParameters parameters = scope_input_parameters (options, &row);

      scope_batch_sum_add (&sum, &parameters);
    }
  if (result == SCOPE_ROW_ERROR)
    {
      scope_input_refuse (reader, error->message);
      return 1;
    }
  if (!scope_input_is_certain (options, reader))
    return 1;
  scope_input_note_ignored (scope_row_reader_has_scenario_columns (reader));
  return print_sum (options, &sum);
}

/* The sum over the document's rows. */
static int
sum_document (const ScopeOptions *options)
{
  g_autoptr (GArray) rows = scope_input_load (options);
  ScopeBatchSum sum;

  scope_batch_sum_init (&sum);
  for (guint i = 0; i < rows->len; i++)
    {
      const ScopeBatchRow *from = &g_array_index (rows, ScopeBatchRow, i);
      ScopeRow row = { .observed = from->observed };
      ScopeParameters parameters;

      memcpy (row.a, from->a, sizeof row.a);
      parameters = scope_input_parameters (options, &row);
      scope_batch_sum_add (&sum, &parameters);
    }
  return print_sum (options, &sum);
}

int
scope_evaluate_run (const ScopeOptions *options)
{
  g_autoptr (ScopeRowReader) reader = NULL;

  scope_idle_note (options, SCOPE_COMMAND_EVALUATE);
  if (options->input == NULL)
    return options->n_rows > 0 ? sum_document (options) : evaluate_scenario (options);
  reader = scope_input_open (options, options->sum != SCOPE_SUM_NONE);
  if (reader == NULL)
    return 1;
  return options->sum != SCOPE_SUM_NONE ? sum_rows (options, reader) : evaluate_rows (options, reader);
}
