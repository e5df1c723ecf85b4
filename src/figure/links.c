/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "links.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "derivation.h"

/* In em. */
#define TITLE_HEIGHT 2.1
#define TICKS_HEIGHT 1.5
#define AXIS_HEIGHT 1.25
#define TITLE_SIZE 1.08
#define SLOPE_SIZE 1.15
#define CURVE_WIDTH 2.0
#define LEAST_PANEL 4.5
#define HIGHEST 18.0
#define LEAST_LOSS 5.0
#define P_MARGIN 0.04
#define N_PARTIAL 97
#define FAR_PX 20000.0
#define ALL_LINKS 7u

static const ScopeInk factor_inks[SCOPE_N_LINKS]
  = { SCOPE_INK_DZ_DB, SCOPE_INK_DP_DZ, SCOPE_INK_DL_DP };

/* --- Ranges */

static unsigned
find_path (const ScopeParameters *in)
{
  unsigned k = in->observed;

  for (unsigned i = 0; i < SCOPE_N_CLASSES && in->w[k] == 0; i++)
    k = in->w[i] != 0 ? i : k;
  return k;
}

gboolean
scope_links_find (const ScopeFigure *figure, const ScopeOutcome *outcome, ScopeLinks *links)
{
  const ScopeParameters *in = &figure->parameters;
  unsigned k = find_path (in);
  double one = fma (in->w[k], figure->view.axis_lo, in->a[k]);
  double other = fma (in->w[k], figure->view.axis_hi, in->a[k]);
  double lo = fmin (one, other), hi = fmax (one, other), least = fmax (fabs (lo) * 1e-9, 1e-300);

  /* A logit that b₃ does not move has a range all the same. */
  if (hi - lo <= least)
    {
      double half = fmax (fabs (lo) * 0.5, 1);

      lo -= half;
      hi += half;
    }
  links->k = k;
  links->z_lo = lo;
  links->z_hi = hi;
  links->loss_hi = fmax (LEAST_LOSS, scope_bound_125 (1.02 * fmin (outcome->loss, 1e300)));
  return isfinite (hi - lo) && isfinite (outcome->loss) && isfinite (outcome->z[k]);
}

void
scope_links_get_x (const ScopeLinks *links, ScopePanel panel, double *lo, double *hi)
{
  gboolean logit = panel == SCOPE_PANEL_LINK_PROBABILITY;

  *lo = logit ? links->z_lo : -P_MARGIN;
  *hi = logit ? links->z_hi : 1 + P_MARGIN;
}

/* z_k for which the observed class gets p: from the ratio of p_o to all the others. */
static double
logit_at (const ScopeFigure *figure, unsigned k, double p)
{
  const ScopeParameters *in = &figure->parameters;
  ScopeOutcome outcome;

  if (scope_evaluate (in, &outcome) != SCOPE_STATUS_OK || p <= 0 || p >= 1)
    return NAN;
  if (k == in->observed)
    return outcome.z[k] + (log (p) - log1p (-p)) - (log (outcome.p[k]) - log (outcome.q[k]));

  /* e^{z_k} = e^{z_o}/p − e^{z_o} − e^{z_j}, in units of the present sum. */
  double rest = outcome.p[in->observed] / p - outcome.q[k];

  return rest > 0 ? outcome.z[k] + log (rest) - log (outcome.p[k]) : NAN;
}

double
scope_links_bias_at (const ScopeFigure *figure, ScopePanel panel, double value)
{
  const ScopeParameters *in = &figure->parameters;
  unsigned k = find_path (in);
  double z, b;

  if (panel == SCOPE_PANEL_LINK_LOGIT)
    return value;
  z = panel == SCOPE_PANEL_LINK_LOSS ? logit_at (figure, k, value) : value;
  b = (z - in->a[k]) / in->w[k];
  if (!isfinite (b))
    return in->b;
  return CLAMP (b, figure->view.axis_lo, figure->view.axis_hi);
}

/* --- Panels */

typedef struct
{
  ScopeDrawing *drawing;
  ScopeLinks links;
  ScopePanelArea panels[SCOPE_N_LINKS];
  unsigned shown; /* bit i: panel i */
  guint n_shown;
} Chain;

static double
widest_tick (ScopeDrawing *drawing, const ScopeTicks *ticks)
{
  double widest = 0;

  for (size_t i = 0; i < ticks->count; i++)
    {
      g_autofree char *text = scope_drawing_tick (drawing, ticks, i);
      g_autoptr (ScopeLine) line
        = scope_line_new_text (drawing->fonts, 0.9 * drawing->em, SCOPE_FACE_TEXT, text);
      ScopeLineSize size;

      scope_line_get_size (line, &size);
      widest = fmax (widest, size.width_px);
    }
  return widest;
}

static void
set_ranges (Chain *chain)
{
  const ScopeFigure *figure = chain->drawing->figure;
  const ScopeLinks *links = &chain->links;
  double margin = 0.06 * (links->z_hi - links->z_lo);
  const double ranges[SCOPE_N_LINKS][4] = {
    { figure->view.axis_lo, figure->view.axis_hi, links->z_lo - margin, links->z_hi + margin },
    { links->z_lo, links->z_hi, -P_MARGIN, 1 + P_MARGIN },
    { -P_MARGIN, 1 + P_MARGIN, -0.04 * links->loss_hi, 1.04 * links->loss_hi },
  };

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      ScopePanelArea *panel = &chain->panels[i];
      double em = chain->drawing->em;

      panel->kind = (ScopePanel) (SCOPE_PANEL_LINK_LOGIT + i);
      panel->x = (ScopeScale) { .lo = ranges[i][0], .hi = ranges[i][1] };
      panel->y = (ScopeScale) { .lo = ranges[i][2], .hi = ranges[i][3] };
      scope_ticks (panel->x.lo, panel->x.hi,
                   (size_t) CLAMP (chain->drawing->side.width / (4.5 * em), 2, 6), &panel->x_ticks);
      scope_ticks (panel->y.lo, panel->y.hi,
                   (size_t) CLAMP (chain->drawing->side.height / (9 * em), 2, 5), &panel->y_ticks);
    }
}

/* FALSE where the column is too low for three panels. */
static gboolean
place_panels (Chain *chain)
{
  ScopeDrawing *drawing = chain->drawing;
  const ScopeRect *side = &drawing->side;
  double em = drawing->em, each = fmin (side->height / chain->n_shown, HIGHEST * em), ticks = 0;
  guint row = 0;
  double height = each - (TITLE_HEIGHT + TICKS_HEIGHT + AXIS_HEIGHT) * em;

  if (height < LEAST_PANEL * em)
    return FALSE;
  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    ticks = fmax (ticks, widest_tick (drawing, &chain->panels[i].y_ticks));
  ticks = fmin (ticks, 0.35 * side->width);
  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      ScopePanelArea *panel = &chain->panels[i];

      if (!(chain->shown & 1u << i))
        continue;

      double left = floor (side->x + ticks + 0.6 * em) + 0.5;

      panel->rect = (ScopeRect) { left, floor (side->y + row++ * each + TITLE_HEIGHT * em) + 0.5,
                                  floor (side->x + side->width - left - 0.5 * em),
                                  floor (height) };
      panel->x.from_px = panel->rect.x;
      panel->x.to_px = panel->rect.x + panel->rect.width;
      panel->y.from_px = panel->rect.y + panel->rect.height;
      panel->y.to_px = panel->rect.y;
      panel->clip = scope_scene_add_clip (drawing->scene, &panel->rect);
    }
  return TRUE;
}

/* --- Text */

static char *
link_title (Chain *chain, guint i)
{
  ScopeDrawing *drawing = chain->drawing;
  const ScopeParameters *in = &drawing->figure->parameters;
  unsigned k = chain->links.k;
  g_autofree char *name = scope_drawing_subscript (drawing, in->observed);
  g_autofree char *a = scope_drawing_number (drawing, in->a[k]);

  if (i == 1)
    return g_strdup_printf ("*p*_{%s}(*z*_%u)", name, k + 1);
  if (i == 2)
    return g_strdup_printf ("*L* = −ln *p*_{%s}", name);
  if (in->w[k] == 1 && !scope_drawing_hides (drawing, SCOPE_PLACE_DZ_DB))
    return g_strdup_printf ("*z*_%u = %s + *b*_3", k + 1, a);
  return g_strdup_printf ("*z*_%u(*b*_3)", k + 1);
}

static char *
axis_symbol (Chain *chain, guint i)
{
  g_autofree char *name
    = scope_drawing_subscript (chain->drawing, chain->drawing->figure->parameters.observed);

  if (i == 0)
    return g_strdup ("*b*_3");
  if (i == 1)
    return g_strdup_printf ("*z*_%u", chain->links.k + 1);
  return g_strdup_printf ("*p*_{%s}", name);
}

/* The title at the left, the slope at the right, which is the factor of the formula. */
static void
draw_texts (Chain *chain, guint i)
{
  ScopeDrawing *drawing = chain->drawing;
  const ScopePanelArea *panel = &chain->panels[i];
  const ScopeFactors *factors = &drawing->factors;
  unsigned k = chain->links.k;
  const char *const slopes[SCOPE_N_LINKS] = { factors->dz_db[k], factors->dp_dz[k], factors->dl_dp };
  double em = drawing->em, right = panel->rect.x + panel->rect.width;
  double baseline = panel->rect.y - 0.6 * em, left = drawing->side.x;
  g_autofree char *title = link_title (chain, i), *symbol = axis_symbol (chain, i);
  g_autofree char *number = scope_line_escape (slopes[i]);
  g_autofree char *slope = g_strdup_printf (_ ("slope !%s!"), number);
  g_autoptr (ScopeLine) whole
    = scope_line_new_markup (drawing->fonts, em * TITLE_SIZE, SCOPE_FACE_MATH, title);
  ScopeLine *line
    = scope_line_new_markup (drawing->fonts, em * SLOPE_SIZE, SCOPE_FACE_TEXT, slope);
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  scope_draw_line (drawing, SCOPE_ROLE_FACTOR, SCOPE_N_LINKS - 1 - (int) i, factor_inks[i], line,
                   right - size.width_px, baseline);
  scope_draw_line (drawing, SCOPE_ROLE_PANEL_TITLE, (int) panel->kind, SCOPE_INK_TEXT,
                   scope_line_ellipsize (whole, right - size.width_px - em - left), left,
                   baseline);
  line = scope_line_new_markup (drawing->fonts, em * TITLE_SIZE, SCOPE_FACE_MATH, symbol);
  scope_line_get_size (line, &size);
  scope_draw_line (drawing, SCOPE_ROLE_AXIS_TITLE, (int) panel->kind, SCOPE_INK_TEXT, line,
                   right - size.width_px,
                   panel->rect.y + panel->rect.height + (TICKS_HEIGHT + 0.85) * em);
}

/* --- Curves */

static ScopePoint
point_at (const ScopePanelArea *panel, double x, double y)
{
  double px = scope_scale_to_px (&panel->x, x), py = scope_scale_to_px (&panel->y, y);

  return (ScopePoint) { CLAMP (px, -FAR_PX, FAR_PX), CLAMP (py, -FAR_PX, FAR_PX) };
}

static void
draw_curve (Chain *chain, guint i, const ScopePoint *points, size_t n)
{
  const ScopePanelArea *panel = &chain->panels[i];

  scope_draw_polyline (chain->drawing, SCOPE_ROLE_CURVE, SCOPE_CURVE_INDEX (panel->kind, 0),
                       SCOPE_INK_NEUTRAL, CURVE_WIDTH * chain->drawing->unit, SCOPE_DASH_SOLID,
                       panel->clip, points, n);
}

static void
draw_logit (Chain *chain)
{
  const ScopeParameters *in = &chain->drawing->figure->parameters;
  const ScopePanelArea *panel = &chain->panels[0];
  unsigned k = chain->links.k;
  const ScopePoint ends[2]
    = { point_at (panel, panel->x.lo, fma (in->w[k], panel->x.lo, in->a[k])),
        point_at (panel, panel->x.hi, fma (in->w[k], panel->x.hi, in->a[k])) };

  draw_curve (chain, 0, ends, 2);
}

/* With one path the other logits stand still, and p_o over z_k is p_o over b₃, sampled already. */
static void
draw_probability (Chain *chain)
{
  ScopeDrawing *drawing = chain->drawing;
  const ScopeParameters *in = &drawing->figure->parameters;
  const ScopePanelArea *panel = &chain->panels[1];
  unsigned k = chain->links.k;
  const double *bias = scope_curves_get_bias (drawing->curves);
  const double *p = scope_curves_get_probability (drawing->curves, in->observed);
  size_t n = scope_curves_get_n (drawing->curves);
  g_autofree ScopePoint *points = g_new (ScopePoint, n);

  for (size_t i = 0; i < n; i++)
    points[i] = point_at (panel, fma (in->w[k], bias[i], in->a[k]), p[i]);
  draw_curve (chain, 1, points, n);
}

/* With several paths, or none, z_k alone moves along the curve. */
static void
draw_partial (Chain *chain)
{
  const ScopePanelArea *panel = &chain->panels[1];
  ScopeParameters along = chain->drawing->figure->parameters;
  ScopePoint points[N_PARTIAL];
  size_t n = 0;

  for (unsigned j = 0; j < SCOPE_N_CLASSES; j++)
    {
      along.a[j] = j == chain->links.k ? 0 : chain->drawing->outcome->z[j];
      along.w[j] = j == chain->links.k ? 1 : 0;
    }
  for (guint i = 0; i < N_PARTIAL; i++)
    {
      ScopeOutcome outcome;
      double part = (double) i / (N_PARTIAL - 1);

      along.b = panel->x.lo * (1 - part) + panel->x.hi * part;
      if (scope_evaluate (&along, &outcome) == SCOPE_STATUS_OK)
        points[n++] = point_at (panel, along.b, outcome.p[along.observed]);
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

      points[i] = point_at (panel, exp (-loss), loss);
    }
  draw_curve (chain, 2, points, N_PARTIAL);
}

static void
draw_curves (Chain *chain)
{
  if (chain->shown & 1)
    draw_logit (chain);
  if ((chain->shown & 2) && chain->drawing->factors.n_wired == 1)
    draw_probability (chain);
  else if (chain->shown & 2)
    draw_partial (chain);
  if (chain->shown & 4)
    draw_logarithm (chain);
}

static void
draw_marks (Chain *chain)
{
  ScopeDrawing *drawing = chain->drawing;
  const ScopeOutcome *outcome = drawing->outcome;
  unsigned k = chain->links.k, o = drawing->figure->parameters.observed;
  const double x[SCOPE_N_LINKS] = { drawing->figure->parameters.b, outcome->z[k], outcome->p[o] };
  const double y[SCOPE_N_LINKS] = { outcome->z[k], outcome->p[o], outcome->loss };
  const double slope[SCOPE_N_LINKS] = { outcome->dz_db[k], outcome->dp_dz[k], outcome->dl_dp };

  for (guint i = 0; i < SCOPE_N_LINKS; i++)
    {
      const ScopePanelArea *panel = &chain->panels[i];
      const ScopePoint at = point_at (panel, x[i], y[i]);

      if (!(chain->shown & 1u << i) || !scope_rect_holds (&panel->rect, &at))
        continue;
      scope_draw_tangent (drawing, panel, &at, scope_panel_slope_px (panel, slope[i]),
                          factor_inks[i]);
      scope_draw_point (drawing, panel, &at, factor_inks[i]);
    }
}

void
scope_draw_links (ScopeDrawing *drawing)
{
  Chain chain = { .drawing = drawing };

  if (drawing->side.width <= 0
      || !scope_links_find (drawing->figure, drawing->outcome, &chain.links))
    return;
  chain.shown = drawing->figure->stage != NULL ? drawing->figure->stage->links : ALL_LINKS;
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
      scope_draw_grid (drawing, panel);
      scope_draw_y_labels (drawing, panel);
      scope_draw_x_labels (drawing, panel,
                           panel->rect.y + panel->rect.height + 1.25 * drawing->em);
      draw_texts (&chain, i);
      scope_scene_add_zone (drawing->scene, SCOPE_ZONE_PANEL, (int) panel->kind, &panel->rect);
    }
  draw_curves (&chain);
  draw_marks (&chain);
}
