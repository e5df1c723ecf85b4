/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scene.h"

#include <math.h>

#include "common.h"
#include "paint.h"

static const ScopeRole moving = { .name = "moving" },
                       ground = { .name = "ground", .traits = SCOPE_TRAIT_GROUND };

static void
test_items (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 50, SCOPE_THEME_LIGHT);
  ScopePoint points[3] = { { 1, 2 }, { 3, 4 }, { 5, 1 } };
  ScopeItem item = { .role = &moving,
                     .index = 4,
                     .shape = SCOPE_SHAPE_POLYLINE,
                     .stroke = SCOPE_INK_LOSS,
                     .opacity = 0.5,
                     .width_px = 2,
                     .clip = -1,
                     .points = points,
                     .n_points = 3 };
  ScopeRect bounds;

  scope_scene_add (scene, &item);
  points[0].x = 99; /* a copy was taken */
  g_assert_cmpuint (scope_scene_get_n_items (scene), ==, 1);
  g_assert_cmpfloat (scope_scene_get_item (scene, 0)->points[0].x, ==, 1);
  scope_scene_get_bounds (scene, scope_scene_get_item (scene, 0), &bounds);
  g_assert_cmpfloat (bounds.x, ==, 0);
  g_assert_cmpfloat (bounds.y, ==, 0);
  g_assert_cmpfloat (bounds.width, ==, 6);

  item.points = points;
  item.clip = scope_scene_add_clip (scene, &(ScopeRect) { 2, 2, 10, 10 });
  scope_scene_add (scene, &item);
  scope_scene_get_bounds (scene, scope_scene_get_item (scene, 1), &bounds);
  g_assert_cmpfloat (bounds.x, ==, 2);
  g_assert_cmpfloat (bounds.width, ==, 10);
}

/* The first of its role and index, at any index where none is asked for. */
static void
test_find_item (void)
{
  static const ScopeRole other = { .name = "other" };
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 50, SCOPE_THEME_LIGHT);
  const ScopeRole *const roles[] = { &other, &moving, &moving };

  for (int i = 0; i < 3; i++)
    scope_scene_add (
      scene, &(ScopeItem) { .role = roles[i], .index = i, .shape = SCOPE_SHAPE_POLYLINE, .clip = -1 });
  g_assert_true (scope_scene_find_item (scene, &moving, -1) == scope_scene_get_item (scene, 1));
  g_assert_true (scope_scene_find_item (scene, &moving, 2) == scope_scene_get_item (scene, 2));
  g_assert_true (scope_scene_find_item (scene, &other, 0) == scope_scene_get_item (scene, 0));
  g_assert_null (scope_scene_find_item (scene, &moving, 0));
}

/* What follows from a role is the item's: its traits, and for a text the quantity that it prints. */
static void
test_roles (void)
{
  static const unsigned quantities[] = { 8, 2 };
  static const ScopeRole listed = { "listed", SCOPE_TRAIT_STILL, quantities, G_N_ELEMENTS (quantities) };
  static const ScopeRole telling = { .name = "telling", .traits = SCOPE_TRAIT_TELLING };
  static const struct
  {
    const ScopeRole *role;
    int index;
    unsigned quantity;
  } cases[] = { { &listed, 0, 8 },  { &listed, 1, 2 },   { &listed, 5, 2 }, { &listed, -1, 0 },
                { &telling, 4, 4 }, { &telling, -1, 0 }, { &moving, 1, 0 }, { NULL, 1, 0 } };
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 100, SCOPE_THEME_LIGHT);
  const ScopePoint at = { 5, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int text = 0; text < 2; text++)
      {
        ScopeLine *line = text ? scope_line_new_text (fonts, 10, SCOPE_FACE_TEXT, "1") : NULL;
        const ScopeItem *item;

        scope_scene_add (scene, &(ScopeItem) { .role = cases[i].role,
                                               .index = cases[i].index,
                                               .part = 16,
                                               .shape = text ? SCOPE_SHAPE_LINE : SCOPE_SHAPE_CIRCLE,
                                               .fill = SCOPE_INK_TEXT,
                                               .opacity = 1,
                                               .clip = -1,
                                               .line = line,
                                               .points = &at,
                                               .n_points = 1 });
        item = scope_scene_get_item (scene, 2 * i + (guint) text);
        g_assert_cmpuint (item->traits, ==, cases[i].role != NULL ? cases[i].role->traits : 0);
        g_assert_cmpuint (item->quantity, ==, text ? cases[i].quantity : 0);
        g_assert_cmpuint (item->part, ==, 16);
      }
}

static void
test_print_is_opaque (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (10, 10, SCOPE_THEME_PRINT);
  const ScopePoint at = { 5, 5 };

  scope_scene_add (scene, &(ScopeItem) { .shape = SCOPE_SHAPE_CIRCLE,
                                         .fill = SCOPE_INK_TEXT,
                                         .opacity = 0.3,
                                         .clip = -1,
                                         .radius_px = 2,
                                         .points = &at,
                                         .n_points = 1 });
  g_assert_cmpfloat (scope_scene_get_item (scene, 0)->opacity, ==, 1);
}

static void
test_hit (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 100, SCOPE_THEME_LIGHT);
  ScopeRect rect;
  int index;

  scope_scene_add_zone (scene, SCOPE_ZONE_PANEL, SCOPE_PANEL_LOSS, &(ScopeRect) { 10, 10, 50, 50 });
  scope_scene_add_zone (scene, SCOPE_ZONE_SEGMENT, 2, &(ScopeRect) { 50, 50, 20, 20 });
  g_assert_cmpint (scope_scene_hit (scene, 20, 20, &index, &rect), ==, SCOPE_ZONE_PANEL);
  g_assert_cmpfloat (rect.width, ==, 50);
  g_assert_cmpint (scope_scene_hit (scene, 55, 55, &index, NULL), ==, SCOPE_ZONE_SEGMENT);
  g_assert_cmpint (index, ==, 2);
  g_assert_cmpint (scope_scene_hit (scene, 9.9, 20, NULL, NULL), ==, SCOPE_ZONE_NONE);
  g_assert_cmpint (scope_scene_hit (scene, 70, 60, NULL, NULL), ==, SCOPE_ZONE_NONE);
}

static guint32
pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x];
}

/* Ground, a clipped fill, and the caller's own clip kept. */
static void
test_paint (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (20, 20, SCOPE_THEME_PRINT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 20, 20);
  cairo_t *cr = cairo_create (surface);
  const ScopePoint whole[2] = { { 0, 0 }, { 20, 20 } };
  int clip = scope_scene_add_clip (scene, &(ScopeRect) { 5, 5, 10, 10 });

  scope_scene_add (scene, &(ScopeItem) { .role = &ground,
                                         .shape = SCOPE_SHAPE_RECT,
                                         .fill = SCOPE_INK_GROUND,
                                         .opacity = 1,
                                         .clip = -1,
                                         .points = whole,
                                         .n_points = 2 });
  scope_scene_add (scene, &(ScopeItem) { .role = &moving,
                                         .shape = SCOPE_SHAPE_RECT,
                                         .fill = SCOPE_INK_TEXT,
                                         .opacity = 1,
                                         .clip = clip,
                                         .points = whole,
                                         .n_points = 2 });
  cairo_rectangle (cr, 0, 0, 10, 20);
  cairo_clip (cr);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_ALL);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 2, 2), ==, 0xffffffff);
  g_assert_cmphex (pixel (surface, 7, 7), ==, 0xff000000);
  g_assert_cmphex (pixel (surface, 12, 7), ==, 0);

  cairo_reset_clip (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  scope_paint_scene (scene, cr, SCOPE_REPLAY_NO_GROUND);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel (surface, 2, 2), ==, 0);
  g_assert_cmphex (pixel (surface, 12, 7), ==, 0xff000000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* No renderer sees a number that it cannot draw, or none. */
static void
test_reach (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 50, SCOPE_THEME_LIGHT);
  const ScopePoint points[] = { { 1e300, -INFINITY }, { NAN, 20 }, { 30, -1e7 } };
  const ScopeItem item = { .shape = SCOPE_SHAPE_POLYLINE, .clip = -1, .points = points, .n_points = 3 };
  const ScopePoint *kept;

  scope_scene_add (scene, &item);
  kept = scope_scene_get_item (scene, 0)->points;
  g_assert_cmpfloat (kept[0].x, ==, SCOPE_SCENE_REACH);
  g_assert_cmpfloat (kept[0].y, ==, -SCOPE_SCENE_REACH);
  g_assert_cmpfloat (fabs (kept[1].x), ==, SCOPE_SCENE_REACH);
  g_assert_cmpfloat (kept[1].y, ==, 20);
  g_assert_cmpfloat (kept[2].x, ==, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/items", test_items);
  g_test_add_func ("/scene/find-item", test_find_item);
  g_test_add_func ("/scene/roles", test_roles);
  g_test_add_func ("/scene/print-is-opaque", test_print_is_opaque);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/paint", test_paint);
  g_test_add_func ("/scene/reach", test_reach);
  return g_test_run ();
}
