/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-rows.h"

#include <math.h>

#include "state-change.h"
#include "state-descent.h"
#include "state-view.h"
#include "state.h"

/* Many observations. The sliders are those of the selected one: its row and the parameters are the
 * same numbers at any time. */

/* --- What there is */

guint
scope_state_get_n_rows (ScopeState *self)
{
  return self->values.rows != NULL ? self->values.rows->n : 0;
}

const ScopeBatchRow *
scope_state_get_rows (ScopeState *self)
{
  return self->values.rows != NULL ? self->values.rows->rows : NULL;
}

ScopeRowBlock *
scope_state_get_row_block (ScopeState *self)
{
  return self->values.rows;
}

guint
scope_state_get_selected (ScopeState *self)
{
  return self->values.selected;
}

gboolean
scope_state_get_mean (ScopeState *self)
{
  return self->values.mean;
}

double
scope_state_get_row_bound (ScopeState *self)
{
  const ScopeRowBlock *block = self->values.rows;
  double bound = 0;

  for (guint i = 0; block != NULL && i < block->n; i++)
    for (guint k = 0; k < SCOPE_N_CLASSES; k++)
      bound = fmax (bound, fabs (block->rows[i].a[k]));
  return bound;
}

/* --- All of them */

/* No curvature of a mean is above s²/4, with s the span of the weights: below 8/s² no step from
 * anywhere raises it. The largest of 1, 2, 5·10^k that is not above that; 0 where every curve is
 * flat. */
static double
find_safe_rate (const double w[SCOPE_N_CLASSES])
{
  double span = scope_parameters_span (w);
  double safe = 8 / (span * span), power = pow (10, floor (log10 (safe)));
  double rate = safe >= 5 * power ? 5 * power : safe >= 2 * power ? 2 * power : power;

  return isfinite (rate) ? rate : 0;
}

void
scope_state_set_rows (ScopeState *self, const ScopeBatchRow *rows, guint n)
{
  const ScopeView before = self->view;
  g_autoptr (ScopeRowBlock) block = scope_row_block_new (rows, n);
  ScopeValues values = self->values;
  double rate;

  values.rows = block;
  values.mean = n > SCOPE_MOST_SINGLE_CURVES;
  values.parameters.shift = 0;
  scope_values_select_row (&values, 0);
  rate = find_safe_rate (values.parameters.w);
  if (values.mean && rate > 0)
    values.rate = rate;
  scope_state_fit_view (self, &values);
  scope_state_change_from (self, &before, &values);
}

void
scope_state_leave_rows (ScopeState *self)
{
  const ScopeView before = self->view;
  ScopeValues values = self->values;

  if (values.rows == NULL)
    return;
  values.rows = NULL;
  values.selected = 0;
  values.mean = FALSE;
  scope_state_fit_view (self, &values);
  scope_state_change_from (self, &before, &values);
}

void
scope_state_set_mean (ScopeState *self, gboolean mean)
{
  const ScopeView before = self->view;
  ScopeValues values = self->values;

  if (values.rows == NULL || values.mean == mean)
    return;
  values.mean = mean;
  /* A step on the mean is one on the total at a rate n times as small. */
  scope_state_rescale_walks (self, &values, mean ? values.rows->n : 1.0 / values.rows->n);
  /* Another height. */
  scope_state_init_view (self, &values, self->view.axis_lo, self->view.axis_hi);
  scope_state_change_from (self, &before, &values);
}

/* --- One of them */

void
scope_state_select_row (ScopeState *self, guint i)
{
  ScopeValues values = self->values;

  if (i >= scope_state_get_n_rows (self) || i == values.selected)
    return;
  scope_values_select_row (&values, i);
  /* To look at another row changes none: there is nothing to undo. */
  scope_history_break (self->history);
  scope_state_apply (self, &values);
}

/* With other rows, of which one is selected. */
static void
change_rows (ScopeState *self, ScopeRowBlock *block, guint selected)
{
  ScopeValues values = self->values;

  values.rows = block;
  scope_values_select_row (&values, selected);
  scope_state_change (self, &values);
}

void
scope_state_insert_rows (ScopeState *self, guint at, const ScopeBatchRow *rows, guint n)
{
  ScopeBatchRow one = scope_batch_row_of (&self->values.parameters);
  g_autoptr (ScopeRowBlock) before
    = self->values.rows != NULL ? scope_row_block_ref (self->values.rows) : scope_row_block_new (&one, 1);
  g_autoptr (ScopeRowBlock) block = NULL;

  if (n == 0 || at > before->n)
    return;
  block = scope_row_block_splice (before, at, 0, rows, n);
  change_rows (self, block, at);
}

void
scope_state_remove_row (ScopeState *self, guint i)
{
  guint n = scope_state_get_n_rows (self), selected = self->values.selected;
  g_autoptr (ScopeRowBlock) block = NULL;

  if (i >= n)
    return;
  if (n == 1)
    {
      scope_state_leave_rows (self);
      return;
    }
  block = scope_row_block_splice (self->values.rows, i, 1, NULL, 0);
  /* The one that follows takes the place of a selected one. */
  if (i < selected || selected == n - 1)
    selected--;
  change_rows (self, block, selected);
}

void
scope_state_move_row (ScopeState *self, guint from, guint to)
{
  guint n = scope_state_get_n_rows (self), selected = self->values.selected;
  g_autoptr (ScopeRowBlock) block = NULL;

  if (from >= n || to >= n || from == to)
    return;
  block = scope_row_block_move (self->values.rows, from, to);
  if (selected == from)
    selected = to;
  else if (from < selected && selected <= to)
    selected--;
  else if (to <= selected && selected < from)
    selected++;
  change_rows (self, block, selected);
}
