/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

/* The axis as the pointer and the keys move it; about is a b₃ that stays where it is. */

/* So many times as much of it. */
void scope_plot_zoom_by (ScopePlot *self, double factor, double about);
/* So many clicks of the wheel, of which a key is one: out; to the right. */
void scope_plot_zoom (ScopePlot *self, double clicks, double about);
void scope_plot_pan (ScopePlot *self, double clicks);
