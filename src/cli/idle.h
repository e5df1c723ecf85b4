/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "options.h"
#include "rows.h"

/* Says on standard error which of the options that were given change nothing. The picture's format is
 * known. */
void scope_idle_note (const ScopeOptions *options, ScopeCommand command);

/* The same where rows are evaluated that each bring what an option says, as the first of them tells. */
void scope_idle_note_overruled (const ScopeOptions *options, const ScopeRow *row);

/* The same of the options about what may have no room: of each, where the picture without it has the same bytes
 * as the one with it. draw makes either of its options and rows; the caller frees what it returns. */
typedef GBytes *(*ScopeDraw) (const ScopeOptions *options, gpointer data);
void scope_idle_note_unseen (const ScopeOptions *options, ScopeDraw draw, gpointer data);

/* The same of the learning rate, where the scene has no step, whatever the reason. */
void scope_idle_note_no_step (const ScopeOptions *options, const ScopeFigure *figure,
                              const ScopeScene *scene);
