/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-look.h"

#include <math.h>
#include <string.h>

/* As logitscope-cli descend. */
#define TOLERANCE 1e-9
/* What a verdict looks back upon: all that a cycle needs, and the steps before that grew. */
#define LOOK_BACK (SCOPE_DESCENT_MEMORY + 8)

gboolean
scope_trail_is_present (const ScopeFigure *figure)
{
  const ScopeTrail *trail = &figure->trail;

  return trail->n > 0 && trail->at < trail->n && trail->b[trail->at] == figure->parameters.b;
}

static void
take (ScopeDescentLook *look, double b)
{
  ScopeBatchOutcome at;

  scope_batch_evaluate (&look->batch, b, &at);
  look->next = scope_descent_take (&look->walk, b, &at);
}

/* The last places once more, as if they had just been walked. */
static void
walk_again (const ScopeFigure *figure, ScopeDescentLook *look)
{
  const ScopeTrail *trail = &figure->trail;
  size_t first = trail->at > LOOK_BACK ? trail->at - LOOK_BACK : 0;

  if (!scope_trail_is_present (figure))
    {
      take (look, figure->parameters.b);
      return;
    }
  for (size_t i = first; i <= trail->at; i++)
    take (look, trail->b[i]);
  look->walk.last.number = trail->at;
}

gboolean
scope_descent_look_always (const ScopeFigure *figure, ScopeDescentLook *look)
{
  memset (look, 0, sizeof *look);
  look->row.observed = figure->parameters.observed;
  memcpy (look->row.a, figure->parameters.a, sizeof look->row.a);
  look->batch = (ScopeBatch) { .rows = &look->row, .n = 1 };
  memcpy (look->batch.w, figure->parameters.w, sizeof look->batch.w);
  if (scope_minimum_find (&look->batch, &look->minimum) != SCOPE_STATUS_OK
      || scope_rate_marks (&look->batch, &look->minimum, &look->marks) != SCOPE_STATUS_OK
      || scope_descent_init (&look->walk, figure->rate, TOLERANCE, look->minimum.kind)
           != SCOPE_STATUS_OK)
    return FALSE;

  walk_again (figure, look);
  look->has_next = isfinite (look->next);
  if (look->has_next)
    scope_batch_drop (&look->batch, figure->parameters.b, look->next, &look->drop);
  return TRUE;
}

gboolean
scope_descent_look (const ScopeFigure *figure, ScopeDescentLook *look)
{
  return (figure->show & SCOPE_SHOW_DESCENT) && scope_descent_look_always (figure, look);
}
