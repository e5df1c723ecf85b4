/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "values.h"
#include "view.h"

/* What a step of undo leads to: how values were, and how they were looked at. */
typedef struct
{
  ScopeValues values;
  ScopeView view;
} ScopeMoment;

/* Undo and redo as two stacks of moments, bounded. */
typedef struct _ScopeHistory ScopeHistory;

ScopeHistory *scope_history_new (void);
void scope_history_free (ScopeHistory *history);

/* Keeps what was before a change and forgets what was undone. A change of the same kind within a
 * second of the last one belongs to it, unless kind is 0. now_us: a monotonic time. */
void scope_history_push (ScopeHistory *history, const ScopeMoment *before, int kind, gint64 now_us);
/* Ends a run of changes of one kind: the next one is a step of its own. */
void scope_history_break (ScopeHistory *history);
/* Exchanges the present moment, and the reference that goes with its values, with the newest step; FALSE
 * where there is none. */
gboolean scope_history_undo (ScopeHistory *history, ScopeMoment *present);
gboolean scope_history_redo (ScopeHistory *history, ScopeMoment *present);
gboolean scope_history_can_undo (const ScopeHistory *history);
gboolean scope_history_can_redo (const ScopeHistory *history);
