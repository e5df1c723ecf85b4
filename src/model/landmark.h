/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "outcome.h"

/* Biases at which something happens to one observation's curves. */

/* Where two logits meet, b = (a_j − a_k)/(w_k − w_j), for each pair of classes with different
 * weights: the places at which the curves bend. Writes up to three finite biases in rising order
 * into bends and returns how many there are. */
size_t scope_landmark_bends (const ScopeParameters *parameters, double bends[3]);

/* The half point b_half = ln Σ_{k≠c} e^{a_k} − a_c of the sigmoid that the gradient is when b₃
 * feeds exactly one class c with weight 1. Returns false where the wiring is another one. */
bool scope_landmark_half_point (const ScopeParameters *parameters, double *half_point);

/* The limits of L as b₃ → −∞ and b₃ → +∞ (INFINITY where it grows without end), and the greatest
 * lower bound of L over all b₃, for the wiring and observed class given. */
typedef struct
{
  double at_minus_infinity;
  double at_plus_infinity;
} ScopeLimits;

/* Statuses as scope_outcome_evaluate(). */
ScopeStatus scope_landmark_loss_limits (const ScopeParameters *parameters, ScopeLimits *limits);

/* What bounds ∂L/∂b₃ for every b₃ and every logit: min_k (w_k − w_o) and max_k (w_k − w_o),
 * taken over all three possible observed classes. One class with weight 1: −1 and 1. */
void scope_landmark_gradient_bounds (const double w[SCOPE_N_CLASSES], double *lo, double *hi);
