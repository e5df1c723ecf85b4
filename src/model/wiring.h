/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "outcome.h"

/* Which logits b₃ is added to. */
typedef enum
{
  SCOPE_WIRING_CLASS_1,
  SCOPE_WIRING_CLASS_2,
  SCOPE_WIRING_CLASS_3,
  SCOPE_WIRING_ALL,
  SCOPE_WIRING_OBSERVED, /* the common mistake: no network is wired so */
  SCOPE_WIRING_CUSTOM,
} ScopeWiring;

/* The weights of a preset into w; SCOPE_WIRING_CUSTOM leaves w as it is. */
void scope_wiring_weights (ScopeWiring wiring, unsigned observed, double w[SCOPE_N_CLASSES]);

/* The logit whose path is shown: the observed class's own where b₃ feeds it, else the first that b₃
 * does feed; the observed class's where it feeds none. */
unsigned scope_wiring_path (const ScopeParameters *parameters);

/* The class that b₃ feeds, where it feeds one alone; else SCOPE_N_CLASSES. */
unsigned scope_wiring_only (const double w[SCOPE_N_CLASSES]);

/* The preset that has the weights w, SCOPE_WIRING_CUSTOM where none has. Never
 * SCOPE_WIRING_OBSERVED, whose weights are those of a class. */
ScopeWiring scope_wiring_from_weights (const double w[SCOPE_N_CLASSES]);
