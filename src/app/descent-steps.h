/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* The walk as a table: a row for each place, in the order of ScopeStepColumn. */
typedef enum
{
  SCOPE_STEP_NUMBER,
  SCOPE_STEP_BIAS,
  SCOPE_STEP_PROBABILITY, /* of the class that b₃ feeds */
  SCOPE_STEP_LOSS,
  SCOPE_STEP_GRADIENT,
  SCOPE_STEP_SIZE,        /* of the step that leads on from there */
  SCOPE_N_STEP_COLUMNS,
} ScopeStepColumn;

/* A cell's value; FALSE where it is hidden. */
gboolean scope_step_value (ScopeState *state, guint place, ScopeStepColumn column, double *value);
/* As it is shown, "?" where it is hidden. */
char *scope_step_text (ScopeState *state, guint place, ScopeStepColumn column, char decimal);

/* The whole walk for files: as logitscope-cli descend prints it, 17 significant digits, a hidden number
 * empty; and as a tabular with six digits. */
char *scope_steps_to_csv (ScopeState *state);
char *scope_steps_to_latex (ScopeState *state);
