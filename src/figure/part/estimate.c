/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "estimate.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "area.h"
#include "canvas.h"
#include "sentences.h"
#include "subject.h"

/* A tangent that the class turns before it sees the real one, with a handle at each end. Its slope
 * is the class's own number: it is shown while the gradient is hidden. */

#define LINE_WIDTH 2.2
#define LONGER 1.35 /* than the tangent, whose ends stay free */
#define HANDLE_RADIUS 5.0
#define GRIP_RADIUS 15.0

/* How far along x the line runs on one side before its end would leave the panel. */
static double
reach (const ScopePanelArea *panel, const ScopePoint *at, double slope_px, double half, double pad)
{
  const ScopeRect *rect = &panel->rect;
  double way = half > 0 ? 1 : -1, rise = way * slope_px, most = fabs (half);
  double across = way > 0 ? rect->x + rect->width - pad - at->x : at->x - rect->x - pad;
  double along = rise > 0 ? rect->y + rect->height - pad - at->y : at->y - rect->y - pad;

  most = fmin (most, across);
  if (rise != 0)
    most = fmin (most, along / fabs (rise));
  return way * fmax (most, 0);
}

static void
draw_handle (ScopeCanvas *canvas, int side, const ScopePoint *end)
{
  double grip = GRIP_RADIUS * canvas->unit;

  scope_canvas_draw_circle (canvas, &scope_role_estimate, side, end->x, end->y, HANDLE_RADIUS * canvas->unit,
                            SCOPE_INK_TEXT, SCOPE_INK_NONE, 0);
  scope_labels_add_rect (&canvas->labels, &(ScopeRect) { end->x - grip / 2, end->y - grip / 2, grip, grip });
  scope_scene_add_zone (canvas->scene, SCOPE_ZONE_HANDLE, side,
                        &(ScopeRect) { end->x - grip, end->y - grip, 2 * grip, 2 * grip });
}

void
scope_estimate_draw (const ScopeMarks *marks, const ScopePanelArea *panel)
{
  ScopeCanvas *canvas = marks->canvas;
  const ScopeSubject *subject = marks->subject;
  const ScopePoint *at = &marks->at[panel->kind];
  double slope_px = scope_area_slope_px (panel, subject->figure->estimate);
  double half = LONGER * scope_area_tangent_px (panel, slope_px);
  double pad = HANDLE_RADIUS * canvas->unit;
  ScopePoint ends[2];

  for (int side = 0; side < 2; side++)
    {
      double dx = reach (panel, at, slope_px, side == 0 ? -half : half, pad);

      ends[side] = (ScopePoint) { at->x + dx, at->y + dx * slope_px };
    }
  scope_canvas_draw_polyline (canvas, &scope_role_estimate, -1, SCOPE_INK_TEXT, LINE_WIDTH * canvas->unit,
                              SCOPE_DASH_DASHED, panel->clip, ends, 2);
  scope_labels_add_track (&canvas->labels, ends, 2);
  for (int side = 0; side < 2; side++)
    draw_handle (canvas, side, &ends[side]);
}

char *
scope_estimate_text (const ScopeSubject *subject)
{
  const ScopeFigure *figure = subject->figure;
  gboolean hidden = scope_subject_hides (subject, SCOPE_PLACE_GRADIENT);
  g_autofree char *own = scope_subject_number (subject, figure->estimate);
  g_autofree char *error = scope_subject_error (subject, figure->estimate, subject->sum.dl_db,
                                                subject->dl_db_text, figure->digits);

  return hidden ? g_strdup_printf (_ ("Your slope: %s"), own)
                : g_strdup_printf (_ ("Your slope %s is off by %s"), own, error);
}

void
scope_estimate_say (GString *text, const ScopeSubject *subject)
{
  g_autofree char *estimate = scope_estimate_text (subject);

  scope_sentences_add (text, estimate);
}
