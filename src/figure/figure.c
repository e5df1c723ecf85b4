/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include <float.h>
#include <math.h>

#include "drawing.h"
#include "ghosts.h"
#include "links.h"
#include "many-drawing.h"
#include "many-sum.h"
#include "number.h"
#include "standing.h"
#include "wiring.h"

static const char *const part_names[SCOPE_N_PARTS]
  = { "question", "bar",     "tangent", "others", "probabilities", "guess",
      "downhill", "formula", "diagram", "links",  "steps",         "mistakes",
      "point",    "cases",   "answers", "estimate", "shift",         "hood",
      "ghosts",   "descent", "waterfall" };

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
    .step_h = 1,
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

gboolean
scope_figure_evaluate (const ScopeFigure *figure, ScopeBatchOutcome *outcome)
{
  ScopeOutcome one;

  if (figure->many != NULL)
    {
      ScopeBatch batch = scope_many_batch (figure->many, figure->parameters.w);

      if (figure->many->sum != NULL)
        {
          *outcome = *figure->many->sum;
          return TRUE;
        }
      return scope_batch_evaluate (&batch, figure->parameters.b, outcome) == SCOPE_STATUS_OK;
    }
  if (scope_evaluate (&figure->parameters, &one) != SCOPE_STATUS_OK)
    return FALSE;
  *outcome = (ScopeBatchOutcome) { one.loss, one.dl_db, one.curvature };
  return TRUE;
}

gboolean
scope_drawing_evaluate (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  ScopeBatchOutcome sum;

  drawing->hidden = scope_hidden_places (figure->hide, &figure->parameters);
  if (scope_evaluate_cases (&figure->parameters, drawing->cases) != SCOPE_STATUS_OK)
    return FALSE;
  drawing->outcome = &drawing->cases[figure->parameters.observed];
  drawing->path = scope_wiring_path (&figure->parameters);
  g_strlcpy (drawing->loss_symbol, "*L*", sizeof drawing->loss_symbol);
  g_strlcpy (drawing->dl_symbol, "*∂L*", sizeof drawing->dl_symbol);
  drawing->loss = drawing->outcome->loss;
  drawing->dl_db = drawing->outcome->dl_db;
  drawing->curvature = drawing->outcome->curvature;
  if (figure->many == NULL)
    return TRUE;
  if (!scope_figure_evaluate (figure, &sum))
    return FALSE;
  scope_many_name_symbols (drawing);
  drawing->loss = sum.loss;
  drawing->dl_db = sum.dl_db;
  drawing->curvature = sum.curvature;
  return TRUE;
}

static void
draw_ground (ScopeDrawing *drawing)
{
  const ScopeRect whole = { 0, 0, drawing->figure->width_px, drawing->figure->height_px };

  scope_draw_rect (drawing, SCOPE_ROLE_GROUND, 0, &whole, SCOPE_INK_GROUND, SCOPE_INK_NONE, 0, 0);
}

static void
hide_text (const ScopeDrawing *drawing, ScopePlace place, char **text)
{
  if (!scope_drawing_hides (drawing, place))
    return;
  g_free (*text);
  *text = g_strdup (SCOPE_HIDDEN);
}

static void
hide_factors (ScopeDrawing *drawing)
{
  ScopeFactors *factors = &drawing->factors;

  hide_text (drawing, SCOPE_PLACE_DL_DP, &factors->dl_dp);
  hide_text (drawing, SCOPE_PLACE_GRADIENT, &factors->result);
  hide_text (drawing, SCOPE_PLACE_LOSS, &factors->loss);
  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    {
      hide_text (drawing, scope_place_of_p (&drawing->figure->parameters, k), &factors->p[k]);
      hide_text (drawing, SCOPE_PLACE_RESIDUAL, &factors->dl_dz[k]);
      hide_text (drawing, SCOPE_PLACE_DP_DZ, &factors->dp_dz[k]);
      hide_text (drawing, SCOPE_PLACE_DZ_DB, &factors->dz_db[k]);
      hide_text (drawing, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_RESIDUAL | SCOPE_PLACE_DZ_DB,
                 &factors->path[k]);
    }
}

/* A sum over many flowers; what is left of it where double has nothing. */
static char *
sum_text (const ScopeDrawing *drawing, ScopePlace place, double value, ScopeSmallSum of)
{
  const ScopeFigure *figure = drawing->figure;
  double log10_abs;
  int sign;

  if (fabs (value) >= DBL_MIN || scope_drawing_hides (drawing, place))
    return scope_drawing_number_at (drawing, place, value);
  sign = scope_many_small_sum (figure->many, &figure->parameters, of, &log10_abs);
  return sign == 0 ? scope_drawing_number (drawing, value)
                   : scope_number_format_log10 (sign, log10_abs, figure->digits, figure->decimal);
}

void
scope_drawing_find_texts (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;

  scope_factors_init (&drawing->factors, drawing->outcome, figure->digits, figure->decimal,
                      figure->settled);
  hide_factors (drawing);
  drawing->loss_text = figure->many != NULL
                         ? sum_text (drawing, SCOPE_PLACE_LOSS, drawing->loss, SCOPE_SMALL_LOSS)
                         : g_strdup (drawing->factors.loss);
  drawing->dl_db_text = figure->many != NULL
                          ? sum_text (drawing, SCOPE_PLACE_GRADIENT, drawing->dl_db, SCOPE_SMALL_GRADIENT)
                          : g_strdup (drawing->factors.result);
  scope_find_estimate_texts (drawing);
}

void
scope_drawing_clear_texts (ScopeDrawing *drawing)
{
  scope_factors_clear (&drawing->factors);
  g_free (drawing->loss_text);
  g_free (drawing->dl_db_text);
  g_free (drawing->estimate_text);
  g_free (drawing->estimate_brief);
}

/* Which quantity a text prints, 0 for none. */
static unsigned
quantity_of (const ScopeItem *item)
{
  static const unsigned factors[]
    = { SCOPE_QUANTITY_DL_DP, SCOPE_QUANTITY_DP_DZ, SCOPE_QUANTITY_DZ_DB };

  switch ((int) item->role)
    {
    case SCOPE_ROLE_FACTOR:
      return item->index < SCOPE_N_FACTORS ? factors[item->index] : SCOPE_QUANTITY_GRADIENT;
    case SCOPE_ROLE_EDGE_LABEL:
      return factors[item->index / SCOPE_N_CLASSES];
    case SCOPE_ROLE_RESULT:
    case SCOPE_ROLE_SLOPE_LABEL:
    case SCOPE_ROLE_RESIDUAL:
      return SCOPE_QUANTITY_GRADIENT;
    case SCOPE_ROLE_NODE_LABEL:
      return item->index == 0                  ? SCOPE_QUANTITY_LOSS
             : item->index / SCOPE_N_CLASSES == 1 ? SCOPE_QUANTITY_PROBABILITY
                                                  : 0;
    case SCOPE_ROLE_HOOD:
    case SCOPE_ROLE_WATERFALL_LABEL:
      return (unsigned) item->index;
    case SCOPE_ROLE_POINT_LABEL:
      return item->index == SCOPE_PANEL_LOSS ? SCOPE_QUANTITY_LOSS : SCOPE_QUANTITY_GRADIENT;
    default:
      return 0;
    }
}

/* A click on a number hides it, or reveals it. */
static void
add_quantity_zones (ScopeScene *scene)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      unsigned quantity = item->line != NULL ? quantity_of (item) : 0;
      ScopeRect rect;

      if (quantity == 0)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      scope_scene_add_zone (scene, SCOPE_ZONE_QUANTITY, (int) quantity, &rect);
    }
}

static void
update_curves (ScopeDrawing *drawing)
{
  const ScopeFigure *figure = drawing->figure;
  const ScopeRect *rect = &drawing->panels[SCOPE_PANEL_LOSS].rect;

  if (figure->many != NULL)
    {
      ScopeManyCurves *many = scope_curves_get_many (drawing->curves);

      scope_many_curves_update (many, figure->many, figure->parameters.w, &figure->view,
                                rect->width, rect->height);
      /* Digits settle on release. */
      if (figure->settled)
        scope_many_curves_settle (many);
    }
  if (figure->many == NULL || (figure->show & SCOPE_SHOW_PROBABILITIES))
    scope_curves_update (drawing->curves, &figure->parameters, &figure->view, rect->width,
                         rect->height);
  scope_ghosts_update (drawing);
}

ScopeScene *
scope_figure_build (const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts)
{
  ScopeScene *scene = scope_scene_new (figure->width_px, figure->height_px, figure->theme);
  ScopeFigure shown = *figure;
  ScopeDrawing drawing = { .figure = &shown, .scene = scene, .fonts = fonts, .curves = curves };

  shown.show = scope_many_shown (figure);
  draw_ground (&drawing);
  drawing.valid = scope_drawing_evaluate (&drawing);
  if (!drawing.valid)
    return scene;

  scope_drawing_find_texts (&drawing);
  scope_drawing_lay_out (&drawing);
  scope_scene_set_unit (scene, drawing.unit);
  scope_labels_init (&drawing.labels, 0.22 * drawing.em);
  scope_standing_init (&drawing);
  update_curves (&drawing);
  scope_descent_look (&shown, curves, &(ScopeBatchOutcome) { drawing.loss, drawing.dl_db, drawing.curvature },
                      &drawing.descent);
  scope_draw_question (&drawing);
  scope_draw_bar (&drawing);
  scope_draw_formula (&drawing);
  scope_draw_diagram (&drawing);
  scope_draw_steps (&drawing);
  scope_draw_panels (&drawing);
  scope_draw_marks (&drawing);
  if (figure->stage != NULL)
    scope_draw_stage (&drawing);
  scope_draw_links (&drawing);
  scope_draw_hood (&drawing);
  scope_draw_waterfall (&drawing);
  scope_draw_many_alone (&drawing);
  add_quantity_zones (scene);
  scope_standing_clear (&drawing);
  scope_labels_clear (&drawing.labels);
  scope_drawing_clear_texts (&drawing);
  return scene;
}

ScopeScene *
scope_figure_build_ground (const ScopeFigure *figure)
{
  ScopeScene *scene = scope_scene_new (figure->width_px, figure->height_px, figure->theme);
  ScopeDrawing drawing = { .figure = figure, .scene = scene };

  draw_ground (&drawing);
  return scene;
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
