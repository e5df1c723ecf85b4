/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many-rows.h"

/* The sum of many flowers at any bias of an axis. All of them but the selected one are added up
 * once and kept as a curve: while the selected one is dragged, a sample costs what one flower's
 * does. */
typedef struct _ScopeManySampler ScopeManySampler;

ScopeManySampler *scope_many_sampler_new (void);
void scope_many_sampler_free (ScopeManySampler *sampler);

/* As scope_many_rows_update(); on another axis everything is new, too. lo < hi. */
ScopeManyChange scope_many_sampler_update (ScopeManySampler *sampler, const ScopeMany *many,
                                           const double w[SCOPE_N_CLASSES], double lo, double hi);
/* The rows and the wiring it was given. */
const ScopeBatch *scope_many_sampler_get_batch (const ScopeManySampler *sampler);
/* Whether samples cost the same however many flowers there are. Not on an axis so wide that no
 * curve is kept, or not before a flower is dragged. */
gboolean scope_many_sampler_is_quick (const ScopeManySampler *sampler);
/* Loss and gradient at n biases of the axis, in rising order, to the accuracy of
 * scope_batch_sample(). */
void scope_many_sampler_sample (const ScopeManySampler *sampler, const double *b, size_t n, double *loss,
                                double *gradient);
/* The same of one row alone. */
void scope_many_sampler_sample_row (const ScopeManySampler *sampler, size_t row, const double *b, size_t n,
                                    double *loss, double *gradient);
