/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formula.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "block.h"
#include "canvas.h"
#include "derivation.h"
#include "factors-shorten.h"
#include "links.h"
#include "markup.h"
#include "pen.h"
#include "sentences.h"
#include "shown.h"
#include "speech.h"
#include "stacked.h"
#include "subject.h"

/* The columns of the derivation, and the chain rule over them: symbols, numbers, result. */

/* In the columns' em. */
#define NODE_PAD 0.6
/* Of a node that is a symbol alone. */
#define BARE_NODE 1.75
#define BARE_PAD 0.25
#define N_NODES 4
#define LEAST_NODE_TEXT 0.74 /* of its size: a number too long for its node */
#define LEAST_GAP 6.2
#define WIDEST_GAP 9.5
#define RESULT_ROOM 4.0
#define FORMULA_HEIGHT 5.3
#define AXIS_AT 1.75
#define NUMBERS_AT 4.35
#define SYMBOL_SIZE 1.3
#define LEFT_SIDE 3.7 /* of the symbols: ∂L/∂b₃ = */
#define EQUALS_AT 1.4
#define NUMBER_SIZE 1.15
#define RESULT_SIZE 2.0
#define RESULT_SIZE_ALONE 1.3 /* beside the sum's, which is what one looks for */
#define LEAST_RESULT_SIZE 0.7

/* --- Columns */

static char *
node_symbol (const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column, unsigned k)
{
  switch (column)
    {
    case SCOPE_COLUMN_LOSS:
      return g_strdup (subject->loss_symbol);
    case SCOPE_COLUMN_PROBABILITY:
      return plan->columns.bare ? g_strdup_printf ("*p*_%u", k + 1) : scope_derivation_p (subject, plan, k);
    case SCOPE_COLUMN_LOGIT:
      return g_strdup_printf ("*z*_%u", k + 1);
    case SCOPE_COLUMN_BIAS:
    default:
      return g_strdup ("*b*_3");
    }
}

static char *
node_number (const ScopeSubject *subject, ScopeColumn column, unsigned k)
{
  switch (column)
    {
    case SCOPE_COLUMN_LOSS:
      return g_strdup (subject->factors.loss);
    case SCOPE_COLUMN_PROBABILITY:
      return g_strdup (subject->factors.p[k]);
    case SCOPE_COLUMN_LOGIT:
      return scope_subject_number (subject, subject->outcome->z[k]);
    case SCOPE_COLUMN_BIAS:
    default:
      return scope_subject_number (subject, subject->figure->parameters.b);
    }
}

/* Said to be about that where it is not with all the digits that are printed elsewhere. */
static ScopeLine *
new_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column,
          unsigned k, const char *equals, const char *number, double size)
{
  g_autofree char *symbol = node_symbol (subject, plan, column, k);
  g_autofree char *markup = g_strdup_printf ("%s %s %s", symbol, equals, number);

  return scope_markup_new_line (canvas->fonts, size * plan->columns.em, SCOPE_FACE_MATH,
                                plan->columns.bare ? symbol : markup);
}

static ScopeLine *
new_node_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column,
               unsigned k, const char *number, double size)
{
  return new_line (canvas, subject, plan, column, k, "=", number, size);
}

static ScopeLine *
new_column_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column,
                 unsigned k)
{
  g_autofree char *number = node_number (subject, column, k);

  return new_node_line (canvas, subject, plan, column, k, number, 1);
}

/* How large it may be in that room, up to 1. */
static double
size_in (ScopeLine *taken, double room)
{
  g_autoptr (ScopeLine) line = taken;
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  return size.width_px <= room ? 1 : 0.995 * room / size.width_px;
}

/* With fewer digits where type that can be read has no room for all. */
ScopeLine *
scope_formula_fit_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                        ScopeColumn column, unsigned k)
{
  g_autofree char *number = node_number (subject, column, k);
  double pad = plan->columns.bare ? BARE_PAD : NODE_PAD;
  double room = plan->columns.node_width[column] - 2 * pad * plan->columns.em;
  double least = fmin (scope_canvas_least_px (canvas) / plan->columns.em, 1);
  double size = size_in (new_node_line (canvas, subject, plan, column, k, number, 1), room);

  if (size >= least || plan->columns.bare)
    return new_node_line (canvas, subject, plan, column, k, number, size);
  for (unsigned digits = subject->figure->digits; digits-- > 1 && size < least;)
    {
      g_autofree char *shorter = scope_factors_shorten (number, digits, subject->figure->decimal);

      size = size_in (new_line (canvas, subject, plan, column, k, "≈", shorter, 1), room);
      if (size >= least || digits == 1)
        return new_line (canvas, subject, plan, column, k, "≈", shorter, size);
    }
  return new_node_line (canvas, subject, plan, column, k, number, size);
}

/* Room for an ordinary number, not just the present one: the columns stand still while b₃ moves. A
 * longer number is written smaller; only one that would become too small makes its column wider. */
static double
slot_width (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column,
            unsigned k)
{
  double value = column >= SCOPE_COLUMN_LOGIT ? -0.88888888888888888 : 0.88888888888888888;
  g_autofree char *ordinary = scope_subject_number (subject, value);
  g_autoptr (ScopeLine) now = new_column_line (canvas, subject, plan, column, k);
  g_autoptr (ScopeLine) slot = new_node_line (canvas, subject, plan, column, k, ordinary, 1);
  ScopeLineSize size, room;

  scope_line_get_size (now, &size);
  scope_line_get_size (slot, &room);
  return size.width_px * LEAST_NODE_TEXT <= room.width_px
           ? room.width_px
           : scope_canvas_slot_width (canvas, now) * LEAST_NODE_TEXT;
}

static double
widest_node (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column)
{
  gboolean each = column == SCOPE_COLUMN_PROBABILITY || column == SCOPE_COLUMN_LOGIT;
  double widest = 0;

  for (unsigned k = 0; k < (each ? SCOPE_N_CLASSES : 1); k++)
    widest = fmax (widest, slot_width (canvas, subject, plan, column, k));
  widest += 2 * NODE_PAD * plan->columns.em;
  /* Over the first stands "∂L/∂b₃ =". */
  return column == SCOPE_COLUMN_LOSS ? fmax (widest, LEFT_SIDE * SYMBOL_SIZE * plan->columns.em) : widest;
}

/* Where a piece is written: its middle, and how wide it may be. */
typedef struct
{
  double x, room;
} Slot;

static Slot
gap_slot (const ScopePlan *plan, guint factor)
{
  const ScopeColumns *columns = &plan->columns;
  double nodes = fmin (columns->node_width[factor], columns->node_width[factor + 1]);

  /* The signs between the factors stand in the middle of the nodes; the equals sign does not. */
  return (Slot) { columns->gap_x[factor] + columns->gap_width[factor] / 2,
                  columns->gap_width[factor] + (factor == 0 ? -0.6 * columns->em : nodes - columns->em) };
}

/* Whether the formula's numbers have room under their fractions, in type that can be read. */
static gboolean
numbers_fit (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeFactors *factors = &subject->factors;
  const char *const numbers[SCOPE_N_FACTORS]
    = { factors->dl_dp, factors->dp_dz[subject->path], factors->dz_db[subject->path] };

  for (guint i = 0; i < SCOPE_N_FACTORS && factors->n_wired < 2; i++)
    {
      g_autofree char *number = scope_derivation_number (numbers[i], i == 0);

      if (scope_canvas_text_width (canvas, scope_canvas_least_px (canvas), SCOPE_FACE_MATH, number)
          > gap_slot (plan, i).room)
        return FALSE;
    }
  return TRUE;
}

/* TRUE where everything fits at the present size and kind of names. */
static gboolean
fit_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  ScopeColumns *columns = &plan->columns;
  double em = columns->em, nodes = 0, x, rest, gap;

  for (guint i = 0; i < G_N_ELEMENTS (columns->node_width); i++)
    {
      columns->node_width[i] = widest_node (canvas, subject, plan, (ScopeColumn) i);
      nodes += columns->node_width[i];
    }
  rest = plan->main.width - nodes - RESULT_ROOM * em;
  if (rest < SCOPE_N_FACTORS * LEAST_GAP * em)
    return FALSE;

  gap = fmin (rest / SCOPE_N_FACTORS, WIDEST_GAP * em);
  x = plan->main.x + (rest - SCOPE_N_FACTORS * gap) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (columns->node_width); i++)
    {
      columns->node_x[i] = x;
      x += columns->node_width[i];
      if (i == SCOPE_N_FACTORS)
        break;
      columns->gap_x[i] = x;
      columns->gap_width[i] = gap;
      x += gap;
    }
  return numbers_fit (canvas, subject, plan);
}

/* The last factor is a weight, most often 0 or 1: the others have longer numbers. */
static const double bare_gaps[SCOPE_N_FACTORS] = { 0.385, 0.385, 0.23 };

void
scope_formula_find_bare_columns (ScopeCanvas *canvas, ScopePlan *plan, double x, double width)
{
  ScopeColumns *columns = &plan->columns;
  double node, gaps;

  *columns = (ScopeColumns) { .em = canvas->em, .short_names = TRUE, .bare = TRUE };
  node = BARE_NODE * columns->em;
  gaps = width - N_NODES * node;
  for (guint i = 0; i < N_NODES; i++)
    {
      columns->node_width[i] = node;
      columns->node_x[i] = x;
      x += node;
      if (i == SCOPE_N_FACTORS)
        break;
      columns->gap_x[i] = x;
      columns->gap_width[i] = bare_gaps[i] * gaps;
      x += columns->gap_width[i];
    }
}

void
scope_formula_find_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double largest)
{
  ScopeColumns *columns = &plan->columns;

  for (double size = largest; size >= scope_canvas_least (canvas, SCOPE_COLUMNS_SMALLEST); size *= 0.92)
    for (int names = 0; names < 2; names++)
      {
        columns->em = size * canvas->em;
        columns->short_names = names == 1;
        if (fit_columns (canvas, subject, plan))
          return;
      }
  scope_formula_find_bare_columns (canvas, plan, plan->main.x, plan->main.width);
  plan->stacked = TRUE;
  plan->stacked_long = scope_stacked_is_long (canvas, subject, plan);
}

/* --- Formula */

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  if (plan->stacked)
    scope_stacked_measure (canvas, subject, plan, block);
  else
    scope_planner_add_form (block, FORMULA_HEIGHT * plan->columns.em);
}

static Slot
node_slot (const ScopePlan *plan, ScopeColumn column)
{
  const ScopeColumns *columns = &plan->columns;
  double width = columns->node_width[column];

  return (Slot) { columns->node_x[column] + width / 2, width };
}

/* One fraction or text, smaller where its slot demands it. */
static void
write_centred (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, Slot slot,
               double axis, double size, const ScopeRole *role, int index, ScopeInk ink, const char *above,
               const char *below)
{
  ScopePen pen = { canvas, subject, plan, 0, axis, size * plan->columns.em, TRUE, 0 };

  for (int pass = 0; pass < 3; pass++)
    {
      if (below != NULL)
        scope_pen_fraction (&pen, role, index, ink, above, below);
      else
        scope_pen_text (&pen, role, index, ink, above);
      if (pass == 0 && pen.x > slot.room)
        pen.size_px *= 0.99 * slot.room / pen.x;
      pen.x = pass == 0 ? 0 : slot.x - pen.x / 2;
      pen.dry = pass == 0;
    }
}

/* How much further left "∂L₁₅₀/∂b₃" begins than "∂L/∂b₃". */
static double
wider_left_side (const ScopePen *pen)
{
  ScopePen own = *pen, usual = *pen;
  double room = pen->x - pen->plan->main.x;

  own.dry = usual.dry = TRUE;
  scope_pen_fraction (&own, &scope_role_formula, -1, SCOPE_INK_GRADIENT, pen->subject->dl_symbol, "*∂b*_3");
  scope_pen_fraction (&usual, &scope_role_formula, -1, SCOPE_INK_GRADIENT, "*∂L*", "*∂b*_3");
  return CLAMP (own.x - usual.x, 0, fmax (room, 0));
}

/* ∂L/∂b₃ = ∂L/∂p_o · ∂p_o/∂z_k · ∂z_k/∂b₃, each factor over its edge. */
static void
draw_symbols (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double axis)
{
  gboolean sum = subject->factors.n_wired > 1;
  g_autofree char *dp = scope_derivation_dp (subject, plan), *dz = scope_derivation_dz (subject);
  const char *const above[SCOPE_N_FACTORS] = { subject->dl_symbol, dp, dz };
  const char *const below[SCOPE_N_FACTORS] = { dp, dz, "*∂b*_3" };
  const ScopeColumns *columns = &plan->columns;
  ScopePen pen = { canvas, subject, plan, columns->gap_x[0], axis, SYMBOL_SIZE * columns->em, FALSE, 0 };

  for (guint i = 0; i < SCOPE_N_FACTORS; i++)
    write_centred (canvas, subject, plan, gap_slot (plan, i), axis, SYMBOL_SIZE, &scope_role_formula, (int) i,
                   scope_factor_inks[i], above[i], below[i]);
  write_centred (canvas, subject, plan, node_slot (plan, SCOPE_COLUMN_PROBABILITY), axis, SYMBOL_SIZE,
                 &scope_role_formula, -1, SCOPE_INK_TEXT, sum ? "· ∑_{*k*}" : "·", NULL);
  write_centred (canvas, subject, plan, node_slot (plan, SCOPE_COLUMN_LOGIT), axis, SYMBOL_SIZE,
                 &scope_role_formula, -1, SCOPE_INK_TEXT, "·", NULL);

  pen.x -= EQUALS_AT * pen.size_px;
  scope_pen_text (&pen, &scope_role_formula, -1, SCOPE_INK_TEXT, "=");
  pen.x = columns->gap_x[0] - (LEFT_SIDE - 0.1) * pen.size_px - wider_left_side (&pen);
  scope_pen_fraction (&pen, &scope_role_formula, -1, scope_shown_chain_ink (subject->figure),
                      subject->dl_symbol, "*∂b*_3");
}

/* = −6.6278 · 0.12811 · 1, each number under its fraction. */
static void
draw_product (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double axis)
{
  const ScopeFactors *factors = &subject->factors;
  unsigned k = subject->path;
  const char *const numbers[SCOPE_N_FACTORS] = { factors->dl_dp, factors->dp_dz[k], factors->dz_db[k] };

  for (guint i = 0; i < SCOPE_N_FACTORS; i++)
    {
      g_autofree char *number = scope_derivation_number (numbers[i], i == 0);

      write_centred (canvas, subject, plan, gap_slot (plan, i), axis, NUMBER_SIZE, &scope_role_factor,
                     (int) i, scope_factor_inks[i], number, NULL);
    }
  for (guint i = SCOPE_COLUMN_PROBABILITY; i <= SCOPE_COLUMN_LOGIT; i++)
    write_centred (canvas, subject, plan, node_slot (plan, (ScopeColumn) i), axis, NUMBER_SIZE,
                   &scope_role_formula, -1, SCOPE_INK_TEXT, "·", NULL);
}

static void
write_terms (ScopePen *pen)
{
  scope_stacked_write_terms (pen, &scope_role_factor);
}

/* = −0.8491 + 0.3962 + 0.4529: the paths' products, from the left. */
static void
draw_sum (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double axis)
{
  const ScopeColumns *columns = &plan->columns;
  double room
    = columns->node_x[SCOPE_COLUMN_BIAS] + columns->node_width[SCOPE_COLUMN_BIAS] - columns->gap_x[0];
  ScopePen pen = { canvas, subject, plan, columns->gap_x[0], axis, NUMBER_SIZE * columns->em, FALSE, 0 };

  scope_pen_fit (&pen, write_terms, room);
  write_terms (&pen);
}

static void
draw_numbers (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double axis)
{
  ScopePen pen
    = { canvas, subject, plan, plan->columns.gap_x[0], axis, NUMBER_SIZE * plan->columns.em, FALSE, 0 };

  if (subject->factors.n_wired > 1)
    draw_sum (canvas, subject, plan, axis);
  else
    draw_product (canvas, subject, plan, axis);
  pen.x -= EQUALS_AT * SYMBOL_SIZE / NUMBER_SIZE * pen.size_px;
  scope_pen_text (&pen, &scope_role_formula, -1, SCOPE_INK_TEXT, "=");
}

/* The hero, as large as its room allows. */
static void
draw_result (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, double axis)
{
  g_autofree char *markup = g_strdup_printf ("%s !%s!", subject->factors.equals, subject->factors.result);
  double x = plan->columns.node_x[SCOPE_COLUMN_BIAS] - 0.4 * plan->columns.em;
  double room = plan->main.x + plan->main.width - x;
  double size = scope_shown_is_alone (subject->figure) ? RESULT_SIZE_ALONE : RESULT_SIZE;
  ScopeInk ink = scope_shown_chain_ink (subject->figure);
  ScopePen pen = { canvas, subject, plan, 0, axis, size * plan->columns.em, TRUE, 0 };

  scope_pen_text (&pen, &scope_role_result, 0, ink, markup);
  if (pen.x > room)
    pen.size_px = fmax (pen.size_px * room / pen.x, LEAST_RESULT_SIZE * plan->columns.em);
  pen.x = x;
  pen.dry = FALSE;
  scope_pen_text (&pen, &scope_role_result, 0, ink, markup);
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  double em = plan->columns.em, top = spot->rect.y;

  if (plan->stacked)
    {
      scope_stacked_draw (canvas, subject, plan, spot);
      return;
    }
  draw_symbols (canvas, subject, plan, top + AXIS_AT * em);
  draw_numbers (canvas, subject, plan, top + NUMBERS_AT * em);
  draw_result (canvas, subject, plan, top + AXIS_AT * em);
}

/* "Chain rule through z₁: −6.6278 times 0.12811 times 1 is −0.8491", for as much as is shown. */
static void
say_chain (GString *text, const ScopeSubject *subject)
{
  static const char *const logits[] = { "z₁", "z₂", "z₃" };
  const ScopeFactors *factors = &subject->factors;
  unsigned k = subject->path;
  gboolean exact = g_str_equal (factors->equals, "=");
  g_autofree char *chain = NULL;
  unsigned links = scope_links_shown (subject->figure) == SCOPE_ALL_LINKS ? SCOPE_SHOW_LINKS : 0;

  if (!(subject->figure->show & (SCOPE_SHOW_FORMULA | SCOPE_SHOW_DIAGRAM | links)))
    return;
  if (factors->n_wired > 1)
    chain = g_strdup_printf (
      exact ? _ ("Chain rule: the paths through z₁, z₂, z₃, %s, %s and %s, add up to %s")
            : _ ("Chain rule: the paths through z₁, z₂, z₃, %s, %s and %s, add up to about %s"),
      scope_speech_of (factors->path[0]), scope_speech_of (factors->path[1]),
      scope_speech_of (factors->path[2]), scope_speech_of (factors->result));
  else
    chain = g_strdup_printf (exact ? _ ("Chain rule through %s: %s times %s times %s is %s")
                                   : _ ("Chain rule through %s: %s times %s times %s is about %s"),
                             logits[k], scope_speech_of (factors->dl_dp), scope_speech_of (factors->dp_dz[k]),
                             scope_speech_of (factors->dz_db[k]), scope_speech_of (factors->result));
  scope_sentences_add (text, chain);
}

const ScopeBlockKind scope_formula_block
  = { SCOPE_OF (FORMULA,
                .shows = SCOPE_PLACE_DL_DP | SCOPE_PLACE_DP_DZ | SCOPE_PLACE_DZ_DB | SCOPE_PLACE_GRADIENT
                         | SCOPE_PLACE_PROBABILITY,
                .turn = 200, .when = SCOPE_SAY_ALWAYS, .say = say_chain),
      .top = 1000,
      .window = SCOPE_WHERE_MAIN,
      .hall = SCOPE_WHERE_SIDE,
      .measure = measure,
      .draw = draw_block };
