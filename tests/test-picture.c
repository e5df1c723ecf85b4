/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-build.h"
#include "figure-values.h"
#include "picture.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "comma.h"
#include "common.h"
#include "curves.h"
#include "owned-pdf.h"
#include "owned-svg.h"
#include "roles.h"

/* Not every release of the library brings its own. */
typedef PopplerFontInfo OwnedFontInfo;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OwnedFontInfo, g_object_unref)

static ScopeFonts *fonts;

static ScopeScene *
build (ScopeTheme theme, const char *class_name)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.width_px = 800;
  figure.height_px = 500;
  figure.theme = theme;
  if (class_name != NULL)
    g_strlcpy (figure.classes.name[0], class_name, sizeof figure.classes.name[0]);
  return scope_figure_build (&figure, curves, fonts);
}

static GBytes *
render (const ScopeScene *scene, const ScopeFormat *format, gboolean transparent, double scale, gboolean text)
{
  const ScopeFrame frame = { scene, "A <title> & more", "b₃ −2" };
  GBytes *bytes = scope_picture_render (
    format, &frame, 1,
    &(ScopePictureOptions) { .scale = scale, .transparent = transparent, .svg_text = text }, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

typedef struct
{
  GBytes *bytes;
  gsize at;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned length)
{
  Source *source = closure;
  gsize size;
  const guchar *from = g_bytes_get_data (source->bytes, &size);

  if (source->at + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, from + source->at, length);
  source->at += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Each format read again by a library that is not ours, as pixels of the same size. */

static cairo_surface_t *
open_png (GBytes *bytes)
{
  Source source = { bytes, 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &source);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

static cairo_surface_t *
new_white (int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
open_svg (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autoptr (OwnedHandle) handle = rsvg_handle_new_from_data (data, size, NULL);
  const RsvgRectangle viewport = { 0, 0, 800, 500 };
  cairo_surface_t *surface = new_white (800, 500);
  cairo_t *cr = cairo_create (surface);
  double width, height;

  g_assert_nonnull (handle);
  g_assert_true (rsvg_handle_get_intrinsic_size_in_pixels (handle, &width, &height));
  g_assert_cmpfloat (width, ==, 800);
  g_assert_cmpfloat (height, ==, 500);
  g_assert_true (rsvg_handle_render_document (handle, cr, &viewport, NULL));
  cairo_destroy (cr);
  return surface;
}

static PopplerDocument *
open_document (GBytes *bytes)
{
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);

  g_assert_nonnull (document);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  return document;
}

static cairo_surface_t *
open_pdf (GBytes *bytes)
{
  g_autoptr (OwnedDocument) document = open_document (bytes);
  g_autoptr (OwnedPage) page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface = new_white (800, 500);
  cairo_t *cr = cairo_create (surface);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat (width, ==, 600);
  g_assert_cmpfloat (height, ==, 375);
  cairo_scale (cr, 800 / 600.0, 800 / 600.0);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guchar *row
    = cairo_image_surface_get_data (surface) + (int) floor (y) * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) floor (x)] & 0xffffff;
}

static int
distance (guint32 one, guint32 other)
{
  int sum = 0;

  for (int shift = 0; shift < 24; shift += 8)
    sum += abs ((int) (one >> shift & 255) - (int) (other >> shift & 255));
  return sum;
}

/* The observed loss curve is where the scene says, in its colour, within a pixel. */
static void
check_curve (const ScopeScene *scene, cairo_surface_t *surface)
{
  const ScopeColour *ink = &scope_theme_palette (scope_scene_get_theme (scene))->ink[SCOPE_INK_LOSS];
  guint32 colour = (guint32) lround (ink->red * 255) << 16 | (guint32) lround (ink->green * 255) << 8
                   | (guint32) lround (ink->blue * 255);
  int checked = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);

      if (item->role != &scope_role_curve || item->index != 0)
        continue;
      /* The left end: no label, tangent or point is near. */
      for (size_t p = 1; p < item->n_points && item->points[p].x < 110; p++, checked++)
        {
          int nearest = 1000;

          for (int d = 0; d < 9; d++)
            nearest
              = MIN (nearest,
                     distance (pixel (surface, item->points[p].x + d % 3 - 1, item->points[p].y + d / 3 - 1),
                               colour));
          g_assert_cmpint (nearest, <, 90);
        }
    }
  g_assert_cmpint (checked, >=, 3);
}

static void
test_curves (void)
{
  for (int theme = 0; theme < SCOPE_N_THEMES; theme++)
    {
      g_autoptr (ScopeScene) scene = build ((ScopeTheme) theme, NULL);
      g_autoptr (GBytes) png = render (scene, &scope_png_format, FALSE, 1, FALSE);
      g_autoptr (GBytes) svg = render (scene, &scope_svg_format, FALSE, 1, FALSE);
      g_autoptr (GBytes) pdf = render (scene, &scope_pdf_format, FALSE, 1, FALSE);
      cairo_surface_t *surfaces[] = { open_png (png), open_svg (svg), open_pdf (pdf) };

      for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
        {
          check_curve (scene, surfaces[i]);
          cairo_surface_destroy (surfaces[i]);
        }
    }
}

static void
test_png_scale (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_LIGHT, NULL);
  g_autoptr (GBytes) opaque = render (scene, &scope_png_format, FALSE, 2.5, FALSE);
  g_autoptr (GBytes) clear = render (scene, &scope_png_format, TRUE, 1, FALSE);
  cairo_surface_t *large = open_png (opaque), *transparent = open_png (clear);

  g_assert_cmpint (cairo_image_surface_get_width (large), ==, 2000);
  g_assert_cmpint (cairo_image_surface_get_height (large), ==, 1250);
  g_assert_cmpint (cairo_image_surface_get_format (large), ==, CAIRO_FORMAT_RGB24);
  g_assert_cmpint (cairo_image_surface_get_format (transparent), ==, CAIRO_FORMAT_ARGB32);
  g_assert_cmphex (((guint32 *) (gpointer) cairo_image_surface_get_data (transparent))[0], ==, 0);
  cairo_surface_destroy (large);
  cairo_surface_destroy (transparent);
}

/* How much of a rectangle is not its ground, in thousandths. */
static int
ink_in (cairo_surface_t *surface, const ScopeRect *rect)
{
  int inked = 0, n = 0;

  for (double y = fmax (rect->y, 0); y < fmin (rect->y + rect->height, 500); y++)
    for (double x = fmax (rect->x, 0); x < fmin (rect->x + rect->width, 800); x++, n++)
      inked += distance (pixel (surface, x, y), 0xffffff);
  return n > 0 ? inked * 10 / 765 * 100 / n : 0;
}

/* Every text is there, in every format: as much ink where the scene puts it. */
/* Every part that an SVG draws has a class of its own to style it by. */
static void
test_svg_classes (void)
{
  g_autoptr (ScopeScene) scene = scope_scene_new (100, 100, SCOPE_THEME_LIGHT);
  g_autoptr (GBytes) svg = NULL;
  g_auto (GStrv) parts = NULL;
  const ScopePoint corners[2] = { { 10, 10 }, { 20, 20 } };
  const ScopeRole *const roles[] = { &scope_role_bar, &scope_role_panel_title, &scope_role_crosshair };
  const char *const names[] = { "bar\"", "panel-title\"", "crosshair\"" };
  const char *text;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    scope_scene_add (scene, &(ScopeItem) { .role = roles[i],
                                           .shape = SCOPE_SHAPE_RECT,
                                           .fill = SCOPE_INK_TEXT,
                                           .opacity = 1,
                                           .clip = -1,
                                           .points = corners,
                                           .n_points = 2 });
  svg = render (scene, &scope_svg_format, FALSE, 1, FALSE);
  text = g_bytes_get_data (svg, NULL);
  parts = g_strsplit (text, "class=\"", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, G_N_ELEMENTS (roles) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_true (g_str_has_prefix (parts[i + 1], names[i]));
}

static void
test_texts (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_PRINT, NULL);
  g_autoptr (GBytes) png = render (scene, &scope_png_format, FALSE, 1, FALSE);
  g_autoptr (GBytes) svg = render (scene, &scope_svg_format, FALSE, 1, FALSE);
  g_autoptr (GBytes) pdf = render (scene, &scope_pdf_format, FALSE, 1, FALSE);
  cairo_surface_t *of_png = open_png (png), *of_svg = open_svg (svg), *of_pdf = open_pdf (pdf);
  int checked = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;
      int ink;

      if (item->line == NULL)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      ink = ink_in (of_png, &rect);
      /* A product's dot is little ink in a line's height. */
      g_assert_cmpint (ink, >, g_str_equal (scope_line_get_text (item->line), "·") ? 5 : 30);
      g_assert_cmpint (abs (ink_in (of_svg, &rect) - ink), <, 10 + ink / 5);
      g_assert_cmpint (abs (ink_in (of_pdf, &rect) - ink), <, 10 + ink / 5);
      checked++;
    }
  g_assert_cmpint (checked, >, 30);
  cairo_surface_destroy (of_png);
  cairo_surface_destroy (of_svg);
  cairo_surface_destroy (of_pdf);
}

/* Stripes join without a seam: the same picture, one stripe or many. */
static void
test_png_stripes (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_LIGHT, NULL);
  g_autoptr (GBytes) bytes = render (scene, &scope_png_format, FALSE, 8, FALSE);
  cairo_surface_t *surface = open_png (bytes);
  int white = 0;

  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 4000);
  for (int y = 0; y < 4000; y++)
    white += pixel (surface, 0, y) == 0xffffff;
  g_assert_cmpint (white, ==, 4000);
  cairo_surface_destroy (surface);
}

static void
test_svg_text (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_LIGHT, "A<b>&\"c\"");
  g_autoptr (GBytes) text = render (scene, &scope_svg_format, FALSE, 1, TRUE);
  g_autoptr (GBytes) outlines = render (scene, &scope_svg_format, TRUE, 1, FALSE);
  const char *of_text = g_bytes_get_data (text, NULL);
  const char *of_outlines = g_bytes_get_data (outlines, NULL);
  cairo_surface_t *surface = open_svg (text);

  g_assert_nonnull (strstr (of_text, "\">A &lt;title&gt; &amp; more</title>"));
  g_assert_nonnull (strstr (of_text, "\">b₃ −2</desc>"));
  g_assert_nonnull (strstr (of_text, ">−0.8491</tspan>"));
  g_assert_nonnull (strstr (of_text, "A&lt;b&gt;&amp;&quot;c&quot;"));
  g_assert_null (strstr (of_outlines, "<text"));
  g_assert_null (strstr (of_outlines, "class=\"ground\""));
  g_assert_nonnull (strstr (of_outlines, "aria-label=\"L = 1.891\""));
  cairo_surface_destroy (surface);
}

static guint
count_words (const char *text, const char *end, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL && at < end; at = strstr (at + 1, word))
    n++;
  return n;
}

/* Whatever fonts there are, a line's runs follow one another: it has one place, and says how long it is. */
static void
test_svg_text_flows (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_LIGHT, NULL);
  g_autoptr (GBytes) bytes = render (scene, &scope_svg_format, FALSE, 1, TRUE);
  const char *at = g_bytes_get_data (bytes, NULL);
  guint n_runs = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      const char *end, *length;
      ScopeLineSize size;

      if (item->line == NULL)
        continue;
      at = strstr (at, "<text ");
      g_assert_nonnull (at);
      end = strstr (at, "</text>");
      length = strstr (at, " textLength=\"");
      scope_line_get_size (item->line, &size);
      g_assert_true (length != NULL && length < end);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (length + strlen (" textLength=\""), NULL),
                                      size.width_px, 0.01);
      g_assert_cmpuint (count_words (at, end, "<tspan"), ==, scope_line_get_n_runs (item->line));
      g_assert_cmpuint (count_words (at, end, " x=\""), ==, 1);
      g_assert_cmpuint (count_words (at, end, " y=\""), ==, 1);
      n_runs += count_words (at, end, "<tspan") - 1;
      at = end;
    }
  g_assert_cmpuint (n_runs, >, 20);
}

static void
test_pdf (void)
{
  g_autoptr (ScopeScene) scene = build (SCOPE_THEME_PRINT, NULL);
  g_autoptr (GBytes) bytes = render (scene, &scope_pdf_format, FALSE, 1, FALSE);
  g_autoptr (OwnedDocument) document = open_document (bytes);
  g_autoptr (OwnedPage) page = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autoptr (OwnedFontInfo) info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;

  g_assert_nonnull (strstr (text, "1.891"));
  g_assert_nonnull (strstr (text, "−0.8491"));
  g_assert_nonnull (strstr (text, "ln 3: pure guess"));
  g_assert_cmpstr (title, ==, "A <title> & more");
  g_assert_cmpstr (subject, ==, "b₃ −2");
  g_assert_true (poppler_font_info_scan (info, 1, &iter));
  do
    g_assert_true (poppler_fonts_iter_is_embedded (iter));
  while (poppler_fonts_iter_next (iter));
  poppler_fonts_iter_free (iter);
}

/* The same bytes on repeat, in another folder, with an empty HOME and in another language. */
static void
test_same_bytes (void)
{
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    {
      g_autoptr (ScopeScene) scene = build (SCOPE_THEME_LIGHT, NULL), again = NULL;
      g_autoptr (GBytes) one = render (scene, format, FALSE, 1, FALSE);
      g_autoptr (GBytes) two = NULL;
      g_autofree char *folder = g_get_current_dir ();
      ScopeFonts *kept = fonts;

      g_setenv ("HOME", "/nowhere", TRUE);
      test_take_comma ();
      g_assert_cmpint (g_chdir ("/"), ==, 0);
      fonts = test_fonts ();
      again = build (SCOPE_THEME_LIGHT, NULL);
      two = render (again, format, FALSE, 1, FALSE);
      setlocale (LC_ALL, "C");
      g_assert_cmpint (g_chdir (folder), ==, 0);
      g_assert_true (g_bytes_equal (one, two));
      g_clear_pointer (&again, scope_scene_free);
      scope_fonts_free (fonts);
      fonts = kept;
    }
}

static void
test_sizes (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (scope_picture_check_size (&scope_png_format, 1920, 1080, 1, NULL));
  g_assert_true (scope_picture_check_size (&scope_png_format, 1, 1, 1, NULL));
  g_assert_true (scope_picture_check_size (&scope_png_format, 16384, 16357, 1, NULL));
  g_assert_false (scope_picture_check_size (&scope_png_format, 16384, 16358, 1, NULL));
  g_assert_false (scope_picture_check_size (&scope_png_format, 32768, 10, 1, NULL));
  g_assert_false (scope_picture_check_size (&scope_png_format, 100, 100, 0.001, NULL));
  g_assert_false (scope_picture_check_size (&scope_png_format, 1920, 1080, 100, &error));
  g_assert_nonnull (strstr (error->message, "192000 × 108000"));
  g_assert_nonnull (strstr (error->message, "32767"));
}

static void
test_formats (void)
{
  g_autofree char *names = scope_picture_list_formats (""), *endings = scope_picture_list_formats (".");
  g_autofree char *last = NULL;
  const ScopeFormat *format;
  guint n = 0;

  g_assert_true (scope_picture_find_format_of ("a/b.c/plot.SVG") == &scope_svg_format);
  g_assert_null (scope_picture_find_format_of ("plot.svgz"));
  g_assert_null (scope_picture_find_format_of ("plot"));
  for (; (format = scope_picture_get_format (n)) != NULL; n++)
    {
      g_assert_cmpstr (scope_picture_endings ()[n], ==, format->name);
      g_assert_true (scope_picture_find_format (format->name) == format);
    }
  g_assert_null (scope_picture_endings ()[n]);
  last = g_strconcat (" or .", scope_picture_endings ()[n - 1], NULL);
  g_assert_true (g_str_has_prefix (names, "png, svg"));
  g_assert_true (g_str_has_prefix (endings, ".png, .svg"));
  g_assert_true (g_str_has_suffix (endings, last));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/picture/curves", test_curves);
  g_test_add_func ("/picture/texts", test_texts);
  g_test_add_func ("/picture/svg-classes", test_svg_classes);
  g_test_add_func ("/picture/png-scale", test_png_scale);
  g_test_add_func ("/picture/png-stripes", test_png_stripes);
  g_test_add_func ("/picture/svg-text", test_svg_text);
  g_test_add_func ("/picture/svg-text-flows", test_svg_text_flows);
  g_test_add_func ("/picture/pdf", test_pdf);
  g_test_add_func ("/picture/same-bytes", test_same_bytes);
  g_test_add_func ("/picture/sizes", test_sizes);
  g_test_add_func ("/picture/formats", test_formats);
  return test_run (fonts);
}
