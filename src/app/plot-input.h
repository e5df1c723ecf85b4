/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

/* What the pointer, the wheel and two fingers do with the picture. */
void scope_plot_add_controllers (ScopePlot *self);
/* Two fingers around x, y are so many times as far apart as when they came; the gesture's begin sets
 * pinch_scale to 1. */
void scope_plot_pinch (ScopePlot *self, double scale, double x, double y);
