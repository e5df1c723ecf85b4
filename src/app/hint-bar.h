/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "hint.h"
#include "state.h"

G_BEGIN_DECLS

/* The line under the plot: what may be done next. Hidden numbers come first, for whoever hides them all sees
 * nothing but signs of question, and no way back. */
#define SCOPE_TYPE_HINT_BAR (scope_hint_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScopeHintBar, scope_hint_bar, SCOPE, HINT_BAR, GtkWidget)

/* The setting "hint" says which one it is at. */
void scope_hint_bar_set_state (ScopeHintBar *self, ScopeState *state, GSettings *settings);
ScopeHint scope_hint_bar_get_hint (ScopeHintBar *self);
/* ScopeAct flags: what was done. */
void scope_hint_bar_did (ScopeHintBar *self, unsigned acts);
/* Whether it stays out of sight: before a hall. */
void scope_hint_bar_set_away (ScopeHintBar *self, gboolean is_away);

G_END_DECLS
