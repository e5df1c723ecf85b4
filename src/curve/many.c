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
