/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"
#include "plan.h"
#include "subject.h"

/* All that is in the panels over b₃, and their common axis. */
void scope_layers_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                        const ScopeSpot *spot);
