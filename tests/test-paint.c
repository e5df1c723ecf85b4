/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paint.h"

#include "common.h"

#define SIZE 40

/* Ink on an empty ground, so that a pixel's alpha is how much of it is covered. */
typedef struct
{
  ScopeScene *scene;        /* Owned */
  cairo_surface_t *surface; /* Owned */
  cairo_t *cr;              /* Owned */
} Canvas;

static void
canvas_init (Canvas *canvas)
{
  canvas->scene = scope_scene_new (SIZE, SIZE, SCOPE_THEME_LIGHT);
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  canvas->cr = cairo_create (canvas->surface);
}

static void
canvas_clear (Canvas *canvas)
{
  scope_scene_free (canvas->scene);
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, canvas_clear)

static void
canvas_paint (Canvas *canvas)
{
  scope_paint_scene (canvas->scene, canvas->cr, SCOPE_REPLAY_ALL);
  cairo_surface_flush (canvas->surface);
}

static int
alpha_at (const Canvas *canvas, int x, int y)
{
  const guchar *row
    = cairo_image_surface_get_data (canvas->surface) + y * cairo_image_surface_get_stride (canvas->surface);

  return (int) (((const guint32 *) (gconstpointer) row)[x] >> 24);
}

static void
test_circle (void)
{
  g_auto (Canvas) canvas = { 0 };
  const ScopePoint centre = { 20, 20 };

  canvas_init (&canvas);
  scope_scene_add (canvas.scene, &(ScopeItem) { .shape = SCOPE_SHAPE_CIRCLE,
                                                .stroke = SCOPE_INK_LOSS,
                                                .opacity = 1,
                                                .width_px = 4,
                                                .clip = -1,
                                                .radius_px = 10,
                                                .points = &centre,
                                                .n_points = 1 });
  canvas_paint (&canvas);
  g_assert_cmpint (alpha_at (&canvas, 20, 20), ==, 0);
  g_assert_cmpint (alpha_at (&canvas, 30, 20), ==, 255);
  g_assert_cmpint (alpha_at (&canvas, 20, 9), ==, 255);
  g_assert_cmpint (alpha_at (&canvas, 34, 20), ==, 0);
}

/* A radius takes the corners, not the sides; one larger than half the box is cut to it. */
static void
test_rounded (void)
{
  g_auto (Canvas) canvas = { 0 };
  const ScopePoint corners[2] = { { 5, 5 }, { 35, 25 } };

  canvas_init (&canvas);
  scope_scene_add (canvas.scene, &(ScopeItem) { .shape = SCOPE_SHAPE_RECT,
                                                .fill = SCOPE_INK_LOSS,
                                                .opacity = 1,
                                                .clip = -1,
                                                .radius_px = 99,
                                                .points = corners,
                                                .n_points = 2 });
  canvas_paint (&canvas);
  g_assert_cmpint (alpha_at (&canvas, 5, 5), ==, 0);
  g_assert_cmpint (alpha_at (&canvas, 34, 24), ==, 0);
  g_assert_cmpint (alpha_at (&canvas, 20, 5), ==, 255);
  g_assert_cmpint (alpha_at (&canvas, 6, 15), ==, 255);
}

static int
count_covered (const Canvas *canvas, int y)
{
  int n = 0;

  for (int x = 0; x < SIZE; x++)
    n += alpha_at (canvas, x, y) > 127;
  return n;
}

/* Each dash leaves out a part of its own, and a dash does not stay for what comes after. */
static void
test_dashes (void)
{
  static const ScopeDash dashes[]
    = { SCOPE_DASH_SOLID, SCOPE_DASH_DASHED, SCOPE_DASH_DOTTED, SCOPE_DASH_FINE, SCOPE_DASH_SOLID };
  g_auto (Canvas) canvas = { 0 };
  int covered[G_N_ELEMENTS (dashes)];

  canvas_init (&canvas);
  for (int i = 0; i < (int) G_N_ELEMENTS (dashes); i++)
    {
      const ScopePoint ends[2] = { { 0, 4 + 8 * i }, { SIZE, 4 + 8 * i } };

      scope_scene_add (canvas.scene, &(ScopeItem) { .shape = SCOPE_SHAPE_POLYLINE,
                                                    .stroke = SCOPE_INK_LOSS,
                                                    .opacity = 1,
                                                    .width_px = 2,
                                                    .dash = dashes[i],
                                                    .clip = -1,
                                                    .points = ends,
                                                    .n_points = 2 });
    }
  canvas_paint (&canvas);
  for (int i = 0; i < (int) G_N_ELEMENTS (dashes); i++)
    covered[i] = count_covered (&canvas, 4 + 8 * i);
  g_assert_cmpint (covered[0], ==, SIZE);
  g_assert_cmpint (covered[4], ==, SIZE);
  for (int i = 1; i <= 3; i++)
    {
      g_assert_cmpint (covered[i], >, SIZE / 4);
      g_assert_cmpint (covered[i], <, SIZE * 3 / 4);
    }
  /* Of 15, 4.8 and 10 px a period, 9, 2 and 4 are drawn. */
  g_assert_cmpint (covered[1], >, covered[3]);
}

/* Opacity, a polygon that closes itself, text upon its baseline, and the caller's own state. */
static void
test_rest (void)
{
  g_auto (Canvas) canvas = { 0 };
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  const ScopePoint triangle[3] = { { 2, 2 }, { 18, 2 }, { 2, 18 } };
  const ScopePoint baseline = { 22, 36 };
  int above = 0, below = 0;

  canvas_init (&canvas);
  scope_scene_add (canvas.scene, &(ScopeItem) { .shape = SCOPE_SHAPE_POLYGON,
                                                .fill = SCOPE_INK_LOSS,
                                                .opacity = 0.5,
                                                .clip = -1,
                                                .points = triangle,
                                                .n_points = 3 });
  scope_scene_add (canvas.scene,
                   &(ScopeItem) { .shape = SCOPE_SHAPE_LINE,
                                  .fill = SCOPE_INK_TEXT,
                                  .opacity = 1,
                                  .clip = -1,
                                  .points = &baseline,
                                  .n_points = 1,
                                  .line = scope_line_new_text (fonts, 16, SCOPE_FACE_TEXT, "H") });
  cairo_set_line_width (canvas.cr, 7);
  canvas_paint (&canvas);
  g_assert_cmpint (alpha_at (&canvas, 4, 4), >=, 127);
  g_assert_cmpint (alpha_at (&canvas, 4, 4), <=, 128);
  g_assert_cmpint (alpha_at (&canvas, 17, 17), ==, 0);
  for (int x = 20; x < SIZE; x++)
    {
      above += alpha_at (&canvas, x, 30) > 127;
      below += alpha_at (&canvas, x, 37) > 0;
    }
  g_assert_cmpint (above, >, 1);
  g_assert_cmpint (below, ==, 0);
  g_assert_cmpfloat (cairo_get_line_width (canvas.cr), ==, 7);
  g_assert_false (cairo_has_current_point (canvas.cr));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/circle", test_circle);
  g_test_add_func ("/paint/rounded", test_rounded);
  g_test_add_func ("/paint/dashes", test_dashes);
  g_test_add_func ("/paint/rest", test_rest);
  return g_test_run ();
}
