/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <png.h>
#include <string.h>

#include "scenes.h"

/* What the libraries below may say in the middle of a picture. The linker puts these functions in the
 * place of theirs: tests/meson.build. */

static enum {
  FAULT_NONE,
  FAULT_WARNING,
  FAULT_FLUSH,
  FAULT_ERROR,
  FAULT_SURFACE,
  FAULT_PAINT,
} fault;
static guint n_rows;

void __real_png_write_row (png_structp png, png_const_bytep row);
void __wrap_png_write_row (png_structp png, png_const_bytep row);
cairo_status_t __real_cairo_surface_status (cairo_surface_t *surface);
cairo_status_t __wrap_cairo_surface_status (cairo_surface_t *surface);
cairo_status_t __real_cairo_status (cairo_t *cr);
cairo_status_t __wrap_cairo_status (cairo_t *cr);

void
__wrap_png_write_row (png_structp png, png_const_bytep row)
{
  if (++n_rows == 3 && fault == FAULT_WARNING)
    png_warning (png, "a row looks odd");
  if (n_rows == 3 && fault == FAULT_FLUSH)
    png_write_flush (png);
  if (n_rows == 3 && fault == FAULT_ERROR)
    png_error (png, "no more rows");
  __real_png_write_row (png, row);
}

cairo_status_t
__wrap_cairo_surface_status (cairo_surface_t *surface)
{
  return fault == FAULT_SURFACE ? CAIRO_STATUS_WRITE_ERROR : __real_cairo_surface_status (surface);
}

cairo_status_t
__wrap_cairo_status (cairo_t *cr)
{
  return fault == FAULT_PAINT ? CAIRO_STATUS_NO_MEMORY : __real_cairo_status (cr);
}

static GBytes *
render (const ScopeFormat *format, int now, const char *title, GError **error)
{
  g_autoptr (ScopeFonts) fonts = test_fonts ();
  g_autoptr (ScopeScene) scene = NULL;
  ScopeFigure figure;
  GBytes *bytes;

  scope_figure_init (&figure);
  figure.width_px = 400;
  figure.height_px = 300;
  scene = test_build (fonts, &figure);
  fault = now;
  n_rows = 0;
  bytes = scope_picture_render (format, &(ScopeFrame) { scene, title, title }, 1,
                                &(ScopePictureOptions) { .scale = 1 }, error);
  fault = FAULT_NONE;
  return bytes;
}

static void
assert_fails (const ScopeFormat *format, int now, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (format, now, "a", &error);

  g_assert_null (bytes);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, message));
}

/* An error gives no picture and says why; a warning changes no byte. */
static void
test_png (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = render (&scope_png_format, FAULT_NONE, "a", &error);
  g_autoptr (GBytes) warned = render (&scope_png_format, FAULT_WARNING, "a", &error);
  g_autoptr (GBytes) flushed = render (&scope_png_format, FAULT_FLUSH, "a", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 300);
  g_assert_true (g_bytes_equal (plain, warned));
  g_assert_nonnull (flushed);
  assert_fails (&scope_png_format, FAULT_ERROR, "no more rows");
}

static void
test_pdf (void)
{
  assert_fails (&scope_pdf_format, FAULT_SURFACE, "writing to output stream");
  assert_fails (&scope_pdf_format, FAULT_PAINT, "out of memory");
}

/* Neither title nor description need be there, and the same words are in no file then. */
static void
test_untitled (void)
{
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = render (format, FAULT_NONE, NULL, &error);
      g_autoptr (GBytes) titled = render (format, FAULT_NONE, "Weird\x01 title", &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
      g_assert_false (g_bytes_equal (bytes, titled));
    }
}

/* What XML has no place for is dropped from a title, and what it has its own words for is told in them. */
static void
test_odd_title (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (&scope_svg_format, FAULT_NONE,
                                     "a\x01"
                                     "b\uFFFE"
                                     "c\uFFFF"
                                     "d<e>&\"",
                                     &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "abcd&lt;e&gt;&amp;&quot;"));
}

/* Each limit of a bitmap by itself. */
static void
test_limits (void)
{
  static const struct
  {
    double width, height, scale;
    gboolean fits;
  } rows[] = {
    { 100, 100, 1, TRUE },      { 100, 100, 1e-3, FALSE },  { 100, 1e3, 4e-3, FALSE },
    { 1e3, 100, 4e-3, FALSE },  { 32767, 1, 1, TRUE },      { 32768, 1, 1, FALSE },
    { 1, 32767, 1, TRUE },      { 1, 32768, 1, FALSE },     { 16000, 16000, 1, TRUE },
    { 17000, 17000, 1, FALSE }, { 100, 100, 1e300, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (
        scope_picture_check_size (&scope_png_format, rows[i].width, rows[i].height, rows[i].scale, &error)
        == rows[i].fits);
      g_assert_true ((error == NULL) == rows[i].fits);
    }
}

static void
test_names (void)
{
  g_assert_true (scope_picture_find_format ("PDF") == &scope_pdf_format);
  g_assert_null (scope_picture_find_format ("gif"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-faults/png", test_png);
  g_test_add_func ("/picture-faults/pdf", test_pdf);
  g_test_add_func ("/picture-faults/untitled", test_untitled);
  g_test_add_func ("/picture-faults/odd-title", test_odd_title);
  g_test_add_func ("/picture-faults/limits", test_limits);
  g_test_add_func ("/picture-faults/names", test_names);
  return g_test_run ();
}
