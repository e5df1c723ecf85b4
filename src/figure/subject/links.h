/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* The chain as three linked plots, z_k over b₃, p_o over z_k, −ln p over p: their ranges. The path
 * is that of the one logit which b₃ feeds; with several, the observed class's where it is fed. */
typedef struct
{
  unsigned k;        /* the path's logit */
  double z_lo, z_hi; /* of z_k over the axis of b₃; z_lo < z_hi */
  double loss_hi;    /* of the loss, from 0 */
} ScopeLinks;

/* The linked plots that are shown: bit i as in ScopeStage; outside of a presentation all or none. */
#define SCOPE_ALL_LINKS 7u
unsigned scope_links_shown (const ScopeFigure *figure);
/* FALSE where a range leaves double's: there is nothing to draw then. */
gboolean scope_links_find (const ScopeFigure *figure, const ScopeOutcome *outcome, ScopeLinks *links);
/* The view's links_hi once the parameters have gone from before to now: kept while it fits, and the loss over
 * the whole axis where it does not, so that a drag of b₃ changes it once at most. */
double scope_links_keep (const ScopeView *view, const ScopeParameters *before, const ScopeParameters *now);
/* z_k with b₃ = b. */
double scope_links_logit (const ScopeParameters *parameters, unsigned k, double b);
/* The chain's middle factor by itself: the same flower with a b₃ that is z_k, and the other logits as they
 * are. */
ScopeParameters scope_links_alone (const ScopeParameters *parameters, const ScopeOutcome *outcome,
                                   unsigned k);
/* What the axes of probabilities show beyond 0 and 1. */
#define SCOPE_LINKS_P_MARGIN 0.04
/* What is over the horizontal axis of a linked plot. */
void scope_links_get_x (const ScopeLinks *links, ScopePanel panel, double *lo, double *hi);
/* The bias for which the point of a linked plot stands at value (a bias, a logit, a probability);
 * the present one where no bias does that. */
double scope_links_bias_at (const ScopeFigure *figure, ScopePanel panel, double value);
