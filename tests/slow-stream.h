/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Gives one byte a read, as a slow pipe may. */
typedef struct
{
  GMemoryInputStream parent;
} SlowStream;
typedef GMemoryInputStreamClass SlowStreamClass;
static GType slow_stream_get_type (void);
G_DEFINE_TYPE (SlowStream, slow_stream, G_TYPE_MEMORY_INPUT_STREAM)

static gssize
slow_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  return G_INPUT_STREAM_CLASS (slow_stream_parent_class)
    ->read_fn (stream, buffer, MIN (count, 1), cancellable, error);
}

static void
slow_stream_class_init (SlowStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = slow_read;
}

static void
slow_stream_init (SlowStream *stream)
{
}

static inline GInputStream *
slow_stream_new (const char *text, gsize length)
{
  GInputStream *stream = g_object_new (slow_stream_get_type (), NULL);

  g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (stream), text, (gssize) length, NULL);
  return stream;
}
