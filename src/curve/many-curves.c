/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-curves.h"

#include <math.h>
#include <string.h>

#include "minimum.h"

/* The minimum while values are dragged. */
#define NARROW_SAMPLES 33
#define NARROW_ROUNDS 3

struct _ScopeManyCurves
{
  ScopeManyFrame frame; /* what the samples depend on beside the sampler's rows: never b₃ */
  gboolean mean;
  ScopeManySampler *sampler; /* Owned */
  ScopeMinimum minimum;
  gboolean is_settled;                     /* the minimum is exact */
  ScopeManyBands *bands;                   /* Owned */
  GArray *bias;                            /* Owned; of double */
  GArray *sum[SCOPE_N_MANY_QUANTITIES];    /* Owned; of double */
  GArray *single[SCOPE_N_MANY_QUANTITIES]; /* Owned; of double, one row's curve after the other */
  size_t selected;
};

ScopeManyCurves *
scope_many_curves_new (void)
{
  ScopeManyCurves *curves = g_new0 (ScopeManyCurves, 1);

  curves->sampler = scope_many_sampler_new ();
  curves->bands = scope_many_bands_new ();
  curves->bias = g_array_new (FALSE, FALSE, sizeof (double));
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    {
      curves->sum[q] = g_array_new (FALSE, FALSE, sizeof (double));
      curves->single[q] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  return curves;
}

void
scope_many_curves_free (ScopeManyCurves *curves)
{
  if (curves == NULL)
    return;
  scope_many_sampler_free (curves->sampler);
  scope_many_bands_free (curves->bands);
  g_array_unref (curves->bias);
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    {
      g_array_unref (curves->sum[q]);
      g_array_unref (curves->single[q]);
    }
  g_free (curves);
}

/* --- Rows by themselves */

static size_t
n_rows (const ScopeManyCurves *curves)
{
  return scope_many_sampler_get_batch (curves->sampler)->n;
}

static gboolean
is_single (const ScopeManyCurves *curves, size_t row)
{
  return n_rows (curves) <= SCOPE_MOST_SINGLE_CURVES || row == curves->selected;
}

static void
sample_rows (ScopeManyCurves *curves)
{
  const double *b = scope_many_curves_get_bias (curves);
  size_t rows = n_rows (curves);
  guint n = curves->bias->len, begin = 0;

  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    g_array_set_size (curves->single[q], n * (rows <= SCOPE_MOST_SINGLE_CURVES ? (guint) rows : 1));
  for (size_t i = 0; i < rows; i++)
    if (is_single (curves, i))
      {
        scope_many_sampler_sample_row (curves->sampler, i, b, n,
                                       &g_array_index (curves->single[SCOPE_MANY_LOSS], double, begin),
                                       &g_array_index (curves->single[SCOPE_MANY_GRADIENT], double, begin));
        begin += n;
      }
}

/* --- The minimum while values are dragged */

/* Of samples whose gradient rises, the first that is followed by one above 0; n - 1 for none. */
static size_t
find_turn (const double *gradient, size_t n)
{
  for (size_t i = 0; i + 1 < n; i++)
    if (gradient[i] <= 0 && gradient[i + 1] > 0)
      return i;
  return n - 1;
}

/* Between two biases where the gradient changes its sign: samples that get ever closer, in place of
 * a search that sums exactly at every step. */
static void
narrow_minimum (const ScopeManySampler *sampler, double lo, double hi, ScopeMinimum *minimum)
{
  double b[NARROW_SAMPLES], loss[NARROW_SAMPLES], gradient[NARROW_SAMPLES], part;
  size_t i = 0;

  for (int round = 0; round < NARROW_ROUNDS; round++)
    {
      for (int k = 0; k < NARROW_SAMPLES; k++)
        {
          part = (double) k / (NARROW_SAMPLES - 1);
          b[k] = lo * (1 - part) + hi * part;
        }
      scope_many_sampler_sample (sampler, b, NARROW_SAMPLES, loss, gradient);
      i = MIN (find_turn (gradient, NARROW_SAMPLES), NARROW_SAMPLES - 2);
      lo = b[i];
      hi = b[i + 1];
    }
  part = gradient[i + 1] > gradient[i] ? -gradient[i] / (gradient[i + 1] - gradient[i]) : 0;
  part = CLAMP (part, 0, 1);
  minimum->b = lo * (1 - part) + hi * part;
  minimum->at = (ScopeBatchOutcome) { .loss = loss[i] };
}

/* FALSE where there is no minimum in sight: what is said then is not estimated. */
static gboolean
estimate_minimum (ScopeManyCurves *curves)
{
  const double *b = scope_many_curves_get_bias (curves);
  size_t n = curves->bias->len;
  size_t turn = find_turn (scope_many_curves_get_sum (curves, SCOPE_MANY_GRADIENT), n);

  if (turn == n - 1)
    return FALSE;
  curves->minimum = (ScopeMinimum) { .kind = SCOPE_MINIMUM_FINITE };
  narrow_minimum (curves->sampler, b[turn], b[turn + 1], &curves->minimum);
  return TRUE;
}

void
scope_many_curves_settle (ScopeManyCurves *curves)
{
  if (curves->is_settled)
    return;
  scope_minimum_find (scope_many_sampler_get_batch (curves->sampler), &curves->minimum);
  curves->is_settled = TRUE;
}

/* Known already, or searched for, or estimated where a search takes too long for a drag. */
static void
find_minimum (ScopeManyCurves *curves, const ScopeMinimum *known)
{
  curves->is_settled
    = known != NULL || n_rows (curves) <= SCOPE_MOST_SINGLE_CURVES || !estimate_minimum (curves);
  if (known != NULL)
    curves->minimum = *known;
  else if (curves->is_settled)
    scope_minimum_find (scope_many_sampler_get_batch (curves->sampler), &curves->minimum);
}

/* --- */

static void
sample_all (ScopeManyCurves *curves)
{
  g_autoptr (GArray) samples = scope_many_places_find (curves->sampler, &curves->frame);

  g_array_set_size (curves->bias, samples->len);
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    g_array_set_size (curves->sum[q], samples->len);
  for (guint i = 0; i < samples->len; i++)
    {
      const ScopeManySample *sample = &g_array_index (samples, ScopeManySample, i);

      g_array_index (curves->bias, double, i) = sample->b;
      for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
        g_array_index (curves->sum[q], double, i) = sample->value[q];
    }
  sample_rows (curves);
}

/* Where the selected flower alone is new, it is put between the others. */
static void
update_bands (ScopeManyCurves *curves, ScopeManyChange change)
{
  const ScopeBatch *batch = scope_many_sampler_get_batch (curves->sampler);
  const ScopeView *view = &curves->frame.view;

  if (batch->n <= SCOPE_MOST_SINGLE_CURVES)
    return;
  if (change == SCOPE_MANY_ALL)
    scope_many_bands_fill (curves->bands, batch, curves->selected, view->axis_lo, view->axis_hi);
  else if (change == SCOPE_MANY_SELECTED)
    scope_many_bands_move (curves->bands, &batch->rows[curves->selected], batch->w);
}

gboolean
scope_many_curves_update (ScopeManyCurves *curves, const ScopeMany *many, const double w[SCOPE_N_CLASSES],
                          const ScopeView *view, double width_px, double height_px)
{
  ScopeManyChange change = scope_many_sampler_update (curves->sampler, many, w, view->axis_lo, view->axis_hi);
  ScopeManyFrame frame;

  memset (&frame, 0, sizeof frame);
  frame.view = *view;
  frame.width_px = width_px;
  frame.height_px = height_px;
  if (change == SCOPE_MANY_SAME && curves->mean == many->mean
      && memcmp (&frame, &curves->frame, sizeof frame) == 0)
    {
      if (many->minimum != NULL)
        find_minimum (curves, many->minimum);
      return FALSE;
    }

  curves->frame = frame;
  curves->mean = many->mean;
  curves->selected = many->selected;
  update_bands (curves, change);
  sample_all (curves);
  find_minimum (curves, many->minimum);
  return TRUE;
}

size_t
scope_many_curves_get_n (const ScopeManyCurves *curves)
{
  return curves->bias->len;
}

const double *
scope_many_curves_get_bias (const ScopeManyCurves *curves)
{
  return (const double *) (gconstpointer) curves->bias->data;
}

const double *
scope_many_curves_get_sum (const ScopeManyCurves *curves, ScopeManyQuantity quantity)
{
  return (const double *) (gconstpointer) curves->sum[quantity]->data;
}

const double *
scope_many_curves_get_row (const ScopeManyCurves *curves, size_t row, ScopeManyQuantity quantity)
{
  size_t place = n_rows (curves) <= SCOPE_MOST_SINGLE_CURVES ? row : 0;

  if (!is_single (curves, row))
    return NULL;
  return &g_array_index (curves->single[quantity], double, place * curves->bias->len);
}

const ScopeMinimum *
scope_many_curves_get_minimum (const ScopeManyCurves *curves)
{
  return &curves->minimum;
}

const ScopeManyBands *
scope_many_curves_get_bands (const ScopeManyCurves *curves)
{
  return curves->bands;
}
