/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-build.h"
#include "figure-values.h"
#include "picture.h"

#include <math.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "common.h"
#include "curves.h"
#include "figure.h"
#include "owned-pdf.h"
#include "owned-svg.h"
#include "paint.h"
#include "roles.h"

/* Pictures as large as they may be: curves are where the model says, in each format, as they are in
 * the same picture at a tenth. */

#define TENTH 10

static ScopeFonts *fonts;

typedef struct
{
  ScopeFigure figure;
  ScopeScene *scene; /* Owned */
} Picture;

static Picture
make_picture (double width, double height)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  Picture picture;

  scope_figure_init (&picture.figure);
  picture.figure.width_px = width;
  picture.figure.height_px = height;
  picture.figure.show |= SCOPE_SHOW_PROBABILITIES;
  picture.scene = scope_figure_build (&picture.figure, curves, fonts);
  return picture;
}

static ScopeRect
find_panel (const ScopeScene *scene, ScopePanel panel)
{
  const ScopeItem *item = scope_scene_find_item (scene, &scope_role_panel, panel);

  g_assert_nonnull (item);
  return (ScopeRect) { item->points[0].x, item->points[0].y, item->points[1].x - item->points[0].x,
                       item->points[1].y - item->points[0].y };
}

/* Where the observed class's curve is, in parts of the panel's height from its top. */
static double
expect_part (const ScopeFigure *figure, ScopePanel panel, double x_part)
{
  const ScopeView *view = &figure->view;
  double lo = panel == SCOPE_PANEL_LOSS ? view->loss_lo : view->gradient_lo;
  double hi = panel == SCOPE_PANEL_LOSS ? view->loss_hi : view->gradient_hi;
  ScopeParameters at = figure->parameters;
  ScopeOutcome outcome;

  at.b = view->axis_lo + x_part * (view->axis_hi - view->axis_lo);
  g_assert_cmpint (scope_outcome_evaluate (&at, &outcome), ==, SCOPE_STATUS_OK);
  return (hi - (panel == SCOPE_PANEL_LOSS ? outcome.loss : outcome.dl_db)) / (hi - lo);
}

/* --- The scene */

static double
height_at (const ScopeItem *curve, double x)
{
  size_t i = 1;

  while (i + 1 < curve->n_points && curve->points[i].x < x)
    i++;
  return curve->points[i - 1].y
         + (x - curve->points[i - 1].x) / (curve->points[i].x - curve->points[i - 1].x)
             * (curve->points[i].y - curve->points[i - 1].y);
}

static const double sizes[][2] = { { 9933, 23000 }, { 32767, 8178 }, { 8178, 32767 }, { 16384, 16357 } };

static void
test_scene (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      Picture picture = make_picture (sizes[s][0], sizes[s][1]);

      g_assert_true (scope_picture_check_size (&scope_png_format, sizes[s][0], sizes[s][1], 1, NULL));
      for (ScopePanel panel = SCOPE_PANEL_LOSS; panel <= SCOPE_PANEL_GRADIENT; panel++)
        {
          ScopeRect rect = find_panel (picture.scene, panel);
          const ScopeItem *curve
            = scope_scene_find_item (picture.scene, &scope_role_curve, SCOPE_CURVE_INDEX (panel, 0));

          for (double part = 0.001; part < 1; part += 0.001)
            {
              double y = rect.y + expect_part (&picture.figure, panel, part) * rect.height;

              if (y >= rect.y && y <= rect.y + rect.height)
                g_assert_cmpfloat (fabs (height_at (curve, rect.x + part * rect.width) - y), <, 1);
            }
        }
      scope_scene_free (picture.scene);
    }
}

/* --- Each format as pixels of a tenth of the size */

static cairo_surface_t *
new_surface (const Picture *picture, cairo_t **cr)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) picture->figure.width_px / TENTH + 1,
                                  (int) picture->figure.height_px / TENTH + 1);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

typedef struct
{
  const guchar *data;
  gsize at;
} Source;

static void
read_cb (png_structp png, png_bytep data, size_t size)
{
  Source *source = png_get_io_ptr (png);

  memcpy (data, source->data + source->at, size);
  source->at += size;
}

/* Each tenth pixel of each tenth row: lines are thicker than that. */
static cairo_surface_t *
open_png (const Picture *picture, GBytes *bytes)
{
  Source source = { g_bytes_get_data (bytes, NULL), 0 };
  png_structp png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (picture, &cr);
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autofree guchar *row = NULL;

  png_set_read_fn (png, &source, read_cb);
  png_read_info (png, info);
  g_assert_cmpuint (png_get_image_width (png, info), ==, (guint) picture->figure.width_px);
  g_assert_cmpuint (png_get_image_height (png, info), ==, (guint) picture->figure.height_px);
  row = g_malloc (png_get_rowbytes (png, info));
  for (png_uint_32 y = 0; y < png_get_image_height (png, info); y++)
    {
      guint32 *to = (guint32 *) (gpointer) (data + (gsize) (y / TENTH) * (gsize) stride);

      png_read_row (png, row, NULL);
      if (y % TENTH == 0)
        for (png_uint_32 x = 0; x < png_get_image_width (png, info); x += TENTH)
          to[x / TENTH] = (guint32) (row[3 * x] << 16 | row[3 * x + 1] << 8 | row[3 * x + 2]);
    }
  png_destroy_read_struct (&png, &info, NULL);
  cairo_destroy (cr);
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
open_svg (const Picture *picture, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (OwnedHandle) handle = rsvg_handle_new_from_data (data, size, NULL);
  const RsvgRectangle viewport
    = { 0, 0, picture->figure.width_px / TENTH, picture->figure.height_px / TENTH };
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (picture, &cr);

  g_assert_nonnull (handle);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, NULL));
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
open_pdf (const Picture *picture, GBytes *bytes)
{
  g_autoptr (OwnedDocument) document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  g_autoptr (OwnedPage) page = NULL;
  cairo_t *cr;
  cairo_surface_t *surface = new_surface (picture, &cr);
  double width, height;

  g_assert_nonnull (document);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat (fabs (width - 0.75 * picture->figure.width_px), <, 0.01);
  g_assert_cmpfloat (fabs (height - 0.75 * picture->figure.height_px), <, 0.01);
  cairo_scale (cr, 1 / 0.75 / TENTH, 1 / 0.75 / TENTH);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  return surface;
}

static int
distance_to (cairo_surface_t *surface, int x, int y, const ScopeColour *ink)
{
  const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                                          + y * cairo_image_surface_get_stride (surface));
  guint32 pixel = row[x];

  return abs ((int) (pixel >> 16 & 255) - (int) lround (ink->red * 255))
         + abs ((int) (pixel >> 8 & 255) - (int) lround (ink->green * 255))
         + abs ((int) (pixel & 255) - (int) lround (ink->blue * 255));
}

/* The curve's colour is within two pixels of where the model has the curve, nearly all along. */
static void
check_pixels (const Picture *picture, cairo_surface_t *surface, double per_px)
{
  const ScopePalette *palette = scope_theme_palette (SCOPE_THEME_LIGHT);

  cairo_surface_flush (surface);
  for (ScopePanel panel = SCOPE_PANEL_LOSS; panel <= SCOPE_PANEL_GRADIENT; panel++)
    {
      ScopeInk ink = panel == SCOPE_PANEL_LOSS ? SCOPE_INK_LOSS : SCOPE_INK_GRADIENT;
      ScopeRect rect = find_panel (picture->scene, panel);
      int n = 0, missed = 0;

      for (double part = 0.01; part < 1; part += 0.01)
        {
          double of_y = expect_part (&picture->figure, panel, part);
          int x = (int) ((rect.x + part * rect.width) / per_px), nearest = 1000;
          int y = (int) ((rect.y + of_y * rect.height) / per_px);

          if (of_y < 0.02 || of_y > 0.98)
            continue;
          for (int d = 0; d < 25; d++)
            nearest = MIN (nearest, distance_to (surface, x + d % 5 - 2, y + d / 5 - 2, &palette->ink[ink]));
          n++;
          missed += nearest >= 150;
        }
      /* The point lies on it, and the tangent. */
      g_assert_cmpint (n, >, 30);
      g_assert_cmpint (missed, <=, n / 8);
    }
  cairo_surface_destroy (surface);
}

typedef cairo_surface_t *(*Open) (const Picture *picture, GBytes *bytes);

static void
check_format (const ScopeFormat *format, Open open, double width, double height)
{
  Picture picture = make_picture (width, height);
  const ScopePictureOptions options = { .scale = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
    = scope_picture_render (format, &(ScopeFrame) { .scene = picture.scene }, 1, &options, &error);

  g_assert_no_error (error);
  check_pixels (&picture, open (&picture, bytes), TENTH);
  scope_scene_free (picture.scene);
}

static void
test_png (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_format (&scope_png_format, open_png, sizes[i][0], sizes[i][1]);
}

static void
test_svg (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_format (&scope_svg_format, open_svg, sizes[i][0], sizes[i][1]);
}

static void
test_pdf (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    check_format (&scope_pdf_format, open_pdf, sizes[i][0], sizes[i][1]);
}

/* The same check holds for the same pictures at a tenth. */
static void
test_tenth (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Picture picture = make_picture (round (sizes[i][0] / TENTH), round (sizes[i][1] / TENTH));
      cairo_surface_t *surface = cairo_image_surface_create (
        CAIRO_FORMAT_RGB24, (int) picture.figure.width_px, (int) picture.figure.height_px);
      cairo_t *cr = cairo_create (surface);

      scope_paint_scene (picture.scene, cr, SCOPE_REPLAY_ALL);
      cairo_destroy (cr);
      check_pixels (&picture, surface, 1);
      scope_scene_free (picture.scene);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/picture-sizes/scene", test_scene);
  g_test_add_func ("/picture-sizes/tenth", test_tenth);
  g_test_add_func ("/picture-sizes/png", test_png);
  g_test_add_func ("/picture-sizes/svg", test_svg);
  g_test_add_func ("/picture-sizes/pdf", test_pdf);
  return test_run (fonts);
}
