/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "format.h"

#include <math.h>
#include <string.h>

#include "face.h"
#include "replay.h"

/* Our own writer: cairo's has neither a title nor text. Coordinates have two decimals.
 *
 * Pages of HTML hold several pictures, whose ids are one set: where two were the same, one picture
 * would be clipped by the other's panels and read with its title. Each id ends with a hash of all
 * the rest of the file. */
#define HASH_DIGITS 16
#define HASH_PLACE "0000000000000000"

typedef struct
{
  const ScopeFrame *frame;            /* Borrowed */
  const ScopePictureOptions *options; /* Borrowed */
  GString *out;                       /* Owned */
  GArray *hashes;                     /* Owned; of gsize: where in out the hash belongs */
  cairo_t *outlines;                  /* Owned; turns text into paths */
  int clip;                           /* that is drawn within, −1 for none */
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

static void
append_point (GString *out, double x, double y)
{
  append_number (out, x);
  g_string_append_c (out, ',');
  append_number (out, y);
}

static void
append_box (GString *out, double x, double y, double width, double height)
{
  append_attribute (out, "x", x);
  append_attribute (out, "y", y);
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
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
append_colour (GString *out, const char *name, const ScopeColour *colour)
{
  if (colour == NULL)
    g_string_append_printf (out, " %s=\"none\"", name);
  else
    g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (unsigned) lround (colour->red * 255),
                            (unsigned) lround (colour->green * 255), (unsigned) lround (colour->blue * 255));
}

static void
append_look (GString *out, const ScopeItem *item, const ScopeLook *look)
{
  append_colour (out, "fill", look->fill);
  if (item->opacity < 1)
    append_attribute (out, "opacity", item->opacity);
  if (look->stroke == NULL)
    return;
  append_colour (out, "stroke", look->stroke);
  append_attribute (out, "stroke-width", item->width_px);
  for (int i = 0; i < look->n_dashes; i++)
    {
      g_string_append (out, i == 0 ? " stroke-dasharray=\"" : " ");
      append_number (out, look->dashes[i]);
    }
  if (look->n_dashes > 0)
    g_string_append_c (out, '"');
}

/* --- Items, each clipped by itself */

static void
begin_clip (gpointer target, int clip, const ScopeRect *rect)
{
  ((Writer *) target)->clip = clip;
}

static void
end_clip (gpointer target)
{
  ((Writer *) target)->clip = -1;
}

static void
begin_element (Writer *writer, const char *name, const ScopeItem *item)
{
  if (writer->clip >= 0)
    {
      g_string_append (writer->out, "<g clip-path=\"url(#");
      append_id (writer, "clip", writer->clip);
      g_string_append (writer->out, ")\">");
    }
  g_string_append_printf (writer->out, "<%s class=\"%s\"", name, item->role->name);
}

static void
end_element (Writer *writer, const char *end)
{
  g_string_append_printf (writer->out, "%s\n%s", end, writer->clip >= 0 ? "</g>\n" : "");
}

static void
append_points (gpointer target, const ScopeItem *item, const ScopeLook *look)
{
  Writer *writer = target;

  begin_element (writer, item->shape == SCOPE_SHAPE_POLYGON ? "polygon" : "polyline", item);
  g_string_append (writer->out, " points=\"");
  for (size_t i = 0; i < item->n_points; i++)
    {
      if (i > 0)
        g_string_append_c (writer->out, ' ');
      append_point (writer->out, item->points[i].x, item->points[i].y);
    }
  g_string_append_c (writer->out, '"');
  append_look (writer->out, item, look);
  end_element (writer, "/>");
}

static void
append_rect (gpointer target, const ScopeItem *item, const ScopeLook *look)
{
  Writer *writer = target;
  const ScopePoint *points = item->points;

  begin_element (writer, "rect", item);
  append_box (writer->out, points[0].x, points[0].y, points[1].x - points[0].x, points[1].y - points[0].y);
  if (item->radius_px > 0)
    append_attribute (writer->out, "rx", item->radius_px);
  append_look (writer->out, item, look);
  end_element (writer, "/>");
}

static void
append_circle (gpointer target, const ScopeItem *item, const ScopeLook *look)
{
  Writer *writer = target;

  begin_element (writer, "circle", item);
  append_attribute (writer->out, "cx", item->points[0].x);
  append_attribute (writer->out, "cy", item->points[0].y);
  append_attribute (writer->out, "r", item->radius_px);
  append_look (writer->out, item, look);
  end_element (writer, "/>");
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
          append_point (out, data[j].point.x, data[j].point.y);
        }
    }
}

static void
append_outlines (Writer *writer, const ScopeItem *item, const ScopeLook *look)
{
  cairo_path_t *path;

  cairo_new_path (writer->outlines);
  scope_line_path (item->line, writer->outlines, item->points[0].x, item->points[0].y);
  path = cairo_copy_path (writer->outlines);
  begin_element (writer, "path", item);
  g_string_append (writer->out, " role=\"img\" aria-label=\"");
  append_escaped (writer->out, scope_line_get_text (item->line));
  g_string_append (writer->out, "\" d=\"");
  append_path_data (writer->out, path);
  g_string_append_c (writer->out, '"');
  append_look (writer->out, item, look);
  end_element (writer, "/>");
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
append_text (Writer *writer, const ScopeItem *item, const ScopeLook *look)
{
  size_t n = scope_line_get_n_runs (item->line);
  gboolean flowing = flows (item);

  begin_element (writer, "text", item);
  g_string_append (writer->out, " xml:space=\"preserve\"");
  append_look (writer->out, item, look);
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
  end_element (writer, "</text>");
}

static void
append_line (gpointer target, const ScopeItem *item, const ScopeLook *look)
{
  Writer *writer = target;

  (writer->options->svg_text ? append_text : append_outlines) (writer, item, look);
}

/* --- The whole */

static void
append_header (Writer *writer)
{
  GString *out = writer->out;
  double width = scope_scene_get_width (writer->frame->scene);
  double height = scope_scene_get_height (writer->frame->scene);

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
  append_escaped (out, writer->frame->title != NULL ? writer->frame->title : "Logitscope");
  g_string_append (out, "</title>\n<desc id=\"");
  append_id (writer, "desc", -1);
  g_string_append (out, "\">");
  append_escaped (out, writer->frame->description != NULL ? writer->frame->description : "");
  g_string_append (out, "</desc>\n");
}

static void
append_clips (Writer *writer, int n_clips)
{
  for (int i = 0; i < n_clips; i++)
    {
      const ScopeRect *rect = scope_scene_get_clip (writer->frame->scene, i);

      g_string_append (writer->out, "<clipPath id=\"");
      append_id (writer, "clip", i);
      g_string_append (writer->out, "\"><rect");
      append_box (writer->out, rect->x, rect->y, rect->width, rect->height);
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

static GBytes *
render (const ScopeFrame *frame, guint n, const ScopePictureOptions *options, GError **error)
{
  static const ScopePainter painter = { begin_clip,
                                        end_clip,
                                        { [SCOPE_SHAPE_POLYLINE] = append_points,
                                          [SCOPE_SHAPE_POLYGON] = append_points,
                                          [SCOPE_SHAPE_RECT] = append_rect,
                                          [SCOPE_SHAPE_CIRCLE] = append_circle,
                                          [SCOPE_SHAPE_LINE] = append_line } };
  /* Without bounds: cairo leaves out glyphs far off the surface that a path is made on. */
  cairo_surface_t *scratch = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  Writer writer = { .frame = frame,
                    .options = options,
                    .out = g_string_sized_new (1 << 17),
                    .hashes = g_array_new (FALSE, FALSE, sizeof (gsize)),
                    .outlines = cairo_create (scratch),
                    .clip = -1 };

  append_header (&writer);
  append_clips (&writer, count_clips (frame->scene));
  scope_replay_scene (frame->scene, SCOPE_REPLAY_PICTURE (options->transparent), &painter, &writer);
  g_string_append (writer.out, "</svg>\n");
  fill_in_hashes (&writer);
  g_array_unref (writer.hashes);
  cairo_destroy (writer.outlines);
  cairo_surface_destroy (scratch);
  return g_string_free_to_bytes (writer.out);
}

const ScopeFormat scope_svg_format = { .name = "svg",
                                       .title = "SVG",
                                       .mime_type = "image/svg+xml",
                                       .can = SCOPE_FORMAT_ALPHA | SCOPE_FORMAT_TEXT | SCOPE_FORMAT_COPIED,
                                       .render = render };
