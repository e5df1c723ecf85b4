/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "streams.h"

#include <gio/gio.h>

#include "vfunc.h"

/* GTK's own, of which it tells only the name. */
#define X11_SELECTION "GdkX11SelectionOutputStream"

typedef void (*CloseAsync) (GOutputStream *stream, int priority, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer data);

static CloseAsync close_in_thread;

/* Whatever was written has been sent before: there is nothing to wait for. */
static void
close_async (GOutputStream *stream, int priority, GCancellable *cancellable, GAsyncReadyCallback callback,
             gpointer data)
{
  g_autoptr (GTask) task = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (stream), X11_SELECTION))
    {
      close_in_thread (stream, priority, cancellable, callback, data);
      return;
    }
  task = g_task_new (stream, NULL, callback, data);
  g_task_set_source_tag (task, close_async);
  g_task_set_priority (task, priority);
  g_task_return_boolean (task, TRUE);
}

void
scope_streams_init (void)
{
  if (close_in_thread == NULL)
    close_in_thread = (CloseAsync) scope_vfunc_override (
      G_TYPE_OUTPUT_STREAM, G_STRUCT_OFFSET (GOutputStreamClass, close_async), G_CALLBACK (close_async));
}
