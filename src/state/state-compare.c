/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-compare.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "decimal-sign.h"
#include "hidden.h"
#include "number.h"
#include "state-change.h"
#include "state.h"

/* Curves that were kept to compare the present one with. */

#define NAME_DIGITS 3
#define NUMBER_ROOM 5 /* of them, for " (12)" */

guint
scope_state_get_n_ghosts (ScopeState *self)
{
  return self->values.n_ghosts;
}

const char *
scope_state_get_ghost_name (ScopeState *self, guint i)
{
  return self->values.ghosts[i].name;
}

/* --- What a kept curve is called until somebody gives it a name */

/* "1.04, 0.0032, 0.135"; semicolons where the comma is the decimal sign. */
static char *
list_numbers (const double numbers[SCOPE_N_CLASSES])
{
  char decimal = scope_decimal_sign_of_locale ();
  const char *separator = decimal == ',' ? "; " : ", ";
  g_autofree char *one = scope_number_format (numbers[0], NAME_DIGITS, decimal);
  g_autofree char *two = scope_number_format (numbers[1], NAME_DIGITS, decimal);
  g_autofree char *three = scope_number_format (numbers[2], NAME_DIGITS, decimal);

  return g_strconcat (one, separator, two, separator, three, NULL);
}

static char *
name_by_flower (ScopeState *self)
{
  const ScopeParameters *in = &self->values.parameters;
  const char *flower = scope_state_get_flower (self);
  g_autofree char *numbers = list_numbers (in->a);

  if (flower != NULL)
    return g_strdup (flower);
  /* Translators: the observed class, the three logits. */
  return g_strdup_printf (_ ("%s, z %s"), scope_state_get_classes (self)->name[in->observed], numbers);
}

static const ScopeGhost *
find_by_name (ScopeState *self, const char *name)
{
  for (guint i = 0; i < self->values.n_ghosts; i++)
    if (g_str_equal (self->values.ghosts[i].name, name))
      return &self->values.ghosts[i];
  return NULL;
}

/* "…, if Virginica" or "…, b₃ times 1, 1, 1": what tells the curve from the one that has its name. */
static char *
name_by_difference (ScopeState *self, const char *name, const ScopeGhost *other)
{
  const ScopeParameters *in = &self->values.parameters;
  g_autofree char *weights = list_numbers (in->w);

  if (in->observed != other->parameters.observed)
    /* Translators: a curve's name, the class that is observed. */
    return g_strdup_printf (_ ("%s, if %s"), name, scope_state_get_classes (self)->name[in->observed]);
  if (memcmp (in->w, other->parameters.w, sizeof in->w) != 0)
    /* Translators: a curve's name, three weights of b₃. */
    return g_strdup_printf (_ ("%s, b₃ times %s"), name, weights);
  return g_strdup (name);
}

static char *
new_name (ScopeState *self)
{
  g_autofree char *base = name_by_flower (self), *name = NULL;
  const ScopeGhost *other = find_by_name (self, base);

  name = other != NULL ? name_by_difference (self, base, other) : g_strdup (base);
  g_free (base);
  base = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), SCOPE_LONGEST_NAME - NUMBER_ROOM));
  for (guint number = 2; find_by_name (self, name) != NULL; number++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", base, number);
    }
  return g_steal_pointer (&name);
}

/* --- Setters */

gboolean
scope_state_keep_curve (ScopeState *self)
{
  ScopeValues values = self->values;
  g_autofree char *name = NULL;
  ScopeGhost *kept;

  if (values.n_ghosts == SCOPE_MOST_GHOSTS)
    return FALSE;

  name = new_name (self);
  kept = &values.ghosts[values.n_ghosts++];
  kept->parameters = values.parameters;
  scope_values_set_kept_name (kept, name);
  values.show |= SCOPE_SHOW_GHOSTS;
  scope_state_change (self, &values);
  return TRUE;
}

void
scope_state_rename_ghost (ScopeState *self, guint i, const char *name)
{
  ScopeValues values = self->values;

  if (i < values.n_ghosts && scope_values_set_kept_name (&values.ghosts[i], name))
    scope_state_change (self, &values);
}

void
scope_state_remove_ghost (ScopeState *self, guint i)
{
  ScopeValues values = self->values;

  if (i >= values.n_ghosts)
    return;
  values.n_ghosts--;
  memmove (&values.ghosts[i], &values.ghosts[i + 1], (values.n_ghosts - i) * sizeof *values.ghosts);
  scope_state_change (self, &values);
}

void
scope_state_remove_all_ghosts (ScopeState *self)
{
  ScopeValues values = self->values;

  values.n_ghosts = 0;
  scope_state_change (self, &values);
}

/* By itself, or by the probabilities that it could be read off. */
static gboolean
hides_gradient (const ScopeValues *values)
{
  return (scope_hidden_places (values->hide, &values->parameters) & SCOPE_PLACE_GRADIENT) != 0;
}

void
scope_state_advance_prediction (ScopeState *self, ScopeShow part)
{
  ScopeValues values = self->values;

  if (!(values.show & part))
    {
      values.show |= part;
      values.estimate = 0;
      values.hide |= SCOPE_QUANTITY_GRADIENT;
    }
  else if (hides_gradient (&values))
    {
      values.hide &= ~(unsigned) SCOPE_QUANTITY_GRADIENT;
      /* The answer would still be hidden, and the question asked for ever. */
      if (hides_gradient (&values))
        values.hide &= ~(unsigned) SCOPE_QUANTITY_PROBABILITY;
    }
  else
    values.show &= ~(unsigned) part;
  scope_state_change (self, &values);
}
