/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-rows.h"

#include <string.h>

void
scope_many_rows_init (ScopeManyRows *rows)
{
  *rows = (ScopeManyRows) { .rows = g_array_new (FALSE, FALSE, sizeof (ScopeBatchRow)) };
}

void
scope_many_rows_clear (ScopeManyRows *rows)
{
  g_array_unref (rows->rows);
}

/* Number by number: what lies between the fields of a row is anybody's. */
static gboolean
rows_differ (const ScopeBatchRow *one, const ScopeBatchRow *other)
{
  return one->observed != other->observed || memcmp (one->a, other->a, sizeof one->a) != 0;
}

static ScopeManyChange
find_change (const ScopeManyRows *rows, const ScopeMany *many, const double w[SCOPE_N_CLASSES])
{
  const ScopeBatch *batch = &rows->batch;

  if (batch->n != many->n || rows->selected != many->selected || memcmp (batch->w, w, sizeof batch->w) != 0)
    return SCOPE_MANY_ALL;
  for (size_t i = 0; i < many->n; i++)
    if (i != many->selected && rows_differ (&many->rows[i], &batch->rows[i]))
      return SCOPE_MANY_ALL;
  return rows_differ (&many->rows[many->selected], &batch->rows[many->selected]) ? SCOPE_MANY_SELECTED
                                                                                 : SCOPE_MANY_SAME;
}

ScopeManyChange
scope_many_rows_update (ScopeManyRows *rows, const ScopeMany *many, const double w[SCOPE_N_CLASSES])
{
  ScopeManyChange change = find_change (rows, many, w);

  if (change == SCOPE_MANY_SELECTED)
    g_array_index (rows->rows, ScopeBatchRow, many->selected) = many->rows[many->selected];
  if (change == SCOPE_MANY_ALL)
    {
      g_array_set_size (rows->rows, 0);
      g_array_append_vals (rows->rows, many->rows, (guint) many->n);
      rows->selected = many->selected;
    }
  rows->batch = scope_many_batch (many, w);
  rows->batch.rows = (const ScopeBatchRow *) (gconstpointer) rows->rows->data;
  return change;
}

ScopeBatch
scope_many_rows_get_others (const ScopeManyRows *rows, GArray **others)
{
  ScopeBatch batch = rows->batch;
  guint n = (guint) batch.n, selected = (guint) rows->selected;

  *others = g_array_sized_new (FALSE, FALSE, sizeof (ScopeBatchRow), n);
  g_array_append_vals (*others, batch.rows, selected);
  g_array_append_vals (*others, batch.rows + selected + 1, n - selected - 1);
  batch.rows = (const ScopeBatchRow *) (gconstpointer) (*others)->data;
  batch.n = (*others)->len;
  batch.mean = FALSE;
  return batch;
}
