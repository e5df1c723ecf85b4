/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "difference.h"

/* What an outcome and a sum over rows are made of, before anything is rounded to double. */

/* What the three cases of the observed class share. With m the class of the largest logit and
 * d_k = z_k − z_m ≤ 0, every exponential is at most 1 and nothing is ever subtracted from 1. */
typedef struct
{
  unsigned m;
  ScopeDifference d[SCOPE_N_CLASSES];
  ScopeWide e[SCOPE_N_CLASSES];      /* e^{d_k}; e_m = 1 */
  ScopeWide others[SCOPE_N_CLASSES]; /* Σ_{j≠k} e_j */
  ScopeWide total;                   /* Σ e_j */
  ScopeWide log_total;               /* ln Σ e_j = log1p (others_m) */
  ScopeWide p[SCOPE_N_CLASSES];
  ScopeWide q[SCOPE_N_CLASSES];
} ScopeSoftmax;

/* The first half of the work: m, and d with e^{d_k}; nothing else is set. */
void scope_softmax_find_exponentials (const ScopeParameters *parameters, ScopeSoftmax *softmax);

void scope_softmax_find (const ScopeParameters *parameters, ScopeSoftmax *softmax);

/* −ln p_k, ≥ 0; INFINITY where the difference of logits is beyond 2^1100. */
ScopeWide scope_softmax_loss (const ScopeSoftmax *softmax, unsigned k);
double scope_softmax_rounded_loss (const ScopeSoftmax *softmax, unsigned k);

/* ∂L/∂b₃ with class o observed. */
ScopeWide scope_softmax_gradient (const ScopeParameters *parameters, const ScopeSoftmax *softmax, unsigned o);

/* ∂²L/∂b₃², ≥ 0; the same whatever is observed. */
ScopeWide scope_softmax_curvature (const ScopeParameters *parameters, const ScopeSoftmax *softmax);
