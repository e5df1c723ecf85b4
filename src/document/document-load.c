/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-load.h"

#include <string.h>

#include "document-read.h"
#include "escape.h"
#include "source.h"

/* As much as a document may have and a byte more, which tells that there is more: a device has no end. */
static GBytes *
read_bytes (const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = scope_source_open (path, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  char piece[65536];
  gssize n = stream != NULL ? 1 : -1;

  while (n > 0 && bytes->len <= SCOPE_DOCUMENT_MOST_BYTES)
    {
      n = g_input_stream_read (stream, piece, sizeof piece, NULL, error);
      if (n > 0)
        g_byte_array_append (bytes, (const guint8 *) piece, (guint) n);
    }
  return n < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

ScopeDocument *
scope_document_load (const char *path, GError **error)
{
  g_autofree char *shown = scope_escape (path, strlen (path));
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    {
      g_prefix_error (error, "%s cannot be read: ", shown);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  return scope_document_read (text != NULL ? text : "", length, shown, error);
}
