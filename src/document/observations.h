/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "batch.h"
#include "rows.h"

/* A whole file of rows, or a whole table that is pasted: all or nothing. */

/* So many errors are listed, … */
#define SCOPE_OBSERVATIONS_MOST_ERRORS 20
/* … and so many are counted; nothing is read behind one more. */
#define SCOPE_OBSERVATIONS_MOST_COUNTED 100000

/* So many rows are more than a window draws at once; the command line takes any number. */
#define SCOPE_MOST_OBSERVATIONS 100000

typedef struct
{
  GArray *rows;                  /* Owned; of ScopeBatchRow; NULL where anything was wrong */
  gboolean has_scenario_columns; /* bias, w1, w2 or w3 were there, and were ignored */
  char separator;                /* of fields: ',', ';' or '\t' */
  char mark;                     /* before fractions: '.' or ','; 0 where there are none */
  ScopeRowDoubt doubt;           /* its line is 0 where there is none */
  gboolean is_cancelled;         /* then there are neither rows nor errors */
  GPtrArray *errors;             /* Owned; of char *: "NAME:LINE: what is wrong, what is allowed" */
  guint64 n_errors;              /* those that are not listed, too */
  gboolean gave_up;              /* there are more */
} ScopeObservations;

void scope_observations_free (ScopeObservations *observations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeObservations, scope_observations_free)

/* Called before each row, in the thread that reads: n_bytes of the stream were read, and n_rows. */
typedef void (*ScopeObservationsProgress) (guint64 n_bytes, guint64 n_rows, gpointer data);

/* Reads every row, in the calling thread, which may be any. Once something is wrong it reads on for
 * more errors, keeping no row. Rows that stand alone have a bias and weights, too: a batch's reader
 * is wanted. progress may be NULL. Never returns NULL. */
ScopeObservations *scope_observations_load (ScopeRowReader *reader, ScopeObservationsProgress progress,
                                            gpointer data);
