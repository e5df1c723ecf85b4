/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas.h"

/* The mark of ghost i, hollow, centred: it tells its curve from the others of the same dash. */
void scope_ghost_mark_draw (ScopeCanvas *canvas, unsigned i, ScopeInk fill, ScopeInk ink, double x, double y,
                            double size_px);
