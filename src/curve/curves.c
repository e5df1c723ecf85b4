/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "curves.h"

#include <math.h>
#include <string.h>

#include "landmark.h"

#define FIRST_INTERVALS 24
#define DEEPEST 11
#define LEAST_MOST_SAMPLES 900
/* How far a curve may be from the straight line between two samples. */
#define TOLERANCE_PX 0.12
/* Nothing is seen between two samples this close. */
#define CLOSEST_PX 0.3

enum
{
  LOSS,
  GRADIENT,
  PROBABILITY,
  N_QUANTITIES
};

typedef struct
{
  double b;
  double value[N_QUANTITIES][SCOPE_N_CLASSES];
} Sample;

/* What the samples depend on: never b₃, nor the observed class. */
typedef struct
{
  double a[SCOPE_N_CLASSES], w[SCOPE_N_CLASSES];
  double lo, hi, loss_lo, loss_hi, gradient_lo, gradient_hi;
  double width_px, height_px;
} Key;

struct _ScopeCurves
{
  Key key;
  GArray *bias;                                  /* Owned; of double */
  GArray *values[N_QUANTITIES][SCOPE_N_CLASSES]; /* Owned; of double */
  ScopeCurves *ghosts[SCOPE_MOST_GHOSTS];        /* Owned; NULL until asked for */
  ScopeManyCurves *many;                         /* Owned; NULL until asked for */
  ScopeDescentRates *rates;                      /* Owned; NULL until asked for */
};

ScopeCurves *
scope_curves_new (void)
{
  ScopeCurves *curves = g_new0 (ScopeCurves, 1);

  curves->bias = g_array_new (FALSE, FALSE, sizeof (double));
  for (int q = 0; q < N_QUANTITIES; q++)
    for (int k = 0; k < SCOPE_N_CLASSES; k++)
      curves->values[q][k] = g_array_new (FALSE, FALSE, sizeof (double));
  return curves;
}

void
scope_curves_free (ScopeCurves *curves)
{
  if (curves == NULL)
    return;
  for (int i = 0; i < SCOPE_MOST_GHOSTS; i++)
    scope_curves_free (curves->ghosts[i]);
  scope_many_curves_free (curves->many);
  scope_descent_rates_free (curves->rates);
  g_array_unref (curves->bias);
  for (int q = 0; q < N_QUANTITIES; q++)
    for (int k = 0; k < SCOPE_N_CLASSES; k++)
      g_array_unref (curves->values[q][k]);
  g_free (curves);
}

ScopeCurves *
scope_curves_get_ghost (ScopeCurves *curves, unsigned i)
{
  if (curves->ghosts[i] == NULL)
    curves->ghosts[i] = scope_curves_new ();
  return curves->ghosts[i];
}

ScopeManyCurves *
scope_curves_get_many (ScopeCurves *curves)
{
  if (curves->many == NULL)
    curves->many = scope_many_curves_new ();
  return curves->many;
}

ScopeDescentRates *
scope_curves_get_rates (ScopeCurves *curves)
{
  if (curves->rates == NULL)
    curves->rates = scope_descent_rates_new ();
  return curves->rates;
}

static Sample
sample_at (const Key *key, double b)
{
  ScopeParameters at = { .b = b };
  ScopeOutcome cases[SCOPE_N_CLASSES];
  Sample sample = { .b = b };

  memcpy (at.a, key->a, sizeof at.a);
  memcpy (at.w, key->w, sizeof at.w);
  if (scope_outcome_evaluate_cases (&at, cases) != SCOPE_STATUS_OK)
    return sample;
  for (int k = 0; k < SCOPE_N_CLASSES; k++)
    {
      sample.value[LOSS][k] = cases[k].loss;
      sample.value[GRADIENT][k] = cases[k].dl_db;
      sample.value[PROBABILITY][k] = cases[0].p[k];
    }
  return sample;
}

static void
append (ScopeCurves *curves, const Sample *sample)
{
  g_array_append_val (curves->bias, sample->b);
  for (int q = 0; q < N_QUANTITIES; q++)
    for (int k = 0; k < SCOPE_N_CLASSES; k++)
      g_array_append_val (curves->values[q][k], sample->value[q][k]);
}

/* Where a value is drawn, in pixels; what is out of sight is only kept out of sight. */
static double
to_px (const Key *key, int quantity, double value)
{
  double lo = quantity == LOSS ? key->loss_lo : quantity == GRADIENT ? key->gradient_lo : 0;
  double hi = quantity == LOSS ? key->loss_hi : quantity == GRADIENT ? key->gradient_hi : 1;
  double part = (value / 2 - lo / 2) / (hi / 2 - lo / 2);

  return CLAMP (part, -0.5, 1.5) * key->height_px;
}

static gboolean
is_straight (const Key *key, const Sample *from, const Sample *middle, const Sample *to)
{
  for (int q = 0; q < N_QUANTITIES; q++)
    for (int k = 0; k < SCOPE_N_CLASSES; k++)
      {
        double chord = to_px (key, q, from->value[q][k]) / 2 + to_px (key, q, to->value[q][k]) / 2;

        if (fabs (to_px (key, q, middle->value[q][k]) - chord) > TOLERANCE_PX)
          return FALSE;
      }
  return TRUE;
}

/* More of them where a picture is larger than any screen. */
static guint
most_samples (const Key *key)
{
  return (guint) fmax (LEAST_MOST_SAMPLES, key->width_px);
}

/* Appends what is needed between two samples, and the second one. */
static void
refine (ScopeCurves *curves, const Sample *from, const Sample *to, int depth)
{
  const Key *key = &curves->key;
  double px = (to->b / 2 - from->b / 2) / (key->hi / 2 - key->lo / 2) * key->width_px;
  Sample middle;

  if (depth < DEEPEST && px > CLOSEST_PX && curves->bias->len < most_samples (key))
    {
      middle = sample_at (key, from->b / 2 + to->b / 2);
      if (!is_straight (key, from, &middle, to))
        {
          refine (curves, from, &middle, depth + 1);
          refine (curves, &middle, to, depth + 1);
          return;
        }
    }
  append (curves, to);
}

static void
sample_all (ScopeCurves *curves, const ScopeParameters *parameters)
{
  const Key *key = &curves->key;
  double bends[3];
  size_t n_bends = scope_landmark_bends (parameters, bends), next = 0;
  Sample from = sample_at (key, key->lo);

  append (curves, &from);
  for (int i = 1; i <= FIRST_INTERVALS; i++)
    {
      double part = (double) i / FIRST_INTERVALS;
      double end = i == FIRST_INTERVALS ? key->hi : key->lo * (1 - part) + key->hi * part;
      Sample to;

      /* A bend is a place of its own: a step between two samples could hide it. */
      for (; next < n_bends && bends[next] < end; next++)
        if (bends[next] > from.b)
          {
            to = sample_at (key, bends[next]);
            refine (curves, &from, &to, 0);
            from = to;
          }
      to = sample_at (key, end);
      refine (curves, &from, &to, 0);
      from = to;
    }
}

gboolean
scope_curves_update (ScopeCurves *curves, const ScopeParameters *parameters, const ScopeView *view,
                     double width_px, double height_px)
{
  Key key;

  memset (&key, 0, sizeof key);
  memcpy (key.a, parameters->a, sizeof key.a);
  memcpy (key.w, parameters->w, sizeof key.w);
  key.lo = view->axis_lo;
  key.hi = view->axis_hi;
  key.loss_lo = view->loss_lo;
  key.loss_hi = view->loss_hi;
  key.gradient_lo = view->gradient_lo;
  key.gradient_hi = view->gradient_hi;
  key.width_px = width_px;
  key.height_px = height_px;
  if (curves->bias->len > 0 && memcmp (&key, &curves->key, sizeof key) == 0)
    return FALSE;

  curves->key = key;
  g_array_set_size (curves->bias, 0);
  for (int q = 0; q < N_QUANTITIES; q++)
    for (int k = 0; k < SCOPE_N_CLASSES; k++)
      g_array_set_size (curves->values[q][k], 0);
  sample_all (curves, parameters);
  return TRUE;
}

size_t
scope_curves_get_n (const ScopeCurves *curves)
{
  return curves->bias->len;
}

const double *
scope_curves_get_bias (const ScopeCurves *curves)
{
  return (const double *) (gpointer) curves->bias->data;
}

const double *
scope_curves_get_loss (const ScopeCurves *curves, unsigned k)
{
  return (const double *) (gpointer) curves->values[LOSS][k]->data;
}

const double *
scope_curves_get_gradient (const ScopeCurves *curves, unsigned k)
{
  return (const double *) (gpointer) curves->values[GRADIENT][k]->data;
}

const double *
scope_curves_get_probability (const ScopeCurves *curves, unsigned k)
{
  return (const double *) (gpointer) curves->values[PROBABILITY][k]->data;
}
