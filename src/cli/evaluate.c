/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "options.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <gio/gunixinputstream.h>

#include "number.h"
#include "rows.h"
#include "wiring.h"

#define N_RESULTS 16

static const char *const names[N_RESULTS] = {
  "z1",      "z2",      "z3",      "p1",      "p2",      "p3",      "loss",     "dL_dp",
  "dp_dz1",  "dp_dz2",  "dp_dz3",  "dz_db1",  "dz_db2",  "dz_db3",  "gradient", "curvature",
};

static void
collect (const ScopeOutcome *outcome, double results[N_RESULTS])
{
  memcpy (results, outcome->z, sizeof outcome->z);
  memcpy (results + 3, outcome->p, sizeof outcome->p);
  results[6] = outcome->loss;
  results[7] = outcome->dl_dp;
  memcpy (results + 8, outcome->dp_dz, sizeof outcome->dp_dz);
  memcpy (results + 11, outcome->dz_db, sizeof outcome->dz_db);
  results[14] = outcome->dl_db;
  results[15] = outcome->curvature;
}

static void
print_text (const double results[N_RESULTS], gboolean first)
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  if (!first)
    putchar ('\n');
  for (int i = 0; i < N_RESULTS; i++)
    printf ("%s = %s\n", names[i], scope_number_exact (results[i], number));
}

static void
print_csv_header (void)
{
  for (int i = 0; i < N_RESULTS; i++)
    printf ("%s%s", i > 0 ? "," : "", names[i]);
  putchar ('\n');
}

static void
print_csv (const double results[N_RESULTS])
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  for (int i = 0; i < N_RESULTS; i++)
    {
      if (i > 0)
        putchar_unlocked (',');
      fputs_unlocked (scope_number_exact (results[i], number), stdout);
    }
  putchar_unlocked ('\n');
}

/* One object per line; JSON has no infinity. */
static void
print_json (const double results[N_RESULTS])
{
  char number[SCOPE_NUMBER_EXACT_SIZE];

  for (int i = 0; i < N_RESULTS; i++)
    printf ("%s\"%s\":%s", i > 0 ? "," : "{", names[i],
            isinf (results[i]) ? "null" : scope_number_exact (results[i], number));
  puts ("}");
}

static void
print_outcome (const ScopeOutcome *outcome, ScopeResultsFormat format, gboolean first)
{
  double results[N_RESULTS];

  collect (outcome, results);
  switch (format)
    {
    case SCOPE_RESULTS_CSV:
      if (first)
        print_csv_header ();
      print_csv (results);
      break;
    case SCOPE_RESULTS_JSON:
      print_json (results);
      break;
    case SCOPE_RESULTS_TEXT:
    case SCOPE_RESULTS_DEFAULT:
    default:
      print_text (results, first);
      break;
    }
}

/* What could not be written is an error, not silence. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  scope_complain ("standard output cannot be written: %s", g_strerror (errno));
  return 1;
}

static int
evaluate_scenario (const ScopeOptions *options)
{
  ScopeOutcome outcome;

  scope_evaluate (&options->figure.parameters, &outcome);
  print_outcome (&outcome, options->results, TRUE);
  return finish (0);
}

static ScopeParameters
parameters_of_row (const ScopeOptions *options, const ScopeRow *row)
{
  ScopeParameters parameters = options->figure.parameters;

  memcpy (parameters.a, row->a, sizeof row->a);
  parameters.observed = row->observed;
  if (options->wiring_is_observed)
    scope_wiring_weights (SCOPE_WIRING_OBSERVED, row->observed, parameters.w);
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
  ScopeResultsFormat format
    = options->results == SCOPE_RESULTS_DEFAULT ? SCOPE_RESULTS_CSV : options->results;
  g_autoptr (GError) error = NULL;
  ScopeRowResult result;
  ScopeRow row;

  for (gboolean first = TRUE;
       (result = scope_row_reader_next (reader, &row, &error)) == SCOPE_ROW_READ; first = FALSE)
    {
      ScopeParameters parameters = parameters_of_row (options, &row);
      ScopeOutcome outcome;

      scope_evaluate (&parameters, &outcome);
      print_outcome (&outcome, format, first);
      if (ferror (stdout))
        return finish (1);
    }
  if (result == SCOPE_ROW_END)
    return finish (0);
  fflush (stdout);
  scope_complain ("%s", error->message);
  return finish (1);
}

static GInputStream *
open_input (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (0, FALSE);
  file = g_file_new_for_path (path);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

int
scope_run_evaluate (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (ScopeRowReader) reader = NULL;

  if (options->input == NULL)
    return evaluate_scenario (options);

  stream = open_input (options->input, &error);
  if (stream == NULL)
    {
      scope_complain ("--input=%s cannot be read: %s", options->input, error->message);
      return 1;
    }
  reader = scope_row_reader_new (stream, options->input, options->figure.class_names);
  return evaluate_rows (options, reader);
}
