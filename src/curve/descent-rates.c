/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-rates.h"

#include <math.h>
#include <string.h>

#include "batch-sample.h"
#include "many.h"

#define ESTIMATE_SAMPLES 129

struct _ScopeDescentRates
{
  GArray *rows; /* Owned; of ScopeBatchRow: what the marks are of */
  double w[SCOPE_N_CLASSES];
  gboolean mean;
  gboolean is_exact;
  ScopeRateMarks marks;
};

ScopeDescentRates *
scope_descent_rates_new (void)
{
  ScopeDescentRates *rates = g_new0 (ScopeDescentRates, 1);

  rates->rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));
  return rates;
}

void
scope_descent_rates_free (ScopeDescentRates *rates)
{
  if (rates == NULL)
    return;
  g_array_unref (rates->rows);
  g_free (rates);
}

/* Number by number: what lies between the fields of a row is anybody's. */
static gboolean
is_kept (const ScopeDescentRates *rates, const ScopeBatch *batch)
{
  const ScopeBatchRow *rows = (const ScopeBatchRow *) (gconstpointer) rates->rows->data;

  if (rates->rows->len != batch->n || rates->mean != batch->mean
      || memcmp (rates->w, batch->w, sizeof rates->w) != 0)
    return FALSE;
  for (size_t i = 0; i < batch->n; i++)
    if (rows[i].observed != batch->rows[i].observed
        || memcmp (rows[i].a, batch->rows[i].a, sizeof rows[i].a) != 0)
      return FALSE;
  return TRUE;
}

static void
keep (ScopeDescentRates *rates, const ScopeBatch *batch)
{
  g_array_set_size (rates->rows, 0);
  g_array_append_vals (rates->rows, batch->rows, (guint) batch->n);
  memcpy (rates->w, batch->w, sizeof rates->w);
  rates->mean = batch->mean;
}

/* An estimated minimum comes without its curvature. */
static ScopeMinimum
complete (const ScopeBatch *batch, const ScopeMinimum *minimum)
{
  ScopeMinimum whole = *minimum;

  if (whole.kind == SCOPE_MINIMUM_FINITE && whole.at.curvature == 0)
    scope_batch_evaluate (batch, whole.b, &whole.at);
  return whole;
}

static void
estimate (const ScopeBatch *batch, const ScopeMinimum *minimum, double lo, double hi, ScopeRateMarks *marks)
{
  double b[ESTIMATE_SAMPLES], curvature[ESTIMATE_SAMPLES];
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (ESTIMATE_SAMPLES));
  const ScopeBatchSamples samples = { .curvature = curvature };

  *marks = (ScopeRateMarks) { INFINITY, INFINITY, INFINITY, 0, 0, 0 };
  for (int i = 0; i < ESTIMATE_SAMPLES; i++)
    {
      double part = (double) i / (ESTIMATE_SAMPLES - 1);

      b[i] = lo * (1 - part) + hi * part;
    }
  if (minimum->kind == SCOPE_MINIMUM_FLAT
      || scope_batch_sample (batch, b, ESTIMATE_SAMPLES, scratch, &samples) != SCOPE_STATUS_OK)
    return;
  for (int i = 0; i < ESTIMATE_SAMPLES; i++)
    if (curvature[i] > marks->max_curvature)
      {
        marks->max_curvature = curvature[i];
        marks->max_curvature_b = b[i];
      }
  marks->safe = 2 / marks->max_curvature;
  if (minimum->kind != SCOPE_MINIMUM_FINITE)
    return;
  marks->fastest = 1 / minimum->at.curvature;
  marks->edge = 2 / minimum->at.curvature;
}

const ScopeRateMarks *
scope_descent_rates_find (ScopeDescentRates *rates, const ScopeBatch *batch, const ScopeMinimum *minimum,
                          double lo, double hi, gboolean exact)
{
  gboolean kept = is_kept (rates, batch);
  ScopeMinimum whole;

  exact = exact || batch->n <= SCOPE_MANY_ROWS;
  if (kept && (rates->is_exact || !exact))
    return &rates->marks;
  whole = complete (batch, minimum);
  if (!kept)
    keep (rates, batch);
  rates->is_exact = exact;
  if (exact)
    scope_rate_marks (batch, &whole, &rates->marks);
  else
    estimate (batch, &whole, lo, hi, &rates->marks);
  return &rates->marks;
}
