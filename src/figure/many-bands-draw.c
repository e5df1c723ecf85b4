/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Bands in place of a thicket of curves: all flowers, their middle half, and the median. */

#define MEDIAN_WIDTH 1.2
#define PRINT_WIDTH 0.6
#define FAR_PX 20000.0
/* In em. */
#define LEGEND_SIZE 0.85
#define SWATCH_WIDTH 1.6
#define SWATCH_HEIGHT 0.75
#define SWATCH_GAP 0.4
#define LEGEND_GAP 1.1

static void
fill_edge (const ScopeDrawing *drawing,
           const ScopePanelArea *panel,
           ScopeBandEdge edge,
           ScopePoint *points)
{
  const ScopeManyBands *bands
    = scope_many_curves_get_bands (scope_curves_get_many (drawing->curves));
  const double *bias = scope_many_bands_get_bias (bands);

  for (size_t i = 0; i < SCOPE_BAND_PLACES; i++)
    {
      double value = scope_many_factor (drawing->figure)
                     * scope_many_bands_get (bands, panel->kind == SCOPE_PANEL_GRADIENT, edge, i);
      double y = scope_scale_to_px (&panel->y, CLAMP (value, -G_MAXDOUBLE, G_MAXDOUBLE));

      points[i]
        = (ScopePoint){ scope_scale_to_px (&panel->x, bias[i]), CLAMP (y, -FAR_PX, FAR_PX) };
    }
}

static void
draw_band (ScopeDrawing *drawing,
           const ScopePanelArea *panel,
           ScopeBandEdge lower,
           ScopeBandEdge upper,
           ScopeInk fill)
{
  gboolean print = drawing->figure->theme == SCOPE_THEME_PRINT;
  ScopePoint points[2 * SCOPE_BAND_PLACES], other[SCOPE_BAND_PLACES];

  fill_edge (drawing, panel, lower, points);
  fill_edge (drawing, panel, upper, other);
  for (int i = 0; i < SCOPE_BAND_PLACES; i++)
    points[SCOPE_BAND_PLACES + i] = other[SCOPE_BAND_PLACES - 1 - i];
  /* In print these are lines, which no label may touch. */
  if (print)
    {
      scope_labels_add_track (&drawing->labels, points, SCOPE_BAND_PLACES);
      scope_labels_add_track (&drawing->labels, other, SCOPE_BAND_PLACES);
    }
  scope_scene_add (
    drawing->scene,
    &(ScopeItem){ .role = SCOPE_ROLE_BAND,
                  .index = (int) panel->kind,
                  .shape = SCOPE_SHAPE_POLYGON,
                  .fill = fill,
                  .stroke = print ? SCOPE_INK_AXIS : SCOPE_INK_NONE,
                  .width_px = PRINT_WIDTH * drawing->unit,
                  .dash = lower == SCOPE_BAND_LEAST ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID,
                  .opacity = 1,
                  .clip = panel->clip,
                  .points = points,
                  .n_points = 2 * SCOPE_BAND_PLACES });
}

void
scope_draw_many_bands (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  ScopePoint median[SCOPE_BAND_PLACES];

  draw_band (drawing, panel, SCOPE_BAND_LEAST, SCOPE_BAND_GREATEST, SCOPE_INK_BAND);
  draw_band (drawing, panel, SCOPE_BAND_LOWER, SCOPE_BAND_UPPER, SCOPE_INK_BAND_INNER);
  fill_edge (drawing, panel, SCOPE_BAND_MEDIAN, median);
  scope_draw_polyline (drawing, SCOPE_ROLE_BAND, (int) panel->kind, SCOPE_INK_TEXT_DIM,
                       MEDIAN_WIDTH * drawing->unit, SCOPE_DASH_DASHED, panel->clip, median,
                       SCOPE_BAND_PLACES);
  scope_labels_add_track (&drawing->labels, median, SCOPE_BAND_PLACES);
}

/* --- What they are, in words */

static void
draw_swatch (ScopeDrawing *drawing, int i, double x, double baseline)
{
  double em = drawing->em, y = baseline - 0.33 * em;
  gboolean print = drawing->figure->theme == SCOPE_THEME_PRINT;

  if (i == 2)
    {
      scope_draw_segment (drawing, SCOPE_ROLE_BAND, -1, SCOPE_INK_TEXT_DIM,
                          MEDIAN_WIDTH * drawing->unit, SCOPE_DASH_DASHED, -1, x, y,
                          x + SWATCH_WIDTH * em, y);
      return;
    }
  scope_scene_add (
    drawing->scene,
    &(ScopeItem){ .role = SCOPE_ROLE_BAND,
                  .index = -1,
                  .shape = SCOPE_SHAPE_RECT,
                  .fill = i == 0 ? SCOPE_INK_BAND : SCOPE_INK_BAND_INNER,
                  .stroke = SCOPE_INK_AXIS,
                  .width_px = print ? PRINT_WIDTH * drawing->unit : 0.4 * drawing->unit,
                  .dash = print && i == 0 ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID,
                  .opacity = 1,
                  .clip = -1,
                  .points = (ScopePoint[]){ { x, y - SWATCH_HEIGHT / 2 * em },
                                            { x + SWATCH_WIDTH * em, y + SWATCH_HEIGHT / 2 * em } },
                  .n_points = 2 });
}

/* Right of the first panel's title where there is room for all of it. */
void
scope_draw_many_legend (ScopeDrawing *drawing, const ScopePanelArea *panel, double title_width)
{
  double em = drawing->em, baseline = panel->rect.y - 0.6 * em, x, width = 0;
  g_autofree char *all = NULL;
  ScopeLine *lines[3];
  ScopeLineSize sizes[3];
  gboolean fits;

  /* Translators: what a band covers; in a total each flower's curve is drawn so many times as high.
   */
  all = drawing->figure->many->mean
          ? g_strdup (_ ("all flowers"))
          : g_strdup_printf (_ ("all flowers, × %u"), (guint) drawing->figure->many->n);
  for (int i = 0; i < 3; i++)
    {
      lines[i] = scope_line_new_text (drawing->fonts, LEGEND_SIZE * em, SCOPE_FACE_TEXT,
                                      i == 0   ? all
                                      : i == 1 ? _ ("their middle half")
                                               : _ ("median"));
      scope_line_get_size (lines[i], &sizes[i]);
      width += sizes[i].width_px + (SWATCH_WIDTH + SWATCH_GAP) * em + (i > 0 ? LEGEND_GAP * em : 0);
    }
  x = panel->rect.x + panel->rect.width - width;
  fits = x >= panel->rect.x + title_width + LEGEND_GAP * em;
  drawing->has_legend = fits;
  for (int i = 0; i < 3; i++)
    {
      if (!fits)
        {
          scope_line_unref (lines[i]);
          continue;
        }
      draw_swatch (drawing, i, x, baseline);
      x += (SWATCH_WIDTH + SWATCH_GAP) * em;
      scope_draw_line (drawing, SCOPE_ROLE_BAND_LABEL, i, SCOPE_INK_TEXT_DIM, lines[i], x,
                       baseline);
      x += sizes[i].width_px + LEGEND_GAP * em;
    }
}
