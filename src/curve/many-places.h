/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "many-sampler.h"
#include "view.h"

/* Whether a curve is L or ∂L/∂b₃. */
typedef enum
{
  SCOPE_MANY_LOSS,
  SCOPE_MANY_GRADIENT,
} ScopeManyQuantity;
#define SCOPE_N_MANY_QUANTITIES 2

typedef struct
{
  double b, value[SCOPE_N_MANY_QUANTITIES];
} ScopeManySample;

/* How the curves are seen: the panel's size in pixels, and what it shows. */
typedef struct
{
  ScopeView view;
  double width_px, height_px;
} ScopeManyFrame;

/* Samples of the sum over the axis, in rising order, so close together that straight lines between
 * them are what the eye sees of the curve: points crowd where the sum bends. An array of
 * ScopeManySample that the caller frees. */
GArray *scope_many_places_find (const ScopeManySampler *sampler, const ScopeManyFrame *frame);
