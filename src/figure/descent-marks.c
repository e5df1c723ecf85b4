/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "number.h"

/* Where a descent has been, on both curves, what its next step promises and gives, and where another
 * one has been. */

/* In units. */
#define DOT_RADIUS 3.2
#define KEPT_HALF 3.0
#define WAY_WIDTH 1.1
#define BRACKET_WIDTH 2.2
#define SERIF 4.0
#define BRACKETS_APART 5.0
#define LEAST_DROP 5.0
#define HEAD 9.0
#define LABEL_DISTANCE 5.0

#define KEPT_SIZE 0.9 /* em */
#define MOST_WAYS 8     /* the last steps are joined */

static gboolean
is_shown (const ScopeDrawing *drawing)
{
  return (drawing->figure->show & SCOPE_SHOW_DESCENT) && drawing->descent.walk.n > 0;
}

/* Later places than the present one would give the next step away. */
static size_t
n_places (const ScopeDrawing *drawing)
{
  const ScopeTrail *trail = &drawing->figure->trail;

  if (!scope_trail_is_present (drawing->figure))
    return 0;
  return scope_drawing_hides (drawing, SCOPE_PLACE_DOWNHILL) ? trail->at + 1 : trail->n;
}

/* So would the places of another descent beside its rate. */
static const ScopeTrail *
kept_trail (const ScopeDrawing *drawing)
{
  static const ScopeTrail none = { 0 };

  return scope_drawing_hides (drawing, SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT)
           ? &none
           : &drawing->figure->kept_trail;
}

/* What is the difference of two infinities is far away like them. */
static double
no_nan (double value)
{
  return isnan (value) ? INFINITY : value;
}

/* Of many flowers: on the thick curve as it is drawn, which costs no sum over the rows. Outside of
 * the axis it goes on as straight as it ends, where a sum would take too long. FALSE where it does
 * not. */
static gboolean
value_on_curve (const ScopeDrawing *drawing, ScopePanel kind, double b, double *value)
{
  const ScopeManyCurves *curves = scope_curves_get_many (drawing->curves);
  const double *bias = scope_many_curves_get_bias (curves);
  const double *loss = scope_many_curves_get_sum (curves, SCOPE_MANY_LOSS);
  const double *gradient = scope_many_curves_get_sum (curves, SCOPE_MANY_GRADIENT);
  const double *y = kind == SCOPE_PANEL_LOSS ? loss : gradient;
  size_t lo = 0, hi = scope_many_curves_get_n (curves) - 1, end = b < bias[0] ? lo : hi;

  if (!(b >= bias[lo] && b <= bias[hi]))
    {
      *value = y[end];
      /* 0 times a way beyond double is 0. */
      if (kind == SCOPE_PANEL_LOSS && gradient[end] != 0)
        *value = no_nan (loss[end] + gradient[end] * (b - bias[end]));
      return drawing->descent.batch.n > SCOPE_MANY_ROWS;
    }
  while (hi - lo > 1)
    {
      size_t middle = (lo + hi) / 2;

      if (bias[middle] <= b)
        lo = middle;
      else
        hi = middle;
    }
  *value = no_nan (y[lo] + (y[hi] - y[lo]) * ((b - bias[lo]) / (bias[hi] - bias[lo])));
  return TRUE;
}

/* The curve's height over b. */
static double
value_at (const ScopeDrawing *drawing, const ScopePanelArea *panel, double b)
{
  ScopeBatchOutcome at = { 0 };
  double value;

  if (drawing->figure->many == NULL || !value_on_curve (drawing, panel->kind, b, &value))
    {
      scope_batch_evaluate (&drawing->descent.batch, b, &at);
      value = panel->kind == SCOPE_PANEL_LOSS ? at.loss : at.dl_db;
    }
  return value;
}

static ScopePoint
point_at (const ScopeDrawing *drawing, const ScopePanelArea *panel, double b)
{
  return scope_panel_place (panel, b, value_at (drawing, panel, b));
}

/* However far away: for the end of a line. */
static ScopePoint
end_at (const ScopeDrawing *drawing, const ScopePanelArea *panel, double b)
{
  return (ScopePoint) { scope_scale_to_px (&panel->x, b),
                        scope_scale_to_px (&panel->y, value_at (drawing, panel, b)) };
}

/* --- Places */

static void
reserve (ScopeDrawing *drawing, const ScopePoint *at, double half)
{
  scope_labels_add_rect (&drawing->labels,
                         &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half });
}

static void
draw_place (ScopeDrawing *drawing, const ScopePanelArea *panel, gboolean kept, size_t step,
            const ScopePoint *at)
{
  double unit = drawing->unit, half = KEPT_HALF * unit;
  ScopeInk ink = panel->kind == SCOPE_PANEL_LOSS ? SCOPE_INK_LOSS : SCOPE_INK_GRADIENT;

  if (kept)
    scope_draw_rect (drawing, SCOPE_ROLE_KEPT_TRAIL, (int) step,
                     &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half },
                     SCOPE_INK_PLOT_GROUND, SCOPE_INK_TEXT_DIM, 1.4 * unit, 0);
  else
    scope_draw_circle (drawing, SCOPE_ROLE_TRAIL, (int) step, at->x, at->y, DOT_RADIUS * unit, ink,
                       SCOPE_INK_NONE, 0);
  reserve (drawing, at, kept ? half + unit : DOT_RADIUS * unit);
}

/* One for each pixel: a descent comes to the same place thousands of times. */
static void
draw_places (ScopeDrawing *drawing, const ScopePanelArea *panel, const ScopeTrail *trail, size_t n,
             gboolean kept)
{
  guint width = (guint) ceil (panel->rect.width) + 1;
  g_autofree guint8 *taken = g_malloc0 (width);

  for (size_t i = n; i-- > 0;)
    {
      double x = scope_scale_to_px (&panel->x, trail->b[i]) - panel->rect.x;
      ScopePoint at;

      if (!(x >= 0 && x < width) || taken[(guint) x])
        continue;
      at = point_at (drawing, panel, trail->b[i]);
      taken[(guint) x] = 1;
      if (scope_rect_holds (&panel->rect, &at))
        draw_place (drawing, panel, kept, i, &at);
    }
}

/* The last steps as straight lines from place to place: across the valley where they overshoot. */
static void
draw_ways (ScopeDrawing *drawing, const ScopePanelArea *panel, size_t n)
{
  const ScopeTrail *trail = &drawing->figure->trail;

  for (size_t i = n > MOST_WAYS ? n - MOST_WAYS : 1; i < n; i++)
    {
      ScopePoint ends[2] = { end_at (drawing, panel, trail->b[i - 1]),
                             end_at (drawing, panel, trail->b[i]) };

      scope_panel_cut (panel, ends);
      scope_draw_polyline (drawing, SCOPE_ROLE_TRAIL, -1, SCOPE_INK_LOSS,
                           WAY_WIDTH * drawing->unit, SCOPE_DASH_FINE, panel->clip, ends, 2);
      if (ends[0].x > ends[1].x)
        {
          ScopePoint right = ends[0];

          ends[0] = ends[1];
          ends[1] = right;
        }
      scope_labels_add_track (&drawing->labels, ends, 2);
    }
}

static void
draw_bound (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  const ScopeMinimum *minimum = &drawing->descent.minimum;
  double y = scope_scale_to_px (&panel->y, minimum->bound);
  const ScopePoint ends[2] = { { panel->rect.x, y }, { panel->rect.x + panel->rect.width, y } };

  /* Before a hall nobody says what this line is. */
  if (drawing->descent.walk.verdict != SCOPE_DESCENT_ENDLESS || drawing->figure->stage != NULL
      || !scope_rect_holds (&panel->rect, &ends[0]))
    return;
  scope_draw_polyline (drawing, SCOPE_ROLE_BOUND, 0, SCOPE_INK_LOSS, 1.4 * drawing->unit,
                       SCOPE_DASH_DASHED, panel->clip, ends, 2);
  scope_labels_add_track (&drawing->labels, ends, 2);
}

/* --- The next step */

typedef struct
{
  ScopePoint from;         /* the loss's point */
  double x;                /* of the next b₃ */
  double promised, given;  /* where the tangent and the curve lead, y */
} Next;

static gboolean
find_next (const ScopeDrawing *drawing, const ScopePanelArea *panel, Next *next)
{
  const ScopeDescentLook *look = &drawing->descent;
  double loss = look->walk.last.loss;

  if (!is_shown (drawing) || !look->has_next
      || scope_drawing_hides (drawing, SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT))
    return FALSE;
  next->from = point_at (drawing, panel, look->walk.last.b);
  next->x = scope_scale_to_px (&panel->x, look->next);
  next->promised
    = scope_panel_place (panel, look->next, loss - look->walk.last.promise).y;
  next->given = point_at (drawing, panel, look->next).y;
  return scope_rect_holds (&panel->rect, &next->from);
}

static gboolean
is_inside (const ScopePanelArea *panel, const Next *next)
{
  double margin = 0.01 * panel->rect.width;

  return next->x >= panel->rect.x + margin && next->x <= panel->rect.x + panel->rect.width - margin;
}

/* From one height to the other, with a serif at each end. */
static void
draw_bracket (ScopeDrawing *drawing, const ScopePanelArea *panel, int index, double x, double from,
              double to)
{
  double serif = SERIF * drawing->unit, width = BRACKET_WIDTH * drawing->unit;
  ScopeInk ink = index == 0 ? SCOPE_INK_GRADIENT : SCOPE_INK_LOSS;
  ScopeDash dash = index == 0 ? SCOPE_DASH_DASHED : SCOPE_DASH_SOLID;
  double top = fmin (from, to), height = fabs (to - from);

  if (height < LEAST_DROP * drawing->unit)
    return;
  scope_draw_segment (drawing, SCOPE_ROLE_DROP, index, ink, width, dash, panel->clip, x, from, x,
                      to);
  for (int end = 0; end < 2; end++)
    {
      double y = end == 0 ? from : to;

      scope_draw_segment (drawing, SCOPE_ROLE_DROP, index, ink, width, SCOPE_DASH_SOLID,
                          panel->clip, x - serif, y, x + serif, y);
    }
  scope_labels_add_rect (&drawing->labels,
                         &(ScopeRect) { x - serif, top, 2 * serif, height });
}

/* A tip at the frame's edge, for a step that leads out of the picture. */
static void
draw_edge (ScopeDrawing *drawing, const ScopePanelArea *panel, const Next *next)
{
  const ScopeRect *rect = &panel->rect;
  double way = next->x > next->from.x ? 1 : -1, head = HEAD * drawing->unit;
  double x = way > 0 ? rect->x + rect->width - 1 : rect->x + 1;
  double y = CLAMP (next->from.y, rect->y + head, rect->y + rect->height - head);
  const ScopePoint tip[3]
    = { { x, y }, { x - way * head, y - head / 2 }, { x - way * head, y + head / 2 } };

  scope_scene_add (drawing->scene,
                   &(ScopeItem) { .role = SCOPE_ROLE_DROP, .index = 2,
                                  .shape = SCOPE_SHAPE_POLYGON, .fill = SCOPE_INK_GRADIENT,
                                  .opacity = 1, .clip = -1, .points = tip, .n_points = 3 });
  scope_labels_add_rect (&drawing->labels,
                         &(ScopeRect) { fmin (x, x - way * head), y - head / 2, head, head });
}

static void
draw_next (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  double apart = BRACKETS_APART * drawing->unit;
  Next next;

  if (!find_next (drawing, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      draw_edge (drawing, panel, &next);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * drawing->unit)
    return;

  double end = next.x + (next.x > next.from.x ? 1 : -1) * (apart + SERIF * drawing->unit);
  const ScopePoint level[2] = { { fmin (next.from.x, end), next.from.y },
                                { fmax (next.from.x, end), next.from.y } };
  scope_draw_polyline (drawing, SCOPE_ROLE_DROP, -1, SCOPE_INK_AXIS, WAY_WIDTH * drawing->unit,
                       SCOPE_DASH_FINE, panel->clip, level, 2);
  scope_labels_add_track (&drawing->labels, level, 2);
  draw_bracket (drawing, panel, 0, next.x - apart, next.from.y, next.promised);
  draw_bracket (drawing, panel, 1, next.x + apart, next.from.y, next.given);
}

void
scope_draw_descent (ScopeDrawing *drawing)
{
  size_t n;

  if (!is_shown (drawing))
    return;
  n = n_places (drawing);
  draw_bound (drawing, &drawing->panels[SCOPE_PANEL_LOSS]);
  draw_ways (drawing, &drawing->panels[SCOPE_PANEL_LOSS], n);
  for (guint i = 0; i <= SCOPE_PANEL_GRADIENT; i++)
    {
      const ScopeTrail *kept = kept_trail (drawing);

      draw_places (drawing, &drawing->panels[i], kept, kept->n, TRUE);
      draw_places (drawing, &drawing->panels[i], &drawing->figure->trail, n, FALSE);
    }
  draw_next (drawing, &drawing->panels[SCOPE_PANEL_LOSS]);
}

/* --- Labels */

static gboolean
label (ScopeDrawing *drawing, const ScopePanelArea *panel, ScopeRole role, ScopeInk ink,
       const char *markup, double size, const ScopePoint *at, ScopeSide side, gboolean near_only)
{
  ScopeLine *line
    = scope_line_new_markup (drawing->fonts, size * drawing->em, SCOPE_FACE_TEXT, markup);

  return scope_place_label (drawing, role, panel, ink, line, at, LABEL_DISTANCE * drawing->unit,
                            side, near_only);
}

static void
label_drop (ScopeDrawing *drawing, const ScopePanelArea *panel, const char *format, double value,
            ScopePlace place, const ScopePoint *at, ScopeInk ink, ScopeSide side,
            gboolean near_only)
{
  g_autofree char *number = scope_drawing_number_at (drawing, place, value);
  g_autofree char *escaped = scope_line_escape (number);
  g_autoptr (GString) markup = g_string_new (format);
  const ScopePoint inside
    = { at->x, CLAMP (at->y, panel->rect.y, panel->rect.y + panel->rect.height) };

  g_string_replace (markup, "%s", escaped, 1);
  label (drawing, panel, SCOPE_ROLE_DROP, ink, markup->str, 0.95, &inside, side, near_only);
}

static void
label_next (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  const ScopeDescentLook *look = &drawing->descent;
  double apart = BRACKETS_APART * drawing->unit;
  Next next;

  if (!find_next (drawing, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      gboolean right = next.x > next.from.x;

      label_drop (drawing, panel, _ ("next *b*_3 = %s"), look->next, SCOPE_PLACE_DOWNHILL,
                  &(ScopePoint) { right ? panel->rect.x + panel->rect.width : panel->rect.x,
                                  next.from.y },
                  SCOPE_INK_GRADIENT, right ? SCOPE_SIDE_LEFT : SCOPE_SIDE_RIGHT, FALSE);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * drawing->unit)
    return;
  label_drop (drawing, panel, _ ("promised !%s!"), look->walk.last.promise, SCOPE_PLACE_DOWNHILL,
              &(ScopePoint) { next.x - apart, next.promised }, SCOPE_INK_GRADIENT,
              SCOPE_SIDE_LEFT, FALSE);
  /* Where there is no bracket to see, its words stand close by or not at all. */
  label_drop (drawing, panel, look->drop >= 0 ? _ ("given !%s!") : _ ("risen !%s!"),
              fabs (look->drop), SCOPE_PLACE_LOSS,
              &(ScopePoint) { next.x + apart, (next.from.y + next.given) / 2 }, SCOPE_INK_LOSS,
              SCOPE_SIDE_RIGHT,
              fabs (next.given - next.from.y) < LEAST_DROP * drawing->unit);
}

/* --- Another descent's */

static gboolean
find_kept (const ScopeDrawing *drawing, const ScopePanelArea *panel, size_t i, ScopePoint *at)
{
  *at = point_at (drawing, panel, kept_trail (drawing)->b[i]);
  return scope_rect_holds (&panel->rect, at);
}

/* Beside one of its last places in sight, else with a leader to one of them. */
static void
name_kept (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  const ScopeTrail *kept = kept_trail (drawing);
  g_autofree char *number = scope_drawing_number (drawing, kept->rate);
  g_autofree char *escaped = scope_line_escape (number);
  g_autofree char *rate = kept->rate > 0 ? g_strdup_printf ("*η* = %s", escaped)
                                         : g_strdup (_ ("several *η*"));
  /* Translators: the learning rate of a trail that was kept to compare with; □ is the shape of its
   * places, which have no numbers: they would be taken for the present trail's. */
  const char *format = _ ("□ %s, kept");
  g_autoptr (GString) markup = g_string_new (format);
  ScopeAnchors last = { .n = 0 };
  ScopePoint at;

  g_string_replace (markup, "%s", rate, 1);
  for (size_t i = kept->n, tried = 0; i-- > 1 && tried < MOST_WAYS;)
    {
      if (!find_kept (drawing, panel, i, &at))
        continue;
      tried++;
      if (label (drawing, panel, SCOPE_ROLE_KEPT_LABEL, SCOPE_INK_TEXT_DIM, markup->str, KEPT_SIZE,
                 &at, SCOPE_SIDE_LEFT, TRUE))
        return;
      if (last.n < G_N_ELEMENTS (last.point))
        last.point[last.n++] = at;
    }
  if (last.n > 0)
    scope_place_value (drawing, SCOPE_ROLE_KEPT_LABEL, panel, SCOPE_INK_TEXT_DIM, format, rate,
                       KEPT_SIZE, &last, LABEL_DISTANCE * drawing->unit, SCOPE_SIDE_LEFT);
}

static void
number_places (ScopeDrawing *drawing, const ScopePanelArea *panel, size_t n)
{
  const ScopeTrail *trail = &drawing->figure->trail, *kept = kept_trail (drawing);
  g_autofree ScopePoint *at = g_new (ScopePoint, n + kept->n + 1);
  const ScopeStepPlaces places = { at, n, n + kept->n, trail->at };

  for (size_t i = 0; i < n; i++)
    at[i] = point_at (drawing, panel, trail->b[i]);
  for (size_t i = 0; i < kept->n; i++)
    at[n + i] = point_at (drawing, panel, kept->b[i]);
  scope_label_steps (drawing, panel, &places);
}

static void
label_bound (ScopeDrawing *drawing, const ScopePanelArea *panel)
{
  double y = scope_scale_to_px (&panel->y, drawing->descent.minimum.bound);
  const ScopePoint at = { panel->rect.x + panel->rect.width, y };
  g_autofree char *number
    = scope_drawing_number_at (drawing, SCOPE_PLACE_LOSS, drawing->descent.minimum.bound);
  /* Translators: what the loss falls towards and never reaches. */
  g_autofree char *markup = g_strdup_printf (_ ("bound %s"), number);

  if (drawing->descent.walk.verdict == SCOPE_DESCENT_ENDLESS && drawing->figure->stage == NULL
      && scope_rect_holds (&panel->rect, &at))
    label (drawing, panel, SCOPE_ROLE_BOUND, SCOPE_INK_LOSS, markup, 0.9, &at,
           SCOPE_SIDE_LEFT, TRUE);
}

void
scope_label_descent (ScopeDrawing *drawing)
{
  size_t n;

  if (!is_shown (drawing))
    return;
  n = n_places (drawing);
  label_next (drawing, &drawing->panels[SCOPE_PANEL_LOSS]);
  for (guint i = 0; i <= SCOPE_PANEL_GRADIENT; i++)
    number_places (drawing, &drawing->panels[i], n);
  name_kept (drawing, &drawing->panels[SCOPE_PANEL_LOSS]);
  label_bound (drawing, &drawing->panels[SCOPE_PANEL_LOSS]);
}
