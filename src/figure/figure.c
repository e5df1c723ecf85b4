/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include <glib/gi18n-lib.h>

#include "drawing.h"
#include "links.h"
#include "number.h"

static const char *const part_names[SCOPE_N_PARTS]
  = { "question", "bar",     "tangent", "others", "probabilities", "guess",
      "downhill", "formula", "diagram", "links",  "steps",         "mistakes" };

const char *
scope_part_name (unsigned i)
{
  return part_names[i];
}

gboolean
scope_part_from_name (const char *name, unsigned *flag)
{
  for (unsigned i = 0; i < SCOPE_N_PARTS; i++)
    if (g_str_equal (name, part_names[i]))
      {
        *flag = 1u << i;
        return TRUE;
      }
  return FALSE;
}

void
scope_figure_init (ScopeFigure *figure)
{
  *figure = (ScopeFigure) {
    .parameters = { .a = { 1.0368, 0.0032, 0.1352 }, .w = { 1, 0, 0 }, .b = -2, .observed = 0 },
    .class_names = { "Setosa", "Versicolor", "Virginica" },
    .show = SCOPE_SHOW_DEFAULT,
    .rate = 1,
    .width_px = 1920,
    .height_px = 1080,
    .theme = SCOPE_THEME_LIGHT,
    .text_scale = 1,
    .decimal = '.',
    .digits = 4,
    .settled = TRUE,
  };
  scope_view_init (&figure->view, &figure->parameters);
}

static gboolean
evaluate (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;

  if (scope_evaluate_cases (&figure->parameters, drawing->cases) != SCOPE_STATUS_OK)
    return FALSE;
  drawing->outcome = &drawing->cases[figure->parameters.observed];
  return TRUE;
}

static void
draw_ground (ScopeDrawing *drawing)
{
  const ScopeRect whole = { 0, 0, drawing->figure->width_px, drawing->figure->height_px };

  scope_draw_rect (drawing, SCOPE_ROLE_GROUND, 0, &whole, SCOPE_INK_GROUND, SCOPE_INK_NONE, 0, 0);
}

ScopeScene *
scope_figure_build (const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts)
{
  ScopeScene *scene = scope_scene_new (figure->width_px, figure->height_px, figure->theme);
  ScopeDrawing drawing = { .figure = figure, .scene = scene, .fonts = fonts, .curves = curves };
  ScopePanelArea *loss = &drawing.panels[SCOPE_PANEL_LOSS];

  draw_ground (&drawing);
  drawing.valid = evaluate (&drawing);
  if (!drawing.valid)
    return scene;

  scope_factors_init (&drawing.factors, drawing.outcome, figure->digits, figure->decimal,
                      figure->settled);
  scope_drawing_lay_out (&drawing);
  scope_labels_init (&drawing.labels, 0.22 * drawing.em);
  scope_curves_update (curves, &figure->parameters, &figure->view, loss->rect.width,
                       loss->rect.height);
  scope_draw_question (&drawing);
  scope_draw_bar (&drawing);
  scope_draw_formula (&drawing);
  scope_draw_diagram (&drawing);
  scope_draw_steps (&drawing);
  scope_draw_panels (&drawing);
  scope_draw_marks (&drawing);
  scope_draw_links (&drawing);
  scope_labels_clear (&drawing.labels);
  scope_factors_clear (&drawing.factors);
  return scene;
}

char *
scope_figure_question (const ScopeFigure *figure)
{
  return g_strdup_printf (_ ("How wrong is the network about this %s flower, as b₃ changes?"),
                          figure->class_names[figure->parameters.observed]);
}

static const char *
advice (double gradient)
{
  if (gradient < 0)
    return _ ("raising b₃ lowers the loss");
  if (gradient > 0)
    return _ ("lowering b₃ lowers the loss");
  return _ ("changing b₃ changes nothing");
}

char *
scope_figure_describe (const ScopeFigure *figure)
{
  ScopeOutcome outcome;
  g_autofree char *bias = NULL, *loss = NULL, *slope = NULL;

  if (scope_evaluate (&figure->parameters, &outcome) != SCOPE_STATUS_OK)
    return g_strdup ("");

  bias = scope_number_format (figure->parameters.b, figure->digits, figure->decimal);
  loss = scope_number_format (outcome.loss, figure->digits, figure->decimal);
  slope = scope_number_format (outcome.dl_db, figure->digits, figure->decimal);
  /* Translators: b₃, the loss, the slope, and what follows from its sign. */
  return g_strdup_printf (_ ("b₃ %s, loss %s, slope %s: %s"), bias, loss, slope,
                          advice (outcome.dl_db));
}

double
scope_figure_bias_at (const ScopeFigure *figure, ScopePanel panel, const ScopeRect *rect, double x)
{
  ScopeScale scale = { figure->view.axis_lo, figure->view.axis_hi, rect->x, rect->x + rect->width };
  ScopeOutcome outcome;
  ScopeLinks links;

  if (panel <= SCOPE_PANEL_LINK_LOGIT)
    return scope_scale_to_data (&scale, x);
  if (scope_evaluate (&figure->parameters, &outcome) != SCOPE_STATUS_OK
      || !scope_links_find (figure, &outcome, &links))
    return figure->parameters.b;

  scope_links_get_x (&links, panel, &scale.lo, &scale.hi);
  return scope_links_bias_at (figure, panel, scope_scale_to_data (&scale, x));
}
