/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "marks.h"

/* The class's own tangent through the point. */
void scope_estimate_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
