/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "quick.h"

#include <math.h>

/* A difference is a sum of two terms, with an error below 3·2⁻⁵³ of their sizes. */
#define MOST_TERMS 700
#define LEAST_PART 2e-3
/* Beyond these a term may have overflowed. */
#define HUGE_TERMS 1e300

int
scope_quick_differences (const ScopeBatchRow *row, const double w[SCOPE_N_CLASSES], double b,
                         double d[SCOPE_N_CLASSES])
{
  unsigned m = 0;

  for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
    if (row->a[k] + w[k] * b > row->a[m] + w[m] * b)
      m = k;
  d[m] = 0;
  for (unsigned i = 1; i < SCOPE_N_CLASSES; i++)
    {
      unsigned k = (m + i) % SCOPE_N_CLASSES;
      double raw = row->a[k] - row->a[m], fed = (w[k] - w[m]) * b;
      double terms = fabs (raw) + fabs (fed);

      d[k] = raw + fed;
      /* Never true of a NaN. */
      if (!(terms <= MOST_TERMS
            || (d[k] <= -SCOPE_QUICK_FAR && -d[k] >= LEAST_PART * terms && terms <= HUGE_TERMS)))
        return -1;
    }
  return (int) m;
}
