/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "observations.h"

G_BEGIN_DECLS

/* Observations are read in a thread, so that no window waits for a slow disk, a network or a pipe. No more
 * than SCOPE_MOST_OBSERVATIONS rows are taken. */

typedef struct
{
  guint64 n_bytes, n_rows;
  guint64 size; /* in bytes; 0 where it is not known */
} ScopeRowsProgress;

/* What messages call a file: its name as it may be shown. */
char *scope_rows_load_name (GFile *file);

/* Starts to read a CSV file, in whichever dialect its header is written; callback is called in the caller's main context, and at once when cancellable
 * is cancelled, also while the thread still hangs in a pipe that nobody writes to. */
GTask *scope_rows_load_file (GFile *file, const ScopeClasses *classes, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* The same for pasted text, which is copied. */
GTask *scope_rows_load_text (const char *text, const ScopeClasses *classes, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer data);
/* How far the thread is. */
void scope_rows_load_get_progress (GTask *load, ScopeRowsProgress *progress);
/* What was read, or what is wrong with it; NULL with an error where the file cannot be read at all, or
 * reading was cancelled. */
ScopeObservations *scope_rows_load_finish (GAsyncResult *result, GError **error);

G_END_DECLS
