/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"
#include "plan.h"
#include "subject.h"

/* In units: how wide the lines of a walk are, and how far words are from what they name. */
#define SCOPE_DESCENT_WAY_WIDTH 1.1
#define SCOPE_DESCENT_LABEL_DISTANCE 5.0

/* Where the places of a descent are in the panels. */

gboolean scope_descent_is_shown (const ScopeSubject *subject);
/* That of another descent; empty where it may not be seen. */
const ScopeTrail *scope_descent_kept (const ScopeSubject *subject);
/* The panel's curve over b, near enough for every renderer; the other: however far away, for the end of a
 * line. */
ScopePoint scope_descent_point (const ScopeSubject *subject, const ScopePanelArea *panel, double b);
ScopePoint scope_descent_end (const ScopeSubject *subject, const ScopePanelArea *panel, double b);

/* All of them; empty where no descent is shown. */
void scope_descent_points_init (ScopeDescentPoints *points, const ScopeSubject *subject,
                                const ScopePlan *plan);
void scope_descent_points_clear (ScopeDescentPoints *points);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScopeDescentPoints, scope_descent_points_clear)
