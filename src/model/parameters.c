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
