/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "parameters.h"

/* What follows from one observation (parameters.h).
 *
 * | here      | in the mathematics | meaning                                          |
 * | --------- | ------------------ | ------------------------------------------------ |
 * | z[k]      | a_k + c + w_k·b₃   | logit                                            |
 * | p[k]      | p_k                | softmax probability                              |
 * | q[k]      | 1 − p_k            | its complement, without cancellation             |
 * | loss      | L = −ln p_o        | cross-entropy loss                               |
 * | dl_dp     | ∂L/∂p_o = −1/p_o   | first factor of the chain rule                   |
 * | dp_dz[k]  | ∂p_o/∂z_k          | second factor                                    |
 * | dz_db[k]  | ∂z_k/∂b₃ = w_k     | third factor                                     |
 * | dl_dz[k]  | ∂L/∂z_k = p_k − y_k| predicted minus observed                         |
 * | path[k]   | (p_k − y_k)·w_k    | what path k contributes to the gradient          |
 * | dl_db     | ∂L/∂b₃             | the gradient: the sum of the paths               |
 * | curvature | ∂²L/∂b₃²           | never negative                                   |
 */
typedef struct
{
  double z[SCOPE_N_CLASSES];
  double p[SCOPE_N_CLASSES];
  double q[SCOPE_N_CLASSES];
  double loss;
  double dl_dp;
  double dp_dz[SCOPE_N_CLASSES];
  double dz_db[SCOPE_N_CLASSES];
  double dl_dz[SCOPE_N_CLASSES];
  double path[SCOPE_N_CLASSES];
  double dl_db;
  double curvature;

  /* Base-10 logarithms of the absolute value of the factors that can leave double's range;
   * −INFINITY where the factor is exactly zero. They let ∂L/∂p be shown as −4.21·10⁴³⁴. */
  double log10_dl_dp;
  double log10_dp_dz[SCOPE_N_CLASSES];

  size_t observed; /* as in the parameters: whose case this is */
} ScopeOutcome;

/* What is printed of an outcome, by what name. */
typedef struct
{
  const char *name; /* followed by its class's number where there is one for each */
  size_t offset;    /* in ScopeOutcome */
  size_t n;         /* how many numbers it is: 1, or one for each class */
} ScopeOutcomeField;
#define SCOPE_MOST_OUTCOME_NUMBERS (sizeof (ScopeOutcome) / sizeof (double))
/* In order; the last one has no name. */
extern const ScopeOutcomeField scope_outcome_fields[];

/* Base-10 logarithms of what can fall below double's range, from those of the factors: p_k; L and
 * |path k|, all −INFINITY for exactly 0. Of use where the value itself is subnormal or 0; good to
 * about 1e−13 of the logarithm. */
double scope_outcome_log10_p (const ScopeOutcome *outcome, unsigned k);
double scope_outcome_log10_loss (const ScopeOutcome *outcome);
double scope_outcome_log10_path (const ScopeOutcome *outcome, unsigned k);

/* Evaluates one observation.
 *
 * parameters: any finite numbers, extremes included; observed 0, 1 or 2. outcome belongs to the
 * caller and is written whole, or left alone on an error.
 * Accuracy: z, p, 1 − p, the loss, the factors and the curvature within one unit in the last place
 * (subnormals included), the gradient within 2·2⁻⁵³ of Σ p_k·|w_k − w_o|; curvature and loss are
 * never negative; nothing is ever NaN. Infinite is only what truly exceeds 1.8e308: −1/p_o once
 * L > 709.78, z_k and L with huge inputs, gradient and curvature with huge wirings.
 * Source: the definitions above; every difference of logits is exact before it is rounded once, and
 * nothing is subtracted from 1 (softmax and log-sum-exp shifted by the largest logit). The factors are
 * shown, and never multiplied to get the gradient: 0·∞ would be in the way. The curvature is a sum of
 * squares, not a difference of them. A shift changes z alone: everything else has the same bits with and
 * without it.
 * Returns SCOPE_STATUS_NOT_FINITE, SCOPE_STATUS_BAD_CLASS or SCOPE_STATUS_OK. */
ScopeStatus scope_outcome_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome);

/* The same for each of the three classes being the observed one, sharing the exponentials;
 * outcomes[k] is what scope_outcome_evaluate() gives with observed = k, bit for bit. */
ScopeStatus scope_outcome_evaluate_cases (const ScopeParameters *parameters,
                                          ScopeOutcome outcomes[SCOPE_N_CLASSES]);
