/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dialect.h"
#include "document.h"
#include "field.h"
#include "figure.h"
#include "picture.h"

typedef enum
{
  SCOPE_RESULTS_DEFAULT, /* text, CSV with --input */
  SCOPE_RESULTS_TEXT,
  SCOPE_RESULTS_CSV,
  SCOPE_RESULTS_JSON,
} ScopeResultsFormat;

typedef enum
{
  SCOPE_SUM_NONE, /* each row by itself */
  SCOPE_SUM_TOTAL,
  SCOPE_SUM_MEAN,
} ScopeSumKind;

/* Steps of a descent that a figure shows. */
#define SCOPE_CLI_MOST_DESCENT 1000

/* What the command line asked for. Strings are borrowed from argv. */
typedef struct
{
  ScopeFigure figure; /* the scenario, size, theme, …; view, rate and trails are export’s to set */
  ScopeGhost ghosts[SCOPE_MOST_GHOSTS]; /* figure.ghosts: the options stay where they are */
  guint n_descend;
  double kept_rate; /* 0 where there is no kept trail */
  gboolean has_range;
  double range[2];

  const char *output;
  const ScopeFormat *format; /* of the picture; NULL until it is told */
  ScopePictureOptions picture;
  gboolean strict;                              /* no picture without all that was asked for */
  unsigned asked;                               /* ScopeShow flags that the command line names */
  unsigned shown, hidden;                       /* ScopeShow flags that --show names, and --hide */
  unsigned shown_quantities, hidden_quantities; /* and numbers */
  guint64 given, repeated; /* which options, and which of them more than once: option-table.c */
  int argc;
  char **argv; /* what stands behind the command */

  const ScopeDocument *document; /* NULL: none */
  const char *document_path;     /* Borrowed; NULL: none */
  guint step;                    /* of it, from 1; 0: what it begins with */
  gboolean all_steps;            /* one after the other */
  guint
    n_rows; /* of the document's rows, those that count; 0 where there are none, or --input brings others */

  const char *input;
  ScopeDialect dialect; /* of the input */
  ScopeResultsFormat results;
  ScopeSumKind sum;
  guint64 selected; /* row, from 1; 0 where it is not given */

  double tolerance;
  guint n_steps;
} ScopeOptions;
