/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "canvas.h"

/* Of a point's circle, in units. */
#define SCOPE_POINT_RADIUS 5.5
/* Through at, as a track that labels avoid. */
void scope_tangent_draw (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at,
                         double slope_px, ScopeInk ink);
void scope_tangent_draw_point (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopePoint *at,
                               ScopeInk ink);
