/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "descent-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "descent-look.h"
#include "descent-numbers.h"
#include "descent-places.h"
#include "descent.h"
#include "markup.h"
#include "panel-kinds.h"
#include "standing.h"
#include "subject.h"

/* Where a descent has been, on both curves, and where another one has been. */

/* In units. */
#define DOT_RADIUS 3.2
#define KEPT_HALF 3.0

/* In em. */
#define KEPT_SIZE 0.9
#define LEAST_KEPT_SIZE 0.675
#define BOUND_SIZE 0.9
#define TRY_STEP 0.4 /* from one place that words try to the next */

#define MOST_WAYS 8 /* the last steps are joined */

/* --- Places: first their room, which labels that stand keep off, later they themselves, over tangent and join. */

typedef enum
{
  STAGE_ROOM,
  STAGE_PAINT,
} Stage;

static void
paint_place (ScopeCanvas *canvas, const ScopePanelArea *panel, gboolean kept, size_t step,
             const ScopePoint *at)
{
  double unit = canvas->unit, half = KEPT_HALF * unit;

  if (kept)
    scope_canvas_draw_rect (canvas, &scope_role_kept_trail, (int) step,
                            &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half },
                            SCOPE_INK_PLOT_GROUND, SCOPE_INK_TEXT_DIM, 1.4 * unit, 0);
  else
    scope_canvas_draw_circle (canvas, &scope_role_trail, (int) step, at->x, at->y, DOT_RADIUS * unit,
                              scope_panel_kinds[panel->kind].ink, SCOPE_INK_NONE, 0);
}

static void
reserve_place (ScopeCanvas *canvas, gboolean kept, const ScopePoint *at)
{
  double half = (kept ? KEPT_HALF + 1 : DOT_RADIUS) * canvas->unit;

  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half });
}

/* One for each pixel: a descent comes to the same place thousands of times. */
static void
draw_trail (ScopeCanvas *canvas, Stage stage, const ScopePanelArea *panel, const ScopeTrail *trail,
            const ScopePoint *points, size_t n, gboolean kept)
{
  guint width = (guint) ceil (panel->rect.width) + 1;
  g_autofree guint8 *taken = g_malloc0 (width);

  for (size_t i = n; i-- > 0;)
    {
      double x = scope_scale_to_px (&panel->x, trail->b[i]) - panel->rect.x;

      if (!(x >= 0 && x < width) || taken[(guint) x])
        continue;
      taken[(guint) x] = 1;
      if (!scope_rect_holds (&panel->rect, &points[i]))
        continue;
      if (stage == STAGE_PAINT)
        paint_place (canvas, panel, kept, i, &points[i]);
      else
        reserve_place (canvas, kept, &points[i]);
    }
}

/* The last steps as straight lines from place to place: across the valley where they overshoot. */
static void
draw_ways (ScopeCanvas *canvas, const ScopeSubject *subject, Stage stage, const ScopePanelArea *panel,
           size_t n)
{
  const ScopeTrail *trail = &subject->figure->trail;

  for (size_t i = n > MOST_WAYS ? n - MOST_WAYS : 1; i < n; i++)
    {
      ScopePoint ends[2] = { scope_descent_end (subject, panel, trail->b[i - 1]),
                             scope_descent_end (subject, panel, trail->b[i]) };

      scope_area_cut (panel, ends);
      if (stage == STAGE_PAINT)
        {
          scope_canvas_draw_polyline (canvas, &scope_role_trail, -1, SCOPE_INK_LOSS,
                                      SCOPE_DESCENT_WAY_WIDTH * canvas->unit, SCOPE_DASH_FINE, panel->clip,
                                      ends, 2);
          continue;
        }
      scope_labels_add_segment (&canvas->labels, &ends[0], &ends[1]);
    }
}

static void
draw_bound (ScopeCanvas *canvas, const ScopeSubject *subject, Stage stage, const ScopePanelArea *panel)
{
  const ScopeMinimum *minimum = &subject->descent->minimum;
  double y = scope_scale_to_px (&panel->y, minimum->bound);
  const ScopePoint ends[2] = { { panel->rect.x, y }, { panel->rect.x + panel->rect.width, y } };

  /* Before a hall nobody says what this line is. */
  if (subject->descent->walk.verdict != SCOPE_DESCENT_ENDLESS || subject->figure->stage != NULL
      || !scope_rect_holds (&panel->rect, &ends[0]))
    return;
  if (stage == STAGE_PAINT)
    scope_canvas_draw_polyline (canvas, &scope_role_bound, 0, SCOPE_INK_LOSS, 1.4 * canvas->unit,
                                SCOPE_DASH_DASHED, panel->clip, ends, 2);
  else
    scope_labels_add_track (&canvas->labels, ends, 2);
}

static void
draw_lines (const ScopeMarks *marks, const ScopePanelArea *panel, Stage stage)
{
  draw_bound (marks->canvas, marks->subject, stage, panel);
  draw_ways (marks->canvas, marks->subject, stage, panel, marks->places.n);
}

static void
draw_places (const ScopeMarks *marks, const ScopePanelArea *panel, Stage stage)
{
  const ScopeTrail *kept = scope_descent_kept (marks->subject);
  const ScopePoint *at = marks->places.at[panel->kind];
  size_t n = marks->places.n;

  draw_trail (marks->canvas, stage, panel, kept, at + n, kept->n, TRUE);
  draw_trail (marks->canvas, stage, panel, &marks->subject->figure->trail, at, n, FALSE);
}

void
scope_descent_marks_reserve_lines (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  draw_lines (marks, panel, STAGE_ROOM);
}

void
scope_descent_marks_reserve_places (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  draw_places (marks, panel, STAGE_ROOM);
}

void
scope_descent_marks_draw_lines (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  draw_lines (marks, panel, STAGE_PAINT);
}

void
scope_descent_marks_draw_places (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  draw_places (marks, panel, STAGE_PAINT);
}

void
scope_descent_marks_number_places (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  const ScopeDescentPoints *places = &marks->places;

  scope_descent_label_steps (marks->canvas, panel,
                             &(ScopeStepPlaces) { places->at[panel->kind], places->n, places->n_all,
                                                  marks->subject->figure->trail.at });
}

/* --- Another descent's */

/* Beside one of its last places in sight, else, and smaller at last, with a leader to one of them. */
static gboolean
stand_kept (ScopeCanvas *canvas, const ScopePanelArea *panel, const ScopeDescentPoints *points,
            const char *markup, gboolean near_only, double size)
{
  const ScopePoint *kept = points->at[panel->kind] + points->n;
  ScopeStanding label = { .role = &scope_role_kept_label,
                          .index = (int) panel->kind,
                          .panel = panel->kind,
                          .ink = SCOPE_INK_TEXT_DIM };

  for (size_t i = points->n_all - points->n, tried = 0; i-- > 1 && tried < (near_only ? MOST_WAYS : 2);)
    {
      if (!scope_rect_holds (&panel->rect, &kept[i]))
        continue;
      tried++;
      label.at = kept[i];
      label.line = scope_markup_new_line (canvas->fonts, size * canvas->em, SCOPE_FACE_TEXT, markup);
      if (scope_standing_place_beside (canvas, panel, &label, SCOPE_DESCENT_LABEL_DISTANCE * canvas->unit,
                                       SCOPE_SIDE_LEFT, near_only))
        return TRUE;
    }
  return FALSE;
}

/* The first free place of the panel, row by row: "□" says whose name it is without a leader. */
static gboolean
stand_as_key (ScopeCanvas *canvas, const ScopePanelArea *panel, const char *markup, double size)
{
  const ScopeRect frame = scope_rect_inset (&panel->rect, 0.4 * canvas->em);
  ScopeStanding label = { .role = &scope_role_kept_label,
                          .index = (int) panel->kind,
                          .panel = panel->kind,
                          .ink = SCOPE_INK_TEXT_DIM,
                          .beside = TRUE };
  ScopeLineSize extent;

  label.line = scope_markup_new_line (canvas->fonts, size * canvas->em, SCOPE_FACE_TEXT, markup);
  scope_line_get_size (label.line, &extent);
  label.box = (ScopeRect) { 0, frame.y, extent.width_px, extent.ascent_px + extent.descent_px };
  for (; label.box.y + label.box.height <= frame.y + frame.height; label.box.y += TRY_STEP * canvas->em)
    for (label.box.x = frame.x; label.box.x + label.box.width <= frame.x + frame.width;
         label.box.x += canvas->em)
      if (scope_labels_is_free (&canvas->labels, &label.box))
        {
          scope_labels_add_rect (&canvas->labels, &label.box);
          scope_standing_place (canvas, &label);
          return TRUE;
        }
  scope_line_unref (label.line);
  return FALSE;
}

static void
name_kept (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel,
           const ScopeDescentPoints *points)
{
  double rate = scope_descent_kept (subject)->rate;
  double least = scope_canvas_least (canvas, LEAST_KEPT_SIZE);
  g_autofree char *number = scope_subject_number (subject, rate);
  g_autofree char *escaped = scope_markup_escape (number);
  g_autofree char *name = rate > 0 ? g_strdup_printf ("*η* = %s", escaped) : g_strdup (_ ("several *η*"));
  /* Translators: the learning rate of a trail that was kept to compare with; □ is the shape of its
   * places, which have no numbers: they would be taken for the present trail's. */
  g_autofree char *markup = g_strdup_printf (_ ("□ %s, kept"), name);

  if (stand_kept (canvas, panel, points, markup, TRUE, KEPT_SIZE))
    return;
  for (double size = KEPT_SIZE; size >= least; size *= 0.9)
    if (stand_kept (canvas, panel, points, markup, FALSE, size))
      return;
  if (scope_descent_kept (subject)->n > 1)
    (void) (stand_as_key (canvas, panel, markup, KEPT_SIZE) || stand_as_key (canvas, panel, markup, least));
}

static void
label_bound (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel)
{
  double y = scope_scale_to_px (&panel->y, subject->descent->minimum.bound);
  g_autofree char *number
    = scope_subject_number_at (subject, SCOPE_PLACE_LOSS, subject->descent->minimum.bound);
  /* Translators: what the loss falls towards and never reaches. */
  g_autofree char *markup = g_strdup_printf (_ ("bound %s"), number);
  ScopeStanding label = { .role = &scope_role_bound,
                          .index = (int) panel->kind,
                          .panel = panel->kind,
                          .ink = SCOPE_INK_LOSS,
                          .at = { panel->rect.x + panel->rect.width, y },
                          .beside = TRUE };

  if (subject->descent->walk.verdict != SCOPE_DESCENT_ENDLESS || subject->figure->stage != NULL
      || !scope_rect_holds (&panel->rect, &label.at))
    return;
  label.line = scope_markup_new_line (canvas->fonts, BOUND_SIZE * canvas->em, SCOPE_FACE_TEXT, markup);
  scope_standing_place_beside (canvas, panel, &label, SCOPE_DESCENT_LABEL_DISTANCE * canvas->unit,
                               SCOPE_SIDE_LEFT, TRUE);
}

void
scope_descent_marks_name (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  name_kept (marks->canvas, marks->subject, panel, &marks->places);
  label_bound (marks->canvas, marks->subject, panel);
}
