/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "piece.h"
#include "plan.h"
#include "subject.h"

/* Once the columns are known: what of the blocks they leave room for. */
void scope_blocks_settle (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
/* Finds the places of all blocks for the present em and columns. What is shown of what is asked for: the more
 * important something is, the more it weighs; with all of it the result is `most`. */
guint64 scope_blocks_place (const ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan,
                            guint64 *most);
/* What is in them, once no other layout is tried. */
void scope_blocks_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan);
/* Draws them, as they are read and told: the second column after the first. */
void scope_blocks_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan);
/* What is told of a block, a number of block-list.h: of itself, then of its rows or layers; NULL behind the last. */
const ScopePiece *scope_blocks_get_piece (guint block, guint i);
/* What is heard of them, and of their rows and layers: with is_whole all that there is to tell. */
void scope_blocks_say (GString *text, const ScopeSubject *subject, gboolean is_whole);
