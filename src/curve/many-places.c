/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-places.h"

#include <math.h>

#define FIRST_INTERVALS 96
#define DEEPEST 10
/* Passes over very many rows cost more than samples do. */
#define VERY_MANY 1000
#define FIRST_OF_VERY_MANY 256
#define DEEPEST_OF_VERY_MANY 3
#define LEAST_MOST_SAMPLES 900
/* How far a curve may be from the straight line between two samples. */
#define TOLERANCE_PX 0.12
/* Nothing is seen between two samples this close. */
#define CLOSEST_PX 0.3

typedef struct
{
  const ScopeManySampler *sampler;
  const ScopeManyFrame *frame;
  double tolerance_px;
  GArray *samples; /* Owned; of ScopeManySample */
  GArray *open;    /* Owned; of gboolean: whether the interval from a sample on is halved next */
} Search;

static GArray *
sample_places (const Search *search, const GArray *places)
{
  GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (ScopeManySample), places->len);
  const double *b = (const double *) (gconstpointer) places->data;
  g_autofree double *loss = g_new (double, places->len);
  g_autofree double *gradient = g_new (double, places->len);

  scope_many_sampler_sample (search->sampler, b, places->len, loss, gradient);
  for (guint i = 0; i < places->len; i++)
    {
      const ScopeManySample sample = { b[i], { loss[i], gradient[i] } };

      g_array_append_val (samples, sample);
    }
  return samples;
}

/* Where a value is drawn, in pixels; what is out of sight is only kept out of sight. */
static double
to_px (const ScopeManyFrame *frame, int quantity, double value)
{
  const ScopeView *view = &frame->view;
  double lo = quantity == SCOPE_MANY_LOSS ? view->loss_lo : view->gradient_lo;
  double hi = quantity == SCOPE_MANY_LOSS ? view->loss_hi : view->gradient_hi;
  double part = (value / 2 - lo / 2) / (hi / 2 - lo / 2);

  return CLAMP (part, -0.5, 1.5) * frame->height_px;
}

/* The loss is convex in b₃, each row's too: where the straight line is near the total it is near
 * each row, and near n times the mean. */
static double
find_tolerance (const ScopeManySampler *sampler)
{
  const ScopeBatch *batch = scope_many_sampler_get_batch (sampler);

  if (!batch->mean)
    return TOLERANCE_PX;
  return TOLERANCE_PX / (double) MIN (batch->n, (size_t) SCOPE_MOST_SINGLE_CURVES / 8 + 1);
}

static gboolean
is_straight (const Search *search, const ScopeManySample *from, const ScopeManySample *middle,
             const ScopeManySample *to)
{
  const ScopeManyFrame *frame = search->frame;

  for (int q = 0; q < SCOPE_N_MANY_QUANTITIES; q++)
    {
      double chord = to_px (frame, q, from->value[q]) / 2 + to_px (frame, q, to->value[q]) / 2;

      if (fabs (to_px (frame, q, middle->value[q]) - chord) > search->tolerance_px)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_close (const Search *search, const ScopeManySample *from, const ScopeManySample *to)
{
  const ScopeView *view = &search->frame->view;
  double part = (to->b / 2 - from->b / 2) / (view->axis_hi / 2 - view->axis_lo / 2);

  return part * search->frame->width_px <= CLOSEST_PX;
}

static const ScopeManySample *
sample_at (const GArray *samples, guint i)
{
  return &((const ScopeManySample *) (gconstpointer) samples->data)[i];
}

/* The middles of all intervals marked open, which are sampled together. */
static GArray *
find_middles (const Search *search)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i + 1 < search->samples->len; i++)
    if (g_array_index (search->open, gboolean, i))
      {
        double middle = sample_at (search->samples, i)->b / 2 + sample_at (search->samples, i + 1)->b / 2;

        g_array_append_val (places, middle);
      }
  return places;
}

/* Halves the open intervals; the halves of those that were not straight stay open. TRUE while any
 * is. */
static gboolean
halve (Search *search)
{
  g_autoptr (GArray) places = find_middles (search);
  g_autoptr (GArray) middles = sample_places (search, places);
  g_autoptr (GArray) before = search->samples;
  g_autoptr (GArray) was_open = search->open;
  gboolean any = FALSE;
  guint next = 0;

  search->samples = g_array_new (FALSE, FALSE, sizeof (ScopeManySample));
  search->open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < before->len; i++)
    {
      const ScopeManySample *from = sample_at (before, i), *to = from + 1, *middle;
      gboolean halved = i + 1 < before->len && g_array_index (was_open, gboolean, i), bends = FALSE;

      g_array_append_val (search->samples, *from);
      if (halved)
        {
          middle = sample_at (middles, next++);
          bends = !is_straight (search, from, middle, to);
          if (bends)
            {
              gboolean left = !is_close (search, from, middle);

              g_array_append_val (search->open, left);
              g_array_append_val (search->samples, *middle);
              bends = !is_close (search, middle, to);
              any = any || left || bends;
            }
        }
      g_array_append_val (search->open, bends);
    }
  return any;
}

/* Equal steps, all of their intervals open. */
static void
begin (Search *search, int n)
{
  const ScopeView *view = &search->frame->view;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean yes = TRUE;

  search->open = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (int i = 0; i <= n; i++)
    {
      double part = (double) i / n;
      double b = i == n ? view->axis_hi : view->axis_lo * (1 - part) + view->axis_hi * part;

      g_array_append_val (places, b);
      g_array_append_val (search->open, yes);
    }
  search->samples = sample_places (search, places);
}

GArray *
scope_many_places_find (const ScopeManySampler *sampler, const ScopeManyFrame *frame)
{
  gboolean slow
    = !scope_many_sampler_is_quick (sampler) && scope_many_sampler_get_batch (sampler)->n > VERY_MANY;
  Search search = { .sampler = sampler, .frame = frame, .tolerance_px = find_tolerance (sampler) };
  guint most = (guint) fmax (LEAST_MOST_SAMPLES, frame->width_px);
  int deepest = slow ? DEEPEST_OF_VERY_MANY : DEEPEST;

  begin (&search, slow ? FIRST_OF_VERY_MANY : FIRST_INTERVALS);
  for (int depth = 0; depth < deepest && search.samples->len < most; depth++)
    if (!halve (&search))
      break;
  g_array_unref (search.open);
  return search.samples;
}
