/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scene.h"

#include <math.h>

typedef struct
{
  ScopeZone zone;
  int index;
  ScopeRect rect;
} Zone;

struct _ScopeScene
{
  double width_px, height_px, unit;
  ScopeTheme theme;
  GArray *items; /* Owned; of ScopeItem, each owning its points and its line */
  GArray *clips; /* Owned; of ScopeRect */
  GArray *zones; /* Owned; of Zone */
};

static void
clear_item (gpointer data)
{
  ScopeItem *item = data;

  g_free ((gpointer) item->points);
  g_clear_pointer (&item->line, scope_line_unref);
}

ScopeScene *
scope_scene_new (double width_px, double height_px, ScopeTheme theme)
{
  ScopeScene *scene = g_new0 (ScopeScene, 1);

  scene->width_px = width_px;
  scene->height_px = height_px;
  scene->unit = 1;
  scene->theme = theme;
  scene->items = g_array_sized_new (FALSE, FALSE, sizeof (ScopeItem), 160);
  g_array_set_clear_func (scene->items, clear_item);
  scene->clips = g_array_new (FALSE, FALSE, sizeof (ScopeRect));
  scene->zones = g_array_new (FALSE, FALSE, sizeof (Zone));
  return scene;
}

void
scope_scene_free (ScopeScene *scene)
{
  if (scene == NULL)
    return;
  g_array_unref (scene->items);
  g_array_unref (scene->clips);
  g_array_unref (scene->zones);
  g_free (scene);
}

double
scope_scene_get_width (const ScopeScene *scene)
{
  return scene->width_px;
}

double
scope_scene_get_height (const ScopeScene *scene)
{
  return scene->height_px;
}

ScopeTheme
scope_scene_get_theme (const ScopeScene *scene)
{
  return scene->theme;
}

void
scope_scene_set_unit (ScopeScene *scene, double unit)
{
  scene->unit = unit;
}

double
scope_scene_get_unit (const ScopeScene *scene)
{
  return scene->unit;
}

double
scope_scene_get_hair (const ScopeScene *scene)
{
  return fmax (1, scene->unit);
}

/* What is so far away is nowhere to be seen, and neither is what is no number. */
static double
within_reach (double px)
{
  return fmin (fmax (px, -SCOPE_SCENE_REACH), SCOPE_SCENE_REACH);
}

/* 0 for none. */
static unsigned
quantity_of (const ScopeItem *item)
{
  const ScopeRole *role = item->role;

  if (item->line == NULL || item->index < 0)
    return 0;
  if (role->traits & SCOPE_TRAIT_TELLING)
    return (unsigned) item->index;
  return role->n_quantities > 0 ? role->quantities[MIN ((unsigned) item->index, role->n_quantities - 1)] : 0;
}

void
scope_scene_add (ScopeScene *scene, const ScopeItem *item)
{
  ScopeItem copy = *item;
  ScopePoint *points = g_memdup2 (item->points, item->n_points * sizeof (ScopePoint));

  for (size_t i = 0; i < item->n_points; i++)
    points[i] = (ScopePoint) { within_reach (points[i].x), within_reach (points[i].y) };
  copy.points = points;
  copy.traits = item->role != NULL ? item->role->traits : 0;
  copy.quantity = item->role != NULL ? quantity_of (item) : 0;
  if (scene->theme == SCOPE_THEME_PRINT)
    copy.opacity = 1;
  g_array_append_val (scene->items, copy);
}

int
scope_scene_add_clip (ScopeScene *scene, const ScopeRect *rect)
{
  g_array_append_val (scene->clips, *rect);
  return (int) scene->clips->len - 1;
}

size_t
scope_scene_get_n_items (const ScopeScene *scene)
{
  return scene->items->len;
}

const ScopeItem *
scope_scene_get_item (const ScopeScene *scene, size_t index)
{
  return &g_array_index (scene->items, ScopeItem, index);
}

const ScopeItem *
scope_scene_find_item (const ScopeScene *scene, const ScopeRole *role, int index)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role == role && (index < 0 || item->index == index))
        return item;
    }
  return NULL;
}

const ScopeRect *
scope_scene_get_clip (const ScopeScene *scene, int clip)
{
  return clip < 0 ? NULL : &g_array_index (scene->clips, ScopeRect, clip);
}

static ScopeRect
points_bounds (const ScopeItem *item, double margin)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (size_t i = 0; i < item->n_points; i++)
    {
      left = fmin (left, item->points[i].x);
      right = fmax (right, item->points[i].x);
      top = fmin (top, item->points[i].y);
      bottom = fmax (bottom, item->points[i].y);
    }
  return (ScopeRect) { left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin };
}

static ScopeRect
intersection (const ScopeRect *one, const ScopeRect *other)
{
  double left = fmax (one->x, other->x), top = fmax (one->y, other->y);
  double right = fmin (one->x + one->width, other->x + other->width);
  double bottom = fmin (one->y + one->height, other->y + other->height);

  return (ScopeRect) { left, top, fmax (right - left, 0), fmax (bottom - top, 0) };
}

void
scope_scene_get_bounds (const ScopeScene *scene, const ScopeItem *item, ScopeRect *bounds)
{
  double half = item->stroke != SCOPE_INK_NONE ? item->width_px / 2 : 0;
  const ScopeRect *clip = scope_scene_get_clip (scene, item->clip);

  if (item->shape == SCOPE_SHAPE_LINE)
    {
      ScopeLineSize size;

      scope_line_get_size (item->line, &size);
      *bounds = (ScopeRect) { item->points[0].x, item->points[0].y - size.ascent_px, size.width_px,
                              size.ascent_px + size.descent_px };
    }
  else
    *bounds = points_bounds (item, half + (item->shape == SCOPE_SHAPE_CIRCLE ? item->radius_px : 0));
  if (clip != NULL)
    *bounds = intersection (bounds, clip);
}

void
scope_scene_add_zone (ScopeScene *scene, ScopeZone zone, int index, const ScopeRect *rect)
{
  g_array_append_vals (scene->zones, &(Zone) { zone, index, *rect }, 1);
}

static gboolean
contains (const ScopeRect *rect, double x, double y)
{
  return x >= rect->x && x < rect->x + rect->width && y >= rect->y && y < rect->y + rect->height;
}

ScopeZone
scope_scene_hit (const ScopeScene *scene, double x, double y, int *index, ScopeRect *rect)
{
  for (guint i = scene->zones->len; i-- > 0;)
    {
      const Zone *zone = &g_array_index (scene->zones, Zone, i);

      if (zone->zone == SCOPE_ZONE_QUANTITY || !contains (&zone->rect, x, y))
        continue;
      if (index != NULL)
        *index = zone->index;
      if (rect != NULL)
        *rect = zone->rect;
      return zone->zone;
    }
  return SCOPE_ZONE_NONE;
}

gboolean
scope_scene_get_zone (const ScopeScene *scene, ScopeZone zone, int index, ScopeRect *rect)
{
  for (guint i = 0; i < scene->zones->len; i++)
    {
      const Zone *found = &g_array_index (scene->zones, Zone, i);

      if (found->zone == zone && found->index == index)
        {
          *rect = found->rect;
          return TRUE;
        }
    }
  return FALSE;
}

int
scope_scene_hit_quantity (const ScopeScene *scene, double x, double y)
{
  for (guint i = scene->zones->len; i-- > 0;)
    {
      const Zone *zone = &g_array_index (scene->zones, Zone, i);

      if (zone->zone == SCOPE_ZONE_QUANTITY && contains (&zone->rect, x, y))
        return zone->index;
    }
  return 0;
}

gboolean
scope_scene_get_quantity (const ScopeScene *scene, unsigned n, unsigned *quantity, ScopeRect *rect)
{
  for (guint i = 0; i < scene->zones->len; i++)
    {
      const Zone *zone = &g_array_index (scene->zones, Zone, i);

      if (zone->zone != SCOPE_ZONE_QUANTITY || n-- > 0)
        continue;
      *quantity = (unsigned) zone->index;
      *rect = zone->rect;
      return TRUE;
    }
  return FALSE;
}
