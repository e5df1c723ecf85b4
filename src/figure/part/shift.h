/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "pen.h"

/* Rows that stand below the derivation. */
void scope_shift_write_algebra (ScopePen *pen);
void scope_shift_write_words (ScopePen *pen);
void scope_shift_write_effect (ScopePen *pen);
void scope_shift_write_wiring (ScopePen *pen);
/* What is heard of them. */
void scope_shift_say (GString *text, const ScopeSubject *subject);
