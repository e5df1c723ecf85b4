/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "many-minimum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "curves.h"
#include "markup.h"
#include "number.h"
#include "panel-kinds.h"
#include "sentences.h"
#include "standing.h"
#include "subject.h"
#include "tangent.h"

/* Where the sum is least, or why it is nowhere. */

#define MARK_SIZE 5.0
#define MARK_STROKE 2.0
#define LEAST_SIZE 0.7
#define LABEL_SIZE 0.95
#define EDGE_TRIES 12 /* above and below */
#define EDGE_STEP 0.6 /* em, from one to the next */

static const ScopeMinimum *
find_minimum (const ScopeSubject *subject)
{
  return scope_many_curves_get_minimum (scope_curves_get_many (subject->curves));
}

/* Markup; number is that of the minimum. What many do together, one does by itself. */
static char *
minimum_text (const ScopeSubject *subject, const ScopeMinimum *minimum, const char *number)
{
  gboolean one = subject->figure->many == NULL || subject->figure->many->n == 1;

  switch (minimum->kind)
    {
    case SCOPE_MINIMUM_FINITE:
      return g_strdup_printf (_ ("minimum at *b*_3 = !%s!"), number);
    case SCOPE_MINIMUM_AT_PLUS_INFINITY:
      if (one)
        return g_strdup (_ ("no finite minimum: the loss keeps falling as *b*_3 rises"));
      return g_strdup (
        _ ("no finite minimum: no flower pulls *b*_3 down, the loss keeps falling as it rises"));
    case SCOPE_MINIMUM_AT_MINUS_INFINITY:
      if (one)
        return g_strdup (_ ("no finite minimum: the loss keeps falling as *b*_3 falls"));
      return g_strdup (_ ("no finite minimum: no flower pulls *b*_3 up, the loss keeps falling as it falls"));
    case SCOPE_MINIMUM_FLAT:
      return g_strdup (_ ("no minimum: the loss is the same at every *b*_3"));
    case SCOPE_MINIMUM_BEYOND:
    default:
      return g_strdup (_ ("the minimum is beyond the largest number"));
    }
}

/* A cross that the curve goes through, which no point and no class has. */
static void
draw_mark (ScopeCanvas *canvas, const ScopePanelArea *panel, ScopeInk ink, const ScopePoint *at)
{
  double arm = MARK_SIZE * canvas->unit;

  for (int i = 0; i < 2; i++)
    {
      double turn = i == 0 ? arm : -arm;

      scope_canvas_draw_segment (canvas, &scope_role_minimum, (int) panel->kind, ink,
                                 MARK_STROKE * canvas->unit, SCOPE_DASH_SOLID, panel->clip, at->x - arm,
                                 at->y - turn, at->x + arm, at->y + turn);
    }
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { at->x - arm, at->y - arm, 2 * arm, 2 * arm });
}

static gboolean
find_mark (const ScopeSubject *subject, const ScopePanelArea *panel, ScopePoint *at)
{
  const ScopeMinimum *minimum = find_minimum (subject);
  double y = panel->kind == SCOPE_PANEL_LOSS ? minimum->at.loss : 0;

  if (minimum->kind != SCOPE_MINIMUM_FINITE)
    return FALSE;
  at->x = scope_scale_to_px (&panel->x, minimum->b);
  at->y = scope_scale_to_px (&panel->y, y);
  return scope_rect_holds (&panel->rect, at);
}

void
scope_many_minimum_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopePoint at;

  if (find_mark (marks->subject, panel, &at))
    draw_mark (marks->canvas, panel, scope_panel_kinds[panel->kind].ink, &at);
}

/* Where the words belong that have no mark: the end of the curve on the side of the minimum, or of
 * where the loss falls to. */
static ScopePoint
find_side (const ScopeSubject *subject, const ScopePanelArea *panel, const ScopeMinimum *minimum)
{
  const ScopeManyCurves *curves = scope_curves_get_many (subject->curves);
  const double *loss = scope_many_curves_get_sum (curves, SCOPE_MANY_LOSS);
  const ScopeRect *rect = &panel->rect;
  gboolean right = minimum->kind == SCOPE_MINIMUM_AT_PLUS_INFINITY
                   || (minimum->kind == SCOPE_MINIMUM_FINITE && minimum->b > subject->figure->view.axis_hi);
  double end = loss[right ? scope_many_curves_get_n (curves) - 1 : 0];
  double y = scope_scale_to_px (&panel->y, fmin (end, G_MAXDOUBLE));

  return (ScopePoint) { right ? rect->x + rect->width : rect->x, CLAMP (y, rect->y, rect->y + rect->height) };
}

/* The nearest free place above or below the end of a curve, level with the panel's edge. */
static gboolean
find_edge (const ScopeCanvas *canvas, const ScopeRect *frame, const ScopePoint *at, ScopeRect *box)
{
  double em = canvas->em, pad = 0.4 * em;
  /* So far from the curve that a point on it passes; the tangents of a convex one are below. */
  double point = SCOPE_POINT_RADIUS * 1.3 * canvas->unit, clear = point + 0.3 * em;

  box->x = at->x > frame->x + frame->width / 2 ? frame->x + frame->width - pad - box->width : frame->x + pad;
  for (int i = 0; i < EDGE_TRIES * 2; i++)
    {
      double away = clear + i / 2 * EDGE_STEP * em;

      box->y = i % 2 == 0 ? at->y - away - box->height : at->y + away;
      if (scope_rect_holds_rect (frame, box)
          && scope_labels_is_free (
            &canvas->labels,
            &(ScopeRect) { box->x - point, box->y - point, box->width + 2 * point, box->height + 2 * point }))
        return TRUE;
    }
  return FALSE;
}

/* Beside what it names, or level with the panel's edge. */
static gboolean
find_place (ScopeCanvas *canvas, const ScopePanelArea *panel, gboolean near_only, ScopeStanding *label)
{
  const ScopeRect frame = scope_rect_inset (&panel->rect, 0.2 * canvas->em);
  ScopeSide side = label->at.x > panel->rect.x + panel->rect.width / 2 ? SCOPE_SIDE_LEFT : SCOPE_SIDE_RIGHT;

  if (!label->edge)
    return scope_labels_place (&canvas->labels, &frame, &label->at, (MARK_SIZE + 4) * canvas->unit, side,
                               near_only, &label->box);
  if (!find_edge (canvas, &panel->rect, &label->at, &label->box))
    return FALSE;
  scope_labels_add_rect (&canvas->labels, &label->box);
  return TRUE;
}

/* The first size at which it has room; further away, with a leader, where it has none at any. */
static gboolean
find_label (ScopeCanvas *canvas, const ScopePanelArea *panel, const char *markup, ScopeStanding *label)
{
  for (int far = 0; far < (panel->kind == SCOPE_PANEL_LOSS && !label->edge ? 2 : 1); far++)
    for (double size = LABEL_SIZE; size > scope_canvas_least (canvas, LEAST_SIZE); size *= 0.9)
      {
        ScopeLine *line = scope_markup_new_line (canvas->fonts, size * canvas->em, SCOPE_FACE_TEXT, markup);
        ScopeLineSize extent;

        scope_line_get_size (line, &extent);
        label->box = (ScopeRect) { 0, 0, ceil (extent.width_px / canvas->em) * canvas->em,
                                   extent.ascent_px + extent.descent_px };
        if (find_place (canvas, panel, far == 0, label))
          {
            label->line = line;
            scope_standing_place (canvas, label);
            return TRUE;
          }
        scope_line_unref (line);
      }
  return FALSE;
}

/* On the gradient the minimum is where it is 0. */
static char *
panel_text (const ScopeSubject *subject, ScopePanel panel, const ScopeMinimum *minimum, const char *number)
{
  return panel == SCOPE_PANEL_GRADIENT ? g_strdup_printf (_ ("zero at *b*_3 = !%s!"), number)
                                       : minimum_text (subject, minimum, number);
}

void
scope_many_minimum_place_label (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopeMinimum *minimum = find_minimum (subject);
  g_autofree char *number = scope_subject_number (subject, minimum->b);
  g_autofree char *markup = panel_text (subject, panel->kind, minimum, number);
  ScopeStanding label = { .role = &scope_role_minimum_label,
                          .index = (int) panel->kind,
                          .panel = panel->kind,
                          .ink = scope_panel_kinds[panel->kind].ink };

  label.edge = !find_mark (subject, panel, &label.at);
  if (label.edge && panel->kind != SCOPE_PANEL_LOSS)
    return;
  if (label.edge)
    label.at = find_side (subject, panel, minimum);
  find_label (canvas, panel, markup, &label);
}

/* Whether the loss of the one flower falls for ever, outside of a lecture. The batch is of that flower. */
static gboolean
find_endless (const ScopeSubject *subject, ScopeBatchRow *row, ScopeBatch *batch, ScopeMinimum *minimum)
{
  *batch = scope_many_batch_or_one (NULL, &subject->figure->parameters, row);
  return subject->figure->stage == NULL && scope_minimum_limits (batch, minimum) == SCOPE_STATUS_OK
         && scope_minimum_is_endless (minimum->kind);
}

void
scope_many_minimum_place_none (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeBatchOutcome end;
  ScopeMinimum minimum;
  g_autofree char *markup = NULL;

  if (!find_endless (subject, &row, &batch, &minimum))
    return;

  gboolean right = minimum.kind == SCOPE_MINIMUM_AT_PLUS_INFINITY;
  const ScopeView *view = &subject->figure->view;

  scope_batch_evaluate (&batch, right ? view->axis_hi : view->axis_lo, &end);
  markup = minimum_text (subject, &minimum, "");
  ScopeStanding label = { .role = &scope_role_minimum_label,
                          .index = SCOPE_PANEL_LOSS,
                          .panel = SCOPE_PANEL_LOSS,
                          .ink = SCOPE_INK_LOSS,
                          .edge = TRUE,
                          .at = { right ? panel->rect.x + panel->rect.width : panel->rect.x,
                                  scope_scale_to_px (&panel->y, fmin (end.loss, G_MAXDOUBLE)) } };
  if (!find_label (canvas, panel, markup, &label))
    find_label (canvas, panel, _ ("no finite minimum"), &label);
}

void
scope_many_minimum_say_none (GString *text, const ScopeSubject *subject)
{
  ScopeBatchRow row;
  ScopeBatch batch;
  ScopeMinimum minimum;
  g_autofree char *markup = NULL, *plain = NULL;

  if (subject->figure->many != NULL || !find_endless (subject, &row, &batch, &minimum))
    return;
  markup = minimum_text (subject, &minimum, "");
  plain = scope_markup_to_plain (markup);
  scope_sentences_add (text, plain);
}

void
scope_many_minimum_say (GString *text, const ScopeSubject *subject)
{
  ScopeBatch batch;
  ScopeMinimum minimum;
  const ScopeFigure *figure = subject->figure;
  g_autofree char *number = NULL, *markup = NULL, *plain = NULL;

  /* While a value is dragged a search would take longer than all the rest of a frame. */
  if (figure->many == NULL
      || (figure->many->minimum == NULL && !figure->settled && figure->many->n > SCOPE_MOST_SINGLE_CURVES))
    return;
  batch = scope_many_batch (figure->many, figure->parameters.w);
  if (figure->many->minimum != NULL)
    minimum = *figure->many->minimum;
  else if (scope_minimum_find (&batch, &minimum) != SCOPE_STATUS_OK)
    return;
  number = scope_number_format (minimum.b, figure->digits, figure->decimal);
  markup = minimum_text (subject, &minimum, number);
  plain = scope_markup_to_plain (markup);
  scope_sentences_add_clause (text, plain);
}
