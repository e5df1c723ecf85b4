/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>

#include "outcome.h"

/* Where the samples go: caller-owned arrays of the same length; any of them may be NULL. */
typedef struct
{
  double *b;
  double *z[SCOPE_N_CLASSES];
  double *p[SCOPE_N_CLASSES];
  double *q[SCOPE_N_CLASSES];
  double *loss;
  double *dl_dp;
  double *dp_dz[SCOPE_N_CLASSES];
  double *dl_dz[SCOPE_N_CLASSES];
  double *path[SCOPE_N_CLASSES];
  double *dl_db;
  double *curvature;
} ScopeSamples;

/* n ≥ 2 samples at equal steps from lo to hi, both ends included and exact; parameters->b is not
 * read. lo < hi, both finite; hi − lo may exceed double's range. Each sample is what
 * scope_outcome_evaluate() gives at that bias, to the same accuracy. Returns SCOPE_STATUS_BAD_RANGE or the
 * status of scope_outcome_evaluate(); on an error the arrays may hold some samples. */
ScopeStatus scope_sample (const ScopeParameters *parameters, double lo, double hi, size_t n,
                          const ScopeSamples *samples);
