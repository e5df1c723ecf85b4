/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>

#include "area.h"
#include "block.h"
#include "canvas.h"
#include "many-sum.h"
#include "markup.h"
#include "number.h"
#include "subject.h"
#include "waterfall-layout.h"
#include "waterfall-words.h"

/* The gradient as a sum: each flower's contribution begins where the one before ended; and the
 * balance that the minimum strikes between what is predicted and what is there. */

/* In em. */
#define STRIP_SHARE 0.55
#define STRIP_GAP 2.0
#define LINE_TERM 5.5 /* of one more flower in the line, and of all else there */
#define LINE_REST 17.0
#define LINE_DIVIDED 8.5 /* more of a mean */
#define BAR_HEIGHT 0.78
#define NAME_WIDTH 5.4
#define VALUE_WIDTH 5.2
#define MARK_SIZE 0.6
#define TITLE_SIZE 1.1
#define TITLE_GAP 0.55
#define SUM_SIZE 1.2 /* of the sum's value */
#define TEXT_SIZE 0.95
#define LEAST_WORDS 0.8
#define LEAST_REST 0.72
#define LEAST_SIZE 0.6

/* Longer sums, and shorter ones than its inverse, are drawn in a unit of their own. */
#define MOST_SPAN 1e300

typedef struct
{
  ScopeCanvas *canvas;
  const ScopeSubject *subject;
  const ScopeWaterfallSpacing *spacing;
  double em, left, width; /* of the block */
  ScopeScale scale;       /* of the bars, in `unit` */
  ScopeWide unit;         /* 1, or the bars' span where doubles are too few */
  double y;               /* top of the next row */
  int decimals;           /* of what is added up; −1: any */
  const char *equals;     /* "=", or "≈" where what is printed does not add up */
  gboolean hidden;
} Block;

/* --- Text */

static void
write_text (const Block *block, unsigned quantity, ScopeInk ink, const char *markup, double size, double x,
            double room, double part)
{
  double em = block->em;
  ScopeLine *line = scope_markup_new_line (block->canvas->fonts, size * em, SCOPE_FACE_TEXT, markup);
  g_autoptr (ScopeLine) whole = NULL;
  ScopeLineSize measured;

  scope_line_get_size (line, &measured);
  if (measured.width_px > room)
    {
      scope_line_unref (line);
      size = fmax (size * 0.98 * room / measured.width_px, scope_canvas_least (block->canvas, LEAST_SIZE));
      whole = scope_markup_new_line (block->canvas->fonts, size * em, SCOPE_FACE_TEXT, markup);
      line = scope_line_ellipsize (whole, room);
      scope_line_get_size (line, &measured);
    }
  scope_canvas_draw_line (block->canvas, &scope_role_waterfall_label, (int) quantity, ink, line,
                          x + part * (room - measured.width_px), block->y + 1.02 * em);
}

static double
measure (const Block *block, const char *markup, double size)
{
  g_autoptr (ScopeLine) line
    = scope_markup_new_line (block->canvas->fonts, size * block->em, SCOPE_FACE_TEXT, markup);
  ScopeLineSize measured;

  scope_line_get_size (line, &measured);
  return measured.width_px;
}

/* "!Name!  rest": every name is as large as the others. The rest is as large as there is room, and
 * left out where that is too small to read. */
static void
write_title (Block *block, const char *markup)
{
  const char *end = strchr (markup + 1, '!');
  g_autofree char *name = g_strndup (markup, (gsize) (end - markup) + 1);
  const char *rest = end + 1 + strspn (end + 1, " ");
  double from = measure (block, name, TITLE_SIZE) + TITLE_GAP * block->em;

  write_text (block, 0, SCOPE_INK_TEXT, name, TITLE_SIZE, block->left, block->width, 0);
  if (measure (block, rest, LEAST_REST) <= block->width - from)
    write_text (block, 0, SCOPE_INK_TEXT, rest, TEXT_SIZE, block->left + from, block->width - from, 0);
  block->y += block->spacing->title * block->em;
}

static char *
addend_text (const Block *block, ScopeWide exact)
{
  return block->hidden ? g_strdup (SCOPE_HIDDEN)
                       : scope_waterfall_addend (block->subject, exact, block->decimals);
}

/* Right-aligned in a column of its own; bold: the size of a value that stands out, or 0. */
static void
write_value (const Block *block, unsigned quantity, ScopeInk ink, const char *number, double bold)
{
  g_autofree char *markup = bold > 0 ? g_strdup_printf ("!%s!", number) : g_strdup (number);

  write_text (block, quantity, ink, markup, bold > 0 ? bold : TEXT_SIZE,
              block->left + block->width - VALUE_WIDTH * block->em, VALUE_WIDTH * block->em, 1);
}

static void
write_name (const Block *block, int k, const char *name)
{
  double em = block->em, x = block->left;

  if (k >= 0)
    scope_canvas_draw_mark (block->canvas, (unsigned) k, SCOPE_INK_TEXT_DIM, x + MARK_SIZE / 2 * em,
                            block->y + 0.72 * em, MARK_SIZE * em);
  x += k >= 0 ? (MARK_SIZE + 0.35) * em : 0;
  write_text (block, 0, SCOPE_INK_TEXT, name, TEXT_SIZE, x, block->left + NAME_WIDTH * em - x, 0);
}

/* --- Bars */

static double
to_px (const Block *block, ScopeWide value)
{
  return scope_scale_to_px (&block->scale, (double) (value / block->unit));
}

static void
draw_bar (const Block *block, int index, ScopeInk ink, ScopeWide from, ScopeWide to)
{
  double em = block->em, one = to_px (block, from), other = to_px (block, to);
  double left = fmin (one, other);
  double least = block->canvas->unit;
  gboolean print = block->subject->figure->theme == SCOPE_THEME_PRINT;

  if (block->hidden)
    return;
  scope_canvas_draw_rect (
    block->canvas, &scope_role_waterfall, index,
    &(ScopeRect) { left, block->y + 0.32 * em, fmax (fabs (other - one), least), BAR_HEIGHT * em }, ink,
    print ? SCOPE_INK_AXIS : SCOPE_INK_NONE, least, 0);
}

/* From a bar's end down to where the next one begins. */
static void
draw_step (const Block *block, ScopeWide at)
{
  double em = block->em, x = to_px (block, at);

  if (!block->hidden)
    scope_canvas_draw_segment (block->canvas, &scope_role_waterfall, SCOPE_WATERFALL_STEP, SCOPE_INK_AXIS,
                               block->canvas->unit, SCOPE_DASH_SOLID, -1, x,
                               block->y + (0.32 + BAR_HEIGHT) * em, x,
                               block->y + (block->spacing->row + 0.32) * em);
}

static void
draw_zero (const Block *block, double top, double bottom)
{
  double x = scope_area_snap (scope_scale_to_px (&block->scale, 0));

  scope_canvas_draw_segment (block->canvas, &scope_role_waterfall, SCOPE_WATERFALL_ZERO, SCOPE_INK_AXIS,
                             scope_scene_get_hair (block->canvas->scene), SCOPE_DASH_SOLID, -1, x, top, x,
                             bottom);
}

static void
set_scale (Block *block, ScopeWide lo, ScopeWide hi)
{
  double em = block->em;

  block->unit = 1;
  if (block->hidden || hi - lo <= 0)
    {
      lo = -1;
      hi = 1;
    }
  else if (hi - lo > MOST_SPAN || hi - lo < 1 / MOST_SPAN)
    block->unit = hi - lo;
  block->scale = (ScopeScale) { (double) (lo / block->unit), (double) (hi / block->unit),
                                block->left + (NAME_WIDTH + 0.4) * em,
                                block->left + block->width - (VALUE_WIDTH + 0.6) * em };
}

static void
fit_scale (Block *block, const ScopeContributions *contributions)
{
  const ScopeFigure *figure = block->subject->figure;
  ScopeWide sum = 0, lo = 0, hi = 0;

  for (unsigned i = 0; i <= contributions->n_shown; i++)
    {
      sum += i < contributions->n_shown ? contributions->shown[i].dl_db : contributions->others;
      lo = scope_wide_fmin (lo, sum);
      hi = scope_wide_fmax (hi, sum);
    }
  set_scale (block, lo, hi);
  block->decimals = scope_many_contributions_decimals (contributions, block->subject->sum.dl_db,
                                                       figure->digits, figure->settled);
  block->equals
    = block->hidden ? "=" : scope_waterfall_equals (block->subject, contributions, block->decimals);
}

/* --- The gradient as a sum */

/* Which ones are the largest is hidden, too, where their sizes are: the first ones then. */
static void
find_contributions (const Block *block, unsigned most, ScopeContributions *contributions)
{
  const ScopeSubject *subject = block->subject;
  const ScopeMany *many = subject->figure->many;

  if (!block->hidden)
    {
      scope_many_contributions_find (many, &subject->figure->parameters, subject->sum.dl_db, most,
                                     contributions);
      return;
    }
  *contributions = (ScopeContributions) { .n_shown = (unsigned) MIN (many->n, (size_t) most) };
  for (unsigned i = 0; i < contributions->n_shown; i++)
    contributions->shown[i].row = i;
  contributions->n_others = many->n - contributions->n_shown;
}

static void
draw_row (Block *block, const ScopeContribution *one, ScopeWide from)
{
  const ScopeMany *many = block->subject->figure->many;
  gboolean selected = one->row == many->selected;
  g_autofree char *number = addend_text (block, one->dl_db);
  g_autofree char *name = g_strdup_printf (selected ? "!%u!" : "%u", (guint) one->row + 1);

  write_name (block, (int) many->rows[one->row].observed, name);
  draw_bar (block, SCOPE_WATERFALL_INDEX (one->row), selected ? SCOPE_INK_TEXT_DIM : SCOPE_INK_NEUTRAL, from,
            from + one->dl_db);
  write_value (block, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_TEXT, number, selected ? TEXT_SIZE : 0);
  draw_step (block, from + one->dl_db);
  block->y += block->spacing->row * block->em;
}

static void
draw_others (Block *block, const ScopeContributions *contributions, ScopeWide from)
{
  g_autofree char *number = addend_text (block, contributions->others);
  /* Translators: so many flowers more, whose contributions are added up in one. */
  g_autofree char *name = g_strdup_printf (
    ngettext ("… %u other", "… %u others", (guint) contributions->n_others), (guint) contributions->n_others);

  write_name (block, -1, name);
  draw_bar (block, SCOPE_WATERFALL_OTHERS, SCOPE_INK_NEUTRAL, from, from + contributions->others);
  write_value (block, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_TEXT, number, 0);
  draw_step (block, from + contributions->others);
  block->y += block->spacing->row * block->em;
}

/* What the rows come to, said to be about that where they do not as they are printed. */
static char *
sum_text (const Block *block)
{
  if (block->hidden)
    return g_strdup (SCOPE_HIDDEN);
  return g_str_equal (block->equals, "=")
           ? g_strdup (block->subject->dl_db_text)
           : g_strconcat (block->equals, " ", block->subject->dl_db_text, NULL);
}

static void
draw_sum (Block *block, unsigned most)
{
  const ScopeSubject *subject = block->subject;
  const ScopeMany *many = subject->figure->many;
  ScopeContributions contributions;
  g_autofree char *title = NULL, *number = NULL;
  ScopeWide from = 0;
  double top;

  find_contributions (block, most, &contributions);
  fit_scale (block, &contributions);
  number = sum_text (block);
  title = scope_waterfall_title (many);
  write_title (block, title);
  top = block->y;
  draw_zero (
    block, top,
    top + (contributions.n_shown + (contributions.n_others > 0) + 1) * block->spacing->row * block->em);
  for (unsigned i = 0; i < contributions.n_shown; i++)
    {
      draw_row (block, &contributions.shown[i], from);
      from += contributions.shown[i].dl_db;
    }
  if (contributions.n_others > 0)
    draw_others (block, &contributions, from);
  /* What is no double ends where its last part does. */
  from = isfinite (subject->sum.dl_db) && fabs (subject->sum.dl_db) >= DBL_MIN ? subject->sum.dl_db
                                                                               : from + contributions.others;
  write_name (block, -1, many->mean ? _ ("!mean!") : _ ("!total!"));
  draw_bar (block, SCOPE_WATERFALL_TOTAL, SCOPE_INK_GRADIENT, 0, from);
  write_value (block, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_GRADIENT, number, SUM_SIZE);
  block->y += (block->spacing->row + block->spacing->gap) * block->em;
}

/* --- The balance */

/* At length where that need not be much smaller than the rest. */
static void
write_words (const Block *block, const char *const words[2])
{
  gboolean is_long = words[1] != NULL && measure (block, words[0], LEAST_WORDS) > block->width;

  write_text (block, 0, SCOPE_INK_TEXT, words[is_long], TEXT_SIZE, block->left, block->width, 0);
}

static void
draw_balance (Block *block)
{
  const ScopeSubject *subject = block->subject;
  double em = block->em, predicted, top;
  size_t observed;
  unsigned k;
  g_autofree char *subscript = NULL, *title = NULL, *sum = NULL, *count = NULL;
  const char *words[2];

  if (!scope_many_balance (subject->figure->many, &subject->figure->parameters, subject->sum.dl_db, &k,
                           &predicted, &observed))
    return;
  subscript = scope_subject_subscript (subject, k);
  /* Translators: the title of a small chart; the sum of p over all flowers against how many there
   * are. */
  title = g_strdup_printf (_ ("!Balance!  ∑ *p*_{%s} and %s flowers"), subscript, subscript);
  sum = scope_waterfall_balance_predicted (subject, predicted);
  count = scope_subject_number (subject, (double) observed);
  scope_waterfall_balance_words (subject, predicted, observed, sum, words);
  set_scale (block, 0, fmax (predicted, (double) observed));
  write_title (block, title);
  top = block->y;
  draw_zero (block, top, top + 2 * block->spacing->row * em);
  write_name (block, (int) k, _ ("predicted"));
  draw_bar (block, SCOPE_WATERFALL_PREDICTED, SCOPE_INK_GRADIENT, 0, predicted);
  write_value (block, SCOPE_QUANTITY_PROBABILITY, SCOPE_INK_TEXT, sum, TEXT_SIZE);
  block->y += block->spacing->row * em;
  write_name (block, (int) k, _ ("observed"));
  draw_bar (block, SCOPE_WATERFALL_OBSERVED, SCOPE_INK_NEUTRAL, 0, (double) observed);
  write_value (block, 0, SCOPE_INK_TEXT, count, TEXT_SIZE);
  block->y += block->spacing->row * em;
  write_words (block, words);
}

/* --- One line */

/* " + 0.0351 (2)", the first one without its plus. */
static void
append_term (GString *markup, const Block *block, ScopeWide value, const char *name, gboolean first)
{
  g_autofree char *number = addend_text (block, scope_wide_fabs (value));
  const char *sign = value < 0 && !block->hidden ? (first ? "−" : " − ") : first ? "" : " + ";

  g_string_append_printf (markup, "%s%s (%s)", sign, number, name);
}

/* brief: without what it is, which the sum itself tells to who knows the longer one. */
static char *
line_markup (Block *block, const ScopeContributions *contributions, gboolean brief)
{
  const ScopeSubject *subject = block->subject;
  g_autoptr (GString) markup = g_string_new (NULL);
  const ScopeMany *many = subject->figure->many;

  for (unsigned i = 0; i < contributions->n_shown; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", (guint) contributions->shown[i].row + 1);

      append_term (markup, block, contributions->shown[i].dl_db, name, i == 0);
    }
  if (contributions->n_others > 0)
    {
      g_autofree char *name = g_strdup_printf (
        ngettext ("%u other", "%u others", (guint) contributions->n_others), (guint) contributions->n_others);

      append_term (markup, block, contributions->others, name, FALSE);
    }
  g_string_append_printf (markup, " %s !%s!", block->equals,
                          block->hidden ? SCOPE_HIDDEN : subject->dl_db_text);
  if (brief)
    return g_steal_pointer (&markup->str);
  /* Translators: a sum, with the number of a flower behind each of its terms. */
  if (!scope_waterfall_is_divided (many))
    return g_strdup_printf (_ ("!Whose gradient?!  %s"), markup->str);
  /* Translators: how many flowers there are, and the sum. */
  return g_strdup_printf (_ ("!Whose gradient?!  each divided by %u:  %s"), (guint) many->n, markup->str);
}

static void
draw_line (Block *block)
{
  ScopeContributions contributions;
  double rest = LINE_REST + (scope_waterfall_is_divided (block->subject->figure->many) ? LINE_DIVIDED : 0);
  double terms = floor ((block->width / block->em - rest) / LINE_TERM);
  g_autofree char *markup = NULL;

  find_contributions (block, (unsigned) CLAMP (terms, 1, SCOPE_MOST_CONTRIBUTIONS), &contributions);
  fit_scale (block, &contributions);
  markup = line_markup (block, &contributions, FALSE);
  if (measure (block, markup, scope_canvas_least (block->canvas, LEAST_SIZE)) > block->width)
    {
      g_free (markup);
      markup = line_markup (block, &contributions, TRUE);
    }
  write_text (block, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_TEXT, markup, TEXT_SIZE, block->left, block->width,
              0);
}

/* As many rows as the layout has left room for. */
static void
draw_sum_block (Block *block, double height, ScopeWaterfallForm form)
{
  double n = (double) block->subject->figure->many->n;
  double rows
    = (height / block->em - scope_waterfall_fixed_height (block->subject, form)) / block->spacing->row;

  rows = fmin (round (rows), n);
  if (rows < n)
    rows -= 1; /* the others' */
  draw_sum (block, (unsigned) CLAMP (rows, 1, SCOPE_MOST_CONTRIBUTIONS));
}

/* Beside each other in a strip. */
static void
draw_block (Block *block, const ScopeRect *rect, ScopeWaterfallForm form)
{
  if (form == SCOPE_WATERFALL_STRIP)
    block->width = STRIP_SHARE * rect->width - STRIP_GAP * block->em;
  draw_sum_block (block, rect->height, form);
  if (form == SCOPE_WATERFALL_STRIP)
    {
      block->left = rect->x + STRIP_SHARE * rect->width;
      block->width = (1 - STRIP_SHARE) * rect->width;
      block->y = rect->y;
    }
  draw_balance (block);
}

static void
draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  ScopeWaterfallForm form = scope_waterfall_find_form (subject, spot);
  Block block = { .canvas = canvas,
                  .subject = subject,
                  .spacing = scope_waterfall_spacing (form),
                  .em = canvas->em,
                  .left = spot->rect.x,
                  .width = spot->rect.width,
                  .y = spot->rect.y,
                  .hidden = scope_subject_hides (subject, SCOPE_WATERFALL_PLACES) };

  if (form == SCOPE_WATERFALL_LINE)
    draw_line (&block);
  else
    draw_block (&block, &spot->rect, form);
}

const ScopeBlockKind scope_waterfall_block
  = { SCOPE_OF (WATERFALL, .shows = SCOPE_WATERFALL_PLACES), .top = 200, .window = SCOPE_WHERE_SIDE,
      .measure = scope_waterfall_measure, .draw = draw };

const ScopeBlockKind scope_strip_block
  = { SCOPE_OF (WATERFALL, .shows = SCOPE_WATERFALL_PLACES), .top = 1600, .window = SCOPE_WHERE_ALONE,
      .measure = scope_waterfall_measure_strip, .draw = draw };
