/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "area.h"

/* Where the steps of a descent are in a panel. */
typedef struct
{
  const ScopePoint *at; /* Borrowed; the places of its steps, then those of a kept descent */
  size_t n, n_all;
  size_t present; /* which one b₃ is at, below n */
} ScopeStepPlaces;

/* The first step's number, the last one's and the present one's; the others' where there is room. */
void scope_descent_label_steps (ScopeCanvas *canvas, const ScopePanelArea *panel,
                                const ScopeStepPlaces *places);
