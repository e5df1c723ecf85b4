/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "batch.h"
#include "difference.h"
#include "random.h"

/* How often the model takes an exact difference of two logits: linked with --wrap=scope_difference.
 */

static guint64 test_n_differences;

ScopeDifference __real_scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m);
ScopeDifference __wrap_scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m);

ScopeDifference
__wrap_scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m)
{
  test_n_differences++;
  return __real_scope_difference (parameters, k, m);
}

/* Weights from 1e−290 to 1e290, one of them perhaps near another or 0, and logits of any such size
 * or of an ordinary one. */
static inline void
test_fill_steep (guint64 *random, double w[3], ScopeBatchRow *rows, size_t n)
{
  double size = pow (10, test_uniform (random, -290, 290));
  guint kind = (guint) (test_next_random (random) % 4);
  guint first = (guint) (test_next_random (random) % 3);

  /* Where passes over the rows become many: from one pass to one for each sample. */
  if (kind < 2)
    size = pow (10, test_uniform (random, 0, 6));
  w[first] = size;
  w[(first + 1) % 3] = kind % 2 ? 0 : pow (10, test_uniform (random, -3, 0));
  w[(first + 2) % 3] = 0;
  for (size_t i = 0; i < n; i++)
    {
      rows[i].observed = (unsigned) (test_next_random (random) % 3);
      for (guint k = 0; k < 3; k++)
        rows[i].a[k] = kind < 3 ? test_uniform (random, -20, 20) : pow (10, test_uniform (random, -290, 290));
    }
}
