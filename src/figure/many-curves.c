/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-curves.h"

#include <math.h>
#include <string.h>

#include "batch-sample.h"

#define FIRST_INTERVALS 96
#define DEEPEST 10
/* Passes over very many rows cost more than samples do. */
#define VERY_MANY 1000
#define FIRST_OF_VERY_MANY 256
#define DEEPEST_OF_VERY_MANY 3
#define MOST_SAMPLES 900
/* How far a curve may be from the straight line between two samples. */
#define TOLERANCE_PX 0.12
/* Nothing is seen between two samples this close. */
#define CLOSEST_PX 0.3
/* The minimum while values are dragged. */
#define NARROW_SAMPLES 33
#define NARROW_ROUNDS 3

/* What the samples depend on beside the rows: never b₃. */
typedef struct
{
  double w[SCOPE_N_CLASSES];
  ScopeView view;
  double width_px, height_px;
  size_t n, selected;
  gboolean mean;
} Key;

typedef struct
{
  double b, value[SCOPE_N_MANY_QUANTITIES];
} Sample;

struct _ScopeManyCurves
{
  Key key;
  ScopeMinimum minimum;
  gboolean is_settled;                     /* the minimum is exact */
  ScopeManyBands *bands;                   /* Owned */
  GArray *rows;                            /* Owned; of ScopeBatchRow: what was sampled */
  GArray *samples;                         /* Owned; of Sample: while the places are searched for */
  GArray *bias;                            /* Owned; of double */
  GArray *sum[SCOPE_N_MANY_QUANTITIES];    /* Owned; of double */
  GArray *single[SCOPE_N_MANY_QUANTITIES]; /* Owned; of double, one row's curve after the other */
};

ScopeBatch
scope_many_batch (const ScopeMany *many, const double w[SCOPE_N_CLASSES])
{
  ScopeBatch batch = { .rows = many->rows, .n = many->n, .mean = many->mean };

  memcpy (batch.w, w, sizeof batch.w);
  return batch;
}

ScopeManyCurves *
scope_many_curves_new (void)
{
  ScopeManyCurves *curves = g_new0 (ScopeManyCurves, 1);

  curves->bands = scope_many_bands_new ();
  curves->rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow));
  curves->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
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
  scope_many_bands_free (curves->bands);
  g_array_unref (curves->rows);
  g_array_unref (curves->samples);
  g_array_unref (curves->bias);
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    {
      g_array_unref (curves->sum[q]);
      g_array_unref (curves->single[q]);
    }
  g_free (curves);
}

/* --- Where to sample */

/* All of the biases in one pass over the rows. */
static void
sample_sum (const ScopeBatch *batch, const double *b, size_t n, double *loss, double *gradient)
{
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (n));
  const ScopeBatchSamples samples = { .loss = loss, .dl_db = gradient };

  if (scope_batch_sample (batch, b, n, scratch, &samples) == SCOPE_STATUS_OK)
    return;
  memset (loss, 0, n * sizeof *loss);
  memset (gradient, 0, n * sizeof *gradient);
}

static GArray *
sample_places (const ScopeBatch *batch, const GArray *places)
{
  GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (Sample), places->len);
  const double *b = (const double *) (gconstpointer) places->data;
  g_autofree double *loss = g_new (double, places->len);
  g_autofree double *gradient = g_new (double, places->len);

  sample_sum (batch, b, places->len, loss, gradient);
  for (guint i = 0; i < places->len; i++)
    {
      const Sample sample = { b[i], { loss[i], gradient[i] } };

      g_array_append_val (samples, sample);
    }
  return samples;
}

/* Where a value is drawn, in pixels; what is out of sight is only kept out of sight. */
static double
to_px (const Key *key, int quantity, double value)
{
  double lo = quantity == SCOPE_MANY_LOSS ? key->view.loss_lo : key->view.gradient_lo;
  double hi = quantity == SCOPE_MANY_LOSS ? key->view.loss_hi : key->view.gradient_hi;
  double part = (value / 2 - lo / 2) / (hi / 2 - lo / 2);

  return CLAMP (part, -0.5, 1.5) * key->height_px;
}

/* The loss is convex in b₃, each row's too: where the straight line is near the total it is near
 * each row, and near n times the mean. */
static gboolean
is_straight (const Key *key, const Sample *from, const Sample *middle, const Sample *to)
{
  double most = TOLERANCE_PX;

  if (key->mean)
    most /= (double) MIN (key->n, (size_t) SCOPE_MOST_SINGLE_CURVES / 8 + 1);
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    {
      double chord = to_px (key, q, from->value[q]) / 2 + to_px (key, q, to->value[q]) / 2;

      if (fabs (to_px (key, q, middle->value[q]) - chord) > most)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_close (const Key *key, const Sample *from, const Sample *to)
{
  double part = (to->b / 2 - from->b / 2) / (key->view.axis_hi / 2 - key->view.axis_lo / 2);

  return part * key->width_px <= CLOSEST_PX;
}

static const Sample *
sample_at (const GArray *samples, guint i)
{
  return &((const Sample *) (gconstpointer) samples->data)[i];
}

/* The middles of all intervals marked open, which pass over the rows together. */
static GArray *
find_middles (const GArray *samples, const GArray *open)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i + 1 < samples->len; i++)
    if (g_array_index (open, gboolean, i))
      {
        double middle = sample_at (samples, i)->b / 2 + sample_at (samples, i + 1)->b / 2;

        g_array_append_val (places, middle);
      }
  return places;
}

/* Halves the open intervals; the halves of those that were not straight stay open. TRUE while any
 * is. */
static gboolean
halve (ScopeManyCurves *curves, const ScopeBatch *batch, GArray **open)
{
  const Key *key = &curves->key;
  g_autoptr (GArray) places = find_middles (curves->samples, *open);
  g_autoptr (GArray) middles = NULL, before = curves->samples, was_open = *open;
  gboolean any = FALSE;
  guint next = 0;

  middles = sample_places (batch, places);
  curves->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
  *open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < before->len; i++)
    {
      const Sample *from = sample_at (before, i), *to = from + 1, *middle;
      gboolean halved = i + 1 < before->len && g_array_index (was_open, gboolean, i), bends;

      g_array_append_val (curves->samples, *from);
      bends = FALSE;
      if (halved)
        {
          middle = sample_at (middles, next++);
          bends = !is_straight (key, from, middle, to);
          if (bends)
            {
              gboolean left = !is_close (key, from, middle);

              g_array_append_val (*open, left);
              g_array_append_val (curves->samples, *middle);
              bends = !is_close (key, middle, to);
              any = any || left || bends;
            }
        }
      g_array_append_val (*open, bends);
    }
  return any;
}

static void
find_samples (ScopeManyCurves *curves, const ScopeBatch *batch)
{
  const ScopeView *view = &curves->key.view;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  gboolean yes = TRUE;
  int n = curves->key.n > VERY_MANY ? FIRST_OF_VERY_MANY : FIRST_INTERVALS;
  int deepest = curves->key.n > VERY_MANY ? DEEPEST_OF_VERY_MANY : DEEPEST;

  for (int i = 0; i <= n; i++)
    {
      double part = (double) i / n;
      double b = i == n ? view->axis_hi : view->axis_lo * (1 - part) + view->axis_hi * part;

      g_array_append_val (places, b);
      g_array_append_val (open, yes);
    }
  g_array_unref (curves->samples);
  curves->samples = sample_places (batch, places);
  for (int depth = 0; depth < deepest && curves->samples->len < MOST_SAMPLES; depth++)
    if (!halve (curves, batch, &open))
      break;
  g_array_unref (open);
}

/* --- Rows by themselves */

static gboolean
is_single (const Key *key, size_t row)
{
  return key->n <= SCOPE_MOST_SINGLE_CURVES || row == key->selected;
}

static void
sample_rows (ScopeManyCurves *curves)
{
  const ScopeBatchRow *rows = (const ScopeBatchRow *) (gconstpointer) curves->rows->data;
  const double *b = scope_many_curves_get_bias (curves);
  ScopeBatch one = { .n = 1 };
  guint n = curves->bias->len, begin = 0;

  memcpy (one.w, curves->key.w, sizeof one.w);
  guint n_rows = curves->key.n <= SCOPE_MOST_SINGLE_CURVES ? (guint) curves->key.n : 1;

  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    g_array_set_size (curves->single[q], n * n_rows);
  for (size_t i = 0; i < curves->key.n; i++)
    if (is_single (&curves->key, i))
      {
        one.rows = &rows[i];
        sample_sum (&one, b, n, &g_array_index (curves->single[SCOPE_MANY_LOSS], double, begin),
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

/* Between two biases where the gradient changes its sign: a few passes over the rows that cost an
 * exponential each, in place of a search that sums exactly at every step. */
static void
narrow_minimum (const ScopeBatch *batch, double lo, double hi, ScopeMinimum *minimum)
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
      sample_sum (batch, b, NARROW_SAMPLES, loss, gradient);
      i = MIN (find_turn (gradient, NARROW_SAMPLES), NARROW_SAMPLES - 2);
      lo = b[i];
      hi = b[i + 1];
    }
  part = gradient[i + 1] > gradient[i] ? -gradient[i] / (gradient[i + 1] - gradient[i]) : 0;
  part = CLAMP (part, 0, 1);
  minimum->b = lo * (1 - part) + hi * part;
  minimum->at = (ScopeBatchOutcome){ .loss = loss[i] };
}

/* FALSE where there is no minimum in sight: what is said then is not estimated. */
static gboolean
estimate_minimum (ScopeManyCurves *curves, const ScopeBatch *batch)
{
  const double *b = scope_many_curves_get_bias (curves);
  size_t n = curves->bias->len;
  size_t turn = find_turn (scope_many_curves_get_sum (curves, SCOPE_MANY_GRADIENT), n);

  if (turn == n - 1)
    return FALSE;
  curves->minimum = (ScopeMinimum){ .kind = SCOPE_MINIMUM_FINITE };
  narrow_minimum (batch, b[turn], b[turn + 1], &curves->minimum);
  return TRUE;
}

void
scope_many_curves_settle (ScopeManyCurves *curves)
{
  ScopeBatch batch = { .rows = (const ScopeBatchRow *) (gconstpointer) curves->rows->data,
                       .n = curves->rows->len,
                       .mean = curves->key.mean };

  if (curves->is_settled)
    return;
  memcpy (batch.w, curves->key.w, sizeof batch.w);
  scope_minimum_find (&batch, &curves->minimum);
  curves->is_settled = TRUE;
}

/* --- */

static void
sample_all (ScopeManyCurves *curves, const ScopeBatch *batch)
{
  find_samples (curves, batch);
  g_array_set_size (curves->bias, curves->samples->len);
  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    g_array_set_size (curves->sum[q], curves->samples->len);
  for (guint i = 0; i < curves->samples->len; i++)
    {
      const Sample *sample = sample_at (curves->samples, i);

      g_array_index (curves->bias, double, i) = sample->b;
      for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
        g_array_index (curves->sum[q], double, i) = sample->value[q];
    }
  sample_rows (curves);
}

/* How many rows are not what was sampled, and the last of them. Number by number: what lies between
 * the fields of a row is anybody's. */
static guint
count_changes (const ScopeBatchRow *rows, const GArray *others, guint *last)
{
  const ScopeBatchRow *other = (const ScopeBatchRow *) (gconstpointer) others->data;
  guint n = 0;

  for (guint i = 0; i < others->len; i++)
    if (rows[i].observed != other[i].observed
        || memcmp (rows[i].a, other[i].a, sizeof rows[i].a) != 0)
      {
        *last = i;
        n++;
      }
  return n;
}

/* What the bands depend on. */
static gboolean
keeps_bands (const Key *before, const Key *now)
{
  return before->n == now->n && before->view.axis_lo == now->view.axis_lo
         && before->view.axis_hi == now->view.axis_hi
         && memcmp (before->w, now->w, sizeof now->w) == 0;
}

/* One flower that is dragged is taken out and put in; anything else begins anew. */
static void
update_bands (
  ScopeManyCurves *curves, const ScopeBatch *batch, gboolean kept, guint n_changes, guint last)
{
  const Key *key = &curves->key;

  if (key->n <= SCOPE_MOST_SINGLE_CURVES)
    return;
  if (!kept || n_changes > 1)
    scope_many_bands_fill (curves->bands, batch, key->view.axis_lo, key->view.axis_hi);
  else if (n_changes == 1)
    scope_many_bands_replace (curves->bands, &g_array_index (curves->rows, ScopeBatchRow, last),
                              &batch->rows[last], batch->w);
}

gboolean
scope_many_curves_update (ScopeManyCurves *curves,
                          const ScopeMany *many,
                          const double w[SCOPE_N_CLASSES],
                          const ScopeView *view,
                          double width_px,
                          double height_px)
{
  ScopeBatch batch = scope_many_batch (many, w);
  guint n_changes = 0, last = 0;
  gboolean kept;
  Key key;

  memset (&key, 0, sizeof key);
  memcpy (key.w, w, sizeof key.w);
  key.view = *view;
  key.width_px = width_px;
  key.height_px = height_px;
  key.n = many->n;
  key.selected = many->selected;
  key.mean = many->mean;
  kept = curves->bias->len > 0 && keeps_bands (&curves->key, &key);
  if (kept)
    n_changes = count_changes (many->rows, curves->rows, &last);
  if (kept && n_changes == 0 && memcmp (&key, &curves->key, sizeof key) == 0)
    return FALSE;

  curves->key = key;
  update_bands (curves, &batch, kept, n_changes, last);
  g_array_set_size (curves->rows, 0);
  g_array_append_vals (curves->rows, many->rows, (guint) many->n);
  sample_all (curves, &batch);
  curves->is_settled = many->n <= SCOPE_MOST_SINGLE_CURVES || many->minimum != NULL
                       || !estimate_minimum (curves, &batch);
  if (many->minimum != NULL)
    curves->minimum = *many->minimum;
  else if (curves->is_settled)
    scope_minimum_find (&batch, &curves->minimum);
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
  size_t place = curves->key.n <= SCOPE_MOST_SINGLE_CURVES ? row : 0;

  if (!is_single (&curves->key, row))
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
