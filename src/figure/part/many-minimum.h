/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "layer.h"

/* The minimum's mark in a panel of a sum. */
void scope_many_minimum_draw (const ScopeMarks *marks, const ScopePanelArea *panel);
/* Lets what there is to say of the minimum stand, before any mark of b₃ is there; and of one flower that the
 * loss falls for ever, where it does. */
void scope_many_minimum_place_label (const ScopeMarks *marks, const ScopePanelArea *panel);
void scope_many_minimum_place_none (const ScopeMarks *marks, const ScopePanelArea *panel);
/* What a screen reader hears of the minimum of many, as it follows the numbers. */
void scope_many_minimum_say (GString *text, const ScopeSubject *subject);
/* Of one flower: that there is no minimum, where that may be said. */
void scope_many_minimum_say_none (GString *text, const ScopeSubject *subject);
