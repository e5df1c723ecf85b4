/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "curves.h"
#include "figure.h"
#include "frame.h"

/* A figure as what a file holds of it: its scene, its question and its description. The caller clears it; the fonts
 * stay until then. */
void scope_figure_frame_init (ScopeFrame *frame, const ScopeFigure *figure, ScopeCurves *curves,
                              ScopeFonts *fonts);
