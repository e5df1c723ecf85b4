/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"

/* Sensible values for every field: the start-up state (first worked flower, b₃ = −2, wiring
 * Setosa) at 1920×1080, light, '.', classes Setosa, Versicolor, Virginica. */
void scope_figure_init (ScopeFigure *figure);
