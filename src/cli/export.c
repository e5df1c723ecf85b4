/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "export.h"

#include <math.h>
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
#include "shown.h"

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

/* --- Many flowers */

/* The rows of --input as what the figure is about. */
static int
take_rows (const ScopeOptions *options, const GArray *rows, ScopeFigure *figure, ScopeMany *many)
{
  *many = (ScopeMany) { .rows = (const ScopeBatchRow *) (gconstpointer) rows->data,
                        .n = rows->len,
                        .selected = options->selected > 0 ? options->selected - 1 : 0,
                        .mean = options->sum == SCOPE_SUM_MEAN };
  if (many->selected >= many->n)
    {
      scope_complain ("--selected=%" G_GUINT64_FORMAT " is not allowed; allowed: 1 to %u, the "
                      "number of rows",
                      options->selected, rows->len);
      return 2;
    }
  scope_batch_row_take (&many->rows[many->selected], &figure->parameters);
  figure->many = many;
  return 0;
}

/* --- The descent */

typedef struct
{
  double trail[SCOPE_CLI_MOST_DESCENT + 1], kept[SCOPE_CLI_MOST_DESCENT + 1];
} Places;

/* Walks on what the figure is about, and leaves b₃ where that leads: no farther than there are
 * numbers. */
static ScopeTrail
walk (ScopeFigure *figure, double rate, guint n_steps, double *places)
{
  double b = figure->parameters.b;
  ScopeBatchOutcome outcome;
  guint n = 0;

  for (; n <= n_steps && isfinite (b); n++)
    {
      places[n] = figure->parameters.b = b;
      if (!scope_shown_evaluate (figure, &outcome))
        return (ScopeTrail) { 0 };
      b -= rate * outcome.dl_db;
    }
  return (ScopeTrail) { places, n, n - 1, rate };
}

/* Both trails begin at the scenario's bias; the figure's b₃ ends the first. */
static void
walk_both (const ScopeOptions *options, ScopeFigure *figure, Places *places)
{
  double start = figure->parameters.b;

  if (options->n_descend == 0)
    return;
  if (options->kept_rate > 0)
    figure->kept_trail = walk (figure, options->kept_rate, options->n_descend, places->kept);
  figure->parameters.b = start;
  figure->trail = walk (figure, figure->rate, options->n_descend, places->trail);
}

/* Round what is drawn, and where b₃ is in the end. */
static void
fit_view (const ScopeOptions *options, ScopeFigure *figure)
{
  const double *range = options->range;
  ScopeBatch batch;

  if (figure->many == NULL)
    {
      if (options->has_range)
        scope_view_init_axis (&figure->view, &figure->parameters, range[0], range[1]);
      else
        scope_view_init (&figure->view, &figure->parameters);
      return;
    }
  batch = scope_many_batch (figure->many, figure->parameters.w);
  if (options->has_range)
    scope_view_init_axis_batch (&figure->view, &batch, range[0], range[1]);
  else
    scope_view_fit_batch (&figure->view, &batch, figure->parameters.b);
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

/* A figure and what it borrows. */
typedef struct
{
  ScopeFigure figure;
  ScopeMany many;
  Places places;
} Settled;

static int
settle (const ScopeOptions *options, const Material *material, Settled *settled)
{
  ScopeFigure *figure = &settled->figure;
  int status = 0;

  *figure = options->figure;
  if (material->rows != NULL)
    status = take_rows (options, material->rows, figure, &settled->many);
  if (status != 0)
    return status;
  walk_both (options, figure, &settled->places);
  fit_view (options, figure);
  return 0;
}

/* As an SVG, whose bytes are the scene's. */
static GBytes *
draw (const ScopeOptions *options, gpointer data)
{
  const Material *material = data;
  g_auto (ScopeFrame) frame = { 0 };
  Settled settled;

  if (settle (options, material, &settled) != 0)
    return NULL;
  scope_figure_frame_init (&frame, &settled.figure, material->curves, material->fonts);
  return scope_picture_render (&scope_svg_format, &frame, 1, &options->picture, NULL);
}

/* The picture's bytes, and notes of what is not in it. */
static GBytes *
make (const ScopeOptions *options, Material *material, const ScopeFigure *figure, GError **error)
{
  g_auto (ScopeFrame) frame = { 0 };

  scope_figure_frame_init (&frame, figure, material->curves, material->fonts);
  if (!note_left_out (options, scope_figure_left_out (figure, frame.scene, options->asked), error))
    return NULL;
  scope_idle_note_no_step (options, figure, frame.scene);
  scope_idle_note_unseen (options, draw, material);
  return scope_picture_render (options->format, &frame, 1, &options->picture, error);
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

/* A picture in the place of the rows that it shows was not meant, by whatever names they are reached. */
static gboolean
is_input (const ScopeOptions *options)
{
  struct stat rows, picture;

  return options->input != NULL && stat (options->input, &rows) == 0 && S_ISREG (rows.st_mode)
         && stat (options->output, &picture) == 0 && rows.st_dev == picture.st_dev
         && rows.st_ino == picture.st_ino;
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
  Settled settled;
  int status = settle (options, &material, &settled);

  if (status != 0)
    return status;
  scope_fonts_spare_system ();
  material.fonts = fonts = scope_fonts_new (folder, &error);
  if (fonts != NULL)
    bytes = make (options, &material, &settled.figure, &error);
  if (bytes != NULL && write_file (options->output, bytes, &error))
    return 0;
  scope_complain ("%s", error->message);
  return 1;
}

int
scope_export_run (const ScopeOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;
  ScopeOptions settled = *options;

  settled.format = choose_format (options);
  if (settled.format == NULL)
    return 2;
  if (is_input (options))
    {
      scope_complain ("--input=%s and --output=%s are the same file: the picture would replace the rows",
                      options->input, options->output);
      return 2;
    }
  scope_idle_note (&settled, SCOPE_COMMAND_EXPORT);
  if (!scope_picture_check_size (settled.format, options->figure.width_px, options->figure.height_px,
                                 options->picture.scale, &error))
    {
      scope_complain ("--size and --scale: %s", error->message);
      return 2;
    }
  if (options->input != NULL)
    {
      rows = scope_input_load (options);
      if (rows == NULL)
        return 1;
    }
  return write_picture (&settled, rows);
}
