/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-aside.h"

#include <string.h>

#include "state-known.h"
#include "state.h"

/* What is found aside of very many rows. A search in a hundred thousand takes longer than anybody waits
 * at a key: it is made where the figure is drawn, and the state is told. */

gboolean
scope_state_is_large (ScopeState *self)
{
  return scope_values_are_large (&self->values);
}

gboolean
scope_state_knows_minimum (ScopeState *self)
{
  return !scope_state_is_large (self) || scope_state_known_minimum (self) != NULL;
}

const char *
scope_state_get_words (ScopeState *self, ScopeWords which)
{
  return self->known.serial == self->serial ? self->known.words[which] : NULL;
}

/* --- Being told */

static void
take_sum (ScopeKnown *known, const ScopeFigureCopy *copy)
{
  const ScopeParameters *in = &copy->figure.parameters;
  gboolean keeps_minimum = copy->many.minimum == NULL && known->has_minimum && known->rows == copy->rows
                           && known->mean == copy->many.mean
                           && memcmp (known->w, in->w, sizeof known->w) == 0;

  scope_row_block_ref (copy->rows);
  g_clear_pointer (&known->rows, scope_row_block_unref);
  known->rows = copy->rows;
  known->selected = (guint) copy->many.selected;
  known->mean = copy->many.mean;
  memcpy (known->w, in->w, sizeof known->w);
  known->b = in->b;
  known->has_sum = copy->many.sum != NULL;
  if (known->has_sum)
    known->sum = *copy->many.sum;
  known->has_minimum = keeps_minimum || copy->many.minimum != NULL;
  if (copy->many.minimum != NULL)
    known->minimum = *copy->many.minimum;
}

void
scope_state_tell (ScopeState *self, const ScopeFigureCopy *copy, const char *const words[SCOPE_N_WORDS])
{
  ScopeKnown *known = &self->known;

  if (copy->rows != NULL)
    take_sum (known, copy);
  if (copy->serial != self->serial)
    return;
  if (copy->fits)
    self->view = copy->figure.view;
  known->fits = FALSE;
  scope_state_known_clear_words (known);
  for (guint i = 0; i < SCOPE_N_WORDS; i++)
    known->words[i] = g_strdup (words[i]);
  known->serial = self->serial;
  g_signal_emit_by_name (self, "told");
}
