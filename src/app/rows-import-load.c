/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rows-import-load.h"

#include <glib/gi18n.h>
#include <string.h>

#include "escape.h"

/* What a thread works on; the GTask owns it. */
typedef struct
{
  GFile *file;  /* Owned; NULL for pasted text */
  GBytes *text; /* Owned; that text */
  char *name;   /* Owned */
  ScopeClasses classes;
  GMutex mutex; /* of progress */
  ScopeRowsProgress progress;
} Load;

static void
free_load (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->file);
  g_clear_pointer (&load->text, g_bytes_unref);
  g_free (load->name);
  g_mutex_clear (&load->mutex);
  g_free (load);
}

char *
scope_rows_load_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return scope_escape_whole (base != NULL ? base : "");
}

/* --- In the thread */

static void
progress_cb (guint64 n_bytes, guint64 n_rows, gpointer data)
{
  Load *load = data;

  g_mutex_lock (&load->mutex);
  load->progress.n_bytes = n_bytes;
  load->progress.n_rows = n_rows;
  g_mutex_unlock (&load->mutex);
}

static void
take_size (Load *load, GFileInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info
    = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    return;
  g_mutex_lock (&load->mutex);
  load->progress.size = (guint64) MAX (g_file_info_get_size (info), 0);
  g_mutex_unlock (&load->mutex);
}

static ScopeRowReader *
open_reader (Load *load, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  ScopeRowReader *reader;

  if (load->text != NULL)
    {
      g_autoptr (GInputStream) text = g_memory_input_stream_new_from_bytes (load->text);

      return scope_row_reader_new_pasted (text, load->name, &load->classes, cancellable);
    }
  stream = g_file_read (load->file, cancellable, error);
  if (stream == NULL)
    return NULL;
  take_size (load, stream, cancellable);
  reader = scope_row_reader_new_batch (G_INPUT_STREAM (stream), load->name, &load->classes, cancellable);
  scope_row_reader_set_dialect (reader, SCOPE_DIALECT_AUTO);
  return reader;
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  g_autoptr (ScopeRowReader) reader = NULL;
  GError *error = NULL;

  reader = open_reader (load, cancellable, &error);
  if (reader == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  scope_row_reader_set_most_rows (reader, SCOPE_MOST_OBSERVATIONS);
  g_task_return_pointer (task, scope_observations_load (reader, progress_cb, load),
                         (GDestroyNotify) scope_observations_free);
}

/* --- From outside */

static Load *
new_load (const ScopeClasses *classes)
{
  Load *load = g_new0 (Load, 1);

  g_mutex_init (&load->mutex);
  load->classes = *classes;
  return load;
}

static GTask *
run (Load *load, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, load, free_load);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_thread);
  return task;
}

GTask *
scope_rows_load_file (GFile *file, const ScopeClasses *classes, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  Load *load = new_load (classes);

  load->file = g_object_ref (file);
  load->name = scope_rows_load_name (file);
  return run (load, cancellable, callback, data);
}

GTask *
scope_rows_load_text (const char *text, const ScopeClasses *classes, GCancellable *cancellable,
                      GAsyncReadyCallback callback, gpointer data)
{
  Load *load = new_load (classes);

  load->text = g_bytes_new (text, strlen (text));
  load->progress.size = strlen (text);
  /* Translators: stands before a line's number in messages, as a file's name would. */
  load->name = g_strdup (_ ("pasted text"));
  return run (load, cancellable, callback, data);
}

void
scope_rows_load_get_progress (GTask *task, ScopeRowsProgress *progress)
{
  Load *load = g_task_get_task_data (task);

  g_mutex_lock (&load->mutex);
  *progress = load->progress;
  g_mutex_unlock (&load->mutex);
}

ScopeObservations *
scope_rows_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
