/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "descent-numbers.h"
#include "descent-places.h"
#include "parts.h"
#include "plan.h"
#include "standing.h"
#include "subject.h"

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

/* In em. */
#define KEPT_SIZE 0.9
#define LEAST_KEPT_SIZE 0.675
#define DROP_SIZE 0.95
#define DROP_ROW 1.4
#define BOUND_SIZE 0.9
/* So often words try for a place, in such steps. */
#define TRIES 5
#define TRY_STEP 0.4 /* em */
#define MOST_WAYS 8  /* the last steps are joined */

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
  ScopeInk ink = panel->kind == SCOPE_PANEL_LOSS ? SCOPE_INK_LOSS : SCOPE_INK_GRADIENT;

  if (kept)
    scope_draw_rect (canvas, &scope_role_kept_trail, (int) step,
                     &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half }, SCOPE_INK_PLOT_GROUND,
                     SCOPE_INK_TEXT_DIM, 1.4 * unit, 0);
  else
    scope_draw_circle (canvas, &scope_role_trail, (int) step, at->x, at->y, DOT_RADIUS * unit, ink,
                       SCOPE_INK_NONE, 0);
}

static void
reserve_place (ScopeCanvas *canvas, gboolean kept, const ScopePoint *at)
{
  double half = (kept ? KEPT_HALF + 1 : DOT_RADIUS) * canvas->unit;

  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { at->x - half, at->y - half, 2 * half, 2 * half });
}

/* One for each pixel: a descent comes to the same place thousands of times. */
static void
draw_places (ScopeCanvas *canvas, Stage stage, const ScopePanelArea *panel, const ScopeTrail *trail,
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

      scope_panel_cut (panel, ends);
      if (stage == STAGE_PAINT)
        {
          scope_draw_polyline (canvas, &scope_role_trail, -1, SCOPE_INK_LOSS, WAY_WIDTH * canvas->unit,
                               SCOPE_DASH_FINE, panel->clip, ends, 2);
          continue;
        }
      const ScopePoint rising[2] = { ends[ends[0].x > ends[1].x], ends[ends[0].x <= ends[1].x] };
      scope_labels_add_track (&canvas->labels, rising, 2);
    }
}

static void
draw_bound (ScopeCanvas *canvas, const ScopeSubject *subject, Stage stage, const ScopePanelArea *panel)
{
  const ScopeMinimum *minimum = &subject->descent.minimum;
  double y = scope_scale_to_px (&panel->y, minimum->bound);
  const ScopePoint ends[2] = { { panel->rect.x, y }, { panel->rect.x + panel->rect.width, y } };

  /* Before a hall nobody says what this line is. */
  if (subject->descent.walk.verdict != SCOPE_DESCENT_ENDLESS || subject->figure->stage != NULL
      || !scope_rect_holds (&panel->rect, &ends[0]))
    return;
  if (stage == STAGE_PAINT)
    scope_draw_polyline (canvas, &scope_role_bound, 0, SCOPE_INK_LOSS, 1.4 * canvas->unit, SCOPE_DASH_DASHED,
                         panel->clip, ends, 2);
  else
    scope_labels_add_track (&canvas->labels, ends, 2);
}

static void
draw_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
              const ScopeDescentPoints *points, Stage stage)
{
  const ScopeTrail *kept = scope_descent_kept (subject);
  size_t n = points->n;

  draw_bound (canvas, subject, stage, &plan->panels[SCOPE_PANEL_LOSS]);
  draw_ways (canvas, subject, stage, &plan->panels[SCOPE_PANEL_LOSS], n);
  for (guint i = 0; i <= SCOPE_PANEL_GRADIENT; i++)
    {
      draw_places (canvas, stage, &plan->panels[i], kept, points->at[i] + n, kept->n, TRUE);
      draw_places (canvas, stage, &plan->panels[i], &subject->figure->trail, points->at[i], n, FALSE);
    }
}

/* --- The next step */

typedef struct
{
  ScopePoint from;        /* the loss's point */
  double x;               /* of the next b₃ */
  double promised, given; /* where the tangent and the curve lead, y */
} Next;

/* Where words stand: which part of them is left of a point, and over it. */
typedef struct
{
  ScopePoint at;
  double left, over;
} Spot;

static gboolean
find_next (const ScopeSubject *subject, const ScopePanelArea *panel, Next *next)
{
  const ScopeDescentLook *look = &subject->descent;
  double loss = look->walk.last.loss;

  if (!scope_descent_is_shown (subject) || !look->has_next
      || scope_subject_hides (subject, SCOPE_PLACE_DOWNHILL | SCOPE_PLACE_GRADIENT))
    return FALSE;
  next->from = scope_descent_point (subject, panel, look->walk.last.b);
  next->x = scope_scale_to_px (&panel->x, look->next);
  next->promised = scope_panel_place (panel, look->next, loss - look->walk.last.promise).y;
  next->given = scope_descent_point (subject, panel, look->next).y;
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
draw_bracket (ScopeCanvas *canvas, const ScopePanelArea *panel, int index, double x, double from, double to)
{
  double serif = SERIF * canvas->unit, width = BRACKET_WIDTH * canvas->unit;
  ScopeInk ink = index == 0 ? SCOPE_INK_GRADIENT : SCOPE_INK_LOSS;
  ScopeDash dash = index == 0 ? SCOPE_DASH_DASHED : SCOPE_DASH_SOLID;
  double top = fmin (from, to), height = fabs (to - from);

  if (height < LEAST_DROP * canvas->unit)
    return;
  scope_draw_segment (canvas, &scope_role_drop, index, ink, width, dash, panel->clip, x, from, x, to);
  for (int end = 0; end < 2; end++)
    {
      double y = end == 0 ? from : to;

      scope_draw_segment (canvas, &scope_role_drop, index, ink, width, SCOPE_DASH_SOLID, panel->clip,
                          x - serif, y, x + serif, y);
    }
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { x - serif, top, 2 * serif, height });
}

/* A tip at the frame's edge, for a step that leads out of the picture. */
static void
draw_edge (ScopeCanvas *canvas, const ScopePanelArea *panel, const Next *next)
{
  const ScopeRect *rect = &panel->rect;
  double way = next->x > next->from.x ? 1 : -1, head = HEAD * canvas->unit;
  double x = way > 0 ? rect->x + rect->width - 1 : rect->x + 1;
  double y = CLAMP (next->from.y, rect->y + head, rect->y + rect->height - head);
  const ScopePoint tip[3] = { { x, y }, { x - way * head, y - head / 2 }, { x - way * head, y + head / 2 } };

  scope_draw_polygon (canvas, &scope_role_drop, 2, SCOPE_INK_GRADIENT, tip, 3);
  scope_labels_add_rect (&canvas->labels,
                         &(ScopeRect) { fmin (x, x - way * head), y - head / 2, head, head });
}

void
scope_draw_next_step (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopePanelArea *panel = &plan->panels[SCOPE_PANEL_LOSS];
  double apart = BRACKETS_APART * canvas->unit;
  Next next;

  if (!find_next (subject, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      draw_edge (canvas, panel, &next);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * canvas->unit)
    return;

  double end = next.x + (next.x > next.from.x ? 1 : -1) * (apart + SERIF * canvas->unit);
  const ScopePoint level[2]
    = { { fmin (next.from.x, end), next.from.y }, { fmax (next.from.x, end), next.from.y } };
  scope_draw_polyline (canvas, &scope_role_drop, -1, SCOPE_INK_AXIS, WAY_WIDTH * canvas->unit,
                       SCOPE_DASH_FINE, panel->clip, level, 2);
  scope_labels_add_track (&canvas->labels, level, 2);
  draw_bracket (canvas, panel, 0, next.x - apart, next.from.y, next.promised);
  draw_bracket (canvas, panel, 1, next.x + apart, next.from.y, next.given);
}

/* --- Its words */

/* So high or so low as there is room for it, close to its place; else left out: its numbers stand below the
 * rule, too. */
static void
write_drop (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, const char *format,
            double value, ScopePlace place, ScopeInk ink, const Spot *spot)
{
  g_autofree char *number = scope_subject_number_at (subject, place, value);
  g_autofree char *escaped = scope_line_escape (number);
  g_autoptr (GString) markup = g_string_new (format);
  double em = canvas->em, pad = 0.2 * em, gap = LABEL_DISTANCE * canvas->unit, y;
  const ScopeRect *rect = &panel->rect;
  ScopeLineSize size;
  ScopeRect box;
  ScopeLine *line;

  g_string_replace (markup, "%s", escaped, 1);
  line = scope_line_new_markup (canvas->fonts, DROP_SIZE * em, SCOPE_FACE_TEXT, markup->str);
  scope_line_get_size (line, &size);
  box.width = scope_canvas_slot_width (canvas, line);
  box.height = size.ascent_px + size.descent_px;
  box.x = spot->at.x - spot->left * box.width;
  box.x = CLAMP (box.x, rect->x + pad, fmax (rect->x + rect->width - pad - box.width, rect->x + pad));
  y = spot->at.y - spot->over * box.height + (1 - 2 * spot->over) * gap;
  y = CLAMP (y, rect->y + pad, fmax (rect->y + rect->height - pad - box.height, rect->y + pad));
  for (int i = 0; i < TRIES; i++)
    {
      box.y = y + (i + 1) / 2 * (i % 2 ? TRY_STEP : -TRY_STEP) * em;
      if (box.y < rect->y || box.y + box.height > rect->y + rect->height
          || !scope_labels_is_free (&canvas->labels, &box))
        continue;
      scope_labels_add_rect (&canvas->labels, &box);
      scope_draw_line (canvas, &scope_role_drop, (int) panel->kind, ink, line,
                       box.x + spot->left * (box.width - size.width_px), box.y + size.ascent_px);
      return;
    }
  scope_line_unref (line);
}

/* At the frame, behind the tip. */
static void
label_edge (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePanelArea *panel, const Next *next)
{
  const ScopeRect *rect = &panel->rect;
  gboolean right = next->x > next->from.x;
  double head = HEAD * canvas->unit, away = head + LABEL_DISTANCE * canvas->unit;
  double y = CLAMP (next->from.y, rect->y + head, rect->y + rect->height - head);
  double x = right ? rect->x + rect->width - away : rect->x + away;

  write_drop (canvas, subject, panel, _ ("next *b*_3 = %s"), subject->descent.next, SCOPE_PLACE_DOWNHILL,
              SCOPE_INK_GRADIENT, &(Spot) { { x, y }, right, 0.5 });
}

/* At the level where both brackets begin, away from the point: over it, where neither tangent nor curve goes. A
 * rise is the valley's other side: it stands towards the point then, and what was promised under the level. */
void
scope_label_next_step (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan)
{
  const ScopePanelArea *panel = &plan->panels[SCOPE_PANEL_LOSS];
  const ScopeDescentLook *look = &subject->descent;
  double apart = BRACKETS_APART * canvas->unit, clear = 2 * SERIF * canvas->unit, row, way;
  gboolean risen = look->drop < 0, right;
  Next next;

  if (!find_next (subject, panel, &next))
    return;
  if (!is_inside (panel, &next))
    {
      label_edge (canvas, subject, panel, &next);
      return;
    }
  if (fabs (next.promised - next.from.y) < LEAST_DROP * canvas->unit)
    return;
  right = next.x > next.from.x;
  way = right ? clear : -clear;
  row = risen ? 0 : -DROP_ROW * canvas->em;
  if (risen)
    write_drop (canvas, subject, panel, _ ("risen !%s!"), -look->drop, SCOPE_PLACE_LOSS, SCOPE_INK_LOSS,
                &(Spot) { { next.x + apart - way, next.from.y }, right, 1 });
  else
    write_drop (canvas, subject, panel, _ ("given !%s!"), look->drop, SCOPE_PLACE_LOSS, SCOPE_INK_LOSS,
                &(Spot) { { next.x, next.from.y }, !right, 1 });
  write_drop (
    canvas, subject, panel, _ ("promised !%s!"), look->walk.last.promise, SCOPE_PLACE_DOWNHILL,
    SCOPE_INK_GRADIENT,
    &(Spot) { { risen ? next.x - apart + way : next.x, next.from.y + row }, !right, risen ? 0 : 1 });
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
      label.line = scope_line_new_markup (canvas->fonts, size * canvas->em, SCOPE_FACE_TEXT, markup);
      if (scope_stand_beside (canvas, panel, &label, LABEL_DISTANCE * canvas->unit, SCOPE_SIDE_LEFT,
                              near_only))
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

  label.line = scope_line_new_markup (canvas->fonts, size * canvas->em, SCOPE_FACE_TEXT, markup);
  scope_line_get_size (label.line, &extent);
  label.box = (ScopeRect) { 0, frame.y, extent.width_px, extent.ascent_px + extent.descent_px };
  for (; label.box.y + label.box.height <= frame.y + frame.height; label.box.y += TRY_STEP * canvas->em)
    for (label.box.x = frame.x; label.box.x + label.box.width <= frame.x + frame.width;
         label.box.x += canvas->em)
      if (scope_labels_is_free (&canvas->labels, &label.box))
        {
          scope_labels_add_rect (&canvas->labels, &label.box);
          scope_stand (canvas, &label);
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
  g_autofree char *escaped = scope_line_escape (number);
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
  double y = scope_scale_to_px (&panel->y, subject->descent.minimum.bound);
  g_autofree char *number
    = scope_subject_number_at (subject, SCOPE_PLACE_LOSS, subject->descent.minimum.bound);
  /* Translators: what the loss falls towards and never reaches. */
  g_autofree char *markup = g_strdup_printf (_ ("bound %s"), number);
  ScopeStanding label = { .role = &scope_role_bound,
                          .index = (int) panel->kind,
                          .panel = panel->kind,
                          .ink = SCOPE_INK_LOSS,
                          .at = { panel->rect.x + panel->rect.width, y },
                          .beside = TRUE };

  if (subject->descent.walk.verdict != SCOPE_DESCENT_ENDLESS || subject->figure->stage != NULL
      || !scope_rect_holds (&panel->rect, &label.at))
    return;
  label.line = scope_line_new_markup (canvas->fonts, BOUND_SIZE * canvas->em, SCOPE_FACE_TEXT, markup);
  scope_stand_beside (canvas, panel, &label, LABEL_DISTANCE * canvas->unit, SCOPE_SIDE_LEFT, TRUE);
}

void
scope_stand_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                     const ScopeDescentPoints *points)
{
  if (!scope_descent_is_shown (subject))
    return;
  draw_descent (canvas, subject, plan, points, STAGE_ROOM);
  name_kept (canvas, subject, &plan->panels[SCOPE_PANEL_LOSS], points);
  label_bound (canvas, subject, &plan->panels[SCOPE_PANEL_LOSS]);
}

void
scope_draw_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                    const ScopeDescentPoints *points)
{
  if (scope_descent_is_shown (subject))
    draw_descent (canvas, subject, plan, points, STAGE_PAINT);
}

void
scope_number_descent (ScopeCanvas *canvas, const ScopeSubject *subject, const ScopePlan *plan,
                      const ScopeDescentPoints *points)
{
  if (!scope_descent_is_shown (subject))
    return;
  for (guint i = 0; i <= SCOPE_PANEL_GRADIENT; i++)
    scope_label_steps (
      canvas, &plan->panels[i],
      &(ScopeStepPlaces) { points->at[i], points->n, points->n_all, subject->figure->trail.at });
}
