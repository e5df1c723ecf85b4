/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>
#include <mpfr.h>

#include "batch.h"

/* The sums over rows by MPFR: differences of logits exact, everything else at 256 bits. */

/* The bits from 2^2048, above any w·b, down to 2^−2148, below any. */
#define REFERENCE_EXACT 4300
#define REFERENCE_BITS 256

typedef struct
{
  mpfr_t loss, dl_db, magnitude, curvature;
  mpfr_t exact[3], e[3], total, term, step;
} BatchReference;

static inline void
batch_reference_init (BatchReference *r)
{
  mpfr_inits2 (REFERENCE_BITS, r->loss, r->dl_db, r->magnitude, r->curvature, r->total, r->term, r->step,
               r->e[0], r->e[1], r->e[2], (mpfr_ptr) NULL);
  mpfr_inits2 (REFERENCE_EXACT, r->exact[0], r->exact[1], r->exact[2], (mpfr_ptr) NULL);
}

static inline void
batch_reference_clear (BatchReference *r)
{
  mpfr_clears (r->loss, r->dl_db, r->magnitude, r->curvature, r->total, r->term, r->step, r->e[0], r->e[1],
               r->e[2], r->exact[0], r->exact[1], r->exact[2], (mpfr_ptr) NULL);
  mpfr_free_cache ();
}

static inline void
batch_reference_zero (BatchReference *r)
{
  mpfr_set_zero (r->loss, 1);
  mpfr_set_zero (r->dl_db, 1);
  mpfr_set_zero (r->magnitude, 1);
  mpfr_set_zero (r->curvature, 1);
}

/* e_k = e^{z_k − z_m} with m the largest; the loss of the row is added on the way. */
static inline void
batch_reference_softmax (BatchReference *r, const ScopeBatchRow *row, const double w[3], mpfr_srcptr b)
{
  int m = 0;

  for (int k = 0; k < 3; k++)
    {
      mpfr_mul_d (r->exact[k], b, w[k], MPFR_RNDN);
      mpfr_add_d (r->exact[k], r->exact[k], row->a[k], MPFR_RNDN);
      if (mpfr_cmp (r->exact[k], r->exact[m]) > 0)
        m = k;
    }
  mpfr_set_zero (r->total, 1);
  for (int k = 0; k < 3; k++)
    {
      mpfr_sub (r->term, r->exact[k], r->exact[m], MPFR_RNDN);
      mpfr_exp (r->e[k], r->term, MPFR_RNDN);
      if (k != m)
        mpfr_add (r->total, r->total, r->e[k], MPFR_RNDN);
    }
  mpfr_log1p (r->term, r->total, MPFR_RNDN);
  mpfr_add (r->loss, r->loss, r->term, MPFR_RNDN);
  mpfr_sub (r->term, r->exact[m], r->exact[row->observed], MPFR_RNDN);
  mpfr_add (r->loss, r->loss, r->term, MPFR_RNDN);
  mpfr_add_ui (r->total, r->total, 1, MPFR_RNDN);
  for (int k = 0; k < 3; k++)
    mpfr_div (r->e[k], r->e[k], r->total, MPFR_RNDN);
}

/* w_k − w_j into r->step. */
static inline void
batch_reference_step (BatchReference *r, const double w[3], unsigned k, unsigned j)
{
  mpfr_set_d (r->step, w[k], MPFR_RNDN);
  mpfr_sub_d (r->step, r->step, w[j], MPFR_RNDN);
}

static inline void
batch_reference_add (BatchReference *r, const ScopeBatchRow *row, const double w[3], mpfr_srcptr b)
{
  batch_reference_softmax (r, row, w, b);
  for (unsigned k = 0; k < 3; k++)
    {
      unsigned next = (k + 1) % 3;

      batch_reference_step (r, w, k, row->observed);
      mpfr_mul (r->term, r->step, r->e[k], MPFR_RNDN);
      mpfr_add (r->dl_db, r->dl_db, r->term, MPFR_RNDN);
      mpfr_abs (r->term, r->term, MPFR_RNDN);
      mpfr_add (r->magnitude, r->magnitude, r->term, MPFR_RNDN);

      batch_reference_step (r, w, k, next);
      mpfr_sqr (r->term, r->step, MPFR_RNDN);
      mpfr_mul (r->term, r->term, r->e[k], MPFR_RNDN);
      mpfr_mul (r->term, r->term, r->e[next], MPFR_RNDN);
      mpfr_add (r->curvature, r->curvature, r->term, MPFR_RNDN);
    }
}

static inline void
batch_reference_find (BatchReference *r, const ScopeBatch *batch, double b)
{
  mpfr_t bias;

  mpfr_init2 (bias, 53);
  mpfr_set_d (bias, b, MPFR_RNDN);
  batch_reference_zero (r);
  for (size_t i = 0; i < batch->n; i++)
    batch_reference_add (r, &batch->rows[i], batch->w, bias);
  mpfr_clear (bias);
  if (!batch->mean)
    return;
  mpfr_div_ui (r->loss, r->loss, batch->n, MPFR_RNDN);
  mpfr_div_ui (r->dl_db, r->dl_db, batch->n, MPFR_RNDN);
  mpfr_div_ui (r->magnitude, r->magnitude, batch->n, MPFR_RNDN);
  mpfr_div_ui (r->curvature, r->curvature, batch->n, MPFR_RNDN);
}

/* |value − exact| in units of the last place of exact, subnormals included. */
static inline double
batch_reference_ulps (BatchReference *r, double value, mpfr_srcptr exact)
{
  if (isinf (value) || mpfr_zero_p (exact))
    return value == mpfr_get_d (exact, MPFR_RNDN) ? 0 : INFINITY;

  mpfr_exp_t exponent = mpfr_get_exp (exact) > -1021 ? mpfr_get_exp (exact) : -1021;

  mpfr_sub_d (r->term, exact, value, MPFR_RNDN);
  mpfr_mul_2si (r->term, r->term, 53 - exponent, MPFR_RNDN);
  return fabs (mpfr_get_d (r->term, MPFR_RNDN));
}

/* |value − exact| over scale, beyond half of the smallest subnormal: see test-reference.c. */
static inline double
batch_reference_error (BatchReference *r, double value, mpfr_srcptr exact, mpfr_srcptr scale)
{
  if (isinf (value))
    return value == mpfr_get_d (exact, MPFR_RNDN) ? 0 : INFINITY;
  mpfr_sub_d (r->term, exact, value, MPFR_RNDN);
  mpfr_abs (r->term, r->term, MPFR_RNDN);
  mpfr_set_ui_2exp (r->step, 1, -1075, MPFR_RNDN);
  mpfr_sub (r->term, r->term, r->step, MPFR_RNDN);
  if (mpfr_sgn (r->term) <= 0)
    return 0;
  mpfr_div (r->term, r->term, scale, MPFR_RNDN);
  return mpfr_get_d (r->term, MPFR_RNDN);
}
