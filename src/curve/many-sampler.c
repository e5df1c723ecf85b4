/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-sampler.h"

#include <string.h>

#include "batch-fit.h"
#include "batch-sample.h"

/* A curve of more cells costs more than the samples that one frame takes: it waits for a drag. */
#define MOST_CELLS_AT_ONCE 64

struct _ScopeManySampler
{
  ScopeManyRows rows;
  double lo, hi;
  gboolean is_quick;    /* there is a fit */
  gboolean may_fit;     /* none was tried */
  ScopeBatchFit fit;    /* the total of all rows but the selected one */
  GArray *coefficients; /* Owned; of double: the fit's */
};

ScopeManySampler *
scope_many_sampler_new (void)
{
  ScopeManySampler *sampler = g_new0 (ScopeManySampler, 1);

  scope_many_rows_init (&sampler->rows);
  sampler->coefficients = g_array_new (FALSE, FALSE, sizeof (double));
  return sampler;
}

void
scope_many_sampler_free (ScopeManySampler *sampler)
{
  if (sampler == NULL)
    return;
  scope_many_rows_clear (&sampler->rows);
  g_array_unref (sampler->coefficients);
  g_free (sampler);
}

/* --- The curve of the others */

static void
find_fit (ScopeManySampler *sampler, size_t most_cells)
{
  size_t n_cells = scope_batch_fit_cells (sampler->rows.batch.w, sampler->lo, sampler->hi);
  g_autoptr (GArray) rows = NULL;
  g_autofree void *scratch = NULL;
  ScopeBatch others;

  if (n_cells == 0 || n_cells > most_cells || sampler->rows.batch.n < 2)
    return;
  sampler->may_fit = FALSE;
  others = scope_many_rows_get_others (&sampler->rows, &rows);
  scratch = g_malloc (scope_batch_scratch_size (n_cells * SCOPE_BATCH_FIT_NODES));
  g_array_set_size (sampler->coefficients, (guint) SCOPE_BATCH_FIT_NUMBERS (n_cells));
  sampler->is_quick = scope_batch_fit_init (&sampler->fit, &others, sampler->lo, sampler->hi,
                                            (double *) (gpointer) sampler->coefficients->data, scratch)
                      == SCOPE_STATUS_OK;
}

ScopeManyChange
scope_many_sampler_update (ScopeManySampler *sampler, const ScopeMany *many, const double w[SCOPE_N_CLASSES],
                           double lo, double hi)
{
  ScopeManyChange change = scope_many_rows_update (&sampler->rows, many, w);

  if (change != SCOPE_MANY_ALL && sampler->lo == lo && sampler->hi == hi)
    {
      if (change == SCOPE_MANY_SELECTED && sampler->may_fit)
        find_fit (sampler, SCOPE_BATCH_FIT_MOST_CELLS);
      return change;
    }
  sampler->lo = lo;
  sampler->hi = hi;
  sampler->is_quick = FALSE;
  sampler->may_fit = TRUE;
  find_fit (sampler, MOST_CELLS_AT_ONCE);
  return SCOPE_MANY_ALL;
}

const ScopeBatch *
scope_many_sampler_get_batch (const ScopeManySampler *sampler)
{
  return &sampler->rows.batch;
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
scope_many_sampler_sample_row (const ScopeManySampler *sampler, size_t row, const double *b, size_t n,
                               double *loss, double *gradient)
{
  ScopeBatch one = { .rows = &sampler->rows.batch.rows[row], .n = 1 };

  memcpy (one.w, sampler->rows.batch.w, sizeof one.w);
  sample_batch (&one, b, n, loss, gradient);
}

void
scope_many_sampler_sample (const ScopeManySampler *sampler, const double *b, size_t n, double *loss,
                           double *gradient)
{
  double share = sampler->rows.batch.mean ? (double) sampler->rows.batch.n : 1;

  if (!sampler->is_quick)
    {
      sample_batch (&sampler->rows.batch, b, n, loss, gradient);
      return;
    }
  scope_many_sampler_sample_row (sampler, sampler->rows.selected, b, n, loss, gradient);
  for (size_t i = 0; i < n; i++)
    {
      double others[2];

      scope_batch_fit_get (&sampler->fit, b[i], &others[0], &others[1]);
      /* Divided first, so that no sum overflows before. */
      loss[i] = loss[i] / share + others[0] / share;
      gradient[i] = gradient[i] / share + others[1] / share;
    }
}
