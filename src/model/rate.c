/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rate.h"

#include <math.h>

#include "steepest.h"

ScopeStatus
scope_rate_marks (const ScopeBatch *batch, const ScopeMinimum *minimum, ScopeRateMarks *marks)
{
  ScopeStatus status = scope_batch_check (batch);
  ScopeSteepest steepest;

  if (status != SCOPE_STATUS_OK)
    return status;

  *marks = (ScopeRateMarks) { INFINITY, INFINITY, INFINITY, 0, 0, 0 };
  if (minimum->kind == SCOPE_MINIMUM_FLAT)
    return SCOPE_STATUS_OK;
  scope_steepest_find (batch, &steepest);
  marks->safe = steepest.safe_rate;
  marks->max_curvature = steepest.curvature;
  marks->max_curvature_b = steepest.b;
  marks->looks = steepest.looks;
  if (minimum->kind == SCOPE_MINIMUM_FINITE)
    {
      marks->fastest = 1 / minimum->at.curvature;
      marks->edge = 2 / minimum->at.curvature;
    }
  return SCOPE_STATUS_OK;
}
