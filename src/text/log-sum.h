/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "outcome.h"
#include "wide.h"

/* A sum of numbers that may lie below double's range, each known by its logarithm. */
typedef struct
{
  double log10_unit;          /* of the largest term so far; −∞ before the first one */
  ScopeWide units, magnitude; /* the sum, and that of the terms' sizes */
} ScopeLogSum;

void scope_log_sum_init (ScopeLogSum *sum);
/* factor·10^log10_abs is added. */
void scope_log_sum_add (ScopeLogSum *sum, ScopeWide factor, double log10_abs);
/* ∂L/∂b₃ of one flower, as Σ (w_k − w_o)·p_k over the classes that are not observed: nothing cancels in it that
 * does not in truth. */
void scope_log_sum_add_gradient (ScopeLogSum *sum, const ScopeOutcome *outcome);
/* Its sign and size; 0, and −∞, for 0, and for a sum that cancels to what its rounding may be, or that is no smaller
 * than a double: that has it better. */
int scope_log_sum_finish (const ScopeLogSum *sum, double *log10_abs);
