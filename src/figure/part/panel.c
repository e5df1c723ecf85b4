/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "ghost-curves.h"
#include "grid.h"
#include "markup.h"
#include "panel-kinds.h"
#include "title.h"

/* The panels themselves: ground, grid, ticks and the curves of one flower. */

#define OBSERVED_WIDTH 2.6
#define OTHER_WIDTH 1.7
#define SAME_PART 1e-6 /* of the axis */

static void
draw_x_title (ScopeCanvas *canvas, const ScopePlan *plan)
{
  const ScopeRect *rect = &plan->axis_title;
  /* Translators: the title of the axis; *b*_3 is typeset as b₃. */
  ScopeLine *line = scope_markup_new_line (canvas->fonts, canvas->em * SCOPE_TITLE_SIZE, SCOPE_FACE_TEXT,
                                           _ ("bias  *b*_3"));
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_canvas_draw_line (canvas, &scope_role_axis_title, 0, SCOPE_INK_TEXT, line,
                          rect->x + (rect->width - size.width_px) / 2, rect->y + 1.15 * canvas->em);
  canvas->axis_title_end = rect->x + (rect->width + size.width_px) / 2;
}

static ScopeDash
dash_of (unsigned k, unsigned observed)
{
  if (k == observed)
    return SCOPE_DASH_SOLID;
  /* The other two in class order: dashed, dotted. */
  return k == (observed == 0 ? 1u : 0u) ? SCOPE_DASH_DASHED : SCOPE_DASH_DOTTED;
}

static void
draw_curve (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, unsigned k,
            const ScopeTrace *trace)
{
  unsigned observed = subject->figure->parameters.observed;
  gboolean is_observed = k == observed;

  scope_canvas_draw_polyline (canvas, &scope_role_curve, SCOPE_CURVE_INDEX (panel->kind, k),
                              is_observed ? scope_panel_kinds[panel->kind].ink : SCOPE_INK_NEUTRAL,
                              (is_observed ? OBSERVED_WIDTH : OTHER_WIDTH) * canvas->unit,
                              dash_of (k, observed), panel->clip, trace->points, trace->n);
  scope_labels_add_track (&canvas->labels, trace->points, trace->n);
}

/* TRUE where two cases are one curve, whatever the picture's size: losses that differ by less than a
 * pixel are two. Both have the same samples. */
static gboolean
is_one_curve (const ScopeSubject *subject, const ScopePanelArea *panel, unsigned k, unsigned other)
{
  const double *one = scope_panel_kinds[panel->kind].get_values (subject->curves, k);
  const double *two = scope_panel_kinds[panel->kind].get_values (subject->curves, other);
  double least = SAME_PART * 2 * (panel->y.hi / 2 - panel->y.lo / 2);

  for (size_t i = 0; i < scope_curves_get_n (subject->curves); i++)
    if (one[i] != two[i] && !(fabs (one[i] - two[i]) <= least))
      return FALSE;
  return TRUE;
}

/* Every case that is not covered by an earlier one, the observed one first. */
static void
find_cases (const ScopeSubject *subject, const ScopePanelArea *panel, ScopeTrace *traces,
            ScopeEndLabels *ends)
{
  const ScopeFigure *figure = subject->figure;
  unsigned observed = figure->parameters.observed;
  gboolean others = (figure->show & SCOPE_SHOW_OTHER_CASES) != 0 || scope_panel_kinds[panel->kind].all_cases;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    scope_ghost_trace_fill (&traces[k], panel, subject->curves, k);
  scope_end_labels_add (ends, observed, traces[observed].points[traces[observed].n - 1].y);
  for (unsigned k = 0; k < SCOPE_N_CLASSES && others; k++)
    {
      gboolean covered = k == observed;

      for (unsigned g = 0; g < ends->n && !covered; g++)
        if (is_one_curve (subject, panel, k, ends->group[g].first))
          {
            ends->group[g].members |= 1u << k;
            covered = TRUE;
          }
      if (!covered)
        scope_end_labels_add (ends, k, traces[k].points[traces[k].n - 1].y);
    }
}

void
scope_panel_draw_curves (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  ScopeTrace traces[SCOPE_N_TRACES] = { 0 };
  ScopeEndLabels ends = { .ink = scope_panel_kinds[panel->kind].ink };

  find_cases (subject, panel, traces, &ends);
  scope_ghosts_find (subject, panel, traces, &ends);
  scope_ghosts_draw (canvas, panel, traces, &ends);
  for (unsigned g = 1; g < ends.n; g++)
    if (ends.group[g].first < SCOPE_N_CLASSES)
      draw_curve (canvas, subject, panel, ends.group[g].first, &traces[ends.group[g].first]);
  draw_curve (canvas, subject, panel, ends.group[0].first, &traces[ends.group[0].first]);
  scope_ghosts_draw_marks (canvas, panel, traces, &ends);
  scope_end_labels_draw (canvas, subject, marks->plan, panel, &ends);
  for (unsigned k = 0; k < SCOPE_N_TRACES; k++)
    g_free (traces[k].points);
}

void
scope_panel_draw_ground (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  scope_grid_draw (marks->canvas, panel);
  if (!scope_subject_hides (marks->subject, scope_panel_kinds[panel->kind].y_places))
    scope_grid_draw_y_labels (marks->canvas, panel);
}

void
scope_panel_add_zone (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  scope_scene_add_zone (marks->canvas->scene, SCOPE_ZONE_PANEL, (int) panel->kind, &panel->rect);
}

void
scope_panel_draw_axis (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  const ScopePlan *plan = marks->plan;

  scope_grid_draw_x_labels (marks->canvas, panel, plan->axis_ticks.y + 1.2 * marks->canvas->em,
                            marks->subject->figure->width_px);
  draw_x_title (marks->canvas, plan);
  scope_scene_add_zone (marks->canvas->scene, SCOPE_ZONE_AXIS, 0,
                        &(ScopeRect) { plan->axis_ticks.x, plan->axis_ticks.y, plan->axis_ticks.width,
                                       plan->axis_ticks.height + plan->axis_title.height });
}
