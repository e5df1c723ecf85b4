/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "block.h"
#include "canvas.h"
#include "grid.h"
#include "links.h"
#include "markup.h"
#include "number.h"
#include "panel-kinds.h"
#include "shown.h"
#include "subject.h"
#include "tangent.h"

/* The chain drawn as three linked plots, each with its point and tangent. */

/* In em. */
#define TITLE_HEIGHT 2.1
#define TICKS_HEIGHT 1.5
#define BELOW_HEIGHT 0.4
/* Right of a panel, for the symbol of its axis; a tick's label at the end of the axis comes first. */
#define AXIS_ROOM 2.3
#define SYMBOL_GAP 0.75
#define TICKS_AT 1.25
#define TITLE_SIZE 1.08
#define SLOPE_ROOM 9.0 /* in its own size */
#define WEIGHT_ROOM 4.5
#define LEAST_SLOPE 0.6
#define SLOPE_SIZE 1.15
#define CURVE_WIDTH 2.0
#define LEAST_PANEL 3.8
#define ROW_GAP 1.4
#define HIGHEST 18.0
#define N_PARTIAL 97
#define MOST_DIGITS 5

/* In a row. */
#define ROW_HEIGHT 10.2
#define LEAST_ROW_WIDTH 40.0

static const ScopeInk factor_inks[SCOPE_N_LINKS] = { SCOPE_INK_DZ_DB, SCOPE_INK_DP_DZ, SCOPE_INK_DL_DP };

static void
measure (const ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, ScopeBlock *block)
{
  unsigned shown = scope_links_shown (subject->figure), n = 0;
  double em = canvas->em;

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    n += shown >> i & 1;
  block->grows = plan->side.width > 0;
  if (block->grows)
    scope_planner_add_form (block, n * (TITLE_HEIGHT + TICKS_HEIGHT + BELOW_HEIGHT + LEAST_PANEL) * em);
  else if (n > 0 && plan->main.width >= LEAST_ROW_WIDTH * em)
    scope_planner_add_form (block, ROW_HEIGHT * em);
}

/* --- Panels */

typedef struct
{
  ScopeCanvas *canvas;
  const ScopeSubject *subject;
  ScopeRect rect;
  gboolean column; /* one below the other */
  ScopeLinks links;
  ScopePanelArea panels[SCOPE_N_LINKS];
  ScopeRect cells[SCOPE_N_LINKS]; /* panels with all that belongs to them */
  unsigned shown;                 /* bit i: panel i */
  guint n_shown;
} Chain;

static void
set_ranges (Chain *chain)
{
  const ScopeFigure *figure = chain->subject->figure;
  const ScopeLinks *links = &chain->links;
  double margin = 0.06 * (links->z_hi - links->z_lo);
  const double ranges[SCOPE_N_LINKS][4] = {
    { figure->view.axis_lo, figure->view.axis_hi, links->z_lo - margin, links->z_hi + margin },
    { links->z_lo, links->z_hi, -SCOPE_LINKS_P_MARGIN, 1 + SCOPE_LINKS_P_MARGIN },
    { -SCOPE_LINKS_P_MARGIN, 1 + SCOPE_LINKS_P_MARGIN, -0.04 * links->loss_hi, 1.04 * links->loss_hi },
  };

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      ScopePanelArea *panel = &chain->panels[i];
      double em = chain->canvas->em;
      double width = chain->column ? chain->rect.width : chain->rect.width / 3;
      double height = chain->column ? chain->rect.height : 3 * chain->rect.height;

      panel->kind = (ScopePanel) (SCOPE_PANEL_LINK_LOGIT + i);
      panel->x = (ScopeScale) { .lo = ranges[i][0], .hi = ranges[i][1] };
      panel->y = (ScopeScale) { .lo = ranges[i][2], .hi = ranges[i][3] };
      scope_scale_ticks (panel->x.lo, panel->x.hi, (size_t) CLAMP (width / (4.5 * em), 2, 6),
                         &panel->x_ticks);
      scope_canvas_ticks (panel->y.lo, panel->y.hi, (size_t) CLAMP (height / chain->n_shown / (3 * em), 2, 6),
                          &panel->y_ticks);
    }
}

static double
widest_y_tick (Chain *chain)
{
  double widest = 0;

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    widest = fmax (widest, scope_grid_widest_tick (chain->canvas, &chain->panels[i].y_ticks));
  return widest;
}

/* Three cells of the second column one below the other, or of a row in the first, read from L on as
 * the formula is. */
static ScopeRect
find_cell (const Chain *chain, guint index)
{
  const ScopeCanvas *canvas = chain->canvas;
  ScopeRect cell = chain->rect;
  guint place = chain->n_shown - 1 - index;

  if (chain->column)
    {
      cell.height = fmin (cell.height / chain->n_shown, HIGHEST * canvas->em);
      cell.y += index * cell.height;
      return cell;
    }
  cell.width = (cell.width - (chain->n_shown - 1) * ROW_GAP * canvas->em) / chain->n_shown;
  cell.x += place * (cell.width + ROW_GAP * canvas->em);
  return cell;
}

/* FALSE where the cells are too low for panels. */
static gboolean
place_panels (Chain *chain)
{
  ScopeCanvas *canvas = chain->canvas;
  double em = canvas->em, ticks = widest_y_tick (chain);
  guint index = 0;

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      ScopePanelArea *panel = &chain->panels[i];
      ScopeRect cell;
      double left, height;

      if (!(chain->shown & 1u << i))
        continue;
      cell = chain->cells[i] = find_cell (chain, index++);
      height = cell.height - (TITLE_HEIGHT + TICKS_HEIGHT + BELOW_HEIGHT) * em;
      if (height < LEAST_PANEL * em)
        return FALSE;
      left = scope_area_snap (cell.x + fmin (ticks, 0.35 * cell.width) + 0.6 * em);
      panel->rect = (ScopeRect) { left, scope_area_snap (cell.y + TITLE_HEIGHT * em),
                                  floor (cell.x + cell.width - left - AXIS_ROOM * em), floor (height) };
      panel->least_x = cell.x;
      panel->x.from_px = panel->rect.x;
      panel->x.to_px = panel->rect.x + panel->rect.width;
      panel->y.from_px = panel->rect.y + panel->rect.height;
      panel->y.to_px = panel->rect.y;
      panel->clip = scope_scene_add_clip (canvas->scene, &panel->rect);
    }
  return TRUE;
}

/* --- Text */

/* How much of a title there is room for. */
typedef enum
{
  WHOLE,
  SHORT,  /* p₁ for p_Setosa, fewer digits */
  SYMBOL, /* the logit's alone */
} TitleLength;

/* "z₁ = 1.0368 + 2 + b₃", "z₁(b₃)" where a weight makes it longer or is hidden, or it would be too long. */
static char *
logit_title (Chain *chain, TitleLength length)
{
  const ScopeSubject *subject = chain->subject;
  const ScopeParameters *in = &subject->figure->parameters;
  unsigned k = chain->links.k;
  /* As it was entered where there is room for that. */
  unsigned digits = MAX (subject->figure->digits, length == WHOLE ? MOST_DIGITS : 0);
  g_autofree char *a = scope_number_format (in->a[k], digits, subject->figure->decimal);
  g_autofree char *c = scope_subject_number (subject, fabs (in->shift));

  if (length == SYMBOL || in->w[k] != 1 || scope_subject_hides (subject, SCOPE_PLACE_DZ_DB))
    return g_strdup_printf ("*z*_%u(*b*_3)", k + 1);
  if (in->shift == 0)
    return g_strdup_printf ("*z*_%u = %s + *b*_3", k + 1, a);
  return g_strdup_printf ("*z*_%u = %s %s %s + *b*_3", k + 1, a, in->shift < 0 ? "−" : "+", c);
}

static char *
link_title (Chain *chain, guint i, TitleLength length)
{
  const ScopeSubject *subject = chain->subject;
  unsigned o = subject->figure->parameters.observed;
  g_autofree char *name
    = length == WHOLE ? scope_subject_subscript (subject, o) : g_strdup_printf ("%u", o + 1);
  g_autofree char *logit = logit_title (chain, length);

  if (i == 1)
    return g_strdup_printf ("*p*_{%s}(*z*_%u)", name, chain->links.k + 1);
  if (i == 2)
    return g_strdup_printf ("%s = −ln *p*_{%s}", subject->loss_symbol, name);
  /* The three slopes then do not multiply to the slope of the tangent. */
  if (subject->factors.n_wired > 1)
    return g_strdup_printf (_ ("%s: one path of %u"), logit, subject->factors.n_wired);
  return g_steal_pointer (&logit);
}

static char *
axis_symbol (Chain *chain, guint i)
{
  if (i == 0)
    return g_strdup ("*b*_3");
  if (i == 1)
    return g_strdup_printf ("*z*_%u", chain->links.k + 1);
  return g_strdup_printf ("*p*_%u", chain->subject->figure->parameters.observed + 1);
}

/* In em of its size: ∂z/∂b₃ does not depend on b₃. */
static double
slope_room (guint i)
{
  return i == 0 ? WEIGHT_ROOM : SLOPE_ROOM;
}

/* As long as there is room for beside what a slope usually takes: p_Setosa or 1.0368, p₁ or 1.037. It does
 * not become another while the slope's digits come and go. */
static ScopeLine *
new_title (Chain *chain, guint i, double width)
{
  double room = width - (slope_room (i) * SLOPE_SIZE + 1) * chain->canvas->em;

  for (int length = WHOLE;; length++)
    {
      g_autofree char *markup = link_title (chain, i, (TitleLength) length);
      g_autoptr (ScopeLine) line = scope_markup_new_line (
        chain->canvas->fonts, chain->canvas->em * TITLE_SIZE, SCOPE_FACE_MATH, markup);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      if (size.width_px <= room || length == SYMBOL)
        return g_steal_pointer (&line);
    }
}

/* The factor of the formula; smaller where its digits are many, and at last without its name. */
static ScopeLine *
new_slope (Chain *chain, guint i, double room)
{
  const ScopeFactors *factors = &chain->subject->factors;
  unsigned k = chain->links.k;
  const char *const slopes[SCOPE_N_LINKS] = { factors->dz_db[k], factors->dp_dz[k], factors->dl_dp };
  g_autofree char *number = scope_markup_escape (slopes[i]);
  g_autofree char *slope = g_strdup_printf (_ ("slope !%s!"), number),
                  *alone = g_strdup_printf ("!%s!", number);
  double least = scope_canvas_least (chain->canvas, LEAST_SLOPE * SLOPE_SIZE) / SLOPE_SIZE;

  for (double part = 1;; part *= 0.95)
    {
      g_autoptr (ScopeLine) line
        = scope_markup_new_line (chain->canvas->fonts, chain->canvas->em * SLOPE_SIZE * fmax (part, least),
                                 SCOPE_FACE_TEXT, part < least ? alone : slope);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      if (size.width_px <= room || part < least)
        return scope_line_ellipsize (line, room);
    }
}

/* The title at the left, the slope at the right. */
static void
draw_texts (Chain *chain, guint i)
{
  ScopeCanvas *canvas = chain->canvas;
  const ScopePanelArea *panel = &chain->panels[i];
  const ScopeRect *cell = &chain->cells[i];
  double em = canvas->em, baseline = panel->rect.y - 0.6 * em;
  double least = fmin (LEAST_SLOPE * slope_room (i) * SLOPE_SIZE * em, cell->width);
  g_autoptr (ScopeLine) whole = new_title (chain, i, cell->width);
  ScopeLine *title = scope_line_ellipsize (whole, fmax (cell->width - least - em, 0)), *line;
  ScopeLineSize size;

  scope_line_get_size (title, &size);
  line = new_slope (chain, i, cell->width - size.width_px - em);
  scope_canvas_draw_line (canvas, &scope_role_panel_title, (int) panel->kind, SCOPE_INK_TEXT, title, cell->x,
                          baseline);
  scope_line_get_size (line, &size);
  scope_canvas_draw_line (canvas, &scope_role_factor, SCOPE_N_LINKS - 1 - (int) i, factor_inks[i], line,
                          cell->x + cell->width - size.width_px, baseline);
}

/* The axis' symbol stands at its end. */
static void
draw_axis (Chain *chain, guint i)
{
  ScopeCanvas *canvas = chain->canvas;
  const ScopeSubject *subject = chain->subject;
  const ScopePanelArea *panel = &chain->panels[i];
  double em = canvas->em, right = panel->rect.x + panel->rect.width;
  double baseline = panel->rect.y + panel->rect.height + TICKS_AT * em;
  g_autofree char *symbol = axis_symbol (chain, i);
  ScopeLine *line = scope_markup_new_line (canvas->fonts, em * TITLE_SIZE, SCOPE_FACE_MATH, symbol);

  scope_canvas_draw_line (canvas, &scope_role_axis_title, (int) panel->kind, SCOPE_INK_TEXT, line,
                          right + SYMBOL_GAP * em, panel->rect.y + panel->rect.height + 0.05 * em);
  if (!scope_subject_hides (subject, scope_panel_kinds[panel->kind].x_places))
    scope_grid_draw_x_labels (canvas, panel, baseline, right + (SYMBOL_GAP - 0.1) * em);
}

/* --- Curves */

static void
draw_curve (Chain *chain, guint i, const ScopePoint *points, size_t n)
{
  const ScopePanelArea *panel = &chain->panels[i];

  scope_canvas_draw_polyline (chain->canvas, &scope_role_curve, SCOPE_CURVE_INDEX (panel->kind, 0),
                              SCOPE_INK_NEUTRAL, CURVE_WIDTH * chain->canvas->unit, SCOPE_DASH_SOLID,
                              panel->clip, points, n);
}

static void
draw_logit (Chain *chain)
{
  const ScopeParameters *in = &chain->subject->figure->parameters;
  const ScopePanelArea *panel = &chain->panels[0];
  unsigned k = chain->links.k;
  const ScopePoint ends[2]
    = { scope_area_place (panel, panel->x.lo, scope_links_logit (in, k, panel->x.lo)),
        scope_area_place (panel, panel->x.hi, scope_links_logit (in, k, panel->x.hi)) };

  draw_curve (chain, 0, ends, 2);
}

/* With one path the other logits stand still, and p_o over z_k is p_o over b₃, sampled already. */
static void
draw_probability (Chain *chain)
{
  const ScopeSubject *subject = chain->subject;
  const ScopeParameters *in = &subject->figure->parameters;
  const ScopePanelArea *panel = &chain->panels[1];
  unsigned k = chain->links.k;
  const double *bias = scope_curves_get_bias (subject->curves);
  const double *p = scope_curves_get_probability (subject->curves, in->observed);
  size_t n = scope_curves_get_n (subject->curves);
  g_autofree ScopePoint *points = g_new (ScopePoint, n);

  for (size_t i = 0; i < n; i++)
    points[i] = scope_area_place (panel, scope_links_logit (in, k, bias[i]), p[i]);
  draw_curve (chain, 1, points, n);
}

/* With several paths, or none, z_k alone moves along the curve. */
static void
draw_partial (Chain *chain)
{
  const ScopePanelArea *panel = &chain->panels[1];
  ScopeParameters along
    = scope_links_alone (&chain->subject->figure->parameters, chain->subject->outcome, chain->links.k);
  ScopePoint points[N_PARTIAL];
  size_t n = 0;

  for (guint i = 0; i < N_PARTIAL; i++)
    {
      ScopeOutcome outcome;
      double part = (double) i / (N_PARTIAL - 1);

      along.b = panel->x.lo * (1 - part) + panel->x.hi * part;
      if (scope_outcome_evaluate (&along, &outcome) == SCOPE_STATUS_OK)
        points[n++] = scope_area_place (panel, along.b, outcome.p[along.observed]);
    }
  if (n > 1)
    draw_curve (chain, 1, points, n);
}

/* −ln p, closer together where it is steep. */
static void
draw_logarithm (Chain *chain)
{
  const ScopePanelArea *panel = &chain->panels[2];
  ScopePoint points[N_PARTIAL];

  for (guint i = 0; i < N_PARTIAL; i++)
    {
      double loss = panel->y.hi * (1 - (double) i / (N_PARTIAL - 1));

      points[i] = scope_area_place (panel, exp (-loss), loss);
    }
  draw_curve (chain, 2, points, N_PARTIAL);
}

static void
draw_curves (Chain *chain)
{
  if (chain->shown & 1)
    draw_logit (chain);
  /* With many flowers the samples over b₃ are those of their sum. */
  if ((chain->shown & 2) && chain->subject->factors.n_wired == 1 && chain->subject->figure->many == NULL)
    draw_probability (chain);
  else if (chain->shown & 2)
    draw_partial (chain);
  if (chain->shown & 4)
    draw_logarithm (chain);
}

static void
draw_marks (Chain *chain)
{
  ScopeCanvas *canvas = chain->canvas;
  const ScopeSubject *subject = chain->subject;
  const ScopeOutcome *outcome = subject->outcome;
  unsigned k = chain->links.k, o = subject->figure->parameters.observed;
  const double x[SCOPE_N_LINKS] = { subject->figure->parameters.b, outcome->z[k], outcome->p[o] };
  const double y[SCOPE_N_LINKS] = { outcome->z[k], outcome->p[o], outcome->loss };
  const double slope[SCOPE_N_LINKS] = { outcome->dz_db[k], outcome->dp_dz[k], outcome->dl_dp };

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      const ScopePanelArea *panel = &chain->panels[i];
      const ScopePoint at = scope_area_place (panel, x[i], y[i]);

      if (!(chain->shown & 1u << i) || !scope_rect_holds (&panel->rect, &at))
        continue;
      scope_tangent_draw (canvas, panel, &at, scope_area_slope_px (panel, slope[i]), factor_inks[i]);
      scope_tangent_draw_point (canvas, panel, &at, factor_inks[i]);
    }
}

static void
draw_block (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan, const ScopeSpot *spot)
{
  Chain chain = { .canvas = canvas, .subject = subject, .rect = spot->rect, .column = spot->aside };

  if (!scope_links_find (subject->figure, subject->outcome, &chain.links))
    return;
  chain.shown = scope_links_shown (subject->figure);
  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    chain.n_shown += chain.shown >> i & 1;
  if (chain.n_shown == 0)
    return;
  set_ranges (&chain);
  if (!place_panels (&chain))
    return;
  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      const ScopePanelArea *panel = &chain.panels[i];

      if (!(chain.shown & 1u << i))
        continue;
      scope_grid_draw (canvas, panel);
      if (!scope_subject_hides (subject, scope_panel_kinds[panel->kind].y_places))
        scope_grid_draw_y_labels (canvas, panel);
      draw_axis (&chain, i);
      draw_texts (&chain, i);
      scope_scene_add_zone (canvas->scene, SCOPE_ZONE_PANEL, (int) panel->kind, &panel->rect);
    }
  draw_curves (&chain);
  draw_marks (&chain);
}

const ScopeBlockKind scope_links_block
  = { SCOPE_OF (LINKS, .shows = SCOPE_PLACE_LOSS | SCOPE_PLACE_P_OBSERVED | SCOPE_PLACE_DL_DP
                                | SCOPE_PLACE_DP_DZ | SCOPE_PLACE_DZ_DB),
      .top = 1400,
      .anyway = TRUE,
      .window = SCOPE_WHERE_ASIDE,
      .hall = SCOPE_WHERE_SIDE,
      .measure = measure,
      .draw = draw_block };
