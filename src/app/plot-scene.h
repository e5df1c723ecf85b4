/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

/* The scene of the widget's present size; Borrowed until the next change. Of very many rows it is the
 * last one that was made, or the ground where there is none that may be seen. */
ScopeScene *scope_plot_get_scene (ScopePlot *self);
/* The parts that found no room in the widget's present size, as ScopeShow flags. */
unsigned scope_plot_get_missing (ScopePlot *self);
/* How much of the height, from the bottom, a step's words have; 0 outside of a presentation. */
double scope_plot_get_words_height (ScopePlot *self);
