/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "format.h"

#include <math.h>
#include <png.h>
#include <string.h>

#include "paint.h"

/* Level 1 without filters takes a fifth of the time of cairo's own writer, and a figure of large
 * even areas packs no worse. */
#define COMPRESSION_LEVEL 1
/* Painted in stripes: memory stays bounded, and the pixels stay in the processor's cache. */
#define STRIPE_PIXELS 1000000
#define PIXELS_PER_METRE 3779.5

typedef struct
{
  const ScopeFrame *frame;            /* Borrowed */
  const ScopePictureOptions *options; /* Borrowed */
  int width, height, stripe_height;
  cairo_surface_t *surface; /* Owned */
  GByteArray *out;          /* Owned */
  char *message;            /* Owned; of libpng */
  png_structp png;
  png_infop info;
} Writer;

static void
fail_cb (png_structp png, png_const_charp message)
{
  Writer *writer = png_get_error_ptr (png);

  g_free (writer->message);
  writer->message = g_strdup (message);
  png_longjmp (png, 1);
}

static void
warn_cb (png_structp png, png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
write_cb (png_structp png, png_bytep data, size_t size)
{
  Writer *writer = png_get_io_ptr (png);

  g_byte_array_append (writer->out, data, (guint) size);
}

static void
flush_cb (png_structp png)
{
}

static void
set_text (Writer *writer)
{
  png_text texts[3];
  const char *const values[][2] = { { "Title", writer->frame->title },
                                    { "Description", writer->frame->description },
                                    { "Software", "Logitscope" } };
  int n = 0;

  memset (texts, 0, sizeof texts);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i][1] != NULL)
      {
        texts[n].compression = PNG_ITXT_COMPRESSION_NONE;
        texts[n].key = (char *) values[i][0];
        texts[n].text = (char *) values[i][1];
        texts[n].itxt_length = strlen (values[i][1]);
        texts[n].lang = (char *) "";
        texts[n].lang_key = (char *) "";
        n++;
      }
  png_set_text (writer->png, writer->info, texts, n);
}

static void
write_header (Writer *writer)
{
  gboolean transparent = writer->options->transparent;
  png_uint_32 density = (png_uint_32) (PIXELS_PER_METRE * writer->options->scale + 0.5);

  png_set_write_fn (writer->png, writer, write_cb, flush_cb);
  png_set_IHDR (writer->png, writer->info, (png_uint_32) writer->width, (png_uint_32) writer->height, 8,
                transparent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_compression_level (writer->png, COMPRESSION_LEVEL);
  png_set_filter (writer->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_sRGB (writer->png, writer->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (writer->png, writer->info, density, density, PNG_RESOLUTION_METER);
  set_text (writer);
  png_write_info (writer->png, writer->info);
}

static void
paint_stripe (Writer *writer, int top)
{
  cairo_t *cr = cairo_create (writer->surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_translate (cr, 0, -top);
  cairo_scale (cr, writer->width / scope_scene_get_width (writer->frame->scene),
               writer->height / scope_scene_get_height (writer->frame->scene));
  scope_paint_scene (writer->frame->scene, cr, SCOPE_REPLAY_PICTURE (writer->options->transparent));
  cairo_destroy (cr);
  cairo_surface_flush (writer->surface);
}

static guchar
unmultiply (guint32 channel, guint32 alpha)
{
  return (guchar) (alpha == 0 ? 0 : (channel * 255 + alpha / 2) / alpha);
}

/* cairo's pixels are native words, their colours multiplied by alpha; PNG's are neither. */
static void
convert_transparent_row (const guint32 *pixels, int width, guchar *row)
{
  for (int x = 0; x < width; x++, row += 4)
    {
      guint32 pixel = pixels[x], alpha = pixel >> 24;

      row[0] = unmultiply (pixel >> 16 & 255, alpha);
      row[1] = unmultiply (pixel >> 8 & 255, alpha);
      row[2] = unmultiply (pixel & 255, alpha);
      row[3] = (guchar) alpha;
    }
}

static void
convert_opaque_row (const guint32 *pixels, int width, guchar *row)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = (guchar) (pixels[x] >> 16);
      row[1] = (guchar) (pixels[x] >> 8);
      row[2] = (guchar) pixels[x];
    }
}

static void
write_rows (Writer *writer, guchar *row)
{
  int stride = cairo_image_surface_get_stride (writer->surface);

  for (int top = 0; top < writer->height; top += writer->stripe_height)
    {
      int rows = MIN (writer->stripe_height, writer->height - top);
      const guchar *data;

      paint_stripe (writer, top);
      data = cairo_image_surface_get_data (writer->surface);
      for (int y = 0; y < rows; y++)
        {
          const guint32 *pixels = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);

          if (writer->options->transparent)
            convert_transparent_row (pixels, writer->width, row);
          else
            convert_opaque_row (pixels, writer->width, row);
          png_write_row (writer->png, row);
        }
    }
}

/* FALSE where libpng jumped out; only what the writer points to changes after setjmp. */
static gboolean
write_png (Writer *writer, guchar *row)
{
  if (setjmp (png_jmpbuf (writer->png)))
    return FALSE;
  write_header (writer);
  write_rows (writer, row);
  png_write_end (writer->png, NULL);
  return TRUE;
}

static GBytes *
render (const ScopeFrame *frame, guint n, const ScopePictureOptions *options, GError **error)
{
  Writer writer = { .frame = frame, .options = options };
  g_autofree guchar *row = NULL;
  gboolean written;

  writer.width = (int) round (scope_scene_get_width (frame->scene) * options->scale);
  writer.height = (int) round (scope_scene_get_height (frame->scene) * options->scale);
  writer.stripe_height = MIN (writer.height, MAX (1, STRIPE_PIXELS / writer.width));
  writer.surface = cairo_image_surface_create (
    options->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, writer.width, writer.stripe_height);
  writer.out = g_byte_array_sized_new (1 << 17);
  writer.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &writer, fail_cb, warn_cb);
  writer.info = png_create_info_struct (writer.png);
  row = g_malloc ((gsize) writer.width * 4);

  written = write_png (&writer, row);
  png_destroy_write_struct (&writer.png, &writer.info);
  cairo_surface_destroy (writer.surface);
  if (!written)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "The PNG cannot be made: %s", writer.message);
      g_free (writer.message);
      g_byte_array_unref (writer.out);
      return NULL;
    }
  return g_byte_array_free_to_bytes (writer.out);
}

const ScopeFormat scope_png_format = { .name = "png",
                                       .title = "PNG",
                                       .mime_type = "image/png",
                                       .can = SCOPE_FORMAT_PIXELS | SCOPE_FORMAT_ALPHA | SCOPE_FORMAT_COPIED,
                                       .render = render };
