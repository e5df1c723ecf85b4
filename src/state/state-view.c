/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-view.h"

#include <string.h>

#include "links.h"

/* What of the curves is seen: of one flower, or of many. */

void
scope_state_adapt_view (ScopeState *self, const ScopeValues *values)
{
  const ScopeMany many = scope_values_get_many (values);

  scope_view_adapt (&self->view, &values->parameters, &many);
}

/* What the vertical ranges depend on. */
static gboolean
is_same_sum (const ScopeValues *one, const ScopeValues *other)
{
  if (one->rows != other->rows
      || memcmp (one->parameters.w, other->parameters.w, sizeof one->parameters.w) != 0)
    return FALSE;
  if (one->rows != NULL)
    return one->mean == other->mean;
  return memcmp (one->parameters.a, other->parameters.a, sizeof one->parameters.a) == 0;
}

/* A change of b₃ inside the axis leaves the view as it is. */
void
scope_state_follow (ScopeState *self, const ScopeValues *before)
{
  if (scope_view_follow (&self->view, self->values.parameters.b) || !is_same_sum (&self->values, before))
    scope_state_adapt_view (self, &self->values);
  self->view.links_hi = scope_links_keep (&self->view, &before->parameters, &self->values.parameters);
}

void
scope_state_init_view (ScopeState *self, const ScopeValues *values, double lo, double hi)
{
  const ScopeMany many = scope_values_get_many (values);

  self->known.fits = FALSE;
  scope_view_init_axis (&self->view, &values->parameters, &many, lo, hi);
}

void
scope_state_fit_view (ScopeState *self, const ScopeValues *values)
{
  const ScopeMany many = scope_values_get_many (values);

  /* Where the minimum is and where the sum bends is found aside: until then the axis stays. */
  if (scope_values_are_large (values))
    scope_state_init_view (self, values, self->view.axis_lo, self->view.axis_hi);
  else
    scope_view_fit (&self->view, &values->parameters, &many);
  self->known.fits = scope_values_are_large (values);
}
