/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hidden.h"

/* Four answers to "what is ∂L/∂b₃?", three of them what common mistakes give. */

typedef enum
{
  SCOPE_ANSWER_RIGHT,
  SCOPE_ANSWER_FORGOT_ONE,   /* Σ p_k·w_k: the 1 of the observed class left out */
  SCOPE_ANSWER_ONE_TOO_MANY, /* (p_k − 1)·w_k for another class, as if that were observed */
  SCOPE_ANSWER_STOPPED,      /* −1/p_o alone: stopped at the first factor */
  SCOPE_ANSWER_NO_WIRE,      /* 0: through the observed class's own logit, which b₃ does not feed */
  SCOPE_ANSWER_ONE_PATH,     /* (p_o − 1)·w_o, the observed class's own path, where there are more */
  SCOPE_ANSWER_DIAGONAL,     /* p_o − 1, as if b₃ fed the observed class's own logit */
  SCOPE_ANSWER_SIGN,         /* the sign the other way round */
  SCOPE_ANSWER_SQUARE,       /* ∂p_o/∂z_k: the second factor alone */
  SCOPE_ANSWER_MADE_UP,      /* no step gives this number */
} ScopeMistake;

typedef struct
{
  double value;
  ScopeMistake mistake;
} ScopeAnswer;
#define SCOPE_N_ANSWERS 4

/* The quantity that a mistake's value gives away, 0 for none but the gradient. */
unsigned scope_answer_quantity (ScopeMistake mistake);

/* Exactly one of the four is right, and no two values are within a hundredth of the largest finite
 * one of each other, as far as the mistakes allow; the order looks random but is the same for the
 * same parameters. No mistake gives away a quantity in hidden, a set of ScopeQuantity; the gradient
 * itself is what is asked for. parameters must be those of outcome. */
void scope_answers (const ScopeParameters *parameters, const ScopeOutcome *outcome, unsigned hidden,
                    ScopeAnswer answers[SCOPE_N_ANSWERS]);
