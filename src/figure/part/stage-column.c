/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stage-column.h"

#include <math.h>
#include <string.h>

#include "derivation.h"
#include "number.h"
#include "shown.h"

/* The second column of a presentation: where b₃ and the logits are, softmax and the loss, the chain rule, its
 * paths and steps, one below the other; linked plots and what is under the hood get the rest. */

/* In em. */
#define VALUE_SIZE 1.3
#define FORMULA_SIZE 1.45
#define RESULT_SIZE 1.75
#define STEPS_SIZE 1.3
#define VALUE_ROW 2.1
#define NUMBER_ROW 2.4
#define FRACTION_ROW 4.4
#define RESULT_ROW 2.9
#define DIAGRAM_GAP 0.4
#define LINK_HEIGHT 7.8
/* Logits are read to recompute p from them: as they were entered, and their sum with b₃, whose binary fractions end
 * later than what was entered. */
#define ENTERED_DIGITS 5
#define SUM_DIGITS 4
#define CELL_SPACE 1.6
#define LONGEST_NAME 10

/* --- b₃, the logits, softmax and the loss: numbers as in the diagram's nodes, which a click reveals */

#define BIAS_INDEX (SCOPE_COLUMN_BIAS * SCOPE_N_CLASSES)
#define LOSS_INDEX (SCOPE_COLUMN_LOSS * SCOPE_N_CLASSES)
#define NODE_INDEX(column, k) (SCOPE_N_CLASSES * (int) (column) + (int) (k))

static void
put (ScopePen *pen, int index, ScopeInk ink, const char *markup)
{
  scope_pen_text (pen, &scope_role_node_label, index, ink, markup);
}

/* One logit gets b₃, and says how. */
static gboolean
has_one_wire (const ScopeSubject *subject)
{
  return subject->factors.n_wired == 1 && !scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);
}

static void
put_logit (ScopePen *pen, unsigned k)
{
  const ScopeSubject *subject = pen->subject;
  unsigned digits = scope_subject_is_wired (subject, k) ? SUM_DIGITS : ENTERED_DIGITS;
  g_autofree char *z = scope_number_format (subject->outcome->z[k], digits, subject->figure->decimal);
  g_autofree char *markup = g_strdup_printf ("*z*_%u = %s", k + 1, z);

  put (pen, NODE_INDEX (SCOPE_COLUMN_LOGIT, k), SCOPE_INK_TEXT, markup);
}

/* Between the logit, its shift and b₃ with its weight as they are printed, and what is printed as their sum. While
 * a value is dragged nobody reckons. */
static const char *
sum_equals (const ScopeSubject *subject, unsigned k, const char *sum)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeParameters *in = &figure->parameters;

  if (!figure->settled)
    return "=";
  return scope_factors_equals (scope_factors_as_printed (in->a[k], ENTERED_DIGITS)
                                 + scope_factors_as_printed (in->shift, ENTERED_DIGITS)
                                 + scope_factors_as_printed (in->w[k], ENTERED_DIGITS)
                                     * scope_factors_as_printed (in->b, figure->digits),
                               sum, SUM_DIGITS);
}

/* z₁ = 1.0368 + 2 + b₃ = 1.0368, z₁ = 1.0368 − 2·b₃ = … */
static void
put_fed_logit (ScopePen *pen, unsigned k)
{
  const ScopeSubject *subject = pen->subject;
  const ScopeParameters *in = &subject->figure->parameters;
  char decimal = subject->figure->decimal;
  double weight = in->w[k];
  g_autofree char *a = scope_number_format (in->a[k], ENTERED_DIGITS, decimal);
  g_autofree char *c = scope_number_format (fabs (in->shift), ENTERED_DIGITS, decimal);
  g_autofree char *w = scope_number_format (fabs (weight), ENTERED_DIGITS, decimal);
  g_autofree char *z = scope_number_format (subject->outcome->z[k], SUM_DIGITS, decimal);
  g_autofree char *shift
    = in->shift == 0 ? g_strdup ("") : g_strdup_printf (" %s %s", in->shift < 0 ? "−" : "+", c);
  g_autofree char *times = fabs (weight) == 1 ? g_strdup ("") : g_strdup_printf ("%s·", w);
  g_autofree char *markup = g_strdup_printf ("*z*_%u = %s%s %s %s*b*_3 %s %s", k + 1, a, shift,
                                             weight < 0 ? "−" : "+", times, sum_equals (subject, k, z), z);

  put (pen, NODE_INDEX (SCOPE_COLUMN_LOGIT, k), SCOPE_INK_TEXT, markup);
}

static void
write_bias (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  g_autofree char *b = scope_subject_number (subject, subject->figure->parameters.b);
  g_autofree char *markup = g_strdup_printf ("*b*_3 = !%s!", b);

  put (pen, BIAS_INDEX, SCOPE_INK_TEXT, markup);
  if (!(subject->figure->stage->rows & SCOPE_STAGE_LOGITS) || !has_one_wire (subject))
    return;
  scope_pen_space (pen, CELL_SPACE);
  put_fed_logit (pen, subject->path);
}

/* The logits that the row of b₃ has not. */
static void
write_logits (ScopePen *pen)
{
  gboolean first = TRUE;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      if (has_one_wire (pen->subject) && k == pen->subject->path)
        continue;
      if (!first)
        scope_pen_space (pen, CELL_SPACE);
      put_logit (pen, k);
      first = FALSE;
    }
}

/* L = −ln p_Setosa = 1.89 */
static void
write_loss (ScopePen *pen)
{
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  g_autofree char *p = scope_derivation_p (subject, plan, subject->figure->parameters.observed);
  g_autofree char *number = scope_line_escape (subject->factors.loss);
  g_autofree char *markup = g_strdup_printf ("%s = −ln %s = !%s!", subject->loss_symbol, p, number);

  put (pen, LOSS_INDEX, SCOPE_INK_LOSS, markup);
}

/* p_Setosa = e^{z₁}/(e^{z₁} + e^{z₂} + e^{z₃}) = 0.151: softmax, and what the loss reads of it,
 * however narrow its segment of the bar. */
static void
write_softmax (ScopePen *pen)
{
  static const char *const digits[SCOPE_N_CLASSES] = { "₁", "₂", "₃" };
  const ScopeSubject *subject = pen->subject;
  const ScopePlan *plan = pen->plan;
  unsigned o = subject->figure->parameters.observed;
  int index = NODE_INDEX (SCOPE_COLUMN_PROBABILITY, o);
  g_autofree char *p = scope_derivation_p (subject, plan, o);
  g_autofree char *number = scope_line_escape (subject->factors.p[o]);
  g_autofree char *left = g_strdup_printf ("%s = ", p);
  g_autofree char *above = g_strdup_printf ("*e*^{*z*%s}", digits[o]);
  g_autofree char *right = g_strdup_printf (" = %s", number);

  put (pen, index, SCOPE_INK_TEXT, left);
  scope_pen_fraction (pen, &scope_role_formula, -1, SCOPE_INK_TEXT, above,
                      "*e*^{*z*₁} + *e*^{*z*₂} + *e*^{*z*₃}");
  put (pen, index, SCOPE_INK_TEXT, right);
}

/* --- Blocks */

/* Smaller where the column is narrower than the row; y: its upper edge, height: in em. */
static void
draw_row (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeWriteRow write_row,
          double size, double y, double height)
{
  ScopePen pen = { canvas, subject, plan, 0, y + height / 2 * canvas->em, size * canvas->em, FALSE, 0 };

  scope_pen_fit (&pen, write_row, plan->side.width);
  pen.x = plan->side.x;
  write_row (&pen);
}

static void
draw_formula (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double y)
{
  draw_row (canvas, subject, plan, scope_write_symbols, FORMULA_SIZE, y, FRACTION_ROW);
  y += FRACTION_ROW * canvas->em;
  draw_row (canvas, subject, plan, scope_write_numbers, FORMULA_SIZE, y, NUMBER_ROW);
  y += NUMBER_ROW * canvas->em;
  draw_row (canvas, subject, plan, scope_write_result, RESULT_SIZE, y, RESULT_ROW);
}

/* Its nodes have no room for numbers, which stand in the rows above: those on the edges count. */
static void
draw_diagram (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double y)
{
  ScopePlan bare = *plan;

  scope_columns_find_bare (canvas, &bare, plan->side.x, plan->side.width);
  bare.diagram = (ScopeRect) { plan->side.x, y, plan->side.width, scope_diagram_height (&bare) };
  scope_draw_diagram (canvas, subject, &bare);
}

static void
draw_steps (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double y)
{
  ScopePlan own = *plan;

  own.steps = (ScopeRect) { plan->side.x, y, plan->side.width, scope_steps_height (canvas, subject, plan) };
  scope_draw_steps (canvas, subject, &own);
}

typedef enum
{
  BIAS,
  LOGITS,
  LOSS,
  SOFTMAX,
  FORMULA,
  CHAIN,
  DIAGRAM,
  STEPS,
  N_BLOCKS,
} BlockId;

typedef struct
{
  unsigned show, rows; /* with which part, or which row of the step, it comes; 0 and 0: always */
  double height;       /* in em; 0 where it depends */
  /* One row and the size of its text, in em, or what draws the block. */
  ScopeWriteRow write;
  double size;
  void (*draw) (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double y);
} Block;

static const Block blocks[N_BLOCKS] = {
  [BIAS] = { 0, 0, VALUE_ROW, write_bias, VALUE_SIZE, NULL },
  [LOGITS] = { 0, SCOPE_STAGE_LOGITS, VALUE_ROW, write_logits, VALUE_SIZE, NULL },
  [LOSS] = { 0, SCOPE_STAGE_LOSS, NUMBER_ROW, write_loss, FORMULA_SIZE, NULL },
  [SOFTMAX] = { 0, SCOPE_STAGE_SOFTMAX, FRACTION_ROW, write_softmax, FORMULA_SIZE, NULL },
  [FORMULA] = { SCOPE_SHOW_FORMULA, 0, FRACTION_ROW + NUMBER_ROW + RESULT_ROW, NULL, 0, draw_formula },
  [CHAIN] = { SCOPE_SHOW_FORMULA, 0, NUMBER_ROW, scope_write_chain, FORMULA_SIZE, NULL },
  [DIAGRAM] = { SCOPE_SHOW_DIAGRAM, 0, 0, NULL, 0, draw_diagram },
  [STEPS] = { 0, 0, 0, NULL, 0, draw_steps },
};

static double
block_height (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, BlockId id)
{
  if (id == DIAGRAM)
    return scope_diagram_height_at (canvas->em) + DIAGRAM_GAP * canvas->em;
  if (id == STEPS)
    return scope_steps_height (canvas, subject, plan);
  return blocks[id].height * canvas->em;
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Block *block,
            double y)
{
  canvas->part = block->show;
  if (block->write != NULL)
    draw_row (canvas, subject, plan, block->write, block->size, y, block->height);
  else
    block->draw (canvas, subject, plan, y);
  canvas->part = 0;
}

static unsigned
find_asked (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  unsigned asked = 0;

  for (guint i = 0; i < N_BLOCKS; i++)
    if ((blocks[i].show == 0 && blocks[i].rows == 0) || (figure->show & blocks[i].show)
        || (figure->stage->rows & blocks[i].rows))
      asked |= 1u << i;
  /* Over the three slopes themselves one row of it is enough. */
  return asked & ~(1u << (scope_stage_links (figure) == SCOPE_ALL_LINKS ? FORMULA : CHAIN));
}

static double
links_height (const ScopeCanvas *canvas, const ScopeSubject *subject)
{
  unsigned links = scope_stage_links (subject->figure), n = 0;

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    n += links >> i & 1;
  return n * LINK_HEIGHT * canvas->em;
}

static double
height_of (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, unsigned shown)
{
  double height = 0;

  for (guint i = 0; i < N_BLOCKS; i++)
    if (shown & 1u << i)
      height += block_height (canvas, subject, plan, (BlockId) i);
  return height;
}

/* What somebody has asked for beside what the step shows. */
static unsigned
find_asked_beside (const ScopeSubject *subject)
{
  return subject->figure->show & ~subject->figure->stage->show;
}

/* The room that is kept for linked plots and the hood: as much as they like, or what must be. */
static double
kept_room (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, gboolean generous)
{
  unsigned beside = find_asked_beside (subject);
  double links = generous || (beside & SCOPE_SHOW_LINKS) ? links_height (canvas, subject) : 0;
  double hood = generous                   ? scope_hood_side_height (canvas, subject, plan)
                : beside & SCOPE_SHOW_HOOD ? scope_hood_least_height (canvas, subject, plan)
                                           : 0;

  return fmax (links, hood);
}

/* What was said before yields first. */
static void
drop_repeated (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double room,
               unsigned *shown)
{
  static const BlockId repeated[] = { SOFTMAX, LOSS, LOGITS };
  double kept = kept_room (canvas, subject, plan, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (repeated) && height_of (canvas, subject, plan, *shown) + kept > room;
       i++)
    *shown &= ~(1u << repeated[i]);
}

/* Then what the step shows yields to what somebody has asked for. */
static void
drop_own (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double room, unsigned *shown)
{
  static const BlockId own[] = { DIAGRAM, FORMULA };
  const ScopeFigure *figure = subject->figure;
  unsigned beside = find_asked_beside (subject);
  double kept = kept_room (canvas, subject, plan, FALSE);

  if (height_of (canvas, subject, plan, *shown) + kept > room && (beside & SCOPE_SHOW_STEPS))
    scope_steps_yield (canvas, subject, plan);
  if (height_of (canvas, subject, plan, *shown) + kept > room && beside != 0)
    plan->yielded |= figure->stage->show & SCOPE_STEP_PARTS;
  for (guint i = 0; i < G_N_ELEMENTS (own) && height_of (canvas, subject, plan, *shown) + kept > room; i++)
    if (!(beside & blocks[own[i]].show))
      *shown &= ~(1u << own[i]);
}

/* What then has no room is missing. */
static unsigned
choose (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double room)
{
  static const BlockId last[] = { STEPS, DIAGRAM, FORMULA, CHAIN };
  unsigned shown = find_asked (subject);

  drop_repeated (canvas, subject, plan, room, &shown);
  drop_own (canvas, subject, plan, room, &shown);
  while (height_of (canvas, subject, plan, shown) > room && scope_steps_yield (canvas, subject, plan))
    continue;
  for (guint i = 0; i < G_N_ELEMENTS (last) && height_of (canvas, subject, plan, shown) > room; i++)
    shown &= ~(1u << last[i]);
  return shown;
}

/* The linked plots yield to the hood where both have no room. */
static void
share_rest (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double y, double bottom)
{
  double rest = fmax (bottom - y, 0), hood = scope_hood_least_height (canvas, subject, plan);
  double links = links_height (canvas, subject);

  if (hood > 0 && rest < hood + links)
    links = 0;
  plan->side.y = y;
  plan->side.height = hood > 0 ? links : rest;
  if (hood > 0 && rest >= hood)
    plan->hood = (ScopeRect) { plan->side.x, y + links, plan->side.width, rest - links };
}

void
scope_stage_column_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const char *name = subject->figure->classes.name[subject->figure->parameters.observed];
  double y = plan->side.y, bottom = plan->caption.y - 0.5 * canvas->em;
  unsigned shown;

  plan->columns.em = STEPS_SIZE * canvas->em;
  plan->columns.node_x[0] = plan->side.x;
  plan->columns.short_names = g_utf8_strlen (name, -1) > LONGEST_NAME;
  plan->steps.width = plan->side.width;
  shown = choose (canvas, subject, plan, bottom - y);
  plan->goes_on = (shown & 1u << FORMULA) && !(shown & 1u << DIAGRAM);
  plan->stage_blocks = shown;
  plan->stage_top = y;
  for (guint i = 0; i < N_BLOCKS; i++)
    y += shown & 1u << i ? block_height (canvas, subject, plan, (BlockId) i) : 0;
  share_rest (canvas, subject, plan, y, bottom);
}

void
scope_draw_stage_column (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  double y = plan->stage_top;

  for (guint i = 0; i < N_BLOCKS; i++)
    {
      double height = plan->stage_blocks & 1u << i ? block_height (canvas, subject, plan, (BlockId) i) : 0;

      if (height > 0)
        draw_block (canvas, subject, plan, &blocks[i], y);
      y += height;
    }
}
