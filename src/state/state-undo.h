/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

void scope_state_undo (ScopeState *self);
void scope_state_redo (ScopeState *self);
