/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "area.h"
#include "canvas.h"

/* What panels of any kind are made of. */
/* zero: the line that the others are counted from. */
void scope_grid_draw_line (ScopeCanvas *canvas, gboolean zero, double x1, double y1, double x2, double y2);
void scope_grid_draw (ScopeCanvas *canvas, const ScopePanelArea *panel);
void scope_grid_draw_y_labels (ScopeCanvas *canvas, const ScopePanelArea *panel);
/* How wide the widest label along an axis is, in pixels. */
double scope_grid_widest_tick (const ScopeCanvas *canvas, const ScopeTicks *ticks);
/* The baseline of the labels is at y; none reaches further right than limit. */
void scope_grid_draw_x_labels (ScopeCanvas *canvas, const ScopePanelArea *panel, double y, double limit);
