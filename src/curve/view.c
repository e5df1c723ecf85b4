/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "view.h"

#include <math.h>

#include "batch-sample.h"
#include "landmark.h"
#include "many.h"
#include "minimum.h"

#define DEFAULT_HALF_WIDTH 10.0
#define MARGIN 0.1
/* Beyond this part of |b₃| an axis would be too narrow for doubles to tell its ticks apart. */
#define NARROWEST 1e-9
#define WIDEST 1e300
#define NARROWEST_WIDTH 1e-6
/* Room below zero, so that a loss of almost nothing does not lie on the frame. */
#define BELOW_ZERO 0.05
/* ln 3 belongs in every picture. */
#define LEAST_LOSS 2.0
/* A range this many times too large is narrowed; anything less waits for a reset. */
#define TOO_LARGE 10.0
#define LARGEST 1e308
/* Where the sum of many flowers bends. */
#define BEND_SAMPLES 241
#define BEND_PART 0.1
#define WIDEST_FIT 60.0

/* The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten that is ≥ value. */
static double
nice_bound (double value)
{
  static const double steps[] = { 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 };
  double power = pow (10, floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (value <= steps[i] * power)
      return steps[i] * power;
  return 10 * power;
}

static double
width_of (const ScopeView *view)
{
  return view->axis_hi - view->axis_lo;
}

/* An axis of the width asked for about the middle, kept where doubles can draw it. */
static void
set_axis (ScopeView *view, double middle, double width)
{
  double least = fmax (NARROWEST_WIDTH, fabs (middle) * NARROWEST);

  width = CLAMP (width, least, WIDEST);
  middle = CLAMP (middle, -LARGEST, LARGEST);
  view->axis_lo = middle - width / 2;
  view->axis_hi = middle + width / 2;
}

/* An axis on which nothing has been seen yet that a range should be kept for. */
static void
begin_axis (ScopeView *view, double lo, double hi)
{
  view->axis_lo = lo;
  view->axis_hi = hi;
  view->links_hi = 0;
}

/* What a view is fitted to: the sum over many flowers, or the one that the parameters are of. */
typedef struct
{
  const ScopeParameters *parameters;
  ScopeBatch batch;
  ScopeBatchRow row; /* room for the one */
  gboolean alone;    /* whose class is turned while one looks: each class that it may have fits */
} Subject;

static void
subject_init (Subject *subject, const ScopeParameters *parameters, const ScopeMany *many)
{
  subject->parameters = parameters;
  subject->batch = scope_many_batch_or_one (many, parameters, &subject->row);
  subject->alone = subject->batch.rows == &subject->row;
}

/* L is convex in b₃, so its greatest value is reached at an end. In one pass over the rows that costs little:
 * what decides how high an axis is need not be right to the last bit. */
static double
greatest_loss (const ScopeView *view, Subject *subject)
{
  const double ends[] = { view->axis_lo, view->axis_hi };
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (G_N_ELEMENTS (ends)));
  guint n_cases = subject->alone ? SCOPE_N_CLASSES : 1;
  double loss[G_N_ELEMENTS (ends)], greatest = LEAST_LOSS;
  const ScopeBatchSamples samples = { .loss = loss };

  for (guint k = 0; k < n_cases; k++)
    {
      if (subject->alone)
        subject->row.observed = k;
      if (scope_batch_sample (&subject->batch, ends, G_N_ELEMENTS (ends), scratch, &samples)
          != SCOPE_STATUS_OK)
        continue;
      for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
        greatest = fmax (greatest, fmin (loss[end], LARGEST / 2));
    }
  return greatest;
}

static void
set_loss (ScopeView *view, double greatest)
{
  view->loss_hi = nice_bound (greatest * 1.01);
  view->loss_lo = -BELOW_ZERO * view->loss_hi;
}

/* As far as one flower reaches, whatever its logits and its class are, and from the limit of the sum on the
 * left to that on the right. A mean never leaves what one flower reaches. */
static gboolean
set_gradient (ScopeView *view, const ScopeBatch *batch)
{
  double lo, hi, before_lo = view->gradient_lo, before_hi = view->gradient_hi;
  ScopeMinimum limits;

  scope_landmark_gradient_bounds (batch->w, &lo, &hi);
  if (hi == 0)
    hi = 1; /* b₃ reaches all logits alike: the gradient is 0 everywhere */
  if (!batch->mean && batch->n > SCOPE_MOST_SINGLE_CURVES)
    hi *= (double) batch->n;
  lo = -hi;
  if (!batch->mean && scope_minimum_limits (batch, &limits) == SCOPE_STATUS_OK)
    {
      lo = fmin (lo, limits.dl_db_at_minus_infinity);
      hi = fmax (hi, limits.dl_db_at_plus_infinity);
    }
  view->gradient_lo = fmax (lo * (1 + MARGIN), -LARGEST);
  view->gradient_hi = fmin (hi * (1 + MARGIN), LARGEST);
  return view->gradient_lo != before_lo || view->gradient_hi != before_hi;
}

void
scope_view_init (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many)
{
  Subject subject;

  scope_view_init_axis (view, parameters, many, -DEFAULT_HALF_WIDTH, DEFAULT_HALF_WIDTH);
  if (!scope_view_follow (view, parameters->b))
    return;
  subject_init (&subject, parameters, many);
  set_loss (view, greatest_loss (view, &subject));
}

void
scope_view_init_axis (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many, double lo,
                      double hi)
{
  Subject subject;

  subject_init (&subject, parameters, many);
  begin_axis (view, lo, hi);
  set_gradient (view, &subject.batch);
  set_loss (view, greatest_loss (view, &subject));
}

/* TRUE where two classes share the lead at b: a bend that the loss shows. */
static gboolean
leads_change (const ScopeParameters *parameters, double b)
{
  ScopeParameters at = *parameters;
  ScopeOutcome outcome;
  guint leaders = 0;

  at.b = b;
  if (scope_outcome_evaluate (&at, &outcome) != SCOPE_STATUS_OK)
    return FALSE;
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    leaders += outcome.p[k] > 0.3 ? 1 : 0;
  return leaders >= 2;
}

/* To where the loss of one flower bends. */
static void
widen_to_bends (const ScopeParameters *parameters, double *lo, double *hi)
{
  double bends[3];
  size_t n = scope_landmark_bends (parameters, bends);

  for (size_t i = 0; i < n; i++)
    if (leads_change (parameters, bends[i]))
      {
        *lo = fmin (*lo, bends[i]);
        *hi = fmax (*hi, bends[i]);
      }
}

/* The bias at a place of a grid about a minimum, and how far the gradient has come there from its limit at
 * −∞ to that at +∞: a rising function of the place. */
typedef struct
{
  const ScopeBatch *batch;
  double middle;
  const ScopeMinimum *limits;
} BendGrid;

static double
bend_place (const BendGrid *grid, int i)
{
  return grid->middle + WIDEST_FIT * ((double) i / (BEND_SAMPLES - 1) - 0.5);
}

static double
bend_part (const BendGrid *grid, int i, void *scratch)
{
  double b = bend_place (grid, i), gradient = 0, from = grid->limits->dl_db_at_minus_infinity;

  scope_batch_sample (grid->batch, &b, 1, scratch, &(ScopeBatchSamples) { .dl_db = &gradient });
  return (gradient - from) / (grid->limits->dl_db_at_plus_infinity - from);
}

/* The first place where the gradient has come that far; BEND_SAMPLES for none. Eight samples do. */
static int
find_bend (const BendGrid *grid, double part, void *scratch)
{
  int lo = -1, hi = BEND_SAMPLES;

  while (hi - lo > 1)
    {
      int between = (lo + hi) / 2;

      if (bend_part (grid, between, scratch) < part)
        lo = between;
      else
        hi = between;
    }
  return hi;
}

/* To where the gradient of the sum has come most of the way to its limits, a tenth short of each; no
 * further than an axis that is still read. */
static void
widen_to_sum_bends (const ScopeBatch *batch, double middle, const ScopeMinimum *limits, double *lo,
                    double *hi)
{
  const BendGrid grid = { batch, middle, limits };
  g_autofree void *scratch = g_malloc (scope_batch_scratch_size (1));
  int first = find_bend (&grid, BEND_PART, scratch);
  int end = find_bend (&grid, 1 - BEND_PART, scratch);

  if (first >= end)
    return;
  *lo = fmin (*lo, bend_place (&grid, first));
  *hi = fmax (*hi, bend_place (&grid, end - 1));
}

/* To the minimum, where there is one, and where the sum bends about it. */
static void
widen_to_minimum (const ScopeBatch *batch, double *lo, double *hi)
{
  ScopeMinimum minimum;

  if (scope_minimum_find (batch, &minimum) != SCOPE_STATUS_OK || minimum.kind != SCOPE_MINIMUM_FINITE)
    return;
  *lo = fmin (*lo, minimum.b);
  *hi = fmax (*hi, minimum.b);
  widen_to_sum_bends (batch, minimum.b, &minimum, lo, hi);
}

void
scope_view_fit (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many)
{
  double lo = parameters->b, hi = lo, width, step = 1;
  Subject subject;

  subject_init (&subject, parameters, many);
  if (subject.alone)
    widen_to_bends (parameters, &lo, &hi);
  else
    widen_to_minimum (&subject.batch, &lo, &hi);
  if (lo >= -DEFAULT_HALF_WIDTH * 0.8 && hi <= DEFAULT_HALF_WIDTH * 0.8)
    {
      scope_view_init (view, parameters, many);
      return;
    }
  width = fmax (2 * DEFAULT_HALF_WIDTH, (subject.alone ? 1.6 : 1.25) * fmin (hi - lo, LARGEST / 2));
  if (subject.alone)
    step = width / 20;
  else if (width < 1e3)
    width = 2 * ceil (width / 2);
  set_axis (view, round ((lo / 2 + hi / 2) / step) * step, width);
  scope_view_init_axis (view, parameters, many, view->axis_lo, view->axis_hi);
}

gboolean
scope_view_follow (ScopeView *view, double b)
{
  double width = width_of (view);

  if (b >= view->axis_lo && b <= view->axis_hi)
    return FALSE;

  /* The least move that leaves a margin on the side of b₃. */
  if (b > view->axis_hi)
    set_axis (view, b + (MARGIN - 0.5) * width, width);
  else
    set_axis (view, b + (0.5 - MARGIN) * width, width);
  /* An axis that had to widen at a huge b₃ may have lost it to rounding. */
  if (b < view->axis_lo || b > view->axis_hi)
    set_axis (view, b, width);
  return TRUE;
}

/* Only where the curves left the range or use too little of it; TRUE where it changed. */
static gboolean
adapt_loss (ScopeView *view, double greatest)
{
  if (greatest <= view->loss_hi && greatest * TOO_LARGE >= view->loss_hi)
    return FALSE;
  set_loss (view, greatest);
  return TRUE;
}

gboolean
scope_view_adapt (ScopeView *view, const ScopeParameters *parameters, const ScopeMany *many)
{
  Subject subject;
  gboolean changed;

  subject_init (&subject, parameters, many);
  changed = set_gradient (view, &subject.batch);
  return adapt_loss (view, greatest_loss (view, &subject)) || changed;
}

void
scope_view_pan (ScopeView *view, double delta_b)
{
  set_axis (view, view->axis_lo / 2 + view->axis_hi / 2 + delta_b, width_of (view));
}

void
scope_view_zoom (ScopeView *view, double factor, double about_b)
{
  double middle = view->axis_lo / 2 + view->axis_hi / 2;
  double width = CLAMP (width_of (view) * factor, fmax (NARROWEST_WIDTH, fabs (about_b) * NARROWEST), WIDEST);

  /* The factor that the limits leave, so that about_b keeps its place. */
  factor = width / width_of (view);
  set_axis (view, about_b + (middle - about_b) * factor, width);
}
