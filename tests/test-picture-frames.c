/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <string.h>

#include "figure-frame.h"
#include "owned-pdf.h"
#include "scenes.h"

/* What formats can, and files of several pictures. */

#define N_FRAMES 3

static const ScopePictureOptions usual = { .scale = 1 };
static ScopeFonts *fonts;

static ScopeFrame
make_frame (double b, double width_px)
{
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  ScopeFrame frame;
  ScopeFigure figure;

  scope_figure_init (&figure);
  figure.width_px = width_px;
  figure.height_px = 401;
  figure.parameters.b = b;
  scope_figure_frame_init (&frame, &figure, curves, fonts);
  return frame;
}

/* A page each, in their order, as large as a picture by itself; the file is called after the first. */
static void
test_pages (void)
{
  ScopeFrame frames[N_FRAMES];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL, alone = NULL;
  g_autoptr (OwnedDocument) document = NULL, other = NULL;
  g_autofree char *title = NULL, *subject = NULL;

  for (guint i = 0; i < N_FRAMES; i++)
    frames[i] = make_frame (i - 2.0, 641);
  bytes = scope_picture_render (&scope_pdf_format, frames, N_FRAMES, &usual, &error);
  g_assert_no_error (error);
  alone = scope_picture_render (&scope_pdf_format, &frames[1], 1, &usual, &error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  other = poppler_document_new_from_bytes (alone, NULL, &error);
  g_assert_no_error (error);
  title = poppler_document_get_title (document);
  subject = poppler_document_get_subject (document);
  g_assert_cmpstr (title, ==, frames[0].title);
  g_assert_cmpstr (subject, ==, frames[0].description);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, N_FRAMES);
  for (int i = 0; i < N_FRAMES; i++)
    {
      static const char *const losses[] = { "L = 1.891", "L = 1.122", "L = 0.566" };
      g_autoptr (OwnedPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      double width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat (width, ==, 641 * 0.75);
      g_assert_cmpfloat (height, ==, 401 * 0.75);
      g_assert_nonnull (strstr (text, losses[i]));
      scope_frame_clear (&frames[i]);
    }
  g_assert_cmpint (poppler_document_get_n_pages (other), ==, 1);
}

/* What a format cannot hold is said, and no file is made. */
static void
test_refused (void)
{
  ScopeFrame frames[] = { make_frame (-2, 640), make_frame (-1, 640), make_frame (0, 800) };
  const ScopeFormat *format;

  for (guint i = 0; (format = scope_picture_get_format (i)) != NULL; i++)
    {
      const gboolean has_pages = (format->can & SCOPE_FORMAT_PAGES) != 0;

      for (guint n = 1; n <= G_N_ELEMENTS (frames); n++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = scope_picture_render (format, frames, n, &usual, &error);

          g_assert_true ((bytes != NULL) == (n == 1 || (has_pages && n == 2)));
          if (bytes == NULL)
            {
              g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
              g_assert_nonnull (strstr (error->message, format->title));
            }
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    scope_frame_clear (&frames[i]);
}

/* --- A format of the test's own, which tells what it was asked for */

static ScopePictureOptions asked;

static GBytes *
render (const ScopeFrame *frames, guint n, const ScopePictureOptions *options, GError **error)
{
  asked = *options;
  return g_bytes_new_static ("x", 1);
}

/* Only what a format can is asked of it. */
static void
test_asked (void)
{
  static const ScopePictureOptions all = { .scale = 2, .transparent = TRUE, .svg_text = TRUE };
  static const unsigned traits[] = { 0, SCOPE_FORMAT_ALPHA, SCOPE_FORMAT_TEXT, SCOPE_FORMAT_PIXELS };
  ScopeFrame frame = make_frame (-2, 20000);

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    {
      const ScopeFormat format = { "own", "Own", "x/x", traits[i], render };
      g_autoptr (GBytes) bytes = scope_picture_render (&format, &frame, 1, &all, NULL);

      /* 40,000 pixels would be too many. */
      g_assert_true ((bytes != NULL) == (traits[i] != SCOPE_FORMAT_PIXELS));
      if (bytes == NULL)
        continue;
      g_assert_true (asked.transparent == (traits[i] == SCOPE_FORMAT_ALPHA));
      g_assert_true (asked.svg_text == (traits[i] == SCOPE_FORMAT_TEXT));
    }
  scope_frame_clear (&frame);
}

/* Every row is filled in, and none says what another one does. */
static void
test_rows (void)
{
  const ScopeFormat *one, *other;

  for (guint i = 0; (one = scope_picture_get_format (i)) != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (one->name, -1);

      g_assert_cmpstr (one->name, ==, lower);
      g_assert_true (one->title != NULL && *one->title != '\0');
      g_assert_nonnull (strchr (one->mime_type, '/'));
      for (guint j = 0; j < i; j++)
        {
          other = scope_picture_get_format (j);
          g_assert_cmpstr (one->name, !=, other->name);
          g_assert_cmpstr (one->title, !=, other->title);
          g_assert_cmpstr (one->mime_type, !=, other->mime_type);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fonts = test_fonts ();
  g_test_add_func ("/picture-frames/pages", test_pages);
  g_test_add_func ("/picture-frames/refused", test_refused);
  g_test_add_func ("/picture-frames/asked", test_asked);
  g_test_add_func ("/picture-frames/rows", test_rows);
  return test_run (fonts);
}
