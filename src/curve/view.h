/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "batch.h"
#include "outcome.h"
#include "view-ranges.h"

/* The view that opens: axis −10…10, vertical ranges that fit the parameters. */
void scope_view_init (ScopeView *view, const ScopeParameters *parameters);
/* The same for an axis that the caller names (--range, zoom). lo < hi, finite. */
void scope_view_init_axis (ScopeView *view, const ScopeParameters *parameters, double lo, double hi);
/* An axis that shows where the curves bend (half of the real flowers bend outside −10…10), and
 * the present b₃; then vertical ranges that fit. Used when a flower is chosen. */
void scope_view_fit (ScopeView *view, const ScopeParameters *parameters);
/* Moves the axis by the least that keeps b₃ inside with a margin of 10 %; TRUE where it moved. */
gboolean scope_view_follow (ScopeView *view, double b);
/* Widens or narrows the vertical ranges where the curves left them or use too little of them, with
 * hysteresis: a drag of one logit across its range changes them at most six times, never to and
 * fro; a change of b₃ alone changes nothing. TRUE where they changed. */
gboolean scope_view_adapt (ScopeView *view, const ScopeParameters *parameters);
/* Pans by a part of the width; zooms by factor (> 1 shows more) about b. Both keep the axis within
 * finite doubles and its ticks distinguishable; vertical ranges follow scope_view_adapt(). */
void scope_view_pan (ScopeView *view, double delta_b);
void scope_view_zoom (ScopeView *view, double factor, double about_b);

/* The same for the sum over many flowers; b is the present b₃, n ≥ 1. The ranges fit the sum, and what
 * each flower may reach by itself in the gradient. */
void scope_view_init_batch (ScopeView *view, const ScopeBatch *batch, double b);
void scope_view_init_axis_batch (ScopeView *view, const ScopeBatch *batch, double lo, double hi);
/* An axis that shows b, the minimum, where there is one, and where the sum bends about it. */
void scope_view_fit_batch (ScopeView *view, const ScopeBatch *batch, double b);
gboolean scope_view_adapt_batch (ScopeView *view, const ScopeBatch *batch);
