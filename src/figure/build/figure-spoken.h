/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "figure.h"
#include "scene.h"

/* What scope_describe_figure() says, and the rows of text that the figure's scene has room for: steps, mistakes, observed
 * cases, answers. The caller frees it. */
char *scope_figure_spoken_scene (const ScopeFigure *figure, const ScopeScene *scene);
/* The same for a picture that is met without the window: it says first what there is to be seen. */
char *scope_figure_spoken_picture (const ScopeFigure *figure, const ScopeScene *scene);
