/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <float.h>

#include "outcome.h"

/* The model computes in long double: 64 bits of mantissa on amd64, 113 in software on arm64. */
#if LDBL_MANT_DIG < 64 || LDBL_MAX_EXP <= DBL_MAX_EXP
#error "The numerical contract needs a long double wider than double"
#endif

/* The difference of two logits, z_k − z_m, as an unevaluated sum: |lo| is at most half a unit in
 * the last place of hi. hi is ±INFINITY, and lo 0, where the difference is beyond 2^1100. */
typedef struct
{
  long double hi, lo;
} ScopeDifference;

/* (a_k − a_m) + (w_k − w_m)·b without rounding any term of it first: the shift of all three cancels.
 * Every input is finite. */
ScopeDifference scope_difference (const ScopeParameters *parameters, unsigned k, unsigned m);
