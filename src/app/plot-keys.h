/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plot-figure.h"

/* What the keyboard does with the picture, which has the focus then: all that the pointer does. */
void scope_plot_add_keys (ScopePlot *self);
