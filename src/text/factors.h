/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "outcome.h"
#include "wide.h"

/* The numbers of the chain rule as a class reads and multiplies them: what is printed for the
 * factors multiplies to what is printed for the result. */
typedef struct
{
  unsigned digits; /* significant digits of every factor: 5 (3 for a hall) to 17 */
  char *dl_dp;     /* Owned, as are all texts */
  char *dp_dz[SCOPE_N_CLASSES];
  char *dz_db[SCOPE_N_CLASSES];
  char *path[SCOPE_N_CLASSES];                              /* the product of class k's three factors */
  char *result;                                             /* ∂L/∂b₃ */
  char *loss, *p[SCOPE_N_CLASSES], *dl_dz[SCOPE_N_CLASSES]; /* with the digits of the result */
  /* Borrowed: "=", or "≈" where who reckons with what is printed gets another result: between the factors of
   * one path, or the sum of several, and the gradient; and between a path's factors and path[k]. */
  const char *equals, *path_equals[SCOPE_N_CLASSES];
  unsigned n_wired; /* how many of the three classes have w_k ≠ 0 */
} ScopeFactors;

/* result_digits (1 to 17) are those of the result; decimal as in number.h. The factors carry the
 * fewest digits, from result_digits + 1 but at most 5 up to 17, at which their printed product (for
 * several wired logits, the sum of the printed products) rounds to the printed result. Where no
 * count of digits does (a sum that cancels to nothing), they carry the fewest. With settled FALSE
 * that search is left out: digits hold still while a value is dragged. */
void scope_factors_init (ScopeFactors *factors, const ScopeOutcome *outcome, unsigned result_digits,
                         char decimal, gboolean settled);
void scope_factors_clear (ScopeFactors *factors);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeFactors, scope_factors_clear)

/* The gradient as it is printed, which has digits where double has none any more. The caller frees it. */
char *scope_factors_format_result (const ScopeOutcome *outcome, unsigned digits, char decimal);

/* A value that comes close to bound > 0 or −bound and never reaches it, though double may have nothing nearer: "1.000"
 * beside a loss that is not 0. Where double has no digits of it, log10_abs and sign tell. The caller frees it. */
char *scope_factors_format_near (double value, double bound, double log10_abs, int sign, unsigned digits,
                                 char decimal);

/* The loss in the same way as the gradient. */
char *scope_factors_format_loss (const ScopeOutcome *outcome, unsigned digits, char decimal);

/* "=" where value, which was reckoned from printed numbers, rounds to what is printed as its result; else
 * "≈". */
const char *scope_factors_equals (ScopeWide value, const char *printed, unsigned digits);

/* What is read of a value once it is printed with so many digits, 1 to 17. */
ScopeWide scope_factors_as_printed (double value, unsigned digits);

/* What is raised in "−10^(−4.343·10²⁹⁹)", of a number whose exponent double has none of, with what closes it; NULL in
 * any other. Points into printed. */
const char *scope_factors_find_power (const char *printed);

/* A printed number, scientific ones too ("−4.21·10⁴³⁴"), as a number again. */
ScopeWide scope_factors_read (const char *printed);
