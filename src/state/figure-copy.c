/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-copy.h"

#include "minimum.h"
#include "view.h"

static void
copy_trail (ScopeTrail *trail)
{
  trail->b = g_memdup2 (trail->b, trail->n * sizeof *trail->b);
}

/* What is known of the rows already goes along. */
static void
copy_many (ScopeFigureCopy *copy, ScopeRowBlock *rows)
{
  copy->rows = scope_row_block_ref (rows);
  copy->many = *copy->figure.many;
  copy->many.rows = rows->rows;
  copy->figure.many = &copy->many;
  if (copy->many.sum != NULL)
    {
      copy->sum = *copy->many.sum;
      copy->many.sum = &copy->sum;
    }
  if (copy->many.minimum != NULL)
    {
      copy->minimum = *copy->many.minimum;
      copy->many.minimum = &copy->minimum;
    }
}

ScopeFigureCopy *
scope_figure_copy_new (const ScopeFigure *figure, ScopeRowBlock *rows)
{
  ScopeFigureCopy *copy = g_new0 (ScopeFigureCopy, 1);

  copy->figure = *figure;
  for (unsigned i = 0; i < figure->n_ghosts; i++)
    copy->ghosts[i] = figure->ghosts[i];
  copy->figure.ghosts = copy->ghosts;
  copy_trail (&copy->figure.trail);
  copy_trail (&copy->figure.kept_trail);
  if (figure->many != NULL)
    copy_many (copy, rows);
  if (figure->stage != NULL)
    {
      copy->stage = *figure->stage;
      copy->figure.stage = &copy->stage;
    }
  return copy;
}

void
scope_figure_copy_free (ScopeFigureCopy *copy)
{
  if (copy == NULL)
    return;
  g_free ((double *) copy->figure.trail.b);
  g_free ((double *) copy->figure.kept_trail.b);
  scope_row_block_unref (copy->rows);
  g_free (copy);
}

/* What the state knew is not looked for again. Its numbers are finite: there is a sum. */
static void
find_sum (ScopeFigureCopy *copy, ScopeManyTotal *total)
{
  const ScopeFigure *figure = &copy->figure;
  const ScopeMinimum *minimum;

  if (figure->many == NULL || (copy->many.sum != NULL && (copy->many.minimum != NULL || !figure->settled)))
    return;
  copy->sum = *scope_many_total_update (total, &copy->many, &figure->parameters);
  copy->many.sum = &copy->sum;
  if (copy->many.minimum != NULL)
    return;
  minimum = scope_many_total_get_minimum (total, figure->settled);
  if (minimum == NULL)
    return;
  copy->minimum = *minimum;
  copy->many.minimum = &copy->minimum;
}

void
scope_figure_copy_complete (ScopeFigureCopy *copy, ScopeManyTotal *total)
{
  find_sum (copy, total);
  if (copy->fits && copy->figure.many != NULL)
    scope_view_fit (&copy->figure.view, &copy->figure.parameters, &copy->many);
}
