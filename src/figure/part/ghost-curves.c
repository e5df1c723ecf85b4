/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ghost-curves.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "curves.h"
#include "ghost-mark.h"
#include "panel-kinds.h"
#include "sentences.h"
#include "shown.h"

#define CURVE_WIDTH 1.3
/* In em. */
#define MARK_SIZE 0.78
#define WIDEST_NAME 13.0
#define ENOUGH 2.2 /* further away from other curves is no better */
/* How far two curves that are one to the eye may be apart. */
#define SAME_PX 0.75
/* Where a mark may stand, of the panel's width. */
#define N_SPOTS 33
#define FIRST_SPOT 0.05
#define LAST_SPOT 0.93

void
scope_ghosts_update (const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeRect *rect = &plan->panels[SCOPE_PANEL_LOSS].rect;

  for (unsigned i = 0; i < scope_shown_count_ghosts (subject->figure); i++)
    scope_curves_update (scope_curves_get_ghost (subject->curves, i), &subject->figure->ghosts[i].parameters,
                         &subject->figure->view, rect->width, rect->height);
}

double
scope_ghosts_label_width (ScopeCanvas *canvas, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  double widest = 0;

  for (unsigned i = 0; i < scope_shown_count_ghosts (subject->figure); i++)
    {
      /* What was kept a moment ago is the present curve: "Setosa = before". */
      g_autofree char *both = g_strdup_printf ("%s = %s", figure->classes.name[figure->parameters.observed],
                                               figure->ghosts[i].name);
      double width = scope_end_labels_text_width (canvas, SCOPE_FACE_TEXT_BOLD, both);

      widest = fmax (widest, width + canvas->em);
    }
  return fmin (widest, WIDEST_NAME * canvas->em);
}

/* --- Which curves are one */

/* The curve's height at x, within its ends. */
static double
height_at (const ScopeTrace *trace, double x)
{
  size_t lo = 0, hi = trace->n - 1;

  /* The first point that is not left of x. */
  while (lo < hi)
    {
      size_t middle = (lo + hi) / 2;

      if (trace->points[middle].x < x)
        lo = middle + 1;
      else
        hi = middle;
    }
  if (lo == 0)
    return trace->points[0].y;

  const ScopePoint *from = &trace->points[lo - 1], *to = &trace->points[lo];
  double part = to->x > from->x ? (x - from->x) / (to->x - from->x) : 1;

  return from->y * (1 - part) + to->y * part;
}

static gboolean
lies_on (const ScopeTrace *one, const ScopeTrace *other)
{
  for (size_t i = 0; i < one->n; i++)
    if (fabs (one->points[i].y - height_at (other, one->points[i].x)) > SAME_PX)
      return FALSE;
  return TRUE;
}

/* Nowhere a pixel apart: one curve to the eye. */
static gboolean
coincides (const ScopeTrace *one, const ScopeTrace *other)
{
  return lies_on (one, other) && lies_on (other, one);
}

void
scope_ghost_trace_fill (ScopeTrace *trace, const ScopePanelArea *panel, const ScopeCurves *curves, unsigned k)
{
  const double *bias = scope_curves_get_bias (curves);
  const double *values = scope_panel_kinds[panel->kind].get_values (curves, k);

  trace->n = scope_curves_get_n (curves);
  trace->points = g_new (ScopePoint, trace->n);
  for (size_t i = 0; i < trace->n; i++)
    trace->points[i] = scope_area_place (panel, bias[i], values[i]);
}

void
scope_ghosts_find (const ScopeSubject *subject, const ScopePanelArea *panel,
                   ScopeTrace traces[SCOPE_N_TRACES], ScopeEndLabels *ends)
{
  /* What was kept is a loss: it has no probability of its own. */
  unsigned n = scope_panel_kinds[panel->kind].keeps ? scope_shown_count_ghosts (subject->figure) : 0;

  for (unsigned i = 0; i < n; i++)
    {
      ScopeTrace *trace = &traces[SCOPE_N_CLASSES + i];
      gboolean covered = FALSE;

      scope_ghost_trace_fill (trace, panel, scope_curves_get_ghost (subject->curves, i),
                              subject->figure->ghosts[i].parameters.observed);
      for (unsigned g = 0; g < ends->n && !covered; g++)
        if (coincides (trace, &traces[ends->group[g].first]))
          {
            ends->group[g].members |= 1u << (SCOPE_N_CLASSES + i);
            covered = TRUE;
          }
      if (!covered)
        scope_end_labels_add (ends, SCOPE_N_CLASSES + i, trace->points[trace->n - 1].y);
    }
}

/* --- Painting */

void
scope_ghosts_draw (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeTrace traces[SCOPE_N_TRACES],
                   const ScopeEndLabels *ends)
{
  unsigned part = canvas->part;

  for (unsigned g = 0; g < ends->n; g++)
    {
      unsigned first = ends->group[g].first;
      const ScopeTrace *trace = &traces[first];

      if (first < SCOPE_N_CLASSES)
        continue;
      canvas->part = SCOPE_SHOW_GHOSTS;
      scope_canvas_draw_polyline (
        canvas, &scope_role_ghost, SCOPE_GHOST_INDEX (panel->kind, first - SCOPE_N_CLASSES),
        SCOPE_INK_NEUTRAL, CURVE_WIDTH * canvas->unit, SCOPE_DASH_LONG, panel->clip, trace->points, trace->n);
      canvas->part = part;
      scope_labels_add_track (&canvas->labels, trace->points, trace->n);
    }
}

/* How far a place on a group's curve is from the other curves and from the marks that stand. */
static double
clearance (const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends, unsigned own,
           const ScopePoint *at, const ScopePoint *marks, unsigned n_marks)
{
  double least = INFINITY;

  for (unsigned g = 0; g < ends->n; g++)
    if (g != own)
      least = fmin (least, fabs (height_at (&traces[ends->group[g].first], at->x) - at->y));
  for (unsigned i = 0; i < n_marks; i++)
    least = fmin (least, hypot (marks[i].x - at->x, marks[i].y - at->y) / 2);
  return least;
}

static gboolean
find_spot (const ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeTrace traces[SCOPE_N_TRACES],
           const ScopeEndLabels *ends, unsigned own, const ScopePoint *marks, unsigned n_marks,
           ScopePoint *spot)
{
  double best = 0, half = MARK_SIZE * canvas->em;
  const ScopeRect *rect = &panel->rect;

  for (unsigned i = 0; i < N_SPOTS; i++)
    {
      double part = FIRST_SPOT + (LAST_SPOT - FIRST_SPOT) * i / (N_SPOTS - 1);
      ScopePoint at = { .x = rect->x + part * rect->width };
      double clear;

      at.y = height_at (&traces[ends->group[own].first], at.x);
      if (at.y < rect->y + half || at.y > rect->y + rect->height - half)
        continue;
      clear = fmin (clearance (traces, ends, own, &at, marks, n_marks), ENOUGH * canvas->em);
      if (clear <= best)
        continue;
      best = clear;
      *spot = at;
    }
  return best > 0;
}

void
scope_ghosts_draw_marks (ScopeCanvas *canvas, const ScopePanelArea *panel,
                         const ScopeTrace traces[SCOPE_N_TRACES], const ScopeEndLabels *ends)
{
  ScopePoint marks[SCOPE_MOST_GHOSTS];
  unsigned n_marks = 0;
  double size = MARK_SIZE * canvas->em;

  for (unsigned g = 0; g < ends->n; g++)
    {
      unsigned first = ends->group[g].first;
      ScopePoint *at = &marks[n_marks];

      if (first < SCOPE_N_CLASSES || !find_spot (canvas, panel, traces, ends, g, marks, n_marks, at))
        continue;
      n_marks++;
      scope_ghost_mark_draw (canvas, first - SCOPE_N_CLASSES, SCOPE_INK_PLOT_GROUND, SCOPE_INK_NEUTRAL, at->x,
                             at->y, size);
      scope_labels_add_rect (&canvas->labels,
                             &(ScopeRect) { at->x - size / 2, at->y - size / 2, size, size });
    }
}

void
scope_ghosts_say (GString *text, const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  unsigned n = scope_shown_count_ghosts (figure);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *kept = NULL;

  for (unsigned i = 0; i < n; i++)
    scope_sentences_list (names, figure->ghosts[i].name);
  /* Translators: names, with commas between them. */
  kept = g_strdup_printf (_ ("Kept curves: %s"), names->str);
  if (n > 0)
    scope_sentences_add (text, kept);
}
