/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "subject.h"

/* Where the places of a descent are in the panels. */

gboolean scope_descent_is_shown (const ScopeSubject *subject);
/* How many of its places may be seen. */
size_t scope_descent_n_places (const ScopeSubject *subject);
/* That of another descent; empty where it may not be seen. */
const ScopeTrail *scope_descent_kept (const ScopeSubject *subject);
/* The panel's curve over b, near enough for every renderer; the other: however far away, for the end of a
 * line. */
ScopePoint scope_descent_point (const ScopeSubject *subject, const ScopePanelArea *panel, double b);
ScopePoint scope_descent_end (const ScopeSubject *subject, const ScopePanelArea *panel, double b);
