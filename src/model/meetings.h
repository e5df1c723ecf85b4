/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "batch.h"

/* Where logits meet, and how large the curvature may be about there. */

#define SCOPE_MEETINGS_MOST 544

/* An interval of biases in parts, with a bound for the curvature in each. */
typedef struct
{
  unsigned n;
  double edges[SCOPE_MEETINGS_MOST + 1]; /* n + 1, rising; some parts may have no inside */
  double bounds[SCOPE_MEETINGS_MOST];
} ScopeMeetings;

/* The whole interval in which curvatures may rise and fall, in parts that are the shorter the closer to
 * 0; FALSE where it is a single place, edges[0] = edges[n]. No edge is beyond ±limit. The span of the
 * weights is from ½ to 1. */
bool scope_meetings_start (ScopeMeetings *meetings, const ScopeBatch *batch, double limit);

/* Equal parts, about as wide as that where there is room for so many. */
void scope_meetings_divide (ScopeMeetings *meetings, double lo, double hi, double width);

/* Finds the bounds of all parts in one pass over the rows. */
void scope_meetings_bound (ScopeMeetings *meetings, const ScopeBatch *batch);
