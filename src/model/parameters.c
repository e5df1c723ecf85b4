/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "parameters.h"

#include <math.h>
#include <stdbool.h>

ScopeStatus
scope_parameters_check (const ScopeParameters *parameters)
{
  bool finite = isfinite (parameters->b) && isfinite (parameters->shift);

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    finite = finite && isfinite (parameters->a[k]) && isfinite (parameters->w[k]);
  if (!finite)
    return SCOPE_STATUS_NOT_FINITE;
  if (parameters->observed >= SCOPE_N_CLASSES)
    return SCOPE_STATUS_BAD_CLASS;
  return SCOPE_STATUS_OK;
}

double
scope_parameters_least (const double of[SCOPE_N_CLASSES])
{
  double least = of[0];

  for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
    least = fmin (least, of[k]);
  return least;
}

double
scope_parameters_largest (const double of[SCOPE_N_CLASSES])
{
  double largest = of[0];

  for (unsigned k = 1; k < SCOPE_N_CLASSES; k++)
    largest = fmax (largest, of[k]);
  return largest;
}

double
scope_parameters_span (const double of[SCOPE_N_CLASSES])
{
  return scope_parameters_largest (of) - scope_parameters_least (of);
}
