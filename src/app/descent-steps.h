/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* The walk as a table: a row for each place. */

typedef enum
{
  SCOPE_STEP_NUMBER,
  SCOPE_STEP_BIAS,
  SCOPE_STEP_PROBABILITY, /* of the class that b₃ feeds */
  SCOPE_STEP_LOSS,
  SCOPE_STEP_GRADIENT,
  SCOPE_STEP_RATE,        /* of the step that leads on from there, */
  SCOPE_STEP_SIZE,        /* and how far it goes */
} ScopeStepKind;

/* The mean of what every flower has. */
#define SCOPE_ALL_FLOWERS G_MAXUINT
/* Of so many flowers each has a column for its probability, of more there is one for their mean. */
#define SCOPE_MOST_STEP_FLOWERS 5
#define SCOPE_MOST_STEP_COLUMNS (6 + SCOPE_MOST_STEP_FLOWERS)

typedef struct
{
  ScopeStepKind kind;
  guint flower; /* of a probability; else 0 */
} ScopeStepColumn;

/* The columns in their order; how many there are. */
guint scope_steps_list_columns (ScopeState *state,
                                ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS]);
/* As a heading: "p", "p 2", "mean p". */
char *scope_step_title (ScopeState *state, ScopeStepColumn column);

/* What the columns of one place are made from. */
typedef struct
{
  guint place;
  double b;
  ScopeBatchOutcome at;
} ScopeStep;

void scope_step_find (ScopeState *state, guint place, ScopeStep *step);
/* A cell's value; FALSE where it is hidden. */
gboolean scope_step_value (ScopeState *state, const ScopeStep *step, ScopeStepColumn column,
                           double *value);
/* As it is shown, "?" where it is hidden. */
char *scope_step_text (ScopeState *state, const ScopeStep *step, ScopeStepColumn column,
                       char decimal);

/* The whole walk for files: as logitscope-cli descend prints it, and the probabilities; 17 significant
 * digits, a hidden number empty. And as a tabular with six digits. */
char *scope_steps_to_csv (ScopeState *state);
char *scope_steps_to_latex (ScopeState *state);
