/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"

/* Says on standard error which of the options that were given change nothing. The picture's format is
 * known. */
void scope_note_idle (const ScopeOptions *options, ScopeCommand command);
