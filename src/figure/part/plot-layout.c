/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-layout.h"

#include <math.h>

#include "end-labels.h"
#include "ghost-curves.h"
#include "grid.h"
#include "many-plot.h"
#include "panel-kinds.h"

/* The panels of the plot, their common axis and the names beside them. */

/* Heights and widths in em. */
#define LABEL_GAP 0.7
#define TITLE 2.0
#define AXIS_TICKS 1.6
#define AXIS_TITLE 1.7
#define PANEL_GAP 0.5

/* The plot keeps this height whatever else is shown. */
#define LEAST_PX 260.0
#define LEAST_PART 0.62
/* This much of the picture is the plot, and with a third panel. */
#define LEAST_SHARE 0.36
#define LEAST_SHARE_3 0.46
#define LEAST_LINES 14.0
#define LEAST_LINES_3 23.0

/* The column of the curves' names: of the first column, in em, of the first column. */
#define WIDEST_LABELS 0.24
#define USUAL_LABELS 8.2
#define MOST_LABELS 0.36

/* What the loss gets more of where the plot is a small part of the picture, as it has from USUAL_PLOT on: the
 * others are read at a lower height. */
#define MORE_LOSS 0.07
#define USUAL_PLOT 0.5
#define SMALL_PLOT 0.36
#define LEAST_PANEL 5.8 /* em, for two ticks */

/* --- Height */

/* What n panels take beside their own height. */
static double
find_beside (const ScopeCanvas *canvas, guint n)
{
  return (AXIS_TICKS + AXIS_TITLE + n * TITLE + (n - 1) * PANEL_GAP) * canvas->em;
}

/* Each panel has room for its curve and a few lines of text beside it. */
static double
find_least (const ScopeCanvas *canvas, const ScopeSubject *subject, guint n)
{
  double height = subject->figure->height_px, lines = (n > 2 ? LEAST_LINES_3 : LEAST_LINES) * canvas->em;
  double share = n > 2 ? LEAST_SHARE_3 : LEAST_SHARE;

  return fmin (fmax (fmax (LEAST_PX, lines), share * height), LEAST_PART * height);
}

static guint
find_most_panels (const ScopeSubject *subject)
{
  return subject->figure->show & SCOPE_SHOW_PROBABILITIES ? 3 : 2;
}

void
scope_plot_measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                    ScopeBlock *block)
{
  for (guint n = find_most_panels (subject); n >= 2; n--)
    {
      double least = find_least (canvas, subject, n);

      scope_planner_add_form (block, find_beside (canvas, n) + least);
      block->gives[block->n_forms - 1] = fmax (least - LEAST_PX, 0);
    }
  block->grows = TRUE;
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
  return panel == SCOPE_PANEL_LOSS ? usual + more : usual * (1 - more / (1 - loss));
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

static void
stack_panels (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeSpot *place = &plan->at[SCOPE_BLOCK_PLOT];
  double em = canvas->em, y = place->rect.y, plot;

  plan->n_panels = find_most_panels (subject) - place->form;
  plot = fmax (place->rect.height - find_beside (canvas, plan->n_panels), 4 * em);
  for (guint i = 0; i < plan->n_panels; i++)
    {
      ScopePanelArea *panel = &plan->panels[i];

      y += (TITLE + (i > 0 ? PANEL_GAP : 0)) * em;
      panel->kind = (ScopePanel) i;
      panel->rect.y = scope_area_snap (y);
      y += plot * share_of (canvas, subject, plan, i, plot);
      panel->rect.height = scope_area_snap (y) - panel->rect.y;
      set_y_scale (canvas, subject, panel);
    }
  plan->axis_ticks = (ScopeRect) { .y = y, .height = AXIS_TICKS * em };
  plan->axis_title = (ScopeRect) { .y = y + AXIS_TICKS * em, .height = AXIS_TITLE * em };
}

/* --- Width */

static double
widest_tick (ScopeCanvas *canvas, const ScopePlan *plan)
{
  double widest = 0;

  for (guint i = 0; i < plan->n_panels; i++)
    widest = fmax (widest, scope_grid_widest_tick (canvas, &plan->panels[i].y_ticks));
  return widest;
}

/* The column of curve labels: as wide as the longest name needs, but no more than its share. */
static double
label_column (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  double widest = scope_end_labels_width (canvas, subject);

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
  double left = scope_area_snap (main->x + fmin (widest_tick (canvas, plan), 0.3 * main->width) + 0.6 * em);
  double labels = label_column (canvas, subject, plan);
  double right = scope_area_snap (main->x + main->width - labels - LABEL_GAP * em);

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
      scope_scale_ticks (first->x.lo, first->x.hi, most, &first->x_ticks);
      if (most <= 2
          || (scope_grid_widest_tick (canvas, &first->x_ticks) + 0.8 * canvas->em)
                 * (double) first->x_ticks.count
               <= first->rect.width)
        break;
    }
  for (guint i = 1; i < plan->n_panels; i++)
    plan->panels[i].x_ticks = first->x_ticks;
}

void
scope_plot_find (ScopeCanvas *canvas, const ScopeSubject *subject, ScopePlan *plan)
{
  const ScopeRect *first = &plan->panels[0].rect;

  stack_panels (canvas, subject, plan);
  set_x (canvas, subject, plan);
  set_x_ticks (canvas, plan);
  for (guint i = 0; i < plan->n_panels; i++)
    plan->panels[i].clip = scope_scene_add_clip (canvas->scene, &plan->panels[i].rect);
  plan->axis_ticks.x = plan->axis_title.x = first->x;
  plan->axis_ticks.width = plan->axis_title.width = first->width;
}
