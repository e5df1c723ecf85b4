/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "rate.h"

/* The marks of the ruler for many rows, found once and kept until a row, the wiring or the sum
 * changes; never because b₃ does. */
typedef struct _ScopeDescentRates ScopeDescentRates;

ScopeDescentRates *scope_descent_rates_new (void);
void scope_descent_rates_free (ScopeDescentRates *rates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeDescentRates, scope_descent_rates_free)

/* minimum is that of the batch, or close to it. Where exact is FALSE and there are very many rows,
 * the largest curvature between lo and hi stands for the largest of all: scope_rate_marks() looks
 * everywhere, which is too slow for a drag. */
const ScopeRateMarks *scope_descent_rates_find (ScopeDescentRates *rates, const ScopeBatch *batch,
                                                const ScopeMinimum *minimum, double lo, double hi,
                                                gboolean exact);
