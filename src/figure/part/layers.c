/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "block.h"
#include "plot-layout.h"

#include "descent-marks.h"
#include "descent-next.h"
#include "downhill.h"
#include "estimate.h"
#include "hood-secant.h"
#include "many-bands-draw.h"
#include "many-minimum.h"
#include "many-plot.h"
#include "marks.h"
#include "panel-kinds.h"
#include "panel.h"
#include "standing.h"
#include "title.h"

/* What lies over what in the panels, from the ground up, and what has the first claim on room. */

/* Where a layer is: in these panels, or in all of a kind. */
#define IN_LOSS (1u << SCOPE_PANEL_LOSS)
#define IN_GRADIENT (1u << SCOPE_PANEL_GRADIENT)
#define IN_SUMS (1u << 30) /* where many flowers are summed up, and a descent goes */
#define IN_ALL (1u << 31)
#define ONCE IN_LOSS

/* When it is there. */
enum
{
  OF_ONE = 1 << 0,     /* the panel shows one flower's curves */
  OF_MANY = 1 << 1,    /* the panel shows a sum of many */
  WITH_POINT = 1 << 2, /* the present b₃ is shown */
};

typedef struct
{
  unsigned part; /* with which it comes, and whose items it has; 0: always, and nobody's */
  unsigned panels, cases;
  ScopeMarksDraw draw;
} Layer;

static void
draw_standing (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  scope_standing_draw (marks->canvas);
}

/* Of one panel after the other. */
static const Layer grounds[] = {
  { 0, IN_ALL, 0, scope_panel_draw_ground },           { 0, IN_ALL, 0, scope_title_draw },
  { 0, IN_ALL, OF_ONE, scope_panel_draw_curves },      { 0, IN_ALL, OF_MANY, scope_many_bands_draw },
  { 0, IN_ALL, OF_MANY, scope_many_plot_draw_curves }, { 0, IN_ALL, 0, scope_panel_add_zone },
};

/* Over all of them. The order is that of painting, and in it room is taken, too: who must not yield to another
 * one's label has a layer before that one, which takes its room alone. */
static const Layer layers[] = {
  { 0, ONCE, 0, scope_panel_draw_axis },
  { 0, ONCE, OF_MANY, scope_many_bands_draw_legend },
  /* What stands still while b₃ moves. */
  { 0, IN_SUMS, OF_MANY, scope_many_minimum_draw },
  { SCOPE_SHOW_GUESS, IN_LOSS, 0, scope_marks_draw_guess },
  { 0, IN_SUMS, 0, scope_many_minimum_find_label },
  { 0, IN_GRADIENT, WITH_POINT, scope_hood_secant_draw_half_point },
  { 0, IN_LOSS, WITH_POINT, scope_descent_marks_reserve_lines },
  { 0, IN_SUMS, WITH_POINT, scope_descent_marks_reserve_places },
  { 0, IN_LOSS, WITH_POINT, scope_descent_marks_name },
  /* What moves with it. */
  { 0, IN_ALL, WITH_POINT, scope_marks_draw_join },
  { SCOPE_SHOW_TANGENT, IN_LOSS, WITH_POINT, scope_marks_draw_tangent },
  { 0, IN_LOSS, WITH_POINT, scope_descent_marks_draw_lines },
  { 0, IN_SUMS, WITH_POINT, scope_descent_marks_draw_places },
  { 0, IN_LOSS, WITH_POINT, scope_hood_secant_draw },
  { SCOPE_SHOW_ESTIMATE, IN_LOSS, WITH_POINT, scope_estimate_draw },
  { 0, IN_ALL, WITH_POINT, scope_marks_reserve_point },
  { 0, IN_SUMS, WITH_POINT, scope_descent_marks_number_places },
  /* What η moves comes after the numbers. */
  { SCOPE_SHOW_DOWNHILL, IN_GRADIENT, WITH_POINT, scope_downhill_draw },
  { 0, IN_LOSS, WITH_POINT, scope_descent_next_draw },
  { SCOPE_SHOW_POINT, IN_ALL, WITH_POINT, scope_marks_draw_point },
  { 0, IN_ALL, WITH_POINT, scope_title_draw_values },
  { SCOPE_SHOW_DOWNHILL, IN_GRADIENT, WITH_POINT, scope_downhill_label },
  /* The words that have their room already, and those that have what is left. */
  { 0, ONCE, 0, draw_standing },
  { 0, IN_LOSS, WITH_POINT, scope_descent_next_label },
};

static gboolean
is_there (const ScopeFigure *figure, const Layer *layer, ScopePanel panel)
{
  unsigned panels = IN_ALL | 1u << panel, cases;

  panels |= scope_panel_kinds[panel].get_sum != NULL ? IN_SUMS : 0;
  cases = scope_panel_kinds_is_sum (figure, panel) ? OF_MANY : OF_ONE;
  cases |= figure->show & SCOPE_SHOW_POINT ? WITH_POINT : 0;
  return (layer->panels & panels) != 0 && (layer->cases & ~cases) == 0
         && (layer->part == 0 || (figure->show & layer->part) != 0);
}

static void
draw (const ScopeMarks *marks, const Layer *layer, const ScopePanelArea *panel, unsigned part)
{
  if (!is_there (marks->subject->figure, layer, panel->kind))
    return;
  marks->canvas->part = layer->part != 0 ? layer->part : part;
  layer->draw (marks, panel);
}

/* All that is in the panels over b₃, and their common axis. */
static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  g_auto (ScopeMarks) marks;

  scope_marks_init (&marks, canvas, subject, plan);
  for (guint panel = 0; panel < plan->n_panels; panel++)
    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
      draw (&marks, &grounds[i], &plan->panels[panel], scope_panel_kinds[plan->panels[panel].kind].part);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (guint panel = 0; panel < plan->n_panels; panel++)
      draw (&marks, &layers[i], &plan->panels[panel], 0);
}

const ScopeBlockKind scope_plot_block = { .part = SCOPE_SHOW_PROBABILITIES,
                                          .top = 1700,
                                          .anyway = TRUE,
                                          .window = SCOPE_WHERE_MAIN,
                                          .hall = SCOPE_WHERE_MAIN,
                                          .measure = scope_plot_measure,
                                          .draw = draw_block };
