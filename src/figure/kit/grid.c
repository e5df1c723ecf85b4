/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "grid.h"

#include <math.h>

/* What panels of any kind are made of: ground, grid, and the labels of their ticks. */

#define TICK_SIZE 0.9
/* Of a hair, where black is the only ink. */
#define PRINTED_GRID 0.4

void
scope_grid_draw_line (ScopeCanvas *canvas, gboolean zero, double x1, double y1, double x2, double y2)
{
  gboolean print = scope_scene_get_theme (canvas->scene) == SCOPE_THEME_PRINT;
  double hair = scope_scene_get_hair (canvas->scene);

  scope_canvas_draw_segment (canvas, zero ? &scope_role_axis : &scope_role_grid, 0,
                             zero ? SCOPE_INK_AXIS : SCOPE_INK_GRID,
                             print && !zero ? PRINTED_GRID * hair : hair,
                             print && !zero ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID, -1, x1, y1, x2, y2);
}

/* Nothing where the picture's ground has the same colour: a large area is not filled twice. */
static ScopeInk
panel_ground (const ScopeCanvas *canvas)
{
  const ScopePalette *palette = scope_theme_palette (scope_scene_get_theme (canvas->scene));
  const ScopeColour *ground = &palette->ink[SCOPE_INK_GROUND];
  const ScopeColour *panel = &palette->ink[SCOPE_INK_PLOT_GROUND];
  gboolean same = ground->red == panel->red && ground->green == panel->green && ground->blue == panel->blue;

  return same ? SCOPE_INK_NONE : SCOPE_INK_PLOT_GROUND;
}

void
scope_grid_draw (ScopeCanvas *canvas, const ScopePanelArea *panel)
{
  const ScopeRect *rect = &panel->rect;

  scope_canvas_draw_rect (canvas, &scope_role_panel, (int) panel->kind, rect, panel_ground (canvas),
                          SCOPE_INK_NONE, 0, 0);
  for (size_t i = 0; i < panel->x_ticks.count; i++)
    {
      double x = scope_area_snap (scope_scale_to_px (&panel->x, scope_scale_tick_value (&panel->x_ticks, i)));

      scope_grid_draw_line (canvas, FALSE, x, rect->y, x, rect->y + rect->height);
    }
  for (size_t i = 0; i < panel->y_ticks.count; i++)
    {
      double value = scope_scale_tick_value (&panel->y_ticks, i);
      double y = scope_area_snap (scope_scale_to_px (&panel->y, value));

      scope_grid_draw_line (canvas, value == 0, rect->x, y, rect->x + rect->width, y);
    }
  scope_canvas_draw_rect (canvas, &scope_role_axis, (int) panel->kind, rect, SCOPE_INK_NONE, SCOPE_INK_GRID,
                          scope_scene_get_hair (canvas->scene), 0);
}

double
scope_grid_widest_tick (const ScopeCanvas *canvas, const ScopeTicks *ticks)
{
  double widest = 0;

  for (size_t i = 0; i < ticks->count; i++)
    {
      g_autofree char *text = scope_canvas_tick (canvas, ticks, i);

      widest = fmax (widest, scope_canvas_text_width (canvas, TICK_SIZE * canvas->em, SCOPE_FACE_TEXT, text));
    }
  return widest;
}

void
scope_grid_draw_y_labels (ScopeCanvas *canvas, const ScopePanelArea *panel)
{
  double em = canvas->em, right = panel->rect.x - 0.5 * em;
  double room = right - panel->least_x;

  for (size_t i = 0; i < panel->y_ticks.count; i++)
    {
      g_autofree char *text = scope_canvas_tick (canvas, &panel->y_ticks, i);
      double y = scope_scale_to_px (&panel->y, scope_scale_tick_value (&panel->y_ticks, i));
      g_autoptr (ScopeLine) whole
        = scope_line_new_text (canvas->fonts, em * TICK_SIZE, SCOPE_FACE_TEXT, text);
      ScopeLine *line = scope_line_ellipsize (whole, room);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      scope_canvas_draw_line (canvas, &scope_role_tick_label, (int) panel->kind, SCOPE_INK_TEXT_DIM, line,
                              right - size.width_px, y + 0.33 * em);
    }
}

void
scope_grid_draw_x_labels (ScopeCanvas *canvas, const ScopePanelArea *panel, double y, double limit)
{
  int index = panel->kind < SCOPE_N_PANELS ? -1 : (int) panel->kind;
  double em = canvas->em, taken = -em;

  for (size_t i = 0; i < panel->x_ticks.count; i++)
    {
      g_autofree char *text = scope_canvas_tick (canvas, &panel->x_ticks, i);
      double x = scope_scale_to_px (&panel->x, scope_scale_tick_value (&panel->x_ticks, i)), tick;
      ScopeLine *line = scope_line_new_text (canvas->fonts, em * TICK_SIZE, SCOPE_FACE_TEXT, text);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      tick = x;
      x = CLAMP (x - size.width_px / 2, 0, fmax (limit - size.width_px, 0));
      /* Far out, where a label is longer than its step, some stay without one; so do those that
       * would have to stand beside their tick. */
      if (x < taken + 0.4 * em || size.width_px > limit || tick > limit)
        {
          scope_line_unref (line);
          continue;
        }
      taken = x + size.width_px;
      scope_canvas_draw_line (canvas, &scope_role_tick_label, index, SCOPE_INK_TEXT_DIM, line, x, y);
    }
}
