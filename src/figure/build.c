/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure.h"

#include "drawing.h"
#include "ghosts.h"
#include "many-drawing.h"
#include "shown.h"
#include "standing.h"

static void
draw_ground (ScopeDrawing *drawing)
{
  const ScopeRect whole = { 0, 0, drawing->figure->width_px, drawing->figure->height_px };

  scope_draw_rect (drawing, SCOPE_ROLE_GROUND, 0, &whole, SCOPE_INK_GROUND, SCOPE_INK_NONE, 0, 0);
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
