/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "drawing.h"

/* Where the places of a descent are in the panels. */

gboolean scope_descent_is_shown (const ScopeDrawing *drawing);
/* How many of its places may be seen. */
size_t scope_descent_n_places (const ScopeDrawing *drawing);
/* That of another descent; empty where it may not be seen. */
const ScopeTrail *scope_descent_kept (const ScopeDrawing *drawing);
/* The panel's curve over b, near enough for every renderer; the other: however far away, for the end of a
 * line. */
ScopePoint scope_descent_point (const ScopeDrawing *drawing, const ScopePanelArea *panel, double b);
ScopePoint scope_descent_end (const ScopeDrawing *drawing, const ScopePanelArea *panel, double b);
