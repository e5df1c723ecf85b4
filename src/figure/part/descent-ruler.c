/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-ruler.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "canvas.h"
#include "descent-look.h"
#include "many.h"
#include "markup.h"
#include "pen.h"
#include "subject.h"

/* A logarithmic ruler of learning rates: the present η, and the rates from which on a step behaves
 * otherwise. */

/* In the size of the text. */
#define LENGTH 16.0
#define TICK 0.22
#define LONG_TICK 0.5
#define ABOVE 0.85 /* the axes of the words above the line, and below it */
#define BELOW 0.95
#define WORD_SIZE 0.85
#define GAP 0.3
#define TIP 0.5
/* Room for words that begin or end at a mark close to an end of the line. */
#define LEAD 7.0
#define TRAIL 7.0

#define MOST_TICKS 12

typedef struct
{
  ScopePen *pen;
  double from;   /* x of the line's left end */
  double lo, hi; /* powers of ten */
} Ruler;

static double
x_of (const Ruler *ruler, double rate)
{
  double part = (log10 (rate) - ruler->lo) / (ruler->hi - ruler->lo);

  return ruler->from + part * LENGTH * ruler->pen->size_px;
}

/* The largest curvature is known to a millionth: no more digits than that are shown. */
static double
round_mark (double rate)
{
  double unit = pow (10, floor (log10 (rate)) - 5);

  return unit > 0 && isfinite (rate / unit) ? round (rate / unit) * unit : rate;
}

/* Of the trail to compare with; 0 where there is none. */
static double
kept_rate (const ScopeSubject *subject)
{
  const ScopeTrail *kept = &subject->figure->kept_trail;

  return kept->n > 1 ? kept->rate : 0;
}

/* Not where every rate is safe, since the loss falls for ever, nor where none is known to be. */
static gboolean
has_safe_mark (const ScopeDescentLook *look)
{
  return look->marks.safe > 0 && isfinite (look->marks.safe)
         && !scope_minimum_is_endless (look->minimum.kind);
}

/* A decade of room at both ends. */
static void
find_range (Ruler *ruler)
{
  const ScopeDescentLook *look = ruler->pen->subject->descent;
  const double rates[] = { look->walk.rate, has_safe_mark (look) ? look->marks.safe : 0, look->marks.fastest,
                           look->marks.edge, kept_rate (ruler->pen->subject) };

  ruler->lo = INFINITY;
  ruler->hi = -INFINITY;
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    if (isfinite (rates[i]) && rates[i] > 0)
      {
        ruler->lo = fmin (ruler->lo, floor (log10 (rates[i]) - 0.5));
        ruler->hi = fmax (ruler->hi, ceil (log10 (rates[i]) + 0.5));
      }
}

static void
draw_tick (const Ruler *ruler, ScopeInk ink, double x, double up, double down, double width)
{
  const ScopePen *pen = ruler->pen;
  double em = pen->size_px;

  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, &scope_role_rate, 0, ink, width * em, SCOPE_DASH_SOLID, -1, x,
                               pen->axis - up * em, x, pen->axis + down * em);
}

static void
draw_line (const Ruler *ruler)
{
  const ScopePen *pen = ruler->pen;
  double decades = ruler->hi - ruler->lo, to = ruler->from + LENGTH * pen->size_px;

  if (!pen->dry)
    scope_canvas_draw_segment (pen->canvas, &scope_role_rate, 0, SCOPE_INK_AXIS, 0.09 * pen->size_px,
                               SCOPE_DASH_SOLID, -1, ruler->from, pen->axis, to, pen->axis);
  for (double i = 0; i <= decades && decades <= MOST_TICKS; i++)
    draw_tick (ruler, SCOPE_INK_AXIS, ruler->from + (to - ruler->from) * i / decades, TICK, TICK, 0.06);
}

/* Words about a mark, in full and, where the room on their side of it is short, in fewer. */
typedef struct
{
  const char *full, *brief; /* formats */
} Words;

static double
word_width (const ScopePen *word, const char *markup)
{
  ScopePen dry = *word;

  dry.dry = TRUE;
  dry.x = 0;
  scope_pen_text (&dry, &scope_role_rate, 0, SCOPE_INK_TEXT, markup);
  return dry.x;
}

static char *
fill_in (const char *format, const char *number)
{
  GString *markup = g_string_new (format);

  g_string_replace (markup, "%s", number, 1);
  return g_string_free (markup, FALSE);
}

/* Left or right of a mark, inside the row. */
static void
write_word (const Ruler *ruler, ScopeInk ink, const Words *words, double rate, double axis, gboolean left)
{
  ScopePen word = *ruler->pen;
  double em = ruler->pen->size_px, x = x_of (ruler, rate), gap = GAP * WORD_SIZE * em;
  double room = left ? x - ruler->from + LEAD * em : ruler->from + (LENGTH + TRAIL) * em - x;
  g_autofree char *number = scope_subject_number (word.subject, rate);
  g_autofree char *escaped = scope_markup_escape (number);
  g_autofree char *full = fill_in (words->full, escaped);
  g_autofree char *brief = fill_in (words->brief, escaped);
  const char *markup = full;

  word.size_px = fmax (WORD_SIZE * word.size_px, scope_canvas_least_px (word.canvas));
  word.axis += axis * em;
  if (word_width (&word, full) + gap > room)
    markup = brief;
  word.x = x + (left ? -word_width (&word, markup) - gap : gap);
  scope_pen_text (&word, &scope_role_rate, 0, ink, markup);
}

/* The present η: a tip from below. */
static void
draw_rate (const Ruler *ruler, double rate)
{
  const ScopePen *pen = ruler->pen;
  double x = x_of (ruler, rate), em = pen->size_px, half = TIP / 2 * em;
  const ScopePoint tip[3]
    = { { x, pen->axis }, { x - half, pen->axis + 1.6 * half }, { x + half, pen->axis + 1.6 * half } };

  if (!pen->dry)
    scope_canvas_draw_polygon (pen->canvas, &scope_role_rate, 1, SCOPE_INK_GRADIENT, tip, 3);
}

/* The kept trail's η: a square, as its places are. */
static void
draw_kept (const Ruler *ruler, double rate)
{
  const ScopePen *pen = ruler->pen;
  double half = TIP / 3 * pen->size_px, x = x_of (ruler, rate);

  if (!pen->dry)
    scope_canvas_draw_rect (pen->canvas, &scope_role_rate, 2,
                            &(ScopeRect) { x - half, pen->axis - half, 2 * half, 2 * half }, SCOPE_INK_GROUND,
                            SCOPE_INK_TEXT_DIM, 0.1 * pen->size_px, 0);
}

/* fastest and edge stand above the line, a factor of 2 apart; η and safe below it. Of two, the smaller
 * has its words at its left. */
static void
write_marks (const Ruler *ruler)
{
  const ScopeDescentLook *look = ruler->pen->subject->descent;
  const ScopeRateMarks *marks = &look->marks;
  double rate = look->walk.rate;
  const Words present = { "*η* = %s", "*η* = %s" };
  const Words safe = { _ ("safe from anywhere up to %s"), _ ("safe up to %s") };
  const Words fastest = { _ ("fastest near the minimum %s"), _ ("fastest near it %s") };
  const Words edge = { _ ("edge near the minimum %s"), _ ("edge near it %s") };

  if (kept_rate (ruler->pen->subject) > 0)
    draw_kept (ruler, kept_rate (ruler->pen->subject));
  draw_rate (ruler, rate);
  write_word (ruler, SCOPE_INK_GRADIENT, &present, rate, BELOW, !has_safe_mark (look) || rate <= marks->safe);
  if (has_safe_mark (look))
    {
      draw_tick (ruler, SCOPE_INK_TEXT, x_of (ruler, marks->safe), 0, LONG_TICK, 0.12);
      write_word (ruler, SCOPE_INK_TEXT, &safe, round_mark (marks->safe), BELOW, rate > marks->safe);
    }
  /* Where the minimum is too sharp for any number, 0 is none of its rates. */
  if (!isfinite (marks->edge) || !(marks->fastest > 0))
    return;
  draw_tick (ruler, SCOPE_INK_TEXT, x_of (ruler, marks->fastest), LONG_TICK, 0, 0.12);
  draw_tick (ruler, SCOPE_INK_TEXT, x_of (ruler, marks->edge), LONG_TICK, 0, 0.12);
  write_word (ruler, SCOPE_INK_TEXT, &fastest, marks->fastest, -ABOVE, TRUE);
  write_word (ruler, SCOPE_INK_TEXT, &edge, marks->edge, -ABOVE, FALSE);
}

/* Total and mean differ by the number of flowers in what η does. */
static const char *
remark (const ScopeSubject *subject)
{
  const ScopeRateMarks *marks = &subject->descent->marks;
  const ScopeMany *many = subject->figure->many;

  if (subject->descent->minimum.kind == SCOPE_MINIMUM_FLAT)
    return _ ("flat: every rate is safe");
  if (scope_minimum_is_endless (subject->descent->minimum.kind))
    return _ ("every rate is safe: there is no minimum to step over");
  if (!(marks->safe > 0))
    return _ ("no rate is known to be safe: too steep, or too many places to look at");
  if (!isfinite (marks->safe))
    return _ ("every rate is safe: nothing bends");
  if (!isfinite (marks->edge))
    return many == NULL ? _ ("no minimum to take marks at")
           : many->mean ? _ ("for the mean, which has no minimum to take marks at")
                        : _ ("for the total, which has no minimum to take marks at");
  return many == NULL ? _ ("marks taken at the minimum")
         : many->mean ? _ ("marks of the mean, taken at its minimum")
                      : _ ("marks of the total, taken at its minimum");
}

void
scope_descent_write_ruler (ScopePen *pen)
{
  Ruler ruler = { .pen = pen };

  scope_pen_text (pen, &scope_role_rate, 0, SCOPE_INK_TEXT, "*η*");
  scope_pen_space (pen, LEAD + GAP);
  ruler.from = pen->x;
  find_range (&ruler);
  draw_line (&ruler);
  write_marks (&ruler);
  scope_pen_space (pen, LENGTH + TRAIL + 2 * GAP);
  scope_pen_text (pen, &scope_role_rate, 0, SCOPE_INK_TEXT_DIM, remark (pen->subject));
}
