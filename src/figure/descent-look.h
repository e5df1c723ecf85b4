/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "descent.h"
#include "figure.h"
#include "rate.h"

/* What a figure shows of a gradient descent, computed once for each. */
typedef struct
{
  ScopeBatchRow row; /* what is descended on */
  ScopeBatch batch;  /* Borrows row: the look stays where it is */
  ScopeMinimum minimum;
  ScopeRateMarks marks;
  ScopeDescent walk; /* at the present b₃; its trail are the last places that led there */
  double next;       /* b₃ after the next step; it may be infinite */
  gboolean has_next; /* it is finite */
  double drop;       /* L(b₃) − L(next): what the curve gives; 0 where there is no next place */
} ScopeDescentLook;

/* Fills look where the figure shows a descent, or always; FALSE where it was not filled.
 * The verdict is that of logitscope-cli descend with its own tolerance. */
gboolean scope_descent_look (const ScopeFigure *figure, ScopeDescentLook *look);
gboolean scope_descent_look_always (const ScopeFigure *figure, ScopeDescentLook *look);

/* TRUE where the trail leads to the present b₃. */
gboolean scope_trail_is_present (const ScopeFigure *figure);
