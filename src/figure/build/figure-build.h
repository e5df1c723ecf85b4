/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* Builds the scene. curves caches the sampled curves between calls, so that moving b₃ samples
 * nothing; pass a fresh one where there is no call before. Never fails: parameters out of the
 * model's range draw an empty figure. */
ScopeScene *scope_figure_build (const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts);

/* Its ground alone, for who waits for the figure. */
ScopeScene *scope_figure_build_ground (const ScopeFigure *figure);
