/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-look.h"

#include <math.h>
#include <string.h>

#include "batch-sample.h"
#include "curves.h"
#include "descent-rates.h"
#include "shown.h"

/* As logitscope-cli descend. */
#define TOLERANCE 1e-9
/* A cycle is known by its places alone; who grows and who crosses is asked of the last ones. */
#define LOOK_BACK SCOPE_DESCENT_MEMORY
#define EVALUATED 4
/* Of very many rows the earlier ones of these are sampled, where that is cheaper than exact sums and
 * nobody can tell the difference. */
#define SAMPLE_REACH 100
#define DOUBT 1e-10
/* So near, in what b₃ is, a minimum is here. */
#define NEAR 1e-6

gboolean
scope_descent_trail_is_present (const ScopeFigure *figure)
{
  const ScopeTrail *trail = &figure->trail;

  return trail->n > 0 && trail->at < trail->n && trail->b[trail->at] == figure->parameters.b;
}

static void
take (ScopeDescentLook *look, double b, const ScopeBatchOutcome *at)
{
  look->next = scope_descent_take (&look->walk, b, at);
}

/* Passes by a place that only a cycle is looked for in. */
static void
remember (ScopeDescent *walk, double b)
{
  walk->trail[walk->n++ % SCOPE_DESCENT_MEMORY] = b;
}

static void
sort (double *b, size_t n)
{
  for (size_t i = 1; i < n; i++)
    for (size_t j = i; j > 0 && b[j] < b[j - 1]; j--)
      {
        double swap = b[j];

        b[j] = b[j - 1];
        b[j - 1] = swap;
      }
}

/* Samples at a few biases in any order; FALSE where exact sums are as cheap or as needed. */
static gboolean
sample (const ScopeBatch *batch, const double *b, size_t n, ScopeBatchOutcome *at)
{
  double rising[EVALUATED], loss[EVALUATED], gradient[EVALUATED];
  double span = scope_parameters_span (batch->w);
  const ScopeBatchSamples samples = { .loss = loss, .dl_db = gradient };
  g_autofree void *scratch = NULL;

  memcpy (rising, b, n * sizeof *b);
  sort (rising, n);
  if (batch->n <= SCOPE_MANY_ROWS || !((rising[n - 1] - rising[0]) * span < SAMPLE_REACH))
    return FALSE;
  scratch = g_malloc (scope_batch_scratch_size (n));
  if (scope_batch_sample (batch, rising, n, scratch, &samples) != SCOPE_STATUS_OK)
    return FALSE;
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < n; k++)
      if (rising[k] == b[i])
        at[i] = (ScopeBatchOutcome) { .loss = loss[k], .dl_db = gradient[k] };
  return TRUE;
}

/* Whether a sample leaves open which loss is higher, or which way is down. */
static gboolean
is_doubtful (const ScopeBatch *batch, const ScopeBatchOutcome *one, const ScopeBatchOutcome *other)
{
  double size = batch->mean ? 1 : (double) batch->n;

  return fabs (one->loss - other->loss) <= DOUBT * fabs (other->loss) || fabs (one->dl_db) <= DOUBT * size
         || fabs (fabs (one->dl_db) - fabs (other->dl_db)) <= DOUBT * fabs (other->dl_db);
}

/* The last places once more, as if they had just been walked. */
static void
walk_again (const ScopeFigure *figure, const ScopeBatchOutcome *present, ScopeDescentLook *look)
{
  const ScopeTrail *trail = &figure->trail;
  size_t first = trail->at >= LOOK_BACK ? trail->at - LOOK_BACK + 1 : 0;
  size_t from = trail->at >= EVALUATED ? trail->at - EVALUATED + 1 : 0;
  ScopeBatchOutcome at[EVALUATED];
  gboolean sampled;

  if (!scope_descent_trail_is_present (figure))
    {
      take (look, figure->parameters.b, present);
      return;
    }
  for (size_t i = first; i < from; i++)
    remember (&look->walk, trail->b[i]);
  sampled = trail->at > from && sample (&look->batch, &trail->b[from], trail->at - from, at);
  at[trail->at - from] = *present;
  for (size_t i = trail->at; i-- > from;)
    if (!sampled || is_doubtful (&look->batch, &at[i - from], &at[i - from + 1]))
      scope_batch_evaluate (&look->batch, trail->b[i], &at[i - from]);
  for (size_t i = from; i <= trail->at; i++)
    take (look, trail->b[i], &at[i - from]);
  look->walk.last.number = trail->at;
}

/* --- What is descended on */

static void
take_batch (const ScopeFigure *figure, ScopeDescentLook *look)
{
  memset (look, 0, sizeof *look);
  look->batch = scope_many_batch_or_one (figure->many, &figure->parameters, &look->row);
}

/* Of many flowers a finite minimum is known already or not looked for: its kind is known without. */
static gboolean
find_minimum (const ScopeFigure *figure, ScopeDescentLook *look)
{
  ScopeMinimum *minimum = &look->minimum;

  if (figure->many != NULL && figure->many->minimum != NULL)
    {
      *minimum = *figure->many->minimum;
      return TRUE;
    }
  if (scope_minimum_limits (&look->batch, minimum) != SCOPE_STATUS_OK)
    return FALSE;
  return (figure->many != NULL && minimum->kind == SCOPE_MINIMUM_FINITE)
         || scope_minimum_find (&look->batch, minimum) == SCOPE_STATUS_OK;
}

/* The drop of the next step, whose digits settle on release, and what the step does. That is looked
 * for where the verdict leaves it open alone: over many rows it takes another sum. */
static void
look_ahead (const ScopeFigure *figure, gboolean with_drop, ScopeDescentLook *look)
{
  const double ends[2] = { figure->parameters.b, look->next };
  gboolean is_open
    = look->walk.verdict == SCOPE_DESCENT_WALKING && look->minimum.kind == SCOPE_MINIMUM_FINITE;
  gboolean rough = with_drop ? !figure->settled : is_open;
  double drop = 0, slope = look->walk.last.dl_db;
  ScopeBatchOutcome at[2];
  gboolean sampled = (rough || is_open) && ends[0] != ends[1] && sample (&look->batch, ends, 2, at);

  if (sampled)
    {
      drop = at[0].loss - at[1].loss;
      slope = at[1].dl_db;
    }
  else if (is_open)
    {
      scope_batch_evaluate (&look->batch, ends[1], &at[1]);
      slope = at[1].dl_db;
    }
  if (with_drop ? !(rough && sampled) : is_open && (!sampled || fabs (drop) <= DOUBT * look->walk.last.loss))
    scope_batch_drop (&look->batch, ends[0], ends[1], &drop);
  look->drop = with_drop ? drop : 0;
  look->ahead
    = scope_descent_ahead (&look->walk, is_open ? drop : 0, is_open ? slope : look->walk.last.dl_db);
}

static gboolean
look_at (const ScopeFigure *figure, const ScopeBatchOutcome *at, gboolean with_drop, ScopeDescentLook *look)
{
  if (!find_minimum (figure, look)
      || scope_descent_init (&look->walk, figure->rate, TOLERANCE, look->minimum.kind) != SCOPE_STATUS_OK)
    return FALSE;

  walk_again (figure, at, look);
  look->is_near = fabs (at->dl_db) < NEAR * fmax (fabs (figure->parameters.b), 1) * at->curvature;
  look->has_next = isfinite (look->next);
  if (look->has_next)
    look_ahead (figure, with_drop, look);
  return TRUE;
}

gboolean
scope_descent_look_always (const ScopeFigure *figure, gboolean with_drop, ScopeDescentLook *look)
{
  ScopeBatchOutcome at;

  take_batch (figure, look);
  return scope_shown_evaluate (figure, &at) && look_at (figure, &at, with_drop, look);
}

gboolean
scope_descent_look (const ScopeFigure *figure, ScopeCurves *curves, const ScopeBatchOutcome *at,
                    ScopeDescentLook *look)
{
  if (!(figure->show & SCOPE_SHOW_DESCENT))
    return FALSE;
  if (figure->many == NULL)
    return scope_descent_look_always (figure, TRUE, look)
           && scope_rate_marks (&look->batch, &look->minimum, &look->marks) == SCOPE_STATUS_OK;
  take_batch (figure, look);
  if (!look_at (figure, at, TRUE, look))
    return FALSE;
  look->marks = *scope_descent_rates_find (scope_curves_get_rates (curves), &look->batch,
                                           scope_many_curves_get_minimum (scope_curves_get_many (curves)),
                                           figure->view.axis_lo, figure->view.axis_hi, figure->settled);
  return TRUE;
}
