/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "batch.h"

/* Where there are more, single curves are a thicket, and bands are drawn. In a total these are so
 * many times as high as there are flowers: the picture is that of the mean. */
#define SCOPE_MOST_SINGLE_CURVES 39

/* Where there are more rows, an exact sum at a dozen biases takes longer than a frame. */
#define SCOPE_MANY_ROWS 1000

typedef struct _ScopeMinimum ScopeMinimum; /* see minimum.h */

/* Many flowers in one figure: what their sum is made from. */
typedef struct _ScopeMany
{
  const ScopeBatchRow *rows; /* Borrowed; every number finite */
  size_t n;                  /* at least 1 */
  size_t selected;           /* < n; its a and observed class are those of the figure's parameters */
  gboolean mean;             /* else the total */
  /* Borrowed; where the sum is least, for who knows it already. NULL: found where it is needed. */
  const ScopeMinimum *minimum;
  /* Borrowed; the sum at the figure's b₃, likewise. */
  const ScopeBatchOutcome *sum;
} ScopeMany;

/* The same for the model, with that wiring. */
ScopeBatch scope_many_batch (const ScopeMany *many, const double w[SCOPE_N_CLASSES]);
/* The same; where many is NULL or has no rows, of the one flower that the parameters are of, which row is the room for. */
ScopeBatch scope_many_batch_or_one (const ScopeMany *many, const ScopeParameters *parameters,
                                    ScopeBatchRow *row);
