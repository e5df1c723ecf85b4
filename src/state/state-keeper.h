/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state-store.h"
#include "state.h"

G_BEGIN_DECLS

/* Keeps the state while it is worked with: settle_ms after the last change, and at the latest latest_ms
 * after the first one that is not kept yet. Written in a thread. */
typedef struct _ScopeStateKeeper ScopeStateKeeper;

/* error: why nothing is kept, told once until it has worked again; NULL where aside alone is to be told. */
typedef void (*ScopeKeeperTell) (const ScopeSetAside *aside, const GError *error, gpointer data);

/* Brings the state that the store has into state. store becomes the keeper's. */
ScopeStateKeeper *scope_state_keeper_new (ScopeState *state, ScopeStateStore *store, guint settle_ms,
                                          guint latest_ms, ScopeKeeperTell tell, gpointer data);
/* Writes now what is not kept yet, and waits until all is written. FALSE where it could not be. */
gboolean scope_state_keeper_flush (ScopeStateKeeper *keeper);
/* The same in the thread, without waiting: done is called when nothing is left to be written, or it could
 * not be, and may free the keeper. FALSE where there is nothing to wait for. */
gboolean scope_state_keeper_finish (ScopeStateKeeper *keeper, void (*done) (gpointer data), gpointer data);
/* Does not write. */
void scope_state_keeper_free (ScopeStateKeeper *keeper);

G_END_DECLS
