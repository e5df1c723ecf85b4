/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bytes.h"

#include <string.h>

void
scope_bytes_init (ScopeBytes *bytes, GInputStream *stream, GCancellable *cancellable)
{
  bytes->stream = g_object_ref (stream);
  g_set_object (&bytes->cancellable, cancellable);
}

void
scope_bytes_clear (ScopeBytes *bytes)
{
  g_object_unref (bytes->stream);
  g_clear_object (&bytes->cancellable);
  g_free (bytes->message);
}

gboolean
scope_bytes_read (ScopeBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  gssize n;

  if (bytes->ended || bytes->failed)
    return FALSE;
  memmove (bytes->buffer, bytes->buffer + bytes->at, bytes->filled - bytes->at);
  bytes->filled -= bytes->at;
  bytes->at = 0;
  if (bytes->filled == SCOPE_BYTES_AHEAD)
    return FALSE;

  n = g_input_stream_read (bytes->stream, bytes->buffer + bytes->filled, SCOPE_BYTES_AHEAD - bytes->filled,
                           bytes->cancellable, &error);
  bytes->ended = n == 0;
  bytes->failed = n < 0;
  if (bytes->failed)
    bytes->message = g_strdup (error->message);
  if (n <= 0)
    return FALSE;
  bytes->filled += (gsize) n;
  bytes->n_read += (guint64) n;
  return TRUE;
}

/* A pipe may give it byte by byte. */
static gboolean
begins_with (ScopeBytes *bytes, const char *mark)
{
  gsize n = strlen (mark);

  while (bytes->filled < n && scope_bytes_read (bytes))
    ;
  return bytes->filled >= n && memcmp (bytes->buffer, mark, n) == 0;
}

void
scope_bytes_skip_mark (ScopeBytes *bytes)
{
  if (begins_with (bytes, "\xef\xbb\xbf"))
    bytes->at = 3;
  else if (begins_with (bytes, "\xff\xfe") || begins_with (bytes, "\xfe\xff"))
    {
      bytes->failed = TRUE;
      bytes->message = g_strdup ("the text is UTF-16, as Excel saves “Unicode Text”; UTF-8 is allowed, as "
                                 "in its “CSV UTF-8”");
    }
}

static const guchar *
find_line_end (const ScopeBytes *bytes)
{
  return memchr (bytes->buffer + bytes->at, '\n', bytes->filled - bytes->at);
}

gsize
scope_bytes_peek_line (ScopeBytes *bytes, const char **line)
{
  const guchar *end;

  while ((end = find_line_end (bytes)) == NULL && scope_bytes_read (bytes))
    ;
  *line = (const char *) bytes->buffer + bytes->at;
  return end != NULL ? (gsize) (end - bytes->buffer) + 1 - bytes->at : bytes->filled - bytes->at;
}

gboolean
scope_bytes_have_line (ScopeBytes *bytes)
{
  if (find_line_end (bytes) != NULL)
    return TRUE;
  return scope_bytes_read (bytes) && find_line_end (bytes) != NULL;
}
