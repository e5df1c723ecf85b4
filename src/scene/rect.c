/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rect.h"

gboolean
scope_rect_overlaps (const ScopeRect *one, const ScopeRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

gboolean
scope_rect_holds (const ScopeRect *rect, const ScopePoint *point)
{
  return point->x >= rect->x && point->x <= rect->x + rect->width && point->y >= rect->y
         && point->y <= rect->y + rect->height;
}

gboolean
scope_rect_holds_rect (const ScopeRect *rect, const ScopeRect *other)
{
  return other->x >= rect->x && other->x + other->width <= rect->x + rect->width && other->y >= rect->y
         && other->y + other->height <= rect->y + rect->height;
}

ScopeRect
scope_rect_inset (const ScopeRect *rect, double by)
{
  return (ScopeRect) { rect->x + by, rect->y + by, rect->width - 2 * by, rect->height - 2 * by };
}
