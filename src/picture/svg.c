/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "writer.h"

#include <math.h>
#include <string.h>

#include "face.h"
#include "paint.h"

/* Our own writer: cairo's has neither a title nor text. Coordinates have two decimals.
 *
 * Pages of HTML hold several pictures, whose ids are one set: where two were the same, one picture
 * would be clipped by the other's panels and read with its title. Each id ends with a hash of all
 * the rest of the file. */
#define HASH_DIGITS 16
#define HASH_PLACE "0000000000000000"

typedef struct
{
  const ScopeScene *scene;            /* Borrowed */
  const ScopePictureOptions *options; /* Borrowed */
  const ScopePalette *palette;        /* Borrowed */
  GString *out;                       /* Owned */
  GArray *hashes;                     /* Owned; of gsize: where in out the hash belongs */
  cairo_t *outlines;                  /* Owned; turns text into paths */
} Writer;

/* Two decimals, no more than needed; printf would ask the locale and take most of the time. */
static void
append_number (GString *out, double value)
{
  gint64 hundredths = llround (value * 100);
  guint64 rest = (guint64) (hundredths < 0 ? -hundredths : hundredths);
  char text[32], *at = text + sizeof text;
  int places = rest % 100 == 0 ? 0 : rest % 10 == 0 ? 1 : 2;

  /* From the last digit to the first. */
  for (rest /= places == 2 ? 1 : places == 1 ? 10 : 100; places > 0; places--, rest /= 10)
    {
      *--at = (char) ('0' + rest % 10);
      if (places == 1)
        *--at = '.';
    }
  do
    *--at = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (hundredths < 0)
    *--at = '-';
  g_string_append_len (out, at, text + sizeof text - at);
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

/* "clip-2-HASH"; without a number where it is negative. The hash comes in the end. */
static void
append_id (Writer *writer, const char *name, int number)
{
  gsize at;

  g_string_append (writer->out, name);
  if (number >= 0)
    g_string_append_printf (writer->out, "-%d", number);
  g_string_append_c (writer->out, '-');
  at = writer->out->len;
  g_array_append_val (writer->hashes, at);
  g_string_append (writer->out, HASH_PLACE);
}

static void
fill_in_hashes (Writer *writer)
{
  g_autofree char *hash
    = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) writer->out->str, writer->out->len);

  for (guint i = 0; i < writer->hashes->len; i++)
    memcpy (writer->out->str + g_array_index (writer->hashes, gsize, i), hash, HASH_DIGITS);
}

/* What XML 1.0 has no place for is dropped. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      switch (character)
        {
        case '&':
          g_string_append (out, "&amp;");
          break;
        case '<':
          g_string_append (out, "&lt;");
          break;
        case '>':
          g_string_append (out, "&gt;");
          break;
        case '"':
          g_string_append (out, "&quot;");
          break;
        default:
          if (character >= 0x20 && character != 0xfffe && character != 0xffff)
            g_string_append_unichar (out, character);
          break;
        }
    }
}

static void
append_colour (Writer *writer, const char *name, ScopeInk ink)
{
  const ScopeColour *colour = &writer->palette->ink[ink];

  if (ink == SCOPE_INK_NONE)
    g_string_append_printf (writer->out, " %s=\"none\"", name);
  else
    g_string_append_printf (writer->out, " %s=\"#%02x%02x%02x\"", name, (unsigned) lround (colour->red * 255),
                            (unsigned) lround (colour->green * 255), (unsigned) lround (colour->blue * 255));
}

static void
append_style (Writer *writer, const ScopeItem *item)
{
  double dashes[4];
  int n = scope_dash_pattern (item->dash, item->width_px, dashes);

  append_colour (writer, "fill", item->fill);
  if (item->opacity < 1)
    append_attribute (writer->out, "opacity", item->opacity);
  if (item->stroke == SCOPE_INK_NONE)
    return;
  append_colour (writer, "stroke", item->stroke);
  append_attribute (writer->out, "stroke-width", item->width_px);
  if (n == 0)
    return;
  g_string_append (writer->out, " stroke-dasharray=\"");
  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ' ');
      append_number (writer->out, dashes[i]);
    }
  g_string_append_c (writer->out, '"');
}

static void
append_points (Writer *writer, const ScopeItem *item)
{
  g_string_append (writer->out, " points=\"");
  for (size_t i = 0; i < item->n_points; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ' ');
      append_number (writer->out, item->points[i].x);
      g_string_append_c (writer->out, ',');
      append_number (writer->out, item->points[i].y);
    }
  g_string_append_c (writer->out, '"');
}

static void
append_shape (Writer *writer, const ScopeItem *item)
{
  static const char *const elements[] = { "polyline", "polygon", "rect", "circle" };
  const ScopePoint *points = item->points;

  g_string_append_printf (writer->out, "<%s class=\"%s\"", elements[item->shape], item->role->name);
  if (item->shape == SCOPE_SHAPE_RECT)
    {
      append_attribute (writer->out, "x", points[0].x);
      append_attribute (writer->out, "y", points[0].y);
      append_attribute (writer->out, "width", points[1].x - points[0].x);
      append_attribute (writer->out, "height", points[1].y - points[0].y);
      if (item->radius_px > 0)
        append_attribute (writer->out, "rx", item->radius_px);
    }
  else if (item->shape == SCOPE_SHAPE_CIRCLE)
    {
      append_attribute (writer->out, "cx", points[0].x);
      append_attribute (writer->out, "cy", points[0].y);
      append_attribute (writer->out, "r", item->radius_px);
    }
  else
    append_points (writer, item);
  append_style (writer, item);
  g_string_append (writer->out, "/>\n");
}

static void
append_path_data (GString *out, const cairo_path_t *path)
{
  static const char commands[] = { 'M', 'L', 'C', 'Z' };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];

      g_string_append_c (out, commands[data->header.type]);
      for (int j = 1; j < data->header.length && data->header.type != CAIRO_PATH_CLOSE_PATH; j++)
        {
          if (j > 1)
            g_string_append_c (out, ' ');
          append_number (out, data[j].point.x);
          g_string_append_c (out, ',');
          append_number (out, data[j].point.y);
        }
    }
}

static void
append_outlines (Writer *writer, const ScopeItem *item)
{
  cairo_path_t *path;

  cairo_new_path (writer->outlines);
  scope_line_path (item->line, writer->outlines, item->points[0].x, item->points[0].y);
  path = cairo_copy_path (writer->outlines);
  g_string_append_printf (writer->out, "<path class=\"%s\" role=\"img\" aria-label=\"", item->role->name);
  append_escaped (writer->out, scope_line_get_text (item->line));
  g_string_append (writer->out, "\" d=\"");
  append_path_data (writer->out, path);
  g_string_append_c (writer->out, '"');
  append_style (writer, item);
  g_string_append (writer->out, "/>\n");
  cairo_path_destroy (path);
}

static ScopePlacedRun
run_of (const ScopeItem *item, size_t i)
{
  ScopePlacedRun run;

  scope_line_get_run (item->line, i, &run);
  return run;
}

/* Whether each run begins where the one before it ends: not where some of them are read to the left. */
static gboolean
flows (const ScopeItem *item)
{
  for (size_t i = 1; i < scope_line_get_n_runs (item->line); i++)
    {
      const ScopePlacedRun before = run_of (item, i - 1), run = run_of (item, i);

      if (fabs (before.x_px + before.width_px - run.x_px) > 0.01)
        return FALSE;
    }
  return TRUE;
}

static void
append_run (Writer *writer, const ScopeItem *item, const ScopePlacedRun *run)
{
  append_attribute (writer->out, "font-size", run->size_px);
  g_string_append_printf (writer->out, " font-family=\"'%s', %s\"", scope_face_family (run->face),
                          run->face <= SCOPE_FACE_TEXT_BOLD ? "sans-serif" : "'STIX Two Text', serif");
  if (scope_face_is_bold (run->face))
    g_string_append (writer->out, " font-weight=\"bold\"");
  if (scope_face_is_italic (run->face))
    g_string_append (writer->out, " font-style=\"italic\"");
  g_string_append_c (writer->out, '>');
  append_escaped (writer->out, run->text);
  g_string_append (writer->out, "</tspan>");
}

/* Who has not our fonts takes wider or narrower ones: the runs follow one another whatever their width is, and as
 * much room as there is is said. */
static void
append_text (Writer *writer, const ScopeItem *item)
{
  size_t n = scope_line_get_n_runs (item->line);
  gboolean flowing = flows (item);

  g_string_append_printf (writer->out, "<text class=\"%s\" xml:space=\"preserve\"", item->role->name);
  append_style (writer, item);
  if (flowing && n > 0)
    {
      append_attribute (writer->out, "textLength", run_of (item, n - 1).x_px + run_of (item, n - 1).width_px);
      g_string_append (writer->out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  g_string_append_c (writer->out, '>');
  for (size_t i = 0; i < n; i++)
    {
      const ScopePlacedRun run = run_of (item, i);
      double lower = i > 0 ? run.y_px - run_of (item, i - 1).y_px : 0;

      g_string_append (writer->out, "<tspan");
      if (i == 0 || !flowing)
        {
          append_attribute (writer->out, "x", item->points[0].x + run.x_px);
          append_attribute (writer->out, "y", item->points[0].y + run.y_px);
        }
      else if (lower != 0)
        append_attribute (writer->out, "dy", lower);
      append_run (writer, item, &run);
    }
  g_string_append (writer->out, "</text>\n");
}

static void
append_header (Writer *writer)
{
  GString *out = writer->out;
  double width = scope_scene_get_width (writer->scene);
  double height = scope_scene_get_height (writer->scene);

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                        "aria-labelledby=\"");
  append_id (writer, "title", -1);
  g_string_append_c (out, ' ');
  append_id (writer, "desc", -1);
  g_string_append_c (out, '"');
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, width);
  g_string_append_c (out, ' ');
  append_number (out, height);
  g_string_append (out, "\">\n<title id=\"");
  append_id (writer, "title", -1);
  g_string_append (out, "\">");
  append_escaped (out, writer->options->title != NULL ? writer->options->title : "Logitscope");
  g_string_append (out, "</title>\n<desc id=\"");
  append_id (writer, "desc", -1);
  g_string_append (out, "\">");
  append_escaped (out, writer->options->description != NULL ? writer->options->description : "");
  g_string_append (out, "</desc>\n");
}

static void
append_clips (Writer *writer, int n_clips)
{
  for (int i = 0; i < n_clips; i++)
    {
      const ScopeRect *rect = scope_scene_get_clip (writer->scene, i);

      g_string_append (writer->out, "<clipPath id=\"");
      append_id (writer, "clip", i);
      g_string_append (writer->out, "\"><rect");
      append_attribute (writer->out, "x", rect->x);
      append_attribute (writer->out, "y", rect->y);
      append_attribute (writer->out, "width", rect->width);
      append_attribute (writer->out, "height", rect->height);
      g_string_append (writer->out, "/></clipPath>\n");
    }
}

static int
count_clips (const ScopeScene *scene)
{
  int n = 0;

  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    n = MAX (n, scope_scene_get_item (scene, i)->clip + 1);
  return n;
}

static void
append_item (Writer *writer, const ScopeItem *item)
{
  gboolean clipped = item->clip >= 0;

  if (clipped)
    {
      g_string_append (writer->out, "<g clip-path=\"url(#");
      append_id (writer, "clip", item->clip);
      g_string_append (writer->out, ")\">");
    }
  if (item->shape != SCOPE_SHAPE_LINE)
    append_shape (writer, item);
  else if (writer->options->svg_text)
    append_text (writer, item);
  else
    append_outlines (writer, item);
  if (clipped)
    g_string_append (writer->out, "</g>\n");
}

static GBytes *
render (const ScopeScene *scene, const ScopePictureOptions *options, GError **error)
{
  /* Without bounds: cairo leaves out glyphs far off the surface that a path is made on. */
  cairo_surface_t *scratch = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  Writer writer = { .scene = scene,
                    .options = options,
                    .palette = scope_theme_palette (scope_scene_get_theme (scene)),
                    .out = g_string_sized_new (1 << 17),
                    .hashes = g_array_new (FALSE, FALSE, sizeof (gsize)),
                    .outlines = cairo_create (scratch) };

  append_header (&writer);
  append_clips (&writer, count_clips (scene));
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      gboolean ground = (item->traits & SCOPE_TRAIT_GROUND) != 0;

      if (!options->transparent || !ground)
        append_item (&writer, item);
    }
  g_string_append (writer.out, "</svg>\n");
  fill_in_hashes (&writer);
  g_array_unref (writer.hashes);
  cairo_destroy (writer.outlines);
  cairo_surface_destroy (scratch);
  return g_string_free_to_bytes (writer.out);
}

const ScopePictureWriter scope_svg_writer = { .name = "svg", .render = render };
