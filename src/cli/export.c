/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "options.h"

#include "file.h"
#include "location.h"

/* By --format, else by the file's ending. */
static gboolean
choose_format (const ScopeOptions *options, ScopePictureFormat *format)
{
  *format = options->picture_format;
  if (options->output == NULL)
    {
      scope_complain ("export needs --output=FILE, a name that ends in .png, .svg or .pdf");
      return FALSE;
    }
  if (options->has_picture_format || scope_picture_format_from_path (options->output, format))
    return TRUE;
  scope_complain ("--output=%s does not tell the format; allowed: a name that ends in .png, .svg "
                  "or .pdf, or --format=png, svg or pdf beside it",
                  options->output);
  return FALSE;
}

static GBytes *
render (const ScopeOptions *options, ScopePictureFormat format, GError **error)
{
  g_autofree char *data = scope_location_data ();
  g_autofree char *folder = g_build_filename (data, "fonts", NULL);
  g_autoptr (ScopeFonts) fonts = scope_fonts_new (folder, error);
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeScene) scene = NULL;
  g_autofree char *title = scope_figure_question (&options->figure);
  g_autofree char *description = scope_figure_describe (&options->figure);

  if (fonts == NULL)
    return NULL;
  scene = scope_figure_build (&options->figure, curves, fonts);
  return scope_picture_render (scene, format,
                               &(ScopePictureOptions) { .scale = options->scale,
                                                        .transparent = options->transparent,
                                                        .svg_text = options->svg_text,
                                                        .title = title,
                                                        .description = description },
                               error);
}

int
scope_export (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  ScopePictureFormat format;

  if (!choose_format (options, &format))
    return 2;
  if (!scope_picture_check_size (options->figure.width_px, options->figure.height_px,
                                 format == SCOPE_PICTURE_PNG ? options->scale : 1, &error))
    {
      scope_complain ("--size and --scale: %s", error->message);
      return 2;
    }

  scope_fonts_spare_system ();
  bytes = render (options, format, &error);
  if (bytes == NULL || !scope_file_write (options->output, bytes, &error))
    {
      scope_complain ("%s", error->message);
      return 1;
    }
  return 0;
}
