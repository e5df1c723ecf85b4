/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "area.h"
#include "canvas.h"
#include "ghost-curves.h"
#include "grid.h"
#include "many-parts.h"
#include "panel-kinds.h"
#include "parts.h"
#include "plan.h"
#include "subject.h"

/* The panels themselves: ground, grid, ticks, titles and the curves. */

#define TITLE_SIZE 1.15
#define LEAST_OF_VALUES 0.75 /* of their usual size, before a title becomes shorter than its name */
#define N_TITLES 5
#define LEAST_OF_TITLE 0.43 /* of the row, whatever the values need */
#define OBSERVED_WIDTH 2.6
#define OTHER_WIDTH 1.7
#define SAME_PART 1e-6 /* of the axis */

static void
draw_x_title (ScopeCanvas *canvas, const ScopePlan *plan)
{
  const ScopeRect *rect = &plan->axis_title;
  /* Translators: the title of the axis; *b*_3 is typeset as b₃. */
  ScopeLine *line
    = scope_line_new_markup (canvas->fonts, canvas->em * TITLE_SIZE, SCOPE_FACE_TEXT, _ ("bias  *b*_3"));
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_draw_line (canvas, &scope_role_axis_title, 0, SCOPE_INK_TEXT, line,
                   rect->x + (rect->width - size.width_px) / 2, rect->y + 1.15 * canvas->em);
  canvas->axis_title_end = rect->x + (rect->width + size.width_px) / 2;
}

/* "!Loss!" of "!Loss!  *L*(*b*_3) = …"; NULL where a title has no name. */
static char *
new_name (const char *title)
{
  const char *end = strchr (title + 1, '!');

  return end != NULL ? g_strndup (title, (gsize) (end + 1 - title)) : NULL;
}

/* What a panel may be called, in ever fewer words; at last by its symbol. The strings are the caller's. */
static void
find_titles (const ScopeSubject *subject, ScopePanel panel, char *titles[N_TITLES])
{
  const ScopeMany *many = panel <= SCOPE_PANEL_GRADIENT ? subject->figure->many : NULL;
  const ScopePanelKind *kind = &scope_panel_kinds[panel];
  g_autofree char *subscript = scope_subject_subscript (subject, subject->figure->parameters.observed);
  g_autoptr (GString) own = g_string_new (_ (kind->title));
  guint n = 0;

  g_string_replace (own, "%s", subscript, 1);
  titles[n++] = many != NULL ? scope_many_title (subject->figure, panel) : g_strdup (own->str);
  titles[n] = new_name (titles[0]);
  n += titles[n] != NULL;
  if (many != NULL && panel == SCOPE_PANEL_LOSS)
    titles[n++] = g_strdup (many->mean ? _ ("!Mean loss!") : _ ("!Total loss!"));
  titles[n] = many != NULL ? new_name (own->str) : NULL;
  n += titles[n] != NULL;
  for (; n < N_TITLES - 1; n++)
    titles[n] = g_strdup (titles[n - 1]);
  titles[n] = g_strdup (kind->symbol);
}

/* As much as the values leave of the row, and never much less than half of it: they would be of nothing. */
static double
title_room (const ScopePanelArea *panel, double values)
{
  double width = panel->rect.width;

  return fmax (width - values * LEAST_OF_VALUES, LEAST_OF_TITLE * width);
}

/* The values have their place behind the title, which says less where the row is too short for both, and
 * where its symbol would stand there twice; NULL where that is all there is room for. */
static ScopeLine *
title_line (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, double values)
{
  gboolean twice = panel->kind == SCOPE_PANEL_GRADIENT && values > 0;
  ScopeLine *line = NULL;
  char *titles[N_TITLES];

  find_titles (subject, panel->kind, titles);
  for (guint i = twice; i < N_TITLES; i++)
    {
      double room = i == 0 ? panel->rect.width - values : title_room (panel, values);
      ScopeLineSize size;

      g_clear_pointer (&line, scope_line_unref);
      if (i == N_TITLES - 1 && values > 0)
        break;
      line = scope_line_new_markup (canvas->fonts, canvas->em * TITLE_SIZE, SCOPE_FACE_TEXT, titles[i]);
      scope_line_get_size (line, &size);
      if (size.width_px <= room)
        break;
    }
  for (guint i = 0; i < N_TITLES; i++)
    g_free (titles[i]);
  return line;
}

static void
draw_title (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel)
{
  double values = scope_marks_title_room (subject, panel->kind) * canvas->em;
  ScopeLine *line = title_line (canvas, subject, panel, values);
  ScopeLineSize size = { 0 };

  if (line != NULL)
    {
      scope_line_get_size (line, &size);
      scope_draw_line (canvas, &scope_role_panel_title, (int) panel->kind, scope_panel_kinds[panel->kind].ink,
                       line, panel->rect.x, panel->rect.y - 0.6 * canvas->em);
    }
  canvas->titles[panel->kind]
    = (ScopeTitleRow) { panel->rect.x + size.width_px, panel->rect.x + panel->rect.width, values };
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

  scope_draw_polyline (canvas, &scope_role_curve, SCOPE_CURVE_INDEX (panel->kind, k),
                       is_observed ? scope_panel_kinds[panel->kind].ink : SCOPE_INK_NEUTRAL,
                       (is_observed ? OBSERVED_WIDTH : OTHER_WIDTH) * canvas->unit, dash_of (k, observed),
                       panel->clip, trace->points, trace->n);
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
  gboolean others = (figure->show & SCOPE_SHOW_OTHER_CASES) != 0 || panel->kind == SCOPE_PANEL_PROBABILITY;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    scope_trace_fill (&traces[k], panel, subject->curves, k);
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

/* Kept curves below, then the other cases, the observed one on top. */
static void
draw_curves (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
             const ScopePanelArea *panel)
{
  ScopeTrace traces[SCOPE_N_TRACES] = { 0 };
  ScopeEndLabels ends = { .ink = scope_panel_kinds[panel->kind].ink };

  if (subject->figure->many != NULL && panel->kind <= SCOPE_PANEL_GRADIENT)
    {
      scope_draw_many_curves (canvas, subject, plan, panel, ends.ink);
      return;
    }
  find_cases (subject, panel, traces, &ends);
  scope_ghosts_find (subject, panel, traces, &ends);
  scope_draw_ghosts (canvas, panel, traces, &ends);
  for (unsigned g = 1; g < ends.n; g++)
    if (ends.group[g].first < SCOPE_N_CLASSES)
      draw_curve (canvas, subject, panel, ends.group[g].first, &traces[ends.group[g].first]);
  draw_curve (canvas, subject, panel, ends.group[0].first, &traces[ends.group[0].first]);
  scope_draw_ghost_marks (canvas, panel, traces, &ends);
  scope_draw_end_labels (canvas, subject, plan, panel, &ends);
  for (unsigned k = 0; k < SCOPE_N_TRACES; k++)
    g_free (traces[k].points);
}

void
scope_draw_panels (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  for (guint i = 0; i < plan->n_panels; i++)
    {
      const ScopePanelArea *panel = &plan->panels[i];

      canvas->part = scope_panel_kinds[panel->kind].part;
      scope_draw_grid (canvas, panel);
      if (!scope_subject_hides (subject, scope_panel_kinds[panel->kind].y_places))
        scope_draw_y_labels (canvas, panel);
      draw_title (canvas, subject, panel);
      draw_curves (canvas, subject, plan, panel);
      scope_scene_add_zone (canvas->scene, SCOPE_ZONE_PANEL, (int) panel->kind, &panel->rect);
    }
  canvas->part = 0;
  scope_draw_x_labels (canvas, &plan->panels[0], plan->axis_ticks.y + 1.2 * canvas->em,
                       subject->figure->width_px);
  draw_x_title (canvas, plan);
  scope_draw_many_legend (canvas, subject, plan);
  scope_scene_add_zone (canvas->scene, SCOPE_ZONE_AXIS, 0,
                        &(ScopeRect) { plan->axis_ticks.x, plan->axis_ticks.y, plan->axis_ticks.width,
                                       plan->axis_ticks.height + plan->axis_title.height });
}
