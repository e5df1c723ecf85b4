/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"
#include "rows.h"

/* Opens --input; NULL where it cannot be read, which has been said. */
ScopeRowReader *scope_input_open (const ScopeOptions *options);

/* Says once that a sum takes neither bias nor weights from its rows, where they bring any. */
void scope_input_note_ignored (const ScopeOptions *options, const ScopeRowReader *reader);

/* What a sum takes from a row, and everything else from the scenario. */
ScopeParameters scope_input_parameters (const ScopeOptions *options, const ScopeRow *row);
