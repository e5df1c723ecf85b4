/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "common.h"

/* That no label of a scene lies on another, on a curve or outside of the picture. */

static inline gboolean
test_is_label (const ScopeItem *item)
{
  ScopeRole role = item->role;

  if (item->line == NULL)
    return FALSE;
  return role == SCOPE_ROLE_POINT_LABEL || role == SCOPE_ROLE_SLOPE_LABEL
         || role == SCOPE_ROLE_FORMULA || role == SCOPE_ROLE_FACTOR || role == SCOPE_ROLE_RESULT
         || role == SCOPE_ROLE_STEP || role == SCOPE_ROLE_MISTAKE
         || role == SCOPE_ROLE_ESTIMATE_LABEL || role == SCOPE_ROLE_CASE || role == SCOPE_ROLE_ANSWER
         || role == SCOPE_ROLE_SHIFT
         || role == SCOPE_ROLE_TRAIL_LABEL || role == SCOPE_ROLE_KEPT_LABEL
         || role == SCOPE_ROLE_GHOST_LABEL
         || role == SCOPE_ROLE_DROP || role == SCOPE_ROLE_BOUND || role == SCOPE_ROLE_UPDATE
         || role == SCOPE_ROLE_RATE
         || role == SCOPE_ROLE_MINIMUM_LABEL
         || role == SCOPE_ROLE_WATERFALL_LABEL
         || role == SCOPE_ROLE_BAND_LABEL || role == SCOPE_ROLE_FLOWER_LABEL
         || role == SCOPE_ROLE_HOOD || role == SCOPE_ROLE_HALF_POINT
         || role == SCOPE_ROLE_NODE_LABEL || role == SCOPE_ROLE_EDGE_LABEL
         || role == SCOPE_ROLE_CURVE_LABEL || role == SCOPE_ROLE_GUESS_LABEL
         || role == SCOPE_ROLE_DOWNHILL_LABEL || role == SCOPE_ROLE_RESIDUAL
         || role == SCOPE_ROLE_PANEL_TITLE || role == SCOPE_ROLE_QUESTION
         || role == SCOPE_ROLE_AXIS_TITLE || role == SCOPE_ROLE_TICK_LABEL;
}

/* Lines that no label may lie on. */
static inline gboolean
test_is_stroke (const ScopeItem *item)
{
  ScopeRole role = item->role;

  if (item->shape != SCOPE_SHAPE_POLYLINE)
    return FALSE;
  return role == SCOPE_ROLE_CURVE || role == SCOPE_ROLE_TANGENT || role == SCOPE_ROLE_GHOST
         || role == SCOPE_ROLE_FLOWER || role == SCOPE_ROLE_HOOD_CURVE || role == SCOPE_ROLE_SECANT
         || role == SCOPE_ROLE_LEADER || role == SCOPE_ROLE_DROP || role == SCOPE_ROLE_SLOPE_TRIANGLE
         || role == SCOPE_ROLE_ESTIMATE || role == SCOPE_ROLE_GUESS || role == SCOPE_ROLE_JOIN
         || role == SCOPE_ROLE_BOUND || (role == SCOPE_ROLE_TRAIL && item->index < 0);
}

/* What of the text there is ink for: capitals and digits, not the whole line height. */
static inline ScopeRect
test_ink_of (const ScopeScene *scene, const ScopeItem *item)
{
  ScopeRect rect;
  double trim;

  scope_scene_get_bounds (scene, item, &rect);
  trim = rect.height * 0.2;
  return (ScopeRect) { rect.x, rect.y + trim, rect.width, rect.height - 2 * trim };
}

static inline gboolean
test_segment_in_rect (const ScopePoint *from, const ScopePoint *to, const ScopeRect *rect)
{
  /* Liang and Barsky: the part of the segment inside the rectangle. */
  double first = 0, last = 1;
  const double p[4] = { from->x - to->x, to->x - from->x, from->y - to->y, to->y - from->y };
  const double q[4] = { from->x - rect->x, rect->x + rect->width - from->x, from->y - rect->y,
                        rect->y + rect->height - from->y };

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0 && q[i] < 0)
        return FALSE;
      if (p[i] < 0)
        first = fmax (first, q[i] / p[i]);
      else if (p[i] > 0)
        last = fmin (last, q[i] / p[i]);
    }
  return first < last;
}

/* Labels of the panels lie on no place of a descent. */
static inline void
test_check_places (const ScopeScene *scene, const ScopeItem *label, const ScopeRect *own)
{
  if (label->role != SCOPE_ROLE_POINT_LABEL && label->role != SCOPE_ROLE_SLOPE_LABEL
      && label->role != SCOPE_ROLE_TRAIL_LABEL && label->role != SCOPE_ROLE_KEPT_LABEL
      && label->role != SCOPE_ROLE_DROP)
    return;
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *place = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if ((place->role != SCOPE_ROLE_TRAIL && place->role != SCOPE_ROLE_KEPT_TRAIL)
          || place->index < 0)
        continue;
      scope_scene_get_bounds (scene, place, &rect);
      if (test_rects_overlap (own, &rect))
        g_error ("“%s” lies on step %d", scope_line_get_text (label->line), place->index);
    }
}

static inline void
test_check_label (const ScopeScene *scene, size_t i)
{
  const ScopeItem *label = scope_scene_get_item (scene, i);
  ScopeRect own = test_ink_of (scene, label);

  test_check_places (scene, label, &own);
  for (size_t j = 0; j < scope_scene_get_n_items (scene); j++)
    {
      const ScopeItem *other = scope_scene_get_item (scene, j);

      if (j > i && test_is_label (other))
        {
          ScopeRect rect = test_ink_of (scene, other);

          if (test_rects_overlap (&own, &rect))
            g_error ("“%s” lies on “%s” by %g × %g in %g × %g", scope_line_get_text (label->line),
                     scope_line_get_text (other->line),
                     fmin (own.x + own.width, rect.x + rect.width) - fmax (own.x, rect.x),
                     fmin (own.y + own.height, rect.y + rect.height) - fmax (own.y, rect.y),
                     scope_scene_get_width (scene), scope_scene_get_height (scene));
        }
      if (!test_is_stroke (other))
        continue;
      if (label->role == SCOPE_ROLE_TICK_LABEL || label->role == SCOPE_ROLE_AXIS_TITLE
          || label->role == SCOPE_ROLE_PANEL_TITLE)
        continue;

      const ScopeRect whole = { 0, 0, scope_scene_get_width (scene), scope_scene_get_height (scene) };
      const ScopeRect *clip = other->clip < 0 ? &whole : scope_scene_get_clip (scene, other->clip);
      for (size_t p = 1; p < other->n_points; p++)
        if (test_rects_overlap (&own, clip)
            && test_segment_in_rect (&other->points[p - 1], &other->points[p], &own))
          g_error ("“%s” lies on a line of role %d", scope_line_get_text (label->line), other->role);
    }
}

static inline void
test_check_labels (const ScopeScene *scene)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    if (test_is_label (scope_scene_get_item (scene, i)))
      test_check_label (scene, i);
}

static inline void
test_check_inside (const ScopeScene *scene)
{
  double width = scope_scene_get_width (scene), height = scope_scene_get_height (scene);

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;

      for (size_t p = 0; p < item->n_points; p++)
        g_assert_true (isfinite (item->points[p].x) && isfinite (item->points[p].y));
      scope_scene_get_bounds (scene, item, &rect);
      if (rect.width <= 0 || rect.height <= 0)
        continue;
      if (rect.x < -1 || rect.y < -1 || rect.x + rect.width > width + 1
          || rect.y + rect.height > height + 1)
        g_error ("role %d “%s” leaves the picture of %g × %g: %g %g %g %g", item->role,
                 item->line ? scope_line_get_text (item->line) : "", width, height, rect.x, rect.y,
                 rect.width, rect.height);
    }
}
