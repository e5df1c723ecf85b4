/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "descent-look.h"
#include "state-private.h"

/* What is found aside of very many rows. A search in a hundred thousand takes longer than anybody waits
 * at a key: it is made where the figure is drawn, and the state is told. */

gboolean
scope_values_are_large (const ScopeValues *values)
{
  return values->rows != NULL && values->rows->n > SCOPE_MANY_ROWS;
}

gboolean
scope_state_is_large (ScopeState *self)
{
  return scope_values_are_large (&self->values);
}

ScopeFigureCopy *
scope_state_copy_figure (ScopeState *self, const ScopeFigure *figure)
{
  ScopeFigureCopy *copy = scope_figure_copy_new (figure, self->values.rows);

  copy->serial = self->serial;
  copy->fits = self->known.fits;
  return copy;
}

/* --- What is known */

static void
clear_words (ScopeKnown *known)
{
  for (guint i = 0; i < SCOPE_N_WORDS; i++)
    g_clear_pointer (&known->words[i], g_free);
}

void
scope_known_clear (ScopeKnown *known)
{
  clear_words (known);
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

  return known->has_sum && is_same_curve (known, &self->values)
             && known->selected == self->values.selected && known->b == self->values.parameters.b
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
scope_state_knows_minimum (ScopeState *self)
{
  return !scope_state_is_large (self) || scope_state_known_minimum (self) != NULL;
}

gboolean
scope_state_find_minimum (ScopeState *self, ScopeMinimum *minimum)
{
  const ScopeMinimum *known = scope_state_known_minimum (self);
  ScopeBatchRow row;
  ScopeBatch batch;

  if (known == NULL && scope_state_is_large (self))
    return FALSE;
  if (known != NULL)
    *minimum = *known;
  else
    scope_minimum_find (scope_state_get_batch (self, &batch, &row), minimum);
  return TRUE;
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
scope_state_tell (ScopeState *self, const ScopeFigureCopy *copy,
                  const char *const words[SCOPE_N_WORDS])
{
  ScopeKnown *known = &self->known;

  if (copy->rows != NULL)
    take_sum (known, copy);
  if (copy->serial != self->serial)
    return;
  if (copy->fits)
    self->view = copy->figure.view;
  known->fits = FALSE;
  clear_words (known);
  for (guint i = 0; i < SCOPE_N_WORDS; i++)
    known->words[i] = g_strdup (words[i]);
  known->serial = self->serial;
  scope_state_emit_told (self);
}
