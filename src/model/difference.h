/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "parameters.h"
#include "wide.h"

/* The difference of two logits, z_k − z_m, as an unevaluated sum: |lo| is at most half a unit in
 * the last place of hi. hi is ±INFINITY, and lo 0, where the difference is beyond 2^1100. */
typedef struct
{
  ScopeWide hi, lo;
} ScopeDifference;

/* (a_k − a_m) + (w_k − w_m)·b without rounding any term of it first: the shift of all three cancels.
 * Every input is finite. */
ScopeDifference scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m);
