/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many.h"

#include <string.h>

ScopeBatch
scope_many_batch (const ScopeMany *many, const double w[SCOPE_N_CLASSES])
{
  ScopeBatch batch = { .rows = many->rows, .n = many->n, .mean = many->mean };

  memcpy (batch.w, w, sizeof batch.w);
  return batch;
}

ScopeBatch
scope_many_batch_or_one (const ScopeMany *many, const ScopeParameters *parameters, ScopeBatchRow *row)
{
  const ScopeMany one = { .rows = row, .n = 1 };

  if (many != NULL && many->n > 0)
    return scope_many_batch (many, parameters->w);
  *row = scope_batch_row_of (parameters);
  return scope_many_batch (&one, parameters->w);
}
