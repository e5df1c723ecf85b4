/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many.h"

/* Where the curves of very many flowers lie: exact quantiles at places over the axis. */
typedef struct _ScopeManyBands ScopeManyBands;

#define SCOPE_BAND_PLACES 97

typedef enum
{
  SCOPE_BAND_LEAST,
  SCOPE_BAND_LOWER, /* a quarter of the flowers lies below */
  SCOPE_BAND_MEDIAN,
  SCOPE_BAND_UPPER,
  SCOPE_BAND_GREATEST,
} ScopeBandEdge;
#define SCOPE_N_BAND_EDGES 5

ScopeManyBands *scope_many_bands_new (void);
void scope_many_bands_free (ScopeManyBands *bands);

/* Every row anew, n ≥ 1 and selected < n; all finite numbers. */
void scope_many_bands_fill (ScopeManyBands *bands, const ScopeBatch *batch, size_t selected, double lo,
                            double hi);
/* The selected flower is another one, the others are what they were: nothing else is evaluated. */
void scope_many_bands_move (ScopeManyBands *bands, const ScopeBatchRow *row, const double w[SCOPE_N_CLASSES]);

/* SCOPE_BAND_PLACES biases, from lo to hi. */
const double *scope_many_bands_get_bias (const ScopeManyBands *bands);
/* The loss or the gradient (is_gradient) that a quantile has at place i: that of the flower whose
 * rank is nearest, so that it is a value which some flower has. */
double scope_many_bands_get (const ScopeManyBands *bands, gboolean is_gradient, ScopeBandEdge edge, size_t i);
