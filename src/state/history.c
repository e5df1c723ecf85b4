/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "history.h"

#define MOST_STEPS 500
/* Of observations that are kept for undo. */
#define MOST_BYTES (256u << 20) /* of rows; older steps are let go of before that */
#define SAME_STEP_US G_USEC_PER_SEC

struct _ScopeHistory
{
  GArray *undo, *redo; /* Owned; of ScopeMoment */
  int last_kind;
  gint64 last_us;
};

static void
clear_moment (gpointer data)
{
  ScopeMoment *step = data;

  g_clear_pointer (&step->values.rows, scope_row_block_unref);
}

static GArray *
new_stack (void)
{
  GArray *stack = g_array_new (FALSE, FALSE, sizeof (ScopeMoment));

  g_array_set_clear_func (stack, clear_moment);
  return stack;
}

ScopeHistory *
scope_history_new (void)
{
  ScopeHistory *history = g_new0 (ScopeHistory, 1);

  history->undo = new_stack ();
  history->redo = new_stack ();
  return history;
}

void
scope_history_free (ScopeHistory *history)
{
  g_array_unref (history->undo);
  g_array_unref (history->redo);
  g_free (history);
}

/* What the steps keep of observations; neighbours share theirs. */
static gsize
count_bytes (const GArray *stack)
{
  const ScopeRowBlock *last = NULL;
  gsize bytes = 0;

  for (guint i = 0; i < stack->len; i++)
    {
      const ScopeRowBlock *rows = g_array_index (stack, ScopeMoment, i).values.rows;

      if (rows != last && rows != NULL)
        bytes += rows->n * sizeof *rows->rows;
      last = rows;
    }
  return bytes;
}

void
scope_history_push (ScopeHistory *history, const ScopeMoment *before, int kind, gint64 now_us)
{
  gboolean same = kind != 0 && kind == history->last_kind && now_us - history->last_us < SAME_STEP_US
                  && history->undo->len > 0;

  history->last_kind = kind;
  history->last_us = now_us;
  g_array_set_size (history->redo, 0);
  if (same)
    return;
  g_array_append_val (history->undo, *before);
  scope_row_block_ref (before->values.rows);
  while (history->undo->len > MOST_STEPS
         || (history->undo->len > 1 && count_bytes (history->undo) > MOST_BYTES))
    g_array_remove_index (history->undo, 0);
}

void
scope_history_break (ScopeHistory *history)
{
  history->last_kind = 0;
}

static gboolean
exchange (ScopeHistory *history, GArray *from, GArray *to, ScopeMoment *present)
{
  ScopeMoment newest;

  scope_history_break (history);
  if (from->len == 0)
    return FALSE;
  newest = g_array_index (from, ScopeMoment, from->len - 1);
  /* The reference goes with the values. */
  g_array_index (from, ScopeMoment, from->len - 1).values.rows = NULL;
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, *present);
  *present = newest;
  return TRUE;
}

gboolean
scope_history_undo (ScopeHistory *history, ScopeMoment *present)
{
  return exchange (history, history->undo, history->redo, present);
}

gboolean
scope_history_redo (ScopeHistory *history, ScopeMoment *present)
{
  return exchange (history, history->redo, history->undo, present);
}

gboolean
scope_history_can_undo (const ScopeHistory *history)
{
  return history->undo->len > 0;
}

gboolean
scope_history_can_redo (const ScopeHistory *history)
{
  return history->redo->len > 0;
}
