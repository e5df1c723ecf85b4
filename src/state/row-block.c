/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "row-block.h"

#include <string.h>

static ScopeRowBlock *
new_block (guint n)
{
  ScopeRowBlock *block = g_atomic_rc_box_alloc (sizeof *block + n * sizeof *block->rows);

  block->n = n;
  return block;
}

static void
copy_rows (ScopeRowBlock *block, guint at, const ScopeBatchRow *rows, guint n)
{
  if (n > 0)
    memcpy (&block->rows[at], rows, n * sizeof *rows);
}

ScopeRowBlock *
scope_row_block_new (const ScopeBatchRow *rows, guint n)
{
  ScopeRowBlock *block;

  g_return_val_if_fail (n > 0, NULL);

  block = new_block (n);
  copy_rows (block, 0, rows, n);
  return block;
}

ScopeRowBlock *
scope_row_block_ref (ScopeRowBlock *block)
{
  return block != NULL ? g_atomic_rc_box_acquire (block) : NULL;
}

void
scope_row_block_unref (ScopeRowBlock *block)
{
  if (block != NULL)
    g_atomic_rc_box_release (block);
}

ScopeRowBlock *
scope_row_block_splice (const ScopeRowBlock *block, guint at, guint n, const ScopeBatchRow *rows, guint n_new)
{
  guint left = block->n - n + n_new;
  ScopeRowBlock *spliced;

  g_return_val_if_fail (at <= block->n && n <= block->n - at, NULL);

  if (left == 0)
    return NULL;
  spliced = new_block (left);
  copy_rows (spliced, 0, block->rows, at);
  copy_rows (spliced, at, rows, n_new);
  copy_rows (spliced, at + n_new, &block->rows[at + n], block->n - at - n);
  return spliced;
}

ScopeRowBlock *
scope_row_block_move (const ScopeRowBlock *block, guint from, guint to)
{
  ScopeRowBlock *moved;

  g_return_val_if_fail (from < block->n && to < block->n, NULL);

  moved = scope_row_block_new (block->rows, block->n);
  if (from < to)
    copy_rows (moved, from, &block->rows[from + 1], to - from);
  else
    copy_rows (moved, to + 1, &block->rows[to], from - to);
  moved->rows[to] = block->rows[from];
  return moved;
}

gboolean
scope_row_equal (const ScopeBatchRow *one, const ScopeBatchRow *other)
{
  return one->observed == other->observed && memcmp (one->a, other->a, sizeof one->a) == 0;
}
