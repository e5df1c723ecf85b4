/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture.h"

#include <math.h>

#include "ending.h"

#define FORMAT(name) &scope_##name##_format,
static const ScopeFormat *const formats[] = { SCOPE_FORMATS (FORMAT) };

const ScopeFormat *
scope_picture_get_format (guint n)
{
  return n < G_N_ELEMENTS (formats) ? formats[n] : NULL;
}

const ScopeFormat *
scope_picture_find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i]->name) == 0)
      return formats[i];
  return NULL;
}

const ScopeFormat *
scope_picture_find_format_of (const char *path)
{
  int i = scope_ending_find (path, scope_picture_endings ());

  return i >= 0 ? formats[i] : NULL;
}

#define NAME(name) #name,
const char *const *
scope_picture_endings (void)
{
  static const char *const endings[] = { SCOPE_FORMATS (NAME) NULL };

  return endings;
}

char *
scope_picture_list_formats (const char *before)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (list, "%s%s%s",
                            i == 0                           ? ""
                            : i + 1 < G_N_ELEMENTS (formats) ? ", "
                                                             : " or ",
                            before, formats[i]->name);
  return g_string_free (list, FALSE);
}

gboolean
scope_picture_check_size (const ScopeFormat *format, double width_px, double height_px, double scale,
                          GError **error)
{
  double times = format->can & SCOPE_FORMAT_PIXELS ? scale : 1;
  double width = round (width_px * times), height = round (height_px * times);

  if (width >= 1 && height >= 1 && width <= SCOPE_PICTURE_MAX_SIDE && height <= SCOPE_PICTURE_MAX_SIDE
      && width * height <= SCOPE_PICTURE_MAX_PIXELS)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
               "a picture of %.0f × %.0f pixels is out of range: 1 to %d pixels a side and at most "
               "%d million in all are allowed",
               width, height, SCOPE_PICTURE_MAX_SIDE, SCOPE_PICTURE_MAX_PIXELS / 1000000);
  return FALSE;
}

/* Where there are several, they need pages, all of one size. */
static gboolean
check_frames (const ScopeFormat *format, const ScopeFrame *frames, guint n, double scale, GError **error)
{
  double width = scope_scene_get_width (frames->scene), height = scope_scene_get_height (frames->scene);

  for (guint i = 1; i < n; i++)
    if (!(format->can & SCOPE_FORMAT_PAGES) || scope_scene_get_width (frames[i].scene) != width
        || scope_scene_get_height (frames[i].scene) != height)
      {
        g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                     "%s does not hold these %u pictures in one file", format->title, n);
        return FALSE;
      }
  return scope_picture_check_size (format, width, height, scale, error);
}

GBytes *
scope_picture_render (const ScopeFormat *format, const ScopeFrame *frames, guint n,
                      const ScopePictureOptions *options, GError **error)
{
  ScopePictureOptions possible = *options;

  if (!check_frames (format, frames, n, options->scale, error))
    return NULL;
  possible.transparent &= (format->can & SCOPE_FORMAT_ALPHA) != 0;
  possible.svg_text &= (format->can & SCOPE_FORMAT_TEXT) != 0;
  return format->render (frames, n, &possible, error);
}
