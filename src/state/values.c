/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "values.h"

#include <glib/gi18n.h>
#include <string.h>

#include "field.h"
#include "figure-values.h"
#include "many.h"

void
scope_values_init (ScopeValues *values)
{
  g_autofree char *flower = NULL;
  ScopeFigure start;

  scope_figure_init (&start);
  memset (values, 0, sizeof *values);
  values->scenario = start.scenario;
  flower = g_strdup_printf (_ ("Worked example %u: %s"), 1u, values->classes.name[0]);
  scope_field_set_text (SCOPE_FIELD (flower), &values->scenario, flower);
}

/* --- Names */

gboolean
scope_values_set_kept_name (ScopeGhost *kept, const char *name)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (name));
  g_autofree char *cut = NULL;

  if (trimmed[0] == '\0' || !g_utf8_validate (trimmed, -1, NULL))
    return FALSE;
  cut = g_utf8_substring (trimmed, 0, MIN (g_utf8_strlen (trimmed, -1), SCOPE_LONGEST_NAME));
  g_strlcpy (kept->name, cut, sizeof kept->name);
  return TRUE;
}

/* --- Equality */

static gboolean
parameters_equal (const ScopeParameters *one, const ScopeParameters *other)
{
  return memcmp (one->a, other->a, sizeof one->a) == 0 && memcmp (one->w, other->w, sizeof one->w) == 0
         && one->b == other->b && one->observed == other->observed && one->shift == other->shift;
}

static gboolean
ghosts_equal (const ScopeValues *one, const ScopeValues *other)
{
  if (one->n_ghosts != other->n_ghosts)
    return FALSE;
  for (guint i = 0; i < one->n_ghosts; i++)
    if (strcmp (one->ghosts[i].name, other->ghosts[i].name) != 0
        || !parameters_equal (&one->ghosts[i].parameters, &other->ghosts[i].parameters))
      return FALSE;
  return TRUE;
}

static gboolean
walks_equal (const ScopeWalk *one, const ScopeWalk *other)
{
  return one->track == other->track && one->n == other->n && one->at == other->at;
}

gboolean
scope_values_equal (const ScopeValues *one, const ScopeValues *other)
{
  return scope_field_all_equal (&one->scenario, &other->scenario) && one->rows == other->rows
         && one->selected == other->selected && one->mean == other->mean && ghosts_equal (one, other)
         && walks_equal (&one->walk, &other->walk) && walks_equal (&one->kept_walk, &other->kept_walk);
}

/* --- What goes with what */

void
scope_values_rewire (ScopeValues *values)
{
  if (values->rows != NULL && values->wiring == SCOPE_WIRING_OBSERVED)
    values->wiring = SCOPE_WIRING_CLASS_1;
  scope_wiring_weights (values->wiring, values->parameters.observed, values->parameters.w);
}

static gboolean
is_same_curve (const ScopeValues *one, const ScopeValues *other)
{
  const ScopeParameters *in = &one->parameters, *before = &other->parameters;

  if (memcmp (in->w, before->w, sizeof in->w) != 0 || one->rows != other->rows)
    return FALSE;
  /* Total or mean: the same curve at another height. */
  if (one->rows != NULL)
    return TRUE;
  return memcmp (in->a, before->a, sizeof in->a) == 0 && in->observed == before->observed;
}

void
scope_values_follow_walk (ScopeValues *values, const ScopeValues *before)
{
  const ScopeWalk *walk = &values->walk;

  if (!is_same_curve (values, before))
    values->walk = values->kept_walk = (ScopeWalk) { 0 };
  else if (walk->n > 0 && walk->track->b[walk->at] != values->parameters.b)
    values->walk = (ScopeWalk) { 0 };
}

/* --- Rows */

gboolean
scope_values_are_large (const ScopeValues *values)
{
  return values->rows != NULL && values->rows->n > SCOPE_MANY_ROWS;
}

ScopeMany
scope_values_get_many (const ScopeValues *values)
{
  const ScopeRowBlock *block = values->rows;

  return (ScopeMany) { .rows = block != NULL ? block->rows : NULL,
                       .n = block != NULL ? block->n : 0,
                       .selected = values->selected,
                       .mean = values->mean };
}

ScopeBatch
scope_values_get_batch (const ScopeValues *values, ScopeBatchRow *row)
{
  const ScopeMany many = scope_values_get_many (values);

  return scope_many_batch_or_one (&many, &values->parameters, row);
}

ScopeRowBlock *
scope_values_write_row (ScopeValues *values)
{
  ScopeBatchRow row = scope_batch_row_of (&values->parameters);

  if (values->rows == NULL || scope_row_equal (&row, &values->rows->rows[values->selected]))
    return NULL;
  values->rows = scope_row_block_splice (values->rows, values->selected, 1, &row, 1);
  return values->rows;
}

void
scope_values_select_row (ScopeValues *values, guint i)
{
  values->selected = i;
  scope_batch_row_take (&values->rows->rows[i], &values->parameters);
  values->flower[0] = '\0';
  scope_values_rewire (values);
}
