/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "hood-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "grid.h"
#include "hood-private.h"
#include "hood-write.h"
#include "hood.h"
#include "markup.h"
#include "number.h"
#include "subject.h"

/* How far the secant is off, over h, both on logarithmic axes; and the secant itself. */

#define N_SAMPLES 97 /* eight to a decade */
#define DECADES 12.0 /* of h, from 1 down */
#define LOWEST -12.0 /* exponents of the error as long as it lies between them */
#define HIGHEST 0.0
#define MORE 4.0 /* further exponents where it does not */
#define FARTHEST 320.0
#define MARGIN 0.5 /* decades about both ranges, so that a ring at their end is whole */

/* In em of the block. */
#define TITLE_HEIGHT 1.7
#define TICKS_HEIGHT 1.6
#define TICK_SIZE 0.85
#define LABEL_SIZE 0.95
#define CURVE_WIDTH 0.13

typedef struct
{
  const ScopeHood *hood;
  ScopeRect rect;
  ScopeScale x, y; /* of the exponents, that of h falling */
  int clip;
  double h[N_SAMPLES], error[N_SAMPLES];
} Plot;

static double
tick_size (const Plot *plot)
{
  return scope_hood_least (plot->hood, TICK_SIZE);
}

/* --- The plot of the error */

/* Where nothing is off the exponent is −∞: the lowest one that is shown. */
static double
exponent (const Plot *plot, double error)
{
  double lo = plot->y.lo + MARGIN, hi = plot->y.hi - MARGIN;

  return error > 0 ? CLAMP (log10 (error), lo, hi) : lo;
}

/* The same for all ordinary states, so that a drag does not move the axis. */
static void
find_range (Plot *plot)
{
  double lo = 0, hi = 0;

  for (guint i = 0; i < N_SAMPLES; i++)
    if (plot->error[i] > 0 && isfinite (plot->error[i]))
      {
        lo = fmin (lo, log10 (plot->error[i]));
        hi = fmax (hi, log10 (plot->error[i]));
      }
  plot->y.lo = LOWEST - (lo < LOWEST - MORE ? MORE * ceil ((LOWEST - MORE - lo) / MORE) : 0);
  plot->y.hi = HIGHEST + MORE * ceil (fmax (hi - HIGHEST, 0) / MORE);
  plot->y.lo = fmax (plot->y.lo, -FARTHEST) - MARGIN;
  plot->y.hi = fmin (plot->y.hi, FARTHEST) + MARGIN;
}

static ScopePoint
point_at (const Plot *plot, double h, double error)
{
  return (ScopePoint) { scope_scale_to_px (&plot->x, -log10 (h)),
                        scope_scale_to_px (&plot->y, exponent (plot, error)) };
}

/* Every how many decades there is a tick: as often as `most` allows. */
static double
tick_step (double decades, double most)
{
  static const double steps[] = { 1, 2, 3, 4, 6, 12, 24, 48, 120 };
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && decades / steps[i] > most)
    i++;
  return steps[i];
}

/* "10^{−6}", "1" */
static char *
power_of_ten (const Plot *plot, double of)
{
  g_autofree char *number = scope_number_format (of, 3, plot->hood->subject->figure->decimal);

  return of == 0 ? g_strdup ("1") : g_strdup_printf ("10^{%s}", number);
}

static void
draw_x_axis (const Plot *plot)
{
  const ScopeRect *rect = &plot->rect;
  double em = plot->hood->em, bottom = rect->y + rect->height;
  double step = tick_step (DECADES, fmin (rect->width / (3 * em), 6));

  for (double value = 0; value <= DECADES; value += step)
    {
      double x = scope_area_snap (scope_scale_to_px (&plot->x, value));
      g_autofree char *label = power_of_ten (plot, -value);
      double width = scope_hood_measure (plot->hood, label, tick_size (plot));

      scope_grid_draw_line (plot->hood->canvas, FALSE, x, rect->y, x, bottom);
      scope_hood_write (plot->hood, 0, SCOPE_INK_TEXT_DIM, label, SCOPE_ALIGN_LEFT, tick_size (plot), width,
                        fmin (x - width / 2, plot->hood->plot.x + plot->hood->plot.width - width),
                        bottom + 1.2 * em);
    }
}

/* Where the error is hidden, so are the digits that it could be read off. */
static void
draw_y_axis (const Plot *plot)
{
  const ScopeRect *rect = &plot->rect;
  gboolean hidden = scope_subject_hides (plot->hood->subject, SCOPE_PLACE_GRADIENT | SCOPE_PLACE_CLOSED_FORM);
  double em = plot->hood->em;
  double step = tick_step (plot->y.hi - plot->y.lo, fmin (rect->height / (1.6 * em), 7));

  for (double value = step * ceil (plot->y.lo / step) + 0.0; value <= plot->y.hi; value += step)
    {
      double y = scope_area_snap (scope_scale_to_px (&plot->y, value));
      g_autofree char *power = power_of_ten (plot, value);
      /* The curve's floor stands for less, too, and for nothing at all. */
      g_autofree char *label
        = value <= plot->y.lo + MARGIN ? g_strconcat ("≤ ", power, NULL) : g_steal_pointer (&power);

      scope_grid_draw_line (plot->hood->canvas, FALSE, rect->x, y, rect->x + rect->width, y);
      if (!hidden)
        scope_hood_write (plot->hood, 0, SCOPE_INK_TEXT_DIM, label, SCOPE_ALIGN_RIGHT, tick_size (plot),
                          3.6 * em, rect->x - 0.4 * em, y + 0.3 * em);
    }
}

/* A word beside the curve, where there is room for it. */
static gboolean
place_word (const Plot *plot, const char *markup, const ScopePoint *at, ScopeSide side)
{
  ScopeCanvas *canvas = plot->hood->canvas;
  double em = plot->hood->em;
  const ScopeRect frame = scope_rect_inset (&plot->rect, 0.2 * em);
  ScopeLine *line = scope_markup_new_line (canvas->fonts, scope_hood_least (plot->hood, LABEL_SIZE) * em,
                                           SCOPE_FACE_TEXT, markup);
  ScopeRect box = { 0 };
  ScopeLineSize size;

  scope_line_get_size (line, &size);
  box.width = size.width_px;
  box.height = size.ascent_px + size.descent_px;
  if (scope_labels_place (&canvas->labels, &frame, at, 0.4 * em, side, TRUE, &box))
    {
      scope_canvas_draw_line (canvas, &scope_role_hood, 0, SCOPE_INK_TEXT_DIM, line, box.x,
                              box.y + size.ascent_px);
      return TRUE;
    }
  scope_line_unref (line);
  return FALSE;
}

/* Whether a sample's error is that of the secant, h/2·L″, and not that of rounding. */
static gboolean
is_on_slope (const Plot *plot, guint sample)
{
  double expected = plot->h[sample] * plot->hood->subject->outcome->curvature / 2;

  return plot->error[sample] > 0.7 * expected && plot->error[sample] < 1.4 * expected;
}

/* The first of a few samples of its kind beside which there is room. */
static void
place_word_along (const Plot *plot, const char *markup, const guint *samples, guint n, gboolean on_slope,
                  ScopeSide side)
{
  for (guint i = 0; i < n; i++)
    {
      const ScopePoint at = point_at (plot, plot->h[samples[i]], plot->error[samples[i]]);

      if (plot->error[samples[i]] > 0 && is_on_slope (plot, samples[i]) == on_slope
          && place_word (plot, markup, &at, side))
        return;
    }
}

/* For small h the error is h/2·L″: a line of slope 1, until rounding takes over. */
static void
draw_guide (const Plot *plot)
{
  ScopeCanvas *canvas = plot->hood->canvas;
  const ScopeSubject *subject = plot->hood->subject;
  double half = subject->outcome->curvature / 2, first, last;

  if (!(half > 0) || !isfinite (half))
    return;
  first = log10 (half);
  last = first - DECADES;

  const ScopePoint ends[2]
    = { { scope_scale_to_px (&plot->x, 0), scope_scale_to_px (&plot->y, first) },
        { scope_scale_to_px (&plot->x, DECADES), scope_scale_to_px (&plot->y, last) } };
  scope_canvas_draw_polyline (canvas, &scope_role_hood_mark, 1, SCOPE_INK_AXIS, 1.2 * canvas->unit,
                              SCOPE_DASH_FINE, plot->clip, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
}

static void
draw_curve (const Plot *plot)
{
  ScopeCanvas *canvas = plot->hood->canvas;
  ScopePoint points[N_SAMPLES];

  for (guint i = 0; i < N_SAMPLES; i++)
    points[i] = point_at (plot, plot->h[i], plot->error[i]);
  scope_canvas_draw_polyline (canvas, &scope_role_hood_curve, 0, SCOPE_INK_TEXT, CURVE_WIDTH * plot->hood->em,
                              SCOPE_DASH_SOLID, plot->clip, points, N_SAMPLES);
  scope_labels_add_track (&canvas->labels, points, N_SAMPLES);
}

/* The present h: a line down to the axis, a ring on the curve. */
static void
draw_present (const Plot *plot)
{
  ScopeCanvas *canvas = plot->hood->canvas;
  const ScopeSubject *subject = plot->hood->subject;
  const ScopeFigure *figure = subject->figure;
  double em = plot->hood->em, radius = 0.36 * em, slope;
  double h = CLAMP (figure->step_h, pow (10, -DECADES), 1), error = INFINITY;
  ScopePoint at;

  if (scope_hood_secant (&figure->parameters, figure->step_h, &slope) == SCOPE_STATUS_OK)
    error = fabs (slope - subject->outcome->dl_db);
  at = point_at (plot, h, isnan (error) ? INFINITY : error);

  const ScopePoint ends[2] = { at, { at.x, plot->rect.y + plot->rect.height } };
  scope_canvas_draw_polyline (canvas, &scope_role_hood_mark, 2, SCOPE_INK_AXIS, 1.2 * canvas->unit,
                              SCOPE_DASH_FINE, -1, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
  scope_canvas_draw_circle (canvas, &scope_role_hood_mark, 3, at.x, at.y, radius, SCOPE_INK_PLOT_GROUND,
                            SCOPE_INK_GRADIENT, 0.15 * em);
  scope_labels_add_rect (
    &canvas->labels, &(ScopeRect) { at.x - 1.3 * radius, at.y - 1.3 * radius, 2.6 * radius, 2.6 * radius });
}

static void
place_words (const Plot *plot)
{
  static const guint slope[] = { 20, 32, 12, 40 }, noise[] = { 88, 80, 92, 72 };

  /* Translators: the error falls in proportion to h. */
  place_word_along (plot, _ ("∝ *h*"), slope, G_N_ELEMENTS (slope), TRUE, SCOPE_SIDE_RIGHT);
  /* Translators: here the error is that of rounding. */
  place_word_along (plot, _ ("rounding"), noise, G_N_ELEMENTS (noise), FALSE, SCOPE_SIDE_LEFT);
}

void
scope_hood_draw_plot (const ScopeHood *hood)
{
  ScopeCanvas *canvas = hood->canvas;
  const ScopeSubject *subject = hood->subject;
  const ScopeRect *whole = &hood->plot;
  double em = hood->em, left = 4.0 * em;
  Plot plot = { .hood = hood };

  if (scope_hood_secant_errors (&subject->figure->parameters, 1, pow (10, -DECADES), N_SAMPLES, plot.h,
                                plot.error)
      != SCOPE_STATUS_OK)
    return;
  plot.rect = (ScopeRect) { scope_area_snap (whole->x + left), scope_area_snap (whole->y + TITLE_HEIGHT * em),
                            floor (whole->width - left - 0.6 * em),
                            floor (whole->height - (TITLE_HEIGHT + TICKS_HEIGHT) * em) };
  plot.x = (ScopeScale) { -MARGIN, DECADES + MARGIN, plot.rect.x, plot.rect.x + plot.rect.width };
  plot.y = (ScopeScale) { .from_px = plot.rect.y + plot.rect.height, .to_px = plot.rect.y };
  find_range (&plot);
  plot.clip = scope_scene_add_clip (canvas->scene, &plot.rect);
  scope_canvas_draw_rect (canvas, &scope_role_panel, -1, &plot.rect, SCOPE_INK_PLOT_GROUND, SCOPE_INK_NONE, 0,
                          0);
  draw_x_axis (&plot);
  draw_y_axis (&plot);
  scope_canvas_draw_rect (canvas, &scope_role_axis, 0, &plot.rect, SCOPE_INK_NONE, SCOPE_INK_GRID,
                          scope_scene_get_hair (canvas->scene), 0);
  scope_hood_write (hood, 0, SCOPE_INK_TEXT,
                    /* Translators: the title of a plot of the error over h. */
                    _ ("|secant − exact| over *h*"), SCOPE_ALIGN_LEFT, 1, whole->width, whole->x,
                    plot.rect.y - 0.6 * em);
  draw_guide (&plot);
  draw_curve (&plot);
  draw_present (&plot);
  place_words (&plot);
}
