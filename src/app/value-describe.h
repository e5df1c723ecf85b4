/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* The value of a row with a slider (value-text.h) as it is spoken: its number, and what follows from it. What is hidden
 * is called so. The caller frees it. */
char *scope_value_describe (ScopeState *state, guint index);
