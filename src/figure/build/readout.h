/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* What the crosshair reads in a panel whose rectangle is rect: over the common axis b₃, loss and gradient,
 * of one flower or of the sum; in a linked plot its own two axes. What is hidden is "?". Markup of line.h,
 * which the caller frees; NULL where the model does not take the numbers. */
char *scope_readout_text (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x);

/* Two lines through x, y in the panel of the scene that lies in rect, and what was read there; NULL where that
 * is not known. The caller frees it. */
ScopeScene *scope_readout_build (const ScopeScene *scene, ScopeFonts *fonts, const ScopeRect *rect,
                                 const char *markup, double x, double y);

/* Where a box of the given size stands beside the pointer at x, y: inside the scene, and on no text and no
 * point of it. FALSE where each of the places is taken: the numbers that are printed come first. */
gboolean scope_readout_place (const ScopeScene *scene, double x, double y, ScopeRect *box);
