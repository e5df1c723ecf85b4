/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-sampler.h"

#include <string.h>

#include "batch-fit.h"
#include "batch-sample.h"

struct _ScopeManySampler
{
  GArray *rows;         /* Owned; of ScopeBatchRow */
  ScopeBatch batch;     /* of these rows */
  size_t selected;
  double lo, hi;
  gboolean is_quick;    /* there is a fit */
  ScopeBatchFit fit;    /* the total of all rows but the selected one */
  GArray *coefficients; /* Owned; of double: the fit's */
};

ScopeBatch
scope_many_batch (const ScopeMany *many, const double w[SCOPE_N_CLASSES])
{
  ScopeBatch batch = { .rows = many->rows, .n = many->n, .mean = many->mean };

  memcpy (batch.w, w, sizeof batch.w);
  return batch;
}

ScopeManySampler *
scope_many_sampler_new (void)
{
  ScopeManySampler *sampler = g_new0 (ScopeManySampler, 1);

  sampler->rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));
  sampler->coefficients = g_array_new (FALSE, FALSE, sizeof (double));
  return sampler;
}

void
scope_many_sampler_free (ScopeManySampler *sampler)
{
  if (sampler == NULL)
    return;
  g_array_unref (sampler->rows);
  g_array_unref (sampler->coefficients);
  g_free (sampler);
}

/* --- What is new */

/* Number by number: what lies between the fields of a row is anybody's. */
static gboolean
rows_differ (const ScopeBatchRow *one, const ScopeBatchRow *other)
{
  return one->observed != other->observed || memcmp (one->a, other->a, sizeof one->a) != 0;
}

static ScopeManyChange
find_change (const ScopeManySampler *sampler,
             const ScopeMany *many,
             const double w[SCOPE_N_CLASSES],
             double lo,
             double hi)
{
  const ScopeBatch *batch = &sampler->batch;

  if (batch->n != many->n || sampler->selected != many->selected || sampler->lo != lo
      || sampler->hi != hi || memcmp (batch->w, w, sizeof batch->w) != 0)
    return SCOPE_MANY_ALL;
  for (size_t i = 0; i < many->n; i++)
    if (i != many->selected && rows_differ (&many->rows[i], &batch->rows[i]))
      return SCOPE_MANY_ALL;
  return rows_differ (&many->rows[many->selected], &batch->rows[many->selected])
           ? SCOPE_MANY_SELECTED
           : SCOPE_MANY_SAME;
}

/* --- The curve of the others */

static void
find_fit (ScopeManySampler *sampler)
{
  const ScopeBatch *batch = &sampler->batch;
  size_t n_cells = scope_batch_fit_cells (batch->w, sampler->lo, sampler->hi);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));
  ScopeBatch rest = *batch;
  g_autofree void *scratch = NULL;

  sampler->is_quick = FALSE;
  if (n_cells == 0 || batch->n < 2)
    return;
  g_array_append_vals (others, batch->rows, (guint) sampler->selected);
  g_array_append_vals (others, &batch->rows[sampler->selected + 1],
                       (guint) (batch->n - sampler->selected - 1));
  rest.rows = (const ScopeBatchRow *) (gconstpointer) others->data;
  rest.n = others->len;
  rest.mean = FALSE;
  scratch = g_malloc (scope_batch_scratch_size (n_cells * SCOPE_BATCH_FIT_NODES));
  g_array_set_size (sampler->coefficients, (guint) SCOPE_BATCH_FIT_NUMBERS (n_cells));
  sampler->is_quick
    = scope_batch_fit_init (&sampler->fit, &rest, sampler->lo, sampler->hi,
                            (double *) (gpointer) sampler->coefficients->data, scratch)
      == SCOPE_STATUS_OK;
}

ScopeManyChange
scope_many_sampler_update (ScopeManySampler *sampler,
                           const ScopeMany *many,
                           const double w[SCOPE_N_CLASSES],
                           double lo,
                           double hi)
{
  ScopeManyChange change = find_change (sampler, many, w, lo, hi);

  sampler->batch.mean = many->mean;
  if (change == SCOPE_MANY_SELECTED)
    g_array_index (sampler->rows, ScopeBatchRow, many->selected) = many->rows[many->selected];
  if (change != SCOPE_MANY_ALL)
    return change;
  g_array_set_size (sampler->rows, 0);
  g_array_append_vals (sampler->rows, many->rows, (guint) many->n);
  sampler->batch = scope_many_batch (many, w);
  sampler->batch.rows = (const ScopeBatchRow *) (gconstpointer) sampler->rows->data;
  sampler->selected = many->selected;
  sampler->lo = lo;
  sampler->hi = hi;
  find_fit (sampler);
  return change;
}

const ScopeBatch *
scope_many_sampler_get_batch (const ScopeManySampler *sampler)
{
  return &sampler->batch;
}

gboolean
scope_many_sampler_is_quick (const ScopeManySampler *sampler)
{
  return sampler->is_quick;
}

/* --- Samples */

/* All of the biases in one pass over the rows. */
static void
sample_batch (const ScopeBatch *batch, const double *b, size_t n, double *loss, double *gradient)
{
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (n));
  const ScopeBatchSamples samples = { .loss = loss, .dl_db = gradient };

  if (scope_batch_sample (batch, b, n, scratch, &samples) == SCOPE_STATUS_OK)
    return;
  memset (loss, 0, n * sizeof *loss);
  memset (gradient, 0, n * sizeof *gradient);
}

void
scope_many_sampler_sample_row (const ScopeManySampler *sampler,
                               size_t row,
                               const double *b,
                               size_t n,
                               double *loss,
                               double *gradient)
{
  ScopeBatch one = { .rows = &sampler->batch.rows[row], .n = 1 };

  memcpy (one.w, sampler->batch.w, sizeof one.w);
  sample_batch (&one, b, n, loss, gradient);
}

void
scope_many_sampler_sample (
  const ScopeManySampler *sampler, const double *b, size_t n, double *loss, double *gradient)
{
  double share = sampler->batch.mean ? (double) sampler->batch.n : 1;

  if (!sampler->is_quick)
    {
      sample_batch (&sampler->batch, b, n, loss, gradient);
      return;
    }
  scope_many_sampler_sample_row (sampler, sampler->selected, b, n, loss, gradient);
  for (size_t i = 0; i < n; i++)
    {
      double others[2];

      scope_batch_fit_get (&sampler->fit, b[i], &others[0], &others[1]);
      /* Divided first, so that no sum overflows before. */
      loss[i] = loss[i] / share + others[0] / share;
      gradient[i] = gradient[i] / share + others[1] / share;
    }
}
