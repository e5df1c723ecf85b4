/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "common.h"
#include "roles.h"

/* That no label of a scene lies on another, on a curve or outside of the picture. */

static inline gboolean
test_is_label (const ScopeItem *item)
{
  const ScopeRole *role = item->role;

  if (item->line == NULL)
    return FALSE;
  return role == &scope_role_point_label || role == &scope_role_slope_label || role == &scope_role_formula
         || role == &scope_role_factor || role == &scope_role_result || role == &scope_role_step
         || role == &scope_role_mistake || role == &scope_role_estimate_label || role == &scope_role_case
         || role == &scope_role_answer || role == &scope_role_shift || role == &scope_role_trail_label
         || role == &scope_role_kept_label || role == &scope_role_ghost_label || role == &scope_role_drop
         || role == &scope_role_bound || role == &scope_role_update || role == &scope_role_rate
         || role == &scope_role_minimum_label || role == &scope_role_waterfall_label
         || role == &scope_role_band_label || role == &scope_role_flower_label || role == &scope_role_hood
         || role == &scope_role_half_point || role == &scope_role_node_label || role == &scope_role_edge_label
         || role == &scope_role_curve_label || role == &scope_role_guess_label
         || role == &scope_role_downhill_label || role == &scope_role_residual
         || role == &scope_role_panel_title || role == &scope_role_question || role == &scope_role_axis_title
         || role == &scope_role_tick_label;
}

/* Lines that no label may lie on. */
static inline gboolean
test_is_stroke (const ScopeItem *item)
{
  const ScopeRole *role = item->role;

  if (item->shape != SCOPE_SHAPE_POLYLINE)
    return FALSE;
  return role == &scope_role_curve || role == &scope_role_tangent || role == &scope_role_ghost
         || role == &scope_role_flower || role == &scope_role_hood_curve || role == &scope_role_secant
         || role == &scope_role_leader || role == &scope_role_drop || role == &scope_role_slope_triangle
         || role == &scope_role_estimate || role == &scope_role_guess || role == &scope_role_join
         || role == &scope_role_bound || (role == &scope_role_trail && item->index < 0);
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
  if (label->role != &scope_role_point_label && label->role != &scope_role_slope_label
      && label->role != &scope_role_trail_label && label->role != &scope_role_kept_label
      && label->role != &scope_role_drop)
    return;
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *place = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if ((place->role != &scope_role_trail && place->role != &scope_role_kept_trail) || place->index < 0)
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
      if (label->role == &scope_role_tick_label || label->role == &scope_role_axis_title
          || label->role == &scope_role_panel_title)
        continue;

      const ScopeRect whole = { 0, 0, scope_scene_get_width (scene), scope_scene_get_height (scene) };
      const ScopeRect *clip = other->clip < 0 ? &whole : scope_scene_get_clip (scene, other->clip);
      for (size_t p = 1; p < other->n_points; p++)
        if (test_rects_overlap (&own, clip)
            && test_segment_in_rect (&other->points[p - 1], &other->points[p], &own))
          g_error ("“%s” lies on a line: %s", scope_line_get_text (label->line), other->role->name);
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
      if (rect.x < -1 || rect.y < -1 || rect.x + rect.width > width + 1 || rect.y + rect.height > height + 1)
        g_error ("%s “%s” leaves the picture of %g × %g: %g %g %g %g", item->role->name,
                 item->line ? scope_line_get_text (item->line) : "", width, height, rect.x, rect.y,
                 rect.width, rect.height);
    }
}
