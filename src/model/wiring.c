/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "wiring.h"

void
scope_wiring_weights (ScopeWiring wiring, unsigned observed, double w[SCOPE_N_CLASSES])
{
  if (wiring == SCOPE_WIRING_CUSTOM)
    return;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      bool fed = wiring == SCOPE_WIRING_ALL || (unsigned) wiring == k
                 || (wiring == SCOPE_WIRING_OBSERVED && k == observed);

      w[k] = fed ? 1.0 : 0.0;
    }
}

ScopeWiring
scope_wiring_from_weights (const double w[SCOPE_N_CLASSES])
{
  for (int preset = SCOPE_WIRING_CLASS_1; preset <= SCOPE_WIRING_ALL; preset++)
    {
      double of_preset[SCOPE_N_CLASSES];

      scope_wiring_weights ((ScopeWiring) preset, 0, of_preset);
      if (w[0] == of_preset[0] && w[1] == of_preset[1] && w[2] == of_preset[2])
        return (ScopeWiring) preset;
    }
  return SCOPE_WIRING_CUSTOM;
}

unsigned
scope_wiring_path (const ScopeParameters *parameters)
{
  unsigned path = parameters->observed;

  for (unsigned k = 0; k < SCOPE_N_CLASSES && parameters->w[path] == 0; k++)
    path = parameters->w[k] != 0 ? k : path;
  return path;
}

unsigned
scope_wiring_only (const double w[SCOPE_N_CLASSES])
{
  unsigned only = SCOPE_N_CLASSES, n = 0;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    if (w[k] != 0)
      {
        only = k;
        n++;
      }
  return n == 1 ? only : SCOPE_N_CLASSES;
}
