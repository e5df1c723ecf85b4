/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "block.h"
#include "canvas.h"
#include "descent-ruler.h"
#include "descent-text.h"
#include "pen.h"
#include "plan.h"
#include "remarks.h"
#include "shift.h"
#include "shown.h"
#include "spelled.h"
#include "stage-step.h"
#include "subject.h"

/* The rows below the chain rule: its factors spelled out, and remarks. */

/* In the columns' em. */
#define FRACTION_ROW 2.9
#define POWER_ROW 3.5
#define TEXT_ROW 1.8
#define RULER_ROW 3.2
#define END_GAP 0.4
#define SIZE 1.1
#define LEAST_SIZE 0.5
/* Where it is narrower, parts of remarks have rows of their own, whatever their numbers are: what is below would jump
 * with their digits. In the least type. */
#define TALL_WIDTH 40.0
#define ONE_LINE 50.0 /* em of the figure: a promise and the longest verdict, no smaller than that */

static void
draw_row (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeWriteRow write_row,
          unsigned row, double size, double axis)
{
  ScopePen pen = { canvas, subject, plan, 0, axis, size * plan->columns.em, FALSE, row };
  const ScopeRect *rect = &plan->at[SCOPE_BLOCK_STEPS].rect;
  double length = scope_pen_fit (&pen, write_row, rect->width);

  if (pen.size_px < LEAST_SIZE * plan->columns.em)
    return;
  /* From the first node on where there is room for it, else from further left. */
  pen.x = CLAMP (plan->columns.node_x[0], rect->x, rect->x + fmax (rect->width - length, 0));
  write_row (&pen);
}

/* --- Which rows there are */

/* A row is there where all of these hold. */
enum
{
  IN_WINDOW = 1 << 0,
  IN_HALL = 1 << 1,
  WHERE_TALL = 1 << 2,  /* plan->tall */
  ON_ONE_LINE = 1 << 3, /* promise and verdict, which have room on one */
  ON_TWO_LINES = 1 << 4,
};

typedef struct
{
  ScopeWriteRow write;
  double height;
  unsigned row;    /* which of several of a kind */
  unsigned where;  /* flags as above; 0: anywhere */
  unsigned yields; /* with which flag of plan->yielded it goes before its part does */
  unsigned rows;   /* in a hall: with which ScopeStageRows it comes; 0 where it always does */
  guint (*count) (const ScopeSubject *subject); /* how many of its kind there are; NULL: all */
  ScopePiece piece;
} Row;

/* p_o − 1 or p(1 − p) is the number itself to who sees p. */
#define CLOSED SCOPE_PLACE_CLOSED_FORM
/* Which path counts tells where b₃ is wired. */
#define WIRING (SCOPE_PLACE_CLOSED_FORM | SCOPE_PLACE_DZ_DB)

/* Another case's gradient is a probability. */
#define CASE (SCOPE_PLACE_LOSS | SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_PROBABILITY)

/* A wrong answer is made of other quantities: it is not offered where it would tell them. */
#define CHOICE (SCOPE_PLACE_GRADIENT | SCOPE_PLACE_PROBABILITY | SCOPE_PLACE_DL_DP | SCOPE_PLACE_DZ_DB)
#define WALK (SCOPE_PLACE_NEXT | SCOPE_PLACE_LOSS)

/* Beside the flags of parts. */
#define YIELD_RULER (1u << 31)
#define YIELD_PROMISE (1u << 30)
#define YIELD_VERDICT (1u << 29)
#define YIELD_OBSERVED (1u << 28)

/* The parts whose rows it is made of. */
#define SCOPE_STEP_PARTS                                                                                     \
  (SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES | SCOPE_SHOW_CASES | SCOPE_SHOW_ANSWERS | SCOPE_SHOW_SHIFT         \
   | SCOPE_SHOW_DESCENT)

static const Row rows[] = {
  { scope_spelled_write, FRACTION_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .where = IN_WINDOW },
  { scope_spelled_write_cancelled, FRACTION_ROW, SCOPE_OF (STEPS, .slot = CLOSED),
    .rows = SCOPE_STAGE_CANCEL },
  { scope_spelled_write_rest, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .where = WHERE_TALL,
    .rows = SCOPE_STAGE_CANCEL },
  { scope_spelled_write_punch_line, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .where = IN_WINDOW },
  { scope_remark_write_observed, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_remark_write_observed, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .row = 1, .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_remark_write_observed, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .row = 2, .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_remark_write_observed, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .row = 3, .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_spelled_write_punch_line, TEXT_ROW, SCOPE_OF (STEPS, .slot = CLOSED), .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_remark_write_from_observed, TEXT_ROW, SCOPE_OF (STEPS, .slot = WIRING), .where = IN_HALL,
    .yields = YIELD_OBSERVED, .rows = SCOPE_STAGE_OBSERVED },
  { scope_remark_write_article, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING),
    .count = scope_remark_article_parts },
  { scope_remark_write_article, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING), .row = 1, .where = WHERE_TALL,
    .count = scope_remark_article_parts },
  { scope_remark_write_article, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING), .row = 2, .where = WHERE_TALL,
    .count = scope_remark_article_parts },
  { scope_remark_write_right, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING),
    .count = scope_remark_right_parts },
  { scope_remark_write_right, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING), .row = 1, .where = WHERE_TALL,
    .count = scope_remark_right_parts },
  { scope_remark_write_diagonal, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING),
    .count = scope_remark_diagonal_parts },
  { scope_remark_write_diagonal, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING), .row = 1, .where = WHERE_TALL,
    .count = scope_remark_diagonal_parts },
  { scope_remark_write_diagonal, TEXT_ROW, SCOPE_OF (MISTAKES, .slot = WIRING), .row = 2, .where = WHERE_TALL,
    .count = scope_remark_diagonal_parts },
  { scope_remark_write_case, TEXT_ROW, SCOPE_OF (CASES, .shows = CASE) },
  { scope_remark_write_case, TEXT_ROW, SCOPE_OF (CASES, .shows = CASE), .row = 1 },
  { scope_remark_write_case, TEXT_ROW, SCOPE_OF (CASES, .shows = CASE), .row = 2 },
  { scope_remark_write_question, TEXT_ROW, SCOPE_OF (ANSWERS, .shows = CHOICE) },
  { scope_remark_write_answer, TEXT_ROW, SCOPE_OF (ANSWERS, .shows = CHOICE) },
  { scope_remark_write_explanation, TEXT_ROW, SCOPE_OF (ANSWERS, .gone = SCOPE_PLACE_GRADIENT),
    .where = WHERE_TALL },
  { scope_remark_write_answer, TEXT_ROW, SCOPE_OF (ANSWERS, .shows = CHOICE), .row = 1 },
  { scope_remark_write_explanation, TEXT_ROW, SCOPE_OF (ANSWERS, .gone = SCOPE_PLACE_GRADIENT), .row = 1,
    .where = WHERE_TALL },
  { scope_remark_write_answer, TEXT_ROW, SCOPE_OF (ANSWERS, .shows = CHOICE), .row = 2 },
  { scope_remark_write_explanation, TEXT_ROW, SCOPE_OF (ANSWERS, .gone = SCOPE_PLACE_GRADIENT), .row = 2,
    .where = WHERE_TALL },
  { scope_remark_write_answer, TEXT_ROW, SCOPE_OF (ANSWERS, .shows = CHOICE), .row = 3 },
  { scope_remark_write_explanation, TEXT_ROW, SCOPE_OF (ANSWERS, .gone = SCOPE_PLACE_GRADIENT), .row = 3,
    .where = WHERE_TALL },
  { scope_shift_write_algebra, POWER_ROW,
    SCOPE_OF (SHIFT, .shows = SCOPE_SHOWS_NOTHING, .turn = 900, .say = scope_shift_say) },
  { scope_shift_write_words, TEXT_ROW, SCOPE_OF (SHIFT, .shows = SCOPE_SHOWS_NOTHING) },
  { scope_shift_write_effect, TEXT_ROW, SCOPE_OF (SHIFT, .shows = SCOPE_SHOWS_NOTHING), .where = WHERE_TALL },
  { scope_shift_write_wiring, TEXT_ROW, SCOPE_OF (SHIFT, .shows = SCOPE_SHOWS_NOTHING) },
  { scope_descent_write_update, FRACTION_ROW,
    SCOPE_OF (DESCENT, .shows = WALK, .turn = 1200, .say = scope_descent_text_say) },
  { scope_descent_write_update, TEXT_ROW, SCOPE_OF (DESCENT, .shows = WALK), .row = 1, .where = WHERE_TALL },
  /* What its brackets are, which often have no room for words of their own. */
  { scope_descent_write_drops, TEXT_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT), .where = IN_HALL },
  { scope_descent_write_outcome, TEXT_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT),
    .where = IN_WINDOW | ON_ONE_LINE, .yields = YIELD_VERDICT },
  { scope_descent_write_promise, TEXT_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT),
    .where = IN_WINDOW | ON_TWO_LINES, .yields = YIELD_PROMISE },
  { scope_descent_write_verdict, TEXT_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT),
    .where = IN_WINDOW | ON_TWO_LINES, .yields = YIELD_VERDICT },
  { scope_descent_write_verdict, TEXT_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT), .row = 1,
    .where = IN_WINDOW | WHERE_TALL | ON_TWO_LINES, .yields = YIELD_VERDICT },
  { scope_descent_write_ruler, RULER_ROW, SCOPE_OF (DESCENT, .gone = SCOPE_PLACE_NEXT), .where = IN_WINDOW,
    .yields = YIELD_RULER },
};

/* Promise and verdict stand on one line where the column is wide. That is not asked of their words,
 * which change with every step: the plots below would jump. */
static gboolean
is_one_line (const ScopeCanvas *canvas, const ScopePlan *plan)
{
  return plan->main.width >= ONE_LINE * canvas->em && !(plan->yielded & YIELD_PROMISE);
}

/* A step of a lecture may show one half of the derivation. */
static gboolean
is_of_the_step (const ScopeStage *stage, const Row *row)
{
  unsigned halves = stage != NULL ? stage->rows & (SCOPE_STAGE_CANCEL | SCOPE_STAGE_OBSERVED) : 0;

  return halves == 0 || row->rows == 0 || (row->rows & halves) != 0;
}

static gboolean
is_there (const ScopeCanvas *canvas, const ScopePlan *plan, unsigned where)
{
  unsigned holds = canvas->in_hall ? IN_HALL : IN_WINDOW;

  holds |= plan->tall ? WHERE_TALL : 0;
  holds |= is_one_line (canvas, plan) ? ON_ONE_LINE : ON_TWO_LINES;
  return (where & ~holds) == 0;
}

static gboolean
is_shown (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Row *row)
{
  const ScopeFigure *figure = subject->figure;

  return is_there (canvas, plan, row->where) && is_of_the_step (figure->stage, row)
         && !(plan->yielded & row->yields) && !scope_subject_hides (subject, row->piece.gone)
         && (row->count == NULL || row->row < row->count (subject))
         && (figure->show & ~plan->yielded & row->piece.part) != 0;
}

/* The height of a row in em of the columns, 0 where it is not shown. All that is hidden shares one slot. */
static double
row_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Row *row,
            gboolean *slot)
{
  gboolean hidden = scope_subject_hides (subject, row->piece.slot);

  if (!is_shown (canvas, subject, plan, row) || (hidden && *slot))
    return 0;
  *slot = *slot || hidden;
  return hidden ? TEXT_ROW : row->height;
}

static double
find_height (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  double height = 0;
  gboolean slot = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    height += row_height (canvas, subject, plan, &rows[i], &slot);
  return height > 0 ? (height + END_GAP) * plan->columns.em : 0;
}

/* --- What yields */

#define YIELD_OWN (1u << 27) /* what a step of a lecture shows itself, to what somebody asks for beside */
#define MOST_YIELDS 8

/* What stands there for long goes first: who asks the hall, or shifts, wants to see just that. Of a walk goes what
 * it says beyond its next step: before anything else, but of many flowers' at last. */
static const unsigned usual_order[MOST_YIELDS]
  = { YIELD_RULER,      YIELD_PROMISE,    YIELD_VERDICT,   SCOPE_SHOW_MISTAKES,
      SCOPE_SHOW_STEPS, SCOPE_SHOW_CASES, SCOPE_SHOW_SHIFT };
static const unsigned walk_order[MOST_YIELDS]
  = { SCOPE_SHOW_MISTAKES, SCOPE_SHOW_STEPS, SCOPE_SHOW_CASES, SCOPE_SHOW_SHIFT,
      YIELD_RULER,         YIELD_PROMISE,    YIELD_VERDICT };
static const unsigned hall_order[MOST_YIELDS]
  = { YIELD_OBSERVED, YIELD_OWN, SCOPE_SHOW_MISTAKES, SCOPE_SHOW_STEPS, SCOPE_SHOW_CASES, SCOPE_SHOW_SHIFT };

/* Which rows go with the first n. */
static unsigned
find_yielded (const ScopeSubject *subject, guint n)
{
  const ScopeStage *stage = subject->figure->stage;
  const unsigned *order = stage != NULL                              ? hall_order
                          : scope_shown_many_walks (subject->figure) ? walk_order
                                                                     : usual_order;
  unsigned beside = stage != NULL ? subject->figure->show & ~stage->show : 0, yielded = 0;

  /* One that has yielded altogether is at a form behind the last. */
  for (guint i = 0; i < MIN (n, MOST_YIELDS); i++)
    yielded |= order[i];
  return yielded & YIELD_OWN && beside != 0 ? yielded | (stage->show & SCOPE_STEP_PARTS) : yielded;
}

/* Its rows go one part after the other, as long as any stay. */
static void
measure_block (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
               ScopeBlock *block)
{
  ScopePlan less = *plan;

  for (guint i = 0; i <= MOST_YIELDS; i++)
    {
      double height;

      less.yielded = plan->yielded | find_yielded (subject, i);
      height = find_height (canvas, subject, &less);
      if (height <= 0)
        break;
      scope_planner_add_form (block, height);
    }
}

static void
take_form (const ScopeSubject *subject, ScopePlan *plan)
{
  plan->yielded |= find_yielded (subject, plan->at[SCOPE_BLOCK_STEPS].form);
}

/* --- Type that can be read */

/* A row that would be too small, NULL where none is. */
static const Row *
find_unread (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopePen pen = { canvas, subject, plan, 0, 0, SIZE * plan->columns.em, TRUE, rows[i].row };

      if (!is_shown (canvas, subject, plan, &rows[i]) || scope_subject_hides (subject, rows[i].piece.slot))
        continue;
      scope_pen_fit (&pen, rows[i].write, plan->main.width);
      if (pen.size_px < scope_canvas_least_px (canvas))
        return &rows[i];
    }
  return NULL;
}

/* Parts of rows have rows of their own where they would be too small to read in one, and what is too small even then
 * yields. */
static void
settle (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const Row *row;

  plan->tall = plan->main.width < TALL_WIDTH * scope_canvas_least_px (canvas);
  if (!plan->tall && find_unread (canvas, subject, plan) == NULL)
    return;
  plan->tall = TRUE;
  while ((row = find_unread (canvas, subject, plan)) != NULL)
    plan->yielded |= row->yields != 0 ? row->yields : row->piece.part;
}

/* One size for rows of a kind: none of four answers is to stand out by its type, and before a hall what is
 * right no less than what is wrong. */
static gboolean
is_alike (const ScopeSubject *subject, const Row *one, const Row *other)
{
  return one->write == other->write
         || (subject->figure->stage != NULL && one->piece.part == SCOPE_SHOW_MISTAKES
             && other->piece.part == one->piece.part);
}

static double
row_size (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Row *row)
{
  double size = SIZE * plan->columns.em;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScopePen pen = { canvas, subject, plan, 0, 0, SIZE * plan->columns.em, TRUE, rows[i].row };

      if (!is_alike (subject, row, &rows[i]) || !is_shown (canvas, subject, plan, &rows[i]))
        continue;
      scope_pen_fit (&pen, rows[i].write, plan->at[SCOPE_BLOCK_STEPS].rect.width);
      size = fmin (size, pen.size_px);
    }
  return size / plan->columns.em;
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  double em = plan->columns.em, y = spot->rect.y;
  gboolean slot = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      double height = row_height (canvas, subject, plan, row, &slot), axis = y + height / 2 * em;

      y += height * em;
      if (height <= 0)
        continue;
      /* Steps and mistakes share the slot. */
      canvas->part = scope_subject_hides (subject, row->piece.slot) ? SCOPE_SHOW_STEPS | SCOPE_SHOW_MISTAKES
                                                                    : row->piece.part;
      if (scope_subject_hides (subject, row->piece.slot))
        draw_row (canvas, subject, plan, scope_spelled_write_hidden, 0, SIZE, axis);
      else
        draw_row (canvas, subject, plan, row->write, row->row, row_size (canvas, subject, plan, row), axis);
    }
}

static const ScopePiece *
get_piece (guint i)
{
  return i < G_N_ELEMENTS (rows) ? &rows[i].piece : NULL;
}

const ScopeBlockKind scope_steps_block = { .piece.part = SCOPE_STEP_PARTS,
                                           .get_piece = get_piece,
                                           .top = 1200,
                                           .window = SCOPE_WHERE_MAIN,
                                           .hall = SCOPE_WHERE_SIDE,
                                           .settle = settle,
                                           .measure = measure_block,
                                           .take_form = take_form,
                                           .draw = draw_block };
