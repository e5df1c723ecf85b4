/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-values.h"

#include <string.h>

#include "decimal.h"
#include "flags.h"
#include "number.h"

gboolean
scope_document_values_number (const char *text, double *number)
{
  return scope_decimal_parse (text, strlen (text), number);
}

gboolean
scope_document_values_count (const char *const *values, guint least, guint most, guint *count)
{
  guint64 number;

  if (g_strv_length ((char **) values) != 1
      || !g_ascii_string_to_unsigned (values[0], 10, least, most, &number, NULL))
    return FALSE;
  *count = (guint) number;
  return TRUE;
}

void
scope_document_values_add_number (GStrvBuilder *values, double number)
{
  char buffer[SCOPE_NUMBER_EXACT_SIZE];

  g_strv_builder_add (values, scope_number_shortest (number, buffer));
}

void
scope_document_values_add_count (GStrvBuilder *values, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  g_strv_builder_add (values, text);
}

gboolean
scope_document_values_flags (const char *const *values, const char *(*name_of) (unsigned), unsigned n,
                             unsigned *flags)
{
  unsigned all = 0;

  for (; *values != NULL; values++)
    {
      unsigned flag;

      if (!scope_flags_find (*values, name_of, n, &flag))
        return FALSE;
      all |= flag;
    }
  *flags = all;
  return TRUE;
}

void
scope_document_values_add_flags (GStrvBuilder *values, unsigned flags, const char *(*name_of) (unsigned),
                                 unsigned n)
{
  for (unsigned i = 0; i < n; i++)
    if (flags & 1u << i)
      g_strv_builder_add (values, name_of (i));
}
