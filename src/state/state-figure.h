/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "state.h"

/* Fills what of a figure the state knows; size, theme, text scale and decimal sign are the
 * caller's. Of very many rows sum and minimum are left out where they are not known yet. */
void scope_state_fill_figure (ScopeState *self, ScopeFigure *figure);

/* The figure, which is this state's but for what fill_figure() leaves out, for a thread. */
ScopeFigureCopy *scope_state_copy_figure (ScopeState *self, const ScopeFigure *figure);
