/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-reader.h"

#include <string.h>

const char *const scope_row_columns[N_COLUMNS + 1]
  = { "z1", "z2", "z3", "observed", "bias", "w1", "w2", "w3", NULL };

ScopeRowResult
scope_row_refuse (const ScopeRowReader *reader, guint64 line, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:%" G_GUINT64_FORMAT ": %s", reader->name, line,
               message);
  return SCOPE_ROW_ERROR;
}

gboolean
scope_rows_field_is (const ScopeField *field, const char *text)
{
  return field->length == strlen (text) && memcmp (field->text, text, field->length) == 0;
}

gboolean
scope_rows_field_is_any_case (const ScopeField *field, const char *text)
{
  return field->length == strlen (text) && g_ascii_strncasecmp (field->text, text, field->length) == 0;
}
