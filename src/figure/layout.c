/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout-parts.h"

#include <math.h>

#include "derivation.h"
#include "ghosts.h"
#include "many-drawing.h"

/* All heights and widths in em. */
#define LABEL_GAP 0.7
#define SIDE_GAP 2.0

/* The linked plots stand beside the panels where both have room. */
#define SIDE_SHARE 0.28
#define LEAST_SIDE 15.0
#define WIDEST_SIDE 27.0
#define LEAST_WIDTH_WITH_SIDE 58.0
#define LEAST_HEIGHT_WITH_SIDE 30.0

/* Of a presentation: type as a part of the height, the plot's part of the width. */
#define HALL_EM 0.028
#define HALL_WIDTH 58.0
#define HALL_SIDE 0.38
/* Beside the sliders type is no smaller than that as long as so many em have room. */
#define LEAST_HALL_EM 0.019
#define LEAST_HALL_WIDTH 43.0
#define LEAST_HALL_SIDE 17.0
#define MOST_HALL_SIDE 0.44
#define CAPTION_HEIGHT 5.4

/* The column of the curves' names: of the first column, in em, of the first column. */
#define WIDEST_LABELS 0.24
#define USUAL_LABELS 8.2
#define MOST_LABELS 0.36

/* Sizes of text where parts would have no room at the usual one. */
#define EM_STEP 1.04
#define LEAST_EM_WIDTH 700.0
#define LEAST_EM 5.0
/* Four fifths of it are the least type that is read, and it has room to grow. */
#define READ_EM 11.25
#define READ_GROWTH 1.2
#define LEAST_COLUMNS 0.78

/* How many em a picture is wide and high at least, with the usual text and with the largest. */
#define USUAL_EMS_WIDE 36.0
#define USUAL_EMS_HIGH 24.0
#define FEWEST_EMS_WIDE 25.0
#define FEWEST_EMS_HIGH 16.0
/* In px: 8 pt in a column of 85 mm, for ticks and labels, too. */
#define READABLE_EM 13.0
#define LEAST_GROWTH 1.25

static const double shares[][SCOPE_N_PANELS]
  = { { 1 }, { 0.57, 0.43 }, { 0.43, 0.31, 0.26 } };
/* What the loss gets more of where the plot is a small part of the picture, as it has from USUAL_PLOT on: the
 * others are read at a lower height. */
#define MORE_LOSS 0.07
#define USUAL_PLOT 0.5
#define SMALL_PLOT 0.36
#define LEAST_PANEL 5.8 /* em, for two ticks */

/* Type grows with the picture: 20 px at 1920×1080, 14 px in a window of 1000×620. A scale of 2 gives
 * twice as much, or the largest type that the picture can carry, in which parts yield; a smaller
 * one as much less, so that each has its own size in every picture. */
static double
usual_em (const ScopeFigure *figure, double width_px, double scale)
{
  double height_px = figure->height_px, side = sqrt (width_px * height_px), most, carried, largest;
  double base = fmax (side * 0.0139, 8 + side * 0.0083);

  /* A fortieth of the height is read from the last row. */
  if (figure->stage != NULL)
    {
      most = fmax (width_px / HALL_WIDTH, fmin (LEAST_HALL_EM * height_px, width_px / LEAST_HALL_WIDTH));
      return fmax (fmin (HALL_EM * height_px, most), LEAST_EM);
    }

  /* Narrow or flat pictures cannot carry the type that their area suggests. */
  most = fmin (width_px / USUAL_EMS_WIDE, height_px / USUAL_EMS_HIGH);
  carried = fmin (width_px / FEWEST_EMS_WIDE, height_px / FEWEST_EMS_HIGH);
  base = fmin (fmax (base, LEAST_EM), most);
  largest = fmin (fmax (READABLE_EM, LEAST_GROWTH * base), carried);
  base = fmax (base, fmin (READ_EM, carried / READ_GROWTH));
  return base + (scale - 1) * fmin (base, fmax (most, largest) - base);
}

/* With linked plots the picture has two columns, and the bar goes into the second. */
static void
set_columns (ScopeDrawing *drawing, gboolean aside)
{
  const ScopeFigure *figure = drawing->figure;
  double em = drawing->em, inner = figure->width_px - 2 * SCOPE_LAYOUT_PAD * em;

  drawing->side = (ScopeRect) { 0 };
  if (figure->stage != NULL)
    drawing->caption = (ScopeRect) { 0, figure->height_px - CAPTION_HEIGHT * em, figure->width_px,
                                     CAPTION_HEIGHT * em };
  drawing->main = (ScopeRect) { SCOPE_LAYOUT_PAD * em, SCOPE_LAYOUT_PAD * em, inner,
                                figure->height_px - 2 * SCOPE_LAYOUT_PAD * em };
  if (figure->stage != NULL)
    {
      drawing->side = drawing->main;
      drawing->side.width = fmax (HALL_SIDE * inner, fmin (LEAST_HALL_SIDE * em, MOST_HALL_SIDE * inner));
      drawing->side.x += inner - drawing->side.width;
      drawing->side.height -= CAPTION_HEIGHT * em;
      drawing->main.width -= drawing->side.width + SIDE_GAP * em;
      return;
    }
  if (!aside || !(figure->show & (SCOPE_SHOW_LINKS | SCOPE_SHOW_HOOD | SCOPE_SHOW_WATERFALL))
      || figure->width_px < LEAST_WIDTH_WITH_SIDE * em
      || figure->height_px < LEAST_HEIGHT_WITH_SIDE * em)
    return;

  drawing->side = drawing->main;
  drawing->side.width = CLAMP (SIDE_SHARE * inner, LEAST_SIDE * em, WIDEST_SIDE * em);
  drawing->side.x += inner - drawing->side.width;
  drawing->main.width -= drawing->side.width + SIDE_GAP * em;
}

static void
set_y_scale (ScopeDrawing *drawing, ScopePanelArea *panel)
{
  const ScopeView *view = &drawing->figure->view;
  double lo = panel->kind == SCOPE_PANEL_LOSS ? view->loss_lo : view->gradient_lo;
  double hi = panel->kind == SCOPE_PANEL_LOSS ? view->loss_hi : view->gradient_hi;
  size_t most = (size_t) CLAMP (panel->rect.height / (2.3 * drawing->em), 2, 9);

  if (panel->kind == SCOPE_PANEL_PROBABILITY)
    {
      lo = -0.06;
      hi = 1.06;
    }
  panel->y = (ScopeScale) { lo, hi, panel->rect.y + panel->rect.height, panel->rect.y };
  scope_drawing_ticks (lo, hi, most, &panel->y_ticks);
}

static double
widest_tick (ScopeDrawing *drawing)
{
  double widest = 0;

  for (guint i = 0; i < drawing->n_panels; i++)
    widest = fmax (widest, scope_panel_widest_tick (drawing, &drawing->panels[i].y_ticks));
  return widest;
}

/* The column of curve labels: as wide as the longest name needs, but no more than its share. */
static double
label_column (ScopeDrawing *drawing)
{
  double widest = scope_end_labels_width (drawing);

  if (drawing->figure->many != NULL)
    widest = fmax (widest, scope_many_label_width (drawing));
  widest = fmax (widest, scope_ghosts_label_width (drawing));
  widest = fmax (widest + 1.6 * drawing->em, USUAL_LABELS * drawing->em);
  /* Where type is large for the picture, the usual names are still whole. */
  return fmin (widest, fmax (WIDEST_LABELS * drawing->main.width,
                             fmin (USUAL_LABELS * drawing->em, MOST_LABELS * drawing->main.width)));
}

/* Lines of one pixel are sharp where they lie between pixels. */
static double
snap (double px)
{
  return floor (px) + 0.5;
}

static void
set_x (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  double em = drawing->em;
  const ScopeRect *main = &drawing->main;
  double left = snap (main->x + fmin (widest_tick (drawing), 0.3 * main->width) + 0.6 * em);
  double labels = label_column (drawing);
  double right = snap (main->x + main->width - labels - LABEL_GAP * em);

  drawing->label_width = labels;
  drawing->label_x = right + LABEL_GAP * em;
  for (guint i = 0; i < drawing->n_panels; i++)
    {
      ScopePanelArea *panel = &drawing->panels[i];

      panel->rect.x = left;
      panel->rect.width = right - left;
      panel->x = (ScopeScale) { figure->view.axis_lo, figure->view.axis_hi, left, right };
    }
}

/* As many ticks as their labels leave room for. */
static void
set_x_ticks (ScopeDrawing *drawing)
{
  ScopePanelArea *first = &drawing->panels[0];
  size_t most = (size_t) CLAMP (first->rect.width / (4.2 * drawing->em), 2, 16);

  for (;; most = most * 2 / 3)
    {
      scope_ticks (first->x.lo, first->x.hi, most, &first->x_ticks);
      if (most <= 2
          || (scope_panel_widest_tick (drawing, &first->x_ticks) + 0.8 * drawing->em)
                 * (double) first->x_ticks.count <= first->rect.width)
        break;
    }
  for (guint i = 1; i < drawing->n_panels; i++)
    drawing->panels[i].x_ticks = first->x_ticks;
}

/* "Flower 1 alone" over what is about it; where it ends. */
static double
stack_alone (ScopeDrawing *drawing, ScopeAlone place, const ScopeRect *column, double y)
{
  double height = SCOPE_LAYOUT_ALONE * drawing->em;

  drawing->alone[place] = (ScopeRect) { column->x, y, column->width, height };
  return y + height;
}

/* The bar and its residuals from y on, in the column that has them; where they end. */
static double
stack_bar (ScopeDrawing *drawing, const ScopeParts *parts, double y)
{
  const ScopeRect *column = drawing->side.width > 0 ? &drawing->side : &drawing->main;
  double em = drawing->em;

  drawing->bar
    = (ScopeRect) { column->x, round (y), column->width, round (SCOPE_LAYOUT_BAR * em) };
  y += SCOPE_LAYOUT_BAR * em;
  if (parts->residuals)
    {
      drawing->residuals
        = (ScopeRect) { column->x, y, column->width, SCOPE_LAYOUT_RESIDUALS * em };
      y += SCOPE_LAYOUT_RESIDUALS * em;
    }
  return y + SCOPE_LAYOUT_BAR_GAP * em;
}

/* One part of the derivation, in the first column; where it ends. */
static double
stack_strip (ScopeDrawing *drawing, ScopeRect *rect, double y, double height)
{
  *rect = (ScopeRect) { drawing->main.x, y, drawing->main.width, height };
  return y + height;
}

static double
stack_strips (ScopeDrawing *drawing, const ScopeParts *parts, double y)
{
  gboolean bar = parts->bar && drawing->side.width <= 0;

  if (parts->alone && parts->alone_chain && (bar || parts->formula || parts->diagram))
    y = stack_alone (drawing, SCOPE_ALONE_CHAIN, &drawing->main, y);
  if (bar)
    y = stack_bar (drawing, parts, y);
  if (parts->formula)
    y = stack_strip (drawing, &drawing->formula, y, scope_formula_height (drawing));
  if (parts->diagram)
    y = stack_strip (drawing, &drawing->diagram, y, scope_diagram_height (drawing));
  if (parts->steps)
    y = stack_strip (drawing, &drawing->steps, y, scope_steps_height (drawing));
  if (parts->links && parts->alone)
    y = stack_alone (drawing, SCOPE_ALONE_LINKS, &drawing->main, y);
  if (parts->links)
    y = stack_strip (drawing, &drawing->links, y, SCOPE_LAYOUT_LINKS * drawing->em);
  if (drawing->side.width <= 0)
    {
      y = stack_strip (drawing, &drawing->hood, y, scope_parts_hood_height (drawing, parts));
      y = stack_strip (drawing, &drawing->waterfall, y,
                       scope_parts_waterfall_height (drawing, parts));
      drawing->waterfall_form = parts->waterfall;
    }
  return y;
}

/* From y on: what is about the sum, and below it all that is about one flower. */
static void
stack_side (ScopeDrawing *drawing, const ScopeParts *parts, double y)
{
  const ScopeSideParts side = scope_parts_fill_side (drawing, parts);
  ScopeRect *column = &drawing->side;

  drawing->waterfall = (ScopeRect) { column->x, y, column->width, side.waterfall };
  drawing->waterfall_form = side.form;
  y += side.waterfall;
  if (side.alone > 0)
    y = stack_alone (drawing, SCOPE_ALONE_SIDE, column, y);
  if (parts->bar)
    y = stack_bar (drawing, parts, y);
  column->y = y;
  column->height = side.links;
  y = drawing->main.y + drawing->main.height - side.hood;
  drawing->hood = (ScopeRect) { column->x, y, column->width, side.hood };
}

static double
share_of (const ScopeDrawing *drawing, guint panel, double plot)
{
  const double *usual = shares[drawing->n_panels - 1];
  double part = plot / drawing->figure->height_px;
  double more = MORE_LOSS * CLAMP ((USUAL_PLOT - part) / (USUAL_PLOT - SMALL_PLOT), 0, 1);
  double lowest = plot * usual[drawing->n_panels - 1];

  more = fmin (more, (1 - usual[0]) * fmax (1 - LEAST_PANEL * drawing->em / lowest, 0));
  if (drawing->figure->stage != NULL)
    more = 0;
  return panel == SCOPE_PANEL_LOSS ? usual[0] + more : usual[panel] * (1 - more / (1 - usual[0]));
}

static void
stack (ScopeDrawing *drawing, const ScopeParts *parts)
{
  const ScopeFigure *figure = drawing->figure;
  double em = drawing->em, y = SCOPE_LAYOUT_PAD * em, inner = figure->width_px - 2 * SCOPE_LAYOUT_PAD * em;
  double plot = fmax (scope_parts_plot_height (drawing, parts), 4 * em);

  if (parts->question)
    {
      drawing->question = (ScopeRect) { SCOPE_LAYOUT_PAD * em, y, inner, SCOPE_LAYOUT_QUESTION * em };
      y += SCOPE_LAYOUT_QUESTION * em;
    }
  if (drawing->figure->stage != NULL)
    drawing->side.y = drawing->figure->show & SCOPE_SHOW_BAR ? stack_bar (drawing, parts, y) : y;
  else if (drawing->side.width > 0)
    stack_side (drawing, parts, y);
  y = stack_strips (drawing, parts, y);

  drawing->title_height = SCOPE_LAYOUT_TITLE * em;
  drawing->n_panels = parts->probabilities ? 3 : 2;
  for (guint i = 0; i < drawing->n_panels; i++)
    {
      ScopePanelArea *panel = &drawing->panels[i];
      double height = plot * share_of (drawing, i, plot);

      y += SCOPE_LAYOUT_TITLE * em + (i > 0 ? SCOPE_LAYOUT_PANEL_GAP * em : 0);
      panel->kind = (ScopePanel) i;
      panel->rect.y = snap (y);
      y += height;
      panel->rect.height = snap (y) - panel->rect.y;
    }
  drawing->axis_ticks.y = y;
  drawing->axis_ticks.height = SCOPE_LAYOUT_AXIS_TICKS * em;
  drawing->axis_title.y = y + SCOPE_LAYOUT_AXIS_TICKS * em;
  drawing->axis_title.height = SCOPE_LAYOUT_AXIS_TITLE * em;
}

/* What a layout is made with. */
typedef struct
{
  double em, columns; /* the text; of the derivation, the most in em */
  gboolean aside;     /* a second column where it has room */
} Attempt;

/* The parts for which there is room then. */
static ScopeParts
try_layout (ScopeDrawing *drawing, const Attempt *attempt)
{
  drawing->em = attempt->em;
  drawing->unit = attempt->em / 14;
  drawing->stacked = FALSE;
  drawing->tall = drawing->figure->stage != NULL;
  drawing->yielded = 0;
  set_columns (drawing, attempt->aside);
  if (drawing->figure->stage == NULL)
    {
      scope_columns_find (drawing, attempt->columns);
      scope_steps_settle (drawing);
    }
  return scope_parts_choose (drawing);
}

typedef struct
{
  Attempt attempt;
  unsigned weight;
} Best;

/* With the derivation and with the second column in every form; FALSE once nothing is missing. */
static gboolean
try_em (ScopeDrawing *drawing, double em, Best *best)
{
  static const double sizes[] = { SCOPE_COLUMNS_LARGEST, 0.9, LEAST_COLUMNS };
  unsigned most = scope_parts_weigh_all (drawing);

  for (int aside = 1; aside >= 0 && best->weight < most; aside--)
    {
      double fitted = INFINITY;

      for (guint i = 0; i < G_N_ELEMENTS (sizes) && best->weight < most; i++)
        {
          const Attempt attempt = { em, sizes[i], aside };
          ScopeParts parts;
          unsigned weight;

          /* The width alone made it as small before. */
          if (sizes[i] * em > fitted)
            continue;
          parts = try_layout (drawing, &attempt);
          fitted = drawing->columns.em;
          weight = scope_parts_weigh (drawing, &parts);
          if (weight > best->weight)
            *best = (Best) { attempt, weight };
        }
      if (aside && drawing->side.width <= 0)
        break;
    }
  return best->weight < most;
}

/* Sizes of text from the largest down: all that are tried with any width and any scale, so that more of
 * either never chooses a smaller one than before. */
typedef struct
{
  double fixed[2]; /* beside the powers of EM_STEP: the usual and the least one of a scale of 1 */
} Ladder;

/* The largest one up to em. */
static double
ladder_find (const Ladder *ladder, double em)
{
  double rung = floor (log (em) / log (EM_STEP)), found;

  while ((found = pow (EM_STEP, rung)) > em)
    rung--;
  for (int i = 0; i < 2; i++)
    if (ladder->fixed[i] <= em)
      found = fmax (found, ladder->fixed[i]);
  return found;
}

/* Type grows with a picture, and then parts would vanish from one that is made wider: with many
 * flowers the largest size of a ladder that shows the most is taken. It reaches down to the size of
 * a narrow picture; where it has no size in between, the usual one stands. */
static ScopeParts
find_layout (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  double width = figure->width_px, scale = figure->text_scale;
  double usual = usual_em (figure, width, scale);
  double least = usual_em (figure, fmin (LEAST_EM_WIDTH * scale, width), scale);
  const Ladder ladder = { { usual_em (figure, width, 1),
                            usual_em (figure, fmin (LEAST_EM_WIDTH, width), 1) } };
  Best best = { { usual, SCOPE_COLUMNS_LARGEST, TRUE }, 0 };
  double em = ladder_find (&ladder, usual);
  ScopeParts parts;

  if (figure->many == NULL || figure->stage != NULL || em < least)
    return try_layout (drawing, &best.attempt);
  best.attempt.em = em;
  /* What there may be at all is known from a layout. */
  parts = try_layout (drawing, &best.attempt);
  best.weight = scope_parts_weigh (drawing, &parts);
  while (em >= least && try_em (drawing, em, &best))
    em = ladder_find (&ladder, nextafter (em, 0));
  return try_layout (drawing, &best.attempt);
}

void
scope_drawing_lay_out (ScopeDrawing *drawing)
{
  ScopeParts parts = find_layout (drawing);

  stack (drawing, &parts);
  for (guint i = 0; i < drawing->n_panels; i++)
    set_y_scale (drawing, &drawing->panels[i]);
  set_x (drawing);
  set_x_ticks (drawing);
  for (guint i = 0; i < drawing->n_panels; i++)
    drawing->panels[i].clip = scope_scene_add_clip (drawing->scene, &drawing->panels[i].rect);
  drawing->axis_ticks.x = drawing->axis_title.x = drawing->panels[0].rect.x;
  drawing->axis_ticks.width = drawing->axis_title.width = drawing->panels[0].rect.width;
}
