/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "blocks.h"

#include <string.h>

#include "block.h"
#include "shown.h"
#include "stage-step.h"

/* The blocks of a figure, and which of them yield where a picture is too low for all. */

/* --- What there is */

/* With one column, and with two. */
static const unsigned slots[SCOPE_N_WHERE][2] = {
  [SCOPE_WHERE_WHOLE] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_MAIN | SCOPE_SLOT_SIDE },
  [SCOPE_WHERE_MAIN] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_MAIN },
  [SCOPE_WHERE_SIDE] = { 0, SCOPE_SLOT_SIDE },
  [SCOPE_WHERE_ASIDE] = { SCOPE_SLOT_MAIN, SCOPE_SLOT_SIDE },
  [SCOPE_WHERE_ALONE] = { SCOPE_SLOT_MAIN, 0 },
};

static const ScopeBlockKind *const kinds[SCOPE_N_BLOCKS] = {
#define BLOCK(flag, name) &scope_##name##_block,
#include "block-list.h"
};

/* From the top down. */
static void
find_order (guint order[SCOPE_N_BLOCKS])
{
  for (guint n = 0; n < SCOPE_N_BLOCKS; n++)
    {
      guint at = n;

      for (; at > 0 && kinds[order[at - 1]]->top > kinds[n]->top; at--)
        order[at] = order[at - 1];
      order[at] = n;
    }
}

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

/* A form in which a walk downhill has yielded what goes beyond its next step, and nothing else has. */
#define SCOPE_STEPS_WITHOUT_WALK 3
/* Before a hall: one in which nothing has yielded but half of the derivation, and what the step of the lecture shows
 * itself to what somebody asks for beside. */
#define SCOPE_STEPS_ASKED 2

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

static gboolean
is_named (const Recipe *recipe, guint block)
{
  for (guint i = 0; i < recipe->n; i++)
    if (recipe->concessions[i].block == block)
      return TRUE;
  return FALSE;
}

static const Recipe *
find_recipe (const ScopeFigure *figure)
{
  if (figure->stage != NULL)
    return &hall_recipe;
  return scope_shown_many_walks (figure) ? &walking_recipe : &usual_recipe;
}

G_STATIC_ASSERT (G_N_ELEMENTS (walking) <= G_N_ELEMENTS (usual)
                 && G_N_ELEMENTS (hall) <= G_N_ELEMENTS (usual));

/* A part that none of them names goes before all that they name. How many there are. */
static guint
find_concessions (const Recipe *own, ScopeConcession recipe[SCOPE_N_BLOCKS + G_N_ELEMENTS (usual)])
{
  guint n = 0;

  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    if (kinds[i]->piece.part != 0 && !is_named (&usual_recipe, i) && !is_named (&walking_recipe, i)
        && !is_named (&hall_recipe, i))
      recipe[n++] = (ScopeConcession) { i, GONE, EITHER, MISSED };
  memcpy (recipe + n, own->concessions, own->n * sizeof *recipe);
  return n + own->n;
}

/* --- Places */

static gboolean
is_asked (const ScopeSubject *subject, const ScopeBlockKind *row)
{
  const ScopeFigure *figure = subject->figure;

  return !scope_subject_hides (subject, row->piece.gone)
         && (row->piece.part == 0 || row->anyway || (figure->show & row->piece.part))
         && (row->rows == 0 || (figure->stage->rows & row->rows));
}

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, guint id,
         ScopeBlock *block)
{
  const ScopeBlockKind *row = kinds[id];
  const ScopeFigure *figure = subject->figure;
  const ScopeStage *stage = figure->stage;
  ScopeWhere where = stage != NULL ? row->hall : row->window;

  block->n_forms = block->first = 0;
  block->grows = FALSE;
  block->heads = row->heads;
  block->slots = slots[where][plan->side.width > 0];
  block->asked = (figure->show & row->piece.part) && !scope_subject_hides (subject, row->piece.gone);
  block->kept = stage != NULL && (figure->show & ~stage->show & row->piece.part);
  if (block->slots == 0 || !is_asked (subject, row))
    return;
  if (row->measure != NULL)
    row->measure (canvas, subject, plan, block);
  else
    scope_planner_add_form (block, row->height * canvas->em);
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

void
scope_blocks_settle (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    if (kinds[i]->settle != NULL)
      kinds[i]->settle (canvas, subject, plan);
}

guint64
scope_blocks_place (const ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, guint64 *most)
{
  const Recipe *own = find_recipe (subject->figure);
  ScopeConcession recipe[SCOPE_N_BLOCKS + G_N_ELEMENTS (usual)];
  ScopeBlock blocks[SCOPE_N_BLOCKS];
  guint order[SCOPE_N_BLOCKS];
  ScopePlanner planner = { .blocks = blocks,
                           .order = order,
                           .n_blocks = SCOPE_N_BLOCKS,
                           .recipe = recipe,
                           .room = { plan->main.height, plan->side.height } };

  planner.n_concessions = find_concessions (own, recipe);
  find_order (order);
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    measure (canvas, subject, plan, i, &blocks[i]);
  scope_planner_choose (&planner);
  scope_planner_stack (&planner);
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    plan->at[i] = find_spot (plan, &blocks[i]);
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    if (kinds[i]->take_form != NULL)
      kinds[i]->take_form (subject, plan);
  *most = scope_planner_most (&planner);
  return scope_planner_weigh (&planner);
}

void
scope_blocks_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
    if (kinds[i]->find != NULL)
      kinds[i]->find (canvas, subject, plan);
}

/* Steps and the layers of the plot are several parts, which they tell themselves. */
static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, guint block)
{
  const ScopeBlockKind *kind = kinds[block];

  canvas->part = kind->piece.part;
  kind->draw (canvas, subject, plan, &plan->at[block]);
  canvas->part = 0;
}

void
scope_blocks_draw (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  guint order[SCOPE_N_BLOCKS];

  find_order (order);
  for (int aside = FALSE; aside <= TRUE; aside++)
    for (guint i = 0; i < SCOPE_N_BLOCKS; i++)
      if (plan->at[order[i]].aside == aside && plan->at[order[i]].rect.height > 0)
        draw_block (canvas, subject, plan, order[i]);
}

/* --- What is told */

const ScopePiece *
scope_blocks_get_piece (guint block, guint i)
{
  const ScopeBlockKind *kind = kinds[block];

  if (i == 0)
    return &kind->piece;
  return kind->get_piece != NULL ? kind->get_piece (i - 1) : NULL;
}

static gboolean
is_heard (const ScopeSubject *subject, const ScopeBlockKind *kind, const ScopePiece *piece, gboolean is_whole)
{
  const ScopeFigure *figure = subject->figure;
  ScopeWhere where = figure->stage != NULL ? kind->hall : kind->window;

  if (piece->say == NULL || ((piece->when & SCOPE_SAY_WHOLE) && !is_whole)
      || scope_subject_hides (subject, piece->gone))
    return FALSE;
  return (piece->when & SCOPE_SAY_ALWAYS)
         || (where != SCOPE_WHERE_NOWHERE && (scope_shown_many (figure) & piece->part));
}

/* What is heard first of all that comes after this turn; NULL where that is nothing. */
static const ScopePiece *
find_heard (const ScopeSubject *subject, guint turn, gboolean is_whole)
{
  const ScopePiece *first = NULL, *piece;

  for (guint block = 0; block < SCOPE_N_BLOCKS; block++)
    for (guint i = 0; (piece = scope_blocks_get_piece (block, i)) != NULL; i++)
      if (piece->turn > turn && (first == NULL || piece->turn < first->turn)
          && is_heard (subject, kinds[block], piece, is_whole))
        first = piece;
  return first;
}

void
scope_blocks_say (GString *text, const ScopeSubject *subject, gboolean is_whole)
{
  const ScopePiece *piece;

  for (guint turn = 0; (piece = find_heard (subject, turn, is_whole)) != NULL; turn = piece->turn)
    piece->say (text, subject);
}
