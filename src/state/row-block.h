/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "batch.h"

/* The observations of a batch. Counted and never changed, so that every step of undo that has the same
 * ones shares them, and a thread that draws them; who changes one makes a new block. */
typedef struct
{
  guint n; /* at least 1 */
  ScopeBatchRow rows[];
} ScopeRowBlock;

/* Copies the rows; n ≥ 1. */
ScopeRowBlock *scope_row_block_new (const ScopeBatchRow *rows, guint n);
ScopeRowBlock *scope_row_block_ref (ScopeRowBlock *block); /* NULL gives NULL */
void scope_row_block_unref (ScopeRowBlock *block);         /* NULL is allowed */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScopeRowBlock, scope_row_block_unref)

/* A new block: n rows from `at` on replaced by n_new others, of which there may be none. NULL where
 * no row would be left. */
ScopeRowBlock *scope_row_block_splice (const ScopeRowBlock *block, guint at, guint n,
                                       const ScopeBatchRow *rows, guint n_new);
/* A new block: the row at `from` stands at `to` afterwards. */
ScopeRowBlock *scope_row_block_move (const ScopeRowBlock *block, guint from, guint to);

gboolean scope_row_equal (const ScopeBatchRow *one, const ScopeBatchRow *other);
