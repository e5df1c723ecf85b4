/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "input.h"

#include <string.h>

#include <gio/gunixinputstream.h>

#include "wiring.h"

static GInputStream *
open_stream (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (0, FALSE);
  file = g_file_new_for_path (path);
  return G_INPUT_STREAM (g_file_read (file, NULL, error));
}

ScopeRowReader *
scope_input_open (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = open_stream (options->input, &error);

  if (stream != NULL)
    return scope_row_reader_new (stream, options->input, options->figure.class_names);
  scope_complain ("--input=%s cannot be read: %s", options->input, error->message);
  return NULL;
}

void
scope_input_note_ignored (const ScopeOptions *options, const ScopeRowReader *reader)
{
  if (scope_row_reader_has_scenario_columns (reader))
    scope_complain ("note: the rows’ own bias and weights are ignored: a sum has one b3 and one "
                    "wiring, those of --bias and --wiring");
}

ScopeParameters
scope_input_parameters (const ScopeOptions *options, const ScopeRow *row)
{
  ScopeParameters parameters = options->figure.parameters;

  memcpy (parameters.a, row->a, sizeof row->a);
  parameters.observed = row->observed;
  if (options->wiring_is_observed)
    scope_wiring_weights (SCOPE_WIRING_OBSERVED, row->observed, parameters.w);
  return parameters;
}
