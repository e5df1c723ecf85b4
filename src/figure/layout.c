/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <math.h>

#include "derivation.h"
#include "ghosts.h"
#include "links.h"
#include "many-drawing.h"

/* All heights and widths in em. */
#define PAD 0.9
#define QUESTION_HEIGHT 2.2
#define BAR_HEIGHT 1.9
#define RESIDUALS_HEIGHT 1.7
#define BAR_GAP 0.8
#define TITLE_HEIGHT 2.0
#define AXIS_TICKS_HEIGHT 1.6
#define AXIS_TITLE_HEIGHT 1.7
#define PANEL_GAP 0.5
#define LABEL_GAP 0.7
#define SIDE_GAP 2.0

/* The linked plots stand beside the panels where both have room. */
#define SIDE_SHARE 0.28
#define LEAST_SIDE 15.0
#define WIDEST_SIDE 27.0
#define LEAST_WIDTH_WITH_SIDE 58.0
#define LEAST_HEIGHT_WITH_SIDE 30.0
/* Else they stand in a row above them. */
#define LINKS_HEIGHT 10.2
#define LEAST_LINKS_WIDTH 40.0

/* Of a presentation: type as a part of the height, the plot's part of the width. */
#define HALL_EM 0.028
#define HALL_WIDTH 58.0
#define HALL_SIDE 0.38
#define CAPTION_HEIGHT 5.4

/* The plot keeps this height as long as anything else can yield. */
#define LEAST_PLOT_PX 260.0
#define LEAST_PLOT_PART 0.62
#define LEAST_PLOT_LINES 14.0
#define LEAST_LINES_BY_FORMULA 9.0
#define LEAST_PLOT_LINES_3 23.0
#define WIDEST_LABELS 0.24

static const double shares[][SCOPE_N_PANELS]
  = { { 1 }, { 0.57, 0.43 }, { 0.43, 0.31, 0.26 } };

/* Type grows with the picture: 20 px at 1920×1080, 14 px in a window of 1000×620. */
static void
set_em (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  double side = sqrt (figure->width_px * figure->height_px);
  double base = fmax (side * 0.0139, 8 + side * 0.0083);

  /* A fortieth of the height is read from the last row. */
  if (figure->stage != NULL)
    {
      drawing->em = fmax (fmin (HALL_EM * figure->height_px, figure->width_px / HALL_WIDTH), 5);
      drawing->unit = drawing->em / 14;
      return;
    }

  /* Narrow or flat pictures cannot carry the type that their area suggests. */
  base = fmin (base, fmin (figure->width_px / 34, figure->height_px / 22));
  drawing->em = fmax (base * figure->text_scale, 5);
  drawing->em = fmin (drawing->em, fmin (figure->width_px / 36, figure->height_px / 24));
  drawing->unit = drawing->em / 14;
}

typedef struct
{
  gboolean question, bar, residuals, probabilities, formula, diagram, steps, links, hood, hood_line;
  ScopeWaterfallForm waterfall; /* in the first column */
} Parts;

/* With linked plots the picture has two columns, and the bar goes into the second. */
static void
set_columns (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  double em = drawing->em, inner = figure->width_px - 2 * PAD * em;

  if (figure->stage != NULL)
    drawing->caption = (ScopeRect) { 0, figure->height_px - CAPTION_HEIGHT * em, figure->width_px,
                                     CAPTION_HEIGHT * em };
  drawing->main = (ScopeRect) { PAD * em, PAD * em, inner, figure->height_px - 2 * PAD * em };
  if (figure->stage != NULL)
    {
      drawing->side = drawing->main;
      drawing->side.width = HALL_SIDE * inner;
      drawing->side.x += inner - drawing->side.width;
      drawing->side.height -= CAPTION_HEIGHT * em;
      drawing->main.width -= drawing->side.width + SIDE_GAP * em;
      return;
    }
  if (!(figure->show & (SCOPE_SHOW_LINKS | SCOPE_SHOW_HOOD | SCOPE_SHOW_WATERFALL)) || figure->width_px < LEAST_WIDTH_WITH_SIDE * em
      || figure->height_px < LEAST_HEIGHT_WITH_SIDE * em)
    return;

  drawing->side = drawing->main;
  drawing->side.width = CLAMP (SIDE_SHARE * inner, LEAST_SIDE * em, WIDEST_SIDE * em);
  drawing->side.x += inner - drawing->side.width;
  drawing->main.width -= drawing->side.width + SIDE_GAP * em;
}

static double
hood_height (const ScopeDrawing *drawing, const Parts *parts)
{
  return parts->hood        ? scope_hood_strip_height (drawing)
         : parts->hood_line ? scope_hood_line_height (drawing)
                            : 0;
}

static double
waterfall_height (const ScopeDrawing *drawing, const Parts *parts)
{
  return scope_waterfall_height (drawing, parts->waterfall, INFINITY);
}

static double
plot_height (const ScopeDrawing *drawing, const Parts *parts)
{
  double em = drawing->em;
  guint n = parts->probabilities ? 3 : 2;
  double taken = 2 * PAD * em + (AXIS_TICKS_HEIGHT + AXIS_TITLE_HEIGHT) * em
                 + n * TITLE_HEIGHT * em + (n - 1) * PANEL_GAP * em;

  taken += drawing->caption.height;
  taken += parts->question ? QUESTION_HEIGHT * em : 0;
  if (drawing->side.width <= 0)
    {
      taken += parts->bar ? (BAR_HEIGHT + BAR_GAP) * em : 0;
      taken += parts->residuals ? RESIDUALS_HEIGHT * em : 0;
      taken += hood_height (drawing, parts);
      taken += waterfall_height (drawing, parts);
    }
  taken += parts->formula ? scope_formula_height (drawing) : 0;
  taken += parts->diagram ? scope_diagram_height (drawing) : 0;
  taken += parts->steps ? scope_steps_height (drawing) : 0;
  taken += parts->links ? LINKS_HEIGHT * em : 0;
  return drawing->figure->height_px - taken;
}

/* Each panel has room for its curve and a few lines of text beside it. */
static double
least_height (const ScopeDrawing *drawing, const Parts *parts)
{
  double lines = (parts->probabilities ? LEAST_PLOT_LINES_3 : LEAST_PLOT_LINES) * drawing->em;

  return fmin (fmax (LEAST_PLOT_PX, lines), LEAST_PLOT_PART * drawing->figure->height_px);
}

/* The formula is the last to yield: for it alone the plot shrinks to its very least. */
static double
height_beside (const ScopeDrawing *drawing, const Parts *parts, const gboolean *part)
{
  double least = least_height (drawing, parts);

  return part == &parts->formula
           ? fmin (least, fmax (LEAST_PLOT_PX, LEAST_LINES_BY_FORMULA * drawing->em))
           : least;
}

/* Once all else has its place: what the plot can spare for it, for a single line down to its very
 * least. */
static ScopeWaterfallForm
choose_waterfall (const ScopeDrawing *drawing, const Parts *parts)
{
  Parts with = *parts;

  if (drawing->side.width > 0)
    return SCOPE_WATERFALL_NONE;
  with.waterfall = SCOPE_WATERFALL_STRIP;
  if (plot_height (drawing, &with) >= least_height (drawing, &with))
    return SCOPE_WATERFALL_STRIP;
  with.waterfall = SCOPE_WATERFALL_LINE;
  return plot_height (drawing, &with) >= LEAST_PLOT_PX ? SCOPE_WATERFALL_LINE
                                                       : SCOPE_WATERFALL_NONE;
}

/* What yields, in this order, until the plot has the height that it needs. */
static Parts
choose_parts (ScopeDrawing *drawing)
{
  unsigned show = drawing->figure->stage == NULL ? drawing->figure->show : 0;
  gboolean bar = (show & SCOPE_SHOW_BAR) != 0;
  Parts parts = { (show & SCOPE_SHOW_QUESTION) != 0,
                  bar,
                  bar,
                  (show & SCOPE_SHOW_PROBABILITIES) != 0,
                  (show & SCOPE_SHOW_FORMULA) != 0,
                  !drawing->stacked && (show & SCOPE_SHOW_DIAGRAM) != 0,
                  drawing->figure->stage == NULL && scope_steps_height (drawing) > 0,
                  drawing->side.width <= 0 && (show & SCOPE_SHOW_LINKS) != 0
                    && drawing->main.width >= LEAST_LINKS_WIDTH * drawing->em,
                  scope_hood_strip_height (drawing) > 0,
                  FALSE,
                  SCOPE_WATERFALL_NONE };
  gboolean *const yielding[] = { &parts.probabilities, &parts.residuals, &parts.question,
                                 &parts.links,         &parts.bar,       &parts.diagram,
                                 &parts.steps,         &parts.hood,      &parts.formula };

  for (guint i = 0; i < G_N_ELEMENTS (yielding); i++)
    {
      while (yielding[i] == &parts.steps
             && plot_height (drawing, &parts) < height_beside (drawing, &parts, yielding[i])
             && scope_steps_yield (drawing))
        continue;
      if (plot_height (drawing, &parts) < height_beside (drawing, &parts, yielding[i]))
        *yielding[i] = FALSE;
    }
  /* A single line may still have room where all of the block has none. */
  parts.hood_line = !parts.hood && scope_hood_strip_height (drawing) > 0;
  if (plot_height (drawing, &parts) < least_height (drawing, &parts))
    parts.hood_line = FALSE;
  parts.waterfall = choose_waterfall (drawing, &parts);
  return parts;
}

static double
text_width (ScopeDrawing *drawing, double size_px, ScopeFace face, const char *text)
{
  g_autoptr (ScopeLine) line = scope_line_new_text (drawing->fonts, size_px, face, text);
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  return size.width_px;
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
    for (size_t t = 0; t < drawing->panels[i].y_ticks.count; t++)
      {
        g_autofree char *text = scope_drawing_tick (drawing, &drawing->panels[i].y_ticks, t);

        widest = fmax (widest,
                       text_width (drawing, drawing->em * 0.9, SCOPE_FACE_TEXT, text));
      }
  return widest;
}

/* The column of curve labels: as wide as the longest name needs, but no more than its share. */
static double
label_column (ScopeDrawing *drawing)
{
  double widest = 0;

  for (guint k = 0; k < SCOPE_N_CLASSES; k++)
    {
      gboolean observed = k == drawing->figure->parameters.observed;

      widest = fmax (widest, text_width (drawing, drawing->em * 0.95,
                                         observed ? SCOPE_FACE_TEXT_BOLD : SCOPE_FACE_TEXT,
                                         drawing->figure->class_names[k]));
    }
  if (drawing->figure->many != NULL)
    widest = fmax (widest, scope_many_label_width (drawing));
  widest = fmax (widest, scope_ghosts_label_width (drawing));
  widest = fmax (widest + 1.6 * drawing->em, 8.2 * drawing->em);
  return fmin (widest, WIDEST_LABELS * drawing->main.width);
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
      double widest = 0;

      scope_ticks (first->x.lo, first->x.hi, most, &first->x_ticks);
      for (size_t t = 0; t < first->x_ticks.count; t++)
        {
          g_autofree char *text = scope_drawing_tick (drawing, &first->x_ticks, t);

          widest = fmax (widest, text_width (drawing, drawing->em * 0.9, SCOPE_FACE_TEXT, text));
        }
      if (most <= 2
          || (widest + 0.8 * drawing->em) * (double) first->x_ticks.count <= first->rect.width)
        break;
    }
  for (guint i = 1; i < drawing->n_panels; i++)
    drawing->panels[i].x_ticks = first->x_ticks;
}

/* The bar and its residuals from y on, in the column that has them; where they end. */
static double
stack_bar (ScopeDrawing *drawing, const Parts *parts, double y)
{
  const ScopeRect *column = drawing->side.width > 0 ? &drawing->side : &drawing->main;
  double em = drawing->em;

  drawing->bar = (ScopeRect) { column->x, round (y), column->width, round (BAR_HEIGHT * em) };
  y += BAR_HEIGHT * em;
  if (parts->residuals)
    {
      drawing->residuals = (ScopeRect) { column->x, y, column->width, RESIDUALS_HEIGHT * em };
      y += RESIDUALS_HEIGHT * em;
    }
  return y + BAR_GAP * em;
}

/* One part of the derivation, in the first column; where it ends. */
static double
stack_strip (ScopeDrawing *drawing, ScopeRect *rect, double y, double height)
{
  *rect = (ScopeRect) { drawing->main.x, y, drawing->main.width, height };
  return y + height;
}

static double
stack_strips (ScopeDrawing *drawing, const Parts *parts, double y)
{
  if (parts->formula)
    y = stack_strip (drawing, &drawing->formula, y, scope_formula_height (drawing));
  if (parts->diagram)
    y = stack_strip (drawing, &drawing->diagram, y, scope_diagram_height (drawing));
  if (parts->steps)
    y = stack_strip (drawing, &drawing->steps, y, scope_steps_height (drawing));
  if (parts->links)
    y = stack_strip (drawing, &drawing->links, y, LINKS_HEIGHT * drawing->em);
  if (drawing->side.width <= 0)
    {
      y = stack_strip (drawing, &drawing->hood, y, hood_height (drawing, parts));
      y = stack_strip (drawing, &drawing->waterfall, y, waterfall_height (drawing, parts));
      drawing->waterfall_form = parts->waterfall;
    }
  return y;
}

/* At the bottom of the second column. The linked plots yield to it where both have no room. */
static void
stack_hood (ScopeDrawing *drawing)
{
  ScopeRect *side = &drawing->side;
  double least = scope_hood_side_height (drawing), links = SCOPE_LINKS_LEAST_HEIGHT * drawing->em;

  if (least <= 0)
    return;
  drawing->hood = *side;
  if ((drawing->figure->show & SCOPE_SHOW_LINKS) && side->height >= least + links)
    {
      drawing->hood.height = fmax (least, 0.45 * side->height);
      drawing->hood.height = fmin (drawing->hood.height, side->height - links);
      drawing->hood.y += side->height - drawing->hood.height;
    }
  side->height -= drawing->hood.height;
}

/* At the top of the second column, with fewer rows or closer together where the linked plots have
 * room only then. */
static void
stack_waterfall (ScopeDrawing *drawing)
{
  static const ScopeWaterfallForm forms[] = { SCOPE_WATERFALL_COLUMN, SCOPE_WATERFALL_TIGHT };
  ScopeRect *side = &drawing->side;
  double links
    = drawing->figure->show & SCOPE_SHOW_LINKS ? SCOPE_LINKS_LEAST_HEIGHT * drawing->em : 0;
  double height = 0;

  for (guint i = 0; i < 2 * G_N_ELEMENTS (forms) && height <= 0; i++)
    {
      drawing->waterfall_form = forms[i % 2];
      height = scope_waterfall_height (drawing, forms[i % 2], side->height - (i < 2 ? links : 0));
    }
  if (height <= 0)
    return;
  drawing->waterfall = *side;
  drawing->waterfall.height = height;
  side->y += height;
  side->height = drawing->figure->show & SCOPE_SHOW_LINKS ? side->height - height : 0;
}

static void
stack (ScopeDrawing *drawing, const Parts *parts)
{
  const ScopeFigure *figure = drawing->figure;
  double em = drawing->em, y = PAD * em, inner = figure->width_px - 2 * PAD * em;
  double plot = fmax (plot_height (drawing, parts), 4 * em);

  if (parts->question)
    {
      drawing->question = (ScopeRect) { PAD * em, y, inner, QUESTION_HEIGHT * em };
      y += QUESTION_HEIGHT * em;
    }
  if (drawing->figure->stage != NULL)
    drawing->side.y = drawing->figure->show & SCOPE_SHOW_BAR ? stack_bar (drawing, parts, y) : y;
  else if (drawing->side.width > 0)
    {
      double top = parts->bar ? stack_bar (drawing, parts, y) : y;

      drawing->side.y = top;
      drawing->side.height = figure->height_px - PAD * em - top;
      stack_waterfall (drawing);
      stack_hood (drawing);
    }
  else if (parts->bar)
    y = stack_bar (drawing, parts, y);
  y = stack_strips (drawing, parts, y);

  drawing->title_height = TITLE_HEIGHT * em;
  drawing->n_panels = parts->probabilities ? 3 : 2;
  for (guint i = 0; i < drawing->n_panels; i++)
    {
      ScopePanelArea *panel = &drawing->panels[i];
      double height = plot * shares[drawing->n_panels - 1][i];

      y += TITLE_HEIGHT * em + (i > 0 ? PANEL_GAP * em : 0);
      panel->kind = (ScopePanel) i;
      panel->rect.y = snap (y);
      y += height;
      panel->rect.height = snap (y) - panel->rect.y;
    }
  drawing->axis_ticks.y = y;
  drawing->axis_ticks.height = AXIS_TICKS_HEIGHT * em;
  drawing->axis_title.y = y + AXIS_TICKS_HEIGHT * em;
  drawing->axis_title.height = AXIS_TITLE_HEIGHT * em;
}

void
scope_drawing_lay_out (ScopeDrawing *drawing)
{
  Parts parts;

  set_em (drawing);
  set_columns (drawing);
  if (drawing->figure->stage == NULL)
    scope_columns_find (drawing);
  parts = choose_parts (drawing);
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
