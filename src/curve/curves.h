/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

#include "descent-rates.h"
#include "many-curves.h"
#include "outcome.h"
#include "view.h"

/* The curves over b₃, sampled once and kept until a logit, the wiring or the axis changes: they
 * don't depend on b₃ itself nor on which class was observed. Sampling is adaptive: points crowd
 * where a curve bends, 100 to 250 of them for a smooth one, and one evaluation of the model serves
 * all three cases. */
typedef struct _ScopeCurves ScopeCurves;

ScopeCurves *scope_curves_new (void);
void scope_curves_free (ScopeCurves *curves);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeCurves, scope_curves_free)

/* The curves of kept curve i, i < SCOPE_MOST_GHOSTS, kept and freed with these ones. */
ScopeCurves *scope_curves_get_ghost (ScopeCurves *curves, unsigned i);

/* The curves of many flowers, kept and freed with these ones. */
ScopeManyCurves *scope_curves_get_many (ScopeCurves *curves);
/* The marks of their learning rates. */
ScopeDescentRates *scope_curves_get_rates (ScopeCurves *curves);

/* Brings the samples up to date; TRUE where anything had to be sampled. width_px and the vertical
 * ranges of the view say how fine a bend must be followed. */
gboolean scope_curves_update (ScopeCurves *curves, const ScopeParameters *parameters, const ScopeView *view,
                              double width_px, double height_px);

size_t scope_curves_get_n (const ScopeCurves *curves);
const double *scope_curves_get_bias (const ScopeCurves *curves);
/* L, ∂L/∂b₃ where class k was observed; p_k. */
const double *scope_curves_get_loss (const ScopeCurves *curves, unsigned k);
const double *scope_curves_get_gradient (const ScopeCurves *curves, unsigned k);
const double *scope_curves_get_probability (const ScopeCurves *curves, unsigned k);
