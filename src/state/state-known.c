/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-known.h"

#include <string.h>

#include "minimum.h"

void
scope_state_known_clear_words (ScopeKnown *known)
{
  for (guint i = 0; i < SCOPE_N_WORDS; i++)
    g_clear_pointer (&known->words[i], g_free);
}

void
scope_state_known_clear (ScopeKnown *known)
{
  scope_state_known_clear_words (known);
  g_clear_pointer (&known->rows, scope_row_block_unref);
}

/* The minimum is the same wherever b₃ is, and whatever row is selected. */
static gboolean
is_same_curve (const ScopeKnown *known, const ScopeValues *values)
{
  return known->rows != NULL && known->rows == values->rows && known->mean == values->mean
         && memcmp (known->w, values->parameters.w, sizeof known->w) == 0;
}

const ScopeBatchOutcome *
scope_state_known_sum (ScopeState *self)
{
  const ScopeKnown *known = &self->known;

  return known->has_sum && is_same_curve (known, &self->values) && known->selected == self->values.selected
             && known->b == self->values.parameters.b
           ? &known->sum
           : NULL;
}

const ScopeMinimum *
scope_state_known_minimum (ScopeState *self)
{
  const ScopeKnown *known = &self->known;

  return known->has_minimum && is_same_curve (known, &self->values) ? &known->minimum : NULL;
}

gboolean
scope_state_find_minimum (ScopeState *self, ScopeMinimum *minimum)
{
  const ScopeMinimum *known = scope_state_known_minimum (self);
  ScopeBatchRow row;
  ScopeBatch batch;

  if (known == NULL && scope_values_are_large (&self->values))
    return FALSE;
  if (known != NULL)
    *minimum = *known;
  else
    {
      batch = scope_values_get_batch (&self->values, &row);
      scope_minimum_find (&batch, minimum);
    }
  return TRUE;
}
