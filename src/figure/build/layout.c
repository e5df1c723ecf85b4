/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "layout.h"

#include <math.h>

#include "derivation.h"
#include "ghost-curves.h"
#include "grid.h"
#include "layout-parts.h"
#include "endlabel.h"
#include "many-plot.h"
#include "panel-kinds.h"
#include "stage-column.h"

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
set_columns (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, gboolean aside)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em, inner = figure->width_px - 2 * SCOPE_LAYOUT_PAD * em;

  plan->side = (ScopeRect) { 0 };
  if (figure->stage != NULL)
    plan->caption
      = (ScopeRect) { 0, figure->height_px - CAPTION_HEIGHT * em, figure->width_px, CAPTION_HEIGHT * em };
  plan->main = (ScopeRect) { SCOPE_LAYOUT_PAD * em, SCOPE_LAYOUT_PAD * em, inner,
                             figure->height_px - 2 * SCOPE_LAYOUT_PAD * em };
  if (figure->stage != NULL)
    {
      plan->side = plan->main;
      plan->side.width = fmax (HALL_SIDE * inner, fmin (LEAST_HALL_SIDE * em, MOST_HALL_SIDE * inner));
      plan->side.x += inner - plan->side.width;
      plan->side.height -= CAPTION_HEIGHT * em;
      plan->main.width -= plan->side.width + SIDE_GAP * em;
      return;
    }
  if (!aside || !(figure->show & (SCOPE_SHOW_LINKS | SCOPE_SHOW_HOOD | SCOPE_SHOW_WATERFALL))
      || figure->width_px < LEAST_WIDTH_WITH_SIDE * em || figure->height_px < LEAST_HEIGHT_WITH_SIDE * em)
    return;

  plan->side = plan->main;
  plan->side.width = CLAMP (SIDE_SHARE * inner, LEAST_SIDE * em, WIDEST_SIDE * em);
  plan->side.x += inner - plan->side.width;
  plan->main.width -= plan->side.width + SIDE_GAP * em;
}

static void
set_y_scale (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePanelArea *panel)
{
  size_t most = (size_t) CLAMP (panel->rect.height / (2.3 * canvas->em), 2, 9);
  double lo, hi;

  scope_panel_kinds[panel->kind].get_range (&subject->figure->view, &lo, &hi);
  panel->y = (ScopeScale) { lo, hi, panel->rect.y + panel->rect.height, panel->rect.y };
  scope_canvas_ticks (lo, hi, most, &panel->y_ticks);
}

static double
widest_tick (ScopeCanvas *canvas, const ScopePlan *plan)
{
  double widest = 0;

  for (guint i = 0; i < plan->n_panels; i++)
    widest = fmax (widest, scope_panel_widest_tick (canvas, &plan->panels[i].y_ticks));
  return widest;
}

/* The column of curve labels: as wide as the longest name needs, but no more than its share. */
static double
label_column (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  double widest = scope_end_labels_width (canvas, subject);

  if (subject->figure->many != NULL)
    widest = fmax (widest, scope_many_plot_label_width (canvas, subject));
  widest = fmax (widest, scope_ghosts_label_width (canvas, subject));
  widest = fmax (widest + 1.6 * canvas->em, USUAL_LABELS * canvas->em);
  /* Where type is large for the picture, the usual names are still whole. */
  return fmin (widest, fmax (WIDEST_LABELS * plan->main.width,
                             fmin (USUAL_LABELS * canvas->em, MOST_LABELS * plan->main.width)));
}

static void
set_x (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em;
  const ScopeRect *main = &plan->main;
  double left = scope_snap (main->x + fmin (widest_tick (canvas, plan), 0.3 * main->width) + 0.6 * em);
  double labels = label_column (canvas, subject, plan);
  double right = scope_snap (main->x + main->width - labels - LABEL_GAP * em);

  plan->label_width = labels;
  plan->label_x = right + LABEL_GAP * em;
  for (guint i = 0; i < plan->n_panels; i++)
    {
      ScopePanelArea *panel = &plan->panels[i];

      panel->rect.x = left;
      panel->rect.width = right - left;
      panel->x = (ScopeScale) { figure->view.axis_lo, figure->view.axis_hi, left, right };
    }
}

/* As many ticks as their labels leave room for. */
static void
set_x_ticks (ScopeCanvas *canvas, ScopePlan *plan)
{
  ScopePanelArea *first = &plan->panels[0];
  size_t most = (size_t) CLAMP (first->rect.width / (4.2 * canvas->em), 2, 16);

  for (;; most = most * 2 / 3)
    {
      scope_ticks (first->x.lo, first->x.hi, most, &first->x_ticks);
      if (most <= 2
          || (scope_panel_widest_tick (canvas, &first->x_ticks) + 0.8 * canvas->em)
                 * (double) first->x_ticks.count
               <= first->rect.width)
        break;
    }
  for (guint i = 1; i < plan->n_panels; i++)
    plan->panels[i].x_ticks = first->x_ticks;
}

/* "Flower 1 alone" over what is about it; where it ends. */
static double
stack_alone (ScopeCanvas *canvas, ScopePlan *plan, ScopeAlone place, const ScopeRect *column, double y)
{
  double height = SCOPE_LAYOUT_ALONE * canvas->em;

  plan->alone[place] = (ScopeRect) { column->x, y, column->width, height };
  return y + height;
}

/* The bar and its residuals from y on, in the column that has them; where they end. */
static double
stack_bar (ScopeCanvas *canvas, ScopePlan *plan, const ScopeParts *parts, double y)
{
  const ScopeRect *column = plan->side.width > 0 ? &plan->side : &plan->main;
  double em = canvas->em;

  plan->bar = (ScopeRect) { column->x, round (y), column->width, round (SCOPE_LAYOUT_BAR * em) };
  y += SCOPE_LAYOUT_BAR * em;
  if (parts->residuals)
    {
      plan->residuals = (ScopeRect) { column->x, y, column->width, SCOPE_LAYOUT_RESIDUALS * em };
      y += SCOPE_LAYOUT_RESIDUALS * em;
    }
  return y + SCOPE_LAYOUT_BAR_GAP * em;
}

/* One part of the derivation, in the first column; where it ends. */
static double
stack_strip (const ScopePlan *plan, ScopeRect *rect, double y, double height)
{
  *rect = (ScopeRect) { plan->main.x, y, plan->main.width, height };
  return y + height;
}

static double
stack_strips (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const ScopeParts *parts,
              double y)
{
  gboolean bar = parts->bar && plan->side.width <= 0;

  if (parts->alone && parts->alone_chain && (bar || parts->formula || parts->diagram))
    y = stack_alone (canvas, plan, SCOPE_ALONE_CHAIN, &plan->main, y);
  if (bar)
    y = stack_bar (canvas, plan, parts, y);
  if (parts->formula)
    y = stack_strip (plan, &plan->formula, y, scope_formula_height (canvas, plan));
  if (parts->diagram)
    y = stack_strip (plan, &plan->diagram, y, scope_diagram_height (plan));
  if (parts->steps)
    y = stack_strip (plan, &plan->steps, y, scope_steps_height (canvas, subject, plan));
  if (parts->links && parts->alone)
    y = stack_alone (canvas, plan, SCOPE_ALONE_LINKS, &plan->main, y);
  if (parts->links)
    y = stack_strip (plan, &plan->links, y, SCOPE_LAYOUT_LINKS * canvas->em);
  if (plan->side.width <= 0)
    {
      y = stack_strip (plan, &plan->hood, y, scope_parts_hood_height (canvas, subject, plan, parts));
      y = stack_strip (plan, &plan->waterfall, y, scope_parts_waterfall_height (canvas, subject, parts));
      plan->waterfall_form = parts->waterfall;
    }
  return y;
}

/* From y on: what is about the sum, and below it all that is about one flower. */
static void
stack_side (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const ScopeParts *parts,
            double y)
{
  const ScopeSideParts side = scope_parts_fill_side (canvas, subject, plan, parts);
  ScopeRect *column = &plan->side;

  plan->waterfall = (ScopeRect) { column->x, y, column->width, side.waterfall };
  plan->waterfall_form = side.form;
  y += side.waterfall;
  if (side.alone > 0)
    y = stack_alone (canvas, plan, SCOPE_ALONE_SIDE, column, y);
  if (parts->bar)
    y = stack_bar (canvas, plan, parts, y);
  column->y = y;
  column->height = side.links;
  y = plan->main.y + plan->main.height - side.hood;
  plan->hood = (ScopeRect) { column->x, y, column->width, side.hood };
}

static double
share_of (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, guint panel,
          double plot)
{
  guint last = plan->n_panels - 1;
  double usual = scope_panel_kinds[panel].share[last], loss = scope_panel_kinds[SCOPE_PANEL_LOSS].share[last];
  double part = plot / subject->figure->height_px;
  double more = MORE_LOSS * CLAMP ((USUAL_PLOT - part) / (USUAL_PLOT - SMALL_PLOT), 0, 1);
  double lowest = plot * scope_panel_kinds[last].share[last];

  more = fmin (more, (1 - loss) * fmax (1 - LEAST_PANEL * canvas->em / lowest, 0));
  if (subject->figure->stage != NULL)
    more = 0;
  return panel == SCOPE_PANEL_LOSS ? usual + more : usual * (1 - more / (1 - loss));
}

static void
stack (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const ScopeParts *parts)
{
  const ScopeFigure *figure = subject->figure;
  double em = canvas->em, y = SCOPE_LAYOUT_PAD * em, inner = figure->width_px - 2 * SCOPE_LAYOUT_PAD * em;
  double plot = fmax (scope_parts_plot_height (canvas, subject, plan, parts), 4 * em);

  if (parts->question)
    {
      plan->question = (ScopeRect) { SCOPE_LAYOUT_PAD * em, y, inner, SCOPE_LAYOUT_QUESTION * em };
      y += SCOPE_LAYOUT_QUESTION * em;
    }
  if (subject->figure->stage != NULL)
    plan->side.y = subject->figure->show & SCOPE_SHOW_BAR ? stack_bar (canvas, plan, parts, y) : y;
  else if (plan->side.width > 0)
    stack_side (canvas, subject, plan, parts, y);
  y = stack_strips (canvas, subject, plan, parts, y);

  plan->n_panels = parts->probabilities ? 3 : 2;
  for (guint i = 0; i < plan->n_panels; i++)
    {
      ScopePanelArea *panel = &plan->panels[i];
      double height = plot * share_of (canvas, subject, plan, i, plot);

      y += SCOPE_LAYOUT_TITLE * em + (i > 0 ? SCOPE_LAYOUT_PANEL_GAP * em : 0);
      panel->kind = (ScopePanel) i;
      panel->rect.y = scope_snap (y);
      y += height;
      panel->rect.height = scope_snap (y) - panel->rect.y;
    }
  plan->axis_ticks.y = y;
  plan->axis_ticks.height = SCOPE_LAYOUT_AXIS_TICKS * em;
  plan->axis_title.y = y + SCOPE_LAYOUT_AXIS_TICKS * em;
  plan->axis_title.height = SCOPE_LAYOUT_AXIS_TITLE * em;
}

/* What a layout is made with. */
typedef struct
{
  double em, columns; /* the text; of the derivation, the most in em */
  gboolean aside;     /* a second column where it has room */
} Attempt;

/* The parts for which there is room then. */
static ScopeParts
try_layout (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, const Attempt *attempt)
{
  canvas->em = attempt->em;
  canvas->unit = attempt->em / 14;
  plan->stacked = FALSE;
  plan->tall = subject->figure->stage != NULL;
  plan->yielded = 0;
  set_columns (canvas, subject, plan, attempt->aside);
  if (subject->figure->stage == NULL)
    {
      scope_columns_find (canvas, subject, plan, attempt->columns);
      scope_steps_settle (canvas, subject, plan);
    }
  return scope_parts_choose (canvas, subject, plan);
}

typedef struct
{
  Attempt attempt;
  unsigned weight;
} Best;

/* With the derivation and with the second column in every form; FALSE once nothing is missing. */
static gboolean
try_em (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan, double em, Best *best)
{
  static const double sizes[] = { SCOPE_COLUMNS_LARGEST, 0.9, LEAST_COLUMNS };
  unsigned most = scope_parts_weigh_all (canvas, subject, plan);

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
          parts = try_layout (canvas, subject, plan, &attempt);
          fitted = plan->columns.em;
          weight = scope_parts_weigh (canvas, subject, plan, &parts);
          if (weight > best->weight)
            *best = (Best) { attempt, weight };
        }
      if (aside && plan->side.width <= 0)
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
find_layout (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeFigure *figure = subject->figure;
  double width = figure->width_px, scale = figure->text_scale;
  double usual = usual_em (figure, width, scale);
  double least = usual_em (figure, fmin (LEAST_EM_WIDTH * scale, width), scale);
  const Ladder ladder
    = { { usual_em (figure, width, 1), usual_em (figure, fmin (LEAST_EM_WIDTH, width), 1) } };
  Best best = { { usual, SCOPE_COLUMNS_LARGEST, TRUE }, 0 };
  double em = ladder_find (&ladder, usual);
  ScopeParts parts;

  if (figure->many == NULL || figure->stage != NULL || em < least)
    return try_layout (canvas, subject, plan, &best.attempt);
  best.attempt.em = em;
  /* What there may be at all is known from a layout. */
  parts = try_layout (canvas, subject, plan, &best.attempt);
  best.weight = scope_parts_weigh (canvas, subject, plan, &parts);
  while (em >= least && try_em (canvas, subject, plan, em, &best))
    em = ladder_find (&ladder, nextafter (em, 0));
  return try_layout (canvas, subject, plan, &best.attempt);
}

void
scope_plan_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  ScopeParts parts = find_layout (canvas, subject, plan);

  stack (canvas, subject, plan, &parts);
  for (guint i = 0; i < plan->n_panels; i++)
    set_y_scale (canvas, subject, &plan->panels[i]);
  set_x (canvas, subject, plan);
  set_x_ticks (canvas, plan);
  for (guint i = 0; i < plan->n_panels; i++)
    plan->panels[i].clip = scope_scene_add_clip (canvas->scene, &plan->panels[i].rect);
  plan->axis_ticks.x = plan->axis_title.x = plan->panels[0].rect.x;
  plan->axis_ticks.width = plan->axis_title.width = plan->panels[0].rect.width;
  if (subject->figure->stage != NULL)
    scope_stage_column_find (canvas, subject, plan);
}
