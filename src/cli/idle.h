/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* Says on standard error which of the options that were given change nothing. The picture's format is
 * known. */
void scope_note_idle (const ScopeOptions *options, ScopeCommand command);

/* The same of the learning rate, where the scene has no step, whatever the reason. */
void scope_note_no_step (const ScopeOptions *options, const ScopeFigure *figure, const ScopeScene *scene);
