/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many.h"

/* A copy of many flowers, to tell later what is new. */

typedef enum
{
  SCOPE_MANY_SAME,
  SCOPE_MANY_SELECTED, /* the selected flower alone is not what it was */
  SCOPE_MANY_ALL,      /* another flower or wiring, or another one is selected */
} ScopeManyChange;

typedef struct
{
  GArray *rows;     /* Owned; of ScopeBatchRow */
  ScopeBatch batch; /* of these rows */
  size_t selected;
} ScopeManyRows;

void scope_many_rows_init (ScopeManyRows *rows);
void scope_many_rows_clear (ScopeManyRows *rows);

/* Takes what it is given, and says what of it is new; whether it is a mean is not. Rows are
 * compared by value: who edits them in place need not say so. */
ScopeManyChange scope_many_rows_update (ScopeManyRows *rows, const ScopeMany *many,
                                        const double w[SCOPE_N_CLASSES]);
/* The total of all rows but the selected one, n may be 0; they are in the array, which the caller
 * frees. */
ScopeBatch scope_many_rows_get_others (const ScopeManyRows *rows, GArray **others);
