/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "many-parts.h"
#include "parts.h"
#include "place.h"
#include "plan.h"
#include "standing.h"
#include "subject.h"
#include "tangent.h"

/* What belongs to the present b₃: points, tangent, slope triangle, arrow, and their labels. */

#define LABEL_SIZE 1.1
#define LOSS_SIZE 1.21
#define HERO_SIZE 1.45
#define HERO_SIZE_MANY 1.75 /* no result of a formula is the largest number then */
/* What values usually take in their panel's row, in their own size. */
#define LOSS_ROOM 6.0
#define SLOPE_ROOM 9.5
#define HERO_ROOM 10.0
#define ESTIMATE_ROOM 7.0  /* "yours −0.6" */
#define COMPARED_ROOM 14.0 /* "yours −0.6: off by 0.2491" */
#define MOST_VALUES 3
#define ARROW_WIDTH 3.0
#define ARROW_HEAD 10.0
/* Where the slope triangle begins and ends, in halves of the tangent. */
#define TRIANGLE_FAR 0.85
#define TRIANGLE_NEAR 0.4

typedef struct
{
  ScopeCanvas *canvas;
  const ScopeSubject *subject;
  const ScopePlan *plan;
  const ScopePanelArea *loss, *gradient;
  ScopePoint loss_at, gradient_at; /* the points */
  gboolean loss_seen, gradient_seen;
  double slope_px; /* of the tangent on screen, y down */
  double half_px;  /* of the tangent's horizontal extent */
  ScopeDescentPoints points;
} Marks;

static void
find_points (Marks *marks)
{
  const ScopeSubject *subject = marks->subject;
  const ScopeRect *rect = &marks->loss->rect;
  double b = subject->figure->parameters.b, g = subject->dl_db;
  double x = scope_scale_to_px (&marks->loss->x, b);

  marks->loss_at.x = marks->gradient_at.x = x;
  marks->loss_at.y = scope_scale_to_px (&marks->loss->y, subject->loss);
  marks->gradient_at.y = scope_scale_to_px (&marks->gradient->y, g);
  marks->loss_seen = scope_rect_holds (rect, &marks->loss_at);
  marks->gradient_seen = scope_rect_holds (&marks->gradient->rect, &marks->gradient_at);
  marks->slope_px = scope_panel_slope_px (marks->loss, g);
  marks->half_px = scope_panel_tangent_px (marks->loss, marks->slope_px);
}

static void
draw_guess (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopePanelArea *panel = &plan->panels[SCOPE_PANEL_LOSS];
  double y = scope_snap (scope_scale_to_px (&panel->y, SCOPE_GUESS_LOSS));

  if (!(subject->figure->show & SCOPE_SHOW_GUESS) || y <= panel->rect.y
      || y >= panel->rect.y + panel->rect.height)
    return;

  const ScopePoint ends[2] = { { panel->rect.x, y }, { panel->rect.x + panel->rect.width, y } };
  canvas->part = SCOPE_SHOW_GUESS;
  scope_draw_polyline (canvas, &scope_role_guess, 0, SCOPE_INK_AXIS, scope_scene_get_hair (canvas->scene),
                       SCOPE_DASH_FINE, panel->clip, ends, 2);
  canvas->part = 0;
  scope_labels_add_track (&canvas->labels, ends, 2);
}

static void
draw_join_part (ScopeCanvas *canvas, guint panel, double x, double from, double to)
{
  const ScopePoint ends[2] = { { x, from }, { x, to } };

  if (to <= from)
    return;
  scope_draw_polyline (canvas, &scope_role_join, (int) panel, SCOPE_INK_AXIS, 1.2 * canvas->unit,
                       SCOPE_DASH_FINE, -1, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
}

/* From the values down through the points to the axis, in the panels alone: titles stand between them. Words
 * that stay where they are let it pass behind them. */
static void
draw_join (Marks *marks)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopePlan *plan = marks->plan;
  double x = marks->loss_at.x, gap = 0.3 * canvas->em;

  if (x < marks->loss->rect.x || x > marks->loss->rect.x + marks->loss->rect.width)
    return;
  for (guint i = 0; i < plan->n_panels; i++)
    {
      const ScopeRect *rect = &plan->panels[i].rect;
      const ScopeStanding *words;
      double from = rect->y;

      while ((words = scope_standing_below (canvas, (ScopePanel) i, x, from, gap)) != NULL)
        {
          draw_join_part (canvas, i, x, from, words->box.y - gap);
          from = words->box.y + words->box.height + gap;
        }
      draw_join_part (canvas, i, x, from, rect->y + rect->height);
    }
}

/* On the upper half of the tangent, its right angle under it, away from the convex curve; on the
 * other half where the panel ends before. */
static gboolean
find_triangle (const Marks *marks, ScopePoint corners[3])
{
  const ScopeRect *rect = &marks->loss->rect;
  const ScopePoint *at = &marks->loss_at;
  double up = marks->slope_px >= 0 ? -1 : 1;

  for (int half = 0; half < 2; half++, up = -up)
    {
      double far = TRIANGLE_FAR * marks->half_px * up, near = TRIANGLE_NEAR * marks->half_px * up;
      const ScopePoint high = { at->x + far, at->y + far * marks->slope_px };
      const ScopePoint low = { at->x + near, at->y + near * marks->slope_px };

      corners[0] = high;
      corners[1] = low;
      corners[2] = high.y < low.y ? (ScopePoint) { high.x, low.y } : (ScopePoint) { low.x, high.y };
      if (scope_rect_holds (rect, &corners[0]) && scope_rect_holds (rect, &corners[1])
          && scope_rect_holds (rect, &corners[2]))
        return fabs (far - near) > 6 * marks->canvas->unit && fabs (high.y - low.y) > 6 * marks->canvas->unit;
    }
  return FALSE;
}

static gboolean
has_tangent (const Marks *marks)
{
  return marks->loss_seen && (marks->subject->figure->show & SCOPE_SHOW_TANGENT)
         && !scope_subject_asks_slope (marks->subject);
}

static gboolean
has_estimate (const Marks *marks)
{
  return marks->loss_seen && (marks->subject->figure->show & SCOPE_SHOW_ESTIMATE);
}

/* Its two legs; the tangent is the third side. */
static void
draw_triangle (Marks *marks)
{
  ScopePoint corners[3];

  if (!find_triangle (marks, corners))
    return;

  const ScopePoint legs[3] = { corners[0], corners[2], corners[1] };
  scope_draw_polyline (marks->canvas, &scope_role_slope_triangle, 0, SCOPE_INK_GRADIENT,
                       1.3 * marks->canvas->unit, SCOPE_DASH_FINE, marks->loss->clip, legs, 3);

  /* As rectangles: a leg runs back, a track may not. */
  for (int i = 0; i < 2; i++)
    scope_labels_add_rect (&marks->canvas->labels,
                           &(ScopeRect) { fmin (legs[i].x, legs[i + 1].x), fmin (legs[i].y, legs[i + 1].y),
                                          fabs (legs[i].x - legs[i + 1].x),
                                          fabs (legs[i].y - legs[i + 1].y) });
}

/* What the values are that a panel's title has behind it, over the point at x. */
static guint
find_values (const ScopeSubject *subject, ScopePanel kind, double x, ScopeTitleValue values[MOST_VALUES])
{
  gboolean asks = scope_subject_asks_slope (subject);
  guint n = 0;

  if (!(subject->figure->show & SCOPE_SHOW_POINT) || kind > SCOPE_PANEL_GRADIENT)
    return 0;
  if (kind == SCOPE_PANEL_GRADIENT)
    {
      values[0] = (ScopeTitleValue) { .role = &scope_role_point_label,
                                      .ink = SCOPE_INK_GRADIENT,
                                      .format = "*∂L*/*∂b*_3 = !%s!",
                                      .number = subject->dl_db_text,
                                      .size = subject->figure->many != NULL ? HERO_SIZE_MANY : HERO_SIZE,
                                      .room = HERO_ROOM,
                                      .over = x };
      return 1;
    }
  values[n++] = (ScopeTitleValue) { .role = &scope_role_point_label,
                                    .ink = SCOPE_INK_LOSS,
                                    .format = "*L* = !%s!",
                                    .number = subject->loss_text,
                                    .size = LOSS_SIZE,
                                    .room = LOSS_ROOM,
                                    .over = x };
  /* At the end of the row, as in the linked plots. */
  if ((subject->figure->show & SCOPE_SHOW_TANGENT) && !asks)
    values[n++] = (ScopeTitleValue) { .role = &scope_role_slope_label,
                                      .ink = SCOPE_INK_GRADIENT,
                                      .format = _ ("slope !%s!"),
                                      .number = subject->dl_db_text,
                                      .size = LABEL_SIZE,
                                      .room = SLOPE_ROOM,
                                      .over = NAN };
  if (subject->figure->show & SCOPE_SHOW_ESTIMATE)
    values[n++] = (ScopeTitleValue) { .role = &scope_role_estimate_label,
                                      .ink = SCOPE_INK_TEXT,
                                      .format = "%s",
                                      .number = subject->estimate_text,
                                      .brief = subject->estimate_brief,
                                      .size = LABEL_SIZE,
                                      .room = asks ? ESTIMATE_ROOM : COMPARED_ROOM,
                                      .over = NAN };
  return n;
}

double
scope_marks_title_room (const ScopeSubject *subject, ScopePanel kind)
{
  ScopeTitleValue values[MOST_VALUES];
  guint n = find_values (subject, kind, 0, values);

  return scope_title_room (values, n);
}

static void
label_points (const Marks *marks)
{
  const gboolean seen[] = { marks->loss_seen, marks->gradient_seen };

  for (guint i = 0; i < G_N_ELEMENTS (seen); i++)
    {
      ScopeTitleValue values[MOST_VALUES];
      guint n = find_values (marks->subject, (ScopePanel) i, marks->loss_at.x, values);

      if (seen[i])
        scope_place_in_title (marks->canvas, &marks->plan->panels[i], values, n);
    }
}

/* Where the arrow ends: η·|gradient| downhill, no further than the frame. */
static double
arrow_end (const Marks *marks)
{
  const ScopeRect *rect = &marks->gradient->rect;
  double b = marks->subject->figure->parameters.b;
  double step = marks->subject->figure->rate * marks->subject->dl_db;
  double x = scope_scale_to_px (&marks->gradient->x, b - step);

  return CLAMP (x, rect->x, rect->x + rect->width);
}

static void
draw_arrow (Marks *marks, double from, double to, double y)
{
  double unit = marks->canvas->unit, way = to > from ? 1 : -1;
  double head = fmin (ARROW_HEAD * unit, fabs (to - from)), half = 0.5 * head;
  const ScopePoint tip[3] = { { to, y }, { to - way * head, y - half }, { to - way * head, y + half } };

  scope_draw_segment (marks->canvas, &scope_role_downhill, 0, SCOPE_INK_GRADIENT, ARROW_WIDTH * unit,
                      SCOPE_DASH_SOLID, -1, from, y, to - way * head * 0.8, y);
  scope_draw_polygon (marks->canvas, &scope_role_downhill, 1, SCOPE_INK_GRADIENT, tip, 3);
}

static gboolean
has_arrow (const Marks *marks)
{
  return (marks->subject->figure->show & SCOPE_SHOW_DOWNHILL) && marks->gradient_seen
         && !scope_subject_hides (marks->subject, SCOPE_PLACE_DOWNHILL)
         && fabs (arrow_end (marks) - marks->gradient_at.x) >= 3 * marks->canvas->unit;
}

/* On the axis itself, its room taken before any label is placed. */
static double
reserve_arrow (Marks *marks)
{
  const ScopeRect *rect = &marks->gradient->rect;
  double half = ARROW_HEAD / 2 * marks->canvas->unit, y = rect->y + rect->height;
  double from = marks->gradient_at.x, to = arrow_end (marks);

  scope_labels_add_rect (&marks->canvas->labels,
                         &(ScopeRect) { fmin (from, to), y - half, fabs (to - from), half });
  draw_arrow (marks, from, to, y);
  return y;
}

/* Beside the tip, on the axis like it, or not at all: elsewhere it would be about a curve. */
static void
label_arrow (Marks *marks, double y)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopeRect *rect = &marks->gradient->rect;
  gboolean right = subject->dl_db < 0;
  const char *markup = right ? _ ("negative gradient: raise *b*_3") : _ ("positive gradient: lower *b*_3");
  double pad = 0.2 * canvas->em, away = 8 * canvas->unit;
  ScopeLineSize size;
  ScopeRect box;
  ScopeLine *line;

  if (rect->width < 34 * canvas->em)
    return;
  line = scope_line_new_markup (canvas->fonts, canvas->em * 0.95, SCOPE_FACE_TEXT, markup);
  scope_line_get_size (line, &size);
  box.width = size.width_px;
  box.height = size.ascent_px + size.descent_px;
  box.x = right ? arrow_end (marks) + away : arrow_end (marks) - away - box.width;
  box.y = y - pad - box.height;
  if (box.x < rect->x + pad || box.x + box.width > rect->x + rect->width - pad
      || !scope_labels_is_free (&canvas->labels, &box))
    {
      scope_line_unref (line);
      return;
    }
  scope_labels_add_rect (&canvas->labels, &box);
  scope_draw_line (canvas, &scope_role_downhill_label, (int) marks->gradient->kind, SCOPE_INK_GRADIENT, line,
                   box.x, box.y + size.ascent_px);
}

/* They are painted over what comes before them. */
static void
reserve_points (const Marks *marks)
{
  double radius = 1.3 * SCOPE_POINT_RADIUS * marks->canvas->unit;
  const ScopePoint at[] = { marks->loss_at, marks->gradient_at };

  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    scope_labels_add_rect (&marks->canvas->labels,
                           &(ScopeRect) { at[i].x - radius, at[i].y - radius, 2 * radius, 2 * radius });
}

/* The points, and that of the observed class's probability. */
static void
draw_points (Marks *marks)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopePlan *plan = marks->plan;

  canvas->part = SCOPE_SHOW_POINT;
  if (marks->loss_seen)
    scope_draw_point (canvas, marks->loss, &marks->loss_at, SCOPE_INK_LOSS);
  canvas->part = 0;
  if (marks->gradient_seen)
    scope_draw_point (canvas, marks->gradient, &marks->gradient_at, SCOPE_INK_GRADIENT);
  if (plan->n_panels > SCOPE_PANEL_PROBABILITY)
    {
      const ScopePanelArea *panel = &plan->panels[SCOPE_PANEL_PROBABILITY];
      unsigned o = subject->figure->parameters.observed;
      ScopePoint at = { marks->loss_at.x, scope_scale_to_px (&panel->y, subject->outcome->p[o]) };

      if (scope_rect_holds (&panel->rect, &at))
        scope_draw_point (canvas, panel, &at, SCOPE_INK_TEXT);
    }
}

static void
draw_marks (Marks *marks)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopePlan *plan = marks->plan;
  double arrow_y = 0;

  draw_join (marks);
  if (has_tangent (marks))
    {
      canvas->part = SCOPE_SHOW_TANGENT;
      scope_draw_tangent (canvas, marks->loss, &marks->loss_at, marks->slope_px, SCOPE_INK_GRADIENT);
      draw_triangle (marks);
      canvas->part = 0;
    }
  scope_draw_descent (canvas, subject, plan, &marks->points);
  scope_draw_secant (canvas, subject, marks->loss);
  canvas->part = SCOPE_SHOW_ESTIMATE;
  if (has_estimate (marks))
    scope_draw_estimate (canvas, subject, marks->loss, &marks->loss_at);
  canvas->part = 0;
  reserve_points (marks);
  /* What η moves comes after the numbers. */
  scope_number_descent (canvas, subject, plan, &marks->points);
  canvas->part = SCOPE_SHOW_DOWNHILL;
  if (has_arrow (marks))
    arrow_y = reserve_arrow (marks);
  canvas->part = 0;
  scope_draw_next_step (canvas, subject, plan);
  draw_points (marks);
  label_points (marks);
  if (has_arrow (marks))
    label_arrow (marks, arrow_y);
}

/* The minimum of many flowers lies under the point. */
void
scope_draw_marks (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  Marks marks = { .canvas = canvas,
                  .subject = subject,
                  .plan = plan,
                  .loss = &plan->panels[SCOPE_PANEL_LOSS],
                  .gradient = &plan->panels[SCOPE_PANEL_GRADIENT] };
  gboolean shown = (subject->figure->show & SCOPE_SHOW_POINT) != 0;

  if (subject->figure->many != NULL)
    scope_draw_many_minimum (canvas, subject, plan);
  draw_guess (canvas, subject, plan);
  scope_find_minimum_labels (canvas, subject, plan);
  if (shown)
    {
      scope_draw_half_point (canvas, subject, marks.gradient);
      scope_label_half_point (canvas, subject, marks.gradient);
      scope_descent_points_init (&marks.points, subject, plan);
      scope_stand_descent (canvas, subject, plan, &marks.points);
      find_points (&marks);
      draw_marks (&marks);
      scope_descent_points_clear (&marks.points);
    }
  scope_draw_standing (canvas);
  if (shown)
    scope_label_next_step (canvas, subject, plan);
}
