/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-total.h"

#include <string.h>

#include "many-rows.h"
#include "minimum.h"

struct _ScopeManyTotal
{
  ScopeManyRows rows;
  double b;
  gboolean is_known;    /* others is what it says, at b */
  ScopeBatchSum others; /* all rows but the selected one */
  ScopeBatchOutcome sum;
  ScopeMinimum minimum;
  gboolean has_minimum;
};

ScopeManyTotal *
scope_many_total_new (void)
{
  ScopeManyTotal *total = g_new0 (ScopeManyTotal, 1);

  scope_many_rows_init (&total->rows);
  return total;
}

void
scope_many_total_free (ScopeManyTotal *total)
{
  if (total == NULL)
    return;
  scope_many_rows_clear (&total->rows);
  g_free (total);
}

static gboolean
add_others (ScopeManyTotal *total)
{
  g_autoptr (GArray) rows = NULL;
  const ScopeBatch others = scope_many_rows_get_others (&total->rows, &rows);

  scope_batch_sum_init (&total->others);
  return others.n == 0 || scope_batch_sum (&others, total->b, &total->others) == SCOPE_STATUS_OK;
}

const ScopeBatchOutcome *
scope_many_total_update (ScopeManyTotal *total, const ScopeMany *many, const ScopeParameters *at)
{
  gboolean was_mean = total->rows.batch.mean;
  ScopeManyChange change = scope_many_rows_update (&total->rows, many, at->w);
  const ScopeBatchRow *row = &many->rows[many->selected];
  ScopeParameters selected = { .b = at->b, .observed = row->observed };
  ScopeBatchSum sum;

  if (change != SCOPE_MANY_SAME || was_mean != many->mean)
    total->has_minimum = FALSE;
  if (change == SCOPE_MANY_ALL || !total->is_known || memcmp (&total->b, &at->b, sizeof at->b) != 0)
    {
      total->b = at->b;
      total->is_known = add_others (total);
      if (!total->is_known)
        return NULL;
    }
  memcpy (selected.a, row->a, sizeof selected.a);
  memcpy (selected.w, at->w, sizeof selected.w);
  sum = total->others;
  if (scope_batch_sum_add (&sum, &selected) != SCOPE_STATUS_OK)
    return NULL;
  scope_batch_sum_finish (&sum, many->mean, &total->sum);
  return &total->sum;
}

const ScopeMinimum *
scope_many_total_get_minimum (ScopeManyTotal *total, gboolean search)
{
  if (!total->has_minimum && search)
    total->has_minimum = scope_minimum_find (&total->rows.batch, &total->minimum) == SCOPE_STATUS_OK;
  return total->has_minimum ? &total->minimum : NULL;
}
