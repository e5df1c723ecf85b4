/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <math.h>
#include <string.h>

#include "batch.h"

/* What a gradient's error is measured with: the size of its terms. */
static inline double
test_terms (const ScopeBatch *batch, double b)
{
  double sum = 0;

  for (size_t i = 0; i < batch->n; i++)
    {
      ScopeParameters at = { .b = b, .observed = batch->rows[i].observed };
      ScopeOutcome outcome;

      memcpy (at.a, batch->rows[i].a, sizeof at.a);
      memcpy (at.w, batch->w, sizeof at.w);
      g_assert_cmpint (scope_outcome_evaluate (&at, &outcome), ==, SCOPE_STATUS_OK);
      for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
        sum += outcome.p[k] * fabs (batch->w[k] - batch->w[at.observed]);
    }
  return batch->mean ? sum / (double) batch->n : sum;
}
