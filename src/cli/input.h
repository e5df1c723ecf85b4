/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"
#include "rows.h"

/* Opens --input for a sum over its rows, or for each row by itself; NULL where it cannot be read, which
 * has been said. */
ScopeRowReader *scope_input_open (const ScopeOptions *options, gboolean is_batch);

/* Whether there are any, of --input or of the document. */
gboolean scope_input_has_rows (const ScopeOptions *options);

/* All rows, of ScopeBatchRow; NULL where one is wrong or it cannot be read, which has been
 * said. */
GArray *scope_input_load (const ScopeOptions *options);

/* Says what is wrong with a row, and how else the file can be read. */
void scope_input_refuse (const ScopeRowReader *reader, const char *message);

/* Once all rows are read: FALSE, said why, where some of their numbers may be meant a thousand times as large
 * and only a guess would tell. A dialect that was named is no guess: its decimal sign is named then. */
gboolean scope_input_is_certain (const ScopeOptions *options, const ScopeRowReader *reader);

/* Says that a sum takes neither bias nor weights from its rows, where they bring any. */
void scope_input_note_ignored (gboolean has_scenario_columns);

/* What a sum takes from a row, and everything else from the scenario. */
ScopeParameters scope_input_parameters (const ScopeOptions *options, const ScopeRow *row);
