/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "planner.h"

void
scope_planner_add_form (ScopeBlock *block, double height_px)
{
  g_assert (block->n_forms < SCOPE_MOST_FORMS);
  if (height_px <= 0)
    return;
  block->gives[block->n_forms] = 0;
  block->height[block->n_forms++] = height_px;
}

gboolean
scope_planner_has (const ScopePlanner *planner, guint block)
{
  const ScopeBlock *own = &planner->blocks[block];

  if (own->slots == 0 || own->form >= own->n_forms)
    return FALSE;
  for (guint i = 0; i < planner->n_blocks && own->heads != 0; i++)
    if ((own->heads >> i & 1) && (own->slots & planner->blocks[i].slots) && scope_planner_has (planner, i))
      return TRUE;
  return own->heads == 0;
}

/* What the blocks of a column need. */
static double
sum_up (const ScopePlanner *planner, guint slot, gboolean pressed)
{
  double sum = 0;

  for (guint i = 0; i < planner->n_blocks; i++)
    {
      const ScopeBlock *block = &planner->blocks[i];

      if ((block->slots >> slot & 1) && scope_planner_has (planner, i))
        sum += block->height[block->form] - (pressed ? block->gives[block->form] : 0);
    }
  return sum;
}

static gboolean
fits (const ScopePlanner *planner, unsigned slots, gboolean pressed)
{
  for (guint i = 0; i < SCOPE_N_SLOTS; i++)
    if ((slots >> i & 1) && sum_up (planner, i, pressed) > planner->room[i])
      return FALSE;
  return TRUE;
}

/* The form that a concession leaves. */
static guint
find_form (const ScopePlanner *planner, const ScopeConcession *concession)
{
  const ScopeBlock *block = &planner->blocks[concession->block];

  if (concession->form == SCOPE_FORM_GONE)
    return block->n_forms;
  return MAX (block->first, MIN (concession->form, MAX (block->n_forms, 1) - 1));
}

static unsigned
find_slots (const ScopePlanner *planner, const ScopeConcession *concession)
{
  return concession->slots & planner->blocks[concession->block].slots;
}

static void
yield (ScopePlanner *planner, const ScopeConcession *concession)
{
  ScopeBlock *block = &planner->blocks[concession->block];
  unsigned slots = find_slots (planner, concession);

  if ((concession->flags & SCOPE_CONCESSION_SPARING) && block->kept)
    return;
  while (block->form < find_form (planner, concession)
         && !fits (planner, slots, concession->flags & SCOPE_CONCESSION_PRESSED))
    block->form++;
}

/* The form that the block had before the recipe came to that concession. */
static guint
find_fullest (const ScopePlanner *planner, guint at)
{
  const ScopeConcession *own = &planner->recipe[at];
  guint form = planner->blocks[own->block].first;

  for (guint i = 0; i < at; i++)
    if (planner->recipe[i].block == own->block && find_slots (planner, &planner->recipe[i]) != 0)
      form = MAX (form, find_form (planner, &planner->recipe[i]));
  return form;
}

static void
take_back (ScopePlanner *planner, guint at, unsigned late)
{
  const ScopeConcession *concession = &planner->recipe[at];
  ScopeBlock *block = &planner->blocks[concession->block];
  guint present = block->form;

  if (find_slots (planner, concession) == 0 || (concession->flags & SCOPE_CONCESSION_LATE) != late)
    return;
  for (block->form = MIN (find_fullest (planner, at), present); block->form < present; block->form++)
    if (fits (planner, block->slots, concession->flags & SCOPE_CONCESSION_PRESSED))
      return;
}

void
scope_planner_choose (ScopePlanner *planner)
{
  for (guint i = 0; i < planner->n_blocks; i++)
    planner->blocks[i].form = planner->blocks[i].first;
  for (guint i = 0; i < planner->n_concessions; i++)
    yield (planner, &planner->recipe[i]);
  for (guint i = planner->n_concessions; i-- > 0;)
    take_back (planner, i, 0);
  for (guint i = planner->n_concessions; i-- > 0;)
    take_back (planner, i, SCOPE_CONCESSION_LATE);
}

/* --- Places */

/* The n-th from the top. */
static guint
find_at (const ScopePlanner *planner, guint n)
{
  return planner->order != NULL ? planner->order[n] : n;
}

/* From the last one that grows up to the first, which gets the rest. */
static void
share_out (ScopePlanner *planner, guint slot)
{
  double left = planner->room[slot] - sum_up (planner, slot, FALSE), others = 0;

  for (guint i = 0; i < planner->n_blocks; i++)
    if ((planner->blocks[i].slots >> slot & 1) && planner->blocks[i].grows && scope_planner_has (planner, i))
      others += planner->blocks[i].taken;
  left += others;
  for (guint n = planner->n_blocks; n-- > 0;)
    {
      guint i = find_at (planner, n);
      ScopeBlock *block = &planner->blocks[i];

      if (!(block->slots >> slot & 1) || !block->grows || !scope_planner_has (planner, i))
        continue;
      others -= block->taken;
      block->taken = others > 0 ? MIN (MAX (block->taken, block->share * left), left - others) : left;
      left -= block->taken;
    }
}

void
scope_planner_stack (ScopePlanner *planner)
{
  double y[SCOPE_N_SLOTS] = { 0 };

  for (guint i = 0; i < planner->n_blocks; i++)
    planner->blocks[i].taken
      = scope_planner_has (planner, i) ? planner->blocks[i].height[planner->blocks[i].form] : 0;
  for (guint i = 0; i < SCOPE_N_SLOTS; i++)
    share_out (planner, i);
  for (guint n = 0; n < planner->n_blocks; n++)
    for (guint slot = 0; slot < SCOPE_N_SLOTS; slot++)
      {
        ScopeBlock *block = &planner->blocks[find_at (planner, n)];

        if (!(block->slots >> slot & 1))
          continue;
        block->top = y[slot];
        y[slot] += block->taken;
      }
}

/* --- How much is shown */

static gboolean
is_missed (const ScopePlanner *planner, const ScopeConcession *concession)
{
  const ScopeBlock *block = &planner->blocks[concession->block];

  if (!block->asked || find_slots (planner, concession) == 0)
    return FALSE;
  if (block->n_forms == 0)
    return concession->form == SCOPE_FORM_GONE;
  return block->form >= MAX (find_form (planner, concession), block->first + 1);
}

guint64
scope_planner_weigh (const ScopePlanner *planner)
{
  guint64 weight = 0;

  for (guint i = planner->n_concessions; i-- > 0;)
    if (planner->recipe[i].flags & SCOPE_CONCESSION_MISSED)
      weight = weight << 1 | !is_missed (planner, &planner->recipe[i]);
  return weight;
}

guint64
scope_planner_most (const ScopePlanner *planner)
{
  guint64 most = 0;

  for (guint i = 0; i < planner->n_concessions; i++)
    if (planner->recipe[i].flags & SCOPE_CONCESSION_MISSED)
      most = most << 1 | 1;
  return most;
}
