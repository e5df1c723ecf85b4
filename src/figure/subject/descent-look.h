/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "descent.h"
#include "figure.h"
#include "rate.h"

/* What a figure shows of a gradient descent, computed once for each. */
typedef struct _ScopeDescentLook
{
  ScopeBatchRow row;       /* what is descended on, where it is one flower */
  ScopeBatch batch;        /* Borrows row, or the figure's many rows: the look stays where it is */
  ScopeMinimum minimum;    /* its kind and bound; the place where it is known or one flower's */
  ScopeRateMarks marks;    /* of scope_descent_look() alone */
  ScopeDescent walk;       /* at the present b₃; its trail are the last places that led there */
  double next;             /* b₃ after the next step; it may be infinite */
  gboolean has_next;       /* it is finite */
  gboolean is_near;        /* the minimum is here, as far as slope and bend tell */
  double drop;             /* L(b₃) − L(next): what the curve gives; 0 where there is no next place */
  ScopeDescentAhead ahead; /* what the next step does; DOWN where the verdict says all there is */
} ScopeDescentLook;

/* Fills look where the figure shows a descent; FALSE where it was not filled. curves are up to date,
 * and at is what scope_shown_evaluate() says.
 * The verdict is that of logitscope-cli descend with its own tolerance. */
gboolean scope_descent_look (const ScopeFigure *figure, ScopeCurves *curves, const ScopeBatchOutcome *at,
                             ScopeDescentLook *look);
/* The same, shown or not, for who needs words alone: no marks, and no search for a minimum. The drop
 * where it is asked for: over many rows it takes as long as all the rest. */
gboolean scope_descent_look_always (const ScopeFigure *figure, gboolean with_drop, ScopeDescentLook *look);

/* TRUE where the trail leads to the present b₃. */
gboolean scope_descent_trail_is_present (const ScopeFigure *figure);
