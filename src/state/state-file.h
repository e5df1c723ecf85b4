/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* The version that a text says it has: 1 where it says none, 0 where it is cut off there. */
guint scope_state_text_version (const char *text);

gboolean scope_state_restore (ScopeState *self, const char *text);
