/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <math.h>
#include <string.h>

#include "ending.h"

static const ScopePictureWriter *const writers[] = {
  [SCOPE_PICTURE_PNG] = &scope_png_writer,
  [SCOPE_PICTURE_SVG] = &scope_svg_writer,
  [SCOPE_PICTURE_PDF] = &scope_pdf_writer,
};

const char *const *
scope_picture_endings (void)
{
  static const char *endings[G_N_ELEMENTS (writers) + 1];
  static gsize is_filled;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
        endings[i] = writers[i]->name;
      g_once_init_leave (&is_filled, 1);
    }
  return endings;
}

gboolean
scope_picture_format_from_path (const char *path, ScopePictureFormat *format)
{
  int i = scope_ending_find (path, scope_picture_endings ());

  if (i >= 0)
    *format = (ScopePictureFormat) i;
  return i >= 0;
}

gboolean
scope_picture_format_from_name (const char *name, ScopePictureFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_ascii_strcasecmp (name, writers[i]->name) == 0)
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

  if (width >= 1 && height >= 1 && width <= SCOPE_PICTURE_MAX_SIDE && height <= SCOPE_PICTURE_MAX_SIDE
      && width * height <= SCOPE_PICTURE_MAX_PIXELS)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               "a picture of %.0f × %.0f pixels is out of range: 1 to %d pixels a side and at most "
               "%d million in all are allowed",
               width, height, SCOPE_PICTURE_MAX_SIDE, SCOPE_PICTURE_MAX_PIXELS / 1000000);
  return FALSE;
}

GBytes *
scope_picture_render (const ScopeScene *scene, ScopePictureFormat format, const ScopePictureOptions *options,
                      GError **error)
{
  const ScopePictureWriter *writer = writers[format];

  if (!scope_picture_check_size (scope_scene_get_width (scene), scope_scene_get_height (scene),
                                 writer->is_bitmap ? options->scale : 1, error))
    return NULL;
  return writer->render (scene, options, error);
}
