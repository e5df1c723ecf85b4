/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "status.h"

/* One observation, and how b₃ reaches it.
 *
 * | here      | in the mathematics | meaning                                          |
 * | --------- | ------------------ | ------------------------------------------------ |
 * | a[k]      | a_k                | logit of class k with the bias left out          |
 * | w[k]      | w_k = ∂z_k/∂b₃     | wiring: how much of b₃ reaches logit k           |
 * | b         | b₃                 | the bias being studied                           |
 * | shift     | c                  | added to all three logits; nothing but z sees it |
 * | observed  | o                  | the observed class, 0, 1 or 2                    |
 */
#define SCOPE_N_CLASSES 3
/* ln 3: the loss of a pure guess, which gives each class a third. */
#define SCOPE_GUESS_LOSS 1.0986122886681098

typedef struct
{
  double a[SCOPE_N_CLASSES];
  double w[SCOPE_N_CLASSES];
  double b;
  unsigned observed;
  double shift; /* c, added to all three logits */
} ScopeParameters;

/* SCOPE_STATUS_OK where every input is finite and observed is a class. */
ScopeStatus scope_parameters_check (const ScopeParameters *parameters);

/* The least and the largest of numbers of which each class has one, and how far those are apart. */
double scope_parameters_least (const double of[SCOPE_N_CLASSES]);
double scope_parameters_largest (const double of[SCOPE_N_CLASSES]);
double scope_parameters_span (const double of[SCOPE_N_CLASSES]);
