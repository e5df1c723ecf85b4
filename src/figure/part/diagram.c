/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "block.h"
#include "canvas.h"
#include "derivation.h"
#include "factors-shorten.h"
#include "formula.h"
#include "markup.h"
#include "number.h"
#include "subject.h"

/* The paths of the derivative in the formula's order, L ← p ← z ← b₃: a row for each class. An
 * edge leaves its node level, where its number stands, and then turns towards its target. */

/* In the columns' em. */
#define ROW_HEIGHT 1.95
#define NODE_HEIGHT 1.55
#define FIRST_ROW 1.15
#define BELOW 0.95
#define EDGE_WIDTH 0.11
#define FAINT_WIDTH 0.07
#define HEAD 0.55
#define CROSS 0.36
#define LEAST_OUTLINE_PX 0.9
#define LABEL_SIZE 0.95
#define LABEL_RISE 0.28
#define LEAST_LABEL 0.6
#define LEAST_FULL 0.82
#define FEWEST_DIGITS 2 /* of a number that has no room for all of its own */
/* The level part of an edge, of the gap. */
#define LEVEL 0.72
/* More where the gap, in em, is narrow: its numbers would be small. */
#define NARROW_LEVEL 0.86
#define NARROW_GAP 7.0
#define HALL_GAP 0.4
#define MARGIN 0.2 /* em, beside a label */

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  double rows = FIRST_ROW + 2 * ROW_HEIGHT + BELOW + 0.3;

  scope_planner_add_form (block, canvas->in_hall ? (rows + HALL_GAP) * canvas->em : rows * plan->columns.em);
}

static double
row_y (const ScopePlan *plan, unsigned row)
{
  return plan->at[SCOPE_BLOCK_DIAGRAM].rect.y + (FIRST_ROW + row * ROW_HEIGHT) * plan->columns.em;
}

/* The row of L is that of the class it reads; b₃ stands beside the logit that it feeds, in the
 * middle where there are several. */
static unsigned
bias_row (const ScopeSubject *subject)
{
  gboolean secret = scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);

  return subject->factors.n_wired == 1 && !secret ? subject->path : 1;
}

/* --- Nodes */

static void
draw_node (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeColumn column,
           unsigned k, unsigned row, ScopeInk outline, ScopeInk ink)
{
  const ScopeColumns *columns = &plan->columns;
  double em = columns->em, half = NODE_HEIGHT / 2 * em, y = row_y (plan, row);
  const ScopeRect box = { columns->node_x[column], y - half, columns->node_width[column], 2 * half };
  ScopeLine *line = scope_formula_fit_line (canvas, subject, plan, column, k);

  scope_canvas_draw_rect (canvas, &scope_role_node, (int) column * 3 + (int) k, &box, SCOPE_INK_PLOT_GROUND,
                          outline,
                          /* No hair: viewers of PDF draw what is thinner than a pixel a pixel wide. */
                          fmax ((outline == SCOPE_INK_NEUTRAL ? 0.05 : 0.09) * em, LEAST_OUTLINE_PX), half);
  scope_canvas_draw_line_centred (canvas, &scope_role_node_label, (int) column * 3 + (int) k, ink, line,
                                  box.x + box.width / 2, y + 0.3 * em);
}

static void
draw_nodes (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeParameters *in = &subject->figure->parameters;

  draw_node (canvas, subject, plan, SCOPE_COLUMN_LOSS, 0, in->observed, SCOPE_INK_LOSS, SCOPE_INK_LOSS);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean read = k == in->observed, wired = scope_subject_is_wired (subject, k);

      draw_node (canvas, subject, plan, SCOPE_COLUMN_PROBABILITY, k, k,
                 read ? SCOPE_INK_TEXT : SCOPE_INK_NEUTRAL, read ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM);
      draw_node (canvas, subject, plan, SCOPE_COLUMN_LOGIT, k, k, wired ? SCOPE_INK_TEXT : SCOPE_INK_NEUTRAL,
                 wired ? SCOPE_INK_TEXT : SCOPE_INK_TEXT_DIM);
    }
  draw_node (canvas, subject, plan, SCOPE_COLUMN_BIAS, 0, bias_row (subject), SCOPE_INK_TEXT, SCOPE_INK_TEXT);
}

/* --- Edges */

typedef struct
{
  ScopeFactor factor;
  unsigned k;           /* whose row its level part is in */
  unsigned other_row;   /* of its other end */
  gboolean level_right; /* level at its right end, where it leaves p_k or z_k; else at its left */
  gboolean live;        /* part of a path that counts */
  const char *number;   /* as in the formula */
  gboolean wrong;       /* part of the article's path, where b₃ does not feed it */
} Edge;

/* "∂p/∂z₁ = 0.12811": the derivative that the edge stands for. */
static char *
full_label (const Edge *edge, const char *number)
{
  switch (edge->factor)
    {
    case SCOPE_FACTOR_DL_DP:
      return g_strdup_printf ("*∂L*/*∂p*_%u = %s", edge->k + 1, number);
    case SCOPE_FACTOR_DP_DZ:
      return g_strdup_printf ("*∂p*_%u/*∂z*_%u = %s", edge->other_row + 1, edge->k + 1, number);
    case SCOPE_FACTOR_DZ_DB:
    default:
      return g_strdup_printf ("*∂z*_%u/*∂b*_3 = %s", edge->k + 1, number);
    }
}

/* What the labels of a factor look like. */
typedef struct
{
  double size;
  gboolean full;
  unsigned digits; /* at most */
} Form;

static ScopeLine *
new_label (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Edge *edge,
           const Form *form)
{
  g_autofree char *printed = form->digits < subject->factors.digits
                               ? scope_factors_shorten (edge->number, form->digits, subject->figure->decimal)
                               : g_strdup (edge->number);
  g_autofree char *number = scope_markup_escape (printed);
  g_autofree char *both = full_label (edge, number);

  return scope_markup_new_line (canvas->fonts, form->size * plan->columns.em, SCOPE_FACE_MATH,
                                form->full ? both : number);
}

static double
level_width (const ScopePlan *plan, const Edge *edge)
{
  double gap = plan->columns.gap_width[edge->factor];

  return (gap < NARROW_GAP * plan->columns.em ? NARROW_LEVEL : LEVEL) * gap;
}

/* What a level part holds; an arrow head is in it where that is at its left end. */
static double
label_room (const ScopePlan *plan, const Edge *edge)
{
  double kept = edge->level_right ? 2 * MARGIN : HEAD + MARGIN;

  return level_width (plan, edge) - kept * plan->columns.em;
}

/* A number that is longer than usual loses digits rather than its size. */
static ScopeLine *
new_fitted_label (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Edge *edge,
                  const Form *form)
{
  double room = label_room (plan, edge);
  Form fitted = *form;

  for (;; fitted.digits--)
    {
      ScopeLine *line = new_label (canvas, subject, plan, edge, &fitted);
      ScopeLineSize extents;

      scope_line_get_size (line, &extents);
      if (extents.width_px <= room)
        return line;
      scope_line_unref (line);
      if (fitted.digits > 1)
        continue;
      fitted.size *= 0.99 * room / extents.width_px;
      return new_label (canvas, subject, plan, edge, &fitted);
    }
}

/* Room for any ordinary number: the labels keep their size and form while b₃ moves. Weights don't. */
static double
label_width (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Edge *edge,
             const Form *form)
{
  g_autofree char *ordinary
    = scope_number_format (-0.088888888888888888, form->digits, subject->figure->decimal);
  Edge most = *edge;
  g_autoptr (ScopeLine) now = new_label (canvas, subject, plan, edge, form), widest = NULL;
  ScopeLineSize extents, widest_extents;

  scope_line_get_size (now, &extents);
  if (edge->factor == SCOPE_FACTOR_DZ_DB)
    return extents.width_px;
  most.number = ordinary;
  widest = new_label (canvas, subject, plan, &most, form);
  scope_line_get_size (widest, &widest_extents);
  return fmax (extents.width_px, widest_extents.width_px);
}

static gboolean
all_fit (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
         const Edge edges[SCOPE_N_CLASSES], const Form *form)
{
  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    if (label_width (canvas, subject, plan, &edges[k], form) > label_room (plan, &edges[k]))
      return FALSE;
  return TRUE;
}

/* One form for the three edges of a factor: the numbers alone rather than both in small type, and fewer of their
 * digits rather than type that nobody reads. Where even those are too long, each is fitted by itself. */
static Form
choose_labels (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
               const Edge edges[SCOPE_N_CLASSES])
{
  double read = scope_canvas_least_px (canvas) / plan->columns.em;
  double largest = fmax (LABEL_SIZE, read);
  Form form = { 0, TRUE, subject->factors.digits };

  for (;;)
    {
      double least = fmax (form.full ? LEAST_FULL : LEAST_LABEL, read);

      for (form.size = largest; form.size >= least; form.size *= 0.93)
        if (all_fit (canvas, subject, plan, edges, &form))
          return form;
      form.size = least;
      if (!form.full && form.digits <= FEWEST_DIGITS)
        return form;
      form.digits -= !form.full;
      form.full = FALSE;
    }
}

static void
label_edge (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const Edge *edge,
            const Form *form)
{
  const ScopeColumns *columns = &plan->columns;
  double gap = columns->gap_width[edge->factor], left = columns->gap_x[edge->factor];
  double level = level_width (plan, edge);
  double middle = edge->level_right ? left + gap - level / 2 : left + (level + HEAD * columns->em) / 2;
  ScopeInk ink = edge->live || edge->wrong ? scope_factor_inks[edge->factor] : SCOPE_INK_TEXT_DIM;

  scope_canvas_draw_line_centred (canvas, &scope_role_edge_label, SCOPE_EDGE_INDEX (edge->factor, edge->k),
                                  ink, new_fitted_label (canvas, subject, plan, edge, form), middle,
                                  row_y (plan, edge->k) - LABEL_RISE * columns->em);
}

static void
draw_head (ScopeCanvas *canvas, const ScopePlan *plan, const Edge *edge, ScopeInk ink, double x, double y,
           double from_x, double from_y)
{
  double em = plan->columns.em, length = HEAD * em, half = 0.28 * em;
  double turn = atan2 (from_y - y, from_x - x), c = cos (turn), s = sin (turn);
  const ScopePoint tip[3] = { { x, y },
                              { x + length * c - half * s, y + length * s + half * c },
                              { x + length * c + half * s, y + length * s - half * c } };

  scope_canvas_draw_polygon (canvas, &scope_role_edge, SCOPE_EDGE_INDEX (edge->factor, edge->k), ink, tip, 3);
}

/* Here the article's path ends: its last factor is 0. */
static void
draw_cross (ScopeCanvas *canvas, const ScopePlan *plan, double x, double y)
{
  double half = CROSS * plan->columns.em;

  for (int way = -1; way <= 1; way += 2)
    scope_canvas_draw_segment (canvas, &scope_role_mistake, -1, SCOPE_INK_TEXT, EDGE_WIDTH * plan->columns.em,
                               SCOPE_DASH_SOLID, -1, x - half, y - way * half, x + half, y + way * half);
}

static void
draw_edge (ScopeCanvas *canvas, const ScopePlan *plan, const Edge *edge)
{
  const ScopeColumns *columns = &plan->columns;
  double em = columns->em, left = columns->gap_x[edge->factor];
  double right = left + columns->gap_width[edge->factor];
  double level = level_width (plan, edge);
  double own = row_y (plan, edge->k), other = row_y (plan, edge->other_row);
  double elbow = edge->level_right ? right - level : left + level;
  double y_left = edge->level_right ? other : own, y_right = edge->level_right ? own : other;
  /* Where edges meet, the head is that of the path which counts. */
  gboolean has_head = edge->live || edge->wrong || !edge->level_right;
  double head = has_head ? 0.8 * HEAD * em : 0;
  ScopeInk ink = edge->live ? scope_factor_inks[edge->factor] : edge->wrong ? SCOPE_INK_TEXT : SCOPE_INK_AXIS;
  /* The line ends inside its arrow head. */
  double part = head / hypot (elbow - left, own - y_left);
  const ScopePoint points[3] = { { left + (elbow - left) * part, y_left + (own - y_left) * part },
                                 { elbow, own },
                                 { right, y_right } };

  scope_canvas_draw_polyline (canvas, &scope_role_edge, SCOPE_EDGE_INDEX (edge->factor, edge->k), ink,
                              (edge->live ? EDGE_WIDTH : FAINT_WIDTH) * em,
                              edge->live    ? SCOPE_DASH_SOLID
                              : edge->wrong ? SCOPE_DASH_DASHED
                                            : SCOPE_DASH_FINE,
                              -1, points, 3);
  if (has_head)
    draw_head (canvas, plan, edge, ink, left, y_left, elbow, own);
  if (edge->wrong && edge->factor == SCOPE_FACTOR_DZ_DB)
    draw_cross (canvas, plan, elbow, own);
}

static void
find_edges (const ScopeSubject *subject, ScopeFactor factor, Edge edges[SCOPE_N_CLASSES])
{
  const ScopeParameters *in = &subject->figure->parameters;
  const ScopeFactors *factors = &subject->factors;
  gboolean mistakes
    = (subject->figure->show & SCOPE_SHOW_MISTAKES) != 0 && !scope_subject_hides (subject, SCOPE_PLACE_DZ_DB);

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean read = k == in->observed, wired = scope_subject_is_wired (subject, k);
      const Edge all[SCOPE_N_FACTORS]
        = { { SCOPE_FACTOR_DL_DP, k, in->observed, TRUE, read, read ? factors->dl_dp : "0", FALSE },
            { SCOPE_FACTOR_DP_DZ, k, in->observed, TRUE, wired, factors->dp_dz[k], FALSE },
            { SCOPE_FACTOR_DZ_DB, k, bias_row (subject), FALSE, wired, factors->dz_db[k], FALSE } };

      edges[k] = all[factor];
      edges[k].wrong = mistakes && read && !wired && !edges[k].live;
    }
}

static void
draw_edges (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeFactor factor)
{
  Edge edges[SCOPE_N_CLASSES];
  Form form;

  find_edges (subject, factor, edges);
  form = choose_labels (canvas, subject, plan, edges);
  for (int live = 0; live < 2; live++)
    for (guint k = 0; k < SCOPE_N_CLASSES; k++)
      {
        /* What counts lies on top. */
        if (edges[k].live != live)
          continue;
        draw_edge (canvas, plan, &edges[k]);
        label_edge (canvas, subject, plan, &edges[k], &form);
      }
}

static void
draw_all (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  for (guint i = 0; i < SCOPE_N_FACTORS; i++)
    draw_edges (canvas, subject, plan, (ScopeFactor) i);
  draw_nodes (canvas, subject, plan);
}

/* Before a hall its nodes have no room for numbers, which stand in the rows above: those on the edges count. */
static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  ScopePlan bare = *plan;

  if (canvas->in_hall)
    scope_formula_find_bare_columns (canvas, &bare, spot->rect.x, spot->rect.width);
  draw_all (canvas, subject, &bare);
}

const ScopeBlockKind scope_diagram_block = { SCOPE_OF (DIAGRAM, .shows = SCOPE_PLACE_ALL),
                                             .top = 1100,
                                             .window = SCOPE_WHERE_MAIN,
                                             .hall = SCOPE_WHERE_SIDE,
                                             .measure = measure,
                                             .draw = draw_block };
