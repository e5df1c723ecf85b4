/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "waterfall-layout.h"

#include "many-sum.h"
#include "wiring.h"

/* What the contributions of many flowers take of a figure's height. */

#define BALANCE_ROWS 3u
#define LEAST_ROWS 3u
#define STRIP_ROWS 4u
#define LINE_HEIGHT 1.4 /* em */

static const ScopeWaterfallSpacing roomy = { 1.9, 1.4, 0.9, 1.2 }, tight = { 1.6, 1.2, 0.5, 0.7 };

const ScopeWaterfallSpacing *
scope_waterfall_spacing (ScopeWaterfallForm form)
{
  return form == SCOPE_WATERFALL_TIGHT ? &tight : &roomy;
}

double
scope_waterfall_fixed_height (const ScopeSubject *subject, ScopeWaterfallForm form)
{
  const ScopeWaterfallSpacing *spacing = scope_waterfall_spacing (form);
  double height = spacing->title + spacing->row + spacing->bottom;

  if (form != SCOPE_WATERFALL_STRIP && scope_wiring_only (subject->figure->parameters.w) < SCOPE_N_CLASSES)
    height += spacing->gap + spacing->title + BALANCE_ROWS * spacing->row;
  return height;
}

static guint
find_most_rows (const ScopeSubject *subject)
{
  size_t n = subject->figure->many->n;

  return n > SCOPE_MOST_CONTRIBUTIONS ? SCOPE_MOST_CONTRIBUTIONS + 1 : (guint) n;
}

void
scope_waterfall_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                         ScopeBlock *block)
{
  guint most = find_most_rows (subject);

  for (int form = SCOPE_WATERFALL_COLUMN; form <= SCOPE_WATERFALL_TIGHT; form++)
    {
      double row = scope_waterfall_spacing ((ScopeWaterfallForm) form)->row;
      double fixed = scope_waterfall_fixed_height (subject, (ScopeWaterfallForm) form);

      for (guint rows = most; rows >= MIN (LEAST_ROWS, most); rows--)
        scope_planner_add_form (block, (fixed + rows * row) * canvas->em);
    }
}

void
scope_waterfall_measure_strip (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                               ScopeBlock *block)
{
  guint rows = MIN (STRIP_ROWS, find_most_rows (subject));
  double fixed = scope_waterfall_fixed_height (subject, SCOPE_WATERFALL_STRIP);

  /* The balance stands beside as many rows as it has itself. */
  scope_planner_add_form (block, (fixed + MAX (rows, BALANCE_ROWS - 1) * roomy.row) * canvas->em);
  scope_planner_add_form (block, LINE_HEIGHT * canvas->em);
}

ScopeWaterfallForm
scope_waterfall_find_form (const ScopeSubject *subject, const ScopeSpot *spot)
{
  guint most = find_most_rows (subject), n_roomy = most - MIN (LEAST_ROWS, most) + 1;

  if (spot->aside)
    return spot->form < n_roomy ? SCOPE_WATERFALL_COLUMN : SCOPE_WATERFALL_TIGHT;
  return spot->form == 0 ? SCOPE_WATERFALL_STRIP : SCOPE_WATERFALL_LINE;
}
