/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "parameters.h"

/* One row of a CSV file of observations, or of a table that is pasted. */
typedef struct
{
  double a[SCOPE_N_CLASSES]; /* z1, z2, z3: logits at b₃ = 0 */
  unsigned observed;         /* 0, 1 or 2 */
  gboolean has_bias;
  gboolean has_w[SCOPE_N_CLASSES];
  double bias;
  double w[SCOPE_N_CLASSES];
  guint64 line; /* where the record starts, from 1 */
} ScopeRow;

/* What reads one row after another; see rows.h. */
typedef struct _ScopeRowReader ScopeRowReader;

typedef enum
{
  SCOPE_ROW_READ,
  SCOPE_ROW_END,
  SCOPE_ROW_ERROR, /* error is set: "NAME:LINE: what is wrong, what is allowed" */
} ScopeRowResult;

/* A number that is read as 1.234 and may be meant as 1234: three digits stand behind its mark, which is a
 * comma, or a point where commas do not separate fields. */
typedef struct
{
  guint64 line;
  const char *column;        /* Static */
  char text[12];             /* as it stands there */
  char mark;                 /* '.' or ',' */
  double decimal, thousands; /* as it is read, and as it may be meant */
} ScopeRowDoubt;
