/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "subject.h"
#include "many-sum.h"

/* Any of these is read off the bars: a contribution is p, or one short of it, times a weight. */
#define SCOPE_WATERFALL_PLACES (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY)

/* In a mean a row is not the gradient that the selected flower's formula ends with. */
gboolean scope_waterfall_is_divided (const ScopeMany *many);
/* What the chart is called, as markup. The caller frees it. */
char *scope_waterfall_title (const ScopeMany *many);
/* A contribution with so many decimals as the others have, so that a class can add up what it reads; −1: with
 * its own digits. The caller frees it. */
char *scope_waterfall_addend (const ScopeSubject *subject, ScopeWide exact, int decimals);
/* "=", or "≈" where who adds up what is printed gets something else than what is printed as the sum. While a value
 * is dragged nobody does. */
const char *scope_waterfall_equals (const ScopeSubject *subject, const ScopeContributions *contributions,
                                    int decimals);

/* Σ p_k, which is never 0, as it is printed. The caller frees it. */
char *scope_waterfall_balance_predicted (const ScopeSubject *subject, double predicted);
/* What there is to say of the balance as markup, at length and in short; NULL: no shorter. printed is what
 * stands for predicted. */
void scope_waterfall_balance_words (const ScopeSubject *subject, double predicted, size_t observed,
                                    const char *printed, const char *words[2]);
