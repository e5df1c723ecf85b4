/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "line.h"

#include <string.h>

#include "bidi.h"
#include "number.h"
#include "shaped.h"

#define SCRIPT_SIZE 0.7
#define SUB_DROP 0.18
#define SUPER_RISE 0.36

typedef struct
{
  ScopeFace face;
  ScopeLevel level;
  double scale; /* from the shaped size to the drawn one */
  double x_px, y_px;
  ScopeShaped *shaped; /* Owned */
} Placed;

struct _ScopeLine
{
  ScopeFonts *fonts; /* Borrowed */
  double size_px;
  Placed *runs; /* Owned */
  size_t n_runs;
  char *text;          /* Owned */
  gboolean reads_left; /* words from right to left: runs follow in this order, but stand in another */
  ScopeLineSize size;
  grefcount references;
};

static double
scale_of (double size_px, ScopeFace face, ScopeLevel level)
{
  double script = level == SCOPE_LEVEL_BASE ? 1 : SCRIPT_SIZE;

  return scope_face_size (face, size_px * script) / SCOPE_SHAPED_SIZE;
}

static double
level_offset (double size_px, ScopeLevel level)
{
  switch (level)
    {
    case SCOPE_LEVEL_SUB:
      return size_px * SUB_DROP;
    case SCOPE_LEVEL_SUPER:
      return -size_px * SUPER_RISE;
    case SCOPE_LEVEL_BASE:
    default:
      return 0;
    }
}

static double
width_of (const Placed *run)
{
  return run->shaped->width * run->scale;
}

static ScopeShaped *
shape (ScopeLine *line, ScopeFace face, const char *text)
{
  gboolean is_left = line->reads_left && scope_bidi_of (text) == SCOPE_BIDI_RIGHT_TO_LEFT;
  g_autofree char *marked = is_left ? scope_bidi_mark (text) : scope_bidi_mark_isolated (text);

  return scope_fonts_shape (line->fonts, face, marked);
}

/* Places one run at the end of the line and widens the line's extents by it. */
static void
place (ScopeLine *line, Placed *placed, const ScopeRun *run)
{
  placed->face = run->face;
  placed->level = run->level;
  placed->scale = scale_of (line->size_px, run->face, run->level);
  placed->x_px = line->size.width_px;
  placed->y_px = level_offset (line->size_px, run->level);
  placed->shaped = shape (line, run->face, run->text);

  line->size.width_px += width_of (placed);
  line->size.ascent_px = MAX (line->size.ascent_px, placed->shaped->ascent * placed->scale - placed->y_px);
  line->size.descent_px = MAX (line->size.descent_px, placed->shaped->descent * placed->scale + placed->y_px);
}

/* A raised digit or sign on the baseline, 0 for any other character. */
static gunichar
lowered (gunichar character)
{
  char ascii = scope_number_lower (character);

  return ascii == '-' ? 0x2212 : (gunichar) ascii;
}

/* The part of *text up to where raised characters begin or end; those come lowered. */
static char *
next_part (const char **text, gboolean *is_raised)
{
  GString *part = g_string_new (NULL);

  *is_raised = lowered (g_utf8_get_char (*text)) != 0;
  for (; **text != '\0' && (lowered (g_utf8_get_char (*text)) != 0) == *is_raised;
       *text = g_utf8_next_char (*text))
    g_string_append_unichar (part, *is_raised ? lowered (g_utf8_get_char (*text)) : g_utf8_get_char (*text));
  return g_string_free (part, FALSE);
}

/* The powers of ten in numbers are typeset: fonts draw ³ and ⁴ at different heights. */
static void
place_parts (ScopeLine *line, GArray *placed, const ScopeRun *run)
{
  const char *rest = run->text;

  do
    {
      gboolean is_raised;
      g_autofree char *part = next_part (&rest, &is_raised);
      ScopeRun piece = { run->face, is_raised ? SCOPE_LEVEL_SUPER : run->level, part };
      Placed one = { 0 };

      if (run->level != SCOPE_LEVEL_BASE)
        {
          piece = *run;
          rest = "";
        }
      place (line, &one, &piece);
      g_array_append_val (placed, one);
    }
  while (*rest != '\0');
}

/* In a line that is read to the left, blanks and stops at the edge of a formula are none of it. */
static void
place_run (ScopeLine *line, GArray *placed, const ScopeRun *run)
{
  gsize length = strlen (run->text), first, last;

  if (!line->reads_left || run->level != SCOPE_LEVEL_BASE
      || scope_bidi_of (run->text) != SCOPE_BIDI_LEFT_TO_RIGHT)
    {
      place_parts (line, placed, run);
      return;
    }
  first = scope_bidi_edge (run->text, FALSE);
  last = scope_bidi_edge (run->text, TRUE);

  const gsize from[] = { 0, first, length - last, length };
  for (guint i = 0; i + 1 < G_N_ELEMENTS (from); i++)
    {
      g_autofree char *part = g_strndup (run->text + from[i], from[i + 1] - from[i]);

      if (part[0] != '\0')
        place_parts (line, placed, &(ScopeRun) { run->face, run->level, part });
    }
}

/* Another line may follow at the right: the blanks that keep it off stand there, not at the line's end. */
static void
place_last (ScopeLine *line, GArray *placed, const ScopeRun *run)
{
  g_autofree char *text = g_strchomp (g_strdup (run->text));
  ScopeShaped *blanks = scope_fonts_shape (line->fonts, run->face, run->text + strlen (text));

  if (text[0] != '\0')
    place_run (line, placed, &(ScopeRun) { run->face, run->level, text });
  line->size.width_px += blanks->width * scale_of (line->size_px, run->face, run->level);
  scope_shaped_unref (blanks);
}

/* What is neutral belongs to a formula only inside of it. */
static gboolean
is_in_formula (const GArray *placed, guint i)
{
  ScopeBidi side[2] = { SCOPE_BIDI_NEUTRAL, SCOPE_BIDI_NEUTRAL };

  for (guint way = 0; way < 2; way++)
    for (guint at = i; at < placed->len && side[way] == SCOPE_BIDI_NEUTRAL; at += way ? 1 : -1)
      side[way] = scope_bidi_of (pango_layout_get_text (g_array_index (placed, Placed, at).shaped->layout));
  return side[0] == SCOPE_BIDI_LEFT_TO_RIGHT && side[1] == SCOPE_BIDI_LEFT_TO_RIGHT;
}

/* The first run stands at the right end, but those of a formula stay in their order. */
static void
turn (GArray *placed)
{
  double x = 0;

  for (guint end = placed->len; end > 0;)
    {
      guint first = end - 1;

      while (is_in_formula (placed, first) && first > 0 && is_in_formula (placed, first - 1))
        first--;
      for (guint i = first; i < end; i++)
        {
          Placed *run = &g_array_index (placed, Placed, i);

          run->x_px = x;
          x += width_of (run);
        }
      end = first;
    }
}

static gboolean
reads_left (const ScopeRun *runs, size_t n_runs)
{
  for (size_t i = 0; i < n_runs; i++)
    if (scope_bidi_of (runs[i].text) == SCOPE_BIDI_RIGHT_TO_LEFT)
      return TRUE;
  return FALSE;
}

ScopeLine *
scope_line_new (ScopeFonts *fonts, double size_px, const ScopeRun *runs, size_t n_runs)
{
  ScopeLine *line = g_new0 (ScopeLine, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  line->fonts = fonts;
  line->size_px = size_px;
  g_ref_count_init (&line->references);
  line->reads_left = reads_left (runs, n_runs);
  for (size_t i = 0; i < n_runs; i++)
    {
      if (line->reads_left && i + 1 == n_runs)
        place_last (line, placed, &runs[i]);
      else
        place_run (line, placed, &runs[i]);
      g_string_append (text, runs[i].text);
    }
  if (line->reads_left)
    turn (placed);
  line->n_runs = placed->len;
  line->runs = (Placed *) (gpointer) g_array_free (g_steal_pointer (&placed), FALSE);
  scope_bidi_strip (text);
  line->text = g_string_free (g_steal_pointer (&text), FALSE);
  return line;
}

ScopeLine *
scope_line_new_text (ScopeFonts *fonts, double size_px, ScopeFace face, const char *text)
{
  return scope_line_new (fonts, size_px, &(ScopeRun) { face, SCOPE_LEVEL_BASE, text }, 1);
}

ScopeLine *
scope_line_ref (ScopeLine *line)
{
  g_ref_count_inc (&line->references);
  return line;
}

void
scope_line_unref (ScopeLine *line)
{
  if (!g_ref_count_dec (&line->references))
    return;
  for (size_t i = 0; i < line->n_runs; i++)
    scope_shaped_unref (line->runs[i].shaped);
  g_free (line->runs);
  g_free (line->text);
  g_free (line);
}

void
scope_line_get_size (const ScopeLine *line, ScopeLineSize *size)
{
  *size = line->size;
}

const char *
scope_line_get_text (const ScopeLine *line)
{
  return line->text;
}

/* The longest start of text, with an ellipsis, that is at most width_px wide; "" where even the
 * ellipsis is wider. */
static char *
cut_text (ScopeLine *line, const Placed *run, const char *text, double width_px)
{
  glong least = 0, most = g_utf8_strlen (text, -1);
  char *best = g_strdup ("");

  while (least <= most)
    {
      glong middle = (least + most) / 2;
      g_autofree char *start = g_utf8_substring (text, 0, middle);
      g_autofree char *cut = g_strconcat (g_strchomp (start), "…", NULL);
      ScopeShaped *shaped = shape (line, run->face, cut);
      gboolean fits = shaped->width * run->scale <= width_px;

      scope_shaped_unref (shaped);
      if (fits)
        {
          g_free (best);
          best = g_steal_pointer (&cut);
          least = middle + 1;
        }
      else
        most = middle - 1;
    }
  return best;
}

ScopeLine *
scope_line_ellipsize (ScopeLine *line, double width_px)
{
  g_autofree ScopeRun *runs = NULL;
  double before;
  size_t n;

  if (line->size.width_px <= width_px)
    return scope_line_ref (line);

  runs = g_new0 (ScopeRun, line->n_runs);
  for (size_t i = 0; i < line->n_runs; i++)
    runs[i] = (ScopeRun) { line->runs[i].face, line->runs[i].level,
                           pango_layout_get_text (line->runs[i].shaped->layout) };
  /* From the end back to the first run that has room for at least the ellipsis. */
  before = line->size.width_px;
  for (n = line->n_runs; n > 0; n--)
    {
      const Placed *run = &line->runs[n - 1];
      g_autofree char *cut = NULL;

      before -= width_of (run);
      if (before > width_px)
        continue;
      cut = cut_text (line, run, runs[n - 1].text, width_px - before);
      if (cut[0] == '\0')
        continue;
      runs[n - 1].text = cut;
      return scope_line_new (line->fonts, line->size_px, runs, n);
    }
  return scope_line_new (line->fonts, line->size_px, runs, 0);
}

/* Sets the origin and the scale of a run; the caller restores them. */
static PangoLayoutLine *
begin_run (const Placed *run, cairo_t *cr, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x + run->x_px, y + run->y_px);
  cairo_scale (cr, run->scale, run->scale);
  cairo_move_to (cr, 0, 0);
  return pango_layout_get_line_readonly (run->shaped->layout, 0);
}

void
scope_line_show (const ScopeLine *line, cairo_t *cr, double x, double y)
{
  for (size_t i = 0; i < line->n_runs; i++)
    {
      pango_cairo_show_layout_line (cr, begin_run (&line->runs[i], cr, x, y));
      cairo_restore (cr);
    }
}

void
scope_line_path (const ScopeLine *line, cairo_t *cr, double x, double y)
{
  for (size_t i = 0; i < line->n_runs; i++)
    {
      pango_cairo_layout_line_path (cr, begin_run (&line->runs[i], cr, x, y));
      cairo_restore (cr);
    }
}

size_t
scope_line_get_n_runs (const ScopeLine *line)
{
  return line->n_runs;
}

void
scope_line_get_run (const ScopeLine *line, size_t index, ScopePlacedRun *run)
{
  const Placed *placed = &line->runs[index];

  *run = (ScopePlacedRun) {
    .face = placed->face,
    .size_px = placed->scale * SCOPE_SHAPED_SIZE,
    .x_px = placed->x_px,
    .y_px = placed->y_px,
    .width_px = width_of (placed),
    .text = pango_layout_get_text (placed->shaped->layout),
  };
}

gboolean
scope_line_reads_left (const ScopeLine *line)
{
  return line->reads_left;
}
