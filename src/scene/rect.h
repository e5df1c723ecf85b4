/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Points and rectangles, in pixels of the picture, y down. */

typedef struct
{
  double x, y;
} ScopePoint;

typedef struct
{
  double x, y, width, height;
} ScopeRect;

/* Whether they share more than an edge. */
gboolean scope_rect_overlaps (const ScopeRect *one, const ScopeRect *other);

gboolean scope_rect_holds (const ScopeRect *rect, const ScopePoint *point);
gboolean scope_rect_holds_rect (const ScopeRect *rect, const ScopeRect *other); /* all of it */
/* The same rectangle without a margin of that width. */
ScopeRect scope_rect_inset (const ScopeRect *rect, double by);
