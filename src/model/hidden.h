/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "outcome.h"

/* A class predicts a number before it is shown. What is hidden must not be printed anywhere, nor be
 * read off from anything that is: this table says what hides with what. */

/* What a lecturer hides. */
typedef enum
{
  SCOPE_QUANTITY_LOSS = 1 << 0,        /* L */
  SCOPE_QUANTITY_PROBABILITY = 1 << 1, /* p_k */
  SCOPE_QUANTITY_DL_DP = 1 << 2,       /* ∂L/∂p_o */
  SCOPE_QUANTITY_DP_DZ = 1 << 3,       /* ∂p_o/∂z_k */
  SCOPE_QUANTITY_DZ_DB = 1 << 4,       /* ∂z_k/∂b₃ */
  SCOPE_QUANTITY_GRADIENT = 1 << 5,    /* ∂L/∂b₃, a slope too */
} ScopeQuantity;
#define SCOPE_N_QUANTITIES 6
#define SCOPE_QUANTITY_ALL ((1u << SCOPE_N_QUANTITIES) - 1)

/* Where a quantity stands, or gives itself away. */
typedef enum
{
  SCOPE_PLACE_LOSS = 1 << 0,       /* L's number, and the digits of an axis of L */
  SCOPE_PLACE_P_OBSERVED = 1 << 1, /* p_o's number, axes of it */
  SCOPE_PLACE_RESIDUAL = 1 << 2,   /* p_k − y_k: predicted minus observed */
  SCOPE_PLACE_DL_DP = 1 << 3,
  SCOPE_PLACE_DP_DZ = 1 << 4,
  SCOPE_PLACE_DZ_DB = 1 << 5,       /* the weights, and equations that show them */
  SCOPE_PLACE_GRADIENT = 1 << 6,    /* its number, slopes, paths, the digits of its axis */
  SCOPE_PLACE_DOWNHILL = 1 << 7,    /* sign and size of the step downhill */
  SCOPE_PLACE_CLOSED_FORM = 1 << 8, /* p_o − 1, p(1 − p): numbers for who sees p */
  SCOPE_PLACE_P_OTHERS = 1 << 9,    /* the other two p_k, the widths of the bar */
} ScopePlace;
#define SCOPE_PLACE_PROBABILITY (SCOPE_PLACE_P_OBSERVED | SCOPE_PLACE_P_OTHERS)
/* The next step of a descent: it tells the gradient. */
#define SCOPE_PLACE_NEXT (SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT)
#define SCOPE_PLACE_ALL ((1u << 10) - 1)

/* "loss", "p", "dl_dp", "dp_dz", "dz_db", "gradient": the name of the quantity with flag 1 << i,
 * 0 ≤ i < SCOPE_N_QUANTITIES, for command line and documents. */
const char *scope_hidden_quantity_name (unsigned i);

/* The places that hide when the quantities in hidden do; a set of ScopePlace. Where one class has
 * another weight than the other two, the gradient is a multiple of that class's probability, less 1
 * where it was observed: hidden probabilities hide the gradient. A hidden gradient hides the other
 * classes' probabilities where it is one of them; with p_o alone nobody finds which. */
/* Where p_k is printed. */
ScopePlace scope_hidden_place_of_p (const ScopeParameters *parameters, unsigned k);

unsigned scope_hidden_places (unsigned hidden, const ScopeParameters *parameters);
