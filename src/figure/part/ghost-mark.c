/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ghost-mark.h"

#include "view-ranges.h"

#define MARK_STROKE 1.3

static void
add_shape (ScopeCanvas *canvas, unsigned i, ScopeShape shape, ScopeInk fill, ScopeInk ink,
           const ScopePoint *points, size_t n)
{
  scope_canvas_add (canvas, &(ScopeItem) { .role = &scope_role_ghost_mark,
                                           .index = (int) i,
                                           .shape = shape,
                                           .stroke = ink,
                                           .fill = fill,
                                           .opacity = 1,
                                           .width_px = MARK_STROKE * canvas->unit,
                                           .clip = -1,
                                           .points = points,
                                           .n_points = n });
}

/* ◇ ▽ □ ▷ ✕ ✚: no ring, which is the point, and nothing solid, which is a class. */
void
scope_ghost_mark_draw (ScopeCanvas *canvas, unsigned i, ScopeInk fill, ScopeInk ink, double x, double y,
                       double size_px)
{
  double h = size_px / 2, d = 0.8 * h;
  const ScopePoint shapes[SCOPE_MOST_GHOSTS][4] = {
    { { x, y - 1.1 * h }, { x + h, y }, { x, y + 1.1 * h }, { x - h, y } },
    { { x - h, y - d }, { x + h, y - d }, { x, y + h } },
    { { x - d, y - d }, { x + d, y - d }, { x + d, y + d }, { x - d, y + d } },
    { { x - d, y - h }, { x + h, y }, { x - d, y + h } },
    { { x - d, y - d }, { x + d, y + d }, { x - d, y + d }, { x + d, y - d } },
    { { x - h, y }, { x + h, y }, { x, y - h }, { x, y + h } },
  };

  if (i < 4)
    {
      add_shape (canvas, i, SCOPE_SHAPE_POLYGON, fill, ink, shapes[i], i == 1 || i == 3 ? 3 : 4);
      return;
    }
  add_shape (canvas, i, SCOPE_SHAPE_POLYLINE, SCOPE_INK_NONE, ink, shapes[i], 2);
  add_shape (canvas, i, SCOPE_SHAPE_POLYLINE, SCOPE_INK_NONE, ink, shapes[i] + 2, 2);
}
