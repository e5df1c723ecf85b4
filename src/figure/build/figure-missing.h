/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* What of figure->show is not in its scene: parts that have yielded to others for want of room. Of
 * lines, points and curves it says nothing. */
unsigned scope_figure_missing (const ScopeFigure *figure, const ScopeScene *scene);

/* What of asked, a set of ScopeShow, is not in the scene, for want of room or because it has nothing to
 * show: lines, points and curves, too. */
unsigned scope_figure_left_out (const ScopeFigure *figure, const ScopeScene *scene, unsigned asked);
