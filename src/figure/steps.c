/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remarks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "number.h"

/* The factors spelled out, how they cancel, the punch line, and the rows of remarks below them. */

/* In the columns' em. */
#define FRACTION_ROW 2.9
#define POWER_ROW 3.5
#define TEXT_ROW 1.8
#define RULER_ROW 3.2
#define END_GAP 0.4
#define SIZE 1.1
#define LEAST_SIZE 0.5
#define ONE_LINE 50.0 /* em of the figure: a promise and the longest verdict, no smaller than that */
/* Of a fraction, below its bar. */
#define DENOMINATOR_AT 0.72

static void
put (ScopePen *pen, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, SCOPE_ROLE_STEP, 0, ink, markup);
}

/* What the rows go on from: the formula right above them, else they say themselves what they are equal to. */
static void
write_left_side (ScopePen *pen)
{
  const ScopeDrawing *drawing = pen->drawing;
  g_autofree char *left = g_strdup_printf ("%s/*∂b*_3  ", drawing->dl_symbol);

  if (drawing->figure->stage != NULL ? !drawing->goes_on : drawing->formula.height <= 0)
    put (pen, SCOPE_INK_GRADIENT, left);
}

/* The third factor, in brackets where it is negative. */
static void
put_weight (ScopePen *pen)
{
  const ScopeDrawing *drawing = pen->drawing;
  g_autofree char *weight = scope_derivation_number (drawing->factors.dz_db[drawing->path], FALSE);

  put (pen, SCOPE_INK_DZ_DB, weight);
}

/* 1/p_o, and the p_o of the second factor; struck through where they cancel. */
static void
write_inverse (ScopePen *pen, const char *p, gboolean struck)
{
  ScopePen below;
  double from = pen->x;

  scope_pen_fraction (pen, SCOPE_ROLE_STEP, 0, SCOPE_INK_DL_DP, "1", p);
  below = *pen;
  below.axis += DENOMINATOR_AT * pen->size_px;
  if (struck)
    scope_pen_strike (&below, from);
}

static void
write_probability (ScopePen *pen, const char *p, gboolean struck)
{
  double from = pen->x;

  put (pen, SCOPE_INK_DP_DZ, p);
  if (struck)
    scope_pen_strike (pen, from);
}

/* −1/p_o · p_o(1 − p_o) · w, or −1/p_o · (−p_o·p_k) · w. */
static void
write_factors (ScopePen *pen, gboolean struck)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = drawing->path;
  gboolean own = k == drawing->figure->parameters.observed;
  g_autofree char *p = scope_derivation_p (drawing, drawing->figure->parameters.observed);
  g_autofree char *p_k = scope_derivation_p (drawing, k);
  g_autofree char *rest = own ? g_strdup_printf ("(1 − %s)", p) : g_strdup_printf ("·%s)", p_k);

  put (pen, SCOPE_INK_TEXT, "=  −");
  write_inverse (pen, p, struck);
  put (pen, SCOPE_INK_TEXT, own ? " · " : " · (−");
  write_probability (pen, p, struck);
  put (pen, SCOPE_INK_DP_DZ, rest);
  put (pen, SCOPE_INK_TEXT, " · ");
  put_weight (pen);
}

/* For several paths: the same for each k, under one sum. */
static void
write_general (ScopePen *pen, gboolean struck)
{
  g_autofree char *p
    = scope_derivation_p (pen->drawing, pen->drawing->figure->parameters.observed);

  put (pen, SCOPE_INK_TEXT, "=  ∑_{*k*}  −");
  write_inverse (pen, p, struck);
  put (pen, SCOPE_INK_TEXT, " · ");
  write_probability (pen, p, struck);
  put (pen, SCOPE_INK_DP_DZ, "(*y*_{*k*} − *p*_{*k*})");
  put (pen, SCOPE_INK_TEXT, " · ");
  put (pen, SCOPE_INK_DZ_DB, "*w*_{*k*}");
}

static void
write_spelled (ScopePen *pen)
{
  write_left_side (pen);
  if (pen->drawing->factors.n_wired > 1)
    write_general (pen, FALSE);
  else
    write_factors (pen, FALSE);
}

/* What is left once p_o has cancelled. */
static void
write_rest (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;
  unsigned k = drawing->path;
  gboolean own = k == drawing->figure->parameters.observed;
  g_autofree char *p_k = scope_derivation_p (drawing, k);
  gboolean plain = drawing->figure->parameters.w[k] == 1
                   && !scope_drawing_hides (drawing, SCOPE_PLACE_DZ_DB);
  g_autofree char *rest = own ? g_strdup_printf ("=  −(1 − %s)", p_k)
                              : g_strdup_printf ("=  %s", p_k);
  g_autofree char *turned = g_strdup_printf (plain ? "  =  %s − 1" : "  =  (%s − 1)", p_k);

  if (drawing->factors.n_wired > 1)
    {
      put (pen, SCOPE_INK_GRADIENT, "=  ∑_{*k*} (*p*_{*k*} − *y*_{*k*}) · *w*_{*k*}");
      return;
    }
  for (int i = 0; i < (own ? 2 : 1); i++)
    {
      put (pen, SCOPE_INK_GRADIENT, i == 0 ? rest : turned);
      if (plain)
        continue;
      put (pen, SCOPE_INK_TEXT, " · ");
      put_weight (pen);
    }
}

static void
write_cancelled (ScopePen *pen)
{
  /* In the window what is spelled out stands above. */
  if (pen->drawing->figure->stage != NULL)
    write_left_side (pen);
  if (pen->drawing->factors.n_wired > 1)
    write_general (pen, TRUE);
  else
    write_factors (pen, TRUE);
  /* In a hall it has a row of its own. */
  if (pen->drawing->figure->stage != NULL)
    return;
  scope_pen_space (pen, 0.5);
  write_rest (pen);
}

static void
write_words (ScopePen *pen)
{
  scope_pen_text (pen, SCOPE_ROLE_STEP, 0, SCOPE_INK_TEXT, _ ("predicted minus observed"));
}

/* −0.8491, 0.3966, 0.4525: of every logit; one of them may be the gradient. */
static void
write_residuals (ScopePen *pen)
{
  ScopeDrawing *drawing = pen->drawing;

  put (pen, SCOPE_INK_TEXT, "=  ");
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      g_autofree char *plain = scope_line_escape (drawing->factors.dl_dz[k]);

      put (pen, SCOPE_INK_TEXT, k > 0 ? ",  " : "");
      put (pen, k == scope_drawing_gradient_class (drawing) ? SCOPE_INK_GRADIENT : SCOPE_INK_TEXT,
           plain);
    }
}

/* ∂L/∂z_k = p_k − y_k; in a hall its numbers stand in the table above. */
static void
write_punch_line (ScopePen *pen)
{
  g_autofree char *rule = g_strdup_printf ("%s/*∂z*_{*k*}  =  *p*_{*k*} − *y*_{*k*}",
                                           pen->drawing->dl_symbol);

  put (pen, SCOPE_INK_GRADIENT, rule);
  if (pen->drawing->figure->stage != NULL)
    return;
  scope_pen_space (pen, 0.5);
  write_residuals (pen);
  scope_pen_space (pen, 1.2);
  write_words (pen);
}

static void
write_hidden (ScopePen *pen)
{
  write_left_side (pen);
  scope_pen_text (pen, SCOPE_ROLE_STEP, SCOPE_STEP_HIDDEN, SCOPE_INK_TEXT, "=  " SCOPE_HIDDEN);
}

static void
draw_row (ScopeDrawing *drawing, ScopeWriteRow write_row, unsigned row, double size, double axis)
{
  ScopePen pen = { drawing, 0, axis, size * drawing->columns.em, FALSE, row };
  double room = drawing->steps.width;
  double length = scope_pen_fit (&pen, write_row, room);

  if (pen.size_px < LEAST_SIZE * drawing->columns.em)
    return;
  /* From the first node on where there is room for it, else from further left. */
  pen.x = CLAMP (drawing->columns.node_x[0], drawing->steps.x,
                 drawing->steps.x + fmax (room - length, 0));
  write_row (&pen);
}

/* --- Which rows there are */

typedef enum
{
  SCOPE_WHERE_ALWAYS,
  SCOPE_WHERE_WINDOW,
  SCOPE_WHERE_HALL,
} ScopeWhere;

typedef struct
{
  ScopeWriteRow write;
  double height;
  unsigned show;         /* the part that it belongs to */
  unsigned row;          /* which of several of a kind */
  ScopeWhere where;
  unsigned places;       /* what it gives away: a blank slot where any of these is hidden */
  unsigned yields;       /* with which flag of drawing->yielded it goes before its part does */
  unsigned rows;         /* in a hall: with which ScopeStageRows it comes; 0 where it always does */
} Row;

/* p_o − 1 or p(1 − p) is the number itself to who sees p. */
#define CLOSED SCOPE_PLACE_CLOSED_FORM
/* Which path counts tells where b₃ is wired. */
#define WIRING (SCOPE_PLACE_CLOSED_FORM | SCOPE_PLACE_DZ_DB)

/* A step tells the gradient. */
#define NEXT (SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT)

/* Beside the flags of parts. */
#define YIELD_RULER (1u << 31)
#define YIELD_PROMISE (1u << 30)
#define YIELD_VERDICT (1u << 29)
#define YIELD_OBSERVED (1u << 28)

static const Row rows[] = {
  { write_spelled, FRACTION_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_WINDOW, CLOSED, 0, 0 },
  { write_cancelled, FRACTION_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_ALWAYS, CLOSED, 0, SCOPE_STAGE_CANCEL },
  { write_rest, TEXT_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_HALL, CLOSED, 0, SCOPE_STAGE_CANCEL },
  { write_punch_line, TEXT_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_WINDOW, CLOSED, 0, 0 },
  { scope_write_observed, TEXT_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_HALL, CLOSED, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { scope_write_observed, TEXT_ROW, SCOPE_SHOW_STEPS, 1, SCOPE_WHERE_HALL, CLOSED, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { scope_write_observed, TEXT_ROW, SCOPE_SHOW_STEPS, 2, SCOPE_WHERE_HALL, CLOSED, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { scope_write_observed, TEXT_ROW, SCOPE_SHOW_STEPS, 3, SCOPE_WHERE_HALL, CLOSED, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { write_punch_line, TEXT_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_HALL, CLOSED, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { scope_write_from_observed, TEXT_ROW, SCOPE_SHOW_STEPS, 0, SCOPE_WHERE_HALL, WIRING, YIELD_OBSERVED,
    SCOPE_STAGE_OBSERVED },
  { scope_write_article, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, SCOPE_WHERE_ALWAYS, WIRING, 0, 0 },
  { scope_write_article, TEXT_ROW, SCOPE_SHOW_MISTAKES, 1, SCOPE_WHERE_HALL, WIRING, 0, 0 },
  { scope_write_article, TEXT_ROW, SCOPE_SHOW_MISTAKES, 2, SCOPE_WHERE_HALL, WIRING, 0, 0 },
  { scope_write_right, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, SCOPE_WHERE_ALWAYS, WIRING, 0, 0 },
  { scope_write_right, TEXT_ROW, SCOPE_SHOW_MISTAKES, 1, SCOPE_WHERE_HALL, WIRING, 0, 0 },
  { scope_write_diagonal, TEXT_ROW, SCOPE_SHOW_MISTAKES, 0, SCOPE_WHERE_ALWAYS, WIRING, 0, 0 },
  { scope_write_diagonal, TEXT_ROW, SCOPE_SHOW_MISTAKES, 1, SCOPE_WHERE_HALL, WIRING, 0, 0 },
  { scope_write_diagonal, TEXT_ROW, SCOPE_SHOW_MISTAKES, 2, SCOPE_WHERE_HALL, WIRING, 0, 0 },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 1, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_case, TEXT_ROW, SCOPE_SHOW_CASES, 2, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_question, TEXT_ROW, SCOPE_SHOW_ANSWERS, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_explanation, TEXT_ROW, SCOPE_SHOW_ANSWERS, 0, SCOPE_WHERE_HALL, 0, 0, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 1, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_explanation, TEXT_ROW, SCOPE_SHOW_ANSWERS, 1, SCOPE_WHERE_HALL, 0, 0, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 2, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_explanation, TEXT_ROW, SCOPE_SHOW_ANSWERS, 2, SCOPE_WHERE_HALL, 0, 0, 0 },
  { scope_write_answer, TEXT_ROW, SCOPE_SHOW_ANSWERS, 3, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_explanation, TEXT_ROW, SCOPE_SHOW_ANSWERS, 3, SCOPE_WHERE_HALL, 0, 0, 0 },
  { scope_write_shift_algebra, POWER_ROW, SCOPE_SHOW_SHIFT, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_shift_words, TEXT_ROW, SCOPE_SHOW_SHIFT, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_shift_effect, TEXT_ROW, SCOPE_SHOW_SHIFT, 0, SCOPE_WHERE_HALL, 0, 0, 0 },
  { scope_write_shift_wiring, TEXT_ROW, SCOPE_SHOW_SHIFT, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_update, FRACTION_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_ALWAYS, 0, 0, 0 },
  { scope_write_update, TEXT_ROW, SCOPE_SHOW_DESCENT, 1, SCOPE_WHERE_HALL, 0, 0, 0 },
  /* What its brackets are, which often have no room for words of their own. */
  { scope_write_drops, TEXT_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_HALL, NEXT, 0, 0 },
  { scope_write_outcome, TEXT_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_WINDOW, NEXT, YIELD_VERDICT, 0 },
  { scope_write_promise, TEXT_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_WINDOW, NEXT, YIELD_PROMISE, 0 },
  { scope_write_verdict, TEXT_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_WINDOW, NEXT, YIELD_VERDICT, 0 },
  { scope_write_ruler, RULER_ROW, SCOPE_SHOW_DESCENT, 0, SCOPE_WHERE_WINDOW, NEXT, YIELD_RULER, 0 },
};

/* Promise and verdict stand on one line where the column is wide. That is not asked of their words,
 * which change with every step: the plots below would jump. */
static gboolean
is_one_line (const ScopeDrawing *drawing)
{
  return drawing->main.width >= ONE_LINE * drawing->em
         && !(drawing->yielded & YIELD_PROMISE);
}

/* A step of a lecture may show one half of the derivation. */
static gboolean
is_of_the_step (const ScopeStage *stage, const Row *row)
{
  unsigned halves = stage != NULL ? stage->rows & (SCOPE_STAGE_CANCEL | SCOPE_STAGE_OBSERVED) : 0;

  return halves == 0 || row->rows == 0 || (row->rows & halves) != 0;
}

/* How many rows a common mistake has before a hall. */
static guint
count_parts (const ScopeDrawing *drawing, const Row *row)
{
  if (row->write == scope_write_article)
    return scope_article_parts (drawing);
  return row->write == scope_write_right ? scope_right_parts (drawing) : scope_diagonal_parts (drawing);
}

static gboolean
is_shown (const ScopeDrawing *drawing, const Row *row)
{
  const ScopeFigure *figure = drawing->figure;

  if (row->where == (figure->stage == NULL ? SCOPE_WHERE_HALL : SCOPE_WHERE_WINDOW)
      || !is_of_the_step (figure->stage, row))
    return FALSE;
  /* Without any path there is no diagonal to speak of. */
  if (row->write == scope_write_diagonal && drawing->factors.n_wired == 0)
    return FALSE;
  if (row->show == SCOPE_SHOW_MISTAKES && row->row >= count_parts (drawing, row))
    return FALSE;
  if (row->write == scope_write_explanation && scope_drawing_hides (drawing, SCOPE_PLACE_GRADIENT))
    return FALSE;
  if (drawing->yielded & row->yields)
    return FALSE;
  if (row->write == scope_write_outcome && !is_one_line (drawing))
    return FALSE;
  if ((row->write == scope_write_promise || row->write == scope_write_verdict)
      && is_one_line (drawing))
    return FALSE;
  /* What is left of a descent without its gradient is its rule. */
  if (row->places == NEXT && scope_drawing_hides (drawing, NEXT))
    return FALSE;
  return (figure->show & ~drawing->yielded & row->show) != 0;
}

/* The height of a row in em of the columns, 0 where it is not shown. All that is hidden shares one slot. */
static double
row_height (const ScopeDrawing *drawing, const Row *row, gboolean *slot)
{
  gboolean hidden = scope_drawing_hides (drawing, row->places);

  if (!is_shown (drawing, row) || (hidden && *slot))
    return 0;
  *slot = *slot || hidden;
  return hidden ? TEXT_ROW : row->height;
}

double
scope_steps_height (const ScopeDrawing *drawing)
{
  double height = 0;
  gboolean slot = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    height += row_height (drawing, &rows[i], &slot);
  return height > 0 ? (height + END_GAP) * drawing->columns.em : 0;
}

/* The first of these rows that are there go, as long as any others stay. */
static gboolean
yield_rows (ScopeDrawing *drawing, const unsigned *order, guint n)
{
  unsigned before = drawing->yielded;
  double height = scope_steps_height (drawing);

  for (guint i = 0; i < n; i++)
    {
      double rest;

      drawing->yielded |= order[i];
      rest = scope_steps_height (drawing);
      if (rest > 0 && rest < height)
        return TRUE;
      if (rest == 0)
        break;
    }
  drawing->yielded = before;
  return FALSE;
}

/* What stands there for long goes first: who asks the hall, or shifts, wants to see just that. */
gboolean
scope_steps_yield (ScopeDrawing *drawing)
{
  static const unsigned order[]
    = { YIELD_OBSERVED, SCOPE_SHOW_MISTAKES, SCOPE_SHOW_STEPS, SCOPE_SHOW_CASES, SCOPE_SHOW_SHIFT,
        YIELD_RULER, YIELD_PROMISE, YIELD_VERDICT };

  return yield_rows (drawing, order, G_N_ELEMENTS (order));
}

gboolean
scope_steps_yield_walk (ScopeDrawing *drawing)
{
  static const unsigned order[] = { YIELD_RULER, YIELD_PROMISE, YIELD_VERDICT };

  return yield_rows (drawing, order, G_N_ELEMENTS (order));
}

/* One size for rows of a kind: none of four answers is to stand out by its type, and before a hall what is
 * right no less than what is wrong. */
static gboolean
is_alike (const ScopeDrawing *drawing, const Row *one, const Row *other)
{
  return one->write == other->write
         || (drawing->figure->stage != NULL && one->show == SCOPE_SHOW_MISTAKES && other->show == one->show);
}

static double
row_size (ScopeDrawing *drawing, const Row *row)
{
  double size = SIZE * drawing->columns.em;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopePen pen = { drawing, 0, 0, SIZE * drawing->columns.em, TRUE, rows[i].row };

      if (!is_alike (drawing, row, &rows[i]) || !is_shown (drawing, &rows[i]))
        continue;
      scope_pen_fit (&pen, rows[i].write, drawing->steps.width);
      size = fmin (size, pen.size_px);
    }
  return size / drawing->columns.em;
}

void
scope_draw_steps (ScopeDrawing *drawing)
{
  double em = drawing->columns.em, y = drawing->steps.y;
  gboolean slot = FALSE;

  if (drawing->steps.height <= 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      double height = row_height (drawing, row, &slot), axis = y + height / 2 * em;

      y += height * em;
      if (height <= 0)
        continue;
      if (scope_drawing_hides (drawing, row->places))
        draw_row (drawing, write_hidden, 0, SIZE, axis);
      else
        draw_row (drawing, row->write, row->row, row_size (drawing, row), axis);
    }
}
