/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chebyshev.h"

#include <math.h>

#define PI 3.14159265358979323846

double
scope_chebyshev_node (unsigned i, unsigned n)
{
  return -cos (PI * (i + 0.5) / n);
}

/* c_m = (2/n)·Σ_i f (t_i)·T_m (t_i), half of it for m = 0; T_m (t_i) is (−1)^m·cos (m·π·(i + ½)/n), one of
 * 4n cosines. */
void
scope_chebyshev_fit (const double *values, unsigned n, double *coefficients)
{
  double cosines[4 * SCOPE_CHEBYSHEV_MOST];

  for (unsigned i = 0; i < 4 * n; i++)
    cosines[i] = cos (PI * i / (2.0 * n)) / n; /* divided first, so that no sum overflows before */
  for (unsigned m = 0; m < n; m++)
    {
      double sum = 0;

      for (unsigned i = 0; i < n; i++)
        sum += values[i] * cosines[m * (2 * i + 1) % (4 * n)];
      coefficients[m] = sum * (m == 0 ? 1.0 : 2.0) * (m % 2 == 0 ? 1 : -1);
    }
}

double
scope_chebyshev_sum (const double *coefficients, unsigned n, double t)
{
  double now = 0, before = 0;

  for (unsigned m = n - 1; m > 0; m--)
    {
      double next = 2 * t * now - before + coefficients[m];

      before = now;
      now = next;
    }
  return t * now - before + coefficients[0];
}
