/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <float.h>
#include <math.h>
#include <stdlib.h>

/* The type that the model computes in, its constants and its functions: at least 64 bits of
 * mantissa and exponents far beyond those of double. long double is that on i386 and amd64 (64
 * bits) and, in software, on arm64 (113 bits). Where it is no wider than double, glibc's _Float128
 * is (113 bits in software). */

#if LDBL_MANT_DIG >= 64 && LDBL_MAX_EXP > DBL_MAX_EXP

typedef long double ScopeWide;

#define SCOPE_WIDE_C(number) number##L
#define SCOPE_WIDE_EPSILON LDBL_EPSILON

#define scope_wide_exp expl
#define scope_wide_fabs fabsl
#define scope_wide_floor floorl
#define scope_wide_fma fmal
#define scope_wide_fmax fmaxl
#define scope_wide_fmin fminl
#define scope_wide_frexp frexpl
#define scope_wide_ldexp ldexpl
#define scope_wide_log logl
#define scope_wide_log10 log10l
#define scope_wide_log1p log1pl
#define scope_wide_pow powl
#define scope_wide_round roundl

/* No printf: it has no letter for _Float128. (buffer, size, "%.5e", number) */
#define scope_wide_print strfroml

/* What glibc says of itself and the compiler: the type has functions. */
#elif defined __HAVE_FLOAT128 && __HAVE_FLOAT128

typedef _Float128 ScopeWide;

#define SCOPE_WIDE_C(number) number##f128
#define SCOPE_WIDE_EPSILON SCOPE_WIDE_C (0x1p-112)

#define scope_wide_exp expf128
#define scope_wide_fabs fabsf128
#define scope_wide_floor floorf128
#define scope_wide_fma fmaf128
#define scope_wide_fmax fmaxf128
#define scope_wide_fmin fminf128
#define scope_wide_frexp frexpf128
#define scope_wide_ldexp ldexpf128
#define scope_wide_log logf128
#define scope_wide_log10 log10f128
#define scope_wide_log1p log1pf128
#define scope_wide_pow powf128
#define scope_wide_round roundf128
#define scope_wide_print strfromf128

#else
#error "The numerical contract needs a type wider than double: neither long double nor _Float128 is"
#endif
