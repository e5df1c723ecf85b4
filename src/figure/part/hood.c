/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "block.h"
#include "canvas.h"
#include "hood-plot.h"
#include "hood-private.h"
#include "hood-table.h"
#include "hood-text.h"
#include "hood-write.h"
#include "landmark.h"
#include "markup.h"
#include "sentences.h"
#include "subject.h"

/* The block "Under the hood": where its pieces go, and the slopes of the finite difference. */

/* In em of the block. */
#define TITLE_HEIGHT 2.0
#define ROW_HEIGHT 1.45
#define GAP 0.8
#define COLUMN_GAP 2.0
#define PLOT_LEAST 7.4
#define PLOT_MOST 30.0
#define SIGMOID_HEIGHT 3.2
#define SLOPES_HEIGHT (3 * ROW_HEIGHT)
#define LINE_HEIGHT 1.9
#define STRIP_HEIGHT (TITLE_HEIGHT + SCOPE_HOOD_TABLE_HEIGHT + 0.4)
#define TITLE_SIZE 1.1
#define TEXT_SIZE 1.0

/* Narrower than this, the block's type shrinks with its width. */
#define SIDE_WIDTH 19.0
#define STRIP_WIDTH 52.0
#define SMALLEST 0.7
#define SHARE 0.45 /* of what it and the linked plots have of the second column */
#define SLOPES_WIDTH 14.0
#define TABLE_WIDTH 23.0
#define KEY_WIDTH 1.8

/* --- Where the pieces go */

static double
block_em (const ScopeCanvas *canvas, double width, double wanted)
{
  return canvas->em * CLAMP (width / (wanted * canvas->em), scope_canvas_least (canvas, SMALLEST), 1);
}

static gboolean
has_sigmoid (const ScopeSubject *subject)
{
  double half;

  return scope_landmark_half_point (&subject->figure->parameters, &half);
}

/* In the second column, of which the first rows are better than nothing, or in the first as a strip or a single
 * line. */
static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  double em = block_em (canvas, plan->side.width, SIDE_WIDTH), rows = TITLE_HEIGHT + SLOPES_HEIGHT;

  block->grows = plan->side.width > 0;
  block->share = SHARE;
  if (block->grows)
    {
      scope_planner_add_form (block, (rows + PLOT_LEAST + SCOPE_HOOD_TABLE_HEIGHT + 2 * GAP
                                      + (has_sigmoid (subject) ? SIGMOID_HEIGHT + GAP : 0))
                                       * em);
      scope_planner_add_form (block, rows * em);
      return;
    }
  scope_planner_add_form (block, STRIP_HEIGHT * block_em (canvas, plan->main.width, STRIP_WIDTH));
  scope_planner_add_form (block, LINE_HEIGHT * canvas->em);
}

/* Takes height from the column's rest, from the top down. */
static ScopeRect
take (ScopeRect *rest, double height, double gap)
{
  ScopeRect taken = { rest->x, rest->y, rest->width, height };

  rest->y += height + gap;
  rest->height -= height + gap;
  return taken;
}

/* One under the other. What yields where the column is low: the sigmoid, the plot, the table. */
static void
stack (ScopeHood *hood)
{
  ScopeRect rest = hood->rect;
  double em = hood->em, gap = GAP * em, room = rest.height / em;
  double needed = TITLE_HEIGHT + SLOPES_HEIGHT;
  gboolean table, plot, sigmoid;

  table = room >= needed + GAP + SCOPE_HOOD_TABLE_HEIGHT;
  needed += table ? GAP + SCOPE_HOOD_TABLE_HEIGHT : 0;
  plot = room >= needed + GAP + PLOT_LEAST;
  needed += plot ? GAP + PLOT_LEAST : 0;
  sigmoid = has_sigmoid (hood->subject) && room >= needed + GAP + SIGMOID_HEIGHT;
  needed += sigmoid ? GAP + SIGMOID_HEIGHT : 0;
  if (room < TITLE_HEIGHT + SLOPES_HEIGHT)
    return;

  hood->title = take (&rest, TITLE_HEIGHT * em, 0);
  hood->slopes = take (&rest, SLOPES_HEIGHT * em, gap);
  if (plot)
    hood->plot = take (&rest, fmin (PLOT_LEAST + room - needed, PLOT_MOST) * em, gap);
  if (sigmoid)
    hood->sigmoid = take (&rest, SIGMOID_HEIGHT * em, gap);
  if (table)
    hood->table = take (&rest, SCOPE_HOOD_TABLE_HEIGHT * em, gap);
}

/* Side by side, in a strip over the panels: slopes over the sigmoid, the plot, the table. */
static void
spread (ScopeHood *hood)
{
  ScopeRect rest = hood->rect, left;
  double em = hood->em, plot_width;

  hood->title = take (&rest, TITLE_HEIGHT * em, 0);
  left = rest;
  left.width = SLOPES_WIDTH * em;
  hood->slopes = take (&left, SLOPES_HEIGHT * em, GAP * em);
  if (has_sigmoid (hood->subject))
    hood->sigmoid = take (&left, SIGMOID_HEIGHT * em, 0);
  hood->table = (ScopeRect) { rest.x + rest.width - TABLE_WIDTH * em, rest.y, TABLE_WIDTH * em,
                              SCOPE_HOOD_TABLE_HEIGHT * em };
  /* Type that can be read may have no room for both. */
  if (hood->table.x < left.x + left.width + GAP * em)
    hood->table = (ScopeRect) { 0 };
  plot_width = hood->table.x - left.x - left.width - 2 * COLUMN_GAP * em;
  if (plot_width >= 9 * em)
    hood->plot = (ScopeRect) { left.x + left.width + COLUMN_GAP * em, rest.y, plot_width,
                               SCOPE_HOOD_TABLE_HEIGHT * em };
}

/* --- Slopes */

static void
draw_slope (const ScopeHood *hood, guint row, unsigned quantity, ScopeInk ink, const char *label,
            const char *number)
{
  const ScopeRect *rect = &hood->slopes;
  double em = hood->em, baseline = rect->y + (row + 1.0) * ROW_HEIGHT * em - 0.35 * em;
  double left = rect->x + (KEY_WIDTH + 0.5) * em, right = rect->x + fmin (rect->width, 27 * em);
  g_autofree char *escaped = scope_markup_escape (number);
  g_autofree char *bold = g_strdup_printf ("!%s!", escaped);
  double width = fmin (scope_hood_measure (hood, bold, TEXT_SIZE), 0.6 * (right - left));

  scope_hood_write (hood, 0, SCOPE_INK_TEXT, label, SCOPE_ALIGN_LEFT, TEXT_SIZE,
                    right - width - 0.6 * em - left, left, baseline);
  scope_hood_write (hood, quantity, ink, bold, SCOPE_ALIGN_RIGHT, TEXT_SIZE, width, right, baseline);
}

/* The dashes before "secant" are those in the panel. */
static void
draw_key (const ScopeHood *hood, guint row, ScopeInk ink, ScopeDash dash)
{
  double em = hood->em, y = hood->slopes.y + (row + 1.0) * ROW_HEIGHT * em - 0.7 * em;

  scope_canvas_draw_segment (hood->canvas, &scope_role_hood_mark, 0, ink, 0.13 * em, dash, -1, hood->slopes.x,
                             y, hood->slopes.x + KEY_WIDTH * em, y);
}

static void
draw_slopes (const ScopeHood *hood)
{
  g_auto (ScopeSecantText) text = { NULL };
  g_autofree char *label = NULL;

  scope_hood_secant_text_init (&text, hood->subject);
  /* Translators: the slope of the secant with that h. */
  label = g_strdup_printf (_ ("secant, *h* = %s"), text.h);
  draw_key (hood, 0, SCOPE_INK_TEXT, SCOPE_DASH_DASHED);
  draw_slope (hood, 0, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_TEXT, label, text.slope);
  draw_key (hood, 1, SCOPE_INK_GRADIENT, SCOPE_DASH_SOLID);
  draw_slope (hood, 1, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_GRADIENT,
              /* Translators: the exact slope. */
              _ ("exact"), text.exact);
  /* Translators: the absolute difference of the secant's slope and the exact one. */
  draw_slope (hood, 2, 0, SCOPE_INK_TEXT, _ ("off by"), text.error);
}

static void
draw_title (const ScopeHood *hood)
{
  scope_hood_write (hood, 0, SCOPE_INK_TEXT,
                    /* Translators: the title of a block; the formula is the secant's slope. */
                    _ ("!Under the hood!  (*L*(*b*_3 + *h*) − *L*(*b*_3)) / *h*"), SCOPE_ALIGN_LEFT,
                    TITLE_SIZE, hood->title.width, hood->title.x, hood->title.y + 1.25 * hood->em);
}

/* All that there is room for where even a strip is too high. */
static void
draw_line (const ScopeHood *hood)
{
  const ScopeRect *rect = &hood->rect;
  g_auto (ScopeSecantText) text = { NULL };
  g_autofree char *markup = NULL;

  scope_hood_secant_text_init (&text, hood->subject);
  /* Translators: h, the secant's slope, the exact one, how far it is off. */
  markup = g_strdup_printf (_ ("*h* = %s:  secant slope %s, exact %s, off by %s"), text.h, text.slope,
                            text.exact, text.error);
  scope_hood_write (hood, SCOPE_QUANTITY_GRADIENT, SCOPE_INK_TEXT, markup, SCOPE_ALIGN_LEFT, TEXT_SIZE,
                    rect->width, rect->x, rect->y + 1.2 * hood->em);
}

/* ∂L/∂b₃ = σ(b₃ − b_half) − 1, and where its middle is. */
static void
draw_sigmoid (const ScopeHood *hood)
{
  const ScopeParameters *in = &hood->subject->figure->parameters;
  const ScopeRect *rect = &hood->sigmoid;
  g_autofree char *number = scope_hood_half_point_text (hood->subject);
  g_autofree char *value = NULL;
  double em = hood->em;

  if (number == NULL)
    return;
  value = g_strdup_printf (_ ("half point  *b*_{half} = %s"), number);
  scope_hood_write (hood, 0, SCOPE_INK_GRADIENT,
                    in->w[in->observed] != 0 ? "*∂L*/*∂b*_3 = `σ`(*b*_3 − *b*_{half}) − 1"
                                             : "*∂L*/*∂b*_3 = `σ`(*b*_3 − *b*_{half})",
                    SCOPE_ALIGN_LEFT, 1.1 * TEXT_SIZE, rect->width, rect->x, rect->y + 1.15 * em);
  scope_hood_write (hood, 0, SCOPE_INK_TEXT, value, SCOPE_ALIGN_LEFT, TEXT_SIZE, rect->width, rect->x,
                    rect->y + 2.7 * em);
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  ScopeHood hood = { .canvas = canvas, .subject = subject, .rect = spot->rect };
  gboolean side = spot->aside;

  hood.em = block_em (canvas, spot->rect.width, side ? SIDE_WIDTH : STRIP_WIDTH);
  if (!side && spot->form > 0)
    {
      hood.em = canvas->em;
      draw_line (&hood);
      return;
    }
  if (side)
    stack (&hood);
  else
    spread (&hood);
  if (hood.title.height <= 0)
    return;
  draw_title (&hood);
  draw_slopes (&hood);
  if (hood.plot.height > 0)
    scope_hood_draw_plot (&hood);
  if (hood.sigmoid.height > 0)
    draw_sigmoid (&hood);
  if (hood.table.height > 0)
    scope_hood_draw_table (&hood);
}

static void
say (GString *text, const ScopeSubject *subject)
{
  g_autofree char *hood = scope_hood_describe (subject);

  scope_sentences_add (text, hood);
}

const ScopeBlockKind scope_hood_block
  = { SCOPE_OF (HOOD, .shows = SCOPE_PLACE_ALL & ~SCOPE_PLACE_DZ_DB, .turn = 1100, .say = say),
      .top = 1500,
      .window = SCOPE_WHERE_ASIDE,
      .hall = SCOPE_WHERE_SIDE,
      .measure = measure,
      .draw = draw_block };
