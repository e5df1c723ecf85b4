/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-bands.h"

#include <math.h>
#include <string.h>

#include "batch-sample.h"
#include "classes.h"
#include "difference.h"
#include "many-select.h"
#include "quick.h"

/* The losses' columns first, then the gradients'. */
#define N_COLUMNS (2 * SCOPE_BAND_PLACES)
/* So few are put into order by one selection each. */
#define FEW 16
/* Exponents that a flower may have at the middle of some places, and they away from it: their sum
 * is far from where a double ends. */
#define ROW_REACH 400
#define PLACE_REACH 150
#define WEIGHT_REACH 1e100
/* Fewer places around a bias are not worth exact differences there. */
#define PLACES_FOR_FACTORS 4

/* Of all flowers but the selected one, the two values between which it has the quantile's rank:
 * less than `below` or more than `above` it leaves the quantile to them. */
typedef struct
{
  double below, above;
} Gap;

struct _ScopeManyBands
{
  double bias[SCOPE_BAND_PLACES];
  size_t n;
  Gap gaps[N_COLUMNS][SCOPE_N_BAND_EDGES];
  double own[N_COLUMNS]; /* the selected flower's values */
  void *scratch;         /* Owned */
};

/* Flowers while the gaps are searched for. A loss is ln (1 + Σ s), with s = e^{z_k − z_o} over the
 * two classes that were not observed; s is a flower's factor times one of the place. */
typedef struct
{
  const ScopeBatch *batch;
  /* Owned; of ScopeBatchRow: by observed class, without the selected one */
  GArray *rows;
  size_t end[SCOPE_N_CLASSES]; /* where a class's flowers end */
  /* Owned; of double; −1 where there are none: beyond a double, or for few places */
  GArray *factors[2];
  /* Owned; of double: all flowers' at one place, for a loss its Σ s */
  GArray *loss, *gradient;
  gboolean any_beyond;
  double b_ref; /* the bias of the factors */
  double span;  /* of the weights; it may be infinite */
} Work;

ScopeManyBands *
scope_many_bands_new (void)
{
  ScopeManyBands *bands = g_new0 (ScopeManyBands, 1);

  bands->scratch = g_malloc (scope_batch_scratch_size (SCOPE_BAND_PLACES));
  return bands;
}

void
scope_many_bands_free (ScopeManyBands *bands)
{
  if (bands == NULL)
    return;
  g_free (bands->scratch);
  g_free (bands);
}

static size_t
rank_of (size_t n, int edge)
{
  return (size_t) round ((double) edge / (SCOPE_N_BAND_EDGES - 1) * (double) (n - 1));
}

/* --- All values at one place */

static double *
numbers (const GArray *array)
{
  return (double *) (gpointer) array->data;
}

static void
work_init (Work *work, const ScopeBatch *batch, size_t selected)
{
  GArray **const arrays[] = { &work->factors[0], &work->factors[1], &work->loss, &work->gradient };

  *work = (Work) { .batch = batch, .span = scope_parameters_span (batch->w) };
  work->rows = g_array_sized_new (FALSE, FALSE, sizeof (ScopeBatchRow), (guint) batch->n);
  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    {
      for (size_t i = 0; i < batch->n; i++)
        if (batch->rows[i].observed == o && i != selected)
          g_array_append_val (work->rows, batch->rows[i]);
      work->end[o] = work->rows->len;
    }
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      *arrays[i] = g_array_sized_new (FALSE, FALSE, sizeof (double), work->rows->len + 1);
      g_array_set_size (*arrays[i], work->rows->len);
    }
}

static void
work_clear (Work *work)
{
  g_array_unref (work->rows);
  g_array_unref (work->factors[0]);
  g_array_unref (work->factors[1]);
  g_array_unref (work->loss);
  g_array_unref (work->gradient);
}

static ScopeParameters
parameters_of (const Work *work, size_t i, double b)
{
  const ScopeBatchRow *row = &g_array_index (work->rows, ScopeBatchRow, i);
  ScopeParameters parameters = { .b = b, .observed = row->observed };

  memcpy (parameters.a, row->a, sizeof parameters.a);
  memcpy (parameters.w, work->batch->w, sizeof parameters.w);
  return parameters;
}

/* Two exponentials a flower, for all places around b_ref; none where those are few. */
static void
find_factors (Work *work, double b_ref, size_t n_places)
{
  gboolean pays = n_places >= PLACES_FOR_FACTORS && work->span <= WEIGHT_REACH;

  work->b_ref = b_ref;
  work->any_beyond = FALSE;
  for (size_t i = 0; i < work->rows->len; i++)
    {
      ScopeParameters at = parameters_of (work, i, b_ref);
      unsigned o = at.observed;
      double one = pays ? (double) scope_difference (&at, scope_classes_beside (o, 0), o).hi : 0;
      double other = pays ? (double) scope_difference (&at, scope_classes_beside (o, 1), o).hi : 0;
      gboolean fits = pays && fabs (one) <= ROW_REACH && fabs (other) <= ROW_REACH;

      numbers (work->factors[0])[i] = fits ? exp (one) : -1;
      numbers (work->factors[1])[i] = fits ? exp (other) : -1;
      work->any_beyond = work->any_beyond || !fits;
    }
}

/* With δ = w_k − w_o, ∂L/∂b₃ = Σ δ·s/(1 + Σ s). */
static void
find_values_of (Work *work, unsigned o, double away)
{
  const double *w = work->batch->w;
  double step_one = w[scope_classes_beside (o, 0)] - w[o], step_other = w[scope_classes_beside (o, 1)] - w[o];
  double x_one = exp (step_one * away), x_other = exp (step_other * away);
  const double *one = numbers (work->factors[0]), *other = numbers (work->factors[1]);
  double *loss = numbers (work->loss), *gradient = numbers (work->gradient);

  for (size_t i = o == 0 ? 0 : work->end[o - 1]; i < work->end[o]; i++)
    {
      double s_one = one[i] * x_one, s_other = other[i] * x_other, s = s_one + s_other;
      double p = 1 / (1 + s);

      loss[i] = s;
      gradient[i] = step_one * (s_one * p) + step_other * (s_other * p);
    }
}

/* L = ln Σ e^{z_k − z_m} + z_m − z_o and ∂L/∂b₃ = Σ p_k·(w_k − w_o), with m the class that leads. FALSE
 * where that takes exact differences. */
static gboolean
find_quickly (const Work *work, const ScopeBatchRow *row, double b, double *loss, double *gradient)
{
  const double *w = work->batch->w;
  double d[SCOPE_N_CLASSES], e[SCOPE_N_CLASSES] = { 0 }, others = 0, sum = 0;
  int m = scope_quick_differences (row, w, b, d);

  if (m < 0 || !isfinite (work->span))
    return FALSE;
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      e[k] = d[k] > -SCOPE_QUICK_FAR ? exp (d[k]) : 0;
      others += k == m ? 0 : e[k];
    }
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    if (e[k] > 0)
      sum += e[k] / (1 + others) * (w[k] - w[row->observed]);
  *loss = log1p (others) - d[row->observed];
  *gradient = sum;
  return TRUE;
}

/* The flowers without factors, and then all losses as themselves. */
static void
find_values_beyond (Work *work, double b)
{
  double *loss = numbers (work->loss), *gradient = numbers (work->gradient);

  for (size_t i = 0; i < work->rows->len; i++)
    {
      ScopeParameters at = parameters_of (work, i, b);
      ScopeOutcome outcome;

      if (numbers (work->factors[0])[i] >= 0)
        {
          loss[i] = log1p (loss[i]);
          continue;
        }
      if (find_quickly (work, &g_array_index (work->rows, ScopeBatchRow, i), b, &loss[i], &gradient[i]))
        continue;
      scope_outcome_evaluate (&at, &outcome);
      loss[i] = outcome.loss;
      gradient[i] = outcome.dl_db;
    }
}

static void
find_values (Work *work, double b)
{
  for (unsigned o = 0; o < SCOPE_N_CLASSES; o++)
    find_values_of (work, o, b - work->b_ref);
  if (work->any_beyond)
    find_values_beyond (work, b);
}

/* --- Gaps */

static double
greatest_of (const double *values, size_t n)
{
  double greatest = -INFINITY;

  for (size_t i = 0; i < n; i++)
    greatest = values[i] > greatest ? values[i] : greatest;
  return greatest;
}

static double
least_of (const double *values, size_t n)
{
  double least = INFINITY;

  for (size_t i = 0; i < n; i++)
    least = values[i] < least ? values[i] : least;
  return least;
}

/* The gap at that rank among values that are the first to the end-th in order. */
static Gap
find_gap (double *values, size_t first, size_t end, size_t rank)
{
  double above = scope_many_select (values + first, end - first, rank - first);

  return (Gap) { greatest_of (values + first, rank - first), above };
}

/* n values, those of all flowers but one. Each selection leaves less for the next. */
static void
find_gaps (double *values, size_t n, Gap gaps[SCOPE_N_BAND_EDGES])
{
  size_t lower = rank_of (n + 1, SCOPE_BAND_LOWER), median = rank_of (n + 1, SCOPE_BAND_MEDIAN);
  size_t upper = rank_of (n + 1, SCOPE_BAND_UPPER);

  if (n < FEW)
    {
      for (int edge = 0; edge < SCOPE_N_BAND_EDGES; edge++)
        {
          size_t rank = rank_of (n + 1, edge);

          gaps[edge].below = rank > 0 ? scope_many_select (values, n, rank - 1) : -INFINITY;
          gaps[edge].above = rank < n ? scope_many_select (values, n, rank) : INFINITY;
        }
      return;
    }
  gaps[SCOPE_BAND_MEDIAN] = find_gap (values, 0, n, median);
  gaps[SCOPE_BAND_LOWER] = find_gap (values, 0, median, lower);
  gaps[SCOPE_BAND_UPPER] = find_gap (values, median, n, upper);
  gaps[SCOPE_BAND_LEAST] = (Gap) { -INFINITY, least_of (values, lower) };
  gaps[SCOPE_BAND_GREATEST] = (Gap) { greatest_of (values + upper, n - upper), INFINITY };
}

static void
find_place (ScopeManyBands *bands, Work *work, size_t i)
{
  Gap *loss = bands->gaps[i];

  find_values (work, bands->bias[i]);
  find_gaps (numbers (work->loss), work->rows->len, loss);
  find_gaps (numbers (work->gradient), work->rows->len, bands->gaps[SCOPE_BAND_PLACES + i]);
  if (work->any_beyond)
    return;
  /* The logarithm keeps the order, so that few are taken. */
  for (int edge = 0; edge < SCOPE_N_BAND_EDGES; edge++)
    {
      loss[edge].below = isinf (loss[edge].below) ? -INFINITY : log1p (loss[edge].below);
      loss[edge].above = log1p (loss[edge].above);
    }
}

/* The places from `first` on that factors at one bias can serve. */
static size_t
find_end (const ScopeManyBands *bands, double span, size_t first)
{
  size_t end = first + 1;

  while (end < SCOPE_BAND_PLACES
         && ((ScopeWide) bands->bias[end] - bands->bias[first]) * span <= 2 * PLACE_REACH)
    end++;
  return end;
}

void
scope_many_bands_fill (ScopeManyBands *bands, const ScopeBatch *batch, size_t selected, double lo, double hi)
{
  double span = scope_parameters_span (batch->w);
  Work work;

  bands->n = batch->n;
  for (int i = 0; i < SCOPE_BAND_PLACES; i++)
    {
      double part = (double) i / (SCOPE_BAND_PLACES - 1);

      bands->bias[i] = i == SCOPE_BAND_PLACES - 1 ? hi : lo * (1 - part) + hi * part;
    }
  work_init (&work, batch, selected);
  for (size_t first = 0, end; first < SCOPE_BAND_PLACES; first = end)
    {
      end = find_end (bands, span, first);
      find_factors (&work, bands->bias[first] / 2 + bands->bias[end - 1] / 2, end - first);
      for (size_t i = first; i < end; i++)
        find_place (bands, &work, i);
    }
  work_clear (&work);
  scope_many_bands_move (bands, &batch->rows[selected], batch->w);
}

void
scope_many_bands_move (ScopeManyBands *bands, const ScopeBatchRow *row, const double w[SCOPE_N_CLASSES])
{
  ScopeBatch one = { .rows = row, .n = 1 };
  const ScopeBatchSamples samples = { .loss = bands->own, .dl_db = bands->own + SCOPE_BAND_PLACES };

  memcpy (one.w, w, sizeof one.w);
  if (scope_batch_sample (&one, bands->bias, SCOPE_BAND_PLACES, bands->scratch, &samples) != SCOPE_STATUS_OK)
    memset (bands->own, 0, sizeof bands->own);
}

const double *
scope_many_bands_get_bias (const ScopeManyBands *bands)
{
  return bands->bias;
}

double
scope_many_bands_get (const ScopeManyBands *bands, gboolean is_gradient, ScopeBandEdge edge, size_t i)
{
  size_t column = i + (is_gradient ? SCOPE_BAND_PLACES : 0);
  const Gap *gap = &bands->gaps[column][edge];

  return CLAMP (bands->own[column], gap->below, gap->above);
}
