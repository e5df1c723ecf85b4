/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "settled.h"

#include <math.h>

#include "complain.h"
#include "opened.h"
#include "shown.h"
#include "view.h"

/* --- Many flowers */

/* Rows as what the figure is about. */
static int
take_rows (const ScopeOptions *options, const GArray *rows, ScopeFigure *figure, ScopeMany *many)
{
  *many = (ScopeMany) { .rows = (const ScopeBatchRow *) (gconstpointer) rows->data,
                        .n = rows->len,
                        .selected = options->selected > 0 ? options->selected - 1 : 0,
                        .mean = options->sum == SCOPE_SUM_MEAN };
  if (many->selected >= many->n)
    {
      scope_complain ("--selected=%" G_GUINT64_FORMAT " is not allowed; allowed: 1 to %u, the "
                      "number of rows",
                      options->selected, rows->len);
      return 2;
    }
  scope_batch_row_take (&many->rows[many->selected], &figure->parameters);
  figure->many = many;
  return 0;
}

/* --- The descent */

/* Walks on what the figure is about, and leaves b₃ where that leads: no farther than there are
 * numbers. */
static ScopeTrail
walk (ScopeFigure *figure, double rate, guint n_steps, double *places)
{
  double b = figure->parameters.b;
  ScopeBatchOutcome outcome;
  guint n = 0;

  for (; n <= n_steps && isfinite (b); n++)
    {
      places[n] = figure->parameters.b = b;
      if (!scope_shown_evaluate (figure, &outcome))
        return (ScopeTrail) { 0 };
      b -= rate * outcome.dl_db;
    }
  return (ScopeTrail) { places, n, n - 1, rate };
}

/* Both trails begin at the scenario's bias; the figure's b₃ ends the first. */
static void
walk_both (const ScopeOptions *options, ScopeSettled *settled)
{
  ScopeFigure *figure = &settled->figure;
  double start = figure->parameters.b;

  if (options->n_descend == 0)
    return;
  settled->places = g_new (double, options->n_descend + 1);
  settled->kept_places = g_new (double, options->n_descend + 1);
  if (options->kept_rate > 0)
    figure->kept_trail = walk (figure, options->kept_rate, options->n_descend, settled->kept_places);
  figure->parameters.b = start;
  figure->trail = walk (figure, figure->rate, options->n_descend, settled->places);
}

/* Round what is drawn, and where b₃ is in the end. */
static void
fit_view (const ScopeOptions *options, ScopeFigure *figure)
{
  const double *range = options->range;

  if (options->has_range)
    scope_view_init_axis (&figure->view, &figure->parameters, figure->many, range[0], range[1]);
  else if (figure->many == NULL)
    scope_view_init (&figure->view, &figure->parameters, NULL);
  else
    scope_view_fit (&figure->view, &figure->parameters, figure->many);
}

/* Ranges that the document names. */
static void
fix_view (const ScopeDocumentLook *look, ScopeView *view)
{
  if (look != NULL && look->loss_axis[0] < look->loss_axis[1])
    {
      view->loss_lo = look->loss_axis[0];
      view->loss_hi = look->loss_axis[1];
    }
  if (look != NULL && look->gradient_axis[0] < look->gradient_axis[1])
    {
      view->gradient_lo = look->gradient_axis[0];
      view->gradient_hi = look->gradient_axis[1];
    }
}

int
scope_settled_init (ScopeSettled *settled, const ScopeOptions *options, const GArray *rows)
{
  ScopeFigure *figure = &settled->figure;
  int status = 0;

  *settled = (ScopeSettled) { .figure = options->figure };
  if (rows != NULL)
    status = take_rows (options, rows, figure, &settled->many);
  if (status != 0)
    return status;
  walk_both (options, settled);
  fit_view (options, figure);
  fix_view (scope_opened_look (options), &figure->view);
  if (scope_opened_fill_stage (options, &settled->stage))
    {
      figure->stage = &settled->stage;
      figure->digits = SCOPE_STAGE_DIGITS;
    }
  return 0;
}

void
scope_settled_clear (ScopeSettled *settled)
{
  g_free (settled->places);
  g_free (settled->kept_places);
}
