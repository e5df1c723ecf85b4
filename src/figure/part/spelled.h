/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "pen.h"

/* Rows that stand below the derivation. */
void scope_spelled_write (ScopePen *pen);
void scope_spelled_write_cancelled (ScopePen *pen);
void scope_spelled_write_rest (ScopePen *pen);
void scope_spelled_write_punch_line (ScopePen *pen);
void scope_spelled_write_hidden (ScopePen *pen);
