/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export.h"

#include <string.h>
#include <sys/stat.h>

#include "complain.h"
#include "curves.h"
#include "escape.h"
#include "figure-frame.h"
#include "figure-missing.h"
#include "file.h"
#include "idle.h"
#include "input.h"
#include "location.h"
#include "options.h"
#include "parse.h"
#include "settled.h"

/* Whoever opens the file later goes by its name. */
static void
note_other_ending (const ScopeOptions *options)
{
  g_autofree char *shown = scope_escape (options->output, strlen (options->output));
  const ScopeFormat *told = scope_picture_find_format_of (options->output);

  if (told != NULL && told != options->format)
    scope_complain ("note: %s ends in .%s and is written as %s, as --format says", shown, told->name,
                    options->format->name);
}

/* By --format, else by the file's ending; NULL where neither tells it. */
static const ScopeFormat *
choose_format (const ScopeOptions *options)
{
  g_autofree char *names = scope_picture_list_formats (""), *endings = scope_picture_list_formats (".");
  const ScopeFormat *format = options->format;

  if (options->output == NULL)
    {
      scope_complain ("export needs --output=FILE, a name that ends in %s", endings);
      return NULL;
    }
  if (format != NULL)
    note_other_ending (options);
  else
    format = scope_picture_find_format_of (options->output);
  if (format == NULL)
    scope_complain ("--output=%s does not tell the format; allowed: a name that ends in %s, or --format=%s "
                    "beside it",
                    options->output, endings, names);
  return format;
}

/* --- The picture */

/* Names what was asked for and is not in the picture; FALSE where that is an error. */
static gboolean
note_left_out (const ScopeOptions *options, unsigned left_out, GError **error)
{
  g_autofree char *names = scope_part_names (left_out);

  if (left_out == 0)
    return TRUE;
  if (options->strict)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                 "not in the picture, which has no room for it or nothing to show: %s", names);
  else
    scope_complain ("note: not in the picture, which has no room for it or nothing to show: %s", names);
  return !options->strict;
}

/* What a picture is made of, and of again where another is compared with it. */
typedef struct
{
  const GArray *rows; /* NULL for one flower */
  ScopeFonts *fonts;
  ScopeCurves *curves;
} Material;

/* As an SVG, whose bytes are the scene's. */
static GBytes *
draw (const ScopeOptions *options, gpointer data)
{
  const Material *material = data;
  g_auto (ScopeFrame) frame = { 0 };
  g_auto (ScopeSettled) settled = { 0 };

  if (scope_settled_init (&settled, options, material->rows) != 0)
    return NULL;
  scope_figure_frame_init (&frame, &settled.figure, material->curves, material->fonts);
  return scope_picture_render (&scope_svg_format, &frame, 1, &options->picture, NULL);
}

/* The picture's bytes, and notes of what is not in it. */
static int
make_picture (const ScopeOptions *options, Material *material, GBytes **bytes, GError **error)
{
  g_auto (ScopeFrame) frame = { 0 };
  g_auto (ScopeSettled) settled = { 0 };
  int status = scope_settled_init (&settled, options, material->rows);

  if (status != 0)
    return status;
  scope_figure_frame_init (&frame, &settled.figure, material->curves, material->fonts);
  if (!note_left_out (options, scope_figure_left_out (&settled.figure, frame.scene, options->asked), error))
    return 1;
  scope_idle_note_no_step (options, &settled.figure, frame.scene);
  scope_idle_note_unseen (options, draw, material);
  *bytes = scope_picture_render (options->format, &frame, 1, &options->picture, error);
  return *bytes != NULL ? 0 : 1;
}

/* --- A page for each step */

/* One page. */
static int
make_page (const ScopeOptions *options, guint i, const Material *material, ScopeFrame *page)
{
  g_auto (ScopeSettled) settled = { 0 };
  g_autoptr (GArray) rows = NULL;
  ScopeOptions at;
  int status;

  if (!scope_parse_options_at (&at, options, SCOPE_COMMAND_EXPORT, i + 1))
    return 2;
  if (options->input == NULL && at.n_rows > 0)
    rows = scope_input_load (&at);
  status = scope_settled_init (&settled, &at,
                               rows != NULL             ? rows
                               : options->input != NULL ? material->rows
                                                        : NULL);
  if (status == 0)
    scope_figure_frame_init (page, &settled.figure, material->curves, material->fonts);
  return status;
}

static int
make_pages (const ScopeOptions *options, const Material *material, GBytes **bytes, GError **error)
{
  const guint n = options->document->steps->len;
  g_autofree ScopeFrame *pages = g_new0 (ScopeFrame, n);
  int status = 0;

  for (guint i = 0; i < n && status == 0; i++)
    status = make_page (options, i, material, &pages[i]);
  if (status == 0)
    *bytes = scope_picture_render (options->format, pages, n, &options->picture, error);
  for (guint i = 0; i < n; i++)
    scope_frame_clear (&pages[i]);
  return status == 0 && *bytes == NULL ? 1 : status;
}

/* Where the file cannot appear whole, that is said before it is written over. */
static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GError) not_whole = NULL;
  g_autofree char *notice = NULL;

  if (!scope_file_write_full (path, bytes, SCOPE_FILE_DEFAULT, &notice, &not_whole))
    {
      if (!g_error_matches (not_whole, SCOPE_FILE_ERROR, SCOPE_FILE_ERROR_ONLY_IN_PLACE))
        {
          g_propagate_error (error, g_steal_pointer (&not_whole));
          return FALSE;
        }
      scope_complain ("note: %s; writing it in place", not_whole->message);
      return scope_file_write_full (path, bytes, SCOPE_FILE_IN_PLACE, NULL, error);
    }
  if (notice != NULL)
    scope_complain ("note: %s", notice);
  return TRUE;
}

/* A picture in the place of what it is made of was not meant, by whatever names that is reached. */
static gboolean
is_written_over (const ScopeOptions *options, const char *path)
{
  struct stat source, picture;

  return path != NULL && stat (path, &source) == 0 && S_ISREG (source.st_mode)
         && stat (options->output, &picture) == 0 && source.st_dev == picture.st_dev
         && source.st_ino == picture.st_ino;
}

static int
write_picture (const ScopeOptions *options, const GArray *rows)
{
  g_autofree char *data = scope_location_data ();
  g_autofree char *folder = g_build_filename (data, "fonts", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScopeCurves) curves = scope_curves_new ();
  g_autoptr (ScopeFonts) fonts = NULL;
  g_autoptr (GBytes) bytes = NULL;
  Material material = { rows, NULL, curves };
  int status = 1;

  scope_fonts_spare_system ();
  material.fonts = fonts = scope_fonts_new (folder, &error);
  if (fonts != NULL)
    status = options->all_steps ? make_pages (options, &material, &bytes, &error)
                                : make_picture (options, &material, &bytes, &error);
  if (status == 0 && !write_file (options->output, bytes, &error))
    status = 1;
  if (error != NULL)
    scope_complain ("%s", error->message);
  return status;
}

/* The formats that hold several pages. */
static gboolean
check_pages (const ScopeOptions *options)
{
  if (!options->all_steps || (options->format->can & SCOPE_FORMAT_PAGES))
    return TRUE;
  scope_complain ("--step=all needs a format that has pages: pdf");
  return FALSE;
}

int
scope_export_run (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;
  ScopeOptions settled = *options;

  settled.format = choose_format (options);
  if (settled.format == NULL || !check_pages (&settled))
    return 2;
  if (is_written_over (options, options->input))
    {
      scope_complain ("--input=%s and --output=%s are the same file: the picture would replace the rows",
                      options->input, options->output);
      return 2;
    }
  if (is_written_over (options, options->document_path))
    {
      scope_complain ("%s and --output=%s are the same file: the picture would replace the document",
                      options->document_path, options->output);
      return 2;
    }
  scope_idle_note (&settled, SCOPE_COMMAND_EXPORT);
  if (!scope_picture_check_size (settled.format, options->figure.width_px, options->figure.height_px,
                                 options->picture.scale, &error))
    {
      scope_complain ("--size and --scale: %s", error->message);
      return 2;
    }
  if (scope_input_has_rows (options))
    {
      rows = scope_input_load (options);
      if (rows == NULL)
        return 1;
    }
  return write_picture (&settled, rows);
}
