/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "state-object.h"

#include "state-known.h"
#include "state-properties.h"
#include "state.h"

/* The state as an object: what it is made of, and what it tells. */

G_DEFINE_FINAL_TYPE (ScopeState, scope_state, G_TYPE_OBJECT)

static void
scope_state_finalize (GObject *object)
{
  ScopeState *self = SCOPE_STATE (object);

  g_clear_pointer (&self->history, scope_history_free);
  g_clear_pointer (&self->own_history, scope_history_free);
  g_clear_pointer (&self->values.rows, scope_row_block_unref);
  g_clear_pointer (&self->own.values.rows, scope_row_block_unref);
  g_clear_pointer (&self->tracks, g_ptr_array_unref);
  g_clear_pointer (&self->total, scope_many_total_free);
  scope_state_known_clear (&self->known);
  G_OBJECT_CLASS (scope_state_parent_class)->finalize (object);
}

static void
scope_state_class_init (ScopeStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scope_state_finalize;
  scope_state_install_properties (G_OBJECT_CLASS (klass));

  g_signal_new ("changed", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("settled", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("told", SCOPE_TYPE_STATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scope_state_init (ScopeState *self)
{
  self->history = scope_history_new ();
  self->tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_track_free);
  self->total = scope_many_total_new ();
  scope_values_init (&self->values);
  scope_view_init (&self->view, &self->values.parameters, NULL);
}

ScopeState *
scope_state_new (void)
{
  return g_object_new (SCOPE_TYPE_STATE, NULL);
}
