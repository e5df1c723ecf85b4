/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "waterfall-layout.h"

#include <math.h>

#include "many-sum.h"
#include "wiring.h"

/* What the contributions of many flowers take of a figure's height. */

#define BALANCE_ROWS 3
#define LEAST_ROWS 3
#define STRIP_ROWS 4
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

static double
n_rows_wanted (const ScopeSubject *subject, ScopeWaterfallForm form)
{
  size_t n = subject->figure->many->n;

  if (form == SCOPE_WATERFALL_STRIP)
    return fmin (STRIP_ROWS, (double) n);
  return n > SCOPE_MOST_CONTRIBUTIONS ? SCOPE_MOST_CONTRIBUTIONS + 1 : (double) n;
}

double
scope_waterfall_height (const ScopeCanvas *canvas, const ScopeSubject *subject, ScopeWaterfallForm form,
                        double room)
{
  double em = canvas->em, row = scope_waterfall_spacing (form)->row, fixed, wanted, rows;

  if (subject->figure->many == NULL || !(subject->figure->show & SCOPE_SHOW_WATERFALL)
      || form == SCOPE_WATERFALL_NONE)
    return 0;
  if (form == SCOPE_WATERFALL_LINE)
    return LINE_HEIGHT * em;
  fixed = scope_waterfall_fixed_height (subject, form);
  wanted = n_rows_wanted (subject, form);
  /* In a strip the balance stands beside as many rows as it has itself. */
  if (form == SCOPE_WATERFALL_STRIP)
    return (fixed + fmax (wanted, BALANCE_ROWS - 1) * row) * em;
  rows = fmin (wanted, floor ((room / em - fixed) / row));
  return rows >= fmin (LEAST_ROWS, wanted) ? (fixed + rows * row) * em : 0;
}
