/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "curves.h"
#include "end-labels.h"
#include "many.h"
#include "panel-kinds.h"
#include "shown.h"
#include "subject.h"

/* Many flowers in the panels: a thin curve for each, a thick one for the sum. */

#define SUM_WIDTH 3.0
#define SELECTED_WIDTH 1.9
#define SINGLE_WIDTH 0.9
#define NEAR 0.7 /* em: ends of curves that share a label */

static guint
n_flowers (const ScopeFigure *figure)
{
  return (guint) figure->many->n;
}

static char *
selected_name (const ScopeFigure *figure)
{
  if (scope_shown_many_factor (figure) > 1)
    /* Translators: one of many flowers, by its number; its curve is drawn so many times as high. */
    return g_strdup_printf (_ ("flower %u, × %u"), (guint) figure->many->selected + 1, n_flowers (figure));
  /* Translators: one of many flowers, by its number. */
  return g_strdup_printf (_ ("flower %u"), (guint) figure->many->selected + 1);
}

static const char *
sum_name (const ScopeFigure *figure)
{
  /* Translators: short names of the thick curve: the sum over all flowers, or that by their number.
   */
  return figure->many->mean ? _ ("mean") : _ ("total");
}

double
scope_many_plot_label_width (ScopeCanvas *canvas, const ScopeSubject *subject)
{
  g_autofree char *selected = NULL;
  const char *names[2];
  double widest = 0;

  if (subject->figure->many == NULL)
    return 0;
  names[0] = sum_name (subject->figure);
  names[1] = selected = selected_name (subject->figure);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    widest = fmax (widest, scope_end_labels_text_width (canvas, SCOPE_FACE_TEXT_BOLD, names[i]));
  return widest;
}

/* --- Curves */

static ScopePoint *
new_trace (const ScopePanelArea *panel, const ScopeManyCurves *curves, const double *values, double factor)
{
  const double *bias = scope_many_curves_get_bias (curves);
  size_t n = scope_many_curves_get_n (curves);
  ScopePoint *points = g_new (ScopePoint, n);

  for (size_t i = 0; i < n; i++)
    points[i] = scope_area_place (panel, bias[i], factor * values[i]);
  return points;
}

/* Where it ends; NAN where it is not drawn. */
static double
draw_single (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, size_t row,
             ScopeManyQuantity quantity, double width, ScopeInk ink)
{
  ScopeManyCurves *curves = scope_curves_get_many (subject->curves);
  const double *values = scope_many_curves_get_row (curves, row, quantity);
  size_t n = scope_many_curves_get_n (curves);
  g_autofree ScopePoint *points = NULL;

  if (values == NULL)
    return NAN;
  points = new_trace (panel, curves, values, scope_shown_many_factor (subject->figure));
  scope_canvas_draw_polyline (canvas, &scope_role_flower, SCOPE_FLOWER_INDEX (panel->kind, row), ink,
                              width * canvas->unit, SCOPE_DASH_SOLID, panel->clip, points, n);
  scope_labels_add_track (&canvas->labels, points, n);
  return points[n - 1].y;
}

/* From the top down; those that are nowhere have no end. */
static void
name_flowers (ScopeCanvas *canvas, const ScopeSubject *subject, const double *end_y, ScopeEndLabels *ends)
{
  const ScopeMany *many = subject->figure->many;
  size_t order[SCOPE_MOST_NAMED_FLOWERS], n = 0;

  for (size_t i = 0; i < many->n; i++)
    {
      size_t at = n;

      if (i == many->selected || isnan (end_y[i]))
        continue;
      for (; at > 0 && end_y[order[at - 1]] > end_y[i]; at--)
        order[at] = order[at - 1];
      order[at] = i;
      n++;
    }
  for (size_t i = 0; i < n; i++)
    scope_end_labels_add_flower (ends, order[i], end_y[order[i]], NEAR * canvas->em);
}

static void
draw_sum (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel,
          ScopeManyQuantity quantity, ScopeInk ink, ScopeEndGroup *end)
{
  ScopeManyCurves *curves = scope_curves_get_many (subject->curves);
  size_t n = scope_many_curves_get_n (curves);
  g_autofree ScopePoint *points = new_trace (panel, curves, scope_many_curves_get_sum (curves, quantity), 1);

  scope_canvas_draw_polyline (canvas, &scope_role_curve,
                              SCOPE_CURVE_INDEX (panel->kind, subject->figure->parameters.observed), ink,
                              SUM_WIDTH * canvas->unit, SCOPE_DASH_SOLID, panel->clip, points, n);
  scope_labels_add_track (&canvas->labels, points, n);
  end->end_y = points[n - 1].y;
}

void
scope_many_plot_draw_curves (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopeFigure *figure = subject->figure;
  const ScopeMany *many = figure->many;
  const ScopePanelKind *kind = &scope_panel_kinds[panel->kind];
  unsigned observed = figure->parameters.observed;
  g_autofree char *selected = selected_name (figure);
  ScopeEndLabels ends = { .ink = kind->ink, .n = many->n > 1 ? 2 : 1 };
  double end_y[SCOPE_MOST_SINGLE_CURVES];

  ends.group[0] = (ScopeEndGroup) { .first = observed, .name = sum_name (figure) };
  ends.group[1] = (ScopeEndGroup) { .first = scope_classes_beside (observed, 0),
                                    .members = 1u << observed,
                                    .name = selected };
  for (size_t i = 0; i < many->n && many->n <= SCOPE_MOST_SINGLE_CURVES; i++)
    if (i != many->selected)
      end_y[i] = draw_single (canvas, subject, panel, i, kind->quantity, SINGLE_WIDTH, SCOPE_INK_NEUTRAL);
  if (many->n > 1)
    ends.group[1].end_y = draw_single (canvas, subject, panel, many->selected, kind->quantity, SELECTED_WIDTH,
                                       SCOPE_INK_TEXT_DIM);
  draw_sum (canvas, subject, panel, kind->quantity, kind->ink, &ends.group[0]);
  if (many->n <= SCOPE_MOST_NAMED_FLOWERS)
    name_flowers (canvas, subject, end_y, &ends);
  scope_end_labels_draw (canvas, subject, marks->plan, panel, &ends);
}
