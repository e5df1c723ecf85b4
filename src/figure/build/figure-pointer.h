/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* The slope of a tangent through the loss's point that is turned to x, y; rect is the loss panel's. */
double scope_figure_slope_at (const ScopeFigure *figure, const ScopeRect *rect, double x, double y);

/* The bias under a horizontal position in a panel's or the axis strip's rectangle; in a linked plot
 * the bias for which its point stands there, the present one where none does that. */
double scope_figure_bias_at (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x);
