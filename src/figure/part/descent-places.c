/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-places.h"

#include <math.h>

#include "curves.h"
#include "descent-look.h"
#include "panel-kinds.h"

gboolean
scope_descent_is_shown (const ScopeSubject *subject)
{
  return (subject->figure->show & SCOPE_SHOW_DESCENT) && subject->descent->walk.n > 0;
}

/* Later places than the present one would give the next step away. */
static size_t
count_places (const ScopeSubject *subject)
{
  const ScopeTrail *trail = &subject->figure->trail;

  if (!scope_descent_trail_is_present (subject->figure))
    return 0;
  return scope_subject_hides (subject, SCOPE_PLACE_DOWNHILL) ? trail->at + 1 : trail->n;
}

/* So would the places of another descent beside its rate. */
const ScopeTrail *
scope_descent_kept (const ScopeSubject *subject)
{
  static const ScopeTrail none = { 0 };

  return scope_subject_hides (subject, SCOPE_PLACE_NEXT) ? &none : &subject->figure->kept_trail;
}

/* What is the difference of two infinities is far away like them. */
static double
no_nan (double value)
{
  return isnan (value) ? INFINITY : value;
}

/* Of many flowers: on the thick curve as it is drawn, which costs no sum over the rows. Outside of
 * the axis it goes on as straight as it ends, where a sum would take too long. FALSE where it does
 * not. */
static gboolean
value_on_curve (const ScopeSubject *subject, ScopePanel kind, double b, double *value)
{
  const ScopeManyCurves *curves = scope_curves_get_many (subject->curves);
  const double *bias = scope_many_curves_get_bias (curves);
  const double *loss = scope_many_curves_get_sum (curves, SCOPE_MANY_LOSS);
  const double *gradient = scope_many_curves_get_sum (curves, SCOPE_MANY_GRADIENT);
  const double *y = scope_many_curves_get_sum (curves, scope_panel_kinds[kind].quantity);
  size_t lo = 0, hi = scope_many_curves_get_n (curves) - 1, end = b < bias[0] ? lo : hi;

  if (!(b >= bias[lo] && b <= bias[hi]))
    {
      *value = y[end];
      /* 0 times a way beyond double is 0. */
      if (kind == SCOPE_PANEL_LOSS && gradient[end] != 0)
        *value = no_nan (loss[end] + gradient[end] * (b - bias[end]));
      return subject->descent->batch.n > SCOPE_MANY_ROWS;
    }
  while (hi - lo > 1)
    {
      size_t middle = (lo + hi) / 2;

      if (bias[middle] <= b)
        lo = middle;
      else
        hi = middle;
    }
  *value = no_nan (y[lo] + (y[hi] - y[lo]) * ((b - bias[lo]) / (bias[hi] - bias[lo])));
  return TRUE;
}

/* The curve's height over b. */
static double
value_at (const ScopeSubject *subject, const ScopePanelArea *panel, double b)
{
  ScopeBatchOutcome at = { 0 };
  double value;

  if (subject->figure->many == NULL || !value_on_curve (subject, panel->kind, b, &value))
    {
      scope_batch_evaluate (&subject->descent->batch, b, &at);
      value = scope_panel_kinds[panel->kind].get_sum (&at);
    }
  return value;
}

ScopePoint
scope_descent_point (const ScopeSubject *subject, const ScopePanelArea *panel, double b)
{
  return scope_area_place (panel, b, value_at (subject, panel, b));
}

/* However far away: for the end of a line. */
ScopePoint
scope_descent_end (const ScopeSubject *subject, const ScopePanelArea *panel, double b)
{
  return (ScopePoint) { scope_scale_to_px (&panel->x, b),
                        scope_scale_to_px (&panel->y, value_at (subject, panel, b)) };
}

void
scope_descent_points_init (ScopeDescentPoints *points, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeTrail *trail = &subject->figure->trail, *kept = scope_descent_kept (subject);

  *points = (ScopeDescentPoints) { 0 };
  if (!scope_descent_is_shown (subject))
    return;
  points->n = count_places (subject);
  points->n_all = points->n + kept->n;
  for (guint panel = 0; panel < plan->n_panels; panel++)
    {
      const ScopePanelArea *area = &plan->panels[panel];
      ScopePoint *at;

      if (scope_panel_kinds[area->kind].get_sum == NULL)
        continue;
      points->at[area->kind] = at = g_new (ScopePoint, points->n_all + 1);
      for (size_t i = 0; i < points->n_all; i++)
        at[i] = scope_descent_point (subject, area, i < points->n ? trail->b[i] : kept->b[i - points->n]);
    }
}

void
scope_descent_points_clear (ScopeDescentPoints *points)
{
  for (guint panel = 0; panel < G_N_ELEMENTS (points->at); panel++)
    g_free (points->at[panel]);
  *points = (ScopeDescentPoints) { 0 };
}
