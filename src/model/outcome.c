/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome.h"

#include <float.h>
#include <math.h>

#include "logit.h"
#include "softmax.h"

#define LN_10 SCOPE_WIDE_C (2.302585092994045684017991454684364208)

#define AT(field) offsetof (ScopeOutcome, field)

const ScopeOutcomeField scope_outcome_fields[] = {
  { "z", AT (z), SCOPE_N_CLASSES },
  { "p", AT (p), SCOPE_N_CLASSES },
  { "loss", AT (loss), 1 },
  { "dL_dp", AT (dl_dp), 1 },
  { "dp_dz", AT (dp_dz), SCOPE_N_CLASSES },
  { "dz_db", AT (dz_db), SCOPE_N_CLASSES },
  { "gradient", AT (dl_db), 1 },
  { "curvature", AT (curvature), 1 },
  { NULL, 0, 0 },
};

/* ln Σ_{j≠k} e_j, where the sum itself may be beyond any exponent. */
static ScopeWide
log_others (const ScopeSoftmax *softmax, unsigned k)
{
  if (k != softmax->m)
    return scope_wide_log (softmax->others[k]);

  ScopeDifference one = softmax->d[(k + 1) % 3], other = softmax->d[(k + 2) % 3];
  ScopeWide larger = scope_wide_fmax (one.hi, other.hi);
  ScopeWide smaller = scope_wide_fmin (one.hi, other.hi);

  if (isinf (larger))
    return larger;
  return larger + scope_wide_log1p (scope_wide_exp (smaller - larger));
}

/* log10 |∂p_o/∂z_k|: from the factor itself as long as double holds it. */
static double
log10_factor (const ScopeSoftmax *softmax, unsigned o, unsigned k, double dp_dz)
{
  if (fabs (dp_dz) >= DBL_MIN)
    return log10 (fabs (dp_dz));

  ScopeWide log_p_o = -scope_softmax_loss (softmax, o);
  ScopeWide rest = k == o ? log_others (softmax, o) - softmax->log_total : -scope_softmax_loss (softmax, k);

  return (double) ((log_p_o + rest) / LN_10);
}

static void
fill_case (const ScopeParameters *parameters, const ScopeSoftmax *softmax, unsigned o, ScopeOutcome *outcome)
{
  ScopeWide loss = scope_softmax_loss (softmax, o);

  outcome->loss = scope_softmax_rounded_loss (softmax, o);
  outcome->dl_dp = (double) -(softmax->total / softmax->e[o]);
  outcome->observed = o;
  outcome->log10_dl_dp = (double) (loss / LN_10);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      ScopeWide dl_dz = k == o ? -softmax->q[o] : softmax->p[k];
      ScopeWide dp_dz = -softmax->p[o] * dl_dz;

      outcome->dl_dz[k] = (double) dl_dz + 0.0;
      outcome->dp_dz[k] = (double) dp_dz + 0.0;
      outcome->path[k] = (double) (dl_dz * parameters->w[k]) + 0.0;
      outcome->log10_dp_dz[k] = log10_factor (softmax, o, k, outcome->dp_dz[k]);
    }
  /* Adding 0 keeps −0 away. */
  outcome->dl_db = (double) scope_softmax_gradient (parameters, softmax, o) + 0.0;
}

static void
fill_shared (const ScopeParameters *parameters, const ScopeSoftmax *softmax, ScopeOutcome *outcome)
{
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      outcome->z[k] = scope_logit (parameters, k) + 0.0;
      outcome->p[k] = (double) softmax->p[k];
      outcome->q[k] = (double) softmax->q[k];
      outcome->dz_db[k] = parameters->w[k] + 0.0;
    }
  outcome->curvature = (double) scope_softmax_curvature (parameters, softmax);
}

ScopeStatus
scope_outcome_evaluate (const ScopeParameters *parameters, ScopeOutcome *outcome)
{
  ScopeStatus status = scope_parameters_check (parameters);
  ScopeSoftmax softmax;

  if (status != SCOPE_STATUS_OK)
    return status;

  scope_softmax_find (parameters, &softmax);
  fill_shared (parameters, &softmax, outcome);
  fill_case (parameters, &softmax, parameters->observed, outcome);
  return SCOPE_STATUS_OK;
}

ScopeStatus
scope_outcome_evaluate_cases (const ScopeParameters *parameters, ScopeOutcome outcomes[SCOPE_N_CLASSES])
{
  ScopeStatus status = scope_parameters_check (parameters);
  ScopeSoftmax softmax;

  if (status != SCOPE_STATUS_OK)
    return status;

  scope_softmax_find (parameters, &softmax);
  fill_shared (parameters, &softmax, &outcomes[0]);
  outcomes[1] = outcomes[2] = outcomes[0];
  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    fill_case (parameters, &softmax, o, &outcomes[o]);
  return SCOPE_STATUS_OK;
}

double
scope_outcome_log10_p (const ScopeOutcome *outcome, unsigned k)
{
  /* ∂L/∂p_o = −1/p_o; ∂p_o/∂z_k = −p_o·p_k */
  return k == outcome->observed ? -outcome->log10_dl_dp : outcome->log10_dp_dz[k] + outcome->log10_dl_dp;
}

double
scope_outcome_log10_loss (const ScopeOutcome *outcome)
{
  /* L = −ln(1 − q_o) ≈ q_o where that is all but nothing; ∂p_o/∂z_o = p_o·q_o. */
  if (outcome->loss >= DBL_MIN)
    return log10 (outcome->loss);
  return outcome->log10_dp_dz[outcome->observed] + outcome->log10_dl_dp;
}

double
scope_outcome_log10_path (const ScopeOutcome *outcome, unsigned k)
{
  return outcome->log10_dl_dp + outcome->log10_dp_dz[k] + log10 (fabs (outcome->dz_db[k]));
}
