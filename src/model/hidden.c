/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hidden.h"

static const unsigned places[SCOPE_N_QUANTITIES] = {
  /* L */
  SCOPE_PLACE_LOSS,
  /* p_k: a residual is p_k, or one short of it */
  SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_CLOSED_FORM,
  /* ∂L/∂p_o */
  SCOPE_PLACE_DL_DP | SCOPE_PLACE_CLOSED_FORM,
  /* ∂p_o/∂z_k */
  SCOPE_PLACE_DP_DZ | SCOPE_PLACE_CLOSED_FORM,
  /* ∂z_k/∂b₃ */
  SCOPE_PLACE_DZ_DB,
  /* ∂L/∂b₃: a residual is a path's value */
  SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_CLOSED_FORM,
};

const char *
scope_quantity_name (unsigned i)
{
  static const char *const names[SCOPE_N_QUANTITIES]
    = { "loss", "p", "dl_dp", "dp_dz", "dz_db", "gradient" };

  return names[i];
}

static bool
gradient_is_probability (const ScopeParameters *parameters)
{
  unsigned n_wired = 0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    n_wired += parameters->w[k] != 0;
  return n_wired == 1 && parameters->w[parameters->observed] == 0;
}

unsigned
scope_hidden_places (unsigned hidden, const ScopeParameters *parameters)
{
  const unsigned twins = SCOPE_QUANTITY_GRADIENT | SCOPE_QUANTITY_PROBABILITY;
  unsigned all = 0;

  if ((hidden & twins) != 0 && gradient_is_probability (parameters))
    hidden |= twins;
  for (unsigned i = 0; i < SCOPE_N_QUANTITIES; i++)
    if (hidden & 1u << i)
      all |= places[i];
  return all;
}
