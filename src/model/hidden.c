/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hidden.h"

/* In the order of their flags. */
static const struct
{
  const char *name;
  unsigned places;
} quantities[SCOPE_N_QUANTITIES] = {
  { "loss", SCOPE_PLACE_LOSS },
  /* A residual is p_k, or one short of it. */
  { "p", SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_CLOSED_FORM },
  { "dl_dp", SCOPE_PLACE_DL_DP | SCOPE_PLACE_CLOSED_FORM },
  { "dp_dz", SCOPE_PLACE_DP_DZ | SCOPE_PLACE_CLOSED_FORM },
  { "dz_db", SCOPE_PLACE_DZ_DB },
  /* A residual is a path's value. */
  { "gradient",
    SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_CLOSED_FORM },
};

const char *
scope_hidden_quantity_name (unsigned i)
{
  return quantities[i].name;
}

ScopePlace
scope_hidden_place_of_p (const ScopeParameters *parameters, unsigned k)
{
  return k == parameters->observed ? SCOPE_PLACE_P_OBSERVED : SCOPE_PLACE_P_OTHERS;
}

/* The class whose weight alone differs: with the weights u, v, v the gradient is (u − v)·(p − y) of
 * the first. SCOPE_N_CLASSES where there is none. */
static unsigned
find_odd_class (const double w[SCOPE_N_CLASSES])
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      double one = w[(k + 1) % SCOPE_N_CLASSES], other = w[(k + 2) % SCOPE_N_CLASSES];

      if (one == other && w[k] != one)
        return k;
    }
  return SCOPE_N_CLASSES;
}

unsigned
scope_hidden_places (unsigned hidden, const ScopeParameters *parameters)
{
  unsigned odd = find_odd_class (parameters->w), all = 0;

  if ((hidden & SCOPE_QUANTITY_PROBABILITY) && odd < SCOPE_N_CLASSES)
    hidden |= SCOPE_QUANTITY_GRADIENT;
  if ((hidden & SCOPE_QUANTITY_GRADIENT) && odd < SCOPE_N_CLASSES && odd != parameters->observed)
    all |= SCOPE_PLACE_P_OTHERS;
  for (unsigned i = 0; i < SCOPE_N_QUANTITIES; i++)
    if (hidden & 1u << i)
      all |= quantities[i].places;
  return all;
}
