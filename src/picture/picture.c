/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <math.h>
#include <string.h>

#include "ending.h"
#include "formats.h"

static const char *const endings[] = {
  [SCOPE_PICTURE_PNG] = "png",
  [SCOPE_PICTURE_SVG] = "svg",
  [SCOPE_PICTURE_PDF] = "pdf",
  NULL,
};

const char *const *
scope_picture_endings (void)
{
  return endings;
}

gboolean
scope_picture_format_from_path (const char *path, ScopePictureFormat *format)
{
  int i = scope_ending_find (path, endings);

  if (i >= 0)
    *format = (ScopePictureFormat) i;
  return i >= 0;
}

gboolean
scope_picture_format_from_name (const char *name, ScopePictureFormat *format)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (name, endings[i]) == 0)
      {
        *format = (ScopePictureFormat) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
scope_picture_check_size (double width_px, double height_px, double scale, GError **error)
{
  double width = round (width_px * scale), height = round (height_px * scale);

  if (width >= 1 && height >= 1 && width <= SCOPE_PICTURE_MAX_SIDE
      && height <= SCOPE_PICTURE_MAX_SIDE && width * height <= SCOPE_PICTURE_MAX_PIXELS)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               "a picture of %.0f × %.0f pixels is out of range: 1 to %d pixels a side and at most "
               "%d million in all are allowed",
               width, height, SCOPE_PICTURE_MAX_SIDE, SCOPE_PICTURE_MAX_PIXELS / 1000000);
  return FALSE;
}

GBytes *
scope_picture_render (const ScopeScene *scene, ScopePictureFormat format,
                      const ScopePictureOptions *options, GError **error)
{
  double scale = format == SCOPE_PICTURE_PNG ? options->scale : 1;

  if (!scope_picture_check_size (scope_scene_get_width (scene), scope_scene_get_height (scene),
                                 scale, error))
    return NULL;

  switch (format)
    {
    case SCOPE_PICTURE_SVG:
      return scope_svg_render (scene, options);
    case SCOPE_PICTURE_PDF:
      return scope_pdf_render (scene, options, error);
    case SCOPE_PICTURE_PNG:
    default:
      return scope_png_render (scene, options, error);
    }
}
