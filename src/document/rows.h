/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "outcome.h"

/* One row of a CSV file of observations. */
typedef struct
{
  double a[SCOPE_N_CLASSES]; /* z1, z2, z3: logits at b₃ = 0 */
  unsigned observed;         /* 0, 1 or 2 */
  gboolean has_bias;
  gboolean has_w[SCOPE_N_CLASSES];
  double bias;
  double w[SCOPE_N_CLASSES];
  guint64 line;              /* where the record starts, from 1 */
} ScopeRow;

/* Streams rows in constant memory. name is what messages call the input ("rows.csv", "-");
 * class_names are what the observed column may say beside 1, 2, 3. */
typedef struct _ScopeRowReader ScopeRowReader;

ScopeRowReader *scope_row_reader_new (GInputStream *stream, const char *name,
                                      const char *const class_names[SCOPE_N_CLASSES]);
void scope_row_reader_free (ScopeRowReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeRowReader, scope_row_reader_free)

typedef enum
{
  SCOPE_ROW_READ,
  SCOPE_ROW_END,
  SCOPE_ROW_ERROR, /* error is set: "NAME:LINE: what is wrong, what is allowed" */
} ScopeRowResult;

/* The next row. After an error of one row the caller may go on reading, to list more errors. */
ScopeRowResult scope_row_reader_next (ScopeRowReader *reader, ScopeRow *row, GError **error);
/* TRUE where the header names bias, w1, w2 or w3. Valid after the first row was asked for. */
gboolean scope_row_reader_has_scenario_columns (const ScopeRowReader *reader);

/* A decimal number by the rules of the rows (sign, digits, at most one '.', exponent; no hex, nan,
 * inf, blanks; finite after rounding), the same in every locale. FALSE where text is none. */
gboolean scope_row_parse_number (const char *text, gsize length, double *value);
