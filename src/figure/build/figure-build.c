/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-build.h"

#include "curves.h"

#include "blocks.h"
#include "canvas.h"
#include "descent-look.h"
#include "ghost-curves.h"
#include "layout.h"
#include "roles.h"
#include "shown.h"
#include "stage.h"
#include "standing.h"
#include "subject.h"

static void
draw_ground (ScopeCanvas *canvas, const ScopeFigure *figure)
{
  const ScopeRect whole = { 0, 0, figure->width_px, figure->height_px };

  scope_canvas_draw_rect (canvas, &scope_role_ground, 0, &whole, SCOPE_INK_GROUND, SCOPE_INK_NONE, 0, 0);
}

/* A click on a number hides it, or reveals it. */
static void
add_quantity_zones (ScopeScene *scene)
{
  for (size_t i = 0; i < scope_scene_get_n_items (scene); i++)
    {
      const ScopeItem *item = scope_scene_get_item (scene, i);
      ScopeRect rect;

      if (item->quantity == 0)
        continue;
      scope_scene_get_bounds (scene, item, &rect);
      scope_scene_add_zone (scene, SCOPE_ZONE_QUANTITY, (int) item->quantity, &rect);
    }
}

static void
update_curves (const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeFigure *figure = subject->figure;
  const ScopeRect *rect = &plan->panels[SCOPE_PANEL_LOSS].rect;

  if (figure->many != NULL)
    {
      ScopeManyCurves *many = scope_curves_get_many (subject->curves);

      scope_many_curves_update (many, figure->many, figure->parameters.w, &figure->view, rect->width,
                                rect->height);
      /* Digits settle on release. */
      if (figure->settled)
        scope_many_curves_settle (many);
    }
  if (figure->many == NULL || (figure->show & SCOPE_SHOW_PROBABILITIES))
    scope_curves_update (subject->curves, &figure->parameters, &figure->view, rect->width, rect->height);
  scope_ghosts_update (subject, plan);
}

ScopeScene *
scope_figure_build (const ScopeFigure *figure, ScopeCurves *curves, ScopeFonts *fonts)
{
  ScopeScene *scene = scope_scene_new (figure->width_px, figure->height_px, figure->theme);
  ScopeFigure shown = *figure;
  ScopeDescentLook look = { 0 };
  ScopeSubject subject = { .figure = &shown, .curves = curves, .descent = &look };
  ScopeCanvas canvas = { .scene = scene,
                         .fonts = fonts,
                         .text_scale = figure->text_scale,
                         .decimal = figure->decimal,
                         .in_hall = figure->stage != NULL,
                         .settled = figure->settled };
  ScopePlan plan = { .yielded = 0 };

  shown.show = scope_shown_many (figure);
  draw_ground (&canvas, figure);
  if (!scope_subject_evaluate (&subject))
    return scene;

  scope_subject_find_texts (&subject);
  scope_layout_find (&canvas, &subject, &plan);
  scope_scene_set_unit (scene, canvas.unit);
  scope_labels_init (&canvas.labels, 0.22 * canvas.em);
  scope_standing_init (&canvas);
  update_curves (&subject, &plan);
  scope_descent_look (&shown, curves, &subject.sum, &look);
  scope_blocks_draw (&canvas, &subject, &plan);
  scope_stage_draw (&canvas, &subject, &plan);
  add_quantity_zones (scene);
  scope_standing_clear (&canvas);
  scope_labels_clear (&canvas.labels);
  scope_subject_clear_texts (&subject);
  return scene;
}

ScopeScene *
scope_figure_build_ground (const ScopeFigure *figure)
{
  ScopeScene *scene = scope_scene_new (figure->width_px, figure->height_px, figure->theme);
  ScopeCanvas canvas = { .scene = scene };

  draw_ground (&canvas, figure);
  return scene;
}
