/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "drawing.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ghosts.h"
#include "many-drawing.h"

/* The panels themselves: ground, grid, ticks, titles and the curves. */

#define TICK_SIZE 0.9
#define TITLE_SIZE 1.15
#define LEAST_OF_VALUES 0.75 /* of their usual size, before a title becomes shorter than its name */
#define N_TITLES 5
#define LEAST_OF_TITLE 0.43   /* of the row, whatever the values need */
#define OBSERVED_WIDTH 2.6
#define OTHER_WIDTH 1.7
/* Of a hair, where black is the only ink. */
#define PRINTED_GRID 0.4
#define SAME_PART 1e-6 /* of the axis */

static ScopeInk
quantity_ink (ScopePanel panel)
{
  switch (panel)
    {
    case SCOPE_PANEL_LOSS:
      return SCOPE_INK_LOSS;
    case SCOPE_PANEL_GRADIENT:
      return SCOPE_INK_GRADIENT;
    case SCOPE_PANEL_PROBABILITY:
    case SCOPE_PANEL_LINK_LOGIT:
    case SCOPE_PANEL_LINK_PROBABILITY:
    case SCOPE_PANEL_LINK_LOSS:
    default:
      return SCOPE_INK_TEXT;
    }
}

static double
snap (double px)
{
  return floor (px) + 0.5;
}

void
scope_draw_grid_line (ScopeDrawing *drawing, gboolean zero, double x1, double y1, double x2, double y2)
{
  gboolean print = drawing->figure->theme == SCOPE_THEME_PRINT;
  double hair = scope_scene_get_hair (drawing->scene);

  scope_draw_segment (drawing, zero ? SCOPE_ROLE_AXIS : SCOPE_ROLE_GRID, 0,
                      zero ? SCOPE_INK_AXIS : SCOPE_INK_GRID, print && !zero ? PRINTED_GRID * hair : hair,
                      print && !zero ? SCOPE_DASH_FINE : SCOPE_DASH_SOLID, -1, x1, y1, x2, y2);
}

/* Nothing where the picture's ground has the same colour: a large area is not filled twice. */
static ScopeInk
panel_ground (const ScopeDrawing *drawing)
{
  const ScopePalette *palette = scope_theme_palette (drawing->figure->theme);
  const ScopeColour *ground = &palette->ink[SCOPE_INK_GROUND];
  const ScopeColour *panel = &palette->ink[SCOPE_INK_PLOT_GROUND];
  gboolean same = ground->red == panel->red && ground->green == panel->green
                  && ground->blue == panel->blue;

  return same ? SCOPE_INK_NONE : SCOPE_INK_PLOT_GROUND;
}

void
scope_draw_grid (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  const ScopeRect *rect = &panel->rect;

  scope_draw_rect (drawing, SCOPE_ROLE_PANEL, (int) panel->kind, rect, panel_ground (drawing),
                   SCOPE_INK_NONE, 0, 0);
  for (size_t i = 0; i < panel->x_ticks.count; i++)
    {
      double x = snap (scope_scale_to_px (&panel->x, scope_ticks_value (&panel->x_ticks, i)));

      scope_draw_grid_line (drawing, FALSE, x, rect->y, x, rect->y + rect->height);
    }
  for (size_t i = 0; i < panel->y_ticks.count; i++)
    {
      double value = scope_ticks_value (&panel->y_ticks, i);
      double y = snap (scope_scale_to_px (&panel->y, value));

      scope_draw_grid_line (drawing, value == 0, rect->x, y, rect->x + rect->width, y);
    }
  scope_draw_rect (drawing, SCOPE_ROLE_AXIS, (int) panel->kind, rect, SCOPE_INK_NONE,
                   SCOPE_INK_GRID, scope_scene_get_hair (drawing->scene), 0);
}

/* Where a panel's value is hidden, its axis has no digits to read it off. */
static unsigned
y_place (ScopePanel panel)
{
  switch (panel)
    {
    case SCOPE_PANEL_LOSS:
    case SCOPE_PANEL_LINK_LOSS:
      return SCOPE_PLACE_LOSS;
    case SCOPE_PANEL_GRADIENT:
      return SCOPE_PLACE_GRADIENT;
    case SCOPE_PANEL_PROBABILITY:
      return SCOPE_PLACE_PROBABILITY;
    case SCOPE_PANEL_LINK_PROBABILITY:
      return SCOPE_PLACE_P_OBSERVED;
    case SCOPE_PANEL_LINK_LOGIT:
    default:
      return 0;
    }
}

/* Digits would give the slope away, too. */
static unsigned
slope_place (ScopePanel panel)
{
  switch (panel)
    {
    case SCOPE_PANEL_LINK_LOSS:
      return SCOPE_PLACE_DL_DP;
    case SCOPE_PANEL_LINK_PROBABILITY:
      return SCOPE_PLACE_DP_DZ;
    case SCOPE_PANEL_LINK_LOGIT:
      return SCOPE_PLACE_DZ_DB;
    case SCOPE_PANEL_LOSS:
    case SCOPE_PANEL_GRADIENT:
    case SCOPE_PANEL_PROBABILITY:
    default:
      return 0;
    }
}

double
scope_panel_widest_tick (const ScopeDrawing *drawing, const ScopeTicks *ticks)
{
  double widest = 0;

  for (size_t i = 0; i < ticks->count; i++)
    {
      g_autofree char *text = scope_drawing_tick (drawing, ticks, i);

      widest = fmax (widest, scope_drawing_text_width (drawing, TICK_SIZE * drawing->em,
                                                       SCOPE_FACE_TEXT, text));
    }
  return widest;
}

void
scope_draw_y_labels (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  if (scope_drawing_hides (drawing, y_place (panel->kind) | slope_place (panel->kind)))
    return;

  double em = drawing->em, right = panel->rect.x - 0.5 * em;
  double room = right - panel->least_x;

  for (size_t i = 0; i < panel->y_ticks.count; i++)
    {
      g_autofree char *text = scope_drawing_tick (drawing, &panel->y_ticks, i);
      double y = scope_scale_to_px (&panel->y, scope_ticks_value (&panel->y_ticks, i));
      g_autoptr (ScopeLine) whole
        = scope_line_new_text (drawing->fonts, em * TICK_SIZE, SCOPE_FACE_TEXT, text);
      ScopeLine *line = scope_line_ellipsize (whole, room);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      scope_draw_line (drawing, SCOPE_ROLE_TICK_LABEL, (int) panel->kind, SCOPE_INK_TEXT_DIM, line,
                       right - size.width_px, y + 0.33 * em);
    }
}

void
scope_draw_x_labels (ScopeDrawing *drawing, const ScopePanelArea *panel, double y, double limit)
{
  int index = panel->kind < SCOPE_N_PANELS ? -1 : (int) panel->kind;
  ScopePlace place = panel->kind == SCOPE_PANEL_LINK_LOSS ? SCOPE_PLACE_P_OBSERVED : 0;
  double em = drawing->em, taken = -em;

  if (scope_drawing_hides (drawing, place))
    return;

  for (size_t i = 0; i < panel->x_ticks.count; i++)
    {
      g_autofree char *text = scope_drawing_tick (drawing, &panel->x_ticks, i);
      double x = scope_scale_to_px (&panel->x, scope_ticks_value (&panel->x_ticks, i)), tick;
      ScopeLine *line
        = scope_line_new_text (drawing->fonts, em * TICK_SIZE, SCOPE_FACE_TEXT, text);
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
      scope_draw_line (drawing, SCOPE_ROLE_TICK_LABEL, index, SCOPE_INK_TEXT_DIM, line, x, y);
    }
}

static void
draw_x_title (ScopeDrawing *drawing)
{
  const ScopeRect *rect = &drawing->axis_title;
  /* Translators: the title of the axis; *b*_3 is typeset as b₃. */
  ScopeLine *line = scope_line_new_markup (drawing->fonts, drawing->em * TITLE_SIZE,
                                           SCOPE_FACE_TEXT, _ ("bias  *b*_3"));
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_draw_line (drawing, SCOPE_ROLE_AXIS_TITLE, 0, SCOPE_INK_TEXT, line,
                   rect->x + (rect->width - size.width_px) / 2, rect->y + 1.15 * drawing->em);
  drawing->axis_title_end = rect->x + (rect->width + size.width_px) / 2;
}

static char *
panel_title (ScopeDrawing *drawing, ScopePanel panel)
{
  const ScopeFigure *figure = drawing->figure;
  g_autofree char *subscript
    = scope_drawing_subscript (drawing, figure->parameters.observed);

  if (figure->many != NULL && panel <= SCOPE_PANEL_GRADIENT)
    return scope_many_title (figure, panel);
  switch (panel)
    {
    case SCOPE_PANEL_LOSS:
      return g_strdup_printf (_ ("!Loss!  *L*(*b*_3) = −ln *p*_{%s}"), subscript);
    case SCOPE_PANEL_GRADIENT:
      return g_strdup (_ ("!Gradient!  *∂L*/*∂b*_3"));
    case SCOPE_PANEL_PROBABILITY:
    case SCOPE_PANEL_LINK_LOGIT:
    case SCOPE_PANEL_LINK_PROBABILITY:
    case SCOPE_PANEL_LINK_LOSS:
    default:
      return g_strdup (_ ("!Probabilities!  *p*_1, *p*_2, *p*_3"));
    }
}

/* What a panel may be called, in ever fewer words; at last by its symbol. The strings are the caller's. */
static void
find_titles (ScopeDrawing *drawing, ScopePanel panel, char *titles[N_TITLES])
{
  const ScopeMany *many = panel <= SCOPE_PANEL_GRADIENT ? drawing->figure->many : NULL;
  const char *name_end;
  guint n = 0;

  titles[n++] = panel_title (drawing, panel);
  name_end = strchr (titles[0] + 1, '!');
  if (name_end != NULL)
    titles[n++] = g_strndup (titles[0], (gsize) (name_end + 1 - titles[0]));
  if (many != NULL && panel == SCOPE_PANEL_LOSS)
    titles[n++] = g_strdup (many->mean ? _ ("!Mean loss!") : _ ("!Total loss!"));
  if (many != NULL)
    titles[n++] = g_strdup (panel == SCOPE_PANEL_LOSS ? _ ("!Loss!") : _ ("!Gradient!"));
  for (; n < N_TITLES - 1; n++)
    titles[n] = g_strdup (titles[n - 1]);
  titles[n] = g_strdup (panel == SCOPE_PANEL_LOSS       ? "*L*"
                        : panel == SCOPE_PANEL_GRADIENT ? "*∂L*/*∂b*_3"
                                                        : "*p*");
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
title_line (ScopeDrawing *drawing, const ScopePanelArea *panel, double values)
{
  gboolean twice = panel->kind == SCOPE_PANEL_GRADIENT && values > 0;
  ScopeLine *line = NULL;
  char *titles[N_TITLES];

  find_titles (drawing, panel->kind, titles);
  for (guint i = twice; i < N_TITLES; i++)
    {
      double room = i == 0 ? panel->rect.width - values : title_room (panel, values);
      ScopeLineSize size;

      g_clear_pointer (&line, scope_line_unref);
      if (i == N_TITLES - 1 && values > 0)
        break;
      line = scope_line_new_markup (drawing->fonts, drawing->em * TITLE_SIZE, SCOPE_FACE_TEXT, titles[i]);
      scope_line_get_size (line, &size);
      if (size.width_px <= room)
        break;
    }
  for (guint i = 0; i < N_TITLES; i++)
    g_free (titles[i]);
  return line;
}

static void
draw_title (ScopeDrawing *drawing, ScopePanelArea *panel)
{
  double values = scope_marks_title_room (drawing, panel->kind) * drawing->em;
  ScopeLine *line = title_line (drawing, panel, values);
  ScopeLineSize size = { 0 };

  if (line != NULL)
    {
      scope_line_get_size (line, &size);
      scope_draw_line (drawing, SCOPE_ROLE_PANEL_TITLE, (int) panel->kind, quantity_ink (panel->kind), line,
                       panel->rect.x, panel->rect.y - 0.6 * drawing->em);
    }
  panel->title_end = panel->rect.x + size.width_px;
  panel->title_limit = panel->rect.x + panel->rect.width;
  panel->title_values = values;
}

static const double *
curve_values (const ScopeDrawing *drawing, ScopePanel panel, unsigned k)
{
  switch (panel)
    {
    case SCOPE_PANEL_LOSS:
      return scope_curves_get_loss (drawing->curves, k);
    case SCOPE_PANEL_GRADIENT:
      return scope_curves_get_gradient (drawing->curves, k);
    case SCOPE_PANEL_PROBABILITY:
    case SCOPE_PANEL_LINK_LOGIT:
    case SCOPE_PANEL_LINK_PROBABILITY:
    case SCOPE_PANEL_LINK_LOSS:
    default:
      return scope_curves_get_probability (drawing->curves, k);
    }
}

static void
fill_trace (const ScopeDrawing *drawing, const ScopePanelArea *panel, unsigned k,
            ScopeTrace *trace)
{
  const double *bias = scope_curves_get_bias (drawing->curves);
  const double *values = curve_values (drawing, panel->kind, k);

  trace->n = scope_curves_get_n (drawing->curves);
  trace->points = g_new (ScopePoint, trace->n);
  for (size_t i = 0; i < trace->n; i++)
    trace->points[i] = scope_panel_place (panel, bias[i], values[i]);
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
draw_curve (ScopeDrawing *drawing, const ScopePanelArea *panel, unsigned k,
            const ScopeTrace *trace)
{
  unsigned observed = drawing->figure->parameters.observed;
  gboolean is_observed = k == observed;

  scope_draw_polyline (drawing, SCOPE_ROLE_CURVE, SCOPE_CURVE_INDEX (panel->kind, k),
                       is_observed ? quantity_ink (panel->kind) : SCOPE_INK_NEUTRAL,
                       (is_observed ? OBSERVED_WIDTH : OTHER_WIDTH) * drawing->unit,
                       dash_of (k, observed), panel->clip, trace->points, trace->n);
  scope_labels_add_track (&drawing->labels, trace->points, trace->n);
}

/* TRUE where two cases are one curve, whatever the picture's size: losses that differ by less than a
 * pixel are two. Both have the same samples. */
static gboolean
is_one_curve (const ScopeDrawing *drawing, const ScopePanelArea *panel, unsigned k, unsigned other)
{
  const double *one = curve_values (drawing, panel->kind, k);
  const double *two = curve_values (drawing, panel->kind, other);
  double least = SAME_PART * 2 * (panel->y.hi / 2 - panel->y.lo / 2);

  for (size_t i = 0; i < scope_curves_get_n (drawing->curves); i++)
    if (one[i] != two[i] && !(fabs (one[i] - two[i]) <= least))
      return FALSE;
  return TRUE;
}

/* Every case that is not covered by an earlier one, the observed one first. */
static void
find_cases (ScopeDrawing *drawing, const ScopePanelArea *panel, ScopeTrace *traces,
            ScopeEndLabels *ends)
{
  const ScopeFigure *figure = drawing->figure;
  unsigned observed = figure->parameters.observed;
  gboolean others = (figure->show & SCOPE_SHOW_OTHER_CASES) != 0
                    || panel->kind == SCOPE_PANEL_PROBABILITY;

  for (unsigned k = 0; k < SCOPE_N_CLASSES; k++)
    fill_trace (drawing, panel, k, &traces[k]);
  scope_end_labels_add (ends, observed, traces[observed].points[traces[observed].n - 1].y);
  for (unsigned k = 0; k < SCOPE_N_CLASSES && others; k++)
    {
      gboolean covered = k == observed;

      for (unsigned g = 0; g < ends->n && !covered; g++)
        if (is_one_curve (drawing, panel, k, ends->group[g].first))
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
draw_curves (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  ScopeTrace traces[SCOPE_N_TRACES] = { 0 };
  ScopeEndLabels ends = { .ink = quantity_ink (panel->kind) };

  if (drawing->figure->many != NULL && panel->kind <= SCOPE_PANEL_GRADIENT)
    {
      scope_draw_many_curves (drawing, panel, ends.ink);
      return;
    }
  find_cases (drawing, panel, traces, &ends);
  scope_ghosts_find (drawing, panel, traces, &ends);
  scope_draw_ghosts (drawing, panel, traces, &ends);
  for (unsigned g = 1; g < ends.n; g++)
    if (ends.group[g].first < SCOPE_N_CLASSES)
      draw_curve (drawing, panel, ends.group[g].first, &traces[ends.group[g].first]);
  draw_curve (drawing, panel, ends.group[0].first, &traces[ends.group[0].first]);
  scope_draw_ghost_marks (drawing, panel, traces, &ends);
  scope_draw_end_labels (drawing, panel, &ends);
  for (unsigned k = 0; k < SCOPE_N_TRACES; k++)
    g_free (traces[k].points);
}

void
scope_draw_panels (ScopeDrawing *drawing)
{
  for (guint i = 0; i < drawing->n_panels; i++)
    {
      ScopePanelArea *panel = &drawing->panels[i];

      scope_draw_grid (drawing, panel);
      scope_draw_y_labels (drawing, panel);
      draw_title (drawing, panel);
      draw_curves (drawing, panel);
      scope_scene_add_zone (drawing->scene, SCOPE_ZONE_PANEL, (int) panel->kind, &panel->rect);
    }
  scope_draw_x_labels (drawing, &drawing->panels[0],
                       drawing->axis_ticks.y + 1.2 * drawing->em, drawing->figure->width_px);
  draw_x_title (drawing);
  scope_draw_many_legend (drawing);
  scope_scene_add_zone (drawing->scene, SCOPE_ZONE_AXIS, 0,
                        &(ScopeRect) { drawing->axis_ticks.x, drawing->axis_ticks.y,
                                       drawing->axis_ticks.width,
                                       drawing->axis_ticks.height + drawing->axis_title.height });
}
