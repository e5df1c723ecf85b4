/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "outcome.h"
#include "view-ranges.h"

typedef struct _ScopeMany ScopeMany; /* see many.h */

/* A view is of the sum over many flowers, or of the one that the parameters are of: many is NULL then, or has no
 * rows. The ranges fit the sum, and what each flower may reach by itself in the gradient. */

/* The view that opens: axis −10…10 about the parameters' b₃, vertical ranges that fit. */
void scope_view_init (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many);
/* The same for an axis that the caller names (--range, zoom). lo < hi, finite. */
void scope_view_init_axis (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many,
                           double lo, double hi);
/* An axis that shows where the curves bend (half of the real flowers bend outside −10…10), and
 * the present b₃; of a sum, its minimum, where there is one, and where it bends about that. Then vertical
 * ranges that fit. Used when a flower is chosen. */
void scope_view_fit (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many);
/* Moves the axis by the least that keeps b₃ inside with a margin of 10 %; TRUE where it moved. */
gboolean scope_view_follow (ScopeView *view, double b);
/* Widens or narrows the vertical ranges where the curves left them or use too little of them, with
 * hysteresis: a drag of one logit across its range changes them at most six times, never to and
 * fro; a change of b₃ alone changes nothing. TRUE where they changed. */
gboolean scope_view_adapt (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many);
/* Pans by a part of the width; zooms by factor (> 1 shows more) about b. Both keep the axis within
 * finite doubles and its ticks distinguishable; vertical ranges follow scope_view_adapt(). */
void scope_view_pan (ScopeView *view, double delta_b);
void scope_view_zoom (ScopeView *view, double factor, double about_b);
