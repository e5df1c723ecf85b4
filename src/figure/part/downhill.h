/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* On the axis itself, its room taken before any label is placed; and its words. */
void scope_downhill_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_downhill_label (const ScopeMarks *marks, const ScopePanelArea *panel);
