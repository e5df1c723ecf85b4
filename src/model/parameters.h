/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What a function of the model or the figure says of its input. */
typedef enum
{
  SCOPE_STATUS_OK,
  SCOPE_STATUS_NOT_FINITE, /* an input is NaN or infinite */
  SCOPE_STATUS_BAD_CLASS,  /* observed is not 0, 1 or 2 */
  SCOPE_STATUS_BAD_RANGE,  /* lo ≥ hi, or no sample asked for */
  SCOPE_STATUS_NO_ROWS,    /* a sum over no row at all */
} ScopeStatus;

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
