/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "classes.h"
#include "record.h"
#include "row.h"

/* What is kept while rows are read: that of rows.c, rows-header.c, rows-number.c and rows-fill.c. */

/* The columns that are read; the first four are required. */
enum
{
  Z1,
  Z2,
  Z3,
  OBSERVED,
  BIAS,
  W1,
  W2,
  W3,
  N_COLUMNS
};
extern const char *const scope_row_columns[N_COLUMNS + 1]; /* ends with NULL */
#define N_REQUIRED 4
#define ABSENT G_MAXUINT

struct _ScopeRowReader
{
  ScopeRecordReader *records; /* Owned */
  char *name;                 /* Owned */
  ScopeClasses classes;
  ScopeDialect dialect;
  gboolean is_batch;
  gboolean has_header;
  char mark;                  /* before fractions: '.' or ','; 0 while no number had one */
  gboolean mark_is_certain;   /* a number had it that has no thousands */
  ScopeRowDoubt doubt;        /* until then; its line is 0 where there is none */
  gboolean has_quoted_commas; /* which its dialect refuses */
  gboolean header_read, ended, has_scenario_columns;
  guint column[N_COLUMNS];  /* the field of each column that is read, or ABSENT */
  guint n_fields, n_needed; /* of the header; up to the last one that is read */
  guint64 n_records;        /* behind the header */
  guint64 most_rows;
  guint64 next_line; /* where a missing first row would be */
  ScopeRecord held;  /* read already, behind blank lines */
  gboolean is_held;
  GError *held_error; /* Owned; or what is wrong with that */
};

/* Sets an error of one line, and returns SCOPE_ROW_ERROR. */
ScopeRowResult scope_row_refuse (const ScopeRowReader *reader, guint64 line, GError **error,
                                 const char *format, ...) G_GNUC_PRINTF (4, 5);

gboolean scope_rows_field_is (const ScopeField *field, const char *text);
gboolean scope_rows_field_is_any_case (const ScopeField *field, const char *text); /* of ASCII */
