/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "links.h"

#include <math.h>

#include "logit.h"
#include "scale.h"
#include "scene.h"
#include "stage-step.h"
#include "wide.h"
#include "wiring.h"

/* Ranges of the linked plots, and the way back from a place in one of them to the bias. */

#define LEAST_LOSS 5.0
/* So many times too large is narrowed. */
#define TOO_LARGE 10.0

double
scope_links_logit (const ScopeParameters *in, unsigned k, double b)
{
  ScopeParameters at = *in;

  at.b = b;
  return scope_logit (&at, k);
}

/* A range that reaches a loss. */
static double
fit_loss (double loss)
{
  return fmax (LEAST_LOSS, scope_scale_bound_125 (1.02 * fmin (loss, 1e300)));
}

static double
loss_at (const ScopeParameters *parameters, double b)
{
  ScopeParameters at = *parameters;
  ScopeOutcome outcome;

  at.b = b;
  return scope_outcome_evaluate (&at, &outcome) == SCOPE_STATUS_OK ? outcome.loss : 0;
}

double
scope_links_keep (const ScopeView *view, const ScopeParameters *before, const ScopeParameters *now)
{
  double shown = view->links_hi > 0 ? view->links_hi : fit_loss (loss_at (before, before->b));
  double needed = fit_loss (loss_at (now, now->b));
  /* Convex: reached at an end. */
  double most = fit_loss (fmax (loss_at (now, view->axis_lo), loss_at (now, view->axis_hi)));

  if (needed > shown)
    return fmax (needed, most);
  return shown > TOO_LARGE * most ? needed : shown;
}

ScopeParameters
scope_links_alone (const ScopeParameters *parameters, const ScopeOutcome *outcome, unsigned k)
{
  ScopeParameters alone = *parameters;

  /* The logits have it already. */
  alone.shift = 0;
  for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
    {
      alone.a[j] = j == k ? 0 : outcome->z[j];
      alone.w[j] = j == k ? 1 : 0;
    }
  return alone;
}

gboolean
scope_links_find (const ScopeFigure *figure, const ScopeOutcome *outcome, ScopeLinks *links)
{
  const ScopeParameters *in = &figure->parameters;
  unsigned k = scope_wiring_path (in);
  double one = scope_links_logit (in, k, figure->view.axis_lo);
  double other = scope_links_logit (in, k, figure->view.axis_hi);
  double lo = fmin (one, other), hi = fmax (one, other), least = fmax (fabs (lo) * 1e-9, 1e-300);

  /* A logit that b₃ does not move has a range all the same. */
  if (hi - lo <= least)
    {
      double half = fmax (fabs (lo) * 0.5, 1);

      lo -= half;
      hi += half;
    }
  links->k = k;
  links->z_lo = lo;
  links->z_hi = hi;
  links->loss_hi = fmax (figure->view.links_hi, fit_loss (outcome->loss));
  return isfinite (hi - lo) && isfinite (outcome->loss) && isfinite (outcome->z[k]);
}

void
scope_links_get_x (const ScopeLinks *links, ScopePanel panel, double *lo, double *hi)
{
  gboolean logit = panel == SCOPE_PANEL_LINK_PROBABILITY;

  *lo = logit ? links->z_lo : -SCOPE_LINKS_P_MARGIN;
  *hi = logit ? links->z_hi : 1 + SCOPE_LINKS_P_MARGIN;
}

/* z_k for which the observed class gets p: from the ratio of p_o to all the others. */
static double
logit_at (const ScopeFigure *figure, unsigned k, double p)
{
  const ScopeParameters *in = &figure->parameters;
  ScopeOutcome outcome;

  if (scope_outcome_evaluate (in, &outcome) != SCOPE_STATUS_OK || p <= 0 || p >= 1)
    return NAN;
  if (k == in->observed)
    return outcome.z[k] + (log (p) - log1p (-p)) - (log (outcome.p[k]) - log (outcome.q[k]));

  /* e^{z_k} = e^{z_o}/p − e^{z_o} − e^{z_j}, in units of the present sum. */
  double rest = outcome.p[in->observed] / p - outcome.q[k];

  return rest > 0 ? outcome.z[k] + log (rest) - log (outcome.p[k]) : NAN;
}

double
scope_links_bias_at (const ScopeFigure *figure, ScopePanel panel, double value)
{
  const ScopeParameters *in = &figure->parameters;
  unsigned k = scope_wiring_path (in);
  double z, b;

  if (panel == SCOPE_PANEL_LINK_LOGIT)
    return value;
  z = panel == SCOPE_PANEL_LINK_LOSS ? logit_at (figure, k, value) : value;
  b = (double) (((ScopeWide) z - in->a[k] - in->shift) / in->w[k]);
  if (!isfinite (b))
    return in->b;
  return CLAMP (b, figure->view.axis_lo, figure->view.axis_hi);
}

unsigned
scope_links_shown (const ScopeFigure *figure)
{
  if (figure->show & SCOPE_SHOW_LINKS)
    return SCOPE_ALL_LINKS;
  return figure->stage != NULL ? figure->stage->links : 0;
}
