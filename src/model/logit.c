/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "logit.h"

#include <math.h>

#include "wide.h"

/* z_k = a_k + c + w_k·b. The parts are exact and their sum is kept whole in ScopeWide, whose
 * range also holds what overflows on the way; it is rounded once more at the end. */
double
scope_logit (const ScopeParameters *parameters, unsigned k)
{
  double a = parameters->a[k], w = parameters->w[k], b = parameters->b;
  ScopeWide product, terms[4], sum = 0.0;

  if (parameters->shift == 0)
    return fma (w, b, a);

  product = (ScopeWide) w * b;
  terms[0] = scope_wide_fma (w, b, -product);
  terms[1] = product;
  terms[2] = a;
  terms[3] = parameters->shift;
  /* As grow_expansion(): after round i the first i + 1 terms are parts without overlap. */
  for (unsigned i = 1; i < 4; i++)
    for (unsigned j = 0; j < i; j++)
      {
        ScopeWide x = terms[i], y = terms[j];
        ScopeWide part = x + y, y_part = part - x;

        terms[j] = (x - (part - y_part)) + (y - y_part);
        terms[i] = part;
      }
  for (unsigned i = 0; i < 4; i++)
    sum += terms[i];
  return (double) sum;
}
