/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "format.h"

#include <cairo-pdf.h>

#include "paint.h"

/* 96 pixels and 72 points to the inch. */
#define POINTS_PER_PIXEL 0.75

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The date is left out: the same picture has the same bytes tomorrow. */
static void
set_metadata (cairo_surface_t *surface, const ScopeFrame *first)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Logitscope");
  if (first->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, first->title);
  if (first->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, first->description);
}

static GBytes *
render (const ScopeFrame *frames, guint n, const ScopePictureOptions *options, GError **error)
{
  GByteArray *out = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
    write_cb, out, scope_scene_get_width (frames->scene) * POINTS_PER_PIXEL,
    scope_scene_get_height (frames->scene) * POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  set_metadata (surface, frames);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  for (guint i = 0; i < n; i++)
    {
      scope_paint_scene (frames[i].scene, cr, SCOPE_REPLAY_PICTURE (options->transparent));
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "The PDF cannot be made: %s",
                   cairo_status_to_string (status));
      g_byte_array_unref (out);
      return NULL;
    }
  return g_byte_array_free_to_bytes (out);
}

const ScopeFormat scope_pdf_format = { .name = "pdf",
                                       .title = "PDF",
                                       .mime_type = "application/pdf",
                                       .can = SCOPE_FORMAT_ALPHA | SCOPE_FORMAT_PAGES,
                                       .render = render };
