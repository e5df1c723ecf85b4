/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shown.h"

#include "many.h"

static unsigned
find_case (const ScopeFigure *figure)
{
  ScopeCase flowers = figure->many == NULL ? SCOPE_CASE_ONE
                      : figure->many->mean ? SCOPE_CASE_MEAN
                                           : SCOPE_CASE_TOTAL;

  return flowers | (figure->stage != NULL ? SCOPE_CASE_HALL : 0);
}

unsigned
scope_shown_many (const ScopeFigure *figure)
{
  return figure->show & scope_parts_for (find_case (figure));
}

gboolean
scope_shown_is_alone (const ScopeFigure *figure)
{
  return figure->many != NULL && figure->many->n > 1;
}

gboolean
scope_shown_many_walks (const ScopeFigure *figure)
{
  return figure->many != NULL && (figure->show & SCOPE_SHOW_DESCENT) != 0;
}

ScopeInk
scope_shown_chain_ink (const ScopeFigure *figure)
{
  return scope_shown_is_alone (figure) ? SCOPE_INK_TEXT_DIM : SCOPE_INK_GRADIENT;
}

double
scope_shown_many_factor (const ScopeFigure *figure)
{
  const ScopeMany *many = figure->many;

  return many->mean || many->n <= SCOPE_MOST_SINGLE_CURVES ? 1 : (double) many->n;
}

unsigned
scope_shown_count_ghosts (const ScopeFigure *figure)
{
  return figure->show & SCOPE_SHOW_GHOSTS ? MIN (figure->n_ghosts, SCOPE_MOST_GHOSTS) : 0;
}

gboolean
scope_shown_evaluate (const ScopeFigure *figure, ScopeBatchOutcome *outcome)
{
  ScopeOutcome one;

  if (figure->many != NULL)
    {
      ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);

      if (figure->many->sum != NULL)
        {
          *outcome = *figure->many->sum;
          return TRUE;
        }
      return scope_batch_evaluate (&batch, figure->parameters.b, outcome) == SCOPE_STATUS_OK;
    }
  if (scope_outcome_evaluate (&figure->parameters, &one) != SCOPE_STATUS_OK)
    return FALSE;
  *outcome = (ScopeBatchOutcome) { one.loss, one.dl_db, one.curvature };
  return TRUE;
}
