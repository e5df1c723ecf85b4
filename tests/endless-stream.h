/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <string.h>

/* A text, and then one byte again and again, as a device or a pipe may give it. Who takes more than 64 MiB of it
 * never stops. */
typedef struct
{
  GInputStream parent;
  const char *start; /* Borrowed */
  gsize n_read;
  char byte;
} EndlessStream;
typedef GInputStreamClass EndlessStreamClass;
static GType endless_stream_get_type (void);
G_DEFINE_TYPE (EndlessStream, endless_stream, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  EndlessStream *self = (EndlessStream *) stream;
  gsize left = strlen (self->start);

  if (left > 0)
    {
      count = MIN (count, left);
      memcpy (buffer, self->start, count);
      self->start += count;
    }
  else
    memset (buffer, self->byte, count);
  self->n_read += count;
  g_assert_cmpuint (self->n_read, <, 64 << 20);
  return (gssize) count;
}

static void
endless_stream_class_init (EndlessStreamClass *klass)
{
  klass->read_fn = endless_read;
}

static void
endless_stream_init (EndlessStream *stream)
{
}

static inline GInputStream *
endless_stream_new (const char *start, char byte)
{
  EndlessStream *stream = g_object_new (endless_stream_get_type (), NULL);

  stream->start = start;
  stream->byte = byte;
  return G_INPUT_STREAM (stream);
}
