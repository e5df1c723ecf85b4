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
  SCOPE_STEP_RATE, /* of the step that leads on from there, */
  SCOPE_STEP_SIZE, /* and how far it goes */
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

/* A walk with all that its table is made from, as it was at one time: nothing in it changes, so that a
 * thread can work on it. Counted. */
typedef struct _ScopeSteps ScopeSteps;

ScopeSteps *scope_descent_steps_new (ScopeState *state);
ScopeSteps *scope_descent_steps_ref (ScopeSteps *steps);
void scope_descent_steps_unref (ScopeSteps *steps); /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeSteps, scope_descent_steps_unref)

guint scope_descent_steps_get_n (const ScopeSteps *steps);
double scope_descent_steps_get_bias (const ScopeSteps *steps, guint place);
/* Whether the same b₃ has the same sums in both. */
gboolean scope_descent_steps_have_same_sums (const ScopeSteps *one, const ScopeSteps *other);
/* TRUE where a place takes longer than anybody waits: it is found aside. */
gboolean scope_descent_steps_are_large (const ScopeSteps *steps);

/* The columns in their order; how many there are. */
guint scope_descent_steps_list_columns (const ScopeSteps *steps,
                                        ScopeStepColumn columns[SCOPE_MOST_STEP_COLUMNS]);
/* As a heading: "p", "p 2", "mean p". */
char *scope_descent_step_title (const ScopeSteps *steps, ScopeStepColumn column);

/* What the columns of one place are made from: all that takes sums over the flowers. */
typedef struct
{
  guint place;
  double b;
  ScopeBatchOutcome at;
  double mean_p; /* where there is a column for it */
} ScopeStep;

void scope_descent_step_find (const ScopeSteps *steps, guint place, ScopeStep *step);
/* As it is shown, "?" where it is hidden; where the sums are still being found, "…" for them. */
char *scope_descent_step_text (const ScopeSteps *steps, const ScopeStep *step, gboolean is_found,
                               ScopeStepColumn column, char decimal);

/* The whole walk for files: as logitscope-cli descend prints it, and the probabilities; 17 significant
 * digits, a hidden number empty. And as a tabular with six digits. */
char *scope_descent_steps_to_csv (const ScopeSteps *steps);
char *scope_descent_steps_to_latex (const ScopeSteps *steps);
