/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "hood-private.h"

/* hood-plot.c, hood-table.c: the pieces. */
void scope_hood_draw_plot (const ScopeHood *hood);
