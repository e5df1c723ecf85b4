/* SPDX-FileCopyrightText: The Logitscope authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot-input.h"

#include <math.h>

#include "figure-pointer.h"
#include "plot-private.h"
#include "plot-scene.h"
#include "plot-view.h"
#include "scale.h"
#include "state-axis.h"

#define THRESHOLD_PX 3.0
#define WAKE_PX 4.0      /* a pointer that has moved as far asks for the crosshair */
#define GRAB_RADIUS 14.0 /* in px around a small point; a larger one is gripped from farther */

/* --- Places */

static ScopeZone
hit (ScopePlot *self, double x, double y, int *index, ScopeRect *rect)
{
  return scope_scene_hit (scope_plot_get_scene (self), x, y, index, rect);
}

/* The bias under x, measured in the rectangle of a panel or of the axis strip. */
static double
bias_at (ScopePlot *self, int panel, const ScopeRect *rect, double x)
{
  ScopeFigure figure;

  scope_plot_get_figure (self, &figure);
  return scope_figure_bias_at (&figure, (ScopePanel) panel, rect, x);
}

static double
px_of_bias (ScopePlot *self, const ScopeRect *rect, double bias)
{
  const ScopeView *view = scope_state_get_view (self->state);
  const ScopeScale scale = { view->axis_lo, view->axis_hi, rect->x, rect->x + rect->width };

  return scope_scale_to_px (&scale, bias);
}

/* --- Dragging: a panel scrubs b₃, the axis strip pans */

/* Gripped at the point's own line, the point keeps its distance from the pointer. */
static double
offset_from_point (ScopePlot *self, const ScopeRect *rect, double x)
{
  double px = px_of_bias (self, rect, scope_state_get_parameters (self->state)->b), reach;

  if (self->grabbed_panel > SCOPE_PANEL_LINK_LOGIT)
    return 0;
  reach = GRAB_RADIUS * scope_scene_get_hair (scope_plot_get_scene (self));
  return fabs (px - x) <= reach ? px - x : 0;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ScopePlot *self)
{
  self->grabbed = hit (self, x, y, &self->grabbed_panel, &self->grabbed_rect);
  self->scrubbing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->grabbed == SCOPE_ZONE_PANEL)
    self->grab_offset_px = offset_from_point (self, &self->grabbed_rect, x);
  else if (self->grabbed == SCOPE_ZONE_AXIS)
    self->grab_bias = bias_at (self, self->grabbed_panel, &self->grabbed_rect, x);
}

static void
scrub (ScopePlot *self, double x)
{
  const ScopeRect *rect = &self->grabbed_rect;
  double px = CLAMP (x + self->grab_offset_px, rect->x, rect->x + rect->width);
  double bias = bias_at (self, self->grabbed_panel, rect, px);
  double next = bias_at (self, self->grabbed_panel, rect, px + 1);

  scope_state_set_bias (self->state, scope_scale_round_125 (bias, fabs (next - bias)));
}

static void
pan_to (ScopePlot *self, double x)
{
  ScopeView view = *scope_state_get_view (self->state);

  scope_view_pan (&view, self->grab_bias - bias_at (self, self->grabbed_panel, &self->grabbed_rect, x));
  scope_state_set_view (self->state, &view);
}

/* The class's own tangent follows the handle. */
static void
turn (ScopePlot *self, double x, double y)
{
  ScopeFigure figure;
  ScopeRect rect;
  double slope, next;

  if (!scope_scene_get_zone (scope_plot_get_scene (self), SCOPE_ZONE_PANEL, SCOPE_PANEL_LOSS, &rect))
    return;
  scope_plot_get_figure (self, &figure);
  slope = scope_figure_slope_at (&figure, &rect, x, y);
  next = scope_figure_slope_at (&figure, &rect, x, y + 1);
  scope_state_set_estimate (self->state, scope_scale_round_125 (slope, fabs (next - slope)));
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ScopePlot *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  /* A press without a move is a click: a double click must not move anything. */
  if (!self->scrubbing && hypot (dx, dy) < THRESHOLD_PX)
    return;
  if (self->grabbed == SCOPE_ZONE_AXIS)
    {
      self->scrubbing = FALSE;
      pan_to (self, x + dx);
      return;
    }
  if (self->grabbed != SCOPE_ZONE_PANEL && self->grabbed != SCOPE_ZONE_HANDLE)
    return;
  if (!self->scrubbing)
    {
      self->scrubbing = TRUE;
      scope_state_begin_drag (self->state);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  if (self->grabbed == SCOPE_ZONE_HANDLE)
    turn (self, x + dx, y + dy);
  else
    scrub (self, x + dx);
}

static void
drag_end_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScopePlot *self)
{
  self->grabbed = SCOPE_ZONE_NONE;
  if (!self->scrubbing)
    return;
  self->scrubbing = FALSE;
  scope_state_end_drag (self->state);
}

/* --- Clicks */

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, ScopePlot *self)
{
  int index;
  ScopeZone zone = hit (self, x, y, &index, NULL);

  unsigned quantity = (unsigned) scope_scene_hit_quantity (scope_plot_get_scene (self), x, y);

  /* Before a class a click only reveals. */
  if (n == 1 && quantity != 0 && self->presenting)
    scope_state_set_hide (self->state, scope_state_get_hide (self->state) & ~quantity);
  else if (n == 1 && quantity != 0)
    scope_state_set_hide (self->state, scope_state_get_hide (self->state) ^ quantity);
  else if (zone == SCOPE_ZONE_SEGMENT)
    scope_state_set_observed (self->state, (unsigned) index);
  else if (n == 2 && zone != SCOPE_ZONE_NONE)
    scope_state_reset_view (self->state);
}

/* --- Wheel and pinch */

static gboolean
panel_under_pointer (ScopePlot *self, int *panel, ScopeRect *rect)
{
  ScopeZone zone = hit (self, self->pointer_x, self->pointer_y, panel, rect);

  return zone == SCOPE_ZONE_PANEL || zone == SCOPE_ZONE_AXIS;
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, ScopePlot *self)
{
  GdkModifierType modifiers
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  ScopeRect rect;
  int panel;

  if (!panel_under_pointer (self, &panel, &rect))
    return GDK_EVENT_PROPAGATE;
  if (modifiers & GDK_CONTROL_MASK)
    scope_plot_zoom (self, dy, bias_at (self, panel, &rect, self->pointer_x));
  else
    scope_plot_pan (self, dx + dy);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, ScopePlot *self)
{
  self->pinch_scale = 1;
}

void
scope_plot_pinch (ScopePlot *self, double scale, double x, double y)
{
  ScopeRect rect;
  int panel;

  if (hit (self, x, y, &panel, &rect) != SCOPE_ZONE_PANEL || scale <= 0)
    return;
  scope_plot_zoom_by (self, self->pinch_scale / scale, bias_at (self, panel, &rect, x));
  self->pinch_scale = scale;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, ScopePlot *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    scope_plot_pinch (self, scale, x, y);
}

/* --- Hovering */

static void
set_pointer (ScopePlot *self, double x, double y)
{
  static const char *const cursors[] = {
    [SCOPE_ZONE_NONE] = "default",    [SCOPE_ZONE_PANEL] = "ew-resize", [SCOPE_ZONE_AXIS] = "grab",
    [SCOPE_ZONE_SEGMENT] = "pointer", [SCOPE_ZONE_HANDLE] = "grab",
  };

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[hit (self, x, y, NULL, NULL)]);
  gtk_widget_queue_draw (self->overlay);
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, ScopePlot *self)
{
  set_pointer (self, x, y);
  /* GTK tells of moves that are none, after each change of what is under the pointer. */
  if (self->grabbed != SCOPE_ZONE_NONE)
    scope_plot_wait_for_pointer (self);
  else if (hypot (x - self->rest_x, y - self->rest_y) >= WAKE_PX)
    self->hovering = TRUE;
}

static void
leave_cb (GtkEventControllerMotion *controller, ScopePlot *self)
{
  self->hovering = FALSE;
  gtk_widget_queue_draw (self->overlay);
}

/* --- All together */

static void
add (ScopePlot *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
scope_plot_add_controllers (ScopePlot *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  add (self, drag);
  add (self, click);
  add (self, pinch);
  add (self, motion);
  add (self, scroll);
}
