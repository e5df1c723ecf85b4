/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "batch.h"

/* A whole file of rows, all or nothing. */

/* So many errors are listed; all of them are counted. */
#define SCOPE_OBSERVATIONS_MOST_ERRORS 20

typedef struct
{
  GArray *rows;                  /* Owned; of ScopeBatchRow; NULL where anything was wrong */
  gboolean has_scenario_columns; /* bias, w1, w2 or w3 were there, and were ignored */
  gboolean is_cancelled;         /* then there are neither rows nor errors */
  GPtrArray *errors;             /* Owned; of char *: "NAME:LINE: what is wrong, what is allowed" */
  guint64 n_errors;              /* those that are not listed, too */
} ScopeObservations;

void scope_observations_free (ScopeObservations *observations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeObservations, scope_observations_free)

/* Called now and then while a file is read, in the thread that reads it. */
typedef void (*ScopeObservationsProgress) (guint64 n_bytes, guint64 n_rows, gpointer data);

/* Reads every row of the stream by the rules of scope_row_reader_new_batch(), in the calling thread,
 * which may be any. Once something is wrong it reads on for more errors, keeping no row. cancellable
 * and progress may be NULL. Never returns NULL. */
ScopeObservations *scope_observations_load (GInputStream *stream, const char *name,
                                            const char *const class_names[SCOPE_N_CLASSES],
                                            GCancellable *cancellable,
                                            ScopeObservationsProgress progress, gpointer data);
