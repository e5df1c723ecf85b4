/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many.h"

/* The exact sum of many flowers at b₃ and its minimum, for who needs them more than once: they are
 * found anew only where something is new, and while the selected flower alone is dragged, the sum
 * is found from what the others add up to. */
typedef struct _ScopeManyTotal ScopeManyTotal;

ScopeManyTotal *scope_many_total_new (void);
void scope_many_total_free (ScopeManyTotal *total);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeManyTotal, scope_many_total_free)

/* The sum, to the accuracy of scope_batch_evaluate(), for many->sum; the selected flower is added
 * last, so that the same input has the same bits whatever came before. It is the total's, and holds
 * until the next call. NULL where the model refuses a number. */
const ScopeBatchOutcome *scope_many_total_update (ScopeManyTotal *total, const ScopeMany *many,
                                                  const ScopeParameters *at);
/* Where the sum of that call is least, for many->minimum: known as long as no row, the wiring,
 * total or mean change. NULL where it is not known, unless it is to be searched for: that takes
 * several times as long as the sum. It holds until the next update. */
const ScopeMinimum *scope_many_total_get_minimum (ScopeManyTotal *total, gboolean search);
