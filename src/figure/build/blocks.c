/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "blocks.h"

#include "derivation.h"
#include "layers.h"
#include "parts.h"
#include "plot-layout.h"
#include "shown.h"
#include "stage-values.h"
#include "waterfall-layout.h"

/* The blocks of a figure, and which of them yield where a picture is too low for all. */

/* --- What there is */

typedef enum
{
  NOWHERE,
  WHOLE, /* over both columns */
  MAIN,
  SIDE,  /* where there is a second column */
  ASIDE, /* in the second column, or in the first where that is the only one */
  ALONE, /* in the first where that is the only one */
  N_WHERE,
} Where;

/* With one column, and with two. */
static const unsigned slots[N_WHERE][2] = {
  [WHOLE] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_MAIN | SCOPE_SLOT_SIDE },
  [MAIN] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_MAIN },
  [SIDE] = { 0, SCOPE_SLOT_SIDE },
  [ASIDE] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_SIDE },
  [ALONE] = { SCOPE_SLOT_MAIN, 0 },
};

/* A block that is a row of text; in em. */
typedef struct
{
  ScopeWriteRow write;
  double size, height;
} Text;

typedef struct
{
  unsigned part;      /* as ScopeShow; 0: it is of none */
  Where window, hall; /* where it is there */
  ScopeMeasure measure;
  ScopeDrawBlock draw;
  Text text;       /* where nothing else measures and draws it */
  unsigned rows;   /* before a hall: it comes with one of these ScopeStageRows */
  unsigned heads;  /* it is there with any of these blocks */
  gboolean anyway; /* it may be there without its part */
} Row;

#define BIT(block) (1u << SCOPE_BLOCK_##block)
#define VALUE_SIZE 1.3
#define VALUE_ROW 2.1

/* From the top down. */
static const Row rows[SCOPE_N_BLOCKS] = {
  [SCOPE_BLOCK_QUESTION]
  = { SCOPE_SHOW_QUESTION, WHOLE, NOWHERE, scope_question_measure, .draw = scope_draw_question },
  [SCOPE_BLOCK_WATERFALL]
  = { SCOPE_SHOW_WATERFALL, SIDE, NOWHERE, scope_waterfall_measure, .draw = scope_draw_waterfall },
  [SCOPE_BLOCK_ALONE_SIDE]
  = { 0, SIDE, NOWHERE, scope_many_alone_measure, scope_draw_many_alone, .heads = BIT (BAR) | BIT (LINKS) },
  [SCOPE_BLOCK_ALONE_CHAIN] = { 0, MAIN, NOWHERE, scope_many_alone_measure, scope_draw_many_alone,
                                .heads = BIT (BAR) | BIT (FORMULA) | BIT (DIAGRAM) },
  [SCOPE_BLOCK_BAR] = { SCOPE_SHOW_BAR, ASIDE, SIDE, scope_bar_measure, .draw = scope_draw_bar },
  [SCOPE_BLOCK_BIAS] = { 0, NOWHERE, SIDE, .text = { scope_stage_values_write_bias, VALUE_SIZE, VALUE_ROW } },
  [SCOPE_BLOCK_LOGITS]
  = { 0, NOWHERE, SIDE, .text = { scope_stage_values_write_logits, VALUE_SIZE, VALUE_ROW },
      .rows = SCOPE_STAGE_LOGITS },
  [SCOPE_BLOCK_LOSS]
  = { 0, NOWHERE, SIDE, .text = { scope_stage_values_write_loss, SCOPE_HALL_SIZE, SCOPE_HALL_NUMBER_ROW },
      .rows = SCOPE_STAGE_LOSS },
  [SCOPE_BLOCK_SOFTMAX]
  = { 0, NOWHERE, SIDE,
      .text = { scope_stage_values_write_softmax, SCOPE_HALL_SIZE, SCOPE_HALL_FRACTION_ROW },
      .rows = SCOPE_STAGE_SOFTMAX },
  [SCOPE_BLOCK_FORMULA]
  = { SCOPE_SHOW_FORMULA, MAIN, SIDE, scope_formula_measure, .draw = scope_draw_formula },
  [SCOPE_BLOCK_DIAGRAM]
  = { SCOPE_SHOW_DIAGRAM, MAIN, SIDE, scope_diagram_measure, .draw = scope_draw_diagram },
  [SCOPE_BLOCK_STEPS] = { SCOPE_STEP_PARTS, MAIN, SIDE, scope_steps_measure, .draw = scope_draw_steps },
  [SCOPE_BLOCK_ALONE_LINKS]
  = { 0, ALONE, NOWHERE, scope_many_alone_measure, scope_draw_many_alone, .heads = BIT (LINKS) },
  [SCOPE_BLOCK_LINKS]
  = { SCOPE_SHOW_LINKS, ASIDE, SIDE, scope_links_measure, scope_draw_links, .anyway = TRUE },
  [SCOPE_BLOCK_HOOD] = { SCOPE_SHOW_HOOD, ASIDE, SIDE, scope_hood_measure_block, .draw = scope_draw_hood },
  [SCOPE_BLOCK_STRIP]
  = { SCOPE_SHOW_WATERFALL, ALONE, NOWHERE, scope_waterfall_measure_strip, .draw = scope_draw_waterfall },
  [SCOPE_BLOCK_PLOT]
  = { SCOPE_SHOW_PROBABILITIES, MAIN, MAIN, scope_plot_measure, scope_layers_draw, .anyway = TRUE },
};

/* --- What yields, the least important first */

#define FIRST SCOPE_SLOT_MAIN
#define SECOND SCOPE_SLOT_SIDE
#define EITHER (FIRST | SECOND)
#define LEAST SCOPE_FORM_LEAST
#define GONE SCOPE_FORM_GONE
#define MISSED SCOPE_CONCESSION_MISSED
#define PRESSED SCOPE_CONCESSION_PRESSED
#define SPARING SCOPE_CONCESSION_SPARING
#define LATE SCOPE_CONCESSION_LATE

/* The formula is the last to yield: for it alone the plot shrinks to its very least. */
static const ScopeConcession usual[] = {
  { SCOPE_BLOCK_WATERFALL, LEAST, SECOND, 0 },
  { SCOPE_BLOCK_STRIP, LEAST, FIRST, MISSED },
  { SCOPE_BLOCK_PLOT, LEAST, FIRST, MISSED },
  { SCOPE_BLOCK_BAR, LEAST, FIRST, MISSED },
  { SCOPE_BLOCK_STEPS, SCOPE_STEPS_WITHOUT_WALK, FIRST, 0 },
  { SCOPE_BLOCK_LINKS, GONE, SECOND, MISSED },
  { SCOPE_BLOCK_QUESTION, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_LINKS, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_BAR, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_DIAGRAM, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_STEPS, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_HOOD, LEAST, SECOND, 0 },
  { SCOPE_BLOCK_HOOD, GONE, FIRST, 0 },
  { SCOPE_BLOCK_ALONE_CHAIN, GONE, FIRST, PRESSED },
  { SCOPE_BLOCK_STRIP, GONE, FIRST, PRESSED | MISSED },
  { SCOPE_BLOCK_WATERFALL, GONE, SECOND, MISSED },
  { SCOPE_BLOCK_FORMULA, GONE, FIRST, PRESSED | MISSED },
};

/* A walk of many flowers is about their sum: what one walks for has its place before the chain of one flower. */
static const ScopeConcession walking[] = {
  { SCOPE_BLOCK_PLOT, LEAST, FIRST, MISSED },      { SCOPE_BLOCK_WATERFALL, LEAST, SECOND, 0 },
  { SCOPE_BLOCK_LINKS, GONE, EITHER, MISSED },     { SCOPE_BLOCK_DIAGRAM, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_BAR, LEAST, FIRST, MISSED },       { SCOPE_BLOCK_QUESTION, GONE, FIRST, MISSED },
  { SCOPE_BLOCK_BAR, GONE, FIRST, MISSED },        { SCOPE_BLOCK_ALONE_CHAIN, GONE, FIRST, 0 },
  { SCOPE_BLOCK_FORMULA, GONE, FIRST, MISSED },    { SCOPE_BLOCK_STRIP, LEAST, FIRST, MISSED | LATE },
  { SCOPE_BLOCK_STEPS, LEAST, FIRST, LATE },       { SCOPE_BLOCK_STRIP, GONE, FIRST, PRESSED | MISSED },
  { SCOPE_BLOCK_WATERFALL, GONE, SECOND, MISSED }, { SCOPE_BLOCK_STEPS, GONE, FIRST, MISSED },
};

/* What was said before yields first; then what the step shows, to what somebody has asked for beside; what then has
 * no room is missing. */
static const ScopeConcession hall[] = {
  { SCOPE_BLOCK_PLOT, LEAST, FIRST, 0 },          { SCOPE_BLOCK_SOFTMAX, GONE, SECOND, 0 },
  { SCOPE_BLOCK_LOSS, GONE, SECOND, 0 },          { SCOPE_BLOCK_LOGITS, GONE, SECOND, 0 },
  { SCOPE_BLOCK_HOOD, LEAST, SECOND, 0 },         { SCOPE_BLOCK_LINKS, GONE, SECOND, SPARING },
  { SCOPE_BLOCK_HOOD, GONE, SECOND, SPARING },    { SCOPE_BLOCK_STEPS, SCOPE_STEPS_ASKED, SECOND, 0 },
  { SCOPE_BLOCK_STEPS, GONE, SECOND, SPARING },   { SCOPE_BLOCK_DIAGRAM, GONE, SECOND, SPARING },
  { SCOPE_BLOCK_FORMULA, GONE, SECOND, SPARING }, { SCOPE_BLOCK_LINKS, GONE, SECOND, 0 },
  { SCOPE_BLOCK_HOOD, GONE, SECOND, 0 },          { SCOPE_BLOCK_STEPS, GONE, SECOND, 0 },
  { SCOPE_BLOCK_DIAGRAM, GONE, SECOND, 0 },       { SCOPE_BLOCK_FORMULA, GONE, SECOND, 0 },
};

typedef struct
{
  const ScopeConcession *concessions;
  guint n;
} Recipe;

static const Recipe usual_recipe = { usual, G_N_ELEMENTS (usual) },
                    walking_recipe = { walking, G_N_ELEMENTS (walking) },
                    hall_recipe = { hall, G_N_ELEMENTS (hall) };

static const Recipe *
find_recipe (const ScopeFigure *figure)
{
  if (figure->stage != NULL)
    return &hall_recipe;
  return scope_many_walks (figure) ? &walking_recipe : &usual_recipe;
}

/* --- Places */

static gboolean
is_asked (const ScopeFigure *figure, const Row *row)
{
  return (row->part == 0 || row->anyway || (figure->show & row->part))
         && (row->rows == 0 || (figure->stage->rows & row->rows));
}

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Row *row,
         ScopeBlock *block)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeStage *stage = figure->stage;
  Where where = stage != NULL ? row->hall : row->window;

  block->n_forms = block->first = 0;
  block->grows = FALSE;
  block->heads = row->heads;
  block->slots = slots[where][plan->side.width > 0];
  block->asked = (figure->show & row->part) != 0;
  block->kept = stage != NULL && (figure->show & ~stage->show & row->part);
  if (block->slots == 0 || !is_asked (figure, row))
    return;
  if (row->measure != NULL)
    row->measure (canvas, subject, plan, block);
  else
    scope_block_add_form (block, row->text.height * canvas->em);
}

static ScopeSpot
find_spot (const ScopePlan *plan, const ScopeBlock *block)
{
  gboolean aside = block->slots == SCOPE_SLOT_SIDE;
  const ScopeRect *column = aside ? &plan->side : &plan->main;
  const ScopeRect *last = block->slots & SCOPE_SLOT_SIDE ? &plan->side : column;

  return (ScopeSpot) { { column->x, column->y + block->top, last->x + last->width - column->x, block->taken },
                       block->form,
                       aside };
}

guint64
scope_blocks_place (const ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, guint64 *most)
{
  const Recipe *recipe = find_recipe (subject->figure);
  ScopeBlock blocks[SCOPE_N_BLOCKS];
  ScopePlanner planner = { .blocks = blocks,
                           .n_blocks = SCOPE_N_BLOCKS,
                           .recipe = recipe->concessions,
                           .n_concessions = recipe->n,
                           .room = { plan->main.height, plan->side.height } };

  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    measure (canvas, subject, plan, &rows[i], &blocks[i]);
  scope_planner_choose (&planner);
  scope_planner_stack (&planner);
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    plan->at[i] = find_spot (plan, &blocks[i]);
  scope_steps_take_form (subject, plan);
  *most = scope_planner_most (&planner);
  return scope_planner_weigh (&planner);
}

/* Steps and the layers of the plot are several parts, which they tell themselves. */
static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Row *row,
            const ScopeSpot *spot)
{
  canvas->part = row->part;
  if (row->draw != NULL)
    row->draw (canvas, subject, plan, spot);
  else
    scope_draw_text_row (canvas, subject, plan, row->text.write, row->text.size, &spot->rect);
  canvas->part = 0;
}

void
scope_blocks_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  for (int aside = FALSE; aside <= TRUE; aside++)
    for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
      if (plan->at[i].aside == aside && plan->at[i].rect.height > 0)
        draw_block (canvas, subject, plan, &rows[i], &plan->at[i]);
}
