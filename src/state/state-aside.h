/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* Sums over more rows than SCOPE_MANY_ROWS take too long for who waits at a key: they are made where the
 * figure is drawn, aside, and the state is told. */
gboolean scope_state_is_large (ScopeState *self);
/* Takes the sum, the minimum and, where the axis was to be fitted, the view that a thread has written into
 * the copy, and the words, each of which may be NULL. Words and view of a state that is no more are left. */
void scope_state_tell (ScopeState *self, const ScopeFigureCopy *copy, const char *const words[SCOPE_N_WORDS]);
/* NULL until they are told for the present values. */
const char *scope_state_get_words (ScopeState *self, ScopeWords which);
/* FALSE where very many rows' minimum is not known yet: “told” says when it is. */
gboolean scope_state_knows_minimum (ScopeState *self);
