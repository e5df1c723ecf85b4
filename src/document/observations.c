/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "observations.h"

#include <string.h>

void
scope_observations_free (ScopeObservations *observations)
{
  if (observations == NULL)
    return;
  g_clear_pointer (&observations->rows, g_array_unref);
  g_ptr_array_unref (observations->errors);
  g_free (observations);
}

static void
take_error (ScopeObservations *observations, const GError *error)
{
  g_clear_pointer (&observations->rows, g_array_unref);
  observations->gave_up = observations->n_errors == SCOPE_OBSERVATIONS_MOST_COUNTED;
  if (observations->gave_up)
    return;
  if (observations->n_errors++ < SCOPE_OBSERVATIONS_MOST_ERRORS)
    g_ptr_array_add (observations->errors, g_strdup (error->message));
}

static void
take_row (ScopeObservations *observations, const ScopeRow *row)
{
  ScopeBatchRow observation = { .observed = row->observed };

  if (observations->rows == NULL)
    return;
  memcpy (observation.a, row->a, sizeof observation.a);
  g_array_append_val (observations->rows, observation);
}

/* A cancelled load has read nothing, whatever else it found. */
static void
forget (ScopeObservations *observations)
{
  observations->is_cancelled = TRUE;
  g_clear_pointer (&observations->rows, g_array_unref);
  g_ptr_array_set_size (observations->errors, 0);
  observations->n_errors = 0;
  observations->gave_up = FALSE;
}

ScopeObservations *
scope_observations_load (ScopeRowReader *reader, ScopeObservationsProgress progress, gpointer data)
{
  ScopeObservations *observations = g_new0 (ScopeObservations, 1);
  ScopeRowResult result = SCOPE_ROW_READ;

  observations->rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));
  observations->errors = g_ptr_array_new_with_free_func (g_free);
  for (guint64 n = 0;
       result != SCOPE_ROW_END && !observations->gave_up && !scope_row_reader_is_cancelled (reader); n++)
    {
      g_autoptr (GError) error = NULL;
      ScopeRow row;

      if (progress != NULL)
        progress (scope_row_reader_n_bytes (reader), n, data);
      result = scope_row_reader_next (reader, &row, &error);
      if (result == SCOPE_ROW_READ)
        take_row (observations, &row);
      else if (result == SCOPE_ROW_ERROR)
        take_error (observations, error);
    }
  observations->has_scenario_columns = scope_row_reader_has_scenario_columns (reader);
  observations->separator = scope_row_reader_separator (reader);
  observations->mark = scope_row_reader_mark (reader);
  if (scope_row_reader_doubt (reader) != NULL)
    observations->doubt = *scope_row_reader_doubt (reader);
  if (scope_row_reader_is_cancelled (reader))
    forget (observations);
  return observations;
}
