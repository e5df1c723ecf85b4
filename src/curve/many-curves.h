/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many-bands.h"
#include "many-places.h"

/* The curves of many flowers over b₃, sampled once and kept until a row, the wiring or the view
 * changes; never because b₃ does. */
typedef struct _ScopeManyCurves ScopeManyCurves;

ScopeManyCurves *scope_many_curves_new (void);
void scope_many_curves_free (ScopeManyCurves *curves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeManyCurves, scope_many_curves_free)

/* Brings the samples up to date; TRUE where anything had to be sampled. The rows are compared, not
 * their address: who edits them in place need not say so. Points crowd where the sum bends: losses are
 * convex, so that where a straight line is near the total, it is near every row. */
gboolean scope_many_curves_update (ScopeManyCurves *curves, const ScopeMany *many,
                                   const double w[SCOPE_N_CLASSES], const ScopeView *view, double width_px,
                                   double height_px);

/* The biases, in rising order, and the sum there: the total or the mean. */
size_t scope_many_curves_get_n (const ScopeManyCurves *curves);
const double *scope_many_curves_get_bias (const ScopeManyCurves *curves);
const double *scope_many_curves_get_sum (const ScopeManyCurves *curves, ScopeManyQuantity quantity);
/* Quantiles of the rows: filled where there are more than SCOPE_MOST_SINGLE_CURVES. */
const ScopeManyBands *scope_many_curves_get_bands (const ScopeManyCurves *curves);
/* Makes the minimum exact where it was only estimated. */
void scope_many_curves_settle (ScopeManyCurves *curves);
/* Where the sum is least, or why it is nowhere; found with the curves, never because b₃ moves. With
 * more than SCOPE_MOST_SINGLE_CURVES flowers b is right to about ten digits, its loss to a fraction
 * of a pixel, until scope_many_curves_settle(): a search to the last bits is too slow for a drag.
 */
const ScopeMinimum *scope_many_curves_get_minimum (const ScopeManyCurves *curves);
/* One row's own curve at the same biases: any row where there are up to SCOPE_MOST_SINGLE_CURVES,
 * else the selected one alone; NULL for another. */
const double *scope_many_curves_get_row (const ScopeManyCurves *curves, size_t row,
                                         ScopeManyQuantity quantity);
