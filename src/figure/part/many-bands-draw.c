/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-bands-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "curves.h"
#include "panel-kinds.h"
#include "shown.h"
#include "subject.h"

/* Bands in place of a thicket of curves: all flowers, their middle half, and the median. */

#define MEDIAN_WIDTH 1.2
#define PRINT_WIDTH 0.6
#define EDGE_WIDTH 0.5
/* In em. */
#define LEGEND_SIZE 0.85
#define SHORT_SIZE 0.75
#define SHORT_GAP 0.8
#define SWATCH_WIDTH 1.6
#define SWATCH_HEIGHT 0.75
#define SWATCH_GAP 0.4
#define LEGEND_GAP 1.1

#define N_ENTRIES 3

static void
fill_edge (const ScopeSubject *subject, const ScopePanelArea *panel, ScopeBandEdge edge, ScopePoint *points)
{
  const ScopeManyBands *bands = scope_many_curves_get_bands (scope_curves_get_many (subject->curves));
  const double *bias = scope_many_bands_get_bias (bands);

  for (size_t i = 0; i < SCOPE_BAND_PLACES; i++)
    {
      double value = scope_shown_many_factor (subject->figure)
                     * scope_many_bands_get (bands, scope_panel_kinds[panel->kind].quantity, edge, i);

      points[i] = scope_area_place (panel, bias[i], value);
    }
}

/* Where the fills alone are too faint: on white, since text lies on them; in print there are none. */
static const ScopeInk edge_inks[SCOPE_N_THEMES] = {
  [SCOPE_THEME_LIGHT] = SCOPE_INK_NEUTRAL,
  [SCOPE_THEME_HIGH_CONTRAST_LIGHT] = SCOPE_INK_NEUTRAL,
  [SCOPE_THEME_PRINT] = SCOPE_INK_AXIS,
};

static void
draw_band (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, ScopeBandEdge lower,
           ScopeBandEdge upper, ScopeInk fill)
{
  gboolean print = subject->figure->theme == SCOPE_THEME_PRINT;
  ScopePoint points[2 * SCOPE_BAND_PLACES], other[SCOPE_BAND_PLACES];

  fill_edge (subject, panel, lower, points);
  fill_edge (subject, panel, upper, other);
  for (int i = 0; i < SCOPE_BAND_PLACES; i++)
    points[SCOPE_BAND_PLACES + i] = other[SCOPE_BAND_PLACES - 1 - i];
  /* In print the edges are all that there is, and no label may touch them. */
  if (print)
    {
      scope_labels_add_track (&canvas->labels, points, SCOPE_BAND_PLACES);
      scope_labels_add_track (&canvas->labels, other, SCOPE_BAND_PLACES);
    }
  scope_canvas_add (canvas,
                    &(ScopeItem) { .role = &scope_role_band,
                                   .index = (int) panel->kind,
                                   .shape = SCOPE_SHAPE_POLYGON,
                                   .fill = fill,
                                   .stroke = edge_inks[subject->figure->theme],
                                   .width_px = (print ? PRINT_WIDTH : EDGE_WIDTH) * canvas->unit,
                                   .dash = lower == SCOPE_BAND_LEAST ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID,
                                   .opacity = 1,
                                   .clip = panel->clip,
                                   .points = points,
                                   .n_points = 2 * SCOPE_BAND_PLACES });
}

void
scope_many_bands_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  ScopePoint median[SCOPE_BAND_PLACES];

  if (subject->figure->many->n <= SCOPE_MOST_SINGLE_CURVES)
    return;

  draw_band (canvas, subject, panel, SCOPE_BAND_LEAST, SCOPE_BAND_GREATEST, SCOPE_INK_BAND);
  draw_band (canvas, subject, panel, SCOPE_BAND_LOWER, SCOPE_BAND_UPPER, SCOPE_INK_BAND_INNER);
  fill_edge (subject, panel, SCOPE_BAND_MEDIAN, median);
  scope_canvas_draw_polyline (canvas, &scope_role_band, (int) panel->kind, SCOPE_INK_TEXT_DIM,
                              MEDIAN_WIDTH * canvas->unit, SCOPE_DASH_DASHED, panel->clip, median,
                              SCOPE_BAND_PLACES);
  scope_labels_add_track (&canvas->labels, median, SCOPE_BAND_PLACES);
}

/* --- What they are, in words */

static void
draw_swatch (ScopeCanvas *canvas, const ScopeSubject *subject, int i, double x, double baseline)
{
  double em = canvas->em, y = baseline - 0.33 * em;
  gboolean print = subject->figure->theme == SCOPE_THEME_PRINT;

  if (i == 2)
    {
      scope_canvas_draw_segment (canvas, &scope_role_band, -1, SCOPE_INK_TEXT_DIM,
                                 MEDIAN_WIDTH * canvas->unit, SCOPE_DASH_DASHED, -1, x, y,
                                 x + SWATCH_WIDTH * em, y);
      return;
    }
  scope_canvas_add (
    canvas, &(ScopeItem) { .role = &scope_role_band,
                           .index = -1,
                           .shape = SCOPE_SHAPE_RECT,
                           .fill = i == 0 ? SCOPE_INK_BAND : SCOPE_INK_BAND_INNER,
                           .stroke = SCOPE_INK_AXIS,
                           .width_px = print ? PRINT_WIDTH * canvas->unit : 0.9 * canvas->unit,
                           .dash = print && i == 0 ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID,
                           .opacity = 1,
                           .clip = -1,
                           .points = (ScopePoint[]) { { x, y - SWATCH_HEIGHT / 2 * em },
                                                      { x + SWATCH_WIDTH * em, y + SWATCH_HEIGHT / 2 * em } },
                           .n_points = 2 });
}

typedef struct
{
  ScopeLine *line[N_ENTRIES];   /* Owned until it is drawn */
  double width[N_ENTRIES], all; /* of the text, and of everything */
  double gap;                   /* between entries */
} Legend;

static Legend
find_legend (ScopeCanvas *canvas, const ScopeSubject *subject, gboolean is_short)
{
  const ScopeMany *many = subject->figure->many;
  double em = canvas->em;
  g_autofree char *all = NULL;
  const char *texts[N_ENTRIES];
  double size = scope_canvas_least (canvas, is_short ? SHORT_SIZE : LEGEND_SIZE);
  Legend legend = { .gap = (is_short ? SHORT_GAP : LEGEND_GAP) * em };

  /* Translators: what a band covers; in a total each flower's curve is drawn so many times as high.
   */
  all = many->mean ? g_strdup (is_short ? _ ("all") : _ ("all flowers"))
                   : g_strdup_printf (is_short ? _ ("all × %u") : _ ("all flowers, × %u"), (guint) many->n);
  texts[0] = all;
  texts[1] = is_short ? _ ("middle half") : _ ("their middle half");
  texts[2] = _ ("median");
  for (int i = 0; i < N_ENTRIES; i++)
    {
      ScopeLineSize measured;

      legend.line[i] = scope_line_new_text (canvas->fonts, size * em, SCOPE_FACE_TEXT, texts[i]);
      scope_line_get_size (legend.line[i], &measured);
      legend.width[i] = measured.width_px;
      legend.all += measured.width_px + (SWATCH_WIDTH + SWATCH_GAP) * em;
    }
  legend.all += (N_ENTRIES - 1) * legend.gap;
  return legend;
}

static void
draw_legend (ScopeCanvas *canvas, const ScopeSubject *subject, Legend *legend, double x, double baseline)
{
  double em = canvas->em;

  for (int i = 0; i < N_ENTRIES; i++)
    {
      draw_swatch (canvas, subject, i, x, baseline);
      x += (SWATCH_WIDTH + SWATCH_GAP) * em;
      scope_canvas_draw_line (canvas, &scope_role_band_label, i, SCOPE_INK_TEXT_DIM,
                              g_steal_pointer (&legend->line[i]), x, baseline);
      x += legend->width[i] + legend->gap;
    }
}

/* Takes the end of the row of a panel's title, where title and values leave room for that. */
static gboolean
take_title_end (ScopeCanvas *canvas, const ScopePlan *plan, ScopePanel kind, double width, double gap,
                ScopePoint *at)
{
  ScopeTitleRow *row = &canvas->titles[kind];
  double x = row->limit - width;

  if (x < row->end + row->values + gap)
    return FALSE;
  *at = (ScopePoint) { x, plan->panels[kind].rect.y - 0.6 * canvas->em };
  row->limit = x - gap;
  return TRUE;
}

/* Right-aligned with a panel, behind its title; or below the panels, behind the axis's. */
static gboolean
place_legend (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, Legend *legend)
{
  double em = canvas->em, x;
  ScopePoint at;

  if (take_title_end (canvas, plan, SCOPE_PANEL_LOSS, legend->all, legend->gap, &at)
      || take_title_end (canvas, plan, SCOPE_PANEL_GRADIENT, legend->all, legend->gap, &at))
    {
      draw_legend (canvas, subject, legend, at.x, at.y);
      return TRUE;
    }
  x = fmax (canvas->axis_title_end + legend->gap,
            plan->panels[0].rect.x + plan->panels[0].rect.width - legend->all);
  if (x + legend->all > plan->main.x + plan->main.width)
    return FALSE;
  draw_legend (canvas, subject, legend, x, plan->axis_title.y + 1.15 * em);
  return TRUE;
}

/* In a panel's title row that still has room for it, else before the axis' title. */
static gboolean
find_reason (ScopeCanvas *canvas, const ScopePlan *plan, const ScopeLine *line, ScopePoint *at)
{
  const ScopeRect *axis = &plan->axis_title;
  double em = canvas->em, gap = LEGEND_GAP * em;
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  if (take_title_end (canvas, plan, SCOPE_PANEL_GRADIENT, size.width_px, gap, at)
      || take_title_end (canvas, plan, SCOPE_PANEL_LOSS, size.width_px, gap, at))
    return TRUE;
  *at = (ScopePoint) { axis->x, axis->y + 1.15 * em };
  return size.width_px + gap <= 2 * axis->x + axis->width - canvas->axis_title_end - axis->x;
}

/* Why one flower is drawn so high. */
static void
draw_reason (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopeMany *many = subject->figure->many;
  /* Translators: the curve of that flower and the bands are drawn so many times as high as they are,
   * to be compared with the sum. */
  g_autofree char *text = g_strdup_printf (_ ("flower %u and bands drawn × %u, as high as the total"),
                                           (guint) many->selected + 1, (guint) many->n);
  /* Translators: the same in short. */
  g_autofree char *brief = g_strdup_printf (_ ("× %u: as high as the total"), (guint) many->n);
  const char *const texts[] = { text, brief };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ScopeLine *line
        = scope_line_new_text (canvas->fonts, LEGEND_SIZE * canvas->em, SCOPE_FACE_TEXT, texts[i]);
      ScopePoint at;

      if (find_reason (canvas, plan, line, &at))
        {
          scope_canvas_draw_line (canvas, &scope_role_band_label, N_ENTRIES, SCOPE_INK_TEXT_DIM, line, at.x,
                                  at.y);
          return;
        }
      scope_line_unref (line);
    }
}

void
scope_many_bands_draw_legend (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  gboolean placed = subject->figure->many->n <= SCOPE_MOST_SINGLE_CURVES;

  for (int is_short = 0; is_short < 2 && !placed; is_short++)
    {
      Legend legend = find_legend (canvas, subject, is_short);

      placed = place_legend (canvas, subject, marks->plan, &legend);
      for (int i = 0; i < N_ENTRIES; i++)
        g_clear_pointer (&legend.line[i], scope_line_unref);
    }
  if (scope_shown_many_factor (subject->figure) > 1)
    draw_reason (canvas, subject, marks->plan);
}
