/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-bands.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "batch-sample.h"

#define N_COLUMNS (2 * SCOPE_BAND_PLACES)

/* A column holds all flowers' values at one place in rising order: the losses' columns first, then
 * the gradients'. Sorted once, so that another flower is a search and a move. */
struct _ScopeManyBands
{
  double bias[SCOPE_BAND_PLACES];
  GArray *columns; /* Owned; of double, n in each column */
  size_t n;
  void *scratch; /* Owned */
};

typedef struct
{
  double value[N_COLUMNS];
} Values;

ScopeManyBands *
scope_many_bands_new (void)
{
  ScopeManyBands *bands = g_new0 (ScopeManyBands, 1);

  bands->columns = g_array_new (FALSE, FALSE, sizeof (double));
  bands->scratch = g_malloc (scope_batch_scratch_size (SCOPE_BAND_PLACES));
  return bands;
}

void
scope_many_bands_free (ScopeManyBands *bands)
{
  if (bands == NULL)
    return;
  g_array_unref (bands->columns);
  g_free (bands->scratch);
  g_free (bands);
}

static double *
column (const ScopeManyBands *bands, size_t i)
{
  return &g_array_index (bands->columns, double, i * bands->n);
}

/* The same bits for the same row each time, so that it is found again. */
static void
evaluate (const ScopeManyBands *bands,
          const ScopeBatchRow *row,
          const double w[SCOPE_N_CLASSES],
          Values *values)
{
  ScopeBatch one = { .rows = row, .n = 1 };
  const ScopeBatchSamples samples
    = { .loss = values->value, .dl_db = values->value + SCOPE_BAND_PLACES };

  memcpy (one.w, w, sizeof one.w);
  if (scope_batch_sample (&one, bands->bias, SCOPE_BAND_PLACES, bands->scratch, &samples)
      != SCOPE_STATUS_OK)
    memset (values, 0, sizeof *values);
}

static int
compare (const void *one, const void *other)
{
  const double *a = one, *b = other;

  return (*a > *b) - (*a < *b);
}

void
scope_many_bands_fill (ScopeManyBands *bands, const ScopeBatch *batch, double lo, double hi)
{
  bands->n = batch->n;
  g_array_set_size (bands->columns, (guint) (N_COLUMNS * batch->n));
  for (int i = 0; i < SCOPE_BAND_PLACES; i++)
    {
      double part = (double) i / (SCOPE_BAND_PLACES - 1);

      bands->bias[i] = i == SCOPE_BAND_PLACES - 1 ? hi : lo * (1 - part) + hi * part;
    }
  for (size_t row = 0; row < batch->n; row++)
    {
      Values values;

      evaluate (bands, &batch->rows[row], batch->w, &values);
      for (size_t i = 0; i < N_COLUMNS; i++)
        column (bands, i)[row] = values.value[i];
    }
  for (size_t i = 0; i < N_COLUMNS; i++)
    qsort (column (bands, i), bands->n, sizeof (double), compare);
}

/* The first place whose value is not below. */
static size_t
find (const double *values, size_t n, double value)
{
  size_t lo = 0, hi = n;

  while (lo < hi)
    {
      size_t middle = (lo + hi) / 2;

      if (values[middle] < value)
        lo = middle + 1;
      else
        hi = middle;
    }
  return lo;
}

static void
replace (double *values, size_t n, double before, double after)
{
  size_t from = MIN (find (values, n, before), n - 1), to = find (values, n, after);

  if (to > from)
    {
      to--;
      memmove (values + from, values + from + 1, (to - from) * sizeof *values);
    }
  else
    memmove (values + to + 1, values + to, (from - to) * sizeof *values);
  values[to] = after;
}

void
scope_many_bands_replace (ScopeManyBands *bands,
                          const ScopeBatchRow *before,
                          const ScopeBatchRow *after,
                          const double w[SCOPE_N_CLASSES])
{
  Values out, in;

  evaluate (bands, before, w, &out);
  evaluate (bands, after, w, &in);
  for (size_t i = 0; i < N_COLUMNS; i++)
    replace (column (bands, i), bands->n, out.value[i], in.value[i]);
}

const double *
scope_many_bands_get_bias (const ScopeManyBands *bands)
{
  return bands->bias;
}

double
scope_many_bands_get (const ScopeManyBands *bands,
                      gboolean is_gradient,
                      ScopeBandEdge edge,
                      size_t i)
{
  double rank = round ((double) edge / (SCOPE_N_BAND_EDGES - 1) * (double) (bands->n - 1));

  return column (bands, i + (is_gradient ? SCOPE_BAND_PLACES : 0))[(size_t) rank];
}
