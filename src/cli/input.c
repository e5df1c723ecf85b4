/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "input.h"

#include <string.h>

#include "complain.h"
#include "observations.h"
#include "source.h"
#include "wiring.h"

/* NULL where it cannot be read, which has been said. */
static GInputStream *
open_input (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  GInputStream *stream = scope_source_open (options->input, &error);

  if (stream == NULL)
    scope_complain ("--input=%s cannot be read: %s", options->input, error->message);
  return stream;
}

ScopeRowReader *
scope_input_open (const ScopeOptions *options, gboolean is_batch)
{
  const ScopeClasses *classes = &options->figure.classes;
  g_autoptr (GInputStream) stream = open_input (options);
  ScopeRowReader *reader;

  if (stream == NULL)
    return NULL;
  reader = is_batch ? scope_row_reader_new_batch (stream, options->input, classes, NULL)
                    : scope_row_reader_new (stream, options->input, classes);
  scope_row_reader_set_dialect (reader, options->dialect);
  return reader;
}

static void
name_dialect (const ScopeRowReader *reader)
{
  const char *dialect = scope_row_reader_fitting_dialect (reader);

  if (dialect != NULL)
    scope_complain ("--csv-dialect=%s reads such a file", dialect);
}

void
scope_input_refuse (const ScopeRowReader *reader, const char *message)
{
  scope_complain ("%s", message);
  name_dialect (reader);
}

gboolean
scope_input_is_certain (const ScopeOptions *options, const ScopeRowReader *reader)
{
  const ScopeRowDoubt *doubt = scope_row_reader_doubt (reader);
  char separator = scope_row_reader_separator (reader);
  const char *dialect = separator != ',' ? scope_dialect_name_for (separator) : NULL;

  if (doubt == NULL)
    return TRUE;
  if (options->dialect != SCOPE_DIALECT_AUTO)
    {
      scope_complain ("note: line %" G_GUINT64_FORMAT ": column %s: “%s” is read as %g, and no number of "
                      "the file shows that %g is not meant",
                      doubt->line, doubt->column, doubt->text, doubt->decimal, doubt->thousands);
      return TRUE;
    }
  scope_complain ("--input=%s, line %" G_GUINT64_FORMAT ": column %s: “%s” may be %g or %g, and no "
                  "number of the file shows which; without marks between thousands, or with other "
                  "than three decimals, it would",
                  options->input, doubt->line, doubt->column, doubt->text, doubt->decimal, doubt->thousands);
  if (dialect != NULL)
    scope_complain ("--csv-dialect=%s reads it as %g", dialect, doubt->decimal);
  return FALSE;
}

static GArray *
new_document_rows (const ScopeOptions *options)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));

  return g_array_append_vals (rows, options->document->rows, options->n_rows);
}

gboolean
scope_input_has_rows (const ScopeOptions *options)
{
  return options->input != NULL || options->n_rows > 0;
}

GArray *
scope_input_load (const ScopeOptions *options)
{
  g_autoptr (ScopeRowReader) reader = NULL;
  g_autoptr (ScopeObservations) observations = NULL;

  if (options->input == NULL)
    return new_document_rows (options);
  reader = scope_input_open (options, TRUE);
  if (reader == NULL)
    return NULL;
  observations = scope_observations_load (reader, NULL, NULL);
  for (guint i = 0; i < observations->errors->len; i++)
    scope_complain ("%s", (const char *) g_ptr_array_index (observations->errors, i));
  if (observations->gave_up)
    scope_complain ("more than %" G_GUINT64_FORMAT " errors: what follows them is not read",
                    observations->n_errors);
  else if (observations->n_errors > observations->errors->len)
    scope_complain ("%" G_GUINT64_FORMAT " errors in all", observations->n_errors);
  if (observations->rows == NULL)
    name_dialect (reader);
  else if (!scope_input_is_certain (options, reader))
    return NULL;
  else
    scope_input_note_ignored (observations->has_scenario_columns);
  return g_steal_pointer (&observations->rows);
}

void
scope_input_note_ignored (gboolean has_scenario_columns)
{
  if (has_scenario_columns)
    scope_complain ("note: the rows’ own bias and weights are ignored: a sum has one b3 and one "
                    "wiring, those of --bias and --wiring");
}

ScopeParameters
scope_input_parameters (const ScopeOptions *options, const ScopeRow *row)
{
  ScopeParameters parameters = options->figure.parameters;

  memcpy (parameters.a, row->a, sizeof row->a);
  parameters.observed = row->observed;
  if (options->figure.wiring == SCOPE_WIRING_OBSERVED)
    scope_wiring_weights (SCOPE_WIRING_OBSERVED, row->observed, parameters.w);
  return parameters;
}
