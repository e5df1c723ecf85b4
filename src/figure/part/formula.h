/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

typedef enum
{
  SCOPE_COLUMN_LOSS,
  SCOPE_COLUMN_PROBABILITY,
  SCOPE_COLUMN_LOGIT,
  SCOPE_COLUMN_BIAS,
} ScopeColumn;

/* The size of their text, in em of the picture. */
#define SCOPE_COLUMNS_LARGEST 1.1
#define SCOPE_COLUMNS_SMALLEST 0.66

/* Finds plan->columns for the width of the first column and the present numbers, in the largest
 * size that is no more than `largest`. */
void scope_formula_find_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan,
                                 double largest);
/* The same between x and x + width for nodes that are symbols alone. */
void scope_formula_find_bare_columns (ScopeCanvas *canvas, ScopePlan *plan, double x, double width);
/* What a node says, as large as it has room for; k is the class where the column has one for each. */
ScopeLine *scope_formula_fit_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                                   ScopeColumn column, unsigned k);
