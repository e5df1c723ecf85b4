/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

/* A linear map from data to pixels, and the ticks on it. */
typedef struct
{
  double lo, hi;         /* data; lo < hi, both finite, hi − lo may exceed double's range halves */
  double from_px, to_px; /* pixels of lo and of hi; from_px > to_px for an axis that points up */
} ScopeScale;

double scope_scale_to_px (const ScopeScale *scale, double value);
double scope_scale_to_data (const ScopeScale *scale, double px);

/* Ticks at 1-2-5 steps inside [lo, hi]. */
typedef struct
{
  double first;
  double step;
  size_t count;
  unsigned decimals; /* places that every label of this axis carries; many: see scope_canvas_tick() */
} ScopeTicks;

/* The finest 1-2-5 step that gives at most max_count ticks (2 to 50). A range too narrow for
 * doubles to tell its ticks apart gets as many as can be told apart, at least one. */
void scope_scale_ticks (double lo, double hi, size_t max_count, ScopeTicks *ticks);
double scope_scale_tick_value (const ScopeTicks *ticks, size_t index); /* exact zero where meant */

/* The least 1-2-5 number (1, 2, 5, 10, 20, …, as doubles) ≥ magnitude; capped at the largest finite.
 * magnitude is finite and greater than 0, subnormals included. */
double scope_scale_bound_125 (double magnitude);
/* value rounded to the greatest 1-2-5 step that is ≤ resolution; value itself for resolution 0. */
double scope_scale_round_125 (double value, double resolution);
/* value > 0 rounded to two significant digits, as the double nearest to that decimal number. */
double scope_scale_round_digits (double value);
