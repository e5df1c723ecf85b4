/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

G_BEGIN_DECLS

/* Of the text that is kept from one start to the next. 1 had neither a version nor a last line, 2 no sum before that
 * (state-seal.h), 3 species for classes in its rows, and numbers for what is shown and hidden. */
#define SCOPE_STATE_VERSION 4
/* Of a kept curve, as it is written. */
#define SCOPE_N_KEPT_NUMBERS 8

/* What is to be kept, as it is at one moment: the window's own state, also during a lecture. It is taken at
 * once and becomes text in any thread. */
typedef struct _ScopeSnapshot ScopeSnapshot;

ScopeSnapshot *scope_state_snapshot_new (ScopeState *state);
void scope_state_snapshot_free (ScopeSnapshot *snapshot);
char *scope_state_snapshot_to_text (const ScopeSnapshot *snapshot);

/* What is kept from one start to the next, as key-file text. A text that says less leaves the rest
 * as it is; one that is broken changes nothing and returns FALSE. No undo step. */
char *scope_state_save (ScopeState *self);

G_END_DECLS
